"""Residence: titles over time, absences, identity documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain import checks
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.records.models.residence import Absence, IdentityDocument, ResidencePeriod
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.limits import LIMITS


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidencePeriodRow(Entry):
    """A residence status (catalogue residence_titles) from `valid_from` through `valid_until`, both inclusive.

    `late_application`: applied for too late, the gap before it counts under § 12b Abs. 3 StAG.
    """

    code: str = ""
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    issued_on: date | None = None
    authority: str = ""
    document: str = ""
    employment: str = ""
    residence_duty: str = ""
    course_note: str = ""
    late_application: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRow(Entry):
    """A stay abroad by its days of travel; `returned_on` None: still away."""

    departed_on: PartialDate | None = None
    returned_on: PartialDate | None = None
    reason: str = ""
    authority_deadline: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityDocumentRow(Entry):
    """A paper, by default seen and not copied."""

    kind: str = ""
    country: str = ""
    number: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    original_seen_on: date | None = None
    note: str = ""


PERIODS = EntryKind(ResidencePeriodRow, ResidencePeriod, Message("Residence title added"),
                    Message("Residence title changed"), Message("Residence title deleted"),
                    lambda row, today: checks.check_period(row, LIMITS), ("valid_from",))
ABSENCES = EntryKind(
    AbsenceRow, Absence, Message("Absence added"), Message("Absence changed"), Message("Absence deleted"),
    lambda row, today: checks.check_absence(row, today, LIMITS), ("departed_on",))
IDENTITY_DOCUMENTS = EntryKind(IdentityDocumentRow, IdentityDocument, Message("Identity document added"),
                               Message("Identity document changed"), Message("Identity document deleted"),
                               lambda row, today: checks.check_document(row, today, LIMITS), ("valid_until",))
