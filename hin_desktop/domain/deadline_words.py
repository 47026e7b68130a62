"""Deadlines in the words of Heute, the overview and the header: what it is about, how far away, how urgent."""

from __future__ import annotations

from datetime import date
from typing import Final

from hin_desktop.domain.calendar import DayKind
from hin_desktop.domain.deadline import Deadline, DeadlineKind
from hin_desktop.domain.residence.periods import days_until
from hin_desktop.domain.worklist import Tone, due_words, tone_of
from hin_desktop.errors import Message

NAMES: Final = {
    DeadlineKind.TITLE: Message("Extend the residence title"),
    DeadlineKind.STATUS: Message("Extend the status"),
    DeadlineKind.TEMPORARY_PROTECTION: Message("Temporary protection ends"),
    DeadlineKind.FICTION: Message("Fiktionsbescheinigung ends"),
    DeadlineKind.CHILD_APPLICATION: Message("Apply for the child's title"),
    DeadlineKind.BENEFIT: Message("Apply for further benefits"),
    DeadlineKind.DOCUMENT: Message("Identity document ends"),
    DeadlineKind.COURSE_CLAIM: Message("Register for the integration course"),
    DeadlineKind.COURSE_START: Message("Begin the integration course"),
    DeadlineKind.COURSE_INTERRUPTION: Message("Go on with the integration course"),
    DeadlineKind.COURSE_REFUND: Message("Refund of the course fee"),
    DeadlineKind.PLAN_REVIEW: Message("Review the support plan"),
    DeadlineKind.RESIDENCE_DUTY: Message("Free choice of residence"),
    DeadlineKind.PROGRAMME: Message("Change from JMD to MBE"),
    DeadlineKind.SETTLEMENT_TIME: Message("Time for permanent residence"),
    DeadlineKind.NATURALISATION_TIME: Message("Time for naturalisation"),
}
WEEKS_OF_WORK: Final = frozenset({DeadlineKind.TITLE, DeadlineKind.STATUS, DeadlineKind.TEMPORARY_PROTECTION,
                                  DeadlineKind.FICTION})
"""What an authority takes weeks for: soon from the day on which it is shown."""


def urgency(deadline: Deadline, on: date, soon_days: int) -> Tone:
    """How much it presses; what only tells something never does."""
    if deadline.information:
        return Tone.LATER
    tone = tone_of(days_until(deadline.day.day, on), soon_days)
    return Tone.SOON if tone is Tone.LATER and deadline.kind in WEEKS_OF_WORK else tone


def when(deadline: Deadline, on: date) -> Message:
    """How far away it is; of what only tells something, once it is there, from or to which day."""
    days = days_until(deadline.day.day, on)
    if not deadline.information or days > 0:
        return due_words(days)
    if deadline.day.kind is DayKind.FIRST:
        return Message("since {date}", date=deadline.day.day)
    return Message("until {date}", date=deadline.day.day)
