"""Consultations: one talk stored once, with everybody who took part and the case it counts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from sqlalchemy import BindParameter, Connection, bindparam, select

from hin_desktop.domain import checks
from hin_desktop.domain.names import PersonName
from hin_desktop.errors import Difference, Gone, Invalid, Message
from hin_desktop.records.models.client import Client
from hin_desktop.records.models.consultation import Consultation, ConsultationCode, ConsultationParticipant
from hin_desktop.services.done import Done
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import Act, OpenDesk
from hin_desktop.services.rows import Row, ask, fetch, table_of

TALK, PARTICIPANT, CODE = table_of(Consultation), table_of(ConsultationParticipant), table_of(ConsultationCode)
CLIENT = table_of(Client)
OF_CLIENT = select(TALK.c.id).join(PARTICIPANT, PARTICIPANT.c.consultation_id == TALK.c.id).where(
    PARTICIPANT.c.client_id == bindparam("client_id")).order_by(TALK.c.held_on.desc(), TALK.c.id.desc())
CATALOGUES = (("topics", "topic"), ("outcomes", "outcome"), ("referrals", "referral"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow(Row):
    """Who took part, the case it counts for, and the note that concerns this person alone."""

    client_id: int
    case_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow(Row):
    """One stored topic, outcome or referral."""

    consultation_id: int
    catalogue: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationRow(Row):
    """A talk. `held_at` is 'HH:MM' or ''; topics, outcomes and referrals are codes in the order chosen."""

    held_on: date | None = None
    held_at: str = ""
    duration_min: int | None = None
    channel: str = ""
    language: str = ""
    interpreter: str = ""
    counsellor_id: int = 0
    summary: str = ""
    agreed_next: str = ""
    due_on: date | None = None
    next_done_on: date | None = None
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    referrals: tuple[str, ...] = ()
    participants: tuple[ParticipantRow, ...] = ()


IDS: BindParameter[int] = bindparam("ids", expanding=True)
WHOLE = select(*(TALK.c[field.name] for field in fields(ConsultationRow) if field.name in TALK.c)).where(
    TALK.c.id.in_(IDS)).order_by(TALK.c.held_on.desc(), TALK.c.id.desc())
CODES = select(CODE.c.consultation_id, CODE.c.catalogue, CODE.c.code).where(
    CODE.c.consultation_id.in_(IDS)).order_by(CODE.c.id)
PEOPLE = select(PARTICIPANT).where(PARTICIPANT.c.consultation_id.in_(IDS)).order_by(PARTICIPANT.c.id)


def new_consultation(desk: OpenDesk, client_id: int, case_id: int | None) -> ConsultationRow:
    """An empty talk of today with this person; not stored yet."""
    return ConsultationRow(held_on=desk.today(), counsellor_id=desk.actor.user_id,
                           participants=(ParticipantRow(client_id=client_id, case_id=case_id),))


def save(desk: OpenDesk, row: ConsultationRow) -> Done[ConsultationRow]:
    """Store a new talk (id 0) or a changed one with all it holds. Raises Invalid, Conflict, Gone."""
    problems = checks.check_consultation(row, desk.today(), LIMITS)
    if problems:
        raise Invalid(*problems)
    verb = Message("Consultation changed") if row.id else Message("Consultation recorded")
    with desk.writing(verb) as act:
        saved = _save(act, row)
    return act.done(saved)


def remove(desk: OpenDesk, row: ConsultationRow) -> Done[None]:
    """Delete a talk for everybody who took part; it can be undone."""
    with desk.writing(Message("Consultation deleted")) as act:
        remove_within(act, row.id, row.version)
    return act.done(None)


def remove_within(act: Act, consultation_id: int, version: int) -> None:
    """Delete a talk inside an act that does more."""
    connection = act.writer.connection
    for code in fetch(connection, CodeRow, ConsultationCode, CODE.c.consultation_id == consultation_id):
        act.remove(ConsultationCode, code)
    people = fetch(connection, ParticipantRow, ConsultationParticipant,
                   PARTICIPANT.c.consultation_id == consultation_id)
    for person in people:
        act.remove(ConsultationParticipant, person)
    subjects = [person.client_id for person in people]
    act.writer.delete(Consultation, consultation_id, version, subjects=subjects)


def finish_next_step(desk: OpenDesk, row: ConsultationRow, on: date | None) -> Done[ConsultationRow]:
    """Tick off the agreed next step on a day, or open it again (None)."""
    with desk.writing(Message("Next step done") if on else Message("Next step reopened")) as act:
        saved = act.save(Consultation, replace(row, next_done_on=on))
    return act.done(saved)


def get(desk: OpenDesk, consultation_id: int) -> ConsultationRow:
    """One talk. Raises Gone."""
    with desk.reading() as connection:
        found = read(connection, (consultation_id,))
    if not found:
        raise Gone
    return found[0]


def of_client(desk: OpenDesk, client_id: int) -> tuple[ConsultationRow, ...]:
    """All talks of a person, the latest first."""
    with desk.reading() as connection:
        return latest(connection, client_id)


def latest(connection: Connection, client_id: int, limit: int | None = None) -> tuple[ConsultationRow, ...]:
    """The latest talks of a person, the latest first."""
    return read(connection, connection.scalars(OF_CLIENT.limit(limit), {"client_id": client_id}).all())


def read(connection: Connection, ids: Sequence[int]) -> tuple[ConsultationRow, ...]:
    """These talks, whole, the latest first."""
    if not ids:
        return ()
    codes: dict[tuple[int, str], list[str]] = {}
    for talk_id, catalogue, code in ask(connection, CODES, ids=ids):
        codes.setdefault((talk_id, catalogue), []).append(code)
    people: dict[int, list[ParticipantRow]] = {}
    for row in ask(connection, PEOPLE, ids=ids):
        people.setdefault(row.consultation_id, []).append(ParticipantRow(
            id=row.id, version=row.version, client_id=row.client_id, case_id=row.case_id, note=row.note))
    return tuple(ConsultationRow(
        **talk._asdict(), topics=tuple(codes.get((talk.id, "topic"), ())),
        outcomes=tuple(codes.get((talk.id, "outcome"), ())),
        referrals=tuple(codes.get((talk.id, "referral"), ())), participants=tuple(people.get(talk.id, ())))
        for talk in ask(connection, WHOLE, ids=ids))


def names_of(desk: OpenDesk, client_ids: Sequence[int]) -> dict[int, PersonName]:
    """The names of the people who took part."""
    with desk.reading() as connection:
        found = connection.execute(select(CLIENT.c.id, CLIENT.c.given_names, CLIENT.c.family_name,
                                          CLIENT.c.original_name).where(CLIENT.c.id.in_(client_ids)))
        return {row.id: PersonName(row.given_names, row.family_name, row.original_name) for row in found}


def _save(act: Act, row: ConsultationRow) -> ConsultationRow:
    subjects = [person.client_id for person in row.participants]
    stored = read(act.writer.connection, (row.id,)) if row.id else ()
    before = stored[0] if stored else ConsultationRow()
    saved = act.save(Consultation, row, subjects=subjects, beside=_differences(row, before))
    people = _save_participants(act, saved, before)
    _save_codes(act, saved, before, subjects)
    return replace(saved, participants=people)


def _differences(row: ConsultationRow, before: ConsultationRow) -> Iterator[Difference]:
    """The lists of a talk that are not what is stored; the order of codes does not count."""
    if row.participants != before.participants:
        yield Difference("participants", row.participants, before.participants)
    for field, _ in CATALOGUES:
        mine, theirs = getattr(row, field), getattr(before, field)
        if set(mine) != set(theirs):
            yield Difference(field, mine, theirs)


def _save_participants(act: Act, row: ConsultationRow, before: ConsultationRow) -> tuple[ParticipantRow, ...]:
    stored = {person.id: person for person in before.participants}
    kept = {person.id for person in row.participants}
    for person in stored.values():
        if person.id not in kept:
            act.remove(ConsultationParticipant, person)
    return tuple(person if stored.get(person.id) == person
                 else act.save(ConsultationParticipant, person, consultation_id=row.id) for person in row.participants)


def _save_codes(act: Act, row: ConsultationRow, before: ConsultationRow, subjects: Sequence[int]) -> None:
    for field, catalogue in CATALOGUES:
        wanted, present = getattr(row, field), getattr(before, field)
        gone = set(present) - set(wanted)
        if gone:
            of_talk = (CODE.c.consultation_id == row.id, CODE.c.catalogue == catalogue, CODE.c.code.in_(gone))
            for code in fetch(act.writer.connection, CodeRow, ConsultationCode, *of_talk):
                act.remove(ConsultationCode, code)
    act.writer.insert_many(ConsultationCode, [
        {"consultation_id": row.id, "catalogue": catalogue, "code": code} for field, catalogue in CATALOGUES
        for code in dict.fromkeys(getattr(row, field)) if code not in getattr(before, field)], subjects=subjects)
