"""A flipped bit anywhere in the database is noticed: on opening, or by the check of every page."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from hin_desktop.vault import integrity
from hin_desktop.vault.faults import DamagedDatabase
from tests.faults.children import FULL, at

SALT = 16  # the key brings its own salt: these bytes of the file are not read
FLIPS = 300 if FULL else 40


@pytest.mark.timeout(300)
def test_every_flip_is_noticed(folder: Path) -> None:
    database = folder / "desk.db"
    whole = database.read_bytes()
    chance = random.Random(3)  # noqa: S311 - places to break, not a secret
    for _ in range(FLIPS):
        place = chance.randrange(SALT, len(whole))
        broken = bytearray(whole)
        broken[place] ^= 1 << chance.randrange(8)
        database.write_bytes(broken)
        with pytest.raises(DamagedDatabase), at(folder) as opened:
            integrity.quick_check(opened.unlocked)
    database.write_bytes(whole)
    with at(folder) as opened:
        integrity.full_check(opened.unlocked)


@pytest.mark.parametrize("length", [512, 4096, 5000, -1, -4096])
def test_a_file_cut_off_is_noticed(folder: Path, length: int) -> None:
    database = folder / "desk.db"
    database.write_bytes(database.read_bytes()[:length])
    with pytest.raises(DamagedDatabase), at(folder) as opened:
        integrity.full_check(opened.unlocked)
