"""The keyed connection: every setting in force, and no way to a plain copy."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hin_desktop.vault.connection import APPLICATION_ID, DBAPI, Connection, Use, connect, creator, schema_version
from hin_desktop.vault.faults import DamagedDatabase, DeskClosed, FolderNotEmpty
from hin_desktop.vault.unlocked import Unlocked
from tests.vault.conftest import Desk

Opener = Callable[[Use], Connection]
SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "busy_timeout": 10_000,
    "application_id": APPLICATION_ID,
}


@pytest.mark.parametrize(("use", "cache", "query_only"), [(Use.WRITER, -16 * 1024, 0), (Use.READER, -64 * 1024, 1)])
def test_every_setting_is_in_force(open_database: Opener, use: Use, cache: int, query_only: int) -> None:
    connection = open_database(use)
    found = {name: connection.execute(f"PRAGMA {name}").fetchone() for name in SETTINGS}
    assert found == {name: (value,) for name, value in SETTINGS.items()}
    assert connection.execute("PRAGMA cache_size").fetchone() == (cache,)
    assert connection.execute("PRAGMA query_only").fetchone() == (query_only,)


def test_a_reader_cannot_write(open_database: Opener) -> None:
    with pytest.raises(DBAPI.Error):
        open_database(Use.READER).execute("DELETE FROM person")


@pytest.mark.parametrize("sql", ["ATTACH ? AS plain KEY ''", "VACUUM INTO ?"])
def test_no_plain_copy_can_be_made_by_sql(open_database: Opener, tmp_path: Path, sql: str) -> None:
    with pytest.raises(DBAPI.Error):
        open_database(Use.WRITER).execute(sql, (str(tmp_path / "plain.db"),))
    assert not (tmp_path / "plain.db").exists()


def test_a_wrong_key_is_damage_and_is_silent(unlocked: Unlocked, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DamagedDatabase):
        connect(unlocked.files.database, os.urandom(48))
    assert capfd.readouterr() == ("", "")


def test_a_new_database_never_replaces_one(unlocked: Unlocked) -> None:
    with pytest.raises(FolderNotEmpty):
        connect(unlocked.files.database, unlocked.key, Use.NEW)


def test_a_database_of_another_program_is_refused(unlocked: Unlocked, open_database: Opener) -> None:
    open_database(Use.WRITER).execute("PRAGMA application_id=7")
    with pytest.raises(DamagedDatabase):
        connect(unlocked.files.database, unlocked.key)


def test_the_creator_gives_connections_until_the_desk_is_locked(desk: Desk) -> None:
    unlocked = desk.unlock()
    make = creator(unlocked, reader=True)
    connection = make()
    assert schema_version(connection) == 0
    connection.close()
    unlocked.close()
    with pytest.raises(DeskClosed):
        make()


def test_a_flipped_salt_loses_nothing(desk: Desk) -> None:
    database = desk.folder / "desk.db"
    content = database.read_bytes()
    database.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with desk.unlock() as unlocked:
        connection = connect(database, unlocked.key)
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (300,)
        connection.close()
