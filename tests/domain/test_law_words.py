"""The law in words: values in their unit, sentences that are German, own values as they are typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from hin_desktop.domain import law_words
from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.law import Value
from hin_desktop.domain.law_reading import value_as_text, value_from_text
from hin_desktop.services.law import load_law_book
from hin_desktop.texts import Texts

BOOK = load_law_book()


@pytest.mark.parametrize(("value", "german", "english"), [
    (Span(5, Unit.YEARS), "5 Jahre", "5 years"), (Span(1, Unit.YEARS), "1 Jahr", "1 year"),
    (Span(2, Unit.WEEKS), "2 Wochen", "2 weeks"), (Decimal("255.0"), "255,00 €", "€255.00"),
    (Decimal("0.5"), "50 %", "50 %"), (Decimal("0.33"), "33 %", "33 %"), (16, "16", "16"), ("B1", "B1", "B1"),
    (date(2027, 3, 4), "04.03.2027", "4 Mar 2027"), (("16a", "25 Abs. 3"), "16a, 25 Abs. 3", "16a, 25 Abs. 3"),
    (None, "", ""),
])  # fmt: skip
def test_values_in_words(value: Value, german: str, english: str) -> None:
    words = law_words.value_words(value)
    assert (Texts("de")(words), Texts("en")(words)) == (german, english)


@pytest.mark.parametrize(("key", "begins"), [
    ("stag.residence", "Sie müssen seit 5 Jahren "),
    ("stag.residence_discretion", "Das Gesetz nennt keine Frist; die Verwaltung verlangt in der Regel 5 Jahre."),
    ("stag.after_marriage", "Nach Tod oder rechtskräftiger Scheidung kann der Antrag binnen 1 Jahr "),
    ("freizuegg_eu.permanent_lost", "Nach mehr als 2 Jahren "),
    ("practice.mbe_period", "Vorrang haben Menschen in den ersten 3 Jahren "),
    ("stag.fee", "Die Einbürgerung kostet 255,00 €;"),
])  # fmt: skip
def test_sentences_are_german(key: str, begins: str) -> None:
    said = Texts("de")(law_words.sentence(BOOK.versions(key)[-1], "de"))
    assert said.startswith(begins)
    assert "{" not in said


def test_english_sentences_keep_their_plural() -> None:
    assert "for 5 years." in Texts("en")(law_words.sentence(BOOK.versions("stag.residence")[-1], "en"))


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules if rule.value is not None], ids=lambda rule: rule.key)
def test_every_value_can_be_typed_again(rule: object) -> None:
    value = rule.value  # type: ignore[attr-defined]  # a rule
    assert value_from_text(value, value_as_text(value)) == value


@pytest.mark.parametrize(("typed", "amount"), [
    ("20.000", "20000"), ("1.250,50", "1250.50"), ("2,29", "2.29"), ("2.29", "2.29"), (" 255 ", "255")])
def test_amounts_are_typed_the_german_way(typed: str, amount: str) -> None:
    assert value_from_text(Decimal(0), typed) == Decimal(amount)
