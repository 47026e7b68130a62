"""People for tests, told in a few words."""

from __future__ import annotations

from datetime import date
from typing import Any

from hin_desktop.domain.facts import Absence, AbsenceReason, Facts, Segment
from hin_desktop.domain.partial_date import PartialDate

DAYS = frozenset({
    "birthdate", "entry_on", "ankunftsnachweis_on", "asylum_made_on", "asylum_lodged_on", "decision_on",
    "recognised_on", "blue_card_employment_from", "married_on", "divorced_on", "spouse_died_on", "issued_on",
    "registered_on", "course_started_on", "first_ae_on"})  # fmt: skip


def day(text: str) -> PartialDate:
    return PartialDate.from_iso(text)


def seg(code: str, start: str, until: str | None = None) -> Segment:
    return Segment(code, day(start), day(until) if until else None)


def away(departed: str, returned: str | None = None, deadline: str | None = None,
         reason: AbsenceReason = AbsenceReason.OTHER) -> Absence:
    return Absence(day(departed), day(returned) if returned else None,
                   date.fromisoformat(deadline) if deadline else None, reason)


def person(*segments: Any, absences: tuple[Absence, ...] = (), **told: Any) -> Facts:  # noqa: ANN401  # any fact
    """A person with these statuses; days among the other facts are told as text."""
    days = {name: day(value) for name, value in told.items() if name in DAYS}
    return Facts(segments=segments, absences=absences, **{**told, **days})
