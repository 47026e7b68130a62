"""TIME: how long the title must have been held for a right to settle, and on which day it is enough."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hin_desktop.domain.calendar import DAY, back, completes_age, last
from hin_desktop.domain.facts import AbsenceReason
from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.domain.residence.absences import all_away, days_of
from hin_desktop.domain.residence.chain import unbroken_run
from hin_desktop.domain.residence.timeline import Stretch, Timeline
from hin_desktop.domain.settlement.possession import Possession, possession
from hin_desktop.domain.settlement.requirements import blue_card_rule
from hin_desktop.domain.settlement.rights import RIGHTS, Basis, bar
from hin_desktop.errors import Message

WAIT = Message("Time passes by itself; avoid long stays abroad and gaps.")
CHANGE = Message("Look into changing to another title.")
GAPS: Final = ("aufenthg.interruption", "aufenthg.interruption_title")
DOMESTIC, EMPLOYED, BORN = "domestic_qualification", "blue_card_employment_from", "birthdate"
MISSING: Final = {
    DOMESTIC: Message("Whether training or studies were completed in Germany"),
    EMPLOYED: Message("Since when employed with the Blue Card"),
    BORN: Message("Birth date"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A person with a title: what was held when, `line`, and what is held on the day of the view."""

    view: LegalView
    line: Timeline
    present: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When the time of a right is over. `met_on` None: not with the present title, or not to be said.

    `rules`: the time, and what decided it; `waits_for`: facts that would make it exact. `lenient`: with gaps of up to
    a year disregarded (§ 85 AufenthG). `with_a1`, `with_b1`: § 18c Abs. 2; `five_years_on`, `age16_on`: § 35 AufenthG.
    """

    met_on: date | None
    rules: tuple[str, ...]
    possession: Possession | None = None
    lenient: date | None = None
    with_a1: date | None = None
    with_b1: date | None = None
    five_years_on: date | None = None
    age16_on: date | None = None
    waits_for: tuple[str, ...] = ()
    barred: bool = False
    mostly_away: bool = False


def time_of(held: Held, basis: Basis, *, lenient: bool = True) -> Time:
    """When the time of this right is over; `lenient`: the day with gaps disregarded too."""
    right, law = RIGHTS[basis], held.view.law
    barred = bar(held.present.title, law)
    if barred:
        return Time(met_on=None, rules=(barred, right.time or right.rule), barred=True)
    if not right.time:
        return Time(met_on=_held_since(held), rules=(right.rule,))
    kept = possession(held.view, held.line, right.counting(law, held.present.title))
    if kept is None:
        return Time(met_on=None, rules=(right.time,))
    time = _times(held.view, basis, kept)
    earlier = _lenient(held, basis, time) if lenient else None
    return replace(time, lenient=earlier, rules=(*time.rules, *GAPS)) if earlier is not None else time


def _held_since(held: Held) -> date | None:
    """Since when the present title is held: where no time is asked for, it is enough from that day on."""
    title = held.present.title
    return unbroken_run(held.line, held.view.on, lambda stretch: stretch.title is title)


def _times(view: LegalView, basis: Basis, kept: Possession) -> Time:
    if basis is Basis.SKILLED:
        return _skilled(view, kept)
    if basis is Basis.BLUE_CARD:
        return _blue_card(view, kept)
    if basis in (Basis.AT_SIXTEEN, Basis.OF_AGE):
        return _young(view, basis, kept)
    rule = RIGHTS[basis].time
    met_on = kept.reached(view.law.span(rule))
    time = Time(met_on=met_on, rules=(rule, *_credited(kept)), possession=kept)
    if basis is Basis.LONG_TERM_EU and _too_much_abroad(view, kept):
        return replace(time, met_on=None, mostly_away=True, rules=("aufenthg.de_9a_absence_sum", *time.rules))
    return time


def _credited(kept: Possession) -> tuple[str, ...]:
    """The rules by which something was credited."""
    visa = any(kept.counting.visa(stretch) for stretch in kept.stretches)
    return (*(("aufenthg.procedure_credit",) if kept.procedure is not None else ()),
            *(("aufenthg.credit_study",) if any(block.half for block in kept.blocks) else ()),
            *(("aufenthg.credit_settlement",) if kept.earlier is not None else ()),
            *(("aufenthg.visa_credit",) if visa else ()))


def _skilled(view: LegalView, kept: Possession) -> Time:
    """§ 18c Abs. 1: shorter with a qualification from Germany; not known is the longer time."""
    domestic = view.facts.domestic_qualification
    rule = "aufenthg.ne_18c_1_time_domestic" if domestic else "aufenthg.ne_18c_1_time"
    return Time(met_on=kept.reached(view.law.span(rule)), rules=(rule, *_credited(kept)), possession=kept,
                waits_for=(DOMESTIC,) if domestic is None else ())


def _blue_card(view: LegalView, kept: Possession) -> Time:
    """§ 18c Abs. 2: months of employment with the card; not known, from the card at the earliest."""
    employed, law = view.facts.blue_card_employment_from, view.law
    cards = [stretch.start for stretch in kept.stretches if not kept.counting.visa(stretch)]
    worked = kept.since(max(employed.latest, kept.start) if employed is not None else min(cards))
    with_a1 = worked.reached(law.span("aufenthg.ne_18c_2_time"))
    with_b1 = worked.reached(law.span("aufenthg.ne_18c_2_time_b1"))
    rule = blue_card_rule(view)
    return Time(met_on=with_a1 if rule == "aufenthg.ne_18c_2_time" else with_b1, rules=(rule, *_credited(kept)),
                possession=worked, with_a1=with_a1, with_b1=with_b1, waits_for=(EMPLOYED,) if employed is None else ())


def _young(view: LegalView, basis: Basis, kept: Possession) -> Time:
    """§ 35 Abs. 1: five years at sixteen, or of age with five years."""
    born, law = view.facts.birthdate, view.law
    five_years_on = kept.reached(law.span(RIGHTS[basis].time))
    if born is None:
        return Time(met_on=None, rules=(RIGHTS[basis].time,), five_years_on=five_years_on, waits_for=(BORN,))
    age16_on = completes_age(born.latest, law.number("aufenthg.ne_35_age"))
    age = "aufenthg.ne_35_age" if basis is Basis.AT_SIXTEEN else "aufenthg.ne_35_adult"
    met_on = max(five_years_on, completes_age(born.latest, law.number(age)))
    return Time(met_on=met_on, rules=(RIGHTS[basis].time, age), possession=kept, five_years_on=five_years_on,
                age16_on=age16_on)


def young_basis(held: Held) -> Basis:
    """Whether the five years of § 35 Abs. 1 are reached by the sixteenth birthday, or only after it."""
    kept = possession(held.view, held.line, RIGHTS[Basis.AT_SIXTEEN].counting(held.view.law, held.present.title))
    if kept is None:
        return Basis.OF_AGE
    time = _young(held.view, Basis.AT_SIXTEEN, kept)
    in_time = time.five_years_on is not None and time.age16_on is not None and time.five_years_on <= time.age16_on
    return Basis.AT_SIXTEEN if in_time else Basis.OF_AGE


def _lenient(held: Held, basis: Basis, time: Time) -> date | None:
    """The day with gaps disregarded, where there are any that make a difference."""
    counting = RIGHTS[basis].counting(held.view.law, held.present.title)
    kept = possession(held.view, held.line, counting, lenient=True)
    day = _times(held.view, basis, kept).met_on if kept is not None else None
    return day if day is not None and time.met_on is not None and day < time.met_on else None


def _too_much_abroad(view: LegalView, kept: Possession) -> bool:
    """§ 9b Abs. 1: more than ten months in the five years; postings aside."""
    window = max(back(view.on, view.law.span("aufenthg.de_9a_time")), kept.start)
    limit = last(window, view.law.span("aufenthg.de_9a_absence_sum"))
    away = [each for each in all_away(view) if each.absence.reason is not AbsenceReason.POSTING]
    return window + days_of(away, window, view.on) * DAY > limit


def finding(held: Held, time: Time) -> Finding:
    """TIME in words."""
    wanted = Requirement("TIME", time.rules, CHANGE if time.met_on is None and not time.waits_for else WAIT)
    view = held.view
    if time.met_on is not None:
        return _dated(held, wanted, time, time.met_on)
    title = (Used(Message("{title}", title=held.present.title), held.present.ref),)
    if time.mostly_away:
        return wanted.found(view, Status.OPEN, Message("Abroad for too long in these years; it depends on the case."),
                            missing=(Message("The view of the Ausländerbehörde on the stays abroad"),))
    if time.waits_for:
        return wanted.found(view, Status.OPEN, Message("The birth date decides it."), missing=_missing(time))
    if time.barred:
        return wanted.found(view, Status.NOT_MET, Message("With the present title this right is barred."), used=title)
    return wanted.found(view, Status.NOT_MET, Message("Time with the present title does not count."), used=title)


def _dated(held: Held, wanted: Requirement, time: Time, met_on: date) -> Finding:
    view, reached = held.view, met_on <= held.view.on
    kept = time.possession
    if kept is None:
        return wanted.found(view, Status.NOT_REQUIRED, Message("No time is asked for."))
    explanation = (Message("Met since {date}; counted from {start}.", date=met_on, start=kept.start) if reached
                   else Message("Met from {date}; counted from {start}.", date=met_on, start=kept.start))
    facts = tuple(Used(Message("{title} since {date}", title=stretch.title, date=stretch.start), stretch.ref)
                  for stretch in kept.stretches)
    found = wanted.found(view, Status.MET if reached else Status.NOT_MET, explanation, missing=_missing(time),
                         used=(*facts, *_told(view)))
    return replace(found, since=met_on if reached else None, earliest=met_on)


def _missing(time: Time) -> tuple[Message, ...]:
    return tuple(MISSING[name] for name in time.waits_for)


def _told(view: LegalView) -> tuple[Used, ...]:
    """Other facts that the day rests on, where a record tells them."""
    return tuple(used(view, name, words) for name, words in (
        (DOMESTIC, Message("qualification from Germany")), (EMPLOYED, Message("employment with the Blue Card")))
        if name in view.sources)
