"""Rights to stay for people without a lasting title: §§ 16g, 25 Abs. 5, 25a, 25b, 60c, 60d, 104c AufenthG.

For holders of a Duldung, a Gestattung, chance residence, or a permit for training: what may come into question, from
when its time is over, and what else it asks for (facts.md § 3.2). Never more than a hint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from hin_desktop.domain.calendar import DAY, age_on, completes_age, first_day
from hin_desktop.domain.facts import German
from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.law import Rule
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.domain.residence.chain import unbroken_run
from hin_desktop.domain.residence.stay import CHANCE, Stay, stay_on
from hin_desktop.domain.residence.timeline import Stretch
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.domain.settlement.requirements import Share, german, livelihood, test_of_knowledge
from hin_desktop.errors import Message


class StayCode(StrEnum):
    """The rights, by the code of the status that they lead to."""

    YOUTH = "AE_25A"
    INTEGRATION = "AE_25B"
    AFTER_EMPLOYMENT = "AE_25B_6"
    CHANCE = "AE_104C"
    EMPLOYMENT = "DU_60D"
    TRAINING_PERMIT = "AE_16G"
    TRAINING = "DU_60C"
    AFTER_TRAINING = "AE_19D"
    NO_DEPARTURE = "AE_25_5"


NAMES: Final = {
    "TIME": Message("Time"),
    "STATUS": Message("Present status"),
    "AGE": Message("Age"),
    "SCHOOL": Message("School"),
    "PROSPECTS": Message("Prospects"),
    "CIVICS": Message("Knowledge of the legal and social order"),
    "LIVELIHOOD": Message("Livelihood"),
    "GERMAN": Message("German"),
    "IDENTITY": Message("Identity and nationality"),
    "ENTRY": Message("Entry"),
    "WORK": Message("Work"),
    "TRAINING": Message("Training"),
    "OBSTACLE": Message("Obstacle to leaving"),
    "APPLICATION": Message("Application"),
}
EMPLOYED, TRAINED, PERMITTED = "DU_60D", "DU_60C", "AE_16G"
ADVICE = Message("Talk it over; where in doubt with a lawyer.")


@dataclass(frozen=True, slots=True)
class StayRight:
    """A right that may come into question; its time is over from `time_met_on` on (None: none, or not to be said)."""

    code: StayCode
    rule: Rule
    findings: tuple[Finding, ...]
    time_met_on: date | None = None


def stay_rights(view: LegalView) -> tuple[StayRight, ...]:
    """What may come into question on the day of the view; empty for everybody with another title, or none."""
    stay = stay_on(view)
    if stay is None or not _concerned(stay.present):
        return ()
    builders: tuple[Callable[[Stay], StayRight | None], ...] = (
        _youth, _integration, _after_employment, _chance, _employment, _training_permit, _training, _after_training,
        _no_departure)
    return tuple(right for build in builders if (right := build(stay)) is not None)


def _concerned(present: Stretch) -> bool:
    kinds = {TitleKind.TOLERATION, TitleKind.ASYLUM_PROCEDURE}
    return present.title.kind in kinds or present.title.code in (CHANCE, PERMITTED)


def _youth(stay: Stay) -> StayRight | None:
    """§ 25a: three years here, a Duldung for a year, the application before the 27th birthday."""
    view, born = stay.view, stay.view.facts.birthdate
    too_old = born is not None and age_on(born.latest, view.on) >= view.law.number("aufenthg.youth_age")
    if too_old or stay.present.title.code == PERMITTED:
        return None
    met_on = _latest(_after(stay, stay.here_since(), "aufenthg.youth_residence"),
                     _after(stay, stay.present.start if stay.chance else stay.tolerated_since(), _toleration(stay)))
    rules = ("aufenthg.youth_residence", "aufenthg.youth_toleration")
    findings = (_time(stay, met_on, *rules), _status(stay, "aufenthg.youth_toleration"), *_age(stay, met_on),
                _ask(stay, "SCHOOL", "aufenthg.youth_school", Message("Years at school, or a certificate")),
                _ask(stay, "PROSPECTS", "aufenthg.youth_prospects", Message("How the person is settling in")))
    return _right(stay, StayCode.YOUTH, "aufenthg.youth", findings, met_on)


def _toleration(stay: Stay) -> str:
    """With chance residence no Duldung is asked for."""
    return "" if stay.chance else "aufenthg.youth_toleration"


def _age(stay: Stay, met_on: date | None) -> Iterator[Finding]:
    """The application must be made before a birthday."""
    view, born = stay.view, stay.view.facts.birthdate
    wanted = Requirement("AGE", ("aufenthg.youth_age",), Message("Apply before the birthday."))
    if born is None:
        yield wanted.found(view, Status.OPEN, Message("The birth date decides it."), missing=(Message("Birth date"),))
        return
    birthday = completes_age(born.earliest, view.law.number("aufenthg.youth_age"))
    in_time = met_on is None or met_on < birthday
    explanation = (Message("The application must be made before {date}.", date=birthday) if in_time
                   else Message("The time is over only after {date}.", date=birthday))
    found = wanted.found(view, Status.MET if in_time else Status.NOT_MET, explanation,
                         used=(used(view, "birthdate", Message("Birth date")),))
    yield replace(found, until=birthday - DAY)


def _integration(stay: Stay) -> StayRight | None:
    """§ 25b: six years here, four with a minor child in the household."""
    view, child = stay.view, stay.view.facts.minor_child_in_household
    if stay.present.title.code == PERMITTED:
        return None
    rule = "aufenthg.integration_residence_family" if child else "aufenthg.integration_residence"
    lasts = stay.here_since() if stay.tolerated or stay.chance else None
    met_on = _after(stay, lasts, rule)
    missing = (Message("Whether a minor child lives in the household"),) if child is None else ()
    school = (_ask(stay, "SCHOOL", "aufenthg.integration_school", Message("Children's schooling")),)
    findings = (
        replace(_time(stay, met_on, rule), missing=missing), _status(stay, "aufenthg.integration_status"),
        test_of_knowledge(view, "aufenthg.integration_knowledge"),
        livelihood("aufenthg.integration_livelihood", Share.MOSTLY, waiver="aufenthg.integration_waiver")(view),
        _spoken(stay, "aufenthg.integration_german", "aufenthg.integration_waiver"),
        *(school if child is not False else ()))
    return _right(stay, StayCode.INTEGRATION, "aufenthg.integration", findings, met_on)


def _after_employment(stay: Stay) -> StayRight | None:
    """§ 25b Abs. 6: after thirty months of Beschäftigungsduldung."""
    if stay.present.title.code != EMPLOYED:
        return None
    since = unbroken_run(stay.line, stay.view.on, lambda stretch: stretch.title.code == EMPLOYED)
    met_on = _after(stay, since, "aufenthg.integration_employment")
    findings = (_time(stay, met_on, "aufenthg.integration_employment"), _spoken(stay, "aufenthg.integration_german"),
                _ask(stay, "WORK", "aufenthg.employment_toleration_hours", Message("Hours of work a week")))
    return _right(stay, StayCode.AFTER_EMPLOYMENT, "aufenthg.integration_employment", findings, met_on)


def _chance(stay: Stay) -> StayRight | None:
    """§ 104c, only a transition now: into § 25a or § 25b before the title ends."""
    if not stay.chance:
        return None
    until = None if stay.present.until == date.max else stay.present.until
    wanted = Requirement("APPLICATION", ("aufenthg.chance", "aufenthg.chance_length"), ADVICE)
    explanation = (Message("Apply under § 25a or § 25b by {date}.", date=until) if until is not None
                   else Message("Apply under § 25a or § 25b before the title ends."))
    applied = replace(wanted.found(stay.view, Status.OPEN, explanation, missing=(Message("The application"),)),
                      until=until)
    return _right(stay, StayCode.CHANCE, "aufenthg.chance", (applied,), None)


def _employment(stay: Stay) -> StayRight | None:
    """§ 60d: entry by a day, a Duldung and insured work for a year."""
    view, entry = stay.view, stay.view.facts.entry_on
    last_entry = view.law.date("aufenthg.employment_toleration_entry")
    if not stay.tolerated or stay.present.title.code == EMPLOYED or (entry and entry.earliest > last_entry):
        return None
    met_on = _after(stay, stay.tolerated_since(), "aufenthg.employment_toleration_time")
    findings = (
        _time(stay, met_on, "aufenthg.employment_toleration_time"), _entry(stay, last_entry),
        _ask(stay, "WORK", "aufenthg.employment_toleration_job", Message("Since when, and how many hours a week"),
             "aufenthg.employment_toleration_hours"),
        _spoken(stay, "aufenthg.employment_toleration_german"),
        _ask(stay, "IDENTITY", "aufenthg.employment_toleration_identity",
             Message("Proof of identity and nationality")))
    return _right(stay, StayCode.EMPLOYMENT, "aufenthg.employment_toleration", findings, met_on)


def _entry(stay: Stay, last_entry: date) -> Finding:
    wanted, entry = Requirement("ENTRY", ("aufenthg.employment_toleration_entry",), ADVICE), stay.view.facts.entry_on
    if entry is None or entry.latest > last_entry:
        return wanted.found(stay.view, Status.OPEN, Message("The day of entry decides it."),
                            missing=(Message("The day of entry"),))
    return wanted.found(stay.view, Status.MET, Message("Entered {date}.", date=entry),
                        used=(used(stay.view, "entry_on", Message("Entry")),))


def _training_permit(stay: Stay) -> StayRight | None:
    """§ 16g: a permit for vocational training, also for asylum seekers whose application is refused."""
    if stay.chance or stay.present.title.code == PERMITTED:
        return None
    return _for_training(stay, StayCode.TRAINING_PERMIT, "aufenthg.training_permit")


def _training(stay: Stay) -> StayRight | None:
    """§ 60c: a Duldung for vocational training."""
    if not stay.tolerated or stay.present.title.code == TRAINED:
        return None
    return _for_training(stay, StayCode.TRAINING, "aufenthg.training_toleration")


def _for_training(stay: Stay, code: StayCode, rule: str) -> StayRight:
    return _right(stay, code, rule, (_ask(stay, "TRAINING", rule, Message("Contract of vocational training")),), None)


def _after_training(stay: Stay) -> StayRight | None:
    """§ 19d Abs. 1a, § 16g Abs. 8: a permit for a suitable job once the training is completed."""
    if stay.present.title.code not in (TRAINED, PERMITTED):
        return None
    missing = Message("Certificate of the training, and a job that it is for")
    findings = (_ask(stay, "TRAINING", "aufenthg.after_training", missing),)
    return _right(stay, StayCode.AFTER_TRAINING, "aufenthg.after_training", findings, None)


def _no_departure(stay: Stay) -> StayRight | None:
    """§ 25 Abs. 5: departure impossible through no fault of one's own; should be issued after eighteen months."""
    if not stay.tolerated:
        return None
    met_on = _after(stay, stay.tolerated_since(), "aufenthg.departure_impossible_time")
    findings = (_time(stay, met_on, "aufenthg.departure_impossible_time"),
                _ask(stay, "OBSTACLE", "aufenthg.departure_impossible", Message("Why leaving is impossible")))
    return _right(stay, StayCode.NO_DEPARTURE, "aufenthg.departure_impossible", findings, met_on)


def _right(stay: Stay, code: StayCode, rule: str, findings: tuple[Finding, ...], met_on: date | None) -> StayRight:
    return StayRight(code, stay.view.law.rule(rule), findings, met_on)


def _after(stay: Stay, since: date | None, rule: str) -> date | None:
    """When the span of a rule is over ('': at once)."""
    if since is None or not rule:
        return since
    return first_day(since, stay.view.law.span(rule))


def _latest(*days: date | None) -> date | None:
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _time(stay: Stay, met_on: date | None, *rules: str) -> Finding:
    view, unclear = stay.view, stay.view.law.codes("aufenthg.identity_time")
    also = ("aufenthg.identity_time",) if any(each.title.code in unclear for each in stay.line.until(view.on)) else ()
    wanted = Requirement("TIME", (*rules, *also), Message("Time passes by itself; avoid long stays abroad and gaps."))
    fact = (Used(Message("{title} since {date}", title=stay.present.title, date=stay.present.start),
                 stay.present.ref),)
    if met_on is None:
        return wanted.found(view, Status.NOT_MET, _why_not(stay), used=fact)
    reached = met_on <= view.on
    explanation = Message("Met since {date}.", date=met_on) if reached else Message("Met from {date}.", date=met_on)
    found = wanted.found(view, Status.MET if reached else Status.NOT_MET, explanation, used=fact)
    return replace(found, since=met_on if reached else None, earliest=met_on)


def _status(stay: Stay, rule: str) -> Finding:
    wanted = Requirement("STATUS", (rule,), ADVICE)
    fact = (Used(Message("{title}", title=stay.present.title), stay.present.ref),)
    if stay.chance or stay.counts(stay.present):
        return wanted.found(stay.view, Status.MET, Message("The present status is enough."), used=fact)
    return wanted.found(stay.view, Status.NOT_MET, _why_not(stay), used=fact)


def _why_not(stay: Stay) -> Message:
    return (Message("A Duldung under § 60b does not count.") if stay.tolerated
            else Message("It takes a Duldung or chance residence first."))


def _spoken(stay: Stay, rule: str, waiver: str = "") -> Finding:
    """Spoken German: a certificate proves it; without one it shows in the talk."""
    view = stay.view
    if view.facts.german is German.ORAL:
        return _ask(stay, "GERMAN", rule, Message("How well the person speaks"))
    return german(rule, waiver=waiver, simple="")(view)


def _ask(stay: Stay, code: str, rule: str, missing: Message, *rules: str) -> Finding:
    return Requirement(code, (rule, *rules), ADVICE).found(
        stay.view, Status.OPEN, Message("Not yet clarified."), missing=(missing,))
