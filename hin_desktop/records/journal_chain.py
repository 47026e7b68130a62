"""Proof that the history is whole, and forgetting a person without breaking that proof.

The chain shows a later alteration only to somebody who kept an earlier head: `ChainReport.head` is printed with
every backup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, Table, select, tuple_, update

from hin_desktop.errors import Message
from hin_desktop.records import seal
from hin_desktop.records.base import table_of
from hin_desktop.records.journal import JournalChange, JournalEntry, JournalSubject
from hin_desktop.records.writer import Writer

_PORTION = 1000
_ENTRY, _CHANGE, _SUBJECT = table_of(JournalEntry), table_of(JournalChange), table_of(JournalSubject)


@dataclass(frozen=True, slots=True)
class ChainFault:
    """An entry that is not what was written, and what is wrong with it."""

    entry_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class ChainReport:
    """The outcome of a check: number of entries, hash of the last one, faults in order (none: the history is whole)."""

    entries: int
    head: str
    faults: tuple[ChainFault, ...]


def verify(connection: Connection) -> ChainReport:
    """Recompute every link. Erased payloads are in order; altered ones, missing and inserted entries are not."""
    changes = groupby(_streamed(connection, _CHANGE, "entry_id", "position"), key=attrgetter("entry_id"))
    faults: list[ChainFault] = []
    head, count = seal.START, 0
    waiting = next(changes, None)
    for entry in _streamed(connection, _ENTRY, "id"):
        own: list[Row[Any]] = []
        while waiting is not None and waiting[0] <= entry.id:
            own = list(waiting[1]) if waiting[0] == entry.id else []
            waiting = next(changes, None)
        faults.extend(ChainFault(entry.id, message) for message in _entry_faults(entry, own, head))
        head, count = entry.hash, count + 1
    return ChainReport(count, head, tuple(faults))


def erase(writer: Writer, client_id: int) -> int:
    """Empty the history of everything about a person, and note that it was done. Returns the number of payloads.

    What a payload says about others in the same row goes with it. This call itself keeps nothing about the person.
    """
    position = tuple_(_CHANGE.c.entry_id, _CHANGE.c.position)
    concerning = select(_SUBJECT.c.entry_id, _SUBJECT.c.position).where(_SUBJECT.c.client_id == client_id)
    payloads = update(_CHANGE).where(position.in_(concerning), _CHANGE.c.payload.is_not(None))
    erased = writer.connection.execute(payloads.values(payload=None, salt="")).rowcount
    entries = select(_SUBJECT.c.entry_id).where(_SUBJECT.c.client_id == client_id)
    verbs = update(_ENTRY).where(_ENTRY.c.id.in_(entries), _ENTRY.c.verb_values.is_not(None))
    writer.connection.execute(verbs.values(verb_values=None, verb_salt=""))
    writer.forget(client_id)
    return int(erased)


def _streamed(connection: Connection, table: Table, *order: str) -> Iterator[Row[Any]]:
    query = select(table).order_by(*(table.c[name] for name in order))
    return iter(connection.execute(query.execution_options(yield_per=_PORTION)))


def _entry_faults(entry: Row[Any], changes: list[Row[Any]], head: str) -> Iterator[Message]:
    if entry.prev_hash != head:
        yield Message("The entry before it is missing or was replaced.")
    if entry.verb_values is not None and seal.digest(entry.verb_salt, entry.verb_values) != entry.verb_digest:
        yield Message("Its name was altered.")
    if any(row.payload is not None and seal.digest(row.salt, row.payload) != row.digest for row in changes):
        yield Message("What it changed was altered.")
    if seal.entry_hash(entry.prev_hash, entry._asdict(), [row._asdict() for row in changes]) != entry.hash:
        yield Message("It was altered after it was written.")
