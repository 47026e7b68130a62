"""A deadline: what it is about, its day and rule, and from when to when it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from hin_desktop.domain.calendar import LegalDay
from hin_desktop.domain.law import Rule
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Message


class DeadlineKind(StrEnum):
    """What a deadline is about, the more urgent first."""

    TITLE = "title"
    STATUS = "status"
    TEMPORARY_PROTECTION = "temporary_protection"
    FICTION = "fiction"
    CHILD_APPLICATION = "child_application"
    BENEFIT = "benefit"
    DOCUMENT = "document"
    COURSE_CLAIM = "course_claim"
    COURSE_START = "course_start"
    COURSE_INTERRUPTION = "course_interruption"
    COURSE_REFUND = "course_refund"
    PLAN_REVIEW = "plan_review"
    RESIDENCE_DUTY = "residence_duty"
    PROGRAMME = "programme"
    SETTLEMENT_TIME = "settlement_time"
    NATURALISATION_TIME = "naturalisation_time"


STAYS: Final = frozenset({
    DeadlineKind.TITLE, DeadlineKind.STATUS, DeadlineKind.TEMPORARY_PROTECTION, DeadlineKind.FICTION,
    DeadlineKind.CHILD_APPLICATION, DeadlineKind.DOCUMENT, DeadlineKind.PLAN_REVIEW})
"""What stays overdue until it is done; everything else is history after its lead time has passed once more."""
INFORMATION: Final = frozenset({DeadlineKind.RESIDENCE_DUTY, DeadlineKind.PROGRAMME, DeadlineKind.SETTLEMENT_TIME,
                                DeadlineKind.NATURALISATION_TIME})


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day of a person. `lead_from`: from when it is shown; `ref`: the record that it comes from.

    `basis`: where the status stands that ends, if no rule of its own says how it goes on.
    """

    kind: DeadlineKind
    day: LegalDay
    lead_from: date
    rule: Rule
    explanation: Message
    ref: RecordRef | None = None
    basis: str = ""

    @property
    def citation(self) -> str:
        """Where it is written."""
        return self.basis or self.rule.citation

    @property
    def information(self) -> bool:
        """Whether it only tells something: nothing is lost by it."""
        return self.kind in INFORMATION

    def shown_on(self, on: date) -> bool:
        """Whether it lies within its lead time, or is overdue."""
        return self.lead_from <= on and (self.kind in STAYS or on <= self.day.day + (self.day.day - self.lead_from))
