"""Verlauf, undo and redo: what happened to a person's file, and taking back what was done in this session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from hin_desktop.errors import Message, Refused
from hin_desktop.records import journal
from hin_desktop.records import undo as undoing
from hin_desktop.records.models.client import Client, ClientName
from hin_desktop.records.models.user import User
from hin_desktop.services import search
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import table_of

CLIENT, USER = table_of(Client).name, table_of(User).name
NAMED = {CLIENT, table_of(ClientName).name}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column that changed; None: empty. `record` is the table's name."""

    record: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act in a person's file. `undone` tells that it was taken back since, `undoes` that it takes one back."""

    id: int
    at: datetime
    who: str
    verb: Message
    changes: tuple[FieldChange, ...]
    undone: bool
    undoes: bool


def of_client(desk: OpenDesk, client_id: int, before: int | None = None, limit: int = 50) -> tuple[HistoryEntry, ...]:
    """A person's Verlauf, the latest first; `before` is the id of the last entry already shown."""
    with desk.reading() as connection:
        return tuple(_entry(connection, row, client_id)
                     for row in journal.entries_of_client(connection, client_id, before=before, limit=limit))


def _entry(connection: Connection, row: journal.EntryRow, client_id: int) -> HistoryEntry:
    changes = journal.changes_of(connection, row.id, client_id=client_id)
    return HistoryEntry(row.id, row.at, row.who, row.verb, tuple(_fields(changes)), _is_undone(connection, row),
                        row.undoes is not None)


def _is_undone(connection: Connection, row: journal.EntryRow) -> bool:
    """Whether it was taken back for good: an undo that was itself taken back (redo) does not count."""
    undo = _stored(connection, row.undone_by)
    return undo is not None and not _is_undone(connection, undo)


def _fields(changes: Iterable[journal.ChangeRow]) -> Iterable[FieldChange]:
    for change in changes:
        for name in dict.fromkeys((*change.before, *change.after)):
            yield FieldChange(change.table, name, change.before.get(name), change.after.get(name))


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What undo and redo would do now, in words; None where there is nothing."""

    undo: Message | None
    redo: Message | None


def next_steps(desk: OpenDesk) -> NextSteps:
    """What can be taken back and done again in this session."""
    with desk.reading() as connection:
        steps = undoing.steps(connection, desk.session)
        redo = _stored(connection, steps.redo)
        return NextSteps(_verb(connection, steps.undo), _verb(connection, redo.undoes) if redo else None)


def undo(desk: OpenDesk, entry_id: int | None = None) -> Done[None] | None:
    """Take back one act, or the last one of this session; None where there is none. Raises Refused."""
    with desk.reading() as connection:
        wanted = entry_id or undoing.steps(connection, desk.session).undo
        verb = _verb(connection, wanted)
    return None if wanted is None or verb is None else _replay(desk, wanted, Message("Undone: {verb}", verb=verb))


def redo(desk: OpenDesk) -> Done[None] | None:
    """Do again what was taken back last; None where there is nothing. Raises Refused."""
    with desk.reading() as connection:
        wanted = undoing.steps(connection, desk.session).redo
        entry = _stored(connection, wanted)
        verb = _verb(connection, entry.undoes) if entry else None
    return None if wanted is None or verb is None else _replay(desk, wanted, Message("Done again: {verb}", verb=verb))


def _replay(desk: OpenDesk, entry_id: int, verb: Message) -> Done[None]:
    with desk.writing(verb, undoes=entry_id) as act:
        _refuse_key_slots(act.writer.connection, entry_id)
        for touched in undoing.replay(act.writer):
            if touched.table in NAMED:
                for client_id in touched.ids if touched.table == CLIENT else touched.clients:
                    search.index_person(act.writer, client_id)
    return act.done(None)


def _refuse_key_slots(connection: Connection, entry_id: int) -> None:
    """Who may open the desk is not in the database: the record alone must not come back or go."""
    if any(change.table == USER and (change.action is not journal.Action.UPDATED or "active" in change.before)
           for change in journal.changes_of(connection, entry_id)):
        raise Refused(Message("Who works at this desk cannot be undone."),
                      Message("Add or remove the colleague in the settings."))


def _verb(connection: Connection, entry_id: int | None) -> Message | None:
    entry = _stored(connection, entry_id)
    return entry.verb if entry else None


def _stored(connection: Connection, entry_id: int | None) -> journal.EntryRow | None:
    if entry_id is None:
        return None
    newest = journal.entries(connection, before=entry_id + 1, limit=1)
    return newest[0] if newest and newest[0].id == entry_id else None
