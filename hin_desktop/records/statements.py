"""The statements of each table, built once: building one costs more than running it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Delete,
    Dialect,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from hin_desktop.records import concerned
from hin_desktop.records.base import Base, Record, Subjects, table_of
from hin_desktop.records.journal import JOURNAL, NOT_JOURNALLED, JournalChange, JournalEntry, JournalSubject
from hin_desktop.records.prepared import Prepared, Values
from hin_desktop.records.types import is_plain

STAMPS = ("uid", "organisation_id", "version", "created_at", "updated_at")


@dataclass(frozen=True, slots=True)
class TableStatements:
    """What the Writer does with one table. Parameters: `first_id` and `last_id` (inclusive) say which rows.

    `blank` is a row of defaults without an id; `coded` columns need `plain`; `insert` leaves the id to the database,
    `restore` gives it. `derived` empties the tables outside the journal that depend on these rows. `concerned` finds
    the people of rows whose model looks them up in another table, or of a whole run; `people` is the same, prepared.
    `newest` is the highest id.
    """

    table: Table
    rule: Subjects
    journalled: bool
    stamped: bool
    blank: Values
    coded: tuple[str, ...]
    insert: Prepared
    restore: Prepared
    select: Select[Any]
    update: Update
    delete: Prepared
    derived: tuple[Prepared, ...]
    concerned: Select[Any] | None
    people: Prepared | None
    newest: Prepared


class JournalStatements:
    """How the journal is written."""

    def __init__(self, dialect: Dialect) -> None:
        entry, change, subject = (table_of(model) for model in (JournalEntry, JournalChange, JournalSubject))
        self.head = Prepared(select(entry.c.id, entry.c.hash).order_by(entry.c.id.desc()).limit(1), dialect)
        self.entry = Prepared(insert(entry), dialect, entry.c.keys())
        self.change = Prepared(insert(change), dialect, change.c.keys())
        self.subject = Prepared(insert(subject), dialect, subject.c.keys())


class Statements:
    """The statements of all mapped tables, each rendered when first needed: opening a desk waits for none of them.

    The journal's own are apart, for nobody writes it as a table.
    """

    def __init__(self, registry: type[Base], dialect: Dialect) -> None:
        models = {table_of(mapper.class_).name: mapper.class_ for mapper in registry.registry.mappers}
        self._models = {name: models[name] for name in models.keys() - JOURNAL}
        self._dialect = dialect
        self._of: dict[str, TableStatements] = {}
        self.journal = JournalStatements(dialect)

    def of(self, table: str) -> TableStatements:
        """The statements of one table; KeyError where there is none of this name."""
        found = self._of.get(table)
        if found is None:
            found = self._of[table] = _build(self._models[table], self._dialect)
        return found


def _build(model: type[Base], dialect: Dialect) -> TableStatements:
    table = table_of(model)
    rule = model.subjects if issubclass(model, Record) else Subjects.none()
    rows, people = _run(table), concerned.of_run(table, rule)
    columns = [column.name for column in table.c if column.name != "id"]
    return TableStatements(
        table=table,
        rule=rule,
        journalled=table.name not in NOT_JOURNALLED,
        stamped=issubclass(model, Record),
        blank={name: _default(table.c[name]) for name in columns},
        coded=tuple(column.name for column in table.c if not is_plain(column.type)),
        insert=Prepared(insert(table), dialect, columns),
        restore=Prepared(insert(table), dialect, table.c.keys()),
        select=select(table).where(rows),
        update=update(table).where(rows),
        delete=Prepared(delete(table).where(rows), dialect),
        derived=tuple(Prepared(statement, dialect) for statement in _derived(table)),
        concerned=people,
        people=None if people is None else Prepared(people, dialect),
        newest=Prepared(select(func.max(table.c.id)), dialect),
    )


def _default(column: Column[Any]) -> object:
    """What a column takes that nobody names: the model's plain default, or nothing."""
    if column.default is None:
        return None
    if not isinstance(column.default, ScalarElementColumnDefault):
        raise TypeError(f"{column} must have a plain value as its default")
    return column.default.arg


def _run(table: Table, column: str = "id") -> ColumnElement[bool]:
    return table.c[column].between(bindparam("first_id"), bindparam("last_id"))


def _derived(table: Table) -> tuple[Delete, ...]:
    outside = (table.metadata.tables[name] for name in sorted(NOT_JOURNALLED) if name in table.metadata.tables)
    return tuple(
        delete(other).where(_run(other, key.parent.name))
        for other in outside
        for key in other.foreign_keys
        if key.column.table is table
    )
