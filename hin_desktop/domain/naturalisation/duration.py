"""RES_5Y, RES_3Y, RES_GUIDELINE and MARRIAGE_2Y: how long (§§ 9, 10, 10 Abs. 2 StAG)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hin_desktop.domain.calendar import Span, completes_age, first_day
from hin_desktop.domain.facts import AbsenceReason
from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.domain.naturalisation.residence_time import Residence, ResidenceTime
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.absences import interrupting
from hin_desktop.errors import Message

WAIT = Message("Time passes by itself; avoid long stays abroad and gaps.")
FIVE_YEARS = Requirement("RES_5Y", ("stag.residence",), WAIT)
SHORTENED = Requirement("RES_3Y", ("stag.residence_turbo",), WAIT)
SPOUSE_RESIDENCE = Requirement("RES_3Y", ("stag.residence_spouse",), WAIT)
STATELESS_RESIDENCE = Requirement("RES_5Y", ("stl_uebk.residence",), WAIT)
DISCRETION_RESIDENCE = Requirement("RES_5Y", ("stag.residence_discretion",), WAIT)
CHILD_GUIDELINE = Requirement("RES_GUIDELINE", ("stag.guideline_child", "stag.co_naturalisation"), WAIT)
SPOUSE_GUIDELINE = Requirement("RES_GUIDELINE", ("stag.guideline_spouse", "stag.co_naturalisation"), WAIT)
MARRIAGE = Requirement("MARRIAGE_2Y", ("stag.marriage",), WAIT)
MARRIAGE_GUIDELINE = Requirement("MARRIAGE_2Y", ("stag.guideline_marriage",), WAIT)


@dataclass(frozen=True, slots=True)
class Duration:
    """A finding on time with the day from which it is met (None: not to be said)."""

    finding: Finding
    met_on: date | None
    time: ResidenceTime


def lived_here(residence: Residence, requirement: Requirement, span: Span) -> Duration:
    """Whether the span of lawful habitual residence is over."""
    view, time = residence.view, residence.time(span)
    decided = requirement.decided(view)
    finding = decided or _residence(residence, requirement, time)
    return Duration(finding, time.met_on, time)


def _residence(residence: Residence, requirement: Requirement, time: ResidenceTime) -> Finding:
    view, chain = residence.view, time.chain
    if chain is None:
        return _without_chain(residence, requirement)
    facts = tuple(Used(Message("{title} since {date}", title=stretch.title, date=stretch.start), stretch.ref)
                  for stretch in chain.stretches)
    if time.met_on is None:
        explanation = Message("Abroad for more than half of the required time ({days} days): as a rule this is no "
                              "habitual residence.", days=time.absence_days)
        return requirement.found(view, Status.OPEN, explanation, rules=("stag.absence_half",), used=facts,
                                 missing=(Message("The view of the authority on the stays abroad"),))
    reached, start = time.met_on <= view.on, time.begins_anew or chain.start
    explanation = (Message("Met since {date}; residence counted from {start}.", date=time.met_on, start=start)
                   if reached else
                   Message("Met from {date}; residence counted from {start}.", date=time.met_on, start=start))
    finding = requirement.found(view, Status.MET if reached else Status.NOT_MET, explanation, used=facts,
                                missing=_inexact(view))
    gaps = (view.law.rule("stag.late_application"),) if time.gap_days or chain.until < view.on else ()
    found = replace(finding, rules=(*finding.rules, *gaps), since=time.met_on if reached else None,
                    earliest=time.met_on, unsure=time.doubtful)
    return found if reached or not _served(residence, chain.start) else replace(
        found, status=Status.OPEN, rules=(*found.rules, view.law.rule("stag.military_return")),
        missing=(*found.missing, Message("The day of the discharge from military service")))


def _served(residence: Residence, start: date) -> bool:
    """Whether residence began anew after military service; back soon enough after the discharge it did not."""
    return any(away.absence.reason is AbsenceReason.MILITARY and away.returned == start
               for away in interrupting(residence.view, eu=residence.eu))


def _without_chain(residence: Residence, requirement: Requirement) -> Finding:
    """No status recorded is open; a status that does not count, or a long stay abroad, is not met."""
    view, present = residence.view, residence.present
    if residence.abroad_too_long:
        explanation = Message("Abroad for too long: time begins anew with the return.")
        return requirement.found(view, Status.NOT_MET, explanation,
                                 rules=("freizuegg_eu.absence" if residence.eu else "stag.absence",))
    if present is None:
        return requirement.found(view, Status.OPEN, Message("No status is recorded for {date}.", date=view.on),
                                 missing=(Message("The residence status on this day"),))
    return requirement.found(view, Status.NOT_MET, Message("Time with the present status does not count."),
                             used=(Used(Message("{title}", title=present.title), present.ref),))


def _inexact(view: LegalView) -> tuple[Message, ...]:
    """The days that would make the date exact."""
    return tuple(Message("The exact day instead of {date}", date=day) for segment in view.facts.segments
                 for day in (segment.start, segment.until) if day is not None and day.exact is None)


def marriage(view: LegalView, requirement: Requirement, rule: str) -> tuple[Finding, date | None]:
    """Whether the marriage has lasted long enough, and from when."""
    decided, married = requirement.decided(view), view.facts.married_on
    if married is None:
        finding = decided or requirement.found(view, Status.OPEN, Message("The day of the marriage is not recorded."),
                                               missing=(Message("The day of the marriage"),))
        return finding, None
    met_on, ended = first_day(married.latest, view.law.span(rule)), ended_on(view)
    fact = used(view, "married_on", Message("married {date}", date=married))
    if ended is not None and ended.earliest < met_on:
        explanation = Message("The marriage ended before it had lasted long enough.")
        return decided or requirement.found(view, Status.NOT_MET, explanation, used=(fact,)), None
    reached = met_on <= view.on
    explanation = Message("Met since {date}.", date=met_on) if reached else Message("Met from {date}.", date=met_on)
    finding = requirement.found(view, Status.MET if reached else Status.NOT_MET, explanation, used=(fact,))
    return decided or replace(finding, since=met_on if reached else None, earliest=met_on), met_on


def ended_on(view: LegalView) -> PartialDate | None:
    """The death or divorce that has perhaps ended the marriage by the day of the view."""
    ended = view.facts.spouse_died_on or view.facts.divorced_on
    return ended if ended is not None and ended.earliest <= view.on else None


def half_of_life(born: date, start: date) -> date:
    """The first day on which the half of a life was spent here that came last."""
    return start + (start - born)


def child_guideline(residence: Residence, span: Span) -> Duration:
    """Residence of a child naturalised together: a guideline, for small children half of their life."""
    duration, view = lived_here(residence, CHILD_GUIDELINE, span), residence.view
    born, chain = view.facts.birthdate, duration.time.chain
    if CHILD_GUIDELINE.decided(view) or born is None or chain is None or duration.met_on is None:
        return duration
    met_on = half_of_life(born.earliest, chain.start)
    small = max(met_on, view.on) < completes_age(born.earliest, view.law.number("stag.guideline_small_child"))
    if not small or met_on >= duration.met_on or (view.facts.guideline_child_years and not view.facts.guideline_under6):
        return duration
    rules = (view.law.rule("stag.guideline_small_child"), *duration.finding.rules)
    return _at(replace(duration, finding=replace(duration.finding, rules=rules)), met_on, view)


def _at(duration: Duration, met_on: date, view: LegalView) -> Duration:
    reached = met_on <= view.on
    explanation = Message("Met since {date}.", date=met_on) if reached else Message("Met from {date}.", date=met_on)
    finding = replace(duration.finding, status=Status.MET if reached else Status.NOT_MET, earliest=met_on,
                      since=met_on if reached else None, explanation=explanation, advice=None if reached else WAIT)
    return replace(duration, finding=finding, met_on=met_on)
