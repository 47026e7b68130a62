"""The law as dated data: which version holds on which day, and a changed row changes what comes after it alone."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.catalogue import Mark
from hin_desktop.domain.facts import Facts, Segment
from hin_desktop.domain.law import BadLaw, LawBook, NoLaw, Rule
from hin_desktop.domain.law_reading import parse_law
from hin_desktop.domain.naturalisation.assessment import assess
from hin_desktop.domain.naturalisation.paths import Path
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.resources import read_text
from tests.domain.law_desk import BOOK, TODAY, view

DAY = timedelta(days=1)
CHANGE = date(2027, 1, 1)
WORKER = Facts(segments=(Segment("AE_18A", PartialDate(2022, 5, 30)),), special_integration=True)
RESIDENCE = BOOK.on(TODAY).rule("stag.residence")
FOUR_YEARS = replace(RESIDENCE, value=Span(4, Unit.YEARS), valid_from=CHANGE)


def rule(key: str, start: date, until: date | None = None, value: object = 1, own: bool = False) -> Rule:
    return Rule(key=key, value=value, valid_from=start, valid_until=until, citation="§ 1", mark=Mark.VERIFIED,
                title_de="Titel", title_en="Title", own=own)


def residence_met_on(book: LawBook, on: date) -> date | None:
    claim = next(path for path in assess(view(WORKER, on, book)).paths if path.path is Path.CLAIM)
    return claim.residence_met_on


def test_a_newer_row_holds_from_its_day_on_and_not_before() -> None:
    changed = LawBook((*BOOK.rules, FOUR_YEARS))
    assert residence_met_on(changed, CHANGE - DAY) == date(2027, 5, 30)
    assert residence_met_on(changed, CHANGE) == date(2026, 5, 30)


def test_a_changed_file_does_the_same() -> None:
    data = tomllib.loads(read_text("law", "stag.toml"), parse_float=Decimal)
    row = next(each for each in data["rule"] if each["key"] == "residence")
    row["version"].append({"from": CHANGE, "years": 4, "citation": "§ 10 Abs. 1 S. 1 StAG n. F.", "mark": "to_check"})
    others = [each for each in BOOK.rules if each.statute != "stag"]
    changed = LawBook([*parse_law("stag", data), *others])
    assert residence_met_on(changed, CHANGE - DAY) == residence_met_on(BOOK, CHANGE - DAY) == date(2027, 5, 30)
    assert residence_met_on(changed, CHANGE) == date(2026, 5, 30)
    assert [each.to_check for each in changed.versions("stag.residence")] == [False, True]


def test_a_row_of_the_organisation_counts_before_the_shipped_one() -> None:
    own = replace(FOUR_YEARS, valid_until=date(2027, 12, 31), own=True)
    changed = LawBook([FOUR_YEARS, *BOOK.rules]).with_own([replace(own, value=Span(3, Unit.YEARS))])
    assert residence_met_on(changed, date(2027, 12, 31)) == date(2025, 5, 30)
    assert residence_met_on(changed, date(2028, 1, 1)) == date(2026, 5, 30)
    assert changed.known_from == BOOK.known_from


spans = st.sampled_from(["stag.residence", "stag.residence_spouse", "stag.residence_turbo", "stag.absence",
                         "stag.credit", "stag.residence_discretion"])


@given(spans, st.integers(1, 9), st.dates(date(2024, 6, 28), date(2030, 1, 1)), st.integers(1, 900))
def test_no_changed_row_reaches_back(key: str, years: int, start: date, before: int) -> None:
    on = max(BOOK.known_from, start - before * DAY)
    changed = LawBook((*BOOK.rules, replace(BOOK.versions(key)[-1], value=Span(years, Unit.YEARS), valid_from=start,
                                            valid_until=None)))
    then, now = assess(view(WORKER, on, changed)), assess(view(WORKER, on))
    assert [path.earliest for path in then.paths] == [path.earliest for path in now.paths]
    assert [path.findings for path in then.paths] == [path.findings for path in now.paths]
    assert changed.on(start).span(key) == Span(years, Unit.YEARS)


@given(st.dates(date(2024, 6, 27), date(2030, 1, 1)))
def test_the_three_years_stood_until_29_october_2025(on: date) -> None:
    found = {path.path for path in assess(view(WORKER, on)).paths}
    assert (Path.TURBO in found) == (on <= date(2025, 10, 29))


def test_a_day_without_law_says_so() -> None:
    with pytest.raises(NoLaw) as fault:
        BOOK.on(date(2024, 6, 26))
    assert fault.value.day == date(2024, 6, 26)
    assert fault.value.message == Message("No law is on file for {date}.", date=date(2024, 6, 26))
    assert fault.value.advice == Message("Choose a later day.")
    assert BOOK.on(date(2024, 6, 27)).day == date(2024, 6, 27)
    with pytest.raises(NoLaw):
        LawBook([rule("a.b", TODAY, own=True)]).on(TODAY)


def test_the_later_begun_version_counts_in_any_order() -> None:
    old, new, own = rule("a.b", date(2025, 1, 1)), rule("a.b", TODAY, value=2), rule("a.b", TODAY, value=3, own=True)
    book = LawBook([own, new, old])
    assert book.versions("a.b") == (old, new, own)
    assert [book.on(day).number("a.b") for day in (TODAY - DAY, TODAY)] == [1, 3]
    assert book.versions("a.c") == ()


def test_both_days_of_a_version_are_inclusive() -> None:
    short = rule("a.b", date(2025, 1, 1), date(2025, 12, 31))
    assert [short.in_force(day) for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
            ] == [False, True, True, False]
    book = LawBook([short, rule("a.c", date(2025, 1, 1))])
    assert book.on(TODAY).find("a.b") is None
    assert [each.key for each in book.on(TODAY)] == ["a.c"]


def test_a_law_gives_each_kind_of_value_and_nothing_else() -> None:
    values = {"span": Span(1, Unit.YEARS), "number": 7, "amount": Decimal("2.5"), "date": TODAY, "codes": ("A", "B")}
    law = LawBook(rule(f"a.{name}", TODAY, value=value) for name, value in values.items()).on(TODAY)
    readers = {"span": law.span, "number": law.number, "amount": law.amount, "date": law.date, "codes": law.codes}
    for name, read in readers.items():
        assert read(f"a.{name}") == values[name]
        for other in set(values) - {name}:
            with pytest.raises(BadLaw, match=rf"a\.{other} is no "):
                read(f"a.{other}")
    with pytest.raises(BadLaw, match=r"no rule 'a\.x' on 2026-11-22"):
        law.rule("a.x")


def test_a_rule_speaks_both_languages() -> None:
    plain = rule("stag.fee", TODAY)
    told = replace(plain, sentence_de="Satz", sentence_en="Sentence", mark=Mark.TO_CHECK)
    assert [plain.label("de"), plain.label("en"), plain.sentence("de"), plain.sentence("en")] == [
        "Titel", "Title", "Titel", "Title"]
    assert (told.sentence("de"), told.sentence("en")) == ("Satz", "Sentence")
    assert (plain.statute, plain.to_check, told.to_check) == ("stag", False, True)
