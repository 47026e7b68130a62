"""CRIM, EXCL_11 and BAR_35A: convictions as amounts only, grounds of exclusion, the bar (§§ 11, 12a, 35a StAG)."""

from __future__ import annotations

from datetime import date
from typing import Final

from hin_desktop.domain.calendar import Span, Unit, first_day
from hin_desktop.domain.facts import Discussed
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.requirement import TALKED, Requirement
from hin_desktop.errors import Message

CONVICTIONS = Requirement("CRIM", ("stag.convictions",), Message("Talk it over; where in doubt with a lawyer."))
EXCLUSION = Requirement("EXCL_11", ("stag.exclusion",), Message("Talk it over; where in doubt with a lawyer."))
BAR = Requirement("BAR_35A", ("stag.bar",), Message("Have a lawyer check the bar."))
_SHOWN: Final = {Status.MET: Discussed.DISCUSSED, Status.NOT_REQUIRED: Discussed.DISCUSSED,
                 Status.NOT_MET: Discussed.LAWYER, Status.OPEN: Discussed.OPEN}


def talked(finding: Finding) -> Discussed:
    """All that a window or a sheet may say of one of the DELICATE requirements (facts.md § 7.5)."""
    said = next((state for state, words in TALKED.items() if finding.explanation == words), None)
    return said or _SHOWN[finding.status]


def convictions(view: LegalView) -> Finding:
    """Fines and suspended terms added up against what is disregarded (§ 12a Abs. 1 StAG)."""
    decided, facts = CONVICTIONS.decided(view), view.facts
    if decided is not None:
        return decided
    if facts.hate_motive:
        return CONVICTIONS.found(view, Status.NOT_MET, Message("With such a motive nothing is disregarded."))
    if _rates(view) > view.law.number("stag.convictions"):
        explanation = Message(
            "Together {rates} daily rates; {most} are disregarded. A slight excess is decided case by case.",
            rates=_rates(view), most=view.law.number("stag.convictions"))
        return CONVICTIONS.found(view, Status.NOT_MET, explanation)
    if facts.suspended_months and not facts.remitted:
        unknown = facts.remitted is None
        return CONVICTIONS.found(view, Status.OPEN if unknown else Status.NOT_MET,
                                 Message("A suspended sentence is disregarded only once it is remitted."),
                                 rules=("stag.convictions_suspended",),
                                 missing=(Message("Whether the sentence is remitted"),) if unknown else ())
    if facts.pending_investigation:
        return CONVICTIONS.found(view, Status.OPEN, Message("The decision waits until the proceedings are over."),
                                 missing=(Message("The end of the proceedings"),))
    if facts.fines_day_rates or facts.suspended_months:
        return CONVICTIONS.found(view, Status.MET, Message("What is recorded is disregarded."))
    return CONVICTIONS.presumed(view, Message("What was said about convictions and proceedings"))


def _rates(view: LegalView) -> int:
    """Everything in daily rates; several are added."""
    months = sum(view.facts.suspended_months) * view.law.number("stag.rates_of_a_month")
    return sum(view.facts.fines_day_rates) + months


def exclusion(view: LegalView) -> Finding:
    """No ground of § 11 StAG; only what was recorded by hand is known of it."""
    return EXCLUSION.decided(view) or EXCLUSION.presumed(view, Message("What was said about grounds of exclusion"))


def bar(view: LegalView) -> Finding | None:
    """No withdrawn naturalisation and no deception within ten years (§ 35a StAG); None before there was such a bar."""
    blocked, decided = blocked_until(view), BAR.decided(view)
    if view.law.find("stag.bar") is None:
        return None
    barred = blocked is not None and view.on < blocked
    if decided is not None and not (barred and decided.status is Status.NOT_MET):
        return decided
    if barred:
        return BAR.found(view, Status.NOT_MET, Message("Barred until {date}.", date=blocked))
    if blocked is not None:
        return BAR.found(view, Status.MET, Message("The bar ended on {date}.", date=blocked))
    return BAR.presumed(view, Message("What was said about an earlier withdrawal or deception"))


def blocked_until(view: LegalView) -> date | None:
    """The first day without the bar; None where nothing is recorded that bars."""
    days = [day.latest for day in (view.facts.forged_language_certificate_found_on,
                                   view.facts.naturalisation_withdrawn_on) if day is not None]
    if not days or view.law.find("stag.bar") is None:
        return None
    return first_day(max(days), view.law.span("stag.bar"))


def long_sentence(view: LegalView) -> bool:
    """Whether a sentence recorded reaches the limit for stateless people (Art. 2 AusfG StaatenlMindÜbk)."""
    limit = view.law.span("stl_uebk.convictions")
    return any(Span(months, Unit.MONTHS).months >= limit.months for months in view.facts.suspended_months)
