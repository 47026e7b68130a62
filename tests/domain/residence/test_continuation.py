"""§ 2 UkraineAufenthFGV: titles under § 24 that were valid on 01.02.2026 go on to 04.03.2027 without an application."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Facts, Segment
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.continuation import continues, lasting
from hin_desktop.domain.residence.timeline import timeline
from tests.domain.law_desk import BOOK, TODAY, view

LAW = BOOK.on(TODAY)


def segment(code: str, start: str, until: str | None = None) -> Segment:
    return Segment(code, PartialDate.from_iso(start), PartialDate.from_iso(until) if until else None)


def ends(*segments: Segment, on: date = TODAY) -> list[str]:
    return [each.until.iso if each.until else "" for each in lasting(segments, BOOK.on(on))]


@pytest.mark.parametrize(("start", "until", "last"), [
    ("2024-03-04", "2026-03-04", "2027-03-04"),  # valid on the cut-off day
    ("2024-03-04", "2026-02-01", "2027-03-04"),  # on that very day
    ("2024-03-04", "2026-01-31", "2026-01-31"),  # over the day before
    ("2026-02-02", "2026-12-31", "2026-12-31"),  # issued after it
    ("2024-03-04", "2028-03-04", "2028-03-04"),  # printed longer than the ordinance
    ("2024-03-04", None, "2027-03-04"),
])  # fmt: skip
def test_what_was_valid_on_the_day_goes_on(start: str, until: str | None, last: str) -> None:
    assert ends(segment("AE_24", start, until)) == [last]


def test_no_other_title_and_not_before_the_ordinance() -> None:
    assert ends(segment("AE_25_3", "2024-03-04", "2026-03-04")) == ["2026-03-04"]
    assert ends(segment("AE_24", "2024-03-04", "2026-03-04"), on=date(2025, 9, 30)) == ["2026-03-04"]


def test_what_is_issued_anew_continues_no_more() -> None:
    old, new = segment("AE_24", "2024-03-04", "2026-03-04"), segment("AE_18A", "2026-08-01", "2026-12-01")
    assert ends(old, new) == ends(new, old)[::-1] == ["2026-07-31", "2026-12-01"]
    assert ends(old, segment("AE_18A", "2026-02-15")) == ["2026-03-04", ""]


def test_asking_twice_changes_nothing_and_there_is_no_gap_before_what_follows() -> None:
    found = lasting((segment("AE_24", "2024-03-04", "2026-03-04"), segment("AE_18A", "2026-08-01")), LAW)
    assert lasting(found, LAW) == found
    assert [continues(each, LAW) for each in found] == [True, False]
    line = timeline(view(Facts(segments=found))).stretches
    assert [(each.start.isoformat(), each.code) for each in line] == [("2024-03-04", "AE_24"), ("2026-08-01", "AE_18A")]
    assert line[0].until == date(2026, 7, 31)
