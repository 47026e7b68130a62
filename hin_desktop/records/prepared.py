"""Statements rendered once for a dialect. Saving a consultation runs a dozen; rendering was most of their time.

Used for writing, and for reading plain numbers and texts: bound values are converted by their column's type, results
come as the driver gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Connection, Delete, Dialect, Insert, Select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

from hin_desktop.records.types import UtcDateTime

MOMENTS = 4
Values = Mapping[str, Any]


class Prepared:
    """One statement with its parameters by name. `columns` are those that an INSERT gives.

    `places` says how many values an `expanding` parameter has; those of `ids` are bound as `ids_1`, `ids_2` …
    """

    def __init__(
        self,
        statement: Insert | Delete | Select[Any],
        dialect: Dialect,
        columns: Sequence[str] | None = None,
        places: Sequence[tuple[str, int]] = (),
    ) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("not a statement")
        if {name for name, bind in compiled.binds.items() if bind.expanding} != {name for name, _ in places}:
            raise TypeError("several values belong to a parameter that expands, and to no other")
        given = {**dict.fromkeys(compiled.binds), **{name: [None] * count for name, count in places}}
        state = compiled.construct_expanded_state(given)
        owner = {bound: name for name, bounds in state.parameter_expansion.items() for bound in bounds}
        self._sql = state.statement
        self._names = tuple(state.positiontup or ())
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._converters = tuple(
            (place, convert)
            for place, name in enumerate(self._names)
            if (convert := _converter(compiled, owner.get(name, name), dialect)) is not None
        )

    def run(self, connection: Connection, values: Values) -> DBAPICursor:
        """Run it once, inside the transaction of the connection; the driver's cursor has rows and `lastrowid`."""
        with _cursor(connection, self._sql) as cursor:
            cursor.execute(self._sql, self._bound(values))
            return cursor

    def run_many(self, connection: Connection, rows: Iterable[Values]) -> None:
        """Run it for each of these rows."""
        with _cursor(connection, self._sql) as cursor:
            cursor.executemany(self._sql, [self._bound(row) for row in rows])

    def _bound(self, values: Values) -> tuple[object, ...]:
        given = {**self._fixed, **values} if self._fixed else values
        bound = list(map(given.__getitem__, self._names))
        for place, convert in self._converters:
            if bound[place] is not None:
                bound[place] = convert(bound[place])
        return tuple(bound)


@contextmanager
def _cursor(connection: Connection, sql: str) -> Iterator[DBAPICursor]:
    """A cursor of the driver, whose errors come as SQLAlchemy's: without the values, which may be a client's."""
    driver = connection.dialect.loaded_dbapi
    try:
        yield connection.connection.cursor()
    except driver.Error as error:
        raise DBAPIError.instance(
            sql, None, error, driver.Error, hide_parameters=True, dialect=connection.dialect
        ) from error


def _converter(compiled: SQLCompiler, name: str, dialect: Dialect) -> Callable[[Any], object] | None:
    kind = compiled.binds[name].type
    if isinstance(kind, Boolean):
        return None  # every driver takes a bool as it is
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is not None and isinstance(kind, UtcDateTime):
        return lru_cache(MOMENTS)(convert)  # all rows of a call carry the same moment
    return convert
