"""The path of a person: milestones, stations set by hand, and the stations read off everything recorded."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, bindparam, select

from hin_desktop.domain.catalogue import BadCatalogue
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.path_reading import read_path
from hin_desktop.domain.pathway import (
    Event,
    LawFinding,
    Override,
    PathFacts,
    PathRules,
    RecordRef,
    ResidenceFact,
    Station,
    StationKey,
    StationState,
)
from hin_desktop.domain.pathway import Milestone as MilestoneFact
from hin_desktop.records.models.consultation import Consultation, ConsultationParticipant
from hin_desktop.resources import read_text
from hin_desktop.services import cases, clients, entries, evidence, residence, titles
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.done import Done
from hin_desktop.services.evidence import CourseEntitlementRow, EmploymentRow
from hin_desktop.services.milestones import MILESTONES, OVERRIDES, MilestoneRow, OverrideRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import ResidencePeriodRow
from hin_desktop.services.rows import ask, table_of

TALK, PARTICIPANT = table_of(Consultation), table_of(ConsultationParticipant)
FIRST_TALK = select(TALK.c.id, TALK.c.held_on).join(PARTICIPANT, PARTICIPANT.c.consultation_id == TALK.c.id).where(
    PARTICIPANT.c.client_id == bindparam("client_id")).order_by(TALK.c.held_on, TALK.c.id).limit(1)
GERMAN = "de"
GERMANY = "DEU"
COURSE_STARTED, COURSE_FINISHED = "COURSE_STARTED", "COURSE_FINISHED"


def load_path_rules() -> PathRules:
    """The measures of the path from the shipped catalogues."""
    data = tomllib.loads(read_text("catalogues", "path.toml"))
    young_until, target, levels = data["young_until"], data["target_level"], data["levels"]
    if not (isinstance(young_until, int) and isinstance(target, str) and isinstance(levels, list)):
        raise BadCatalogue("path: young_until, target_level or levels")
    first_language = str(data["first_language"])
    return PathRules(young_until, (*map(str, levels), first_language), target, first_language)


def path_of(desk: OpenDesk, client_id: int, on: date, findings: Mapping[StationKey, LawFinding] | None = None,
            ) -> tuple[Station, ...]:
    """The six stations of a person on a day. Raises Gone."""
    with desk.reading() as connection:
        periods = entries.of_client(connection, residence.PERIODS, client_id)
        return read(desk, connection, clients.read(connection, client_id),
                    entries.of_client(connection, cases.CASES, client_id),
                    titles.read(connection, desk, periods, on).lasting, on, findings)


def read(desk: OpenDesk, connection: Connection, client: ClientRecord, open_cases: Sequence[CaseRow],
         periods: Sequence[ResidencePeriodRow], on: date,
         findings: Mapping[StationKey, LawFinding] | None = None) -> tuple[Station, ...]:
    """As `path_of`, from records that are already at hand."""
    return read_path(facts_of(desk, connection, client, open_cases, periods), on, desk.path_rules, findings)


def facts_of(desk: OpenDesk, connection: Connection, client: ClientRecord, open_cases: Sequence[CaseRow],
             periods: Sequence[ResidencePeriodRow]) -> PathFacts:
    """What the path is read off, the titles through their last days by law; the stations follow without the desk."""
    catalogues = desk.catalogues
    return PathFacts(
        client=RecordRef("client", client.id), born=client.birth_date, arrival_germany=client.arrival_germany,
        arrival_town=client.arrival_town, death=client.date_of_death,
        german=any(nationality.code == GERMANY for nationality in client.nationalities),
        german_level=next((skill.level for skill in client.languages if skill.code == GERMAN), None),
        first_talk=_first_talk(connection, client.id), case_opened=_first_case(open_cases),
        milestones=(*_milestones(catalogues, entries.of_client(connection, MILESTONES, client.id)),
                    *_work(catalogues, entries.of_client(connection, evidence.EMPLOYMENTS, client.id)),
                    *_course(catalogues, entries.of_client(connection, evidence.COURSES, client.id))),
        residence=tuple(_residence(catalogues, periods)),
        overrides=_overrides(entries.of_client(connection, OVERRIDES, client.id)))


def set_station(desk: OpenDesk, client_id: int, station: StationKey, state: StationState,
                reason: str) -> Done[OverrideRow]:
    """Set a station by hand; the reason is shown with it. Replaces what was set before. Raises Invalid."""
    before = {row.station: row for row in entries.get(desk, OVERRIDES, client_id)}.get(station)
    row = before or OverrideRow(client_id=client_id, station=station)
    return entries.save(desk, OVERRIDES, replace(row, state=state, reason=reason, set_on=desk.today()))


def _first_talk(connection: Connection, client_id: int) -> Event | None:
    return next((Event(PartialDate.of(first.held_on), RecordRef("consultation", first.id))
                 for first in ask(connection, FIRST_TALK, client_id=client_id)), None)


def _first_case(open_cases: Sequence[CaseRow]) -> Event | None:
    dated = [(row.opened_on, row.id) for row in open_cases if row.opened_on]
    if not dated:
        return None
    opened_on, case_id = min(dated)
    return Event(PartialDate.of(opened_on), RecordRef("case", case_id))


def _milestones(catalogues: Catalogues, rows: Iterable[MilestoneRow]) -> tuple[MilestoneFact, ...]:
    found = (_step(catalogues, row.code, row.reached_on, row.until, RecordRef("milestone", row.id)) for row in rows)
    return tuple(step for step in found if step is not None)


def _work(catalogues: Catalogues, rows: Iterable[EmploymentRow]) -> tuple[MilestoneFact, ...]:
    """Employment stands for the step of the path that its kind names."""
    found = (_step(catalogues, catalogues.employment_kinds.entry(row.kind).text("milestone"), row.started_on,
                   row.ended_on, RecordRef("employment", row.id)) for row in rows)
    return tuple(step for step in found if step is not None)


def _course(catalogues: Catalogues, rows: Iterable[CourseEntitlementRow]) -> tuple[MilestoneFact, ...]:
    """A course begun, and one finished."""
    days = ((row.id, code, day) for row in rows
            for code, day in ((COURSE_STARTED, row.started_on), (COURSE_FINISHED, row.finished_on)))
    found = (_step(catalogues, code, PartialDate.of(day), None, RecordRef("course_entitlement", row_id))
             for row_id, code, day in days if day is not None)
    return tuple(step for step in found if step is not None)


def _step(catalogues: Catalogues, code: str, on: PartialDate | None, until: PartialDate | None,
          ref: RecordRef) -> MilestoneFact | None:
    """A step of the catalogue as the path reads it; None for what is no step."""
    entry = catalogues.milestones.find(code)
    if on is None or entry is None:
        return None
    reaches = entry.extra.get("reaches")  # absent: the step neither reaches the station nor begins it
    return MilestoneFact(code, StationKey(entry.text("station")), on, until, ref, reaches is True, reaches is False,
                         entry.text("level"))


def _residence(catalogues: Catalogues, rows: Iterable[ResidencePeriodRow]) -> Iterable[ResidenceFact]:
    for row in rows:
        title = catalogues.residence_titles.find(row.code)
        if title is not None and row.valid_from is not None:
            yield ResidenceFact(row.code, title.kind, row.valid_from, row.valid_until,
                                RecordRef("residence_period", row.id), title.permanent)


def _overrides(rows: Iterable[OverrideRow]) -> tuple[Override, ...]:
    return tuple(Override(StationKey(row.station), StationState(row.state), row.reason, row.set_on,
                          RecordRef("station_override", row.id)) for row in rows if row.set_on)
