"""The end of what is held last: by which rule, how early it is shown, and when there is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hin_desktop.domain import deadline_words
from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.deadline import Deadline, DeadlineKind
from hin_desktop.domain.deadlines import title_end
from hin_desktop.domain.facts import Facts, Segment
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.worklist import Tone, due_words
from tests.domain.law_desk import TODAY, view

LEAD = Span(120, Unit.DAYS)


def end_of(*held: tuple[str, str, str | None], lead: Span | None = LEAD) -> Deadline | None:
    segments = tuple(Segment(code, PartialDate.from_iso(start), PartialDate.from_iso(until) if until else None)
                     for code, start, until in held)
    return title_end(view(Facts(segments=segments)), lead)


@pytest.mark.parametrize(("lead", "shown"), [(None, 90), (LEAD, 120), (Span(7, Unit.DAYS), 7)])
def test_how_early_it_is_shown_is_the_organisations_word(lead: Span | None, shown: int) -> None:
    end = end_of(("AE_25_2_FL", "2024", "2027-03-22"), lead=lead)
    assert end is not None
    assert (end.kind, end.day.day - end.lead_from) == (DeadlineKind.TITLE, timedelta(days=shown))


@pytest.mark.parametrize(("code", "kind", "day", "days"), [
    ("AE_24", DeadlineKind.TEMPORARY_PROTECTION, date(2027, 3, 4), 120),
    ("FB_81_4", DeadlineKind.FICTION, date(2026, 3, 4), 42),
])  # fmt: skip
def test_fiction_and_temporary_protection_keep_their_own_time(
    code: str, kind: DeadlineKind, day: date, days: int
) -> None:
    end = end_of((code, "2024-03-04", "2026-03-04"), lead=Span(7, Unit.DAYS))
    assert end is not None
    assert (end.kind, end.day.day, end.day.day - end.lead_from) == (kind, day, timedelta(days=days))


@pytest.mark.parametrize("others", [
    [("AE_25_2_FL", "2026-12-16", None)], [("NE_26_3", "2026-12-01", None)], [("DEU", "2025-01-01", None)]])
def test_what_is_followed_by_something_without_an_end_does_not_end(others: list[tuple[str, str, str | None]]) -> None:
    assert end_of(("AE_25_2_FL", "2024", "2026-12-15"), *others) is None


def test_the_last_one_counts_also_after_temporary_protection_and_the_cautious_day_of_a_month() -> None:
    after = end_of(("AE_24", "2024-03-04", "2026-03-04"), ("AE_18A", "2026-08-01", "2026-12-01"))
    month = end_of(("AE_25_2_FL", "2024", "2027-03"))
    assert after is not None
    assert month is not None
    assert (after.kind, after.day.day, month.day.day) == (DeadlineKind.TITLE, date(2026, 12, 1), date(2027, 3, 1))


@pytest.mark.parametrize(("until", "tone"), [
    ("2027-01-14", Tone.SOON), ("2026-11-22", Tone.SOON), ("2026-11-21", Tone.OVERDUE)])
def test_a_title_presses_from_its_lead_time_on(until: str, tone: Tone) -> None:
    end = end_of(("AE_25_2_FL", "2024", until))
    assert end is not None
    assert deadline_words.urgency(end, TODAY, 14) is tone
    assert deadline_words.when(end, TODAY) == due_words((date.fromisoformat(until) - TODAY).days)


def test_every_kind_has_a_name() -> None:
    assert set(deadline_words.NAMES) == set(DeadlineKind)


def test_a_duldung_is_no_title_that_an_application_keeps_alive() -> None:
    end = end_of(("DU_60A", "2026-06-01", "2026-12-14"))
    assert end is not None
    assert (end.kind, end.citation) == (DeadlineKind.STATUS, "§ 60a Abs. 2 S. 1")
