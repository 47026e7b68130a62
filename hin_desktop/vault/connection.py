"""The keyed connection: the only module that imports sqlcipher3, and the only way to a desk's database.

`cipher_memory_security` stays off: SQLCipher wipes its keys by itself, and wiping every allocation was measured (60
tables, FTS5) to cost 34 ms instead of 4 at each opening, 1.3 ms instead of 0.1 for each new statement and 3.5 times
the time of a search.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Protocol

from sqlcipher3 import dbapi2

from hin_desktop.errors import DeskFault
from hin_desktop.vault.faults import DamagedDatabase, EmptyFile, FolderNotEmpty, MissingFile, NewerSchema, explain
from hin_desktop.vault.unlocked import Unlocked

DBAPI: ModuleType = dbapi2
APPLICATION_ID = 0x48494E44  # "HIND"
OLDEST_SQLITE = (3, 51, 3)  # the first one without the WAL-reset corruption
BUSY_SECONDS = 10
_CACHED_STATEMENTS = 512
_ALLOW = 0

if dbapi2.sqlite_version_info < OLDEST_SQLITE:
    raise ImportError(f"sqlcipher3 brings SQLite {dbapi2.sqlite_version}, which can damage a database")


class Cursor(Protocol):
    """What of a DB-API cursor the vault uses."""

    def fetchone(self) -> tuple[object, ...] | None:
        """The next row."""

    def fetchall(self) -> list[tuple[object, ...]]:
        """All remaining rows."""


class Connection(Protocol):
    """What of a DB-API connection the vault uses; SQLAlchemy takes it as it is."""

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]], /) -> Cursor:
        """Run one statement for each row of values."""

    def interrupt(self) -> None:
        """Stop what is running, from another thread."""

    def set_authorizer(self, authorizer: Callable[..., int] | None, /) -> None:
        """Have every statement judged before it is prepared."""

    def close(self) -> None:
        """Close; uncommitted work is rolled back."""


class Use(StrEnum):
    """What a connection is for."""

    WRITER = "writer"
    READER = "reader"
    NEW = "new"  # the first connection, which makes the file
    COPY = "copy"  # a backup at rest: read only, nothing is written beside it


_SETTINGS = ("foreign_keys=on", "secure_delete=on", "cell_size_check=on", "trusted_schema=off")
_LIVE = ("journal_mode=wal", "synchronous=full", *_SETTINGS)
_CACHE_KIB = {Use.READER: 64 * 1024}
_WRITER_CACHE_KIB = 16 * 1024


def connect(database: Path, key: bytes, use: Use = Use.WRITER) -> Connection:
    """Open a database with its raw 48-byte key, in autocommit, usable from any one thread at a time.

    Raises MissingFile, EmptyFile, DamagedDatabase, ReadOnlyFolder, LockedByAnother, DiskFull or DiskTrouble; for a
    NEW one FolderNotEmpty when the file is already there.
    """
    _require_file(database, use)
    mode = "ro" if use is Use.COPY else "rw"  # never rwc: a missing file would become an empty database
    try:
        connection: Connection = dbapi2.connect(
            f"{database.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_CACHED_STATEMENTS,
        )
    except dbapi2.Error as error:
        raise (explain(error) or error) from error
    try:
        _prepare(connection, key, use)
    except (dbapi2.Error, DeskFault) as error:
        connection.close()
        raise (explain(error) or error) from error
    return connection


def creator(unlocked: Unlocked, *, reader: bool) -> Callable[[], Connection]:
    """What SQLAlchemy calls for each new connection of its pool. It raises DeskClosed once the key is forgotten."""
    use = Use.READER if reader else Use.WRITER
    return lambda: connect(unlocked.files.database, unlocked.key, use)


def schema_version(connection: Connection) -> int:
    """The schema version the database was last migrated to (user_version); 0 for a new one."""
    return _number(connection, "PRAGMA user_version")


def require_known_schema(connection: Connection, newest: int) -> None:
    """Raise NewerSchema when a later program has migrated this desk beyond `newest`."""
    found = schema_version(connection)
    if found > newest:
        raise NewerSchema(found, newest)


def copy_into(connection: Connection, target: Path) -> None:
    """VACUUM INTO a file that does not exist yet, with the same key. Raises DamagedDatabase when the source is torn.

    Not `Connection.backup()`: that copies damaged pages without a word and signs them anew.
    """
    connection.set_authorizer(_only_into(str(target)))
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    except dbapi2.Error as error:
        raise (explain(error) or error) from error
    finally:
        connection.set_authorizer(_only_into(None))


def _require_file(database: Path, use: Use) -> None:
    if use is Use.NEW:
        _make_private(database)
    elif not database.is_file():
        raise MissingFile(database.name)
    elif database.stat().st_size == 0:
        raise EmptyFile(database.name)


def _make_private(database: Path) -> None:
    try:
        os.close(os.open(database, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise FolderNotEmpty from error
    except OSError as error:
        raise (explain(error) or error) from error


def _prepare(connection: Connection, key: bytes, use: Use) -> None:
    connection.execute("PRAGMA cipher_log_level=none")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    if use is Use.NEW:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first read is where damage shows
    if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise DamagedDatabase(("foreign application_id",))
    for setting in _SETTINGS if use is Use.COPY else _LIVE:
        connection.execute(f"PRAGMA {setting}")
    connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB.get(use, _WRITER_CACHE_KIB)}")
    if use in {Use.READER, Use.COPY}:
        connection.execute("PRAGMA query_only=on")
    connection.set_authorizer(_only_into(None))


def _only_into(target: str | None) -> Callable[..., int]:
    """Forbid ATTACH, by which a plain copy of everything could be written; VACUUM INTO uses it for its own target."""

    def judge(action: int, name: str | None, *_: str | None) -> int:
        forbidden = action == dbapi2.SQLITE_ATTACH and (target is None or name != target)
        return int(dbapi2.SQLITE_DENY) if forbidden else _ALLOW

    return judge


def _number(connection: Connection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    if row is None or not isinstance(row[0], int):
        raise DamagedDatabase((sql,))
    return row[0]
