"""The entries that hang on one person: addresses, titles, absences, papers, relatives, cases, milestones …

A kind of entry is data: its row, its table, what a change of it is called, and what makes it impossible. Reading,
saving and deleting are the same for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from sqlalchemy import Connection

from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.records.base import Record
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import Act, OpenDesk
from hin_desktop.services.rows import Row, fetch_by, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Row):
    """A row that belongs to one person."""

    client_id: int


E = TypeVar("E", bound=Entry)
Check = Callable[[E, date], tuple[FieldProblem, ...]]


@dataclass(frozen=True, slots=True)
class EntryKind(Generic[E]):
    """One kind of entry. `newest_first` names the columns of the order, latest on top; `check` gets today.

    `let_go` takes the entry out of other records that point to it, before it is deleted.
    """

    row: type[E]
    model: type[Record]
    added: Message
    changed: Message
    removed: Message
    check: Check[E]
    newest_first: tuple[str, ...] = ()
    let_go: Callable[[Act, E], None] | None = None

    @property
    def name(self) -> str:
        """The table's name; the `kind` of its changes."""
        return table_of(self.model).name


def of_client(connection: Connection, kind: EntryKind[E], client_id: int) -> tuple[E, ...]:
    """All entries of this kind of one person, in the kind's order."""
    return fetch_by(connection, kind.row, kind.model, "client_id", client_id, kind.newest_first)


def get(desk: OpenDesk, kind: EntryKind[E], client_id: int) -> tuple[E, ...]:
    """As `of_client`, with a view of its own."""
    with desk.reading() as connection:
        return of_client(connection, kind, client_id)


def save(desk: OpenDesk, kind: EntryKind[E], row: E) -> Done[E]:
    """Store a new entry (id 0) or a changed one. Raises Invalid with the fields, Conflict, Gone."""
    problems = kind.check(row, desk.today())
    if problems:
        raise Invalid(*problems)
    with desk.writing(kind.changed if row.id else kind.added) as act:
        saved = act.save(kind.model, row)
    return act.done(saved)


def remove(desk: OpenDesk, kind: EntryKind[E], row: E) -> Done[None]:
    """Delete an entry; it can be undone."""
    with desk.writing(kind.removed) as act:
        if kind.let_go is not None:
            kind.let_go(act, row)
        act.remove(kind.model, row)
    return act.done(None)
