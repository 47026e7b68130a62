"""Every step of the schema, with data; and that the steps together are the models."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Connection, Table, Text, func, inspect, select

from hin_desktop.records import journal_chain
from hin_desktop.records.base import Base
from hin_desktop.records.journal import JOURNAL, NOT_JOURNALLED
from hin_desktop.records.migrations import run
from hin_desktop.records.migrations.run import STEPS, MigrationFailed, Step, upgrade
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.client import Client
from hin_desktop.records.models.consultation import WAITING
from hin_desktop.records.models.household import Relation
from hin_desktop.records.models.path import Milestone
from hin_desktop.records.models.residence import ResidencePeriod
from hin_desktop.records.schema import SCHEMA_VERSION, version_of
from tests.desk_factory import Desk, new_database, open_store
from tests.records.filled import fill
from tests.records.keep import KEPT, load

RECORD = {"id", "uid", "organisation_id", "version", "created_at", "updated_at"}


def step(upgrade_by: object, changes_rows: frozenset[str] = frozenset()) -> Step:
    return SimpleNamespace(upgrade=upgrade_by, CHANGES_ROWS=changes_rows)  # type: ignore[return-value]  # a module's shape


def migrated(desk: Desk, extra: Step) -> int:
    return upgrade(desk.store.writer_engine, (*STEPS, extra))


def test_head_equals_the_models(desk: Desk) -> None:
    with desk.store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_step_is_counted_and_tested() -> None:
    assert len(STEPS) == SCHEMA_VERSION
    assert [number for number in range(1, SCHEMA_VERSION + 1) if f"test_step_{number:04}" not in globals()] == []


def test_step_0001(tmp_path: Path) -> None:
    """The first step makes a desk in which every table can be filled, and filled rows hold together."""
    store = new_database(tmp_path / "desk.db")
    fill(store)
    with store.reading() as connection:
        empty = [name for name, table in Base.metadata.tables.items() if not _count(connection, table)]
        assert (empty, version_of(connection)) == ([], SCHEMA_VERSION)
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert journal_chain.verify(connection).faults == ()
    store.close()


def test_step_0002(tmp_path: Path) -> None:
    """Rows of the first release keep what they say; what they were never asked is unknown, and new tables are empty."""
    load(tmp_path / "desk.db", (KEPT / "0001.sql").read_text(encoding="utf-8"))
    store = open_store(tmp_path / "desk.db")
    assert upgrade(store.writer_engine) == SCHEMA_VERSION - 1
    with store.reading() as connection:
        new = sorted(name for name, table in Base.metadata.tables.items() if not _count(connection, table))
        assert {"employment", "benefit", "course_entitlement", "asylum_procedure", "legal_sheet", "law_version",
                "notice"} <= set(new)  # fmt: skip
        period = connection.execute(select(ResidencePeriod.note, ResidencePeriod.late_application)).one()
        relation = connection.execute(select(Relation.related_name, Relation.since, Relation.until,
                                             Relation.ended_by, Relation.german)).one()  # fmt: skip
        assert (tuple(period), tuple(relation)) == (("ü", False), ("ü", None, None, "", None))
        assert connection.execute(select(Milestone.note, Milestone.points)).one() == ("ü", None)
    fill(store)
    with store.reading() as connection:
        assert [name for name in new if not _count(connection, Base.metadata.tables[name])] == []
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert journal_chain.verify(connection).faults == ()
    store.close()


def test_step_0003(tmp_path: Path) -> None:
    """Cases of before have no review to come; the open steps are found by an index that holds nothing else."""
    load(tmp_path / "desk.db", (KEPT / "0002.sql").read_text(encoding="utf-8"))
    store = open_store(tmp_path / "desk.db")
    assert upgrade(store.writer_engine) == SCHEMA_VERSION - 2
    with store.reading() as connection:
        assert connection.execute(select(Case.concern, Case.plan_review_on)).all() == [("ü", None)]
        plan = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN SELECT id FROM consultation WHERE {WAITING}"  # noqa: S608  # a constant of the models
        ).all()
        assert "ix_consultation_waiting" in plan[0].detail
    store.close()


def test_a_migrated_desk_is_left_alone(desk: Desk) -> None:
    assert upgrade(desk.store.writer_engine) == 0


def test_a_parent_is_rebuilt_without_losing_its_children(desk: Desk) -> None:
    def rebuild() -> None:
        with op.batch_alter_table("client", recreate="always") as batch:
            batch.add_column(Column("nickname", Text, nullable=True))

    fill(desk.store)
    assert migrated(desk, step(rebuild)) == 1
    with desk.store.reading() as connection:
        assert "nickname" in {column["name"] for column in inspect(connection).get_columns("client")}
        assert _count(connection, Base.metadata.tables["address"]) == 1
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


@pytest.mark.parametrize(
    ("sql", "reason"), [("DELETE FROM address", "lost or added"), ("DELETE FROM household", "nowhere")]
)
def test_a_step_that_loses_rows_changes_nothing(desk: Desk, sql: str, reason: str) -> None:
    fill(desk.store)
    with pytest.raises(MigrationFailed, match=reason):
        migrated(desk, step(lambda: op.execute(sql)))
    with desk.store.reading() as connection:
        assert _count(connection, Base.metadata.tables["address"]) == 1
        assert _count(connection, Base.metadata.tables["household"]) == 1
        assert version_of(connection) == SCHEMA_VERSION


def test_a_step_may_say_that_it_changes_rows(desk: Desk) -> None:
    fill(desk.store)
    assert migrated(desk, step(lambda: op.execute("DELETE FROM address"), frozenset({"address"}))) == 1


def test_foreign_keys_are_on_again_afterwards(desk: Desk) -> None:
    migrated(desk, step(lambda: None))
    with desk.store.writer_engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize("kept", sorted(KEPT.glob("*.sql")), ids=lambda path: path.stem)
def test_a_kept_desk_of_each_release_becomes_todays(kept: Path, tmp_path: Path) -> None:
    """If only the step that is not yet released changed, keep it anew: python -m tests.records.keep"""
    load(tmp_path / "desk.db", kept.read_text(encoding="utf-8"))
    store = open_store(tmp_path / "desk.db")
    run.upgrade(store.writer_engine)
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert connection.scalars(select(Client.family_name)).all() == ["Kowalenko"]
        assert journal_chain.verify(connection).faults == ()
    store.close()


def test_every_release_is_kept() -> None:
    assert [int(path.stem) for path in sorted(KEPT.glob("*.sql"))] == list(range(1, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("table", sorted(Base.metadata.tables.keys() - JOURNAL - NOT_JOURNALLED))
def test_every_table_of_the_desk_is_a_record(table: str) -> None:
    columns = Base.metadata.tables[table].c
    assert set(columns.keys()) >= RECORD
    assert [key for key in Base.metadata.tables[table].foreign_keys if key.ondelete or key.onupdate] == []


def _count(connection: Connection, table: Table) -> int:
    return connection.scalars(select(func.count()).select_from(table)).one()
