"""Deleting a person in the open: every row that is this person's alone, one by one, so that the history sees it."""

from __future__ import annotations

from sqlalchemy import func, select

from hin_desktop.errors import Gone, Message, Refused
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.client import (
    Address,
    AuthorityReference,
    Client,
    ClientLanguage,
    ClientName,
    ClientNationality,
)
from hin_desktop.records.models.consultation import Consultation, ConsultationParticipant
from hin_desktop.records.models.evidence import AsylumProcedure, Benefit, CourseEntitlement, Employment
from hin_desktop.records.models.household import HouseholdMember, Relation, Representative
from hin_desktop.records.models.interface import Draft, SearchTerm
from hin_desktop.records.models.legal import LegalSheet, Notice
from hin_desktop.records.models.letter import Letter
from hin_desktop.records.models.path import Milestone, StationOverride
from hin_desktop.records.models.residence import Absence, IdentityDocument, ResidencePeriod
from hin_desktop.records.writer import RowGone, StaleRow
from hin_desktop.services import consultations, households
from hin_desktop.services.open_desk import Act
from hin_desktop.services.rows import Row, fetch, table_of

OWNED = (ClientName, ClientNationality, ClientLanguage, Address, AuthorityReference, Representative, ResidencePeriod,
         Absence, IdentityDocument, Milestone, StationOverride, Employment, Benefit, CourseEntitlement,
         AsylumProcedure, LegalSheet, Notice, Letter, Case)
PARTICIPANT, RELATION, MEMBER, TALK = (table_of(model) for model in (
    ConsultationParticipant, Relation, HouseholdMember, Consultation))


def remove(act: Act, client_id: int, version: int) -> None:
    """Delete the person inside an act. Raises Gone, and Refused where somebody changed the person meanwhile."""
    _leave_talks(act, client_id)
    _leave_family(act, client_id)
    for model in OWNED:
        table = table_of(model)
        for row in fetch(act.writer.connection, Row, model, table.c.client_id == client_id):
            act.remove(model, row)
    act.writer.clear(Draft, client_id=client_id)
    act.writer.clear(SearchTerm, client_id=client_id)
    try:
        act.writer.delete(Client, client_id, version)
    except StaleRow as stale:
        raise Refused(Message("This person was changed in the meantime."),
                      Message("Look at the changes first, then delete again.")) from stale
    except RowGone as gone:
        raise Gone from gone


def _leave_talks(act: Act, client_id: int) -> None:
    """Talks with others stay theirs; a talk with this person alone goes."""
    connection = act.writer.connection
    for row in fetch(connection, consultations.ParticipantRow, ConsultationParticipant,
                     PARTICIPANT.c.client_id == client_id):
        talk_id = connection.scalar(select(PARTICIPANT.c.consultation_id).where(PARTICIPANT.c.id == row.id))
        people = connection.scalar(select(func.count()).where(PARTICIPANT.c.consultation_id == talk_id))
        if talk_id is not None and people == 1:
            version = connection.execute(select(TALK.c.version).where(TALK.c.id == talk_id)).scalar_one()
            consultations.remove_within(act, talk_id, version)
        else:
            act.remove(ConsultationParticipant, row)


def _leave_family(act: Act, client_id: int) -> None:
    connection = act.writer.connection
    for relation in fetch(connection, Row, Relation,
                          (RELATION.c.client_id == client_id) | (RELATION.c.related_client_id == client_id)):
        act.remove(Relation, relation)
    for member in fetch(connection, households.MemberRow, HouseholdMember, MEMBER.c.client_id == client_id):
        act.remove(HouseholdMember, member)
        households.dissolve_if_alone(act, member.household_id)
