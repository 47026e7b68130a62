"""What runs out for people, and what time is reached: computed from the records each time, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, bindparam, select

from hin_desktop.domain import deadline_words
from hin_desktop.domain.calendar import Span, Unit, age_on
from hin_desktop.domain.deadline import Deadline, DeadlineKind
from hin_desktop.domain.deadline_facts import ChildBornHere, DeadlineFacts, Grant, Paper, PlanReview
from hin_desktop.domain.deadlines import deadlines
from hin_desktop.domain.facts import GERMAN_NATIONALITY
from hin_desktop.domain.law import Law
from hin_desktop.domain.names import PersonName
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.domain.worklist import Tone
from hin_desktop.records.models.client import Client
from hin_desktop.services import law, legal_facts, legal_records, organisations, settings
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.services.legal_facts import CHILDREN, codes_of
from hin_desktop.services.legal_records import GERMANY, KnownRelative, LegalRecords
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import ask, table_of
from hin_desktop.services.worklist import SOON_DAYS

CLIENT = table_of(Client)
NAMES = select(CLIENT.c.id, CLIENT.c.given_names, CLIENT.c.family_name, CLIENT.c.original_name).where(
    CLIENT.c.id.in_(bindparam("ids", expanding=True)))
CHUNK = 50
"""People read at once: few enough that whoever opens a person meanwhile waits for no more than a blink."""
ADMITTED, YOUTH_SERVICE = "ADMITTED", "JMD"


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline of one person."""

    client_id: int
    name: PersonName
    deadline: Deadline


def of_people(desk: OpenDesk, ids: Sequence[int], on: date) -> tuple[DeadlineRow, ...]:
    """What is to be shown of these people on a day, person by person; nothing of the dead. Raises NoLaw."""
    with desk.reading() as connection:
        stands = law.book(connection).on(on)
        known = legal_records.of_people(connection, desk.catalogues, ids)
        more = facts_of(connection, desk, known, stands)
        found = {client_id: due for client_id, records in known.items()
                 if (due := _of(records, more[client_id], desk.catalogues, stands))}
        names = {row.id: PersonName(row.given_names, row.family_name, row.original_name)
                 for row in ask(connection, NAMES, ids=found)}
    return tuple(DeadlineRow(client_id, names[client_id], each) for client_id, due in found.items() for each in due)


def urgency_of(row: DeadlineRow, on: date) -> tuple[int, int, date, str, int]:
    """The order of a list of many people: the most urgent first; of what is overdue, what costs most.

    Else passports that ran out years ago would hide the title of yesterday.
    """
    tone, kind = deadline_words.urgency(row.deadline, on, SOON_DAYS), list(DeadlineKind).index(row.deadline.kind)
    weight = kind if tone is Tone.OVERDUE else 0
    return list(Tone).index(tone), weight, row.deadline.day.day, row.name.sort_key, kind


def _of(records: LegalRecords, more: DeadlineFacts, catalogues: Catalogues, stands: Law) -> tuple[Deadline, ...]:
    if records.death is not None:
        return ()
    return deadlines(legal_facts.view_of(records, catalogues, stands), more)


def title_lead(wanted: Mapping[str, str | int]) -> Span:
    """How early the organisation wants to see the end of a title, by its settings."""
    return Span(int(wanted["expiry_days"]), Unit.DAYS)


def facts_of(connection: Connection, desk: OpenDesk, known: Mapping[int, LegalRecords],
             stands: Law) -> dict[int, DeadlineFacts]:
    """What the deadlines ask of these people besides their facts."""
    young = organisations.read(connection, desk).service == YOUTH_SERVICE
    wanted = settings.values(desk)
    ours = DeadlineFacts(land=str(wanted["land"]), youth_service=young, title_lead=title_lead(wanted))
    files = _files_of_children(connection, desk.catalogues, known, stands)
    free = codes_of(desk.catalogues).free_movement | {GERMAN_NATIONALITY}
    return {client_id: _with_course(replace(
        ours, papers=tuple(_papers(records)), grants=tuple(_grants(records)),
        children=tuple(_children(records, files, free, desk.catalogues)),
        reviews=tuple(_reviews(records))), records)
        for client_id, records in known.items()}


def _with_course(facts: DeadlineFacts, records: LegalRecords) -> DeadlineFacts:
    """The latest right to a course, as `legal_facts` takes it."""
    if not records.courses:
        return facts
    row = records.courses[0]
    return replace(facts, admitted=row.basis == ADMITTED, paper_issued_on=row.issued_on,
                   interrupted_on=row.interrupted_on, finished=row.finished_on is not None)


def _papers(records: LegalRecords) -> Iterator[Paper]:
    for row in records.documents:
        until = PartialDate.of(row.valid_until) if row.valid_until is not None else None
        yield Paper(row.kind, until, RecordRef("identity_document", row.id))


def _grants(records: LegalRecords) -> Iterator[Grant]:
    for row in records.benefits:
        yield Grant(row.kind, row.granted_until, row.renewal_filed_on is not None, RecordRef("benefit", row.id))


def _reviews(records: LegalRecords) -> Iterator[PlanReview]:
    for row in records.cases:
        if row.closed_on is None and row.plan_review_on is not None:
            yield PlanReview(row.plan_review_on, RecordRef("case", row.id))


def _children(records: LegalRecords, files: Mapping[int, LegalRecords], free: frozenset[str],
              catalogues: Catalogues) -> Iterator[ChildBornHere]:
    """Children with a file that says they were born here, and who need a title; with one they are done."""
    for relative in records.relatives:
        child = files.get(relative.client_id or 0)
        if child is not None and relative.kind in CHILDREN and child.born is not None and not relative.german:
            here = child.birth_country == GERMANY and not free & set(child.nationalities)
            held = (catalogues.residence_titles.find(row.code) for row in child.periods)
            if here and not any(title is not None and title.kind is not TitleKind.NONE for title in held):
                yield ChildBornHere(child.born, ref=relative.ref)


def _files_of_children(connection: Connection, catalogues: Catalogues, known: Mapping[int, LegalRecords],
                       stands: Law) -> Mapping[int, LegalRecords]:
    """The files of children who are not of age; for most people nothing has to be read."""
    wanted = {relative.client_id for records in known.values() for relative in records.relatives
              if relative.client_id is not None and _is_minor(relative, stands)}
    return legal_records.of_people(connection, catalogues, sorted(wanted)) if wanted else {}


def _is_minor(relative: KnownRelative, stands: Law) -> bool:
    born = relative.born
    return (relative.kind in CHILDREN and born is not None
            and age_on(born.earliest, stands.day) < stands.number("stag.of_age"))
