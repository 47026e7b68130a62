from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.periods import (
    Expiry,
    current_on,
    days_until,
    expiring,
    gaps,
    overlaps,
    running_on,
)


@dataclass(frozen=True)
class Title:
    valid_from: PartialDate | None
    valid_until: PartialDate | None


def title(start: str | None, end: str | None = None) -> Title:
    return Title(PartialDate.from_iso(start) if start else None, PartialDate.from_iso(end) if end else None)


def test_both_days_belong_to_a_period() -> None:
    own = title("2025-01-15", "2026-01-14")
    assert [current_on([own], day) for day in (date(2025, 1, 15), date(2026, 1, 14))] == [own, own]
    assert current_on([own], date(2026, 1, 15)) is None


def test_of_several_the_one_that_lasts_longest_is_current() -> None:
    short, long = title("2025", "2026"), title("2024")
    assert running_on([short, title(None), long], date(2025, 6, 1)) == (long, short)


def test_overlap_is_named_only_when_it_is_certain() -> None:
    first, second = title("2024-01-01", "2025-06-30"), title("2025-06-30", "2026-06-29")
    assert overlaps([second, first]) == ((first, second),)
    assert overlaps([title("2024", "2025"), title("2025-06-30")]) == ()


def test_gap_is_given_by_its_first_and_last_day() -> None:
    periods = [title("2025-03-01"), title("2024-01-01", "2024-12-31"), title("2024-02-01", "2024-03-01")]
    assert gaps(periods) == ((date(2025, 1, 1), date(2025, 2, 28)),)
    assert gaps([title("2024", "2024"), title("2025")]) == ()


@pytest.mark.parametrize(
    ("end", "days"), [("2027-01-14", 52), ("2026-11-23", 0), ("2026-11-20", -3), ("2027-03-23", 120), ("2027-03", 98)]
)
def test_title_ends_within_the_time(end: str, days: int) -> None:
    expiry = expiring([title("2024", end)], date(2026, 11, 23), 120)
    assert expiry is not None
    assert expiry.days_left == days


@pytest.mark.parametrize("others", [[], [title("2026-12-01")], [title("2026-12-01", "2029-11-30")]])
def test_followed_or_later_titles_do_not_expire(others: list[Title]) -> None:
    last = title("2024", "2027-03-24") if not others else title("2024", "2026-12-15")
    assert expiring([*others, last], date(2026, 11, 23), 120) is None


def test_an_expiry_names_the_title_and_its_last_safe_day() -> None:
    short, long = title("2020", "2022"), title("2023", "2026-12")
    assert expiring([short, title(None, "2030"), long], date(2026, 11, 23), 120) == Expiry(long, date(2026, 12, 1), 8)
    assert expiring([], date(2026, 11, 23), 120) is None
    assert expiring([title(None)], date(2026, 11, 23), 120) is None
    same_end = [title("2020", "2026-12-01"), title("2021", "2026-12-01")]
    found = expiring(same_end, date(2026, 11, 23), 120)
    assert found is not None and found.period is same_end[1]


def test_open_ends_overlap() -> None:
    first, second = title("2024-01-01"), title("2025-01-01")
    assert overlaps([second, title(None), first]) == ((first, second),)


def test_days_until() -> None:
    assert days_until(date(2027, 1, 14), date(2026, 11, 23)) == 52


days = st.dates(date(2015, 1, 1), date(2030, 12, 31)).map(PartialDate.of)


@given(st.lists(st.builds(Title, days, st.none() | days), max_size=6), st.dates(date(2015, 1, 1), date(2030, 12, 31)))
def test_nothing_runs_within_a_gap(periods: list[Title], day: date) -> None:
    if any(first <= day <= last for first, last in gaps(periods)):
        assert running_on(periods, day) == ()
