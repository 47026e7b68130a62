"""The history of the desk: what each service call changed, who made it, and reading it back.

The one mechanism behind Verlauf, undo, audit, access under Art. 15 GDPR, and explaining a conflict. Written by the
`Writer` alone. No foreign key leads out of it: it outlives what it tells of. No row of it is ever deleted; only a
payload is erased when a person must be forgotten (`journal_chain`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, Row, Select, String, select, text
from sqlalchemy.orm import Mapped, aliased, mapped_column

from hin_desktop.errors import Message
from hin_desktop.records.base import ORGANISATION, Base
from hin_desktop.records.types import reader
from hin_desktop.records.verbs import message_of

JOURNAL = frozenset({"journal_entry", "journal_change", "journal_subject"})
NOT_JOURNALLED = frozenset({"draft", "interface_state", "search_term", "access_log", "blob"})


class Action(StrEnum):
    """What happened to a row. ERASED: the history of this person was emptied."""

    INSERTED = "insert"
    UPDATED = "update"
    DELETED = "delete"
    ERASED = "erase"


_UNDOES = "undoes IS NOT NULL"  # few entries are undos: the rest pays for no index


class JournalEntry(Base):
    """One service call. `hash` covers `prev_hash`, this entry and the digests of its changes.

    `verb` is the source text of a message (with `verb_plural`, where it counts), `verb_values` its values; they may
    name a person and can be erased, `verb_digest` remains. `undoes` is the entry that this one takes back.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (
        Index("ix_journal_entry_undoes", "undoes", sqlite_where=text(_UNDOES), postgresql_where=text(_UNDOES)),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey(f"{ORGANISATION}.id"))
    at: Mapped[datetime]
    user_id: Mapped[int | None]
    session: Mapped[str] = mapped_column(String(36))
    verb: Mapped[str]
    verb_plural: Mapped[str | None]
    verb_values: Mapped[str | None]
    verb_salt: Mapped[str] = mapped_column(String(32))
    verb_digest: Mapped[str] = mapped_column(String(64))
    undoes: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    prev_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class JournalChange(Base):
    """One row that the entry changed, or a run of rows inserted together (`first_id` to `last_id`, both inclusive).

    `version` is the row's new one (0: deleted). `payload`: for an update {column: [before, after]}, for a deletion
    the whole row {column: value}, for an insert nothing, because the row itself is there. `clients`: the people it
    concerns, [id, …]; of an import None, for they are many. Both are canonical JSON text.
    """

    __tablename__ = "journal_change"
    __table_args__ = ({"sqlite_with_rowid": False},)

    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organisation_id: Mapped[int] = mapped_column(ForeignKey(f"{ORGANISATION}.id"))
    action: Mapped[Action]
    table_name: Mapped[str] = mapped_column(String(40))
    first_id: Mapped[int]
    last_id: Mapped[int]
    version: Mapped[int]
    clients: Mapped[str | None]
    payload: Mapped[str | None]
    salt: Mapped[str] = mapped_column(String(32))
    digest: Mapped[str] = mapped_column(String(64))


class JournalSubject(Base):
    """Whom a change concerns: the index through which a person's Verlauf is one look-up."""

    __tablename__ = "journal_subject"
    __table_args__ = ({"sqlite_with_rowid": False},)

    client_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organisation_id: Mapped[int] = mapped_column(ForeignKey(f"{ORGANISATION}.id"))


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the history. `who` is the user's name as it is now; `undone_by` the entry that took this one back."""

    id: int
    at: datetime
    user_id: int | None
    who: str
    session: str
    verb: Message
    undoes: int | None
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of an entry, in the values of its columns. `first_id` to `last_id` are inclusive.

    An update has both sides of the columns it changed; a deletion the whole row before; an insert neither. `erased`:
    there was something, and a person had to be forgotten.
    """

    action: Action
    table: str
    first_id: int
    last_id: int
    before: Mapping[str, object]
    after: Mapping[str, object]
    erased: bool


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who changed a row last, by name, and when (UTC)."""

    entry_id: int
    user_id: int | None
    who: str
    at: datetime


def entries(connection: Connection, *, before: int | None = None, limit: int = 50) -> tuple[EntryRow, ...]:
    """The history of the desk, newest first; `before` is the id of the last entry of the page before."""
    query = _entries().order_by(JournalEntry.id.desc()).limit(limit)
    if before is not None:
        query = query.where(JournalEntry.id < before)
    return tuple(_entry_row(row) for row in connection.execute(query))


def entries_of_client(
    connection: Connection, client_id: int, *, before: int | None = None, limit: int = 50
) -> tuple[EntryRow, ...]:
    """A person's Verlauf, newest first, in pages like `entries`."""
    of_client = select(JournalSubject.entry_id).where(JournalSubject.client_id == client_id)
    if before is not None:
        of_client = of_client.where(JournalSubject.entry_id < before)
    page = of_client.distinct().order_by(JournalSubject.entry_id.desc()).limit(limit)
    query = _entries().where(JournalEntry.id.in_(page)).order_by(JournalEntry.id.desc())
    return tuple(_entry_row(row) for row in connection.execute(query))


def changes_of(connection: Connection, entry_id: int, *, client_id: int | None = None) -> tuple[ChangeRow, ...]:
    """What an entry changed, in the order in which it did; with `client_id` only what concerns this person."""
    query = select(JournalChange.__table__).where(JournalChange.entry_id == entry_id).order_by(JournalChange.position)
    if client_id is not None:
        subject = select(JournalSubject.position).where(
            JournalSubject.entry_id == entry_id, JournalSubject.client_id == client_id
        )
        query = query.where(JournalChange.position.in_(subject))
    return tuple(_change_row(row) for row in connection.execute(query))


def last_change(connection: Connection, table: str, row_id: int) -> LastChange | None:
    """Who changed this row last; None for a row outside the journal.

    Walks back from the newest entry, for it is asked when somebody was faster: an index would cost every save.
    """
    user, change = Base.metadata.tables["user"], Base.metadata.tables["journal_change"]
    of_row = (change.c.table_name == table, change.c.first_id <= row_id, change.c.last_id >= row_id)
    newest = select(change.c.entry_id).where(*of_row).order_by(change.c.entry_id.desc()).limit(1)
    query = (
        select(JournalEntry.id, JournalEntry.user_id, user.c.display_name, JournalEntry.at)
        .outerjoin(user, user.c.id == JournalEntry.user_id)
        .where(JournalEntry.id == newest.scalar_subquery())
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else LastChange(row.id, row.user_id, row.display_name or "", row.at)


def row_reader(table: str) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """What turns the plain values of a payload into values as the columns of the table take them.

    Columns that no longer exist are left out.
    """
    columns = Base.metadata.tables[table].c
    readers = {column.name: read for column in columns if (read := reader(column.type)) is not None}
    names = frozenset(columns.keys())

    def read_row(values: Mapping[str, Any]) -> dict[str, Any]:
        row = {name: value for name, value in values.items() if name in names}
        for name, read in readers.items():
            if row.get(name) is not None:
                row[name] = read(row[name])
        return row

    return read_row


def _entries() -> Select[Any]:
    user = Base.metadata.tables["user"]
    undo = aliased(JournalEntry)
    undone_by = select(undo.id).where(undo.undoes == JournalEntry.id).order_by(undo.id.desc()).limit(1)
    return select(
        JournalEntry.__table__, user.c.display_name, undone_by.scalar_subquery().label("undone_by")
    ).outerjoin(user, user.c.id == JournalEntry.user_id)


def _entry_row(row: Row[Any]) -> EntryRow:
    verb = message_of(row.verb, row.verb_plural, row.verb_values)
    who = row.display_name or ""
    return EntryRow(row.id, row.at, row.user_id, who, row.session, verb, row.undoes, row.undone_by)


def _change_row(row: Row[Any]) -> ChangeRow:
    payload: dict[str, Any] = {} if row.payload is None else json.loads(row.payload)
    sides: tuple[dict[str, Any], dict[str, Any]] = (payload, {})
    if row.action is Action.UPDATED:
        sides = ({name: pair[0] for name, pair in payload.items()}, {name: pair[1] for name, pair in payload.items()})
    before, after = map(row_reader(row.table_name), sides)
    erased = row.payload is None and bool(row.digest)
    return ChangeRow(row.action, row.table_name, row.first_id, row.last_id, before, after, erased)
