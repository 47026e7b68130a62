"""Heute: what waits for the counsellor, who was looked at last, and whose deadlines are to be looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, text, true

from hin_desktop.domain.names import PersonName
from hin_desktop.domain.worklist import NextStep, OpenCase, OpenLetter, WorkItem, WorkLimits
from hin_desktop.domain.worklist import worklist as read_worklist
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.client import Client
from hin_desktop.records.models.consultation import WAITING, Consultation, ConsultationParticipant
from hin_desktop.services import drafts, notices, search
from hin_desktop.services.drafts import DraftRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import table_of
from hin_desktop.services.search import ClientRow
from hin_desktop.services.settings import setting

CLIENT, CASE = table_of(Client), table_of(Case)
TALK, PARTICIPANT = table_of(Consultation), table_of(ConsultationParticipant)
NAME = (CLIENT.c.given_names, CLIENT.c.family_name, CLIENT.c.original_name)
SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class BegunForm:
    """A form that was begun and not finished, with the name of the person it is about (None: a new person)."""

    draft: DraftRow
    name: PersonName | None


@dataclass(frozen=True, slots=True)
class Today:
    """The first page: everything that waits, the people opened last, and forms begun and not finished.

    `people` have an open case: their deadlines are read by `deadlines.of_people`, which takes longer.
    """

    limits: WorkLimits
    items: tuple[WorkItem, ...]
    recent: tuple[ClientRow, ...]
    begun: tuple[BegunForm, ...]
    people: tuple[int, ...]


def today(desk: OpenDesk, on: date, *, mine_only: bool) -> Today:
    """What waits on a day: of this counsellor's open cases, or of everybody's."""
    begun = drafts.mine(desk)
    with desk.reading() as connection:
        limits = WorkLimits(int(setting(connection, desk, "stale_weeks")), SOON_DAYS)
        whose = desk.actor.user_id if mine_only else None
        items = read_worklist(_silent(connection, on, limits, whose), _steps(connection, whose), on, limits,
                              _letters(connection, desk, on, whose))
        people = connection.scalars(select(CLIENT.c.id).where(
            CLIENT.c.date_of_death.is_(None), _open_case(CLIENT.c.id, whose)).order_by(CLIENT.c.id)).all()
        recent = search.rows(connection, drafts.recent(connection, desk))
        drafted = search.rows(connection, [draft.key.client_id for draft in begun if draft.key.client_id])
    names = {person.id: person.name for person in drafted}
    return Today(limits, items, recent, tuple(BegunForm(draft, names.get(draft.key.client_id or 0)) for draft in begun),
                 tuple(people))


def _open_case(client_id: ColumnElement[int], whose: int | None) -> ColumnElement[bool]:
    """That a person has an open case (of this counsellor); a list of ids, for asked person by person it is slow."""
    cases = CASE.alias()
    people = select(cases.c.client_id).where(cases.c.closed_on.is_(None))
    return client_id.in_(people if whose is None else people.where(cases.c.counsellor_id == whose))


def _silent(connection: Connection, on: date, limits: WorkLimits, whose: int | None) -> Sequence[OpenCase]:
    """Open cases (of this counsellor) whose person was not heard of since the limit."""
    since = on - timedelta(weeks=limits.silent_weeks)
    heard = select(PARTICIPANT.c.id).join(TALK, TALK.c.id == PARTICIPANT.c.consultation_id).where(
        PARTICIPANT.c.client_id == CLIENT.c.id, TALK.c.held_on > since).correlate(CLIENT).exists()
    last = select(func.max(TALK.c.held_on)).join(PARTICIPANT, PARTICIPANT.c.consultation_id == TALK.c.id).where(
        PARTICIPANT.c.client_id == CLIENT.c.id).correlate(CLIENT).scalar_subquery()
    statement = select(CASE.c.client_id, *NAME, CASE.c.id, CASE.c.opened_on, last.label("last")).join(
        CLIENT, CLIENT.c.id == CASE.c.client_id).where(
        CASE.c.closed_on.is_(None), CASE.c.opened_on <= since, CLIENT.c.date_of_death.is_(None), ~heard,
        CASE.c.counsellor_id == whose if whose is not None else true())
    return [OpenCase(row.client_id, _name(row), row.id, row.opened_on, row.last)
            for row in connection.execute(statement)]


def _steps(connection: Connection, whose: int | None) -> Sequence[NextStep]:
    """Steps agreed and not done: for people with an open case of this counsellor, or agreed by them; None: all.

    The step of a talk with a family stands there once, under the first of them.
    """
    others = PARTICIPANT.alias()
    mine = _open_case(others.c.client_id, whose) | (TALK.c.counsellor_id == whose) if whose is not None else true()
    first = select(func.min(others.c.id)).where(
        others.c.consultation_id == TALK.c.id, mine).correlate(TALK).scalar_subquery()
    people = TALK.join(PARTICIPANT, PARTICIPANT.c.id == first).join(CLIENT, CLIENT.c.id == PARTICIPANT.c.client_id)
    statement = select(TALK.c.id, TALK.c.agreed_next, TALK.c.due_on, PARTICIPANT.c.client_id, *NAME).select_from(
        people).where(text(WAITING))
    return [NextStep(row.client_id, _name(row), row.id, row.agreed_next, row.due_on)
            for row in connection.execute(statement)]


def _letters(connection: Connection, desk: OpenDesk, on: date, whose: int | None) -> Sequence[OpenLetter]:
    """Letters not done: of everybody, or of this counsellor's people and of those who have no open case at all."""
    handled = select(CASE.c.id).where(CASE.c.client_id == CLIENT.c.id, CASE.c.closed_on.is_(None)).exists()
    mine = _open_case(CLIENT.c.id, whose) | ~handled if whose is not None else true()
    waiting = notices.open_deadlines(connection, desk, on, CLIENT.c.date_of_death.is_(None) & mine)
    people = connection.execute(select(CLIENT.c.id, *NAME).where(CLIENT.c.id.in_({one.client_id for one in waiting})))
    names = {row.id: _name(row) for row in people}
    return [OpenLetter(one.client_id, names[one.client_id], one.notice_id, one.kind, one.last_day, one.urgent)
            for one in waiting]


def _name(row: Any) -> PersonName:  # noqa: ANN401  # a result row
    return PersonName(row.given_names, row.family_name, row.original_name)
