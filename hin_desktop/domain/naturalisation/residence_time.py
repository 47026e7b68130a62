"""How long somebody has lived here lawfully and habitually, and on which day it is enough (§§ 10, 12b StAG)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hin_desktop.domain.calendar import DAY, Span, back, first_day
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.absences import (
    Away,
    all_away,
    days_away,
    interrupting,
    under_eu_rule,
)
from hin_desktop.domain.residence.chain import Chain, chain_before, chain_on, unbroken_run
from hin_desktop.domain.residence.timeline import Count, Stretch, Timeline, timeline
from hin_desktop.domain.residence.titles import NatTitle

ELIGIBLE = frozenset({NatTitle.ELIGIBLE, NatTitle.ELIGIBLE_DOUBTFUL, NatTitle.UNLIMITED, NatTitle.UNLIMITED_DOUBTFUL,
                      NatTitle.LIKE_EU})
UNDECIDED = frozenset({NatTitle.OPEN, NatTitle.LIKE_PREVIOUS})


@dataclass(frozen=True, slots=True)
class ResidenceTime:
    """When a required span is over. `met_on` None: not to be said from the present status.

    `lenient` credits the days of gaps, `strict` leaves out doubtful periods, `discretion` credits earlier residence
    (§ 12b Abs. 2 StAG); each None where it does not apply. `absence_days` lie in the required time before the day;
    `mostly_away`: more than half of it. `begins_anew`: the return from a planned stay abroad that will interrupt.
    """

    span: Span
    chain: Chain | None
    met_on: date | None
    lenient: date | None = None
    strict: date | None = None
    discretion: date | None = None
    absence_days: int = 0
    mostly_away: bool = False
    doubtful: bool = False
    begins_anew: date | None = None

    @property
    def gap_days(self) -> int:
        """Days without a status that do not interrupt and are not credited."""
        return self.chain.gap_days if self.chain is not None else 0


@dataclass(frozen=True, slots=True)
class Residence:
    """A person's residence, read once for all paths: `line` without the days away that interrupt it."""

    view: LegalView
    line: Timeline
    eu: bool
    present: Stretch | None
    title_ok_from: date | None

    @property
    def abroad_too_long(self) -> bool:
        """Whether the person is away on the day of the view, for so long that residence has ended."""
        today = self.line.on(self.view.on)
        return today is not None and today.count is Count.AWAY

    def time(self, span: Span) -> ResidenceTime:
        """When this span is over."""
        chain = chain_on(self.line, self.view.on, _counts)
        if chain is None or (chain.until < self.view.on and chain.reached(span) > chain.until + DAY):
            return ResidenceTime(span, None, None)  # suspended today: what was not reached before is not reached now
        away = days_away(self.view, max(back(self.view.on, span), chain.start))
        if self._mostly(away, span):
            return ResidenceTime(span, chain, None, discretion=self._after_last_return(chain, span),
                                 absence_days=away, mostly_away=True)
        doubtful = any(stretch.count is Count.DOUBTFUL for stretch in chain.stretches)
        again = self._interrupted_before(chain.reached(span), span)
        return ResidenceTime(
            span, chain, chain.reached(span) if again is None else first_day(again, span), absence_days=away,
            doubtful=doubtful, begins_anew=again,
            lenient=chain.lenient(span) if chain.gap_days else None, strict=self._strict(span) if doubtful else None,
            discretion=self._discretion(chain, span))

    def _mostly(self, away: int, span: Span) -> bool:
        """More than half of the required time (§ 12b Abs. 1 S. 5 StAG)."""
        view = self.view
        required = (view.on - back(view.on, span)).days
        return away * view.law.number("stag.absence_half") > required

    def _strict(self, span: Span) -> date | None:
        chain = chain_on(self.line, self.view.on, lambda stretch: stretch.count >= Count.YES)
        return chain.reached(span) if chain is not None else None

    def _discretion(self, chain: Chain, span: Span) -> date | None:
        before = chain_before(self.line, chain.start, _counts)
        return self._with_credit(before, chain.start, span) if before is not None else None

    def _after_last_return(self, chain: Chain, span: Span) -> date:
        """Residence begins anew with the last return; what was before may be credited."""
        last = [away for away in all_away(self.view) if away.departed <= self.view.on][-1]
        before = replace(chain, until=max(last.departed - DAY, chain.start))
        return self._with_credit(before, last.back_by(self.view.on), span)

    def _with_credit(self, before: Chain, start: date, span: Span) -> date:
        credited = before.credited(first_day(start, span), self.view.law.span("stag.credit"))
        return max(credited, start)

    def _interrupted_before(self, met_on: date, span: Span) -> date | None:
        """The return from a stay abroad, planned or under way, that interrupts residence before it is long enough."""
        again: date | None = None
        for away in all_away(self.view):
            to_come = self.view.on < (away.returned or away.departed) and away.departed < met_on
            if to_come and self._will_interrupt(away):
                again = away.returned or away.departed
                met_on = first_day(again, span)
        return again

    def _will_interrupt(self, away: Away) -> bool:
        then = replace(self.view, on=away.returned or away.departed)
        return away in interrupting(then, eu=self.eu)


def residence(view: LegalView) -> Residence:
    """Read a person's residence as of the day of the view."""
    return view.once(_residence)


def _residence(view: LegalView) -> Residence:
    eu = under_eu_rule(view)
    whole = timeline(view)
    cuts = ((away.departed, away.back_by(view.on + DAY) - DAY) for away in interrupting(view, eu=eu))
    line = whole.without(cuts)
    return Residence(view, line, eu, whole.on(view.on), unbroken_run(line, view.on, _may_be_eligible))


def _counts(stretch: Stretch) -> bool:
    return stretch.counts


def _may_be_eligible(stretch: Stretch) -> bool:
    usable = stretch.title.nat_title in ELIGIBLE | UNDECIDED
    return usable and stretch.held and stretch.count is not Count.AWAY
