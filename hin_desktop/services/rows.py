"""Plain rows in and out: a frozen dataclass with the names of a table's columns is read from it and written to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, select

from hin_desktop.records.base import Record, table_of

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

    One statement object for each such question: building it anew takes longer than asking.
    """
    statement = _select_by(tuple(field.name for field in fields(row_type)), table_of(model), column, newest_first)
    return tuple(row_type(**row) for row in connection.execute(statement, {"wanted": value}).mappings())


@lru_cache(maxsize=256)
def _select_by(names: tuple[str, ...], table: Table, column: str, newest_first: tuple[str, ...]) -> Select[Any]:
    order = (*(table.c[name].desc() for name in newest_first), table.c.id)
    return _select(names, table).where(table.c[column] == bindparam("wanted")).order_by(*order)


def values_of(row: Row, model: type[Record]) -> Mapping[str, object]:
    """The values of a row that are columns of the table, without identity and version."""
    columns = table_of(model).c
    return {field.name: getattr(row, field.name) for field in fields(row)
            if field.name not in OWN and field.name in columns}
