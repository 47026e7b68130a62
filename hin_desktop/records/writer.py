"""The only thing that writes a desk. It stamps, counts versions, journals and collects the changes by itself.

    with store.writing(Message("Address changed"), user_id=1, ...) as writer:
        version = writer.update(Address, 7, 3, {"town": "Herne"})
    return Done(version, writer.changes)

Nothing is written past it, singly or in bulk, so every change is in the history and can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby, islice, repeat
from operator import itemgetter
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete

from hin_desktop.records import concerned
from hin_desktop.records.base import ORGANISATION, Base, table_of
from hin_desktop.records.changes import Change
from hin_desktop.records.journal import NOT_JOURNALLED, Action
from hin_desktop.records.prepared import Values
from hin_desktop.records.recorder import SINGLY, Call, Pending, Recorder
from hin_desktop.records.statements import Statements, TableStatements
from hin_desktop.records.types import json_text, plain

PORTION = 1000
FOUNDER = 1  # the id that the first organisation gets in an empty desk
Model = type[Base]
_Told = tuple[str, int | None, int, set[int]]  # kind, id, version, clients: as in Change


class StaleRow(Exception):
    """The row has another version than its form was read with. `current` is the stored row, by column."""

    def __init__(self, table: str, row_id: int, expected: int, current: Values) -> None:
        self.table = table
        self.row_id = row_id
        self.current = current
        self.version: int = current["version"]
        self.updated_at: datetime = current["updated_at"]
        super().__init__(f"{table} {row_id} has version {self.version}, not {expected}")


class RowGone(Exception):
    """There is no row with this id (any more)."""


class Writer:
    """One service call's transaction. Made by `Store.writing`; `changes` and `entry_id` are there when it has ended.

    `subjects` (client ids) may be handed to every verb where the caller knows them; otherwise the model's rule finds
    them. `connection` is for reading inside the transaction. All rows of a call carry the same moment `at` (UTC).
    """

    def __init__(self, connection: Connection, statements: Statements, call: Call) -> None:
        self.connection = connection
        self.at = call.at
        self.undoes = call.undoes
        self.changes: tuple[Change, ...] = ()
        self._statements = statements
        self._organisation_id = call.organisation_id
        self._recorder = Recorder(call, statements.journal)
        self._told: list[_Told] = []

    @property
    def entry_id(self) -> int | None:
        """The entry of the journal that this call became; None before its end, or if nothing was journalled."""
        return self._recorder.entry_id

    def row(self, model: Model, row_id: int) -> dict[str, Any]:
        """The stored row by column. Raises `RowGone`."""
        return self._row(self._of(model), row_id)

    def insert(self, model: Model, values: Values, *, subjects: Iterable[int] | None = None) -> int:
        """Add a row and return its id; its version is 1. Columns left out take the model's default."""
        sql = self._of(model)
        row = self._stamped(sql, values)
        row_id = int(sql.insert.run(self.connection, row).lastrowid)
        self._tell(sql, Pending(Action.INSERTED, sql.table.name, row_id, row_id, 1), {**row, "id": row_id}, subjects)
        return row_id

    def insert_many(self, model: Model, rows: Iterable[Values], *, subjects: Iterable[int] | None = None) -> range:
        """Add rows and return their ids, which follow one another."""
        sql = self._of(model)
        given, count = iter(rows), 0
        first: list[dict[str, Any]] = []
        while portion := [self._stamped(sql, values) for values in islice(given, PORTION)]:
            sql.insert.run_many(self.connection, portion)
            first, count = first or portion, count + len(portion)
        if not count:
            return range(0)
        (last,) = sql.newest.run(self.connection, {}).fetchone() or (0,)
        ids = range(last - count + 1, last + 1)
        self._tell_run(
            sql, ids, [{**row, "id": row_id} for row_id, row in zip(ids, first[:SINGLY], strict=False)], subjects
        )
        return ids

    def update(
        self,
        model: Model,
        row_id: int,
        version: int | None,
        values: Values,
        *,
        subjects: Iterable[int] | None = None,
        renew: bool = False,
    ) -> int:
        """Change the columns whose value differs and return the new version (the old one where none differs).

        `version` is the one that the form was read with; None skips the comparison. `renew` counts the version on
        even where no column differs: rows that are edited together with it do. Raises `StaleRow`, `RowGone`.
        """
        sql = self._of(model)
        before = self._expected(sql, row_id, version)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not (changed or renew):
            return int(before["version"])
        after = {**before, **changed, "version": before["version"] + 1, "updated_at": self.at}
        written = {name: after[name] for name in (*changed, "version", "updated_at")}
        self.connection.execute(sql.update, {"first_id": row_id, "last_id": row_id, **written})
        payload = {name: [plain(before[name]), plain(value)] for name, value in changed.items()}
        pending = Pending(Action.UPDATED, sql.table.name, row_id, row_id, after["version"], json_text(payload))
        pending.clients.update(concerned.of_columns(sql.rule, before))
        self._tell(sql, pending, after, subjects)
        return int(after["version"])

    def delete(self, model: Model, row_id: int, version: int | None, *, subjects: Iterable[int] | None = None) -> None:
        """Delete a row that nothing journalled depends on any more. Raises `StaleRow`, `RowGone`.

        Give `subjects` where the model finds them through children that the caller has deleted before.
        """
        sql = self._of(model)
        self._delete(sql, [self._expected(sql, row_id, version)], subjects)

    def delete_many(self, model: Model, ids: range, *, subjects: Iterable[int] | None = None) -> None:
        """Delete all rows of a run of ids, a portion by one statement. Raises `RowGone` if one of them is missing."""
        sql = self._of(model)
        for start in range(0, len(ids), PORTION):
            portion = ids[start : start + PORTION]
            rows = self._rows(sql, portion)
            if len(rows) != len(portion):
                raise RowGone
            self._delete(sql, rows, subjects)

    def restore(self, model: Model, rows: Iterable[Values], *, subjects: Iterable[int] | None = None) -> None:
        """Bring deleted rows back as they were, with their own ids; each version counts on."""
        sql, given = self._of(model), iter(rows)
        told: list[dict[str, Any]] = []
        while portion := [_counted(row, self.at) for row in islice(given, PORTION)]:
            sql.restore.run_many(self.connection, portion)
            told.extend({name: row[name] for name in ("id", "version", *sql.rule.names)} for row in portion)
        told.sort(key=itemgetter("id"))
        for _, run in groupby(enumerate(told), key=lambda pair: pair[1]["id"] - pair[0]):
            together = [row for _, row in run]
            self._tell_run(sql, range(together[0]["id"], together[-1]["id"] + 1), together, subjects)

    def clear(self, model: Model, **equal: object) -> None:
        """Delete rows of a table outside the journal (search words, drafts) by equal columns."""
        table = table_of(model)
        if table.name not in NOT_JOURNALLED:
            raise ValueError(f"{table.name} is journalled: delete its rows one by one")
        self.connection.execute(delete(table).where(*(table.c[name] == value for name, value in equal.items())))

    def forget(self, client_id: int) -> None:
        """Note that a person's history was emptied, and keep nothing about the person from this call either."""
        self._recorder.forget(client_id)
        self._recorder.add(Pending(Action.ERASED, "client", client_id, client_id, 0, clients={client_id}))

    def finish(self) -> None:
        """Write the journal and settle `changes`. Called by the store before the commit."""
        if self._organisation_id is not None:
            self._recorder.write(self.connection, self._organisation_id)
        changes: dict[tuple[str, int | None], Change] = {}
        for kind, row_id, version, clients in self._told:
            known = changes.get((kind, row_id))
            concerns = clients if known is None else clients.union(known.clients)
            changes[kind, row_id] = Change(kind, row_id, version, tuple(sorted(concerns)))
        self.changes = tuple(changes.values())

    def _of(self, model: Model) -> TableStatements:
        return self._statements.of(table_of(model).name)

    def _rows(self, sql: TableStatements, ids: range) -> list[dict[str, Any]]:
        found = self.connection.execute(sql.select, {"first_id": ids[0], "last_id": ids[-1]})
        names = tuple(found.keys())
        return [dict(zip(names, row, strict=True)) for row in found]

    def _row(self, sql: TableStatements, row_id: int) -> dict[str, Any]:
        rows = self._rows(sql, range(row_id, row_id + 1))
        if not rows:
            raise RowGone
        return rows[0]

    def _expected(self, sql: TableStatements, row_id: int, version: int | None) -> dict[str, Any]:
        row = self._row(sql, row_id)
        if version is not None and row["version"] != version:
            raise StaleRow(sql.table.name, row_id, version, row)
        return row

    def _stamped(self, sql: TableStatements, values: Values) -> dict[str, Any]:
        row = {**sql.blank, **values}
        if len(row) != len(sql.blank):
            raise KeyError(f"{sql.table.name} has no {sorted(values.keys() - sql.blank.keys())}")
        if sql.stamped:
            if self._organisation_id is None and sql.table.name == ORGANISATION:
                self._organisation_id = FOUNDER
            stamps = {"version": 1, "created_at": self.at, "updated_at": self.at}
            row.update(stamps, uid=row["uid"] or str(uuid4()), organisation_id=self._organisation_id)
        return row

    def _tell(self, sql: TableStatements, change: Pending, row: Values, subjects: Iterable[int] | None) -> None:
        if subjects is not None:
            change.clients.update(subjects)
        elif sql.rule.table:
            change.lookup = sql
        else:
            change.clients.update(concerned.of_columns(sql.rule, row))
        self._told.append((change.table_name, change.first_id, change.version, change.clients))
        if sql.journalled:
            self._recorder.add(change)

    def _tell_run(
        self, sql: TableStatements, ids: range, rows: Sequence[Values], subjects: Iterable[int] | None
    ) -> None:
        name, version = sql.table.name, rows[0].get("version", 1)
        change = Pending(Action.INSERTED, name, ids[0], ids[-1], version)
        if not change.is_run:
            self._tell(sql, change, rows[0], subjects)
            return
        change.clients.update(subjects or ())
        looked_up = subjects is None and (change.is_large or sql.rule.table)
        change.lookup = sql if looked_up else None
        if sql.journalled:
            self._recorder.add(change)
        if change.is_large:
            self._told.append((name, None, version, set()))
            return
        for row in rows:
            clients = change.clients if looked_up or subjects is not None else set(concerned.of_columns(sql.rule, row))
            change.clients |= clients
            self._told.append((name, row.get("id"), row.get("version", 1), clients))

    def _delete(self, sql: TableStatements, rows: Sequence[Values], subjects: Iterable[int] | None) -> None:
        name, given = sql.table.name, None if subjects is None else tuple(subjects)
        found = concerned.of_rows(self.connection, sql.table, sql.rule, rows) if given is None else repeat(given)
        for row, clients in zip(rows, found, strict=given is None):
            payload = {**row, **{column: plain(row[column]) for column in sql.coded}}
            change = Pending(Action.DELETED, name, row["id"], row["id"], 0, json_text(payload), set(clients))
            if len(rows) <= SINGLY:
                self._told.append((name, row["id"], 0, change.clients))
            if sql.journalled:
                self._recorder.add(change)
        if len(rows) > SINGLY:
            self._told.append((name, None, 0, set()))
        run = {"first_id": rows[0]["id"], "last_id": rows[-1]["id"]}
        for statement in (*sql.derived, sql.delete):
            statement.run(self.connection, run)


def _counted(row: Values, at: datetime) -> dict[str, Any]:
    return {**row, "version": row["version"] + 1, "updated_at": at}
