"""Taking a service call back, by replaying its entry of the journal backwards in a new one.

    with store.writing(Message("Undone: {what}", what=entry.verb), ..., undoes=entry.id) as writer:
        touched = replay(writer)

Redo is the undo of that entry. Other fields that changed since stay as they are; where the same field changed, or
something was added to a row that would have to go, the undo is refused as a whole, with the reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.exc import IntegrityError

from hin_desktop.errors import Message, Refused
from hin_desktop.records.base import Base, Record, table_of
from hin_desktop.records.journal import Action, JournalChange, JournalEntry, row_reader
from hin_desktop.records.types import plain
from hin_desktop.records.writer import Model, RowGone, Writer

_CHANGE, _ENTRY = table_of(JournalChange), table_of(JournalEntry)
_LATER = Message("Look at the history and change it by hand where needed.")


@dataclass(frozen=True, slots=True)
class Touched:
    """Rows that an undo changed: the caller renews what is derived from them (search words).

    `clients` are the people concerned as far as the journal names them one by one; of a run of inserted rows taken
    back, or brought back, the ids alone are known.
    """

    table: str
    ids: Sequence[int]
    clients: frozenset[int]


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be taken back and done again in a session: ids of entries, None where there is nothing."""

    undo: int | None
    redo: int | None


def steps(connection: Connection, session: str) -> Steps:
    """The entry of this session to take back next, and the undo to take back next (that is redo).

    Neither the founding of the desk nor an erasure is among them.
    """
    others = select(_ENTRY.c.id).where(_ENTRY.c.session != session).order_by(_ENTRY.c.id.desc()).limit(1)
    began_after = func.coalesce(others.scalar_subquery(), 0)  # one desk, one session at a time
    query = select(_ENTRY.c.id, _ENTRY.c.undoes).where(
        _ENTRY.c.id > began_after, _ENTRY.c.user_id.is_not(None), _ENTRY.c.id.not_in(_erasures())
    )
    done: list[int] = []
    undone: list[int] = []
    for entry_id, undoes in connection.execute(query.order_by(_ENTRY.c.id)):
        if undoes is not None and undoes in done:
            done.remove(undoes)
            undone.append(entry_id)
        elif undoes is not None and undoes in undone:
            undone.remove(undoes)
            done.append(entry_id)
        else:
            done.append(entry_id)
            undone.clear()
    return Steps(done[-1] if done else None, undone[-1] if undone else None)


def replay(writer: Writer) -> tuple[Touched, ...]:
    """Take back the entry that `writer.undoes` names. Raises `Refused`; then nothing may be committed."""
    entry_id = writer.undoes
    if entry_id is None:
        raise ValueError("the call must say which entry it undoes")
    undo = _Undo(writer, entry_id)
    undo.check()
    try:
        return tuple(undo.touched())
    except IntegrityError as error:
        raise _refused(
            Message("Something was added to it in the meantime, or belongs to something deleted.")
        ) from error
    except RowGone as error:
        raise _refused(Message("It was deleted in the meantime.")) from error


def _refused(reason: Message) -> Refused:
    return Refused(Message("This step cannot be undone. {reason}", reason=reason), _LATER)


def _erasures() -> Any:  # noqa: ANN401  # a scalar select of no further interest
    return select(_CHANGE.c.entry_id).where(_CHANGE.c.action == Action.ERASED)


class _Undo:
    """One replay. Steps run from the last change of the entry to the first."""

    def __init__(self, writer: Writer, entry_id: int) -> None:
        self._writer = writer
        self._entry_id = entry_id
        self._models: dict[str, Model] = {table_of(each.class_).name: each.class_ for each in Base.registry.mappers}
        query = select(_CHANGE).where(_CHANGE.c.entry_id == entry_id).order_by(_CHANGE.c.position.desc())
        self._changes = writer.connection.execute(query).all()
        self._settled, self._cancelled = _cancelled(writer.connection, entry_id)

    def check(self) -> None:
        """Refuse what was taken back already and what can no longer be known."""
        if self._entry_id in self._cancelled:
            raise _refused(Message("It was undone already."))
        if not self._changes:
            raise _refused(Message("It is not in the history."))
        if any(row.action is Action.ERASED or (row.payload is None and row.digest) for row in self._changes):
            raise _refused(Message("Its content was erased for good."))

    def touched(self) -> Iterator[Touched]:
        """Do it, and say which rows changed."""
        for (action, table), group in groupby(self._changes, key=lambda row: (row.action, row.table_name)):
            rows = list(group)
            if action is Action.DELETED:
                yield self._restored(table, rows)
                continue
            for row in rows:
                yield self._deleted(row) if action is Action.INSERTED else self._updated(row)

    def _deleted(self, change: Row[Any]) -> Touched:
        if self._changed_since(change):
            raise _refused(Message("It was changed in the meantime."))
        model, ids = self._models[change.table_name], range(change.first_id, change.last_id + 1)
        self._writer.delete_many(model, ids, subjects=self._subjects(model, [change]))
        return self._told(change.table_name, ids, [change])

    def _updated(self, change: Row[Any]) -> Touched:
        model, row_id = self._models[change.table_name], change.first_id
        now = self._writer.row(model, row_id)
        back: dict[str, Any] = {}
        payload = json.loads(change.payload)
        for name, (before, after) in payload.items():
            if name not in now or plain(now[name]) == before:
                continue
            if plain(now[name]) != after:
                raise _refused(Message("The same field was changed in the meantime."))
            back[name] = before
        values = row_reader(change.table_name)(back)
        about = self._subjects(model, [change])
        self._writer.update(model, row_id, None, values, subjects=about, renew=not payload)
        return self._told(change.table_name, (row_id,), [change])

    def _restored(self, table: str, changes: Sequence[Row[Any]]) -> Touched:
        model = self._models[table]
        read = row_reader(table)
        rows = (read(json.loads(change.payload)) for change in changes)
        self._writer.restore(model, rows, subjects=self._subjects(model, changes))
        return self._told(table, [change.first_id for change in changes], changes)

    def _changed_since(self, change: Row[Any]) -> bool:
        """Whether these rows were changed later by something that is still in effect."""
        overlap = (_CHANGE.c.first_id <= change.last_id, _CHANGE.c.last_id >= change.first_id)
        later = select(_CHANGE.c.entry_id).where(
            _CHANGE.c.entry_id > self._entry_id, _CHANGE.c.table_name == change.table_name, *overlap
        )
        return not self._settled.issuperset(self._writer.connection.scalars(later.distinct()))

    def _subjects(self, model: Model, changes: Sequence[Row[Any]]) -> frozenset[int] | None:
        """The people of the original changes, where the rows alone would not tell them."""
        looked_up = issubclass(model, Record) and bool(model.subjects.table)
        return self._concerned(changes) if looked_up and changes[0].clients is not None else None

    def _concerned(self, changes: Sequence[Row[Any]]) -> frozenset[int]:
        return frozenset().union(*(json.loads(change.clients) for change in changes if change.clients is not None))

    def _told(self, table: str, ids: Sequence[int], changes: Sequence[Row[Any]]) -> Touched:
        return Touched(table, ids, self._concerned(changes))


def _cancelled(connection: Connection, entry_id: int) -> tuple[set[int], set[int]]:
    """Later entries that no longer count (undone, or the undoing of a later one), and all entries undone since."""
    query = select(_ENTRY.c.id, _ENTRY.c.undoes).where(_ENTRY.c.id > entry_id, _ENTRY.c.undoes.is_not(None))
    settled: set[int] = set()
    undone: set[int] = set()
    for undo, target in connection.execute(query.order_by(_ENTRY.c.id.desc())):
        if undo in undone:
            continue
        undone.add(target)
        if target > entry_id:
            settled.update((undo, target))
    return settled | undone, undone
