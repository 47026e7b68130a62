"""Periods over time: which one runs, where two overlap, where time is missing.

For residence titles and anything else with `valid_from` and `valid_until`, both days inclusive. Uncertain dates:
overlaps and gaps are named only when they exist in every reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from typing import Protocol, TypeVar

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
