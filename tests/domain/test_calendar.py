"""The two kinds of periods: the examples of facts.md § 0.3 and the sums of C38, and the edges of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.calendar import (
    DayKind,
    LegalDay,
    Span,
    Unit,
    age_on,
    back,
    completes_age,
    first_day_after,
    holiday,
    last_day,
    next_working_day,
    shifted,
)

NRW = "NW"


def span(text: str) -> Span:
    length, unit = text.split()
    return Span(int(length), Unit(unit))


@pytest.mark.parametrize(("start", "length", "expected"), [
    ("2020-02-29", "5 years", "2025-03-01"),  # facts.md § 0.3
    ("2025-03-31", "21 months", "2026-12-31"),  # C38
    ("2024-11-30", "27 months", "2027-03-01"),  # C38
    ("2021-11-22", "5 years", "2026-11-22"),
    ("2024-02-29", "4 years", "2028-02-29"),
    ("2025-12-31", "2 months", "2026-03-01"),
    ("2025-12-15", "1 months", "2026-01-15"),
    ("2025-01-31", "11 months", "2025-12-31"),
    ("2025-11-30", "1 months", "2025-12-30"),
    ("2025-08-31", "0 days", "2025-08-31"),
    ("2025-12-20", "2 weeks", "2026-01-03"),
    ("2025-12-20", "10 days", "2025-12-30"),
])
def test_a_span_that_began_is_over_on_its_first_day(start: str, length: str, expected: str) -> None:
    """The start counts (§ 187 Abs. 2 BGB); a missing day is the first of the next month."""
    found = first_day_after(date.fromisoformat(start), span(length))
    assert found == LegalDay(date.fromisoformat(expected), DayKind.FIRST)


@pytest.mark.parametrize(("event", "length", "expected"), [
    ("2026-01-31", "1 months", "2026-02-28"),  # facts.md § 0.3
    ("2025-08-31", "6 months", "2026-02-28"),  # facts.md § 0.3
    ("2023-03-01", "6 months", "2023-09-01"),
    ("2024-02-29", "1 years", "2025-02-28"),
    ("2023-08-30", "6 months", "2024-02-29"),
    ("2026-01-10", "2 weeks", "2026-01-24"),
    ("2026-12-30", "4 days", "2027-01-03"),
    ("2026-12-01", "1 months", "2027-01-01"),
])
def test_a_span_after_an_event_ends_on_its_last_day(event: str, length: str, expected: str) -> None:
    """The day of the event does not count (§ 187 Abs. 1 BGB); a missing day is the last of its month."""
    found = last_day(date.fromisoformat(event), span(length))
    assert found == LegalDay(date.fromisoformat(expected), DayKind.LAST)


def test_a_window_looks_back() -> None:
    assert back(date(2026, 11, 22), span("5 years")) == date(2021, 11, 22)
    assert back(date(2024, 2, 29), span("3 years")) == date(2021, 2, 28)
    assert back(date(2026, 1, 15), span("1 months")) == date(2025, 12, 15)
    assert back(date(2026, 1, 3), span("2 weeks")) == date(2025, 12, 20)


def test_a_remedy_is_shifted_off_the_weekend() -> None:
    """facts.md § 0.3: the month after 31.01.2026 ends on a Saturday, so Monday 02.03.2026."""
    saturday = last_day(date(2026, 1, 31), span("1 months"))
    assert shifted(saturday, NRW) == LegalDay(date(2026, 3, 2), DayKind.LAST, date(2026, 2, 28))
    holiday_of_the_land = LegalDay(date(2026, 6, 4), DayKind.LAST)
    assert shifted(holiday_of_the_land, NRW) == LegalDay(date(2026, 6, 5), DayKind.LAST, date(2026, 6, 4))
    assert shifted(holiday_of_the_land, "BE") is holiday_of_the_land
    monday = LegalDay(date(2026, 3, 2), DayKind.LAST)
    assert shifted(monday, NRW) is monday


@pytest.mark.parametrize(("day", "land", "expected"), [
    ("2026-11-20", NRW, "2026-11-20"),  # a Friday
    ("2026-11-22", NRW, "2026-11-23"),  # a Sunday
    ("2026-04-03", NRW, "2026-04-07"),  # Good Friday to the Tuesday after Easter
    ("2026-06-04", NRW, "2026-06-05"),  # Corpus Christi
    ("2026-06-04", "BE", "2026-06-04"),
    ("2026-06-04", "", "2026-06-04"),
    ("2026-12-25", "", "2026-12-28"),  # two holidays and a Sunday
    ("2027-12-31", NRW, "2027-12-31"),
    ("2028-01-01", NRW, "2028-01-03"),
])
def test_the_next_working_day_knows_the_land(day: str, land: str, expected: str) -> None:
    assert next_working_day(date.fromisoformat(day), land) == date.fromisoformat(expected)


def test_holidays_have_a_name() -> None:
    assert holiday(date(2026, 10, 3), "") == "Tag der Deutschen Einheit"
    assert holiday(date(2026, 11, 1), NRW) == "Allerheiligen"
    assert holiday(date(2026, 11, 2), NRW) == ""


def test_age_is_completed_with_the_birthday() -> None:
    """The end of the day before it; born on 29 February, the first of March in common years (§ 187 Abs. 2 S. 2)."""
    assert completes_age(date(2010, 10, 2), 16) == date(2026, 10, 2)
    assert completes_age(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert completes_age(date(2008, 2, 29), 20) == date(2028, 2, 29)


@pytest.mark.parametrize(("born", "day", "age"), [
    ("2010-11-22", "2026-11-22", 16), ("2010-11-23", "2026-11-22", 15), ("2008-02-29", "2026-02-28", 17),
    ("2008-02-29", "2026-03-01", 18), ("2026-05-05", "2026-05-05", 0), ("2010-01-01", "2026-12-31", 16),
])
def test_age_on_a_day(born: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


def test_a_span_is_months_or_days() -> None:
    spans = [span(text) for text in ("2 years", "7 months", "3 weeks", "5 days")]
    assert [each.months for each in spans] == [24, 7, 0, 0]
    assert [each.days for each in spans] == [0, 0, 21, 5]
