"""The paths to naturalisation, each with its own list of requirements (facts.md § 2.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from hin_desktop.domain.calendar import Span, Unit, age_on, completes_age, last
from hin_desktop.domain.findings import Checklist, Finding, Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation import commitments, conduct, duration, knowledge
from hin_desktop.domain.naturalisation.duration import Duration
from hin_desktop.domain.naturalisation.livelihood import livelihood
from hin_desktop.domain.naturalisation.requirement import ORDER, Requirement
from hin_desktop.domain.naturalisation.residence_time import Residence
from hin_desktop.errors import Message


class Path(StrEnum):
    """The paths, in the order in which the better one is proposed; NAT_8 is shown, never proposed."""

    CLAIM = "NAT_10"
    SPOUSE = "NAT_9"
    AFTER_MARRIAGE = "NAT_9_2"
    TURBO = "NAT_10_3"
    STATELESS = "STL_2"
    TOGETHER = "NAT_10_2"
    DISCRETION = "NAT_8"


class Character(StrEnum):
    """How far the authority is bound."""

    CLAIM = "claim"
    AS_A_RULE = "as_a_rule"
    DISCRETION = "discretion"


CHARACTERS: Final = {Path.CLAIM: Character.CLAIM, Path.SPOUSE: Character.AS_A_RULE,
                     Path.AFTER_MARRIAGE: Character.AS_A_RULE, Path.TURBO: Character.DISCRETION,
                     Path.STATELESS: Character.CLAIM, Path.TOGETHER: Character.DISCRETION,
                     Path.DISCRETION: Character.DISCRETION}


NAMES: Final = {
    Path.CLAIM: Message("Claim after five years (§ 10 StAG)"),
    Path.SPOUSE: Message("Married to a German (§ 9 StAG)"),
    Path.AFTER_MARRIAGE: Message("After the marriage, with a German child (§ 9 Abs. 2 StAG)"),
    Path.TURBO: Message("Special achievements (§ 10 Abs. 3 StAG)"),
    Path.STATELESS: Message("Born here stateless (Art. 2 AusfG StaatenlMindÜbk)"),
    Path.TOGETHER: Message("Together with a spouse or parent (§ 10 Abs. 2 StAG)"),
    Path.DISCRETION: Message("By discretion (§ 8 StAG)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PathAssessment(Checklist):
    """One path as of a day. `earliest` is the first day on which residence and title are met, None where neither
    the present title nor the facts lead there; other unmet requirements do not move it.
    """

    path: Path
    duration: Duration
    earliest: date | None
    title_ok_from: date | None
    marriage_met_on: date | None = None
    blocked_until: date | None = None
    fee: Decimal

    @property
    def character(self) -> Character:
        """How far the authority is bound."""
        return CHARACTERS[self.path]

    @property
    def residence_met_on(self) -> date | None:
        """The first day on which the required residence is over."""
        return self.duration.met_on

    def variant(self, requirement: str) -> str:
        """How a requirement is met: a value of Livelihood, Language or Civics; '' where it does not apply."""
        finding = self.finding(requirement)
        return finding.variant if finding is not None else ""


def assess_paths(residence: Residence) -> tuple[PathAssessment, ...]:
    """Every path that comes into question, in no particular order."""
    builders: tuple[Callable[[Residence], PathAssessment | None], ...] = (
        _claim, _spouse, _after_marriage, _turbo, _stateless, _together, _by_discretion)
    return tuple(found for build in builders if (found := build(residence)) is not None)


def _claim(residence: Residence) -> PathAssessment:
    """§ 10 Abs. 1: a claim after five years."""
    time = duration.lived_here(residence, duration.FIVE_YEARS, residence.view.law.span("stag.residence"))
    return _built(Path.CLAIM, residence, time, _checklist(residence))


def _turbo(residence: Residence) -> PathAssessment | None:
    """§ 10 Abs. 3, on the days on which it stood: three years for special achievements."""
    if residence.view.law.find("stag.residence_turbo") is None or not residence.view.facts.special_integration:
        return None
    time = duration.lived_here(residence, duration.SHORTENED, residence.view.law.span("stag.residence_turbo"))
    return _built(Path.TURBO, residence, time, _checklist(residence))


def _spouse(residence: Residence) -> PathAssessment | None:
    """§ 9 Abs. 1: as a rule after three years, married to a German for two."""
    if not residence.view.facts.spouse_german or duration.ended_on(residence.view) is not None:
        return None
    return _married(Path.SPOUSE, residence)


def _after_marriage(residence: Residence) -> PathAssessment | None:
    """§ 9 Abs. 2: within a year after death or divorce, living with a German child of the marriage."""
    facts, view = residence.view.facts, residence.view
    ended = duration.ended_on(view)
    if not facts.spouse_german or ended is None or not facts.sole_custody_german_child:
        return None
    applied = facts.applied_on.latest if facts.applied_on else view.on
    in_time = applied <= last(ended.earliest, view.law.span("stag.after_marriage"))
    return _married(Path.AFTER_MARRIAGE, residence) if in_time else None


def _married(path: Path, residence: Residence) -> PathAssessment:
    span = residence.view.law.span("stag.residence_spouse")
    time = duration.lived_here(residence, duration.SPOUSE_RESIDENCE, span)
    marriage, met_on = duration.marriage(residence.view, duration.MARRIAGE, "stag.marriage")
    return _built(path, residence, time, (marriage, *_checklist(residence)), marriage_met_on=met_on,
                  others_met_on=_day_of(marriage, met_on))


def _together(residence: Residence) -> PathAssessment | None:
    """§ 10 Abs. 2: a spouse or minor child naturalised together with somebody who meets the conditions."""
    facts, view = residence.view.facts, residence.view
    born = facts.birthdate
    minor = born is None or age_on(born.latest, view.on) < view.law.number("stag.of_age")
    if facts.parent_eligible_on is not None and minor:
        span = _guideline(view, "stag.guideline_child", facts.guideline_child_years)
        time = _own_claim(duration.child_guideline(residence, span), view)
        return _built(Path.TOGETHER, residence, time, _checklist(residence),
                      others_met_on=(facts.parent_eligible_on.latest,))
    if facts.spouse_eligible_on is None or duration.ended_on(view) is not None:
        return None
    time = duration.lived_here(residence, duration.SPOUSE_GUIDELINE,
                               _guideline(view, "stag.guideline_spouse", facts.guideline_spouse_years))
    marriage, met_on = duration.marriage(view, duration.MARRIAGE_GUIDELINE, "stag.guideline_marriage")
    return _built(Path.TOGETHER, residence, time, (marriage, *_checklist(residence)), marriage_met_on=met_on,
                  others_met_on=(facts.spouse_eligible_on.latest, *_day_of(marriage, met_on)))


def _guideline(view: LegalView, rule: str, years: int | None) -> Span:
    return view.law.span(rule) if years is None else Span(years, Unit.YEARS)


def _own_claim(time: Duration, view: LegalView) -> Duration:
    """From sixteen young people should meet the conditions themselves: then it is open."""
    born, age = view.facts.birthdate, view.law.number("stag.guideline_own_claim")
    by_hand = duration.CHILD_GUIDELINE.decided(view)
    if by_hand is not None or born is None or view.on < completes_age(born.earliest, age):
        return time
    explanation = Message("From {age} years the authority as a rule wants the conditions met by oneself.", age=age)
    finding = duration.CHILD_GUIDELINE.found(
        view, Status.OPEN, explanation, rules=("stag.guideline_own_claim",),
        missing=(Message("The view of the naturalisation authority"),))
    return Duration(finding, time.met_on, time.time)


def _stateless(residence: Residence) -> PathAssessment | None:
    """Art. 2 AusfG StaatenlMindÜbk: stateless since birth and born here; no language, livelihood or test."""
    facts, view = residence.view.facts, residence.view
    if not (facts.stateless_since_birth and facts.born_in_germany):
        return None
    time = duration.lived_here(residence, duration.STATELESS_RESIDENCE, view.law.span("stl_uebk.residence"))
    return _built(Path.STATELESS, residence, time, (_before_21(view), _no_long_sentence(view)), titled=False)


APPLICATION_BEFORE = Requirement("APPLICATION", ("stl_uebk.application",), Message("Apply before the birthday."))
NO_LONG_SENTENCE = Requirement("CRIM", ("stl_uebk.convictions",), Message("Have a lawyer check it."))


def _before_21(view: LegalView) -> Finding:
    born, age, decided = view.facts.birthdate, view.law.number("stl_uebk.application"), APPLICATION_BEFORE.decided(view)
    if decided is not None:
        return decided
    if born is None:
        return APPLICATION_BEFORE.found(view, Status.OPEN, Message("The birth date decides until when to apply."),
                                        missing=(Message("Birth date"),))
    limit, applied = completes_age(born.earliest, age), view.facts.applied_on
    in_time = (applied.latest if applied else view.on) < limit
    explanation = (Message("The application must be made before {date}.", date=limit) if in_time
                   else Message("The application had to be made before {date}.", date=limit))
    return APPLICATION_BEFORE.found(view, Status.MET if in_time else Status.NOT_MET, explanation)


def _no_long_sentence(view: LegalView) -> Finding:
    decided = NO_LONG_SENTENCE.decided(view)
    if decided is None and conduct.long_sentence(view):
        return NO_LONG_SENTENCE.found(view, Status.NOT_MET, Message("Such a sentence excludes."))
    return decided or NO_LONG_SENTENCE.presumed(view, Message("What was said about convictions"))


def _by_discretion(residence: Residence) -> PathAssessment:
    """§ 8: by discretion; no fixed period, the guideline counts."""
    view = residence.view
    time = duration.lived_here(residence, duration.DISCRETION_RESIDENCE, view.law.span("stag.residence_discretion"))
    return _built(Path.DISCRETION, residence, time,
                  (livelihood(view), commitments.identity(view), *_conduct(view)))


def _checklist(residence: Residence) -> tuple[Finding, ...]:
    """The requirements of § 10 Abs. 1 besides time and title."""
    view = residence.view
    return (livelihood(view), knowledge.language(view), knowledge.civics(view), commitments.identity(view),
            commitments.democratic_order(view), commitments.history(view), *_conduct(view))


def _conduct(view: LegalView) -> tuple[Finding, ...]:
    bar = conduct.bar(view)
    return (conduct.convictions(view), conduct.exclusion(view), *((bar,) if bar is not None else ()))


def _built(path: Path, residence: Residence, time: Duration, others: tuple[Finding, ...], *, titled: bool = True,
           marriage_met_on: date | None = None, others_met_on: tuple[date | None, ...] = ()) -> PathAssessment:
    view = residence.view
    title, applied = commitments.title(residence), commitments.application(view)
    spoken_of = (applied,) if applied is not None and path is not Path.STATELESS else ()
    findings = sorted((time.finding, *((title,) if titled else ()), *others, *spoken_of), key=_place)
    title_ok_from = residence.title_ok_from if title.status is not Status.NOT_MET else None
    known = [time.met_on, *(_day_of(title, title_ok_from) if titled else ()), *others_met_on]
    barred = any(finding.requirement == conduct.BAR.code and finding.status is Status.NOT_MET for finding in findings)
    days = [day for day in known if day is not None]
    earliest = None if barred or len(days) < len(known) else max(days)
    minor_together = path is Path.TOGETHER and view.facts.parent_eligible_on is not None and not view.facts.own_income
    return PathAssessment(
        path=path, findings=tuple(findings), duration=time, earliest=earliest, title_ok_from=title_ok_from,
        marriage_met_on=marriage_met_on, blocked_until=conduct.blocked_until(view) if barred else None,
        fee=view.law.amount("stag.fee_child" if minor_together else "stag.fee"))


def _day_of(finding: Finding, met_on: date | None) -> tuple[date | None, ...]:
    """The day that a requirement adds; none where it was accepted by hand without one."""
    return () if met_on is None and finding.status is Status.MET else (met_on,)


def _place(finding: Finding) -> int:
    return ORDER.index(finding.requirement)
