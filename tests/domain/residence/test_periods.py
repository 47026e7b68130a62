from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.periods import current_on, days_until, gaps, overlaps, running_on


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
