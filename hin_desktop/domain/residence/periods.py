"""Periods over time: which one runs, where two overlap, where time is missing, what ends soon.

For residence titles and anything else with `valid_from` and `valid_until`, both days inclusive. Uncertain dates:
overlaps and gaps are named only when they exist in every reading; the end of a title is taken at its earliest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Generic, Protocol, TypeVar

from hin_desktop.domain.partial_date import PartialDate

DAY = timedelta(days=1)


class Period(Protocol):
    """From `valid_from` (None: not entered yet, such a period is left out) through `valid_until` (None: open end)."""

    @property
    def valid_from(self) -> PartialDate | None:
        """The first day."""

    @property
    def valid_until(self) -> PartialDate | None:
        """The last day."""


P = TypeVar("P", bound=Period)


@dataclass(frozen=True, slots=True)
class Expiry(Generic[P]):
    """The end of what a person holds last: the last safe day, and the days from today to it (negative: over)."""

    period: P
    ends_on: date
    days_left: int


def running_on(periods: Iterable[P], day: date) -> tuple[P, ...]:
    """Every period that may run on this day, the one that lasts longest first."""
    found = [p for p in periods if _begun(p, day) and _last(p) >= day]
    return tuple(sorted(found, key=lambda p: (_last(p), _first(p)), reverse=True))


def current_on(periods: Iterable[P], day: date) -> P | None:
    """Of the periods that run on this day the one that lasts longest; None if there is none."""
    running = running_on(periods, day)
    return running[0] if running else None


def overlaps(periods: Iterable[P]) -> tuple[tuple[P, P], ...]:
    """The pairs that certainly have a day in common, the earlier one first. They are allowed, and shown."""
    dated = sorted((p for p in periods if p.valid_from is not None), key=_first)
    return tuple((a, b) for a, b in combinations(dated, 2) if _surely_together(a, b))


def gaps(periods: Iterable[P]) -> tuple[tuple[date, date], ...]:
    """The stretches between two periods that are certainly covered by none: first and last day, both inclusive."""
    dated = sorted((p for p in periods if p.valid_from is not None), key=_first)
    found: list[tuple[date, date]] = []
    covered = date.max
    for period in dated:
        if covered < date.max and _first(period) > covered + DAY:
            found.append((covered + DAY, _first(period) - DAY))
        covered = max(covered, _last(period)) if period is not dated[0] else _last(period)
    return tuple(found)


def expiring(periods: Iterable[P], on: date, within_days: int) -> Expiry[P] | None:
    """What ends within so many days, or is over, with nothing that lasts longer.

    All periods belong to one person; leave out what is no right of residence. A title that is followed by a later
    one does not expire, nor does one with an open end.
    """
    begun = [p for p in periods if p.valid_from is not None]
    if not begun or any(p.valid_until is None for p in begun):
        return None
    last = max(begun, key=lambda p: (_last(p), _first(p)))
    ends_on = last.valid_until.earliest if last.valid_until else date.max
    days = days_until(ends_on, on)
    return Expiry(last, ends_on, days) if days <= within_days else None


def days_until(day: date, on: date) -> int:
    """Days from `on` to `day`: 0 today, negative when it has passed."""
    return (day - on).days


def _first(period: Period) -> date:
    return period.valid_from.earliest if period.valid_from else date.min


def _last(period: Period) -> date:
    return period.valid_until.latest if period.valid_until else date.max


def _begun(period: Period, day: date) -> bool:
    return period.valid_from is not None and period.valid_from.earliest <= day


def _surely_together(a: Period, b: Period) -> bool:
    starts = max(p.valid_from.latest for p in (a, b) if p.valid_from)
    ends = min((p.valid_until.earliest for p in (a, b) if p.valid_until), default=date.max)
    return starts <= ends
