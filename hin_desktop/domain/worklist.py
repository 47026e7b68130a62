"""What waits for a counsellor today: people not heard of, next steps that are due, open letters.

What runs out by law is in `deadlines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hin_desktop.domain.names import PersonName
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.periods import days_until
from hin_desktop.errors import Message, Plural


class WorkKind(StrEnum):
    """What an item is about."""

    CONTACT = "contact"
    NEXT_STEP = "next_step"
    NOTICE = "notice"


class Tone(StrEnum):
    """How urgent, in the order of the list."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class OpenCase:
    """An open case with the day of the last consultation, None if there was none."""

    client_id: int
    name: PersonName
    case_id: int
    opened_on: date
    last_contact: date | None


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step agreed in a consultation and not done."""

    client_id: int
    name: PersonName
    consultation_id: int
    agreed: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """A letter that is not done. `last_day` None: no day is known; `urgent`: something about it presses now."""

    client_id: int
    name: PersonName
    notice_id: int
    kind: str
    last_day: date | None
    urgent: bool


@dataclass(frozen=True, slots=True)
class WorkLimits:
    """From when on silence is shown; within `soon_days` it is soon, after that later."""

    silent_weeks: int
    soon_days: int


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One line of Heute. `text`: what the counsellor wrote, or the code of the letter; `when`: how urgent.

    `due` is the day it is about (None: no day was agreed), `ref` the record that opens.
    """

    kind: WorkKind
    tone: Tone
    client_id: int
    name: PersonName
    ref: RecordRef
    text: str
    when: Message
    due: date | None


def worklist(
    cases: Iterable[OpenCase],
    steps: Iterable[NextStep],
    on: date,
    limits: WorkLimits,
    letters: Iterable[OpenLetter] = (),
) -> tuple[WorkItem, ...]:
    """Everything that waits on this day, the most urgent first; the order of the input does not matter."""
    items = [*_silent(cases, on, limits), *_steps(steps, on, limits), *_letters(letters, on, limits)]
    return tuple(sorted(items, key=_urgency))


def _urgency(item: WorkItem) -> tuple[int, date, str, str, int]:
    return (list(Tone).index(item.tone), item.due or date.max, item.name.sort_key, item.kind, item.ref.id)


def _silent(cases: Iterable[OpenCase], on: date, limits: WorkLimits) -> Iterable[WorkItem]:
    for case in cases:
        last = case.last_contact or case.opened_on
        if on - last < timedelta(weeks=limits.silent_weeks):
            continue
        weeks = (on - last) // timedelta(weeks=1)
        when = Plural("no contact for {n} week", "no contact for {n} weeks", weeks)
        ref = RecordRef("case", case.case_id)
        yield WorkItem(WorkKind.CONTACT, Tone.SOON, case.client_id, case.name, ref, "", when, last)


def _steps(steps: Iterable[NextStep], on: date, limits: WorkLimits) -> Iterable[WorkItem]:
    for step in steps:
        ref = RecordRef("consultation", step.consultation_id)
        days = None if step.due_on is None else days_until(step.due_on, on)
        tone = Tone.LATER if days is None else tone_of(days, limits.soon_days)
        when = Message("no date agreed") if days is None else due_words(days)
        yield WorkItem(WorkKind.NEXT_STEP, tone, step.client_id, step.name, ref, step.agreed, when, step.due_on)


def _letters(letters: Iterable[OpenLetter], on: date, limits: WorkLimits) -> Iterable[WorkItem]:
    """A letter whose day is not known never waits until later."""
    for letter in letters:
        ref, last = RecordRef("notice", letter.notice_id), letter.last_day
        if last is None:
            tone, when = Tone.OVERDUE if letter.urgent else Tone.SOON, Message("last day not known")
        else:
            days = days_until(last, on)
            tone, when = tone_of(days, limits.soon_days), due_words(days)
            tone = Tone.SOON if tone is Tone.LATER and letter.urgent else tone
        yield WorkItem(WorkKind.NOTICE, tone, letter.client_id, letter.name, ref, letter.kind, when, last)


def tone_of(days: int, soon_days: int) -> Tone:
    """How urgent a day is that is so many days away."""
    if days < 0:
        return Tone.OVERDUE
    return Tone.SOON if days <= soon_days else Tone.LATER


def due_words(days: int) -> Message:
    """How far a day is away: 'in 52 days', 'today', '3 days overdue'."""
    if days < 0:
        return Plural("{n} day overdue", "{n} days overdue", -days)
    near: Sequence[Message] = (Message("today"), Message("tomorrow"))
    return near[days] if days < len(near) else Plural("in {n} day", "in {n} days", days)
