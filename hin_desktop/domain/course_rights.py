"""The integration course: claim, admission or duty by title, when they lapse, what it costs (facts.md § 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from hin_desktop.domain.calendar import LegalDay, first_day, last_day
from hin_desktop.domain.facts import German
from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.law import Law, Rule
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.knowledge import speaks
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.timeline import Stretch, timeline
from hin_desktop.domain.residence.titles import CourseAccess, CourseDuty, ResidenceTitle
from hin_desktop.errors import Message


class Access(StrEnum):
    """The way into the course."""

    CLAIM = "claim"
    ADMISSION = "admission"
    RESETTLER = "resettler"
    NONE = "none"


ACCESS: Final = {
    CourseAccess.CLAIM: Access.CLAIM, CourseAccess.CLAIM_LITTLE_NEED: Access.CLAIM,
    CourseAccess.CLAIM_SENTENCE_3: Access.CLAIM, CourseAccess.CLAIM_OR_ADMISSION: Access.CLAIM,
    CourseAccess.ADMISSION: Access.ADMISSION, CourseAccess.ADMISSION_STOPPED: Access.ADMISSION,
    CourseAccess.RESETTLER: Access.RESETTLER}
DOUBTFUL: Final = frozenset({CourseAccess.CLAIM_LITTLE_NEED, CourseAccess.CLAIM_SENTENCE_3,
                             CourseAccess.CLAIM_OR_ADMISSION})
DUTIES: Final = {
    CourseDuty.NO_SIMPLE_GERMAN: "aufenthg.course_duty_no_german",
    CourseDuty.NOT_B1: "aufenthg.course_duty_no_b1",
    CourseDuty.JOBCENTER: "aufenthg.course_duty_jobcenter",
    CourseDuty.AUTHORITY: "aufenthg.course_duty_authority",
    CourseDuty.ASYLUM_BENEFITS: "aufenthg.course_duty_asylum_benefits",
    CourseDuty.AUTHORITY_SIMPLE_GERMAN: "aufenthg.course_duty_protection"}
NAMES: Final = {
    "CLAIM": Message("Claim to the course"),
    "LASTING": Message("Lasting stay"),
    "ADMISSION": Message("Admission"),
    "FEE": Message("Fee"),
}
REGISTER = Message("Register with a course provider soon.")
APPLY = Message("Apply for admission at the BAMF.")
EXEMPTION = Message("Apply for exemption before the next module begins.")


@dataclass(frozen=True, slots=True)
class DutyGround:
    """A reason for which somebody with this title can be obliged. `applies` None: not to be said from the facts."""

    reason: CourseDuty
    rule: Rule
    applies: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDays:
    """The days that run with a course; every one is the last of its kind, None where it does not apply.

    `entitlement_lapses_on`: of claim or admission, unless `secured` by registration in time. `lapse_without_start_on`:
    until the course has begun. `refund_deadline`, `refund_deadline_special_course`: by then success must come.
    """

    entitlement_lapses_on: LegalDay | None
    secured: bool
    lapse_without_start_on: LegalDay | None
    refund_deadline: LegalDay | None
    refund_deadline_special_course: LegalDay | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRights:
    """What the title of the day says about the course.

    `income_limits`: gross wages a month up to which it is free, without, with one, with more children.
    """

    title: ResidenceTitle
    access: Access
    days: CourseDays
    findings: tuple[Finding, ...]
    duties: tuple[DutyGround, ...]
    income_limits: tuple[Decimal, ...]

    def finding(self, requirement: str) -> Finding | None:
        """The finding on one requirement."""
        return next((finding for finding in self.findings if finding.requirement == requirement), None)


def course_rights(view: LegalView, paper_issued_on: date | None = None) -> CourseRights | None:
    """The rights of the day; None without a known title. `paper_issued_on`: as in `course_days`."""
    present = timeline(view).on(view.on) if view.facts.segments else None
    title = present.title if present is not None else view.codes.titles.find(view.facts.title)
    if title is None:
        return None
    days = course_days(view, title, paper_issued_on)
    return CourseRights(
        title=title, access=access_to(title), days=days,
        findings=(*_way_in(view, title, present, days), _fee(view, title)),
        duties=tuple(_duty(view, reason) for reason in title.course_duty if reason in DUTIES),
        income_limits=income_limits(view.law))


def access_to(title: ResidenceTitle) -> Access:
    """The way into the course with a title."""
    return ACCESS.get(title.course, Access.NONE)


def course_days(view: LegalView, title: ResidenceTitle, paper_issued_on: date | None = None) -> CourseDays:
    """The days that run with a title. `paper_issued_on`: the day of the Teilnahmeberechtigung, where it is known.

    Without it the paper is taken to be as old as the title, which gives the earlier days.
    """
    facts, law, access = view.facts, view.law, access_to(title)
    lapse = {Access.CLAIM: "aufenthg.course_lapse", Access.ADMISSION: "intv.admission"}.get(access)
    lapses_on = _last_day(facts.issued_on, law, lapse) if lapse is not None else None
    paper = PartialDate.of(paper_issued_on) if paper_issued_on is not None else facts.issued_on
    refunded = paper if access is not Access.NONE or title.course_duty else None
    registered, begun = facts.registered_on, facts.course_started_on is not None
    return CourseDays(
        entitlement_lapses_on=lapses_on,
        secured=registered is not None and lapses_on is not None and registered.latest <= lapses_on.day,
        lapse_without_start_on=None if begun else _last_day(registered, law, "intv.start"),
        refund_deadline=_last_day(refunded, law, "intv.refund"),
        refund_deadline_special_course=_last_day(refunded, law, "intv.refund_special"))


def _last_day(event: PartialDate | None, law: Law, rule: str) -> LegalDay | None:
    """The cautious last day of a span after an event."""
    return last_day(event.earliest, law.span(rule)) if event is not None else None


def income_limits(law: Law) -> tuple[Decimal, ...]:
    """Gross wages a month up to which the course is free: without, with one, with more children (§ 9 Abs. 2 IntV).

    Empty for a year of which the contribution ceiling is not on file.
    """
    ceiling = law.find("sgb_vi.contribution_ceiling_month")
    if ceiling is None or not isinstance(ceiling.value, Decimal):
        return ()
    share = law.amount("intv.fee_income")
    shares = (share, share + law.amount("intv.fee_income_child"), share + law.amount("intv.fee_income_children"))
    return tuple(each * ceiling.value for each in shares)


def _way_in(view: LegalView, title: ResidenceTitle, present: Stretch | None, days: CourseDays) -> tuple[Finding, ...]:
    """Claim with lasting stay, or admission."""
    access = access_to(title)
    held = (Used(Message("{title}", title=title), present.ref if present is not None else None),)
    if access is Access.RESETTLER:
        wanted = Requirement("CLAIM", ("intv.fee_free",), REGISTER)
        return (wanted.found(view, Status.MET, Message("Late resettlers have a claim."), used=held),)
    if access is Access.CLAIM:
        lasting = _lasting(view, present)
        claim = _claim(view, title, lasting, days, held)
        return (claim, lasting, _admission(view, title, held)) if claim.status is Status.NOT_MET else (claim, lasting)
    return (_admission(view, title, held),)


def _claim(view: LegalView, title: ResidenceTitle, lasting: Finding, days: CourseDays,
           held: tuple[Used, ...]) -> Finding:
    lapses_on = days.entitlement_lapses_on
    wanted = Requirement("CLAIM", ("aufenthg.course_claim", "aufenthg.course_lapse"), REGISTER)
    if view.facts.german is not None and speaks(view.facts.german, _goal(view)):
        return wanted.found(view, Status.NOT_MET, Message("German {level} is proved.", level=view.facts.german),
                            rules=("aufenthg.course_no_claim",), used=(used(view, "german", Message("German")),))
    if lapses_on is not None and lapses_on.day < view.on and not days.secured:
        return wanted.found(view, Status.NOT_MET, Message("The claim lapsed on {date}.", date=lapses_on.day), used=held)
    if title.course in DOUBTFUL:
        return wanted.found(view, Status.OPEN, Message("A claim depends on the case."), used=held,
                            rules=("aufenthg.course_no_claim",), missing=(Message("Need for the course"),))
    found = wanted.found(view, lasting.status, Message("This title gives a claim."), used=held, missing=lasting.missing)
    return replace(found, until=lapses_on.day if lapses_on is not None and not days.secured else None)


def _goal(view: LegalView) -> str:
    return str(view.law.rule("intv.level").value)


def _lasting(view: LegalView, present: Stretch | None) -> Finding:
    """A title of at least a year, or titles for more than eighteen months (§ 44 Abs. 1 S. 2)."""
    wanted = Requirement("LASTING", ("aufenthg.course_lasting", "aufenthg.course_lasting_held"), REGISTER)
    if present is None:
        return wanted.found(view, Status.OPEN, Message("Not yet clarified."),
                            missing=(Message("From when to when the title is valid"),))
    year, held = view.law.span("aufenthg.course_lasting"), view.law.span("aufenthg.course_lasting_held")
    long = present.until >= last_day(present.start, year).day or first_day(present.start, held) < view.on
    fact = (Used(Message("{title} since {date}", title=present.title, date=present.start), present.ref),)
    if long:
        return wanted.found(view, Status.MET, Message("The stay is lasting."), used=fact)
    return wanted.found(view, Status.OPEN, Message("The title is short; it depends on whether the stay is to last."),
                        used=fact, missing=(Message("Whether the stay is to last"),))


def _admission(view: LegalView, title: ResidenceTitle, held: tuple[Used, ...]) -> Finding:
    """§ 44 Abs. 4, and the stop of admissions, of which nobody knows how long it lasts."""
    stop = ("aufenthg.course_stop",) if view.law.find("aufenthg.course_stop") is not None else ()
    wanted = Requirement("ADMISSION", (*stop, "aufenthg.course_admission", "intv.admission"), APPLY)
    if access_to(title) is Access.NONE:
        return wanted.found(view, Status.NOT_MET, Message("This status gives no way into the course."), used=held)
    if stop and title.course is CourseAccess.ADMISSION_STOPPED:
        explanation = Message("Admissions of this group are stopped; ask whether they still are.")
        return wanted.found(view, Status.OPEN, explanation, used=held,
                            missing=(Message("Whether the BAMF admits again"),))
    return wanted.found(view, Status.OPEN, Message("Possible if places are free."), used=held,
                        missing=(Message("The decision of the BAMF"),))


def _fee(view: LegalView, title: ResidenceTitle) -> Finding:
    """Free by law, free on application, or half of the costs."""
    wanted, facts = Requirement("FEE", ("intv.fee_lesson",), EXEMPTION), view.facts
    if title.course is CourseAccess.RESETTLER:
        return wanted.found(view, Status.NOT_REQUIRED, Message("The course is free."), rules=("intv.fee_free",))
    if title.code in view.law.codes("intv.fee_free_practice"):
        return wanted.found(view, Status.NOT_REQUIRED, Message("The course is free."),
                            rules=("intv.fee_free_practice",))
    if facts.sgb2_topup or facts.sgb12:
        return replace(wanted.found(view, Status.NOT_REQUIRED, Message("Free on application, because of benefits."),
                                    rules=("intv.fee_benefits", "intv.fee_from")), advice=EXEMPTION)
    limits = income_limits(view.law)
    explanation = (Message("Free on application up to {none} gross a month, {one} with one child, {more} with more.",
                           none=limits[0], one=limits[1], more=limits[2])
                   if limits else Message("Free on application with a low income."))
    return wanted.found(view, Status.OPEN, explanation, rules=("intv.fee_income", "intv.fee_hardship"),
                        missing=(Message("Income and benefits"),))


def _duty(view: LegalView, reason: CourseDuty) -> DutyGround:
    return DutyGround(reason, view.law.rule(DUTIES[reason]), _applies(view, reason))


def _applies(view: LegalView, reason: CourseDuty) -> bool | None:
    """Whether a ground holds; a request of an office is in no record."""
    german = view.facts.german
    if reason is CourseDuty.NO_SIMPLE_GERMAN and german not in (None, German.ORAL):
        return german is German.NONE
    if reason is CourseDuty.NOT_B1 and german is not None:
        level = str(view.law.rule("aufenthg.course_duty_no_b1").value)
        return None if speaks(german, level) else True
    return False if reason is CourseDuty.JOBCENTER and view.facts.sgb2_topup is False else None
