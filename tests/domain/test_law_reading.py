"""The files of resources/law are read strictly, and values can be typed and shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.catalogue import Mark
from hin_desktop.domain.law import BadLaw, Value
from hin_desktop.domain.law_reading import own_rule, parse_law, value_as_text, value_from_text
from tests.domain.law_desk import BOOK, TODAY

START = date(2025, 1, 1)
VERSION = {"years": 5, "citation": "§ 1 XG", "mark": "verified"}
RULE = {"key": "time", "de": "Zeit", "en": "Time"}


def parsed(**version: object) -> Value:
    data = {"known_from": START, "rule": [{**RULE, "version": [{"citation": "§ 1", "mark": "verified", **version}]}]}
    (rule,) = parse_law("xg", data)
    return rule.value


def test_a_rule_with_two_versions() -> None:
    later = {"from": TODAY, "until": date(2027, 1, 1), "months": 6, "citation": "§ 2 XG", "mark": "to_check",
             "note": "Entwurf"}
    told = {**RULE, "rule_de": "Ab {value}.", "rule_en": "From {value}.", "version": [VERSION, later]}
    first, second = parse_law("xg", {"known_from": START, "rule": [told]})
    assert (first.key, first.value, first.valid_from, first.valid_until, first.citation, first.mark, first.note) == (
        "xg.time", Span(5, Unit.YEARS), START, None, "§ 1 XG", Mark.VERIFIED, "")
    assert (second.value, second.valid_from, second.valid_until, second.citation, second.mark, second.note) == (
        Span(6, Unit.MONTHS), TODAY, date(2027, 1, 1), "§ 2 XG", Mark.TO_CHECK, "Entwurf")
    assert (first.title_de, first.title_en, first.sentence_de, first.sentence_en) == (
        "Zeit", "Time", "Ab {value}.", "From {value}.")
    assert not first.own and not second.own


@pytest.mark.parametrize(("name", "written", "value"), [
    ("years", 5, Span(5, Unit.YEARS)), ("months", 6, Span(6, Unit.MONTHS)), ("weeks", 2, Span(2, Unit.WEEKS)),
    ("days", 4, Span(4, Unit.DAYS)), ("number", 17, 17), ("amount", Decimal("255.0"), Decimal("255.0")),
    ("day", START, START), ("text", "B1", "B1"), ("codes", ["A", "B"], ("A", "B")),
])
def test_what_a_version_is_worth(name: str, written: object, value: Value) -> None:
    assert parsed(**{name: written}) == value


def test_a_version_may_be_worth_nothing() -> None:
    assert parsed() is None


@pytest.mark.parametrize("version", [
    {"years": "five"}, {"number": "17"}, {"amount": 255}, {"day": "2025-01-01"}, {"text": 1}, {"codes": "A"},
    {"years": 5, "months": 6}, {"from": "2025-01-01"}, {"until": 2025}, {"citation": ""}, {"citation": 1},
    {"mark": "perhaps"}, {"mark": "unknown"}, {"number": True},
])
def test_a_faulty_version_is_named(version: dict[str, object]) -> None:
    with pytest.raises(BadLaw, match=r"^xg\.time: "):
        parsed(**version)


@pytest.mark.parametrize(("data", "said"), [
    ({"rule": []}, "xg: known_from or rule is missing"),
    ({"known_from": "2025-01-01", "rule": []}, "xg: known_from or rule is missing"),
    ({"known_from": START}, "xg: known_from or rule is missing"),
    ({"known_from": START, "rule": ["time"]}, "xg: a rule without key or version"),
    ({"known_from": START, "rule": [RULE]}, "xg: a rule without key or version"),
    ({"known_from": START, "rule": [{**RULE, "version": []}]}, "xg: a rule without key or version"),
    ({"known_from": START, "rule": [{"key": "time", "de": "Zeit", "version": [VERSION]}]}, r"xg\.time: en is missing"),
    ({"known_from": START, "rule": [{"key": "time", "en": "Time", "version": [VERSION]}]}, r"xg\.time: de is missing"),
])
def test_a_faulty_file_is_named(data: dict[str, object], said: str) -> None:
    with pytest.raises(BadLaw, match=said):
        list(parse_law("xg", data))


@pytest.mark.parametrize(("like", "text", "value"), [
    (Span(5, Unit.YEARS), " 4 ", Span(4, Unit.YEARS)), (17, "18", 18), (Decimal(1), "2,50", Decimal("2.50")),
    (START, "2026-11-22", TODAY), (("A",), "16a, 25 Abs. 3 ,", ("16a", "25 Abs. 3")), ("B1", "B2", "B2"),
    (Decimal(1), "1.250,50", Decimal("1250.50")), (Decimal(1), "20.000", Decimal(20000)),
    (Decimal(1), "2.29", Decimal("2.29")), (None, "x", None),
])
def test_a_value_is_typed_like_the_shipped_one(like: Value, text: str, value: Value) -> None:
    assert value_from_text(like, text) == value
    assert value_from_text(like, value_as_text(value)) == value


@pytest.mark.parametrize(("value", "text"), [
    (Span(5, Unit.YEARS), "5"), (17, "17"), (Decimal("2.50"), "2,50"), (START, "2025-01-01"), (("A", "B"), "A, B"),
    ("B1", "B1"), (None, "")])
def test_a_value_is_shown_as_it_is_typed(value: Value, text: str) -> None:
    assert value_as_text(value) == text


@pytest.mark.parametrize(("like", "text"), [
    (Span(5, Unit.YEARS), "five"), (Span(5, Unit.YEARS), "-5"), (17, "1.5"), (17, "-1"), (Decimal(1), "much"),
    (START, "tomorrow")])
def test_what_is_no_value_is_refused(like: Value, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        value_from_text(like, text)


def test_an_own_row_keeps_the_words_of_the_shipped_one() -> None:
    shipped = BOOK.on(TODAY).rule("stag.fee")
    own = own_rule(shipped, "300", TODAY, None, "", "Satzung")
    assert (own.key, own.value, own.valid_from, own.valid_until, own.note, own.own) == (
        "stag.fee", Decimal(300), TODAY, None, "Satzung", True)
    assert (own.citation, own.title_de) == (shipped.citation, shipped.title_de)
    cited = own_rule(shipped, "300", TODAY, date(2027, 1, 1), "§ 38a StAG", "")
    assert (cited.citation, cited.valid_until) == ("§ 38a StAG", date(2027, 1, 1))
