"""A person at a glance: everything the page of a person shows first, in one view of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from hin_desktop.domain.pathway import Station
from hin_desktop.domain.residence import current_on
from hin_desktop.records.models.consultation import Consultation, ConsultationParticipant
from hin_desktop.services import cases, clients, consultations, contacts, entries, households, pathway, residence
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.contacts import AddressRow, AuthorityReferenceRow
from hin_desktop.services.households import Family
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import ResidencePeriodRow
from hin_desktop.services.rows import table_of

TALK, PARTICIPANT = table_of(Consultation), table_of(ConsultationParticipant)
MINE = PARTICIPANT.c.client_id == bindparam("client_id")
OPEN_STEPS = select(TALK.c.id).where(
    TALK.c.id.in_(select(PARTICIPANT.c.consultation_id).where(MINE)), TALK.c.agreed_next != "",
    TALK.c.next_done_on.is_(None))
COUNT = select(func.count()).select_from(PARTICIPANT).where(MINE)
LAST_TALKS = 3


@dataclass(frozen=True, slots=True)
class PersonOverview:
    """One person as the page opens: the sheet, the path, and what is next.

    `next_steps` are talks whose agreed step is still open, the earliest due first; `last_talks` the latest first;
    `title` the residence status of today, None where none is recorded.
    """

    client: ClientRecord
    stations: tuple[Station, ...]
    cases: tuple[CaseRow, ...]
    periods: tuple[ResidencePeriodRow, ...]
    title: ResidencePeriodRow | None
    next_steps: tuple[ConsultationRow, ...]
    last_talks: tuple[ConsultationRow, ...]
    talk_count: int
    family: Family
    addresses: tuple[AddressRow, ...]
    references: tuple[AuthorityReferenceRow, ...]


def of_person(desk: OpenDesk, client_id: int, on: date) -> PersonOverview:
    """Everything at a glance. Raises Gone."""
    with desk.reading() as connection:
        client = clients.read(connection, client_id)
        open_cases = entries.of_client(connection, cases.CASES, client_id)
        periods = entries.of_client(connection, residence.PERIODS, client_id)
        return PersonOverview(
            client, pathway.read(desk, connection, client, open_cases, periods, on), open_cases, periods,
            current_on(periods, on), next_steps(connection, client_id),
            consultations.latest(connection, client_id, LAST_TALKS), _talks(connection, client_id),
            households.read_family(desk, connection, client_id),
            entries.of_client(connection, contacts.ADDRESSES, client_id),
            entries.of_client(connection, contacts.AUTHORITY_REFERENCES, client_id))


def next_steps(connection: Connection, client_id: int) -> tuple[ConsultationRow, ...]:
    """Talks of a person whose agreed next step is not done; the earliest due first, undated last."""
    ids = connection.scalars(OPEN_STEPS, {"client_id": client_id}).all()
    return tuple(sorted(consultations.read(connection, ids), key=lambda row: (row.due_on is None, row.due_on, row.id)))


def _talks(connection: Connection, client_id: int) -> int:
    return connection.scalar(COUNT, {"client_id": client_id}) or 0
