"""Facts of a person from the records: what the desk keeps, in the words of the law's rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection

from hin_desktop.domain.calendar import DAY, age_on, back
from hin_desktop.domain.facts import (
    Absence,
    AbsenceReason,
    Discussed,
    Facts,
    Gap,
    GapCause,
    German,
    Protection,
    Segment,
)
from hin_desktop.domain.findings import Status
from hin_desktop.domain.law import Law
from hin_desktop.domain.legal_view import Codes, LegalView
from hin_desktop.domain.naturalisation.knowledge import LEVELS
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.continuation import lasting
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.errors import Gone
from hin_desktop.services import legal_records
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.services.entries import Entry
from hin_desktop.services.evidence import AsylumProcedureRow, BenefitRow
from hin_desktop.services.legal_records import GERMANY, KnownRelative, LegalRecords
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.residence import ResidencePeriodRow

MARRIED: Final = frozenset({"SPOUSE", "REGISTERED_PARTNER"})
PARTNERS: Final = MARRIED | {"PARTNER"}
CHILDREN: Final = frozenset({"CHILD", "STEPCHILD"})
EARNING: Final = frozenset({"FULL_TIME", "PART_TIME", "SELF_EMPLOYED", "FREELANCE", "CIVIL_SERVANT"})
FULL_TIME: Final = frozenset({"FULL_TIME", "SELF_EMPLOYED", "FREELANCE", "CIVIL_SERVANT"})
PERMITS: Final = frozenset({TitleKind.PERMIT, TitleKind.BLUE_CARD, TitleKind.ICT})
STATED: Final = {"MET": Status.MET, "NOT_MET": Status.NOT_MET, "OPEN": Status.OPEN}
DEATH, DIVORCE = "DEATH", "DIVORCE"
TEST_PASSED, COURSE_TEST, APPLIED = "NAT_TEST_PASSED", "LID_PASSED", "NAT_APPLIED"


@lru_cache(maxsize=1)
def codes_of(catalogues: Catalogues) -> Codes:
    """The catalogues that the rules need; gathered once, for they never change."""
    free = frozenset(entry.code for entry in catalogues.nationalities if entry.text("free_movement"))
    return Codes(catalogues.residence_titles, free)


def of_person(connection: Connection, catalogues: Catalogues, client_id: int, law: Law) -> Facts:
    """The facts of one person as they stand on the day of the law. Raises Gone."""
    records = legal_records.of_people(connection, catalogues, [client_id]).get(client_id)
    if records is None:
        raise Gone
    return facts_of(records, catalogues, law)


def view_of(records: LegalRecords, catalogues: Catalogues, law: Law) -> LegalView:
    """What the rules look at: these records on the day of the law."""
    return LegalView(facts_of(records, catalogues, law), law.day, law, codes_of(catalogues))


def facts_of(records: LegalRecords, catalogues: Catalogues, law: Law) -> Facts:
    """The facts that the records tell; what nobody recorded stays None."""
    segments = segments_of(records.periods, law)
    told = _Told(records, catalogues, law, segments)
    values: dict[str, Any] = {}
    for part in (told.person, told.procedure, told.knowledge, told.family, told.livelihood, told.sheet, told.course):
        values.update(part())
    return Facts(segments=segments, absences=_absences(records), gaps=_late_gaps(records.periods),
                 **values, sources=MappingProxyType(told.sources))


class _Told:
    """One person's records on a day, asked part by part; notes in `sources` where each fact came from."""

    def __init__(self, records: LegalRecords, catalogues: Catalogues, law: Law, segments: tuple[Segment, ...]) -> None:
        self.records = records
        self.catalogues = catalogues
        self.law = law
        self.segments = segments
        self.sources: dict[str, RecordRef] = {}

    @property
    def on(self) -> date:
        """The day."""
        return self.law.day

    def note(self, name: str, kind: str, row: Entry) -> None:
        """Remember the record behind a fact."""
        if row.id:
            self.sources[name] = RecordRef(kind, row.id)

    def person(self) -> Mapping[str, object]:
        """The sheet of the person."""
        records = self.records
        for name in ("birthdate", "entry_on", "nationality"):
            self.sources[name] = RecordRef("client", records.client_id)
        permits = [row for row in records.periods if _kind(self.catalogues, row.code) in PERMITS and row.valid_from]
        first = min(permits, key=lambda row: row.valid_from.earliest if row.valid_from else date.max, default=None)
        return {"birthdate": records.born, "entry_on": records.arrival, "nationality": records.nationalities,
                "born_in_germany": records.birth_country == GERMANY if records.birth_country else None,
                "first_ae_on": _issued(first) if first is not None else None}

    def procedure(self) -> Mapping[str, object]:
        """The asylum procedure that ended in protection, else the latest."""
        found = sorted(self.records.procedures, key=_began)
        if not found:
            return {}
        row = next((each for each in reversed(found) if each.outcome in _GRANTED), found[-1])
        days = {"asylum_made_on": row.made_on, "ankunftsnachweis_on": row.arrival_proof_on,
                "asylum_lodged_on": row.lodged_on, "decision_on": row.decided_on, "recognised_on": row.recognised_on}
        for name in (*days, "protection"):
            self.note(name, "asylum_procedure", row)
        granted = Protection(row.outcome) if row.outcome in Protection.__members__.values() else None
        return {"protection": granted, **{name: _day(day) for name, day in days.items()}}

    def knowledge(self) -> Mapping[str, object]:
        """German and tests that are proved, and the application: milestones reached by the day."""
        steps = [row for row in self.records.milestones if row.reached_on and row.reached_on.earliest <= self.on]
        level_of = {row.id: self.catalogues.milestones.entry(row.code).text("level") for row in steps}
        proved = [row for row in steps if level_of[row.id] in German.__members__.values()]
        best = max(proved, key=lambda row: LEVELS.index(German(level_of[row.id])), default=None)
        test = next((row for row in steps if row.code == TEST_PASSED), None)
        scored = [row for row in steps if row.code in (COURSE_TEST, TEST_PASSED) and row.points is not None]
        top = max(scored, key=lambda row: row.points or 0, default=None)
        applied = next((row for row in steps if row.code == APPLIED), None)
        for name, row in (("german", best), ("civics_test", test or top), ("applied_on", applied)):
            if row is not None:
                self.note(name, "milestone", row)
        return {"german": German(level_of[best.id]) if best is not None else None,
                "civics_passed": True if test is not None else None,
                "civics_points": top.points if top is not None else None,
                "applied_on": applied.reached_on if applied is not None else None}

    def family(self) -> Mapping[str, object]:
        """Marriage and children."""
        relatives = self.records.relatives
        spouse = _last_married([each for each in relatives if each.kind in MARRIED])
        here = [each for each in relatives if each.kind in CHILDREN and each.same_household and self._minor(each)]
        alone = bool(here) and not any(each.kind in PARTNERS and each.until is None for each in relatives)
        facts: dict[str, object] = {"minor_child_in_household": bool(here) if relatives else None,
                                    "single_parent": alone if relatives else None}
        if spouse is None:
            return facts
        for name in ("spouse_german", "married_on", "spouse_died_on", "divorced_on"):
            self.sources[name] = spouse.ref
        return {**facts, "spouse_german": spouse.german, "married_on": spouse.since,
                "spouse_died_on": spouse.until if spouse.ended_by == DEATH else None,
                "divorced_on": spouse.until if spouse.ended_by == DIVORCE else None}

    def _minor(self, relative: KnownRelative) -> bool:
        born = relative.born
        return born is not None and age_on(born.earliest, self.on) < self.law.number("stag.of_age")

    def livelihood(self) -> Mapping[str, object]:
        """Work and benefits on the day."""
        work = [row for row in self.records.employments if _runs(row.started_on, row.ended_on, self.on)]
        full = [row for row in work if row.kind in FULL_TIME]
        benefits = [row for row in self.records.benefits if _granted(row, self.on)]
        topup = next((row for row in benefits if row.kind == "SGB2"), None)
        social = next((row for row in benefits if row.kind == "SGB12"), None)
        if work:
            self.note("full_time_now", "employment", (full or work)[0])
        for name, granted in (("sgb2_topup", topup), ("sgb12", social)):
            if granted is not None:
                self.note(name, "benefit", granted)
        known = bool(self.records.employments)
        return {"full_time_now": bool(full) if known else None,
                "full_time_months_last24": self._full_time_months() if known else None,
                "own_income": any(row.kind in EARNING for row in work) or None,
                "sgb2_topup": True if topup is not None else None, "sgb12": True if social is not None else None}

    def _full_time_months(self) -> int:
        """Whole months of full-time work within the window that the exception looks at."""
        window = self.law.span("stag.full_time_window")
        start = back(self.on, window)
        days, counted = 0, start - DAY  # what lies before is counted already: two jobs at once are one
        for row in sorted(self.records.employments, key=lambda row: row.started_on.latest if row.started_on else start):
            if row.kind in FULL_TIME and row.started_on is not None:
                until = min(row.ended_on.earliest if row.ended_on else self.on, self.on)
                days += max((until - max(row.started_on.latest - DAY, counted)).days, 0)
                counted = max(counted, until)
        return days * window.months // max((self.on - start).days, 1)

    def sheet(self) -> Mapping[str, object]:
        """The answers that no other record gives; what was only talked about stays so."""
        sheet, born = self.records.sheet, self.records.born
        if not sheet.id:
            return {}
        minor = born is not None and age_on(born.latest, self.on) < self.law.number("stag.of_age")
        together = "parent_eligible_on" if minor else "spouse_eligible_on"
        plain = {name: getattr(sheet, name) for name in _SAME_NAME}
        values: dict[str, object] = {
            **plain, together: _day(sheet.co_applicant_eligible_on),
            "sole_custody_german_child": sheet.custody_german_child,
            "violation_days": sheet.residence_duty_violation_days,
            "spouse_full_time_months_last24": sheet.spouse_full_time_months,
            "statuses": MappingProxyType({code: STATED[state] for code, state in _stated(sheet).items() if state}),
            "discussed": MappingProxyType({code: Discussed(state) for code, state in _talked(sheet).items() if state})}
        for name in (*values, *_stated(sheet), *_talked(sheet)):
            self.note(name, "legal_sheet", sheet)
        return values

    def course(self) -> Mapping[str, object]:
        """The latest right to an integration course, with the title it stands on."""
        row = next(iter(self.records.courses), None)
        running = (each.ref for each in self.segments if _runs(each.start, each.until, self.on))
        held = next(running, None)
        present = next((each for each in self.records.periods if held is not None and each.id == held.id), None)
        title = present.code if present is not None else ""
        if row is None:
            return {"title": title, "issued_on": _issued(present) if present is not None else None}
        for name in ("issued_on", "registered_on", "course_started_on", "course_type"):
            self.note(name, "course_entitlement", row)
        return {"title": title, "issued_on": _day(row.title_issued_on or row.issued_on),
                "registered_on": _day(row.registered_on), "course_started_on": _day(row.started_on),
                "course_type": row.course_type}


_GRANTED: Final = frozenset({"ASYL", "FLUECHTLING", "SUBSIDIAER", "ABSCHIEBUNGSVERBOT"})
_SAME_NAME: Final = (
    "pension_months", "domestic_qualification", "blue_card_employment_from", "spouse_ne_18c", "recruited",
    "stateless_since_birth", "benefit_own_fault", "spouse_full_time_now", "hardship_4a", "illness_or_disability",
    "special_integration")


def _stated(sheet: LegalSheetRow) -> Mapping[str, str]:
    return {"IDENTITY": sheet.identity, "FDGO": sheet.democratic_order, "HIST": sheet.history_declaration,
            "LIVELIHOOD": sheet.livelihood}


def _talked(sheet: LegalSheetRow) -> Mapping[str, str]:
    return {"CRIM": sheet.convictions, "EXCL_11": sheet.exclusion, "BAR_35A": sheet.bar}


def segments_of(rows: Iterable[ResidencePeriodRow], law: Law) -> tuple[Segment, ...]:
    """The recorded titles through the days on which they end by the law."""
    return lasting([Segment(row.code, row.valid_from, row.valid_until, RecordRef("residence_period", row.id))
                    for row in rows if row.valid_from is not None], law)


def _absences(records: LegalRecords) -> tuple[Absence, ...]:
    reasons = AbsenceReason.__members__.values()
    return tuple(Absence(row.departed_on, row.returned_on, row.authority_deadline,
                         AbsenceReason(row.reason) if row.reason in reasons else AbsenceReason.OTHER,
                         RecordRef("absence", row.id))
                 for row in records.absences if row.departed_on is not None)


def _late_gaps(rows: Sequence[ResidencePeriodRow]) -> tuple[Gap, ...]:
    """The gap right before a title that was applied for too late (§ 12b Abs. 3 StAG)."""
    found = []
    for row in rows:
        if row.late_application and row.valid_from is not None:
            start = row.valid_from.latest
            before = [each.valid_until.earliest for each in rows
                      if each.valid_until is not None and each.valid_until.earliest < start]
            if before and max(before) + DAY < start:
                found.append(Gap(max(before) + DAY, start - DAY, GapCause.LATE_APPLICATION))
    return tuple(found)


def _last_married(spouses: Sequence[KnownRelative]) -> KnownRelative | None:
    """The marriage that lasts, else the one that ended last."""
    return max(spouses, key=lambda each: each.until.latest if each.until else date.max, default=None)


def _kind(catalogues: Catalogues, code: str) -> TitleKind | None:
    title = catalogues.residence_titles.find(code)
    return title.kind if title is not None else None


def _issued(row: ResidencePeriodRow) -> PartialDate | None:
    return PartialDate.of(row.issued_on) if row.issued_on is not None else row.valid_from


def _day(day: date | None) -> PartialDate | None:
    return PartialDate.of(day) if day is not None else None


def _began(row: AsylumProcedureRow) -> date:
    return row.made_on or row.arrival_proof_on or row.lodged_on or date.min


def _runs(start: PartialDate | None, until: PartialDate | None, day: date) -> bool:
    """Whether something that lasts through `until` may run on a day."""
    return start is not None and start.earliest <= day and (until is None or until.latest >= day)


def _granted(row: BenefitRow, day: date) -> bool:
    return (row.granted_from or date.min) <= day <= (row.granted_until or date.max)
