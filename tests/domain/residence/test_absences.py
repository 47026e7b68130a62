"""Stays abroad: which interrupt, and how many days they are (§ 12b Abs. 1 StAG, § 4a Abs. 6 FreizügG/EU)."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Absence, AbsenceReason, Facts
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.absences import all_away, days_away, interrupting, under_eu_rule
from tests.domain.law_desk import TODAY, view
from tests.domain.residence.test_timeline import since


def away(departed: str, returned: str = "", reason: str = "OTHER", deadline: date | None = None) -> Absence:
    return Absence(PartialDate.from_iso(departed), PartialDate.from_iso(returned) if returned else None, deadline,
                   AbsenceReason(reason))


def interrupted(*absences: Absence, eu: bool = False, on: date = TODAY) -> list[str]:
    """The days of return from those that interrupt; 'away' for one that goes on."""
    found = interrupting(view(Facts(absences=absences), on), eu=eu)
    return [str(each.returned) if each.returned else "away" for each in found]


@pytest.mark.parametrize(("absence", "over"), [
    (away("2023-03-01", "2023-09-01"), False), (away("2023-03-01", "2023-09-02"), True),
    (away("2023-08-31", "2024-02-29"), False), (away("2023-08-31", "2024-03-01"), True),
    (away("2026-05-22"), False), (away("2026-05-21"), True), (away("2023-02", "2023-08"), True),
    (away("2023-01-01", "2023-10-31", deadline=date(2023, 10, 31)), False),
    (away("2023-01-01", "2023-11-01", deadline=date(2023, 10, 31)), True),
    (away("2026-01-01", deadline=date(2026, 11, 22)), False), (away("2026-01-01", deadline=date(2026, 11, 21)), True),
    (away("2023-03-01", "2023-07-01", deadline=date(2023, 5, 1)), False), (away("2026-11-23", "2028-01-01"), False),
    (away("2026-10-01", "2028-01-01"), False), (away("2022-01-01", "2023-06-01", "STUDY"), True),
    (away("2022-01-01", "2023-06-01", "MILITARY"), True),
])
def test_over_six_months_or_the_deadline(absence: Absence, over: bool) -> None:
    assert bool(interrupted(absence)) == over


def test_the_oldest_first_and_those_still_away_last() -> None:
    absences = (away("2024-01-01"), away("2024-01-01", "2024-12-01"), away("2022", "2023-01"))
    assert interrupted(*absences) == ["2023-01-31", "2024-12-01", "away"]
    first = all_away(view(Facts(absences=absences)))[0]
    assert (first.departed, first.returned, first.absence) == (date(2022, 1, 1), date(2023, 1, 31), absences[2])


@pytest.mark.parametrize(("absences", "returns"), [
    ([away("2022-02-01", "2022-08-01")], []), ([away("2022-02-01", "2022-08-02")], ["2022-08-02"]),
    ([away("2022-02-10", "2022-05-10"), away("2022-11-01", "2023-02-01")], []),  # 89 + 92, the days of six months
    ([away("2022-02-10", "2022-05-10"), away("2022-11-01", "2023-02-02")], ["2023-02-02"]),
    ([away("2022-02-01", "2022-05-02"), away("2023-02-01", "2023-05-02"), away("2023-05-03", "2023-06-30")], []),
    ([away("2022-01-01", "2022-05-01"), away("2023-05-01", "2023-09-01")], []),  # a year lies between
    ([away("2022-03-01", "2023-03-01", "ILLNESS")], []),
    ([away("2022-03-01", "2023-03-02", "ILLNESS")], ["2023-03-02"]),
    ([away("2022-03-01", "2022-12-01", reason) for reason in ("CHILDBIRTH",)], []),
    ([away("2022-03-01", "2022-12-01", reason) for reason in ("OTHER",)], ["2022-12-01"]),
    ([away("2020-03-01", "2020-12-01", "STUDY"), away("2022-03-01", "2022-12-01", "POSTING")], ["2022-12-01"]),
    ([away("2020-03-01", "2020-05-01", "STUDY"), away("2022-03-01", "2022-12-01", "POSTING")], []),
    ([away("2022-01-01", "2022-05-01", "VOCATIONAL_TRAINING"), away("2022-08-01", "2022-11-01")], []),
    ([away("2022-01-01", "2022-05-01"), away("2022-06-01", "2022-11-01", "ILLNESS"), away("2022-12-01", "2022-12-20")],
     []),
    ([away("2021-01-01", "2022-06-01", "MILITARY"), away("2022-07-01", "2022-12-31")], []),
    ([away("2021-01-01", "2022-06-01", "MILITARY"), away("2022-07-01", "2023-02-01")], ["2023-02-01"]),
    ([away("2022-01-01", "2022-08-01"), away("2022-10-01", "2022-11-01")], ["2022-08-01", "2022-11-01"]),
    ([away("2026-05-01")], ["away"]), ([away("2026-06-01")], []),
])
def test_the_rule_for_union_citizens(absences: list[Absence], returns: list[str]) -> None:
    assert interrupted(*absences, eu=True) == returns


@pytest.mark.parametrize(("facts", "eu"), [
    (Facts(nationality=("FRA",)), True), (Facts(nationality=("TUR", "ISL")), True),
    (Facts(nationality=("CHE",)), False), (Facts(nationality=("TUR",)), False),
    (Facts(nationality=("GBR",), segments=(since("GB_16", "2020-01-01"),)), True),
    (Facts(segments=(since("EU_FAM_5", "2015-01-01", "2016-01-01"), since("AE_18A", "2017-01-01"))), True),
    (Facts(segments=(since("EU_3A", "2026-11-22"),)), True), (Facts(segments=(since("EU_3A", "2026-11-23"),)), False),
    (Facts(segments=(since("CH_FZA", "2020-01-01"),)), False),
])
def test_who_is_under_the_eu_rule(facts: Facts, eu: bool) -> None:
    assert under_eu_rule(view(facts)) is eu


def test_days_abroad_are_return_less_departure_each_once() -> None:
    absences = (away("2025-03-01", "2025-04-01"), away("2025-03-10", "2025-03-20"), away("2025-03-25", "2025-04-11"),
                away("2026-11-01"), away("2020-01-01", "2025-01-31"), away("2026-12-01", "2026-12-24"))
    assert days_away(view(Facts(absences=absences)), date(2025, 1, 1)) == 30 + 41 + 21
    assert days_away(view(Facts(absences=absences)), date(2025, 3, 31)) == 11 + 21
    assert days_away(view(Facts()), date(2025, 1, 1)) == 0
