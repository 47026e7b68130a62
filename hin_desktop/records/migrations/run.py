"""Bring a desk to today's schema: all missing steps in one transaction, checked before it is committed.

The steps are ordinary modules of the package and are named here, so they are found in a checkout, in a wheel and in
the frozen program alike; there is no ini file and no table of Alembic's. The schema version is `user_version`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, cast

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine

from hin_desktop.records.migrations.versions import v0001_desk, v0002_law, v0003_waiting
from hin_desktop.records.schema import set_version, version_of


class Step(Protocol):
    """A migration. `CHANGES_ROWS` names the tables whose number of rows it is meant to change."""

    CHANGES_ROWS: frozenset[str]

    @staticmethod
    def upgrade() -> None:
        """Make the change through `alembic.op`."""


STEPS: tuple[Step, ...] = (cast(Step, v0001_desk), cast(Step, v0002_law), cast(Step, v0003_waiting))


class MigrationFailed(Exception):
    """A step would have damaged the data. Nothing was changed."""


def upgrade(engine: Engine, steps: Sequence[Step] = STEPS) -> int:
    """Run the steps that this desk lacks and return how many there were. Back it up before.

    Raises MigrationFailed, and then leaves the desk as it was.
    """
    with engine.connect() as connection, _unguarded(connection), connection.begin():
        missing = steps[version_of(connection) :]
        for number, step in enumerate(missing, len(steps) - len(missing) + 1):
            _run(connection, step)
            set_version(connection, number)
        return len(missing)


def _run(connection: Connection, step: Step) -> None:
    before = _rows(connection)
    with Operations.context(MigrationContext.configure(connection)):
        step.upgrade()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise MigrationFailed(f"references lead nowhere: {sorted({row[0] for row in broken})}")
    after = _rows(connection)
    wrong = [name for name in before.keys() & after.keys() - step.CHANGES_ROWS if before[name] != after[name]]
    if wrong:
        raise MigrationFailed(f"rows were lost or added: {sorted(wrong)}")


def _rows(connection: Connection) -> dict[str, int]:
    """The number of rows of each table."""
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {name: _count(connection, name) for (name,) in tables.all()}


def _count(connection: Connection, table: str) -> int:
    quoted = connection.dialect.identifier_preparer.quote_identifier(table)
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {quoted}").scalar_one())  # noqa: S608  # quoted above


@contextmanager
def _unguarded(connection: Connection) -> Iterator[None]:
    """Foreign keys off while tables are rebuilt; SQLite ignores the switch inside a transaction, so it comes before."""
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=off")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=on")
