"""What the law asks to be proven: work, benefits, the right to a course, the asylum procedure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain import checks
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.records.models.evidence import AsylumProcedure, Benefit, CourseEntitlement, Employment
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.limits import LIMITS


@dataclass(frozen=True, slots=True, kw_only=True)
class EmploymentRow(Entry):
    """Work or training (catalogue employment_kinds) from `started_on` through `ended_on`, both inclusive."""

    kind: str = ""
    weekly_hours: int | None = None
    started_on: PartialDate | None = None
    ended_on: PartialDate | None = None
    employer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitRow(Entry):
    """A benefit (catalogue benefit_kinds) granted from a day through another, both inclusive."""

    kind: str = ""
    granted_from: date | None = None
    granted_until: date | None = None
    office: str = ""
    renewal_filed_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseEntitlementRow(Entry):
    """A right or duty to take part in the integration course (course_bases), and how far the person came with it.

    `title_issued_on` is the day of the title on which it stands, `issued_on` that of the Teilnahmeberechtigung.
    """

    basis: str = ""
    title_issued_on: date | None = None
    issued_on: date | None = None
    registered_on: date | None = None
    started_on: date | None = None
    interrupted_on: date | None = None
    finished_on: date | None = None
    course_type: str = ""
    provider: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsylumProcedureRow(Entry):
    """The days of an asylum procedure, and its outcome (catalogue asylum_outcomes)."""

    made_on: date | None = None
    arrival_proof_on: date | None = None
    lodged_on: date | None = None
    decided_on: date | None = None
    recognised_on: date | None = None
    outcome: str = ""
    note: str = ""


EMPLOYMENTS = EntryKind(EmploymentRow, Employment, Message("Employment added"), Message("Employment changed"),
                        Message("Employment deleted"), lambda row, today: checks.check_employment(row, LIMITS),
                        ("started_on",))
BENEFITS = EntryKind(BenefitRow, Benefit, Message("Benefit added"), Message("Benefit changed"),
                     Message("Benefit deleted"), lambda row, today: checks.check_benefit(row, today, LIMITS),
                     ("granted_from",))
COURSES = EntryKind(
    CourseEntitlementRow, CourseEntitlement, Message("Course entitlement added"), Message("Course entitlement changed"),
    Message("Course entitlement deleted"), lambda row, today: checks.check_course(row, today, LIMITS), ("issued_on",))
ASYLUM = EntryKind(
    AsylumProcedureRow, AsylumProcedure, Message("Asylum procedure added"), Message("Asylum procedure changed"),
    Message("Asylum procedure deleted"), lambda row, today: checks.check_asylum(row, today, LIMITS), ("made_on",))
