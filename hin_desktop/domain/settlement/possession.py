"""How long a title has been held without interruption, as a right to settle counts it (§§ 6, 9, 26, 51, 85 AufenthG).

Other than residence for naturalisation: what counts is possession of a title, every gap begins it anew, studies and
training count half, and the asylum procedure before the title is credited for some rights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hin_desktop.domain.calendar import DAY, Span, back, first_day, last
from hin_desktop.domain.law import Law
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.absences import Away, all_away, interrupting
from hin_desktop.domain.residence.timeline import Count, Stretch, Timeline
from hin_desktop.domain.residence.titles import SettlementCount, TitleKind

VISA = "VIS_D"
POSSESSION = frozenset({SettlementCount.YES, SettlementCount.YES_WITH_PROCEDURE})
WITHOUT_TITLE = frozenset({TitleKind.FICTION, TitleKind.TOLERATION, TitleKind.NONE})
"""What may lie between two titles for § 85 AufenthG; another title is no gap but another purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What counts for one right. `titles`: only these (None: every title that § 9 counts).

    `section_9`: § 9 Abs. 4 applies (study half, an earlier Niederlassungserlaubnis). `procedure`: the asylum procedure
    is credited. `eu`: stays under free movement, with the rule on absences of § 4a Abs. 6 FreizügG/EU. `whole`: a stay
    abroad over the limit is not credited at all (§ 9b AufenthG).
    """

    titles: frozenset[str] | None = None
    section_9: bool = False
    procedure: bool = False
    eu: bool = False
    whole: bool = False

    def full(self, stretch: Stretch) -> bool:
        """Whether each day counts as one."""
        if stretch.count is Count.AWAY or not (stretch.held or self.procedure):
            return False
        if self.eu:
            return stretch.title.kind is TitleKind.FREE_MOVEMENT
        if self.titles is not None:
            return stretch.title.code in self.titles
        return stretch.title.settlement_count in POSSESSION and stretch.title.code != VISA

    def half(self, stretch: Stretch) -> bool:
        """Whether days count half (studies and training)."""
        away = stretch.count is Count.AWAY
        return self.section_9 and not away and stretch.title.settlement_count is SettlementCount.HALF

    def visa(self, stretch: Stretch) -> bool:
        """Whether it counts as the title that follows it directly (§ 6 Abs. 3 S. 3 AufenthG)."""
        return stretch.title.code == VISA and stretch.count is not Count.AWAY and not self.eu


@dataclass(frozen=True, slots=True)
class Block:
    """Days in a row that count the same way, both inclusive."""

    start: date
    until: date
    half: bool = False

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.start).days + 1


@dataclass(frozen=True, slots=True)
class Possession:
    """Possession that reaches the day of the view: blocks in a row, the oldest first, with what is credited to them.

    `procedure`: the asylum procedure before them; `earlier`: an earlier time that ended with a Niederlassungserlaubnis.
    """

    view: LegalView
    counting: Counting
    blocks: tuple[Block, ...]
    stretches: tuple[Stretch, ...]
    procedure: Block | None = None
    earlier: Block | None = None

    @property
    def start(self) -> date:
        """The first day, a procedure that leads straight into the title included."""
        return self._joined()[0].start

    def reached(self, span: Span) -> date:
        """The first day on which the span is over, everything credited."""
        return self._after_absences(self._with_earlier(self._counted(span)), span)

    def since(self, day: date) -> Possession:
        """Counted from a day on."""
        return replace(self, blocks=(Block(day, self.blocks[-1].until),))

    def _joined(self) -> tuple[Block, ...]:
        """The blocks, with a procedure that leads straight into them as one of them."""
        if self.procedure is None or self.procedure.until + DAY != self.blocks[0].start:
            return self.blocks
        return _merged((self.procedure, *self.blocks))

    def _counted(self, span: Span) -> date:
        """Block after block: the day on which what was credited before and the block itself are enough."""
        blocks = self._joined()
        apart = self.procedure is not None and blocks is self.blocks
        full, half, day = self.procedure.days if self.procedure is not None and apart else 0, 0, date.max
        for block in blocks:
            day = self._within(block, span, full, half)
            if day <= block.until + DAY:
                break
            full, half = full + block.days * (not block.half), half + block.days * block.half
        return day

    def _within(self, block: Block, span: Span, full: int, half: int) -> date:
        """The day on which the span is over within a block; `full` and `half` days were there before it."""
        share, over = self.view.law.number("aufenthg.credit_study"), first_day(block.start, span)
        if not block.half:
            return over - (full - (-half // share)) * DAY
        needed = (over - block.start).days - full
        return block.start + max(share * (needed - 1) + 1 - half, 0) * DAY

    def _with_earlier(self, day: date) -> date:
        """§ 9 Abs. 4 Nr. 1 AufenthG: an earlier time is credited up to a limit, never before the return."""
        if self.earlier is None:
            return day
        most = self.view.law.span("aufenthg.credit_settlement")
        enough = first_day(self.earlier.start, most) <= self.earlier.until + DAY
        return max(back(day, most) if enough else day - self.earlier.days * DAY, self.blocks[0].start)

    def _after_absences(self, day: date, span: Span) -> date:
        """Days beyond the limit are not credited, each once; a planned stay that will end the title begins it anew."""
        counted = self.blocks[0].start
        for away in all_away(self.view):
            until = away.returned or max(self.view.on, away.departed)
            if away.departed >= day or until <= counted:
                continue
            if until > self.view.on and ends_title(self.view, away, self.counting, until):
                day = first_day(until, span)
            else:
                day += max((until - max(self._credited_until(away, until), counted)).days, 0) * DAY
            counted = until
        return day

    def _credited_until(self, away: Away, until: date) -> date:
        """Up to which day a stay abroad is credited."""
        limit = last(away.departed, self.view.law.span("aufenthg.credit_absence"))
        if self.counting.eu or until <= limit:
            return until
        return away.departed if self.counting.whole else limit


def ends_title(view: LegalView, away: Away, counting: Counting, on: date) -> bool:
    """Whether, seen from a day, a stay abroad ended the title (§ 51 Abs. 1 Nr. 7 AufenthG; EU: the residence)."""
    if counting.eu:
        return away in interrupting(replace(view, on=on), eu=True)
    deadline = away.absence.abh_deadline
    kept = deadline is not None and away.back_by(max(on, away.departed)) <= deadline
    return away.exceeds(view.law.span("aufenthg.absence"), on) and not kept


def possession(view: LegalView, whole: Timeline, counting: Counting, *, lenient: bool = False) -> Possession | None:
    """Possession up to the day of the view; None where the present title does not count.

    `lenient`: gaps of up to a year in all are disregarded (§ 85 AufenthG) and their days credited.
    """
    ended = [away for away in all_away(view)
             if away.departed <= view.on and ends_title(view, away, counting, view.on)]
    cuts = [(away.departed + DAY, away.back_by(view.on + DAY) - DAY) for away in ended]
    line = whole.without(cuts)
    walk = _Walk(view.law, counting, cuts, lenient)
    taken = walk.back_from(line.until(view.on), view.on)
    if not taken:
        return None
    start = taken[0].start
    return Possession(
        view, counting, _blocks(taken, counting), taken,
        procedure=_procedure_before(line, start) if counting.procedure else None,
        earlier=_settled_before(line, ended, start, counting) if counting.section_9 else None)


class _Walk:
    """The way back from the present title, gap by gap; `gap_days` are those passed over."""

    def __init__(self, law: Law, counting: Counting, cuts: Sequence[tuple[date, date]], lenient: bool) -> None:
        self.law = law
        self.counting = counting
        self.cuts = cuts
        self.lenient = lenient
        self.gap_days = 0

    def back_from(self, stretches: Sequence[Stretch], on: date) -> tuple[Stretch, ...]:
        """The stretches that belong to it, the oldest first."""
        if not stretches or stretches[-1].until < on or not self._counts(stretches[-1]):
            return ()
        taken = [stretches[-1]]
        for stretch in reversed(stretches[:-1]):
            if self._counts(stretch):
                gap = (taken[-1].start - stretch.until).days - 1
                if gap and not self._disregarded(stretch.until + DAY, taken[-1].start - DAY, gap):
                    break
                taken.append(stretch)
            elif not self.lenient or stretch.title.kind not in WITHOUT_TITLE or stretch.count is Count.AWAY:
                break
        return tuple(reversed(taken))

    def _counts(self, stretch: Stretch) -> bool:
        return self.counting.full(stretch) or self.counting.half(stretch) or self.counting.visa(stretch)

    def _disregarded(self, first: date, until: date, days: int) -> bool:
        """Whether a gap, with those after it, stays within a year; never one spent abroad."""
        abroad = any(first <= start <= until for start, _ in self.cuts)
        most = (first_day(first, self.law.span("aufenthg.interruption")) - first).days
        if not self.lenient or abroad or self.gap_days + days > most:
            return False
        self.gap_days += days
        return True


def _blocks(stretches: Sequence[Stretch], counting: Counting) -> tuple[Block, ...]:
    """Stretches in a row as blocks; a visa counts as what follows it, a disregarded gap as what precedes it."""
    found: list[Block] = []
    following = False
    bound = date.max  # the last one is looked at as if it went on
    for stretch in reversed(stretches):
        following = following if counting.visa(stretch) else counting.half(stretch)
        found.append(Block(stretch.start, bound - DAY, following))
        bound = stretch.start
    return _merged(tuple(reversed(found)))


def _merged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Neighbours that count the same way as one."""
    found: list[Block] = []
    for block in blocks:
        if found and found[-1].half == block.half:
            found[-1] = replace(found[-1], until=block.until)
        else:
            found.append(block)
    return tuple(found)


def _procedure_before(line: Timeline, start: date) -> Block | None:
    """The asylum procedure that preceded the title, whatever lies between (BVerwG 13.09.2011, 1 C 17.10)."""
    runs = _merged_runs([stretch for stretch in line.until(start) if stretch.count is not Count.AWAY
                         and stretch.title.kind is TitleKind.ASYLUM_PROCEDURE])
    return runs[-1] if runs else None


def _merged_runs(stretches: Sequence[Stretch]) -> list[Block]:
    """Stretches of one kind, joined where nothing lies between them."""
    found: list[Block] = []
    for stretch in stretches:
        if found and found[-1].until + DAY == stretch.start:
            found[-1] = replace(found[-1], until=stretch.until)
        else:
            found.append(Block(stretch.start, stretch.until))
    return found


def _settled_before(line: Timeline, ended: Sequence[Away], start: date, counting: Counting) -> Block | None:
    """Time up to a departure with a Niederlassungserlaubnis that was lost abroad (§ 9 Abs. 4 Nr. 1 AufenthG)."""
    for away in reversed(ended):
        held = line.on(away.departed)
        if away.departed < start and held is not None and _settled(held):
            runs = _merged_runs([stretch for stretch in line.until(away.departed)
                                 if _settled(stretch) or counting.full(stretch)])
            return runs[-1]
    return None


def _settled(stretch: Stretch) -> bool:
    return stretch.title.kind is TitleKind.SETTLEMENT and stretch.count is not Count.AWAY
