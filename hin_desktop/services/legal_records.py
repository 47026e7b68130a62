"""The records of a person that the law asks for, read for one person or for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, or_, select

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.records.models.client import Client, ClientNationality
from hin_desktop.records.models.household import Relation
from hin_desktop.services import cases, evidence, legal_sheets, milestones, residence
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.evidence import AsylumProcedureRow, BenefitRow, CourseEntitlementRow, EmploymentRow
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.milestones import MilestoneRow
from hin_desktop.services.residence import AbsenceRow, IdentityDocumentRow, ResidencePeriodRow
from hin_desktop.services.rows import ask, fetch_many, table_of

CLIENT, NATIONALITY, RELATION = table_of(Client), table_of(ClientNationality), table_of(Relation)
GERMANY = "DEU"
E = TypeVar("E", bound=Entry)
PEOPLE = select(CLIENT.c.id, CLIENT.c.birth_date, CLIENT.c.birth_country, CLIENT.c.arrival_germany,
                CLIENT.c.date_of_death).where(CLIENT.c.id.in_(bindparam("ids", expanding=True)))
NATIONALITIES = select(NATIONALITY.c.client_id, NATIONALITY.c.code).where(
    NATIONALITY.c.client_id.in_(bindparam("ids", expanding=True))).order_by(NATIONALITY.c.id)
RELATIONS = select(RELATION).where(or_(
    RELATION.c.client_id.in_(bindparam("ids", expanding=True)),
    RELATION.c.related_client_id.in_(bindparam("ids", expanding=True)))).order_by(RELATION.c.id)


@dataclass(frozen=True, slots=True)
class KnownRelative:
    """A relative as seen from the person: `kind` of the catalogue relations, a marriage from `since` to `until`.

    `client_id`: the relative's own file, if there is one.
    """

    kind: str
    born: PartialDate | None
    german: bool | None
    since: PartialDate | None
    until: PartialDate | None
    ended_by: str
    same_household: bool
    ref: RecordRef
    client_id: int | None = None


@dataclass(frozen=True, slots=True)
class LegalRecords:
    """Everything recorded of one person that a rule may ask for; lists in the order of their kinds, latest first."""

    client_id: int
    born: PartialDate | None
    birth_country: str
    arrival: PartialDate | None
    nationalities: tuple[str, ...]
    periods: tuple[ResidencePeriodRow, ...]
    absences: tuple[AbsenceRow, ...]
    documents: tuple[IdentityDocumentRow, ...]
    procedures: tuple[AsylumProcedureRow, ...]
    employments: tuple[EmploymentRow, ...]
    benefits: tuple[BenefitRow, ...]
    courses: tuple[CourseEntitlementRow, ...]
    milestones: tuple[MilestoneRow, ...]
    cases: tuple[CaseRow, ...]
    relatives: tuple[KnownRelative, ...]
    sheet: LegalSheetRow
    death: PartialDate | None = None


def of_people(connection: Connection, catalogues: Catalogues, ids: Sequence[int]) -> dict[int, LegalRecords]:
    """The records of these people by id; whoever is gone is left out."""
    people = ask(connection, PEOPLE, ids=ids)
    nations = _grouped((row.client_id, row.code) for row in ask(connection, NATIONALITIES, ids=ids))
    relatives = _relatives(connection, catalogues, ids)

    def rows(kind: EntryKind[E]) -> Mapping[int, tuple[E, ...]]:
        found = fetch_many(connection, kind.row, kind.model, "client_id", ids, kind.newest_first)
        return _grouped((row.client_id, row) for row in found)

    periods, absences, documents = rows(residence.PERIODS), rows(residence.ABSENCES), rows(residence.IDENTITY_DOCUMENTS)
    procedures, employments, benefits = rows(evidence.ASYLUM), rows(evidence.EMPLOYMENTS), rows(evidence.BENEFITS)
    courses, steps, sheets = rows(evidence.COURSES), rows(milestones.MILESTONES), rows(legal_sheets.SHEETS)
    counselled = rows(cases.CASES)
    return {row.id: LegalRecords(
        row.id, row.birth_date, row.birth_country, row.arrival_germany, nations.get(row.id, ()),
        periods.get(row.id, ()), absences.get(row.id, ()), documents.get(row.id, ()), procedures.get(row.id, ()),
        employments.get(row.id, ()), benefits.get(row.id, ()), courses.get(row.id, ()), steps.get(row.id, ()),
        counselled.get(row.id, ()), relatives.get(row.id, ()),
        next(iter(sheets.get(row.id, ())), LegalSheetRow(client_id=row.id)), row.date_of_death) for row in people}


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _relatives(connection: Connection, catalogues: Catalogues,
               ids: Sequence[int]) -> dict[int, tuple[KnownRelative, ...]]:
    """From both files: who is a parent in one is a child in the other."""
    wanted, found = set(ids), ask(connection, RELATIONS, ids=ids)
    others = {other for row in found for other in (row.client_id, row.related_client_id) if other is not None}
    born = {row.id: row.birth_date for row in ask(connection, PEOPLE, ids=others)}
    german = {row.client_id for row in ask(connection, NATIONALITIES, ids=others) if row.code == GERMANY}
    pairs: list[tuple[int, KnownRelative]] = []
    for row in found:
        own, other = row.client_id, row.related_client_id
        relative = _relative(row, row.kind, other, born, german)
        if own in wanted:
            pairs.append((own, relative))
        if other in wanted:
            inverse = catalogues.relations.entry(row.kind).text("inverse")
            pairs.append((other, _relative(row, inverse, own, born, german)))
    return _grouped(pairs)


def _relative(row: Any, kind: str, other: int | None, born: Mapping[int, PartialDate | None],  # noqa: ANN401  # a result row
              german: set[int]) -> KnownRelative:
    stated = row.german if other == row.related_client_id else None
    has_file = other is not None
    return KnownRelative(
        kind, born.get(other) if other is not None else row.related_birth_date,
        True if has_file and other in german else stated, row.since, row.until, row.ended_by,
        row.same_household, RecordRef("relation", row.id), other)
