"""German by birth (§ 4 Abs. 3 StAG): the edges that the worked cases leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.facts import Facts
from hin_desktop.domain.law import LawBook
from hin_desktop.domain.naturalisation.birth import ByBirth, by_birth
from tests.domain.law_desk import BOOK, TODAY, view
from tests.domain.naturalisation.findings import day

Parent = tuple[str, str, str]  # title, held from, lawful since


def born(birthday: str, father: Parent, mother: Parent) -> ByBirth:
    facts: dict[str, object] = {"father_title": father[0], "mother_title": mother[0]}
    days = {"child_born_on": birthday, "father_title_from": father[1], "father_lawful_since": father[2],
            "mother_title_from": mother[1], "mother_lawful_since": mother[2]}
    return by_birth(view(Facts(**facts, **{name: day(text) for name, text in days.items() if text})))


@pytest.mark.parametrize(("birthday", "father", "mother", "german", "five_years_on"), [
    ("2026-05-01", ("NE_9", "2021-01-01", "2020-05-01"), ("EU_2", "2019-01-01", "2019-01-01"), True, "2024-01-01"),
    ("2026-05-01", ("NE_9", "2026-05-02", "2015-05-01"), ("EU_2", "2019-01-01", "2019-01-01"), True, "2024-01-01"),
    ("2026-05-01", ("NE_9", "2026-05-01", "2021-05-01"), ("", "", ""), True, "2026-05-01"),
    ("2026-05-01", ("AE_18A", "2015-01-01", "2015-01-01"), ("NE_9", "2025-01-01", "2022-02-01"), False, "2027-02-01"),
    ("2026-05-01", ("AE_18A", "2015-01-01", "2015-01-01"), ("AE_30", "2016-01-01", "2017-01-01"), False, "2020-01-01"),
    ("2026-05-01", ("EU_FAM_5", "2020-01-01", "2020-01-01"), ("", "", ""), True, "2025-01-01"),
    ("2026-05-01", ("GB_16", "2020-01-01", "2020-01-01"), ("", "", ""), True, "2025-01-01"),
    ("2026-05-01", ("CH_FZA", "2020-01-01", "2020-01-01"), ("", "", ""), True, "2025-01-01"),
    ("2026-05-01", ("ARB_180", "2020-01-01", "2020-01-01"), ("", "", ""), True, "2025-01-01"),
    ("2026-05-01", ("EU_3A", "2020-01-01", "2020-01-01"), ("", "", ""), None, "2025-01-01"),
    ("2026-05-01", ("EU_3A", "2020-01-01", "2022-01-01"), ("", "", ""), False, "2027-01-01"),
    ("2026-05-01", ("", "", ""), ("", "", ""), False, None),
    ("2026-05-01", ("NE_9", "", "2015-01-01"), ("", "", ""), None, "2020-01-01"),
    ("2026-05-01", ("NE_9", "", "2022-01-01"), ("", "", ""), False, "2027-01-01"),
    ("2026-05-01", ("NE_9", "2026-05", "2015-01-01"), ("", "", ""), None, "2020-01-01"),
    ("2026-05-01", ("NE_9", "2026-06", "2015-01-01"), ("", "", ""), False, "2020-01-01"),
    ("2026-04", ("NE_9", "2020-01-01", "2021-04-30"), ("", "", ""), None, "2026-04-30"),
    ("2026-04", ("NE_9", "2020-01-01", "2021-05-01"), ("", "", ""), False, "2026-05-01"),
    ("2026-04", ("NE_9", "2020-01-01", "2021-04-01"), ("", "", ""), True, "2026-04-01"),
    ("", ("NE_9", "2020-01-01", "2015-01-01"), ("", "", ""), None, "2020-01-01"),
    ("2024-06-27", ("NE_9", "2020-01-01", "2015-01-01"), ("", "", ""), True, "2020-01-01"),
    ("2024-06", ("NE_9", "2020-01-01", "2015-01-01"), ("", "", ""), None, "2020-01-01"),
    ("2026-05-01", ("", "", "2015-01-01"), ("AE_30", "2016-01-01", "2017-01-01"), None, "2020-01-01"),
    ("2026-05-01", ("", "", "2022-01-01"), ("", "", ""), False, "2027-01-01"),
])
def test_one_parent_is_enough(birthday: str, father: Parent, mother: Parent, german: bool | None,
                              five_years_on: str | None) -> None:
    expected = ByBirth(german, date.fromisoformat(five_years_on) if five_years_on else None)
    assert born(birthday, father, mother) == expected
    assert born(birthday, mother, father) == expected


def test_the_law_of_the_day_of_birth_counts() -> None:
    rule = BOOK.on(TODAY).rule("stag.residence_parent")
    book = LawBook([*(each for each in BOOK.rules if each != rule), replace(rule, valid_until=date(2026, 5, 31)),
                    replace(rule, value=Span(3, Unit.YEARS), valid_from=date(2026, 6, 1))])
    facts = Facts(mother_title="NE_9", mother_title_from=day("2023-01-01"), mother_lawful_since=day("2023-01-01"))
    answers = [by_birth(view(replace(facts, child_born_on=day(birthday)), TODAY, book)).german
               for birthday in ("2026-05-31", "2026-06-01", "2026")]
    assert answers == [None, True, None]
