"""A real encrypted desk in milliseconds: migrated once a run, copied for each test, opened with its raw key.

In a conftest:

    from tests.desk_factory import desk, template_desk  # noqa: F401

The desk has one organisation (id 1) and one user (id 1, Ayşe Yılmaz) and nothing else.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hin_desktop.errors import Message
from hin_desktop.records.migrations import run
from hin_desktop.records.models.organisation import Organisation
from hin_desktop.records.models.user import User
from hin_desktop.records.store import Store
from hin_desktop.records.writer import Writer
from hin_desktop.vault.connection import DBAPI, Use, connect
from hin_desktop.vault.faults import explain

KEY = bytes(range(48))
ORGANISATION = 1
USER = 1
SESSION = "00000000-0000-4000-8000-000000000001"
START = datetime(2027, 1, 14, 9, 0, tzinfo=UTC)


@dataclass
class Desk:
    """An open desk of a test. Each call of `writing` happens one second after the one before."""

    database: Path
    store: Store
    now: datetime = field(default=START)

    def writing(
        self, verb: str | Message = "Test", *, undoes: int | None = None, session: str = SESSION
    ) -> AbstractContextManager[Writer]:
        """One call of the user of this desk."""
        self.now += timedelta(seconds=1)
        return self.store.writing(
            verb if isinstance(verb, Message) else Message(verb),
            user_id=USER,
            organisation_id=ORGANISATION,
            session=session,
            now=self.now,
            undoes=undoes,
        )


def open_store(database: Path) -> Store:
    """Both engines on this file, as the program opens it."""
    return Store(DBAPI, lambda: connect(database, KEY, Use.WRITER), lambda: connect(database, KEY, Use.READER), explain)


def new_database(database: Path) -> Store:
    """An empty database of today's schema."""
    connect(database, KEY, Use.NEW).close()
    store = open_store(database)
    run.upgrade(store.writer_engine)
    return store


def found(store: Store) -> None:
    """The organisation and its first user, as `services.desks` makes them."""
    call = store.writing(Message("Desk set up"), user_id=None, organisation_id=None, session=SESSION, now=START)
    with call as writer:
        writer.insert(Organisation, {"name": "Beratungsstelle Herne", "service": "MBE"})
        writer.insert(User, {"login": "ayse", "display_name": "Ayşe Yılmaz", "role": "counsellor"})


@pytest.fixture(scope="session")
def template_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk that the others are copied from: closed, without WAL."""
    database = tmp_path_factory.mktemp("template") / "desk.db"
    store = new_database(database)
    found(store)
    store.close()
    return database


@pytest.fixture
def desk(template_desk: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk of this test's own."""
    database = tmp_path / "desk.db"
    shutil.copy(template_desk, database)
    opened = Desk(database, open_store(database))
    yield opened
    opened.store.close()
