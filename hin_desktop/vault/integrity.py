"""Whether what is stored is what was written. For threads and connections of their own: it reads every page."""

from __future__ import annotations

from pathlib import Path

from hin_desktop.vault.connection import DBAPI, Connection, Use, connect
from hin_desktop.vault.faults import DamagedDatabase, explain
from hin_desktop.vault.unlocked import Unlocked

_CHECKPOINT_WAIT = 1_000


def quick_check(unlocked: Unlocked) -> None:
    """The check at each opening: the signature of every page, about 0.35 s per 100 MB. Raises DamagedDatabase."""
    _checked(unlocked, full=False)


def full_check(unlocked: Unlocked) -> None:
    """The weekly check: signatures, structure, indexes, references; seconds per 100 MB. Raises DamagedDatabase."""
    _checked(unlocked, full=True)


def check_copy(copy: Path, key: bytes) -> dict[str, int]:
    """Check a backup at rest by every means, writing nothing; its rows per table. Raises DamagedDatabase."""
    connection = connect(copy, key, Use.COPY)
    try:
        _require_sound(connection, full=True)
        return count_rows(connection)
    finally:
        connection.close()


def count_rows(connection: Connection) -> dict[str, int]:
    """How many rows each ordinary table has."""
    listed = connection.execute(
        "SELECT name FROM sqlite_master"
        " WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    ).fetchall()
    return {str(name): _rows(connection, str(name)) for (name,) in listed}


def checkpoint(connection: Connection) -> None:
    """Bring the write-ahead log into the main file: the signature check reads only that one."""
    connection.execute(f"PRAGMA busy_timeout={_CHECKPOINT_WAIT}")  # a long read elsewhere must not hold us up
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _checked(unlocked: Unlocked, *, full: bool) -> None:
    connection = connect(unlocked.files.database, unlocked.key)
    try:
        checkpoint(connection)
        _require_sound(connection, full=full)
    except DBAPI.Error as error:
        raise (explain(error) or error) from error
    finally:
        connection.close()


def _require_sound(connection: Connection, *, full: bool) -> None:
    found = _lines(connection, "PRAGMA cipher_integrity_check")
    if found:
        found = _lines(connection, "PRAGMA cipher_integrity_check")  # a write in between may look like damage, once
    if full and not found:
        found = [line for line in _lines(connection, "PRAGMA integrity_check") if line != "ok"]
        found += _lines(connection, "PRAGMA foreign_key_check")
    if found:
        raise DamagedDatabase(tuple(found))


def _lines(connection: Connection, sql: str) -> list[str]:
    try:
        return [" ".join(map(str, row)) for row in connection.execute(sql).fetchall()]
    except DBAPI.Error as error:
        raise (explain(error) or error) from error


def _rows(connection: Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    row = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608 - a name from sqlite_master
    return int(str(row[0])) if row else 0
