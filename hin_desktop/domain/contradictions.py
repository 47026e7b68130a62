"""Facts that cannot all be true. They are named beside the best assessment that is still possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from hin_desktop.domain.facts import GERMAN_NATIONALITY, Facts, Protection, Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.timeline import PROTECTED
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.errors import Message

Day = PartialDate | None


@dataclass(frozen=True, slots=True)
class Remark:
    """What does not fit (`CONTRADICTION_…`) or should be seen in time, in words, and the record where to look."""

    code: str
    message: Message
    ref: RecordRef | None = None


def contradictions(view: LegalView) -> tuple[Remark, ...]:
    """Everything that certainly contradicts; uncertain days only where no reading fits."""
    checks: tuple[Callable[[LegalView], Iterator[Remark]], ...] = (
        _german, _before_birth, _backwards, _protection, _order)
    return tuple(found for check in checks for found in check(view))


def _german(view: LegalView) -> Iterator[Remark]:
    """German from a day on (by nationality: today at the latest), and a title of a foreigner that goes on after it."""
    titles = [(each, title) for each in view.facts.segments
              if (title := view.codes.titles.find(each.code)) is not None]
    since = [each.start.latest for each, title in titles if title.kind is TitleKind.GERMAN]
    if not since and GERMAN_NATIONALITY in view.facts.nationality:
        since = [view.on]
    for each, title in titles:
        if title.kind is not TitleKind.GERMAN and any(_outlasts(each, day) for day in since):
            yield Remark("CONTRADICTION_GERMAN_WITH_TITLE",
                                Message("German, and yet a title of a foreigner: {title}.", title=title), each.ref)


def _outlasts(segment: Segment, day: date) -> bool:
    """Whether it certainly goes on after a day."""
    return segment.until is None or day < segment.until.earliest


def _before_birth(view: LegalView) -> Iterator[Remark]:
    born = view.facts.birthdate
    for each in view.facts.segments:
        if _before(each.start, born):
            message = Message("A title begins before the birth.")
            yield Remark("CONTRADICTION_TITLE_BEFORE_BIRTH", message, each.ref)


def _backwards(view: LegalView) -> Iterator[Remark]:
    for each in view.facts.segments:
        if _before(each.until, each.start):
            yield Remark("CONTRADICTION_END_BEFORE_START", Message("A title ends before it begins."), each.ref)
    for away in view.facts.absences:
        if _before(away.returned, away.departed):
            message = Message("A return lies before the departure.")
            yield Remark("CONTRADICTION_RETURN_BEFORE_DEPARTURE", message, away.ref)


def _protection(view: LegalView) -> Iterator[Remark]:
    """A title for protection, and another outcome of the procedure."""
    granted = view.facts.protection
    for each in view.facts.segments:
        if granted in (Protection.NONE, Protection.DEPORTATION_BAN) and each.code in PROTECTED:
            yield Remark("CONTRADICTION_TITLE_WITHOUT_PROTECTION",
                                Message("A title for protection that was not granted."), each.ref)
            return


@dataclass(frozen=True, slots=True)
class _Order:
    """The second day is never before the first."""

    code: str
    first: str
    second: str
    message: Message


_ORDERS: Final = (
    _Order("DECISION_BEFORE_APPLICATION", "asylum_lodged_on", "decision_on",
           Message("The decision lies before the application.")),
    _Order("DECISION_BEFORE_APPLICATION", "asylum_made_on", "decision_on",
           Message("The decision lies before the application.")),
    _Order("DECISION_BEFORE_APPLICATION", "asylum_lodged_on", "recognised_on",
           Message("The recognition lies before the application.")),
    _Order("MARRIED_BEFORE_BIRTH", "birthdate", "married_on", Message("The marriage lies before the birth.")),
    _Order("DIVORCED_BEFORE_MARRIED", "married_on", "divorced_on", Message("The divorce lies before the marriage.")),
    _Order("DIED_BEFORE_MARRIED", "married_on", "spouse_died_on",
           Message("The spouse's death lies before the marriage.")),
    _Order("ENTRY_BEFORE_BIRTH", "birthdate", "entry_on", Message("The entry lies before the birth.")),
    _Order("APPLIED_BEFORE_BIRTH", "birthdate", "applied_on", Message("The application lies before the birth.")),
    _Order("REGISTERED_BEFORE_ISSUED", "issued_on", "registered_on",
           Message("The registration lies before the entitlement.")),
    _Order("STARTED_BEFORE_REGISTERED", "registered_on", "course_started_on",
           Message("The course began before the registration.")),
)


def _order(view: LegalView) -> Iterator[Remark]:
    seen: set[str] = set()
    for order in _ORDERS:
        if order.code not in seen and _before(_day(view.facts, order.second), _day(view.facts, order.first)):
            seen.add(order.code)
            yield Remark(f"CONTRADICTION_{order.code}", order.message, view.sources.get(order.second))


def _day(facts: Facts, name: str) -> Day:
    value: Day = getattr(facts, name)
    return value


def _before(day: Day, other: Day) -> bool:
    """Certainly before: no reading of the two days fits."""
    return day is not None and other is not None and day.latest < other.earliest
