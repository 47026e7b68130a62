"""The open desk: one engine that writes, one that only reads.

`vault` makes the connections, keyed and with all pragmas; SQLAlchemy gets them through `creator`, and the DB-API
module is handed in, so that nothing here ever touches another SQLite library.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, Protocol, cast

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from hin_desktop.errors import Cancelled, HinError, Message
from hin_desktop.records import models
from hin_desktop.records.base import Base
from hin_desktop.records.recorder import Call
from hin_desktop.records.statements import Statements
from hin_desktop.records.writer import Writer

INTERRUPTED = "SQLITE_INTERRUPT"
READERS = 3  # one for the pages, more for long reads such as reports and backups
MODELS = models  # importing the package registers every table

Creator = Callable[[], Any]
Explain = Callable[[Exception], HinError | None]


class _Interruptible(Protocol):
    def interrupt(self) -> None:
        """Stop the running statement."""


class Store:
    """Gives out transactions. `writer_engine` is for migrations alone; everything else goes through the methods.

    `module` is the DB-API module of the connections that `writer` and `reader` make; those of `reader` must have
    `PRAGMA query_only` on. `explain` turns what the disk and other programs do (a full disk, a lock) into a fault in
    words, None for a bug; it is the vault's, which knows the file.
    """

    def __init__(self, module: ModuleType, writer: Creator, reader: Creator, explain: Explain) -> None:
        self.writer_engine = _engine(module, writer, "BEGIN IMMEDIATE", 1)
        self._reader_engine = _engine(module, reader, "BEGIN", READERS)
        self._statements = Statements(Base, self.writer_engine.dialect)
        self._explain = explain
        self._here = threading.local()
        event.listen(self._reader_engine, "connect", _must_only_read)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent picture of the desk, as of the first query. Raises `Cancelled` when interrupted.

        Within it, on the same thread, whoever reads gets the same picture.
        """
        seen: Connection | None = getattr(self._here, "connection", None)
        if seen is not None:
            yield seen
            return
        with self._in_words(), self._reader_engine.connect() as connection, connection.begin():
            self._here.connection = connection
            try:
                yield connection
            finally:
                self._here.connection = None

    @contextmanager
    def writing(
        self,
        verb: Message,
        *,
        user_id: int | None,
        organisation_id: int | None,
        session: str,
        now: datetime,
        undoes: int | None = None,
    ) -> Iterator[Writer]:
        """One service call: everything is saved and journalled under `verb`, or nothing is.

        The writer's `changes` and `entry_id` are there after the block. Whose call it is: `recorder.Call`.
        """
        call = Call(verb, user_id, organisation_id, session, now.astimezone(UTC), undoes)
        with self._in_words(), self.writer_engine.connect() as connection, connection.begin():
            writer = Writer(connection, self._statements, call)
            yield writer
            writer.finish()

    def close(self) -> None:
        """Close every connection. The store cannot be used afterwards, except by opening new ones."""
        self._reader_engine.dispose()
        self.writer_engine.dispose()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if getattr(error.orig, "sqlite_errorname", "") == INTERRUPTED:
                raise Cancelled from error
            fault = self._explain(error.orig) if isinstance(error.orig, Exception) else None
            if fault is None:
                raise
            raise fault from error


def interrupter(connection: Connection) -> Callable[[], None]:
    """What stops the statement that this connection is running, from any thread; harmless when none runs."""
    return cast(_Interruptible, connection.connection.driver_connection).interrupt


def _engine(module: ModuleType, creator: Creator, begin: str, connections: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=module,
        creator=creator,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
    )

    def connected(connection: Any, _: object) -> None:  # noqa: ANN401  # a DB-API connection has no common type
        connection.isolation_level = None  # the driver begins nothing by itself

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def _must_only_read(connection: Any, _: object) -> None:  # noqa: ANN401  # a DB-API connection has no common type
    if connection.execute("PRAGMA query_only").fetchone() != (1,):
        raise RuntimeError("the reader's connection must have query_only on")
