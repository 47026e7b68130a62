"""A person at a glance: everything the page of a person shows first, in one view of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Boolean, Connection, bindparam, literal_column, select

from hin_desktop.domain.pathway import PathFacts
from hin_desktop.records.models.consultation import WAITING, Consultation, ConsultationParticipant
from hin_desktop.services import (
    cases,
    clients,
    consultations,
    contacts,
    entries,
    households,
    notices,
    pathway,
    residence,
    titles,
)
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.contacts import AddressRow, AuthorityReferenceRow
from hin_desktop.services.households import Family
from hin_desktop.services.notices import NoticeView
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import ask, table_of
from hin_desktop.services.titles import Titles

TALK, PARTICIPANT = table_of(Consultation), table_of(ConsultationParticipant)
TALKS = select(TALK.c.id, literal_column(WAITING, Boolean).label("waits")).join(
    PARTICIPANT, PARTICIPANT.c.consultation_id == TALK.c.id).where(
    PARTICIPANT.c.client_id == bindparam("client_id")).order_by(TALK.c.held_on.desc(), TALK.c.id.desc())
LAST_TALKS = 3
Talks = tuple[ConsultationRow, ...]


@dataclass(frozen=True, slots=True)
class PersonOverview:
    """One person as the page opens: the sheet, what the path is read off, and what is next.

    `next_steps` are talks whose agreed step is still open, the earliest due first; `last_talks` the latest first;
    `letters` are those that are not done.
    """

    client: ClientRecord
    path: PathFacts
    cases: tuple[CaseRow, ...]
    titles: Titles
    next_steps: tuple[ConsultationRow, ...]
    last_talks: tuple[ConsultationRow, ...]
    talk_count: int
    family: Family
    addresses: tuple[AddressRow, ...]
    references: tuple[AuthorityReferenceRow, ...]
    letters: tuple[NoticeView, ...]


def of_person(desk: OpenDesk, client_id: int, on: date) -> PersonOverview:
    """Everything at a glance. Raises Gone."""
    with desk.reading() as connection:
        client = clients.read(connection, client_id)
        open_cases = entries.of_client(connection, cases.CASES, client_id)
        held = titles.read(connection, desk, entries.of_client(connection, residence.PERIODS, client_id), on)
        steps, last, count = _talks(connection, client_id)
        return PersonOverview(
            client, pathway.facts_of(desk, connection, client, open_cases, held.lasting), open_cases, held,
            steps, last, count, households.read_family(desk, connection, client_id),
            entries.of_client(connection, contacts.ADDRESSES, client_id),
            entries.of_client(connection, contacts.AUTHORITY_REFERENCES, client_id),
            notices.open_of_person(connection, desk, client_id, on))


def _talks(connection: Connection, client_id: int) -> tuple[Talks, Talks, int]:
    """Talks whose agreed step waits (the earliest due first, undated last), the latest ones, and how many there are."""
    found = ask(connection, TALKS, client_id=client_id)
    last, waiting = {row.id for row in found[:LAST_TALKS]}, {row.id for row in found if row.waits}
    talks = consultations.read(connection, sorted(last | waiting))
    steps = sorted((talk for talk in talks if talk.id in waiting),
                   key=lambda talk: (talk.due_on is None, talk.due_on, talk.id))
    return tuple(steps), tuple(talk for talk in talks if talk.id in last), len(found)
