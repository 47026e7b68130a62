"""What is known of one person, for the law to be applied to it.

The names are those of a case file (`hin assess`); a record of the desk becomes the same. None: not known, which is
never read as no. Days may be uncertain; whoever reads them takes the cautious end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from hin_desktop.domain.findings import Status
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef

Day = PartialDate | None

GERMAN_NATIONALITY: Final = "DEU"


class Protection(StrEnum):
    """What an asylum procedure ended in (§§ 2–4 AsylG, § 60 Abs. 5, 7 AufenthG)."""

    ASYLUM = "ASYL"
    REFUGEE = "FLUECHTLING"
    SUBSIDIARY = "SUBSIDIAER"
    DEPORTATION_BAN = "ABSCHIEBUNGSVERBOT"
    NONE = "NONE"


class German(StrEnum):
    """The German that is proved; ORAL: everyday speech only."""

    NONE = "NONE"
    ORAL = "ORAL"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class AbsenceReason(StrEnum):
    """Why somebody was abroad (§ 12b StAG, § 4a Abs. 6 FreizügG/EU)."""

    CHILDBIRTH = "CHILDBIRTH"
    ILLNESS = "ILLNESS"
    STUDY = "STUDY"
    VOCATIONAL_TRAINING = "VOCATIONAL_TRAINING"
    POSTING = "POSTING"
    MILITARY = "MILITARY"
    OTHER = "OTHER"


class Discussed(StrEnum):
    """All that is kept of convictions, exclusions and bars: whether they were talked about (facts.md § 7.5)."""

    DISCUSSED = "DISCUSSED"
    LAWYER = "LAWYER"
    OPEN = "OPEN"


class GapCause(StrEnum):
    """Why no status covers some days."""

    LATE_APPLICATION = "late_application"  # § 12b Abs. 3 S. 1 StAG
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Segment:
    """A residence status by its code, both days inclusive (`until` None: goes on)."""

    code: str
    start: PartialDate
    until: Day = None
    ref: RecordRef | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """A stay abroad by its days of travel (`returned` None: still away)."""

    departed: PartialDate
    returned: Day = None
    abh_deadline: date | None = None
    reason: AbsenceReason = AbsenceReason.OTHER
    ref: RecordRef | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a status, both inclusive."""

    start: date
    until: date
    cause: GapCause


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything the rules can ask about a person. `sources` tells which record a fact came from.

    `statuses`: a requirement decided by hand, which overrules what other facts say; `defaults`: what holds where
    nothing else is known; `discussed`: what was only talked about, which leaves it open. `guideline_…`: values of the
    authority for naturalisation together where they differ from the parameters.
    """

    segments: tuple[Segment, ...] = ()
    absences: tuple[Absence, ...] = ()
    gaps: tuple[Gap, ...] = ()
    birthdate: Day = None
    entry_on: Day = None
    nationality: tuple[str, ...] = ()
    # the asylum procedure
    protection: Protection | None = None
    ankunftsnachweis_on: Day = None
    asylum_made_on: Day = None
    asylum_lodged_on: Day = None
    decision_on: Day = None
    recognised_on: Day = None
    # settlement
    pension_months: int | None = None
    domestic_qualification: bool | None = None
    blue_card_employment_from: Day = None
    spouse_ne_18c: bool | None = None
    # knowledge
    german: German | None = None
    civics_passed: bool | None = None
    civics_points: int | None = None
    # family
    spouse_german: bool | None = None
    married_on: Day = None
    spouse_died_on: Day = None
    divorced_on: Day = None
    sole_custody_german_child: bool | None = None
    spouse_eligible_on: Day = None
    parent_eligible_on: Day = None
    guideline_child_years: int | None = None
    guideline_spouse_years: int | None = None
    guideline_under6: str = ""
    own_income: bool | None = None
    single_parent: bool | None = None
    minor_child_in_household: bool | None = None
    stateless_since_birth: bool | None = None
    born_in_germany: bool | None = None
    # livelihood
    full_time_now: bool | None = None
    full_time_months_last24: int | None = None
    spouse_full_time_now: bool | None = None
    spouse_full_time_months_last24: int | None = None
    sgb2_topup: bool | None = None
    sgb12: bool | None = None
    benefit_own_fault: bool | None = None
    recruited: bool | None = None
    # convictions (§ 12a StAG), as amounts only
    fines_day_rates: tuple[int, ...] = ()
    suspended_months: tuple[int, ...] = ()
    remitted: bool | None = None
    hate_motive: bool | None = None
    pending_investigation: bool | None = None
    # exceptions and bars
    hardship_4a: bool | None = None
    illness_or_disability: bool | None = None
    forged_language_certificate_found_on: Day = None
    naturalisation_withdrawn_on: Day = None
    applied_on: Day = None
    special_integration: bool | None = None
    # a child born here (§ 4 Abs. 3 StAG)
    child_born_on: Day = None
    father_title: str = ""
    father_title_from: Day = None
    father_lawful_since: Day = None
    mother_title: str = ""
    mother_title_from: Day = None
    mother_lawful_since: Day = None
    # integration course
    title: str = ""
    issued_on: Day = None
    registered_on: Day = None
    course_started_on: Day = None
    course_type: str = ""
    # residence duty (§ 12a AufenthG)
    first_ae_on: Day = None
    violation_days: int | None = None
    statuses: Mapping[str, Status] = field(default_factory=lambda: MappingProxyType({}))
    defaults: Mapping[str, Status] = field(default_factory=lambda: MappingProxyType({}))
    discussed: Mapping[str, Discussed] = field(default_factory=lambda: MappingProxyType({}))
    sources: Mapping[str, RecordRef] = field(default_factory=lambda: MappingProxyType({}))
