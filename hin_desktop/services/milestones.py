"""Steps reached on the path, and stations set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain import checks
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.records.models.path import Milestone, StationOverride
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.limits import LIMITS


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow(Entry):
    """A step reached (catalogue milestones), for work perhaps until a day (inclusive). Tests have points."""

    code: str = ""
    reached_on: PartialDate | None = None
    until: PartialDate | None = None
    points: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideRow(Entry):
    """A station set by hand, with the reason."""

    station: str = ""
    state: str = ""
    reason: str = ""
    set_on: date | None = None


MILESTONES = EntryKind(
    MilestoneRow, Milestone, Message("Milestone added"), Message("Milestone changed"), Message("Milestone deleted"),
    lambda row, today: checks.check_milestone(row, today, LIMITS), ("reached_on",))
OVERRIDES = EntryKind(
    OverrideRow, StationOverride, Message("Station set by hand"), Message("Station set by hand"),
    Message("Station follows the records again"), lambda row, today: checks.check_override(row, LIMITS))
