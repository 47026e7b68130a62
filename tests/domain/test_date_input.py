"""What counsellors type into a date field, and what it means."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.date_input import DateProblem, months_later, read_date, read_time
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.texts import Texts

TODAY = date(2026, 11, 23)
days = st.dates(date(1900, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("03.02.25", "2025-02-03"),
        ("3.2.2025", "2025-02-03"),
        (" 3. 2. 2025 ", "2025-02-03"),
        ("3/2/2025", "2025-02-03"),
        ("03022025", "2025-02-03"),
        ("030225", "2025-02-03"),
        ("2019-05-03", "2019-05-03"),
        ("3.2.", "2027-02-03"),
        ("1.6.", "2026-06-01"),
        ("24.5.", "2027-05-24"),
        ("1.12", "2026-12-01"),
        ("3. Mai 2019", "2019-05-03"),
        ("3 March 19", "2019-03-03"),
        ("14. märz", "2027-03-14"),
        ("heute", "2026-11-23"),
        ("Today", "2026-11-23"),
        ("gestern", "2026-11-22"),
        ("MORGEN", "2026-11-24"),
        ("übermorgen", "2026-11-25"),
        ("+6w", "2027-01-04"),
        ("+3t", "2026-11-26"),
        ("+3 d", "2026-11-26"),
        ("+2m", "2027-01-23"),
        ("+1j", "2027-11-23"),
        ("+1y", "2027-11-23"),
        ("-2w", "2026-11-09"),
        ("+2 Wochen", "2026-12-07"),
    ],
)
def test_whole_dates(typed: str, iso: str) -> None:
    assert read_date(typed, TODAY).iso == iso


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("2019", "2019"), ("5/2019", "2019-05"), ("05.2019", "2019-05"), ("2019-05", "2019-05"), ("Mai 2019", "2019-05")],
)
def test_partial_dates_only_where_they_are_allowed(typed: str, iso: str) -> None:
    assert read_date(typed, TODAY, partial=True).iso == iso
    with pytest.raises(DateProblem, match="whole date"):
        read_date(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("1.1.30", "1930-01-01"), ("24.11.26", "1926-11-24"), ("23.11.26", "2026-11-23"), ("3.12.", "2025-12-03")],
)
def test_births_lie_in_the_past(typed: str, iso: str) -> None:
    assert read_date(typed, TODAY, prefer_past=True).iso == iso


@pytest.mark.parametrize(("typed", "iso"), [("1.1.46", "2046-01-01"), ("1.1.47", "1947-01-01")])
def test_two_digit_years_reach_twenty_years_ahead(typed: str, iso: str) -> None:
    assert read_date(typed, TODAY).iso == iso


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31.02.2025", "There is no day 31: February 2025 has 28 days."),
        ("29.2.", "There is no day 29: February 2026 has 28 days."),
        ("0.5.2025", "There is no day 0: May 2025 has 31 days."),
        ("3.13.2025", "There is no month 13. Months go from 1 to 12."),
        ("1.1.0001", "The year 1 is out of reach. It must lie between 1850 and 2199."),
        ("+9999j", "The year 12025 is out of reach. It must lie between 1850 and 2199."),
        ("soon", "This is not a date. Write it like 03.02.2025, 3.2. or +6w."),
        ("' OR 1=1 --", "This is not a date. Write it like 03.02.2025, 3.2. or +6w."),
        ("+3q", "This is not a date. Write it like 03.02.2025, 3.2. or +6w."),
        ("Mai", "This is not a date. Write it like 03.02.2025, 3.2. or +6w."),
        ("", "Please enter a date."),
    ],
)
def test_faults_are_said_in_words(typed: str, sentence: str) -> None:
    with pytest.raises(DateProblem) as caught:
        read_date(typed, TODAY)
    assert Texts("en")(caught.value.message) == sentence


@given(days, days)
def test_every_date_reads_back_as_it_is_written(day: date, today: date) -> None:
    assert read_date(f"{day:%d.%m.%Y}", today).exact == day
    assert read_date(day.isoformat(), today, prefer_past=True).exact == day


@given(st.dates(date(1850, 1, 1), date(2199, 12, 31)), st.sampled_from([1, 2, 3]))
def test_partial_dates_read_back(day: date, known: int) -> None:
    parts = (day.year, day.month, day.day)[:known]
    assert read_date(str(PartialDate(*parts)), TODAY, partial=True) == PartialDate(*parts)


@given(days, st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_a_past_date_is_never_after_today(day: date, today: date) -> None:
    for typed in (f"{day:%d.%m.%y}", f"{day:%d.%m.}"):
        try:
            found = read_date(typed, today, prefer_past=True).exact
        except DateProblem:
            assert (day.month, day.day) == (2, 29)
        else:
            assert found is not None
            assert found <= today


@given(days, days)
def test_a_date_without_a_year_is_at_most_half_a_year_away(day: date, today: date) -> None:
    if (day.month, day.day) != (2, 29):
        found = read_date(f"{day:%d.%m.}", today).exact
        assert found is not None
        assert abs(found - today) <= timedelta(days=183)


@given(st.text(max_size=20), st.booleans(), st.booleans())
def test_any_text_is_a_date_or_a_problem(typed: str, partial: bool, past: bool) -> None:
    try:
        found = read_date(typed, TODAY, partial=partial, prefer_past=past)
    except DateProblem as problem:
        assert Texts("en")(problem.message)
    else:
        assert partial or found.exact is not None


@given(days, st.integers(-600, 600))
def test_months_later_moves_months_and_never_overshoots(day: date, months: int) -> None:
    try:
        moved = months_later(day, months)
    except DateProblem:
        return
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


@pytest.mark.parametrize("typed", ["9:30", "9.30", "930", "0930", " 09:30 ", "9 30", "9:30 Uhr"])
def test_times_of_day(typed: str) -> None:
    assert read_time(typed) == time(9, 30)


def test_a_full_hour_is_enough() -> None:
    assert read_time("14") == time(14)
    assert read_time("14 Uhr") == time(14)


@pytest.mark.parametrize("typed", ["25:00", "9:75", "half past nine", "", "-1"])
def test_no_time_of_day(typed: str) -> None:
    with pytest.raises(DateProblem, match="time"):
        read_time(typed)
