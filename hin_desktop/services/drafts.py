"""What the window remembers inside the desk: unfinished forms, its own state, people opened last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from hin_desktop.errors import Message
from hin_desktop.records.models.interface import Draft, InterfaceState
from hin_desktop.services.open_desk import Act, OpenDesk
from hin_desktop.services.rows import ask, table_of

DRAFT, STATE = table_of(Draft), table_of(InterfaceState)
MINE = select(DRAFT).where(DRAFT.c.user_id == bindparam("user_id")).order_by(
    DRAFT.c.updated_at.desc(), DRAFT.c.id.desc())
KEPT = select(STATE.c.value).where(STATE.c.user_id == bindparam("user_id"), STATE.c.key == bindparam("name"))
RECENT = "recent_clients"
RECENT_LIMIT = 12


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Which form a draft belongs to; record_id None: a new record."""

    form: str
    client_id: int | None = None
    record_id: int | None = None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """An unfinished form with what was typed."""

    key: DraftKey
    payload: Mapping[str, object]
    saved_at: datetime


def keep(desk: OpenDesk, key: DraftKey, payload: Mapping[str, object]) -> None:
    """Keep what was typed so far (plain JSON values); replaces the form's earlier draft."""
    with desk.writing(Message("Draft kept")) as act:
        act.writer.clear(Draft, **_is(desk, key))
        act.writer.insert(Draft, {**_is(desk, key), "payload": dict(payload)})


def drop(desk: OpenDesk, key: DraftKey) -> None:
    """Throw a draft away, because the form was saved or discarded."""
    with desk.writing(Message("Draft dropped")) as act:
        act.writer.clear(Draft, **_is(desk, key))


def mine(desk: OpenDesk) -> tuple[DraftRow, ...]:
    """All drafts of this counsellor, the latest first."""
    with desk.reading() as connection:
        found = ask(connection, MINE, user_id=desk.actor.user_id)
        return tuple(DraftRow(DraftKey(row.form, row.client_id, row.record_id), row.payload, row.updated_at)
                     for row in found)


def load_state(desk: OpenDesk, key: str) -> object:
    """What the window remembered under a key; None if nothing."""
    with desk.reading() as connection:
        return _state(connection, desk, key)


def save_state(desk: OpenDesk, key: str, value: object) -> None:
    """Remember a plain JSON value for this counsellor."""
    with desk.writing(Message("Window state kept")) as act:
        _write_state(act, desk, key, value)


def note_opened(desk: OpenDesk, client_id: int) -> None:
    """Put a person on top of the list of those opened last."""
    with desk.writing(Message("Person opened")) as act:
        before = [known for known in recent(act.writer.connection, desk) if known != client_id]
        _write_state(act, desk, RECENT, [client_id, *before][:RECENT_LIMIT])


def recent(connection: Connection, desk: OpenDesk) -> tuple[int, ...]:
    """The ids of the people opened last, the latest first; some may be deleted meanwhile."""
    stored = _state(connection, desk, RECENT)
    return tuple(known for known in stored if isinstance(known, int)) if isinstance(stored, list) else ()


def _state(connection: Connection, desk: OpenDesk, key: str) -> object:
    return next((row.value for row in ask(connection, KEPT, user_id=desk.actor.user_id, name=key)), None)


def _write_state(act: Act, desk: OpenDesk, key: str, value: object) -> None:
    act.writer.clear(InterfaceState, user_id=desk.actor.user_id, key=key)
    act.writer.insert(InterfaceState, {"user_id": desk.actor.user_id, "key": key, "value": value})


def _is(desk: OpenDesk, key: DraftKey) -> dict[str, object]:
    return {"user_id": desk.actor.user_id, "form": key.form, "client_id": key.client_id, "record_id": key.record_id}
