"""Each fault is really produced; each is told apart, in a sentence of its own."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from hin_desktop.errors import DeskFault
from hin_desktop.vault import faults
from hin_desktop.vault.connection import DBAPI, Connection, Use, connect, require_known_schema
from hin_desktop.vault.desk_files import DeskFiles
from hin_desktop.vault.desk_vault import unlock
from tests.vault.conftest import LOGIN, PASSWORD, Desk
from tests.vault.rights import read_only

NEWEST = 7
Fault = Callable[[Desk], AbstractContextManager[object]]


def damaged_slot(desk: Desk) -> AbstractContextManager[object]:
    keys = DeskFiles(desk.folder).keys
    data = json.loads(keys.read_text("utf-8"))
    sealed = data["slots"][0]["sealed"]
    data["slots"][0]["sealed"] = ("B" if sealed[0] == "A" else "A") + sealed[1:]
    keys.write_text(json.dumps(data), "utf-8")
    return nullcontext()


def damaged_database(desk: Desk) -> AbstractContextManager[object]:
    flip(DeskFiles(desk.folder).database, 100)
    return nullcontext()


def missing_file(desk: Desk) -> AbstractContextManager[object]:
    DeskFiles(desk.folder).database.unlink()
    return nullcontext()


def empty_file(desk: Desk) -> AbstractContextManager[object]:
    DeskFiles(desk.folder).database.write_bytes(b"")
    return nullcontext()


def newer_schema(desk: Desk) -> AbstractContextManager[object]:
    with desk.unlock() as unlocked:
        connection = connect(unlocked.files.database, unlocked.key)
        connection.execute(f"PRAGMA user_version={NEWEST + 1}")
        connection.close()
    return nullcontext()


@contextmanager
def desk_open_elsewhere(desk: Desk) -> Iterator[None]:
    with desk.unlock():
        yield


def flip(file: Path, at: int, bit: int = 1) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= bit
    file.write_bytes(content)


EIGHT: tuple[tuple[str, Fault, type[DeskFault]], ...] = (
    ("a wrong one", lambda _: nullcontext(), faults.WrongPassword),
    (PASSWORD, damaged_slot, faults.DamagedSlot),
    (PASSWORD, damaged_database, faults.DamagedDatabase),
    (PASSWORD, missing_file, faults.MissingFile),
    (PASSWORD, empty_file, faults.EmptyFile),
    (PASSWORD, newer_schema, faults.NewerSchema),
    (PASSWORD, desk_open_elsewhere, faults.AlreadyOpen),
    (PASSWORD, lambda desk: read_only(desk.folder), faults.ReadOnlyFolder),
)


def fault_of(desk: Desk, password: str, produce: Fault) -> DeskFault:
    with produce(desk), pytest.raises(DeskFault) as caught, unlock(desk.folder, LOGIN, password) as unlocked:
        connection = connect(unlocked.files.database, unlocked.key)
        try:
            require_known_schema(connection, NEWEST)
        finally:
            connection.close()
    return caught.value


@pytest.mark.parametrize(("password", "produce", "kind"), EIGHT)
def test_each_fault_is_known_for_what_it_is(desk: Desk, password: str, produce: Fault, kind: type[DeskFault]) -> None:
    fault = fault_of(desk, password, produce)
    assert type(fault) is kind
    assert fault.advice is not None


def test_eight_faults_are_eight_sentences(template: Desk, desk: Desk) -> None:
    said = set()
    for password, produce, _ in EIGHT:
        files = DeskFiles(desk.folder)
        for file in (files.keys, files.database):
            file.write_bytes((template.folder / file.name).read_bytes())
        said.add(fault_of(desk, password, produce).message.key)
    assert len(said) == len(EIGHT)


def test_nothing_typed_wrong_keeps_the_desk_locked_for_others(desk: Desk) -> None:
    with pytest.raises(faults.WrongPassword):
        unlock(desk.folder, LOGIN, "a wrong one")
    desk.unlock().close()


def test_a_damaged_login_name_is_damage_not_a_stranger(desk: Desk) -> None:
    keys = DeskFiles(desk.folder).keys
    keys.write_text(keys.read_text("utf-8").replace(LOGIN, "Änna"), "utf-8")
    with pytest.raises(faults.DamagedSlot):
        desk.unlock()


def test_a_stranger_is_told_so(desk: Desk) -> None:
    with pytest.raises(faults.UnknownLogin):
        unlock(desk.folder, "somebody", PASSWORD)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"v": 1}', "\x00", '{"format": "hin-desk-keys", "v": 2, "slots": []}']
)
def test_a_key_file_that_is_none_is_no_crash(desk: Desk, content: str) -> None:
    DeskFiles(desk.folder).keys.write_text(content, "utf-8")
    with pytest.raises((faults.DamagedSlot, faults.EmptyFile)):
        desk.unlock()


def test_a_missing_database_is_not_made_anew(desk: Desk) -> None:
    database = DeskFiles(desk.folder).database
    with desk.unlock() as unlocked:
        database.unlink()
        with pytest.raises(faults.MissingFile):
            connect(database, unlocked.key)
    assert not database.exists()


def test_a_busy_database_is_another_program(open_database: Callable[[Use], Connection]) -> None:
    first, second = open_database(Use.WRITER), open_database(Use.WRITER)
    first.execute("BEGIN IMMEDIATE")
    second.execute("PRAGMA busy_timeout=0")
    with pytest.raises(DBAPI.Error) as caught:
        second.execute("BEGIN IMMEDIATE")
    assert isinstance(faults.explain(caught.value), faults.LockedByAnother)


def test_a_full_database_rolls_back_and_is_explained(open_database: Callable[[Use], Connection]) -> None:
    writer = open_database(Use.WRITER)
    writer.execute("PRAGMA max_page_count=1")
    with pytest.raises(DBAPI.Error) as caught:
        writer.execute("INSERT INTO person (note) VALUES (?)", ("x" * 500_000,))
    assert isinstance(faults.explain(caught.value), faults.DiskFull)
    assert writer.execute("SELECT count(*) FROM person").fetchone() == (300,)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, faults.DiskFull),
        (errno.EROFS, faults.ReadOnlyFolder),
        (errno.EIO, faults.DiskTrouble),
        (errno.ENOTDIR, type(None)),
    ],
)
def test_file_system_errors_are_explained(number: int, kind: type[object]) -> None:
    assert type(faults.explain(OSError(number, "said the disk"))) is kind


def test_a_bug_is_not_explained_away() -> None:
    assert faults.explain(KeyError("bug")) is None


def test_a_real_full_disk_is_a_kind_sentence(desk: Desk) -> None:
    """/dev/full says ENOSPC to every write, as a full disk does."""
    with pytest.raises(OSError) as caught, Path("/dev/full").open("wb", buffering=0) as full:
        full.write(b"x")
    assert isinstance(faults.explain(caught.value), faults.DiskFull)
