"""How long something has gone on without interruption, walked back from a day (facts.md § 2.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.calendar import DAY, Span, back, first_day
from hin_desktop.domain.residence.timeline import Count, Stretch, Timeline

Accepts = Callable[[Stretch], bool]


@dataclass(frozen=True, slots=True)
class Chain:
    """Uninterrupted time from `start` through `until` (inclusive).

    `gaps` lie in it and are not credited: first and last day, the oldest first.
    """

    start: date
    until: date
    gaps: tuple[tuple[date, date], ...]
    stretches: tuple[Stretch, ...]

    @property
    def gap_days(self) -> int:
        """Days that are not credited."""
        return sum((until - first).days + 1 for first, until in self.gaps)

    def reached(self, span: Span) -> date:
        """The first day on which the span is over, the days of gaps before it not credited."""
        day = self.lenient(span)
        for first, until in self.gaps:
            if first < day:
                day += until - first + DAY
        return day

    def lenient(self, span: Span) -> date:
        """The same with the gap days credited."""
        return first_day(self.start, span)

    @property
    def days(self) -> int:
        """The days that count."""
        return (self.until - self.start).days + 1 - self.gap_days

    def credited(self, day: date, most: Span) -> date:
        """A day moved forward by this chain, by no more than a span (§ 12b Abs. 2 StAG)."""
        enough = self.reached(most) <= self.until + DAY
        return back(day, most) if enough else day - self.days * DAY


def chain_on(line: Timeline, day: date, accepts: Accepts) -> Chain | None:
    """The chain that reaches this day, or a suspended fiction that goes on; None where the day is not accepted."""
    stretches = list(line.until(day))
    if not stretches or stretches[-1].until < day:
        return None
    while stretches[-1].count is Count.SUSPENDED and _joined(stretches, line):
        stretches.pop()
    return _walk(stretches, line, accepts) if accepts(stretches[-1]) else None


def chain_before(line: Timeline, day: date, accepts: Accepts) -> Chain | None:
    """The last chain that ended before a day, whatever lies between."""
    stretches = list(line.until(day - DAY))
    while stretches and not accepts(stretches[-1]):
        stretches.pop()
    return _walk(stretches, line, accepts) if stretches else None


def _walk(stretches: Sequence[Stretch], line: Timeline, accepts: Accepts) -> Chain:
    """Back from the last stretch, over gaps that a late application explains, to the first that does not follow."""
    taken, gaps, pending = [stretches[-1]], list[tuple[date, date]](), list[tuple[date, date]]()
    after = stretches[-1]
    for stretch in reversed(stretches[:-1]):
        if not _joined((stretch, after), line):
            break
        if stretch.until + DAY < after.start:
            pending.append((stretch.until + DAY, after.start - DAY))
        if stretch.count is Count.SUSPENDED:
            pending.append((stretch.start, stretch.until))
        elif accepts(stretch):
            taken.append(stretch)
            gaps, pending = gaps + pending, []
        else:
            break
        after = stretch
    return Chain(taken[-1].start, taken[0].until, tuple(reversed(gaps)), tuple(reversed(taken)))


def _joined(stretches: Sequence[Stretch], line: Timeline) -> bool:
    """Whether nothing lies between the last two, or only days that a late application explains."""
    return len(stretches) > 1 and line.explained(stretches[-2].until + DAY, stretches[-1].start - DAY)


def unbroken_run(line: Timeline, day: date, accepts: Accepts) -> date | None:
    """The first day of the run of accepted stretches that reaches this day, without any gap; None: not accepted."""
    start: date | None = None
    for stretch in reversed(line.until(day)):
        follows = stretch.until + DAY == start if start is not None else stretch.until >= day
        if not follows or not accepts(stretch):
            break
        start = stretch.start
    return start
