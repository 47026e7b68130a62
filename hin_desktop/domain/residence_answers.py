"""The answers on settlement, rights to stay, course and § 12a, as window and paper show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from hin_desktop.domain import course_rights as course
from hin_desktop.domain import residence_duty as duty
from hin_desktop.domain import stay_rights as stay
from hin_desktop.domain.answers import Answer
from hin_desktop.domain.course_rights import Access, CourseRights
from hin_desktop.domain.path_drawing import Role
from hin_desktop.domain.residence_duty import ResidenceDuty
from hin_desktop.domain.settlement.assessment import Settlement, SettlementRight
from hin_desktop.domain.settlement.requirements import NAMES as SETTLEMENT
from hin_desktop.domain.stay_rights import StayRight
from hin_desktop.errors import Message, Plural

ACCESS: Final = {
    Access.CLAIM: (Message("Claim to the integration course"), Role.MET),
    Access.ADMISSION: (Message("Integration course only by admission"), Role.SOON),
    Access.RESETTLER: (Message("Integration course free of charge"), Role.MET),
    Access.NONE: (Message("No access to the integration course"), Role.MUTED),
}


def settlement(found: Settlement | None) -> list[Answer]:
    """Every way to a permanent right, the proposed one first."""
    rights = () if found is None else (found.proposed, *found.alternatives)
    return [Answer(right.basis, Message("{right}", right=right.rule), _time(right.time_met_on, found.on),
                   _tone(right, found.on), tuple(_settlement_lines(right)), right.findings, SETTLEMENT,
                   Message("{citation}", citation=_told_apart(right, rights)))
            for right in rights if found is not None]


def stay_rights(found: tuple[StayRight, ...], on: date) -> list[Answer]:
    """The rights that may come into question without a title."""
    return [Answer(right.code, Message("{right}", right=right.rule), _time(right.time_met_on, on), Role.ACCENT,
                   (Message("{right}", right=right.rule),),
                   right.findings, stay.NAMES, Message("{citation}", citation=right.rule.citation)) for right in found]


def course_answers(found: CourseRights | None, on: date) -> list[Answer]:
    """The way into the course, with the days that run."""
    if found is None:
        return []
    headline, tone = ACCESS[found.access]
    return [Answer("course", Message("Integration course"), headline, tone, tuple(_course_lines(found, on)),
                   found.findings, course.NAMES)]


def duty_answers(found: ResidenceDuty | None, on: date) -> list[Answer]:
    """How long somebody is bound to a place."""
    if found is None:
        return []
    day = found.ends_on.day if found.ends_on is not None else None
    if day is None:
        headline, tone = Message("Bound to the place; until when is not to be said yet"), Role.SOON
    elif day <= on:
        headline, tone = Message("Free choice of residence"), Role.MET
    else:
        headline, tone = Message("Free choice of residence from {date}", date=day), Role.ACCENT
    over = day is not None and day <= on  # then nothing has to be let off any more
    findings = (found.free_choice,) if over else found.findings
    return [Answer("residence_duty", Message("Residence duty"), headline, tone, (), findings, duty.NAMES)]


def _told_apart(right: SettlementRight, rights: tuple[SettlementRight, ...]) -> str:
    """Where the right is written; of two in one paragraph, where its time is (§ 26 Abs. 3 S. 1 and S. 3)."""
    alike = [each for each in rights if each.rule.citation == right.rule.citation]
    time = right.finding("TIME") if len(alike) > 1 else None
    return right.rule.citation if time is None else time.rule.citation


def _time(day: date | None, on: date) -> Message:
    """Time only: 'Zeit erfüllt ab …', never a result."""
    if day is None:
        return Message("Time: not to be said from the present title")
    return Message("Time met") if day <= on else Message("Time met from {date}", date=day)


def _tone(right: SettlementRight, on: date) -> Role:
    met = right.time_met_on is not None and right.time_met_on <= on
    return Role.MET if met and not right.missing else Role.SOON if right.time_met_on is None else Role.ACCENT


def _settlement_lines(right: SettlementRight) -> Iterator[Message]:
    """What stands beside the day."""
    yield Message("{right}", right=right.rule)
    if right.missing or right.open:
        yield Message("{missing}, {open}", missing=Plural("{n} not met", "{n} not met", len(right.missing)),
                      open=Plural("{n} open", "{n} open", len(right.open)))
    if right.with_b1 is not None:
        yield Message("With German B1 from {date}", date=right.with_b1)
    if right.with_a1 is not None:
        yield Message("With German A1 from {date}", date=right.with_a1)
    if right.needs:
        yield Message("Needs German {level}", level=right.needs)
    if right.lenient is not None:
        yield Message("With gaps disregarded by discretion (§ 85 AufenthG): {date}", date=right.lenient)


def _course_lines(found: CourseRights, on: date) -> Iterator[Message]:
    """The days, and what can oblige."""
    days = found.days
    if days.secured:
        yield Message("Registered in time: the right is secured.")
    elif days.entitlement_lapses_on is not None:
        day = days.entitlement_lapses_on.day
        yield (Message("Register by {date}, else the right lapses.", date=day) if on <= day
               else Message("Without registration the right lapsed on {date}.", date=day))
    if days.lapse_without_start_on is not None:
        yield Message("The course must begin by {date}.", date=days.lapse_without_start_on.day)
    if days.refund_deadline is not None and days.refund_deadline_special_course is not None:
        yield Message("Half of the fee back: passed by {date}, in special courses by {special}.",
                      date=days.refund_deadline.day, special=days.refund_deadline_special_course.day)
    if found.income_limits:
        yield Message("Free on application up to {amount} gross a month (with one child {one}, with more {more}).",
                      amount=found.income_limits[0], one=found.income_limits[1], more=found.income_limits[2])
    for ground in found.duties:
        if ground.applies is not False:
            yield Message("{ground} (possible)", ground=ground.rule)
