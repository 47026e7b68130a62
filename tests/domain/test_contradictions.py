"""Facts that cannot all be true are named, with the record; what an uncertain day may still allow is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hin_desktop.domain.contradictions import contradictions
from hin_desktop.domain.facts import Absence, Facts, Protection, Segment
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from tests.domain.law_desk import view


def day(text: str) -> PartialDate:
    return PartialDate.from_iso(text)


def held(code: str, start: str, until: str = "") -> Segment:
    return Segment(code, day(start), day(until) if until else None, RecordRef("period", 7))


def codes(facts: Facts) -> list[str]:
    return [each.code.removeprefix("CONTRADICTION_") for each in contradictions(view(facts))]


@pytest.mark.parametrize(("segments", "nationality", "found"), [
    ((held("AE_18A", "2020-01-01"), held("DEU", "2024-05-01")), (), True),
    ((held("AE_18A", "2020-01-01", "2024-05-02"), held("DEU", "2024-05-01")), (), True),
    ((held("AE_18A", "2020-01-01", "2024-05-01"), held("DEU", "2024-05-01")), (), False),
    ((held("AE_18A", "2020-01-01", "2024"), held("DEU", "2024-05-01")), (), False),
    ((held("AE_18A", "2025-01-01"), held("DEU", "2020-01-01", "2020-12-31")), (), True),
    ((held("SPA_4", "2020-01-01"), held("DEU", "2020-02-01")), (), False),
    ((held("AE_18A", "2020-01-01"),), ("TUR", "DEU"), True), ((held("AE_18A", "2020-01-01"),), ("TUR",), False),
    ((held("AE_18A", "2020-01-01", "2026-11-22"),), ("DEU",), False),
    ((held("AE_18A", "2020-01-01", "2026-11-23"),), ("DEU",), True),
    ((held("AE_18A", "2020-01-01", "2024-04-30"), held("DEU", "2024-05-01")), ("DEU",), False),
    ((held("AE_99", "2020-01-01"),), ("DEU",), False),
])
def test_german_and_yet_a_title(segments: tuple[Segment, ...], nationality: tuple[str, ...], found: bool) -> None:
    facts = Facts(segments=segments, nationality=nationality)
    assert codes(facts) == ["GERMAN_WITH_TITLE"] * found
    assert all(each.ref == RecordRef("period", 7) for each in contradictions(view(facts)))


@pytest.mark.parametrize(("facts", "found"), [
    (Facts(segments=(held("AE_33", "2020-05-01"),), birthdate=day("2020-05-02")), ["TITLE_BEFORE_BIRTH"]),
    (Facts(segments=(held("AE_33", "2020-05-01"),), birthdate=day("2020-05")), []),
    (Facts(segments=(held("AE_18A", "2020-05-02", "2020-05-01"),)), ["END_BEFORE_START"]),
    (Facts(segments=(held("AE_18A", "2020-05", "2020-05-01"),)), []),
    (Facts(absences=(Absence(day("2020-05-02"), day("2020-05-01")),)), ["RETURN_BEFORE_DEPARTURE"]),
    (Facts(absences=(Absence(day("2020-05-02"), day("2020-05-02")), Absence(day("2020-05-02")))), []),
    (Facts(segments=(held("AE_25_1", "2020-05-01"), held("AE_25_2_FL", "2021-05-01")), protection=Protection.NONE),
     ["TITLE_WITHOUT_PROTECTION"]),
    (Facts(segments=(held("AE_25_1", "2020-05-01"),), protection=Protection.DEPORTATION_BAN),
     ["TITLE_WITHOUT_PROTECTION"]),
    (Facts(segments=(held("AE_25_1", "2020-05-01"),), protection=Protection.SUBSIDIARY), []),
    (Facts(segments=(held("AE_25_3", "2020-05-01"),), protection=Protection.NONE), []),
])
def test_periods_that_cannot_be(facts: Facts, found: list[str]) -> None:
    assert codes(facts) == found


@pytest.mark.parametrize(("first", "second", "code"), [
    ("asylum_lodged_on", "decision_on", "DECISION_BEFORE_APPLICATION"),
    ("asylum_made_on", "decision_on", "DECISION_BEFORE_APPLICATION"),
    ("asylum_lodged_on", "recognised_on", "DECISION_BEFORE_APPLICATION"),
    ("birthdate", "married_on", "MARRIED_BEFORE_BIRTH"), ("married_on", "divorced_on", "DIVORCED_BEFORE_MARRIED"),
    ("married_on", "spouse_died_on", "DIED_BEFORE_MARRIED"), ("birthdate", "entry_on", "ENTRY_BEFORE_BIRTH"),
    ("birthdate", "applied_on", "APPLIED_BEFORE_BIRTH"), ("issued_on", "registered_on", "REGISTERED_BEFORE_ISSUED"),
    ("registered_on", "course_started_on", "STARTED_BEFORE_REGISTERED"),
])
def test_days_in_the_wrong_order(first: str, second: str, code: str) -> None:
    wrong = Facts(**{first: day("2020-05-02"), second: day("2020-05-01")}, sources={second: RecordRef("record", 3)})
    (found,) = contradictions(view(wrong))
    assert (found.code, found.ref) == (f"CONTRADICTION_{code}", RecordRef("record", 3))
    for fine in ({second: day("2020-05-02")}, {second: day("2020-05")}, {first: None}, {second: None}):
        assert codes(replace(wrong, **fine)) == []


def test_the_same_contradiction_is_named_once() -> None:
    facts = Facts(asylum_lodged_on=day("2020-05-02"), asylum_made_on=day("2020-05-02"), decision_on=day("2020-05-01"),
                  recognised_on=day("2020-05-01"))
    assert codes(facts) == ["DECISION_BEFORE_APPLICATION"]
