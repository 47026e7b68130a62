"""LIVELIHOOD: without SGB II and SGB XII, and the exceptions (§ 10 Abs. 1 S. 1 Nr. 3, § 8 Abs. 2, § 40a StAG)."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.errors import Message

REQUIREMENT = Requirement("LIVELIHOOD", ("stag.livelihood",),
                          Message("Secure the livelihood by work; check the exceptions."))
WHOSE_FAULT = Message("Whether the need is the person's own fault")


class Livelihood(StrEnum):
    """How the livelihood stands."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    RECRUITED = "EXEMPT_3A"
    FULL_TIME = "EXEMPT_3B"
    FAMILY = "EXEMPT_3C"
    HARDSHIP = "HARDSHIP_8_2"


def livelihood(view: LegalView) -> Finding:
    """Decided by hand, else by benefits and work; the exceptions count only while benefits are received."""
    decided = REQUIREMENT.decided(view)
    if decided is not None:
        return _named(decided)
    facts = view.facts
    if facts.sgb2_topup or facts.sgb12:
        return _with_benefits(view)
    if facts.own_income or facts.full_time_now:
        explanation = Message("Own income, no benefits under SGB II or SGB XII recorded.")
        return _found(view, Status.MET, explanation, Livelihood.MET, used=work(view))
    return _named(REQUIREMENT.presumed(view, Message("Income and benefits")))


def _with_benefits(view: LegalView) -> Finding:
    """Benefits are received: one of the exceptions, or not met."""
    for exception in (_recruited, _full_time, _family, _old_law):
        finding = exception(view)
        if finding is not None:
            return finding
    if view.facts.single_parent:
        explanation = Message("Benefits are received. For single parents the authority can waive this by discretion.")
        return _found(view, Status.NOT_MET, explanation, Livelihood.HARDSHIP, rules=("stag.discretion_hardship",),
                      used=benefits(view))
    return _found(view, Status.NOT_MET, Message("Benefits under SGB II or SGB XII are received."), Livelihood.NOT_MET,
                  used=benefits(view))


def _recruited(view: LegalView) -> Finding | None:
    """The generation of recruited workers: benefits through no fault of their own (Nr. 3 Buchst. a)."""
    fault = view.facts.benefit_own_fault
    if not view.facts.recruited or fault:
        return None
    if fault is None:
        return REQUIREMENT.found(view, Status.OPEN, Message("Recruited worker: it depends on whose fault the need is."),
                                 rules=("stag.livelihood_recruited",), used=benefits(view), missing=(WHOSE_FAULT,))
    return _found(view, Status.NOT_REQUIRED, Message("Recruited worker, in need through no fault of their own."),
                  Livelihood.RECRUITED, rules=("stag.livelihood_recruited",), used=benefits(view))


def _full_time(view: LegalView) -> Finding | None:
    """Full time now, and long enough in the last 24 months (Nr. 3 Buchst. b)."""
    months = view.facts.full_time_months_last24
    if not (view.facts.full_time_now and _long_enough(view, months)):
        return None
    explanation = Message("Works full time, {months} of the last 24 months.", months=months)
    return _found(view, Status.NOT_REQUIRED, explanation, Livelihood.FULL_TIME, rules=("stag.livelihood_full_time",),
                  used=(*work(view), *benefits(view)))


def _family(view: LegalView) -> Finding | None:
    """Married to such a person, with a minor child in the household (Nr. 3 Buchst. c)."""
    facts = view.facts
    works = facts.spouse_full_time_now and _long_enough(view, facts.spouse_full_time_months_last24)
    if not (works and facts.minor_child_in_household):
        return None
    explanation = Message("The spouse works full time, {months} of the last 24 months; a minor child lives with them.",
                          months=facts.spouse_full_time_months_last24)
    return _found(view, Status.NOT_REQUIRED, explanation, Livelihood.FAMILY, used=benefits(view),
                  rules=("stag.livelihood_family", "stag.livelihood_full_time"))


def _old_law(view: LegalView) -> Finding | None:
    """An early application: benefits through no fault of one's own do no harm (§ 40a StAG)."""
    applied, fault = view.facts.applied_on, view.facts.benefit_own_fault
    early = applied is not None and applied.latest <= view.law.date("stag.livelihood_old")
    if not early or fault:
        return None
    if fault is None:
        explanation = Message("An early application: it depends on whose fault the need is.")
        return REQUIREMENT.found(view, Status.OPEN, explanation, rules=("stag.livelihood_old",),
                                 used=benefits(view), missing=(WHOSE_FAULT,))
    explanation = Message("Applied for under the former law; benefits through no fault of their own.")
    return _found(view, Status.MET, explanation, Livelihood.MET, rules=("stag.livelihood_old",),
                  used=(used(view, "applied_on", Message("applied {date}", date=applied)), *benefits(view)))


def _long_enough(view: LegalView, months: int | None) -> bool:
    return months is not None and months >= view.law.number("stag.livelihood_full_time")


def _found(view: LegalView, status: Status, explanation: Message, variant: Livelihood, *,
           rules: tuple[str, ...] = (), used: tuple[Used, ...] = ()) -> Finding:
    return REQUIREMENT.found(view, status, explanation, rules=rules, used=used, variant=variant, on_decision=True)


def _named(finding: Finding) -> Finding:
    """Decided or presumed: met or not met, by that name."""
    names = {Status.MET: Livelihood.MET, Status.NOT_MET: Livelihood.NOT_MET}
    return replace(finding, variant=names.get(finding.status, ""), on_decision=finding.status is Status.MET)


def work(view: LegalView) -> tuple[Used, ...]:
    """What the person lives on, with the records."""
    return _told(view, own_income=Message("own income"), full_time_now=Message("work"))


def benefits(view: LegalView) -> tuple[Used, ...]:
    """The benefits that are received, with the records."""
    return _told(view, sgb2_topup=Message("benefits under SGB II"), sgb12=Message("benefits under SGB XII"))


def _told(view: LegalView, **words: Message) -> tuple[Used, ...]:
    """Those of the facts that are so."""
    return tuple(used(view, name, said) for name, said in words.items() if getattr(view.facts, name))
