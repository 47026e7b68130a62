"""A person's recorded statuses as one line of days without overlaps: what each day counts as.

Input in any order, overlapping or not; splitting a period or changing the order changes nothing. Uncertain days are
taken so that no day counts that may not have been covered: two periods that meet in an unknown month may leave a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, auto
from itertools import pairwise

from hin_desktop.domain.calendar import DAY
from hin_desktop.domain.facts import Facts, Gap, GapCause, Protection, Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.titles import NatCount, NatTitle, ResidenceTitle, TitleKind

INTERNATIONAL = frozenset({Protection.ASYLUM, Protection.REFUGEE, Protection.SUBSIDIARY})
PROTECTED = {"AE_25_1": Protection.ASYLUM, "AE_25_2_FL": Protection.REFUGEE, "AE_25_2_SUB": Protection.SUBSIDIARY}
SUSPENDED = "FB_81_3_2"
CONTINUED = frozenset({"FB_81_4", "FB_81_4_3"})


class Count(IntEnum):
    """How a day counts as lawful habitual residence; of two statuses on one day the greater one counts."""

    AWAY = auto()
    NO = auto()
    SUSPENDED = auto()  # disregarded, not credited (§ 81 Abs. 3 S. 2 AufenthG, § 12b Abs. 3 StAG)
    DOUBTFUL = auto()
    YES = auto()
    GERMAN = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with one status, both inclusive (`until` date.max: no end).

    `title` is what it counts as, for a Fortgeltungsfiktion the title before it; `code` is what is recorded. `held`: the
    title is in the person's hands; not so between recognition and issue (§ 25 Abs. 1 S. 3 AufenthG).
    """

    start: date
    until: date
    title: ResidenceTitle
    code: str
    count: Count
    ref: RecordRef | None = None
    held: bool = True

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.start).days + 1

    @property
    def counts(self) -> bool:
        """Whether it is lawful residence, doubtful or not."""
        return self.count >= Count.DOUBTFUL


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every stretch, the oldest first, and the gaps that a late application explains."""

    stretches: tuple[Stretch, ...]
    late: tuple[Gap, ...]

    def until(self, day: date) -> tuple[Stretch, ...]:
        """What has begun by a day."""
        return tuple(stretch for stretch in self.stretches if stretch.start <= day)

    def on(self, day: date) -> Stretch | None:
        """The status of a day."""
        return next((stretch for stretch in self.stretches if stretch.start <= day <= stretch.until), None)

    def explained(self, first: date, until: date) -> bool:
        """Whether late applications cover all days of a gap (both inclusive)."""
        for gap in self.late:
            if gap.start <= first <= gap.until:
                first = gap.until + DAY
        return first > until

    def without(self, cuts: Iterable[tuple[date, date]]) -> Timeline:
        """The same with days away that interrupt residence (both inclusive)."""
        stretches: Iterable[Stretch] = self.stretches
        for first, until in cuts:
            stretches = [part for stretch in stretches for part in _cut(stretch, first, until)]
        return replace(self, stretches=tuple(sorted(stretches, key=lambda stretch: stretch.start)))


def timeline(view: LegalView) -> Timeline:
    """The line of a person, with what has begun by the day of the view; a code nobody knows is left out."""
    return view.once(_timeline)


def _timeline(view: LegalView) -> Timeline:
    facts = view.facts
    periods = [_Period(start, until, segment, title) for start, until, segment in exact(facts.segments)
               if (title := view.codes.titles.find(segment.code)) is not None]
    periods = _with_bridge(_with_procedure(periods, view), facts)
    protected = _protection(facts) in INTERNATIONAL
    stretches = _like_before([_stretch(period, protected) for period in _flattened(periods, protected)])
    late = tuple(sorted((gap for gap in facts.gaps if gap.cause is GapCause.LATE_APPLICATION),
                        key=lambda gap: gap.start))
    return Timeline(tuple(stretches), late)


def exact(segments: Iterable[Segment]) -> list[tuple[date, date, Segment]]:
    """Each segment with its cautious days; one that may have no day at all is left out."""
    found = ((each.start.latest, each.until.earliest if each.until else date.max, each) for each in segments)
    return [(start, until, each) for start, until, each in found if start <= until]


@dataclass(frozen=True, slots=True)
class _Period:
    start: date
    until: date
    segment: Segment
    title: ResidenceTitle
    held: bool = True

    @property
    def code(self) -> str:
        """The code of the status."""
        return self.segment.code


def _protection(facts: Facts) -> Protection | None:
    """What was granted: as recorded, or proved by the title that followed."""
    proved = (PROTECTED[each.code] for each in facts.segments if each.code in PROTECTED)
    return facts.protection or next(proved, None)


def _with_procedure(periods: list[_Period], view: LegalView) -> list[_Period]:
    """The asylum procedure from the day on which it counts (facts.md § 1, notes 1.1 and 1.2)."""
    day = procedure_day(view)
    if day is None:
        return periods
    run = next((run for run in _procedures(periods) if any(period.until >= day for period in run)), [])
    counted = [period for period in run if period.until >= day]
    return [*(period for period in periods if period not in run),
            *(replace(each, start=day if each is counted[0] else max(each.start, day)) for each in counted)]


def _with_bridge(periods: list[_Period], facts: Facts) -> list[_Period]:
    """Between recognition and issue of the title the stay counts as permitted (§ 25 Abs. 1 S. 3, Abs. 2 AufenthG).

    Only until the first issue: a gap between that title and its extension is a gap.
    """
    recognised = _latest(facts.recognised_on) or _latest(facts.decision_on)
    issued = min((period for period in periods if period.code in PROTECTED), key=lambda each: each.start, default=None)
    if recognised is None or issued is None:
        return periods
    procedures = (run[0].start for run in _procedures(periods) if run[0].start < issued.start)
    bridge = replace(issued, start=max((recognised, *procedures)), until=issued.start - DAY, held=False)
    return [*periods, bridge] if bridge.start <= bridge.until else periods


def _procedures(periods: Iterable[_Period]) -> list[list[_Period]]:
    """The asylum procedures, the oldest first: cards that follow each other without a break are one."""
    runs: list[list[_Period]] = []
    cards = (period for period in periods if period.title.kind is TitleKind.ASYLUM_PROCEDURE)
    for period in sorted(cards, key=lambda each: (each.start, each.until)):
        if runs and (period.start - max(each.until for each in runs[-1])).days <= 1:
            runs[-1].append(period)
        else:
            runs.append([period])
    return runs


def procedure_day(view: LegalView) -> date | None:
    """The day from which an asylum procedure counts: of the Ankunftsnachweis, else of the formal application.

    Applications made from the day of the reform on count from being made; where that is uncertain, the later day.
    """
    facts, reform = view.facts, view.law.date("asylg.procedure_begins_made")
    made = facts.asylum_made_on if facts.asylum_made_on and facts.asylum_made_on.latest >= reform else None
    formal = _latest(facts.ankunftsnachweis_on) or _latest(facts.asylum_lodged_on)
    if made is None or formal is None:
        return formal if made is None else made.latest
    return made.latest if made.earliest >= reform else max(made.latest, formal)


def _latest(day: PartialDate | None) -> date | None:
    return day.latest if day is not None else None


def _flattened(periods: Sequence[_Period], protected: bool) -> list[_Period]:
    """For each day the status that counts most; of equals the better title, then the one that lasts longest."""
    starts = {period.start for period in periods}
    bounds = sorted(starts | {period.until + DAY for period in periods if period.until < date.max})
    found: list[_Period] = []
    for first, after in pairwise([*bounds, date.max]):
        running = [period for period in periods if period.start <= first <= period.until]
        if not running:
            continue
        best = max(running, key=lambda period: _rank(period, protected))
        until = after - DAY if after < date.max else best.until
        before = found[-1] if found and found[-1].until + DAY == first else None
        if before is not None and (before.segment, before.held) == (best.segment, best.held):
            found[-1] = replace(found[-1], until=until)
        else:
            found.append(replace(best, start=first, until=until))
    return found


_BETTER = (NatTitle.NO_TITLE, NatTitle.EXCLUDED, NatTitle.OPEN, NatTitle.LIKE_PREVIOUS, NatTitle.ELIGIBLE_DOUBTFUL,
           NatTitle.ELIGIBLE, NatTitle.UNLIMITED_DOUBTFUL, NatTitle.LIKE_EU, NatTitle.UNLIMITED)


def _rank(period: _Period, protected: bool) -> tuple[int, bool, int, date, str]:
    title = period.title.nat_title
    return (_count(period.title, protected), period.held, _BETTER.index(title) if title in _BETTER else 0,
            period.until, period.code)


_COUNTS = {NatCount.YES: Count.YES, NatCount.FROM_ORDER: Count.YES, NatCount.DOUBTFUL: Count.DOUBTFUL}


def _count(title: ResidenceTitle, protected: bool) -> Count:
    if title.kind is TitleKind.GERMAN:
        return Count.GERMAN
    if title.code == SUSPENDED:
        return Count.SUSPENDED
    if title.nat_count is NatCount.PROTECTION:
        return Count.YES if protected else Count.NO
    return _COUNTS.get(title.nat_count, Count.NO)


def _stretch(period: _Period, protected: bool) -> Stretch:
    return Stretch(period.start, period.until, period.title, period.code, _count(period.title, protected),
                   period.segment.ref, period.held)


def _like_before(stretches: Sequence[Stretch]) -> list[Stretch]:
    """A Fortgeltungsfiktion is the title it continues (§ 81 Abs. 4 AufenthG)."""
    found: list[Stretch] = []
    for stretch in stretches:
        before = found[-1] if found and found[-1].until + DAY == stretch.start else None
        continues = stretch.code in CONTINUED and before is not None and before.code != SUSPENDED
        found.append(replace(stretch, title=before.title) if continues and before is not None else stretch)
    return found


def _cut(stretch: Stretch, first: date, until: date) -> Iterable[Stretch]:
    if until < stretch.start or stretch.until < first:
        yield stretch
        return
    if stretch.start < first:
        yield replace(stretch, until=first - DAY)
    yield replace(stretch, start=max(first, stretch.start), until=min(until, stretch.until), count=Count.AWAY)
    if until < stretch.until:
        yield replace(stretch, start=until + DAY)
