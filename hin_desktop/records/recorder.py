"""Collects what one service call changes and writes it into the journal, just before the commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert

from hin_desktop.errors import Message
from hin_desktop.records import concerned, seal
from hin_desktop.records.base import table_of
from hin_desktop.records.journal import Action, JournalSubject
from hin_desktop.records.statements import JournalStatements, TableStatements
from hin_desktop.records.types import json_text
from hin_desktop.records.verbs import values_text

_SUBJECT = insert(table_of(JournalSubject))
SINGLY = 100  # up to so many rows inserted together are told one by one; an import is told as a whole
_SUBJECT_COLUMNS = ("client_id", "organisation_id", "entry_id", "position")


@dataclass(frozen=True, slots=True)
class Call:
    """One service call: named by `verb`, in a session (a UUID, one for each unlocking), at one moment (UTC).

    While a desk is being founded there is neither organisation nor user: both are None. `undoes` is the entry that
    the call takes back.
    """

    verb: Message
    user_id: int | None
    organisation_id: int | None
    session: str
    at: datetime
    undoes: int | None = None


@dataclass(slots=True)
class Pending:
    """A change not yet written. `lookup`: its people are known only when the call is complete, by these statements."""

    action: Action
    table_name: str
    first_id: int
    last_id: int
    version: int
    payload: str | None = None
    clients: set[int] = field(default_factory=set)
    lookup: TableStatements | None = None

    @property
    def is_run(self) -> bool:
        """Whether it stands for several rows inserted together."""
        return self.first_id != self.last_id

    @property
    def is_large(self) -> bool:
        """Whether its people are better left to the database than told one by one."""
        return self.last_id - self.first_id >= SINGLY

    @property
    def run(self) -> dict[str, int]:
        """The parameters of its rows."""
        return {"first_id": self.first_id, "last_id": self.last_id}


class Recorder:
    """The journal of one service call. `entry_id` is None until it is written, and where nothing was to be written."""

    def __init__(self, call: Call, statements: JournalStatements) -> None:
        self.entry_id: int | None = None
        self._statements = statements
        self._call = call
        self._pending: list[Pending] = []
        self._forgotten: set[int] = set()

    def add(self, change: Pending) -> None:
        """Note one change, in the order in which they are made."""
        self._pending.append(change)

    def forget(self, client_id: int) -> None:
        """Keep no payload about this person of what this call changes."""
        self._forgotten.add(client_id)

    def write(self, connection: Connection, organisation_id: int) -> None:
        """Write entry, changes and people concerned; nothing if nothing journalled was changed."""
        if not self._pending:
            return
        for change in self._pending:
            if change.lookup is not None and change.lookup.people is not None and not change.is_large:
                change.clients.update(
                    client for (client,) in change.lookup.people.run(connection, change.run).fetchall()
                )
        changes = [self._change(position, change) for position, change in enumerate(self._pending)]
        self.entry_id = self._write_entry(connection, organisation_id, changes)
        common = {"organisation_id": organisation_id, "entry_id": self.entry_id}
        self._statements.change.run_many(connection, ({**change, **common} for change in changes))
        self._write_subjects(connection, common)

    def _change(self, position: int, change: Pending) -> dict[str, object]:
        salt = "" if change.payload is None else seal.new_salt()
        digest = "" if change.payload is None else seal.digest(salt, change.payload)
        forgotten = not self._forgotten.isdisjoint(change.clients)
        return {
            "position": position,
            "action": change.action,
            "table_name": change.table_name,
            "first_id": change.first_id,
            "last_id": change.last_id,
            "version": change.version,
            "clients": None if change.is_large else json_text(sorted(change.clients)),
            "payload": None if forgotten else change.payload,
            "salt": "" if forgotten else salt,
            "digest": digest,
        }

    def _write_entry(
        self, connection: Connection, organisation_id: int, changes: Iterable[Mapping[str, object]]
    ) -> int:
        last_id, last_hash = self._statements.head.run(connection, {}).fetchone() or (0, seal.START)
        salt, values = seal.new_salt(), values_text(self._call.verb)
        entry: dict[str, object] = {
            "id": last_id + 1,
            "organisation_id": organisation_id,
            "at": self._call.at,
            "user_id": self._call.user_id,
            "session": self._call.session,
            "verb": self._call.verb.key,
            "verb_plural": self._call.verb.plural,
            "verb_values": None if self._forgotten else values,
            "verb_salt": "" if self._forgotten else salt,
            "verb_digest": seal.digest(salt, values),
            "undoes": self._call.undoes,
            "prev_hash": last_hash,
        }
        entry["hash"] = seal.entry_hash(last_hash, entry, changes)
        self._statements.entry.run(connection, entry)
        return int(last_id + 1)

    def _write_subjects(self, connection: Connection, common: Mapping[str, int]) -> None:
        rows = [
            {"client_id": client, "position": position, **common}
            for position, change in enumerate(self._pending)
            for client in change.clients
        ]
        if rows:
            self._statements.subject.run_many(connection, rows)
        for position, change in enumerate(self._pending):
            if change.lookup is not None and change.lookup.concerned is not None and change.is_large:
                constants = (common["organisation_id"], common["entry_id"], position)
                clients = concerned.numbered(change.lookup.concerned, *constants)
                connection.execute(_SUBJECT.from_select(_SUBJECT_COLUMNS, clients), change.run)
