"""The key file is old or new, never half; and every byte of it is vouched for."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hin_desktop.vault import key_file
from hin_desktop.vault.atomic import write_atomically
from hin_desktop.vault.faults import DamagedSlot
from hin_desktop.vault.key_file import Slot, SlotKind
from hin_desktop.vault.slots import FLOOR, QUICK, KdfStrength, _derived, new_data_key, seal, unseal
from tests.vault.conftest import Desk

DESK = "a desk"

KILLED_AT_EACH_STEP = """
import os, signal, sys
from pathlib import Path
from hin_desktop.vault.atomic import write_atomically

path, old, new = Path(sys.argv[1]), b"old" * 5000, b"new" * 6000
seen, step = set(), 0
while True:
    write_atomically(path, old)
    step += 1
    child = os.fork()
    if not child:
        calls = 0
        def count(frame, event, argument):
            global calls
            calls += event == "c_call"
            if calls == step:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.setprofile(count)
        write_atomically(path, new)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    content = path.read_bytes()
    assert content in (old, new), len(content)
    seen.add(content[:3])
    if os.WIFEXITED(status):
        break
sys.stdout.write(f"{step} {sorted(seen)}")
"""


def sealed(data_key: bytes, secret: bytes = b"secret", strength: KdfStrength = QUICK) -> Slot:
    return seal(data_key, secret, DESK, SlotKind.PASSWORD, "anna", strength)


def test_a_process_killed_at_any_step_of_writing_leaves_old_or_new(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT_EACH_STEP, tmp_path / "keys.json"], capture_output=True, text=True, check=True
    )
    steps, seen = done.stdout.split(" ", 1)
    assert int(steps) > 20
    assert seen == "[b'new', b'old']"


def test_a_failing_write_keeps_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "keys.json"
    (target / "full").mkdir(parents=True)
    with pytest.raises(OSError):
        write_atomically(target, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["keys.json"]


def test_what_is_written_is_read_again(desk: Desk) -> None:
    keys = key_file.read(desk.folder / "keys.json")
    key_file.write(desk.folder / "other.json", keys)
    assert key_file.read(desk.folder / "other.json") == keys


def test_the_key_file_tells_nothing_but_logins(desk: Desk) -> None:
    data = json.loads((desk.folder / "keys.json").read_text("utf-8"))
    assert set(data) == {"format", "v", "desk", "recovery_confirmed", "slots"}
    assert set(data["slots"][0]) == {"id", "kind", "login", "kdf", "nonce", "sealed", "check"}


def test_the_derivation_is_argon2id_as_others_compute_it() -> None:
    slot = sealed(new_data_key(), strength=FLOOR)
    salt = base64.b64decode(slot.kdf.salt)
    other = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=64 * 1024).derive(b"secret")
    assert other == _derived(b"secret", slot.kdf)


@pytest.mark.parametrize(
    "forged",
    [
        lambda slot: replace(slot, login="berta"),
        lambda slot: replace(slot, kind=SlotKind.RECOVERY),
        lambda slot: replace(slot, id="another"),
        lambda slot: replace(slot, kdf=replace(slot.kdf, passes=2)),
    ],
)
def test_a_forged_slot_does_not_open_even_with_its_sum_right(forged: object) -> None:
    assert callable(forged)
    slot = forged(sealed(new_data_key()))
    assert unseal(replace(slot, check=slot.checksum()), b"secret", DESK) is None


def test_a_slot_of_another_desk_does_not_open() -> None:
    assert unseal(sealed(new_data_key()), b"secret", "another desk") is None


@pytest.mark.parametrize("memory", [1, 2**40])
def test_a_forged_slot_cannot_take_all_memory(memory: int) -> None:
    slot = sealed(new_data_key())
    slot = replace(slot, kdf=replace(slot.kdf, memory=memory))
    with pytest.raises(DamagedSlot):
        unseal(replace(slot, check=slot.checksum()), b"secret", DESK)


def test_every_flipped_bit_in_a_slot_is_damage(desk: Desk) -> None:
    path = desk.folder / "keys.json"
    content = path.read_bytes()
    start = content.index(b'"nonce"') + 10
    for at in range(start, start + 16):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with pytest.raises(DamagedSlot):
            desk.unlock()
