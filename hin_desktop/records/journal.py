"""The history of the desk: what each service call changed, who made it, and reading it back.

The one mechanism behind Verlauf, undo, audit, access under Art. 15 GDPR, and explaining a conflict. Written by the
`Writer` alone. No foreign key leads out of it: it outlives what it tells of. No row of it is ever deleted; only a
payload is erased when a person must be forgotten (`journal_chain`).
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.records.base import ORGANISATION, Base

NOT_JOURNALLED = frozenset({"draft", "interface_state", "search_term", "access_log", "blob"})


class Action(StrEnum):
    """What happened to a row. ERASED: the history of this person was emptied."""

    INSERTED = "insert"
    UPDATED = "update"
    DELETED = "delete"
    ERASED = "erase"


class JournalEntry(Base):
    """One service call. `hash` covers `prev_hash`, this entry and the digests of its changes.

    `verb` is the source text of a message (with `verb_plural`, where it counts), `verb_values` its values; they may
    name a person and can be erased, `verb_digest` remains. `undoes` is the entry that this one takes back.
    """

    __tablename__ = "journal_entry"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey(f"{ORGANISATION}.id"))
    at: Mapped[datetime]
    user_id: Mapped[int | None]
    session: Mapped[str] = mapped_column(String(36), index=True)
    verb: Mapped[str]
    verb_plural: Mapped[str | None]
    verb_values: Mapped[str | None]
    verb_salt: Mapped[str] = mapped_column(String(32))
    verb_digest: Mapped[str] = mapped_column(String(64))
    undoes: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), index=True)
    prev_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class JournalChange(Base):
    """One row that the entry changed, or a run of rows inserted together (`first_id` to `last_id`, both inclusive).

    `version` is the row's new one (0: deleted). `payload`: for an update {column: [before, after]}, for a deletion
    the whole row {column: value}, for an insert nothing, because the row itself is there. Canonical JSON text.
    """

    __tablename__ = "journal_change"
    __table_args__ = (
        Index("ix_journal_change_row", "table_name", "first_id", "entry_id"),
        Index("ix_journal_change_run", "table_name", "is_run", "entry_id"),
    )

    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organisation_id: Mapped[int] = mapped_column(ForeignKey(f"{ORGANISATION}.id"))
    action: Mapped[Action]
    table_name: Mapped[str] = mapped_column(String(40))
    first_id: Mapped[int]
    last_id: Mapped[int]
    is_run: Mapped[bool]
    version: Mapped[int]
    payload: Mapped[str | None]
    salt: Mapped[str] = mapped_column(String(32))
    digest: Mapped[str] = mapped_column(String(64))


class JournalSubject(Base):
    """Whom a change concerns: the index through which a person's Verlauf is one look-up."""

    __tablename__ = "journal_subject"
    __table_args__ = (
        ForeignKeyConstraint(["entry_id", "position"], ["journal_change.entry_id", "journal_change.position"]),
        Index("ix_journal_subject_entry_id_position", "entry_id", "position"),
        {"sqlite_with_rowid": False},
    )

    client_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organisation_id: Mapped[int] = mapped_column(ForeignKey(f"{ORGANISATION}.id"))
