"""Real desks in real folders; deriving is quick, as on the practice desk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hin_desktop.vault.connection import Connection, Use, connect
from hin_desktop.vault.desk_vault import create, unlock
from hin_desktop.vault.recovery import RecoveryCode
from hin_desktop.vault.slots import QUICK
from hin_desktop.vault.unlocked import Unlocked

LOGIN = "Änne"
PASSWORD = "Größe schützt vor Torheit nicht"
MARKER = "Quittenmarmelade"


@dataclass(frozen=True)
class Desk:
    """A closed desk with 300 rows, an index and a full-text table; and what opens it."""

    folder: Path
    code: RecoveryCode

    def unlock(self) -> Unlocked:
        return unlock(self.folder, LOGIN, PASSWORD)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("vault") / "Schreibtisch für Herne"
    unlocked, code = create(folder, LOGIN, PASSWORD, strength=QUICK)
    with unlocked:
        fill(connect(unlocked.files.database, unlocked.key))
    return Desk(folder, code)


@pytest.fixture
def desk(template: Desk, tmp_path: Path) -> Desk:
    return Desk(Path(shutil.copytree(template.folder, tmp_path / "desk")), template.code)


@pytest.fixture
def unlocked(desk: Desk) -> Iterator[Unlocked]:
    with desk.unlock() as opened:
        yield opened


@pytest.fixture
def open_database(unlocked: Unlocked) -> Iterator[Callable[[Use], Connection]]:
    opened: list[Connection] = []

    def connected(use: Use = Use.WRITER) -> Connection:
        opened.append(connect(unlocked.files.database, unlocked.key, use))
        return opened[-1]

    yield connected
    for connection in opened:
        connection.close()


def fill(connection: Connection) -> None:
    connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, note TEXT)")
    connection.execute("CREATE INDEX person_name ON person (name)")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5(name)")
    connection.execute("BEGIN IMMEDIATE")
    rows = ((f"{MARKER} {number}", f"note {number} " * 20) for number in range(300))
    connection.executemany("INSERT INTO person (name, note) VALUES (?, ?)", rows)
    connection.execute("INSERT INTO search SELECT name FROM person")
    connection.execute("COMMIT")
    connection.close()
