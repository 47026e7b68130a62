"""The statements of each table, built once: building one costs more than running it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    MetaData,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from hin_desktop.records import concerned
from hin_desktop.records.base import Base, Record, Subjects, table_of
from hin_desktop.records.journal import JOURNAL, NOT_JOURNALLED

STAMPS = ("uid", "organisation_id", "version", "created_at", "updated_at")


@dataclass(frozen=True, slots=True)
class TableStatements:
    """What the Writer does with one table. Parameters: `first_id` and `last_id` (inclusive) say which rows.

    `derived` empties the tables outside the journal that depend on these rows; `concerned` finds the people of rows
    whose model looks them up in another table or of a whole run.
    """

    table: Table
    rule: Subjects
    journalled: bool
    stamps: frozenset[str]
    insert: Insert
    select: Select[tuple[object, ...]]
    update: Update
    delete: Delete
    derived: tuple[Delete, ...]
    concerned: Select[tuple[int]] | None


class Statements:
    """The statements of all mapped tables but the journal's, which nobody writes through them."""

    def __init__(self, registry: type[Base]) -> None:
        models = {table_of(mapper.class_).name: mapper.class_ for mapper in registry.registry.mappers}
        self._of = {name: _build(models[name], registry.metadata) for name in models.keys() - JOURNAL}

    def of(self, table: str) -> TableStatements:
        """The statements of one table; KeyError where there is none of this name."""
        return self._of[table]


def _build(model: type[Base], metadata: MetaData) -> TableStatements:
    table = table_of(model)
    rule = model.subjects if issubclass(model, Record) else Subjects.none()
    rows = _run(table)
    return TableStatements(
        table=table,
        rule=rule,
        journalled=table.name not in NOT_JOURNALLED,
        stamps=frozenset(STAMPS) & frozenset(table.c.keys()),
        insert=insert(table),
        select=select(table).where(rows),
        update=update(table).where(rows),
        delete=delete(table).where(rows),
        derived=_derived(table, metadata),
        concerned=concerned.of_run(table, rule),
    )


def _run(table: Table, column: str = "id") -> ColumnElement[bool]:
    return table.c[column].between(bindparam("first_id"), bindparam("last_id"))


def _derived(table: Table, metadata: MetaData) -> tuple[Delete, ...]:
    outside = (metadata.tables[name] for name in sorted(NOT_JOURNALLED) if name in metadata.tables)
    return tuple(
        delete(other).where(_run(other, key.parent.name))
        for other in outside
        for key in other.foreign_keys
        if key.column.table is table
    )
