"""Statements rendered once for a dialect. Saving a consultation runs a dozen; rendering was most of their time.

Used for writing, and for reading plain numbers and texts: bound values are converted by their column's type, results
come as the driver gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Connection, CursorResult, Delete, Dialect, Insert, Select
from sqlalchemy.sql.compiler import SQLCompiler

from hin_desktop.records.types import UtcDateTime

MOMENTS = 4
Values = Mapping[str, Any]


class Prepared:
    """One statement with its parameters by name. `columns` are those that an INSERT gives."""

    def __init__(
        self, statement: Insert | Delete | Select[Any], dialect: Dialect, columns: Sequence[str] | None = None
    ) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("not a statement")
        self._sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._converters = tuple(
            (place, convert)
            for place, name in enumerate(self._names)
            if (convert := _converter(compiled, name, dialect)) is not None
        )

    def run(self, connection: Connection, values: Values) -> CursorResult[Any]:
        """Run it once."""
        return connection.exec_driver_sql(self._sql, self._bound(values))

    def run_many(self, connection: Connection, rows: Iterable[Values]) -> None:
        """Run it for each of these rows; there must be at least one."""
        connection.exec_driver_sql(self._sql, [self._bound(row) for row in rows])

    def _bound(self, values: Values) -> tuple[object, ...]:
        given = {**self._fixed, **values} if self._fixed else values
        bound = [given[name] for name in self._names]
        for place, convert in self._converters:
            if bound[place] is not None:
                bound[place] = convert(bound[place])
        return tuple(bound)


def _converter(compiled: SQLCompiler, name: str, dialect: Dialect) -> Callable[[Any], object] | None:
    kind = compiled.binds[name].type
    if isinstance(kind, Boolean):
        return None  # every driver takes a bool as it is
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is not None and isinstance(kind, UtcDateTime):
        return lru_cache(MOMENTS)(convert)  # all rows of a call carry the same moment
    return convert
