"""An assessment of the ways to permanent residence: the one proposed and the others, as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from hin_desktop.domain.calendar import age_on
from hin_desktop.domain.findings import Checklist
from hin_desktop.domain.law import Rule
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.timeline import Count, Stretch, Timeline, timeline
from hin_desktop.domain.residence.titles import SettlementCount, TitleKind
from hin_desktop.domain.settlement import duration
from hin_desktop.domain.settlement.duration import Held, time_of, young_basis
from hin_desktop.domain.settlement.rights import RIGHTS, Basis, open_to

NOTHING_TO_SETTLE: Final = frozenset({TitleKind.GERMAN, TitleKind.ASYLUM_PROCEDURE, TitleKind.TOLERATION,
                                      TitleKind.NONE, TitleKind.EXEMPT})
WITHOUT_POSSESSION: Final = frozenset({TitleKind.VISA, TitleKind.FICTION})
"""Kinds of which some count as a title and some do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementRight(Checklist):
    """One way, as of a day. `time_met_on`: the first day on which its time is over, None where the present title or
    the facts do not lead there; what else is open stands in `findings`.

    `lenient`: with gaps of up to a year disregarded by discretion. `needs`: the German that this way asks for above
    the usual one. The other days stand where they apply (§ 18c Abs. 2, § 35 AufenthG).
    """

    basis: Basis
    rule: Rule
    time_met_on: date | None
    lenient: date | None = None
    with_a1: date | None = None
    with_b1: date | None = None
    five_years_on: date | None = None
    age16_on: date | None = None
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the law of a day says about permanent residence: the proposed way and the others."""

    on: date
    proposed: SettlementRight
    alternatives: tuple[SettlementRight, ...]

    @property
    def alternative(self) -> SettlementRight | None:
        """The next way."""
        return self.alternatives[0] if self.alternatives else None


def assess(view: LegalView) -> Settlement | None:
    """Assess a person on the day of the view; None where there is nothing to settle from.

    That is so with a permanent right, for Germans, and without a title (Gestattung, Duldung, exemption).
    """
    held = _held(view, timeline(view))
    if held is None:
        return None
    first, *others = (_right(held, basis) for basis in _open(held))
    return Settlement(view.on, first, tuple(others))


def proposed_day(view: LegalView, line: Timeline) -> tuple[Basis, date | None] | None:
    """The proposed way and its day alone: what the list of deadlines asks of many people."""
    held = _held(view, line)
    if held is None:
        return None
    basis = _open(held)[0]
    return basis, time_of(held, basis, lenient=False).met_on


def _held(view: LegalView, line: Timeline) -> Held | None:
    """The person with the title of the day, None where there is none that could become a permanent one."""
    present = line.on(view.on)
    return Held(view, line, present) if present is not None and _leads_on(present) else None


def _leads_on(present: Stretch) -> bool:
    title = present.title
    if title.permanent or present.count is Count.GERMAN or title.kind in NOTHING_TO_SETTLE:
        return False
    return title.kind not in WITHOUT_POSSESSION or title.settlement_count is not SettlementCount.NO


def _open(held: Held) -> tuple[Basis, ...]:
    """The ways open to the title; of the two for young people the one that fits."""
    view, born = held.view, held.view.facts.birthdate
    child = born is not None and age_on(born.latest, view.on) < view.law.number("aufenthg.ne_35_adult")
    found = open_to(held.present.title, view.law, with_skilled=bool(view.facts.spouse_ne_18c), child=child)
    if Basis.AT_SIXTEEN not in found:
        return found
    other = Basis.OF_AGE if child and young_basis(held) is Basis.AT_SIXTEEN else Basis.AT_SIXTEEN
    return tuple(basis for basis in found if basis is not other)


def _right(held: Held, basis: Basis) -> SettlementRight:
    time, right, view = time_of(held, basis), RIGHTS[basis], held.view
    findings = (duration.finding(held, time), *(ask(view) for ask in right.asks))
    needs = str(view.law.rule("aufenthg.ne_26_3_3_german").value) if basis is Basis.REFUGEE_C1 else ""
    return SettlementRight(
        basis=basis, rule=view.law.rule(right.rule), findings=findings, time_met_on=time.met_on, lenient=time.lenient,
        with_a1=time.with_a1, with_b1=time.with_b1, five_years_on=time.five_years_on, age16_on=time.age16_on,
        needs=needs)
