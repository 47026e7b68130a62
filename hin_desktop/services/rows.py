"""Plain rows in and out: a frozen dataclass with the names of a table's columns is read from it and written to it."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Dialect, Select, Table, bindparam, select

from hin_desktop.records.base import Record, table_of
from hin_desktop.records.prepared import Prepared

__all__ = ["R", "Row", "ask", "fetch", "fetch_by", "rows_of", "select_of", "table_of", "values_of"]

OWN = frozenset({"id", "version"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A stored record as plain values. `id` 0: not stored yet; `version`: the state the form was read with."""

    id: int = 0
    version: int = 0


R = TypeVar("R", bound=Row)


def select_of(row_type: type[Row], model: type[Record]) -> Select[Any]:
    """The question for all rows of a table, each with the fields of `row_type` that are columns."""
    return _select(tuple(field.name for field in fields(row_type)), table_of(model))


@lru_cache(maxsize=256)
def _select(names: tuple[str, ...], table: Table) -> Select[Any]:
    return select(*(table.c[name] for name in names if name in table.c))


def fetch(connection: Connection, row_type: type[R], model: type[Record], *where: ColumnElement[bool],
          order: tuple[ColumnElement[Any], ...] = ()) -> tuple[R, ...]:
    """The rows that meet all conditions, as `row_type`; its fields that are no columns keep their defaults."""
    statement = select_of(row_type, model).where(*where).order_by(*order)
    return tuple(row_type(**row) for row in connection.execute(statement).mappings())


def fetch_by(connection: Connection, row_type: type[R], model: type[Record], column: str, value: object,
             newest_first: tuple[str, ...] = ()) -> tuple[R, ...]:
    """The rows whose `column` is `value`, the highest of `newest_first` on top, then by id."""
    return fetch_many(connection, row_type, model, column, (value,), newest_first)


def fetch_many(connection: Connection, row_type: type[R], model: type[Record], column: str, values: Sequence[object],
               newest_first: tuple[str, ...] = ()) -> tuple[R, ...]:
    """The rows whose `column` is one of the values, in the order of `fetch_by` for each of them."""
    names = tuple(field.name for field in fields(row_type))
    return rows_of(connection, row_type, _select_in(names, table_of(model), column, newest_first), wanted=values)


@lru_cache(maxsize=256)
def _select_in(names: tuple[str, ...], table: Table, column: str, newest_first: tuple[str, ...]) -> Select[Any]:
    order = (*(table.c[name].desc() for name in newest_first), table.c.id)
    return _select(names, table).where(table.c[column].in_(bindparam("wanted", expanding=True))).order_by(*order)


def rows_of(connection: Connection, row_type: type[R], statement: Select[Any], **values: object) -> tuple[R, ...]:
    """As `ask`, each answer as `row_type`."""
    return tuple(row_type(**row._asdict()) for row in ask(connection, statement, **values))


def ask(connection: Connection, statement: Select[Any], **values: object) -> list[Any]:
    """Ask what a module keeps as a constant. Rows have their columns as attributes.

    A page asks dozens of such questions: each is rendered once, which takes longer than asking it. Several values
    (anything but a text that has a length) are for the places of an `expanding` IN; none find nothing.
    """
    lists = {name: tuple(value) for name, value in values.items()
             if isinstance(value, Collection) and not isinstance(value, str | bytes)}
    if not all(lists.values()):
        return []
    places = tuple((name, _places(value)) for name, value in lists.items())
    question = _question(statement, connection.dialect, places)
    for name, count in places:  # the last one fills up, so that the same questions recur
        values.update({f"{name}_{place + 1}": lists[name][min(place, len(lists[name]) - 1)] for place in range(count)})
    return [question.read(row) for row in question.prepared.run(connection, values).fetchall()]


def _places(values: Sequence[object]) -> int:
    """The next power of two."""
    return 1 << (len(values) - 1).bit_length()


@dataclass(frozen=True, slots=True)
class _Question:
    """A rendered statement, and how its columns become the fields of a row."""

    prepared: Prepared
    row: type[Any]
    converted: tuple[tuple[int, Callable[[Any], Any]], ...]

    def read(self, values: Sequence[Any]) -> object:
        """One row as the driver gave it."""
        found = list(values)
        for place, convert in self.converted:
            if found[place] is not None:
                found[place] = convert(found[place])
        return self.row._make(found)


@lru_cache(maxsize=512)
def _question(statement: Select[Any], dialect: Dialect, places: tuple[tuple[str, int], ...]) -> _Question:
    columns = statement.selected_columns
    readers = (column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns)
    return _Question(
        Prepared(statement, dialect, places=places),
        namedtuple("Found", [column.name for column in columns]),  # its fields are known only here
        tuple((place, convert) for place, convert in enumerate(readers) if convert is not None))


def values_of(row: Row, model: type[Record]) -> Mapping[str, object]:
    """The values of a row that are columns of the table, without identity and version."""
    columns = table_of(model).c
    return {field.name: getattr(row, field.name) for field in fields(row)
            if field.name not in OWN and field.name in columns}
