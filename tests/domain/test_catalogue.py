"""Catalogues from plain data: order, validity, unknown codes, faults that name their place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.catalogue import NO_ANSWER, BadCatalogue, Catalogue, Entry, Mark, parse

FRUIT: dict[str, object] = {
    "mark": "to_check",
    "entries": [
        {"code": "B", "de": "Birne", "en": "Pear", "valid_from": 2024, "colour": "green", "months": ["9", "10"]},
        {"code": "A", "de": "Apfel", "en": "Apple", "valid_until": 2025, "mark": "verified"},
        {"code": NO_ANSWER, "de": "keine Angabe", "en": "no answer"},
    ],
}


@pytest.fixture(scope="module")
def fruit() -> Catalogue[Entry]:
    return parse("fruit", FRUIT)


def test_entries_keep_their_order_labels_and_further_columns(fruit: Catalogue[Entry]) -> None:
    assert [entry.code for entry in fruit] == ["B", "A", NO_ANSWER]
    assert (fruit.label("A", "de"), fruit.label("A", "en")) == ("Apfel", "Apple")
    assert fruit.entry("B").text("colour") == "green"
    assert fruit.entry("B").extra["months"] == ("9", "10")
    assert fruit.entry("A").text("colour") == ""


def test_the_mark_of_the_list_holds_where_an_entry_has_none(fruit: Catalogue[Entry]) -> None:
    assert [entry.mark for entry in fruit] == [Mark.TO_CHECK, Mark.VERIFIED, Mark.TO_CHECK]


@pytest.mark.parametrize(
    ("day", "codes"),
    [(date(2023, 12, 31), "A"), (date(2024, 1, 1), "BA"), (date(2025, 12, 31), "BA"), (date(2026, 1, 1), "B")],
)
def test_years_of_validity_are_inclusive(fruit: Catalogue[Entry], day: date, codes: str) -> None:
    assert "".join(entry.code for entry in fruit.valid_on(day) if not entry.last) == codes


def test_an_entry_that_has_run_out_still_has_its_label(fruit: Catalogue[Entry]) -> None:
    assert not fruit.entry("A").valid_on(date(2030, 1, 1))
    assert fruit.label("A", "de") == "Apfel"


@given(code=st.text(), language=st.text(max_size=3))
def test_an_unknown_code_is_shown_as_itself(code: str, language: str) -> None:
    fruit = parse("fruit", FRUIT)
    entry = fruit.entry(code)
    assert entry.code == code
    assert (entry.mark is Mark.UNKNOWN) == (code not in fruit) == (fruit.find(code) is None)
    assert code in fruit or fruit.label(code, language) == (f"[{code}]" if code else "")


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([], "no entries"),
        ("A", "no entries"),
        (["A"], "entry 0 is not a table"),
        ([{"de": "Apfel", "en": "Apple"}], "code: missing"),
        ([{"code": "A", "de": "Apfel"}], "fruit: A: en: missing"),
        ([{"code": "A", "de": " ", "en": "Apple"}], "fruit: A: de: missing"),
        ([{"code": "A", "de": 1, "en": "Apple"}], "de: not a text"),
        ([{"code": "A", "de": "Apfel", "en": "Apple", "valid_from": "2024"}], "valid_from: not a whole number"),
        ([{"code": "A", "de": "Apfel", "en": "Apple", "mark": "perhaps"}], "mark: unknown value 'perhaps'"),
        ([{"code": "A", "de": "Apfel", "en": "Apple"}] * 2, "fruit: code used twice: A"),
    ],
)
def test_a_broken_list_says_where_and_what(entries: object, fault: str) -> None:
    with pytest.raises(BadCatalogue, match=fault):
        parse("fruit", {"entries": entries})
