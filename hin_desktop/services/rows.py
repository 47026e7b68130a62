"""Plain rows in and out: a frozen dataclass with the names of a table's columns is read from it and written to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import BindParameter, ColumnElement, Connection, Dialect, Select, Table, bindparam, select

from hin_desktop.records.base import Record, table_of
from hin_desktop.records.prepared import Prepared

__all__ = ["R", "Row", "fetch", "fetch_by", "table_of", "values_of"]

OWN = frozenset({"id", "version"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A stored record as plain values. `id` 0: not stored yet; `version`: the state the form was read with."""

    id: int = 0
    version: int = 0


R = TypeVar("R", bound=Row)


@lru_cache(maxsize=256)
def _select(names: tuple[str, ...], table: Table) -> Select[Any]:
    return select(*(table.c[name] for name in names if name in table.c))


def fetch(connection: Connection, row_type: type[R], model: type[Record], *where: ColumnElement[bool],
          order: tuple[ColumnElement[Any], ...] = ()) -> tuple[R, ...]:
    """The rows that meet all conditions, as `row_type`; its fields that are no columns keep their defaults."""
    statement = _select(tuple(field.name for field in fields(row_type)), table_of(model)).where(*where).order_by(*order)
    return tuple(row_type(**row) for row in connection.execute(statement).mappings())


def fetch_by(connection: Connection, row_type: type[R], model: type[Record], column: str, value: object,
             newest_first: tuple[str, ...] = ()) -> tuple[R, ...]:
    """The rows whose `column` is `value`, the highest of `newest_first` on top, then by id.

    A page asks a dozen such questions: each is rendered once, which takes longer than asking it.
    """
    return fetch_many(connection, row_type, model, column, (value,), newest_first)


def fetch_many(connection: Connection, row_type: type[R], model: type[Record], column: str, values: Sequence[object],
               newest_first: tuple[str, ...] = ()) -> tuple[R, ...]:
    """The rows whose `column` is one of the values, in the order of `fetch_by` for each of them."""
    if not values:
        return ()
    names = tuple(field.name for field in fields(row_type))
    asked = _asked(values)
    question = _question(names, table_of(model), column, newest_first, connection.dialect, len(asked))
    found = question.prepared.run(connection, asked).fetchall()
    return tuple(row_type(**question.read(row)) for row in found)


def _asked(values: Sequence[object]) -> dict[str, object]:
    """The values by the names of their places; the last one fills up to a power of two, so that questions recur."""
    places = 1 << (len(values) - 1).bit_length()
    return {f"wanted{place}": values[min(place, len(values) - 1)] for place in range(places)}


@dataclass(frozen=True, slots=True)
class _Question:
    """A rendered statement, and how its columns become the fields of a row."""

    prepared: Prepared
    names: tuple[str, ...]
    converted: tuple[tuple[str, Callable[[Any], Any]], ...]

    def read(self, values: Sequence[Any]) -> dict[str, Any]:
        """One row as the driver gave it, by field."""
        found = dict(zip(self.names, values, strict=True))
        for name, convert in self.converted:
            if found[name] is not None:
                found[name] = convert(found[name])
        return found


@lru_cache(maxsize=256)
def _question(fields_wanted: tuple[str, ...], table: Table, column: str, newest_first: tuple[str, ...],
              dialect: Dialect, places: int) -> _Question:
    names = tuple(name for name in fields_wanted if name in table.c)
    order = (*(table.c[name].desc() for name in newest_first), table.c.id)
    wanted: list[BindParameter[Any]] = [bindparam(f"wanted{place}") for place in range(places)]
    statement = _select(names, table).where(table.c[column].in_(wanted)).order_by(*order)
    readers = ((name, table.c[name].type.dialect_impl(dialect).result_processor(dialect, None)) for name in names)
    return _Question(Prepared(statement, dialect), names,
                     tuple((name, convert) for name, convert in readers if convert is not None))


def values_of(row: Row, model: type[Record]) -> Mapping[str, object]:
    """The values of a row that are columns of the table, without identity and version."""
    columns = table_of(model).c
    return {field.name: getattr(row, field.name) for field in fields(row)
            if field.name not in OWN and field.name in columns}
