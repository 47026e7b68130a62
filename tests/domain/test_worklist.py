from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.names import PersonName
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.worklist import (
    NextStep,
    OpenCase,
    OpenLetter,
    Tone,
    WorkLimits,
    due_words,
    worklist,
)
from hin_desktop.errors import Message, Plural

TODAY = date(2026, 11, 23)
LIMITS = WorkLimits(silent_weeks=8, soon_days=14)
NAME = PersonName("Yusuf", "Al-Masri")


def step(days: int | None, ref: int = 1) -> NextStep:
    return NextStep(1, NAME, ref, "Antrag abgeben", None if days is None else TODAY + timedelta(days=days))


def case(last: date | None, opened: date = date(2026, 1, 2)) -> OpenCase:
    return OpenCase(1, NAME, 5, opened, last)


def test_case_without_contact_for_eight_weeks() -> None:
    (item,) = worklist([case(date(2026, 9, 28))], [], TODAY, LIMITS)
    assert item.when == Plural("no contact for {n} week", "no contact for {n} weeks", 8)
    assert worklist([case(date(2026, 9, 29))], [], TODAY, LIMITS) == ()


def test_case_without_any_talk_counts_from_its_opening() -> None:
    assert worklist([case(None, date(2026, 11, 1))], [], TODAY, LIMITS) == ()
    assert len(worklist([case(None)], [], TODAY, LIMITS)) == 1


def test_most_urgent_comes_first_and_undated_last() -> None:
    steps = [step(None, 1), step(30, 2), step(0, 3), step(-2, 4)]
    items = worklist([], steps, TODAY, LIMITS)
    assert [item.ref.id for item in items] == [4, 3, 2, 1]
    assert [item.tone for item in items] == [Tone.OVERDUE, Tone.SOON, Tone.LATER, Tone.LATER]


@pytest.mark.parametrize(("days", "urgent", "tone", "when"), [
    (-1, False, Tone.OVERDUE, due_words(-1)), (0, False, Tone.SOON, Message("today")),
    (14, False, Tone.SOON, due_words(14)), (15, False, Tone.LATER, due_words(15)),
    (15, True, Tone.SOON, due_words(15)), (-1, True, Tone.OVERDUE, due_words(-1)),
    (None, False, Tone.SOON, Message("last day not known")), (None, True, Tone.OVERDUE, Message("last day not known")),
])  # fmt: skip
def test_a_letter_waits_by_its_last_day_and_never_later_without_one(
    days: int | None, urgent: bool, tone: Tone, when: Message
) -> None:
    last = None if days is None else TODAY + timedelta(days=days)
    (item,) = worklist([], [], TODAY, LIMITS, [OpenLetter(1, NAME, 7, "SGB2", last, urgent)])
    assert (item.tone, item.when, item.due, item.text) == (tone, when, last, "SGB2")
    assert (item.ref, item.client_id, item.name) == (RecordRef("notice", 7), 1, NAME)


def test_words_for_a_day() -> None:
    assert due_words(0) == Message("today")
    assert due_words(1) == Message("tomorrow")
    assert due_words(52) == Plural("in {n} day", "in {n} days", 52)
    assert due_words(-1) == Plural("{n} day overdue", "{n} days overdue", 1)


@given(st.lists(st.none() | st.integers(-400, 400), max_size=8), st.randoms())
def test_order_of_the_input_does_not_matter(due: list[int | None], dice: Random) -> None:
    steps = [step(days, ref) for ref, days in enumerate(due)]
    shuffled = dice.sample(steps, len(steps))
    assert worklist([], steps, TODAY, LIMITS) == worklist([], shuffled, TODAY, LIMITS)
