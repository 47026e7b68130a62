"""Finding the clients whom rows concern, by the rule that each model states; at most one indexed query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Integer, Select, Table, bindparam, literal, select, union

from hin_desktop.records.base import Subjects
from hin_desktop.records.prepared import Values

Clients = tuple[int, ...]


def of_columns(rule: Subjects, row: Values) -> Clients:
    """The clients whom the row itself names. No query; empty where the rule looks into another table."""
    return tuple(sorted({row[name] for name in rule.names if row.get(name) is not None}))


def of_rows(connection: Connection, table: Table, rule: Subjects, rows: Sequence[Values]) -> list[Clients]:
    """The clients of each of these rows of `table`, in their order."""
    if not rule.table:
        return [of_columns(rule, row) for row in rows]
    other = table.metadata.tables[rule.table]
    keys = [row[rule.key] for row in rows]
    link, client = other.c[rule.link], other.c[rule.client]
    found: dict[object, set[int]] = {}
    for key, value in connection.execute(select(link, client).where(link.between(min(keys), max(keys)))):
        if value is not None:
            found.setdefault(key, set()).add(value)
    return [tuple(sorted(found.get(key, ()))) for key in keys]


def of_run(table: Table, rule: Subjects) -> Select[Any] | None:
    """The query for the clients of the rows :first_id to :last_id (inclusive), each once; None: about nobody."""
    run = table.c.id.between(bindparam("first_id"), bindparam("last_id"))
    if rule.table:
        other = table.metadata.tables[rule.table]
        joined = table.join(other, other.c[rule.link] == table.c[rule.key])
        client = other.c[rule.client]
        return select(client).select_from(joined).where(run, client.is_not(None)).distinct()
    each = [select(table.c[name].label("client_id")).where(run, table.c[name].is_not(None)) for name in rule.names]
    if len(each) == 1:
        return each[0].distinct()
    return select(union(*each).subquery().c.client_id) if each else None


def numbered(query: Select[Any], *values: int) -> Select[Any]:
    """The same clients with constant numbers beside them: ready for INSERT … SELECT."""
    return query.add_columns(*(literal(value, Integer) for value in values))
