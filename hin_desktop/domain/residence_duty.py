"""The Wohnsitzregelung: who is bound to a Land or town, until when, and what lets off (§ 12a AufenthG)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from hin_desktop.domain.calendar import DAY, DayKind, LegalDay, first_day
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.timeline import PROTECTED
from hin_desktop.errors import Message

NAMES: Final = {
    "FREE_CHOICE": Message("Free choice of residence"),
    "EXEMPT_WORK": Message("Exception: work"),
    "EXEMPT_TRAINING": Message("Exception: training or studies"),
    "EXEMPT_COURSE": Message("Exception: a course elsewhere"),
    "LIFTED": Message("Lifting on application"),
}
ADVICE = Message("Before moving, apply for the residence duty to be lifted.")
EXCEPTIONS: Final = (
    ("EXEMPT_WORK", ("aufenthg.residence_duty_work", "aufenthg.residence_duty_income"),
     Message("Hours of work a week and net income; also of the spouse or a child")),
    ("EXEMPT_TRAINING", ("aufenthg.residence_duty_training",), Message("Vocational training or studies")),
    ("EXEMPT_COURSE", ("aufenthg.residence_duty_course",),
     Message("A course that is not to be had here without delay")),
    ("LIFTED", ("aufenthg.residence_duty_lift",),
     Message("Work, course or family elsewhere; hardship such as violence")),
)


@dataclass(frozen=True, slots=True)
class ResidenceDuty:
    """The duty of a person who is bound, or was. `ends_on`: the first day without it (None: not to be said)."""

    ends_on: LegalDay | None
    findings: tuple[Finding, ...]

    @property
    def free_choice(self) -> Finding:
        """The finding on how long it lasts."""
        return self.findings[0]


def residence_duty(view: LegalView) -> ResidenceDuty | None:
    """Whether and until when the person is bound; None for everybody else."""
    code = _title(view)
    if code in view.law.codes("aufenthg.residence_duty_family"):
        return ResidenceDuty(None, (_with_family(view), *_exceptions(view)))
    start = _start(view, code)
    if start is None:
        return None
    ends_on = _end(view, start)
    return ResidenceDuty(ends_on, (_duration(view, code, start, ends_on), *_exceptions(view)))


def duty_ends_on(view: LegalView) -> LegalDay | None:
    """The first day without the duty alone: what the list of deadlines asks of many people."""
    start = _start(view, _title(view))
    return _end(view, start) if start is not None else None


def _title(view: LegalView) -> str | None:
    """The title of the day, '' for none; None where no status is recorded at all, and days alone are told."""
    running = [each for each in view.facts.segments if each.start.earliest <= view.on
               and (each.until is None or each.until.latest >= view.on)]
    if not view.facts.segments:
        return None
    return max(running, key=lambda each: each.start.latest).code if running else ""


def _start(view: LegalView, code: str | None) -> PartialDate | None:
    """Recognition, for those recognised; else the first issue of a title that binds. None: not bound."""
    binding = view.law.codes("aufenthg.residence_duty_titles")
    if code is not None and code not in binding:
        return None
    start = _counted_from(view, code, binding)
    bound = start is not None and start.latest >= view.law.date("aufenthg.residence_duty_since")
    return start if bound else None


def _counted_from(view: LegalView, code: str | None, binding: tuple[str, ...]) -> PartialDate | None:
    facts, protected = view.facts, code in PROTECTED
    recognised = facts.recognised_on or facts.decision_on
    if code is None:
        return recognised or facts.first_ae_on
    if protected and recognised is not None:
        return recognised
    firsts = (each.start for each in facts.segments if each.code in binding and (each.code in PROTECTED) is protected)
    return min(firsts, key=lambda day: day.latest, default=None)


def _end(view: LegalView, start: PartialDate) -> LegalDay:
    """The end of the span, put off by the days of non-compliance."""
    end = first_day(start.latest, view.law.span("aufenthg.residence_duty"))
    return LegalDay(end + (view.facts.violation_days or 0) * DAY, DayKind.FIRST)


def _duration(view: LegalView, code: str | None, start: PartialDate, ends_on: LegalDay) -> Finding:
    violated = ("aufenthg.residence_duty_violation",) if view.facts.violation_days else ()
    rules = ("aufenthg.residence_duty", "aufenthg.residence_duty_titles", *violated)
    wanted, facts = Requirement("FREE_CHOICE", rules, ADVICE), view.facts
    unknown = code in PROTECTED and facts.recognised_on is None and facts.decision_on is None
    missing = (Message("The day of recognition; the duty may end earlier"),) if unknown else ()
    over = ends_on.day <= view.on
    explanation = (Message("Over since {date}.", date=ends_on.day) if over
                   else Message("Bound until {date}.", date=ends_on.day - DAY))
    name = next((name for name in ("recognised_on", "decision_on", "first_ae_on") if getattr(facts, name) == start), "")
    found = wanted.found(view, Status.MET if over else Status.NOT_MET, explanation, missing=missing,
                         used=(used(view, name, Message("counted from {date}", date=start)),))
    return replace(found, since=ends_on.day if over else None, earliest=ends_on.day)


def _with_family(view: LegalView) -> Finding:
    """Whoever joined somebody who is bound is bound too (Abs. 6)."""
    wanted = Requirement("FREE_CHOICE", ("aufenthg.residence_duty_family", "aufenthg.residence_duty"), ADVICE)
    return wanted.found(view, Status.OPEN, Message("Bound as long as the relative who was joined is."),
                        missing=(Message("Whether the relative is bound, and until when"),))


def _exceptions(view: LegalView) -> tuple[Finding, ...]:
    """What lets off: nothing of it is recorded, so it is asked for."""
    return tuple(Requirement(code, rules, ADVICE).found(
        view, Status.OPEN, Message("Not yet clarified."), missing=(missing,)) for code, rules, missing in EXCEPTIONS)
