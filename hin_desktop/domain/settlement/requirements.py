"""What a right to settle asks for besides time: each requirement one small function (facts.md § 3.1)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Final

from hin_desktop.domain.facts import German
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.knowledge import speaks
from hin_desktop.domain.naturalisation.livelihood import benefits, work
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.errors import Message

Asked = Callable[[LegalView], Finding]


class Share(StrEnum):
    """How much of the livelihood one's own means must cover."""

    ALL = "all"
    MOSTLY = "mostly"  # überwiegend, weit überwiegend, or with an exception


NAMES: Final = {
    "TIME": Message("Time with the title"),
    "PENSION": Message("Pension contributions"),
    "LIVELIHOOD": Message("Livelihood"),
    "GERMAN": Message("German"),
    "CIVICS": Message("Knowledge of the legal and social order"),
    "HOUSING": Message("Housing"),
    "WORK": Message("Work"),
    "SECURITY": Message("Public security"),
    "REVOCATION": Message("No notice of the BAMF"),
    "FAMILY": Message("Family lives together"),
    "BUSINESS": Message("Successful business"),
    "OFFICE": Message("Civil servant"),
    "QUALIFICATION": Message("Highly qualified"),
    "MAINTENANCE": Message("Maintenance"),
}

WAIVED = Message("Cannot be met because of illness or disability.")
WAIVER, SIMPLE, IN_TRAINING = "aufenthg.ne_9_waiver", "aufenthg.ne_9_simple_german", "aufenthg.ne_9_training"
NO_COURSE = Message("Whether there was no claim to a course and no duty to attend one")
ADVICE: Final = {
    "PENSION": Message("Ask the pension insurance for the record of contributions."),
    "LIVELIHOOD": Message("Secure the livelihood by work."),
    "GERMAN": Message("German certificate: course or test."),
    "CIVICS": Message("Test “Leben in Deutschland”: register with a course provider."),
    "SECURITY": Message("Talk it over; where in doubt with a lawyer."),
}
CLARIFY = Message("Clarify it in the talk.")
PROOF: Final = {
    "HOUSING": Message("Size of the home and number of people in it"),
    "WORK": Message("The job and the permissions for it"),
    "SECURITY": Message("What was said about convictions and proceedings"),
    "REVOCATION": Message("Whether the BAMF has given notice"),
    "FAMILY": Message("Whether the family lives together"),
    "BUSINESS": Message("How the business goes, and whether it is one of the liberal professions"),
    "OFFICE": Message("Whether the person is a civil servant, and since when"),
    "QUALIFICATION": Message("Whether it is such a special case"),
    "MAINTENANCE": Message("Maintenance from the own means of the other spouse, and that person's title"),
}


def requirement(code: str, rule: str) -> Requirement:
    """A requirement with its main rule."""
    return Requirement(code, (rule,), ADVICE.get(code, CLARIFY))


def asked(code: str, rule: str) -> Asked:
    """What no record tells: open, with what has to be found out."""
    return partial(_asked, code=code, rule=rule)


def _asked(view: LegalView, *, code: str, rule: str) -> Finding:
    return requirement(code, rule).found(view, Status.OPEN, Message("Not yet clarified."), missing=(PROOF[code],))


def pension(rule: str, *, spouse: bool = False) -> Asked:
    """So many months of contributions; `spouse`: those of one spouse are enough."""
    return partial(_pension, rule=rule, spouse=spouse)


def skilled_pension(view: LegalView) -> Finding:
    """§ 18c Abs. 1: fewer months with a qualification from Germany."""
    domestic = view.facts.domestic_qualification
    rule = "aufenthg.ne_18c_1_pension_domestic" if domestic else "aufenthg.ne_18c_1_pension"
    return _contributed(view, requirement("PENSION", rule), view.law.number(rule), spouse=False)


def blue_card_pension(view: LegalView) -> Finding:
    """§ 18c Abs. 2: contributions for as many months as employment is asked for."""
    rule = blue_card_rule(view)
    return _contributed(view, requirement("PENSION", rule), view.law.span(rule).months, spouse=False)


def blue_card_rule(view: LegalView) -> str:
    """The time of employment that is asked for: shorter with B1."""
    least = str(view.law.rule("aufenthg.ne_18c_2_german_b1").value)
    proved = view.facts.german is not None and speaks(view.facts.german, least)
    return "aufenthg.ne_18c_2_time_b1" if proved else "aufenthg.ne_18c_2_time"


def _pension(view: LegalView, *, rule: str, spouse: bool) -> Finding:
    wanted = Requirement("PENSION", (rule, IN_TRAINING), ADVICE["PENSION"])
    if view.facts.illness_or_disability:
        return wanted.found(view, Status.NOT_REQUIRED, WAIVED, rules=(WAIVER,))
    return _contributed(view, wanted, view.law.number(rule), spouse=spouse)


def _contributed(view: LegalView, wanted: Requirement, least: int, *, spouse: bool) -> Finding:
    months = view.facts.pension_months
    if months is None:
        missing = Message("Months of pension contributions")
        return wanted.found(view, Status.OPEN, Message("{least} months are needed.", least=least), missing=(missing,))
    fact = (used(view, "pension_months", Message("{months} months of contributions", months=months)),)
    explanation = Message("{months} months of contributions; {least} are needed.", months=months, least=least)
    if months >= least:
        return wanted.found(view, Status.MET, explanation, used=fact)
    if spouse and _married(view):
        missing = Message("The spouse's months of pension contributions")
        return wanted.found(view, Status.OPEN, explanation, used=fact, missing=(missing,))
    return wanted.found(view, Status.NOT_MET, explanation, used=fact)


def _married(view: LegalView) -> bool:
    facts = view.facts
    return facts.married_on is not None and facts.spouse_died_on is None and facts.divorced_on is None


def livelihood(rule: str, share: Share = Share.ALL, *, waiver: str = WAIVER) -> Asked:
    """Without SGB II and SGB XII; where most is enough, benefits leave it open. `waiver`: for illness ('': none)."""
    return partial(_livelihood, rule=rule, share=share, waiver=waiver)


def _livelihood(view: LegalView, *, rule: str, share: Share, waiver: str) -> Finding:
    wanted, facts = requirement("LIVELIHOOD", rule), view.facts
    if facts.sgb2_topup or facts.sgb12:
        if waiver and facts.illness_or_disability:
            return wanted.found(view, Status.NOT_REQUIRED, WAIVED, rules=(waiver,))
        if share is Share.ALL:
            return wanted.found(view, Status.NOT_MET, Message("Benefits under SGB II or SGB XII are received."),
                                used=benefits(view))
        explanation = Message("Benefits are received; whether that does harm depends on the case.")
        return wanted.found(view, Status.OPEN, explanation, used=benefits(view),
                            missing=(Message("Income and needs"),))
    if facts.own_income or facts.full_time_now or (facts.sgb2_topup is False and facts.sgb12 is False):
        explanation = Message("No benefits under SGB II or SGB XII recorded.")
        return wanted.found(view, Status.MET, explanation, on_decision=True, used=work(view))
    return wanted.found(view, Status.OPEN, Message("Not yet clarified."), missing=(Message("Income and benefits"),))


def german(rule: str, *, waiver: str = WAIVER, simple: str = SIMPLE) -> Asked:
    """German at the level of a rule. `simple`: the rule by which simple spoken German can be enough ('': none)."""
    return partial(_german, rule=rule, waiver=waiver, simple=simple)


def blue_card_german(view: LegalView) -> Finding:
    """§ 18c Abs. 2: simple German; with B1 the time is shorter."""
    short = blue_card_rule(view) == "aufenthg.ne_18c_2_time_b1"
    return _german(view, rule="aufenthg.ne_18c_2_german_b1" if short else "aufenthg.ne_18c_2_german", waiver=WAIVER,
                   simple="")


def _german(view: LegalView, *, rule: str, waiver: str, simple: str) -> Finding:
    wanted, level, facts = requirement("GERMAN", rule), str(view.law.rule(rule).value), view.facts
    if facts.german is not None and speaks(facts.german, level):
        explanation = Message("German {level} is proved.", level=facts.german)
        return wanted.found(view, Status.MET, explanation, used=(used(view, "german", Message("German")),))
    if waiver and facts.illness_or_disability:
        return wanted.found(view, Status.NOT_REQUIRED, WAIVED, rules=(waiver,))
    if facts.german is None:
        missing = Message("Proof of German {level}", level=level)
        return wanted.found(view, Status.OPEN, Message("Not yet clarified."), missing=(missing,))
    fact = (used(view, "german", Message("German")),)
    if simple and facts.german is German.ORAL:
        return wanted.found(view, Status.OPEN, Message("Simple spoken German is enough where no course was due."),
                            rules=(simple,), used=fact, missing=(NO_COURSE,))
    return wanted.found(view, Status.NOT_MET, Message("Less than {level} is proved.", level=level), used=fact)


def civics(view: LegalView) -> Finding:
    """The test of the orientation course, or the naturalisation test; waived for illness or disability."""
    found = strict_civics(view)
    if view.facts.german is not German.ORAL or found.status is not Status.NOT_MET:
        return found
    return requirement("CIVICS", "aufenthg.ne_9_civics").found(
        view, Status.OPEN, Message("Simple spoken German is enough where no course was due."), rules=(SIMPLE,),
        used=found.used, missing=(NO_COURSE,))


def strict_civics(view: LegalView) -> Finding:
    """The same where simple spoken German lets nobody off."""
    return test_of_knowledge(view, "aufenthg.ne_9_civics", WAIVER)


def test_of_knowledge(view: LegalView, rule: str, waiver: str = "") -> Finding:
    """The same for another rule; `waiver`: for illness ('': none)."""
    wanted, points, facts = requirement("CIVICS", rule), view.facts.civics_points, view.facts
    least = view.law.number("intv.orientation_points")
    fact = (used(view, "civics_test", Message("test")),)
    if facts.civics_passed or (points is not None and points >= least):
        return wanted.found(view, Status.MET, Message("The test is passed."), used=fact)
    if waiver and facts.illness_or_disability:
        return wanted.found(view, Status.NOT_REQUIRED, WAIVED, rules=(waiver,))
    if points is not None:
        explanation = Message("{points} points; {least} are needed.", points=points, least=least)
        return wanted.found(view, Status.NOT_MET, explanation, rules=("intv.orientation_points",), used=fact)
    if facts.civics_passed is False:
        return wanted.found(view, Status.NOT_MET, Message("No test has been passed yet."), used=fact)
    return wanted.found(view, Status.OPEN, Message("Not yet clarified."),
                        missing=(Message("Test “Leben in Deutschland”"),))


def hours(view: LegalView) -> Finding:
    """§ 9 Abs. 3a: so many hours of work a week; full time is enough."""
    wanted = requirement("WORK", "aufenthg.ne_9_3a_work")
    if view.facts.full_time_now:
        return wanted.found(view, Status.MET, Message("Works full time."), on_decision=True,
                            used=(used(view, "full_time_now", Message("work")),))
    return wanted.found(view, Status.OPEN, Message("Not yet clarified."), missing=(Message("Hours of work a week"),))
