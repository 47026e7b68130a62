"""Case files are read strictly: every fault names the file, the line and the key."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from hin_desktop.domain.facts import Absence, AbsenceReason, Facts, Gap, GapCause, German, Protection, Segment
from hin_desktop.domain.findings import Status
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.exchange.case_file import CaseFile, CaseKind, read_cases
from hin_desktop.exchange.yaml_place import BadCaseFile
from tests.domain.law_desk import KNOWN

WHOLE = """
    as_of: 2026-11-22
    requirement_codes: [TITLE]
    defaults: {LIVELIHOOD: met, HIST: open}
    cases:
    - id: A1
      kind: ne
      title: anything
      as_of: 2026-01-01
      segments:
      - {code: AE_18A, from: 2020, to: 2021-05}
      - {code: AE_18B, from: 2021-06-01, to: null}
      - {code: NE_9, from: 2026-01-01}
      absences:
      - {departed: 2022-01-01, returned: null, abh_deadline: 2022-12-31, reason: POSTING}
      - {departed: 2023-02, returned: 2023-03-04, abh_deadline: 2023-04}
      gaps: [{from: 2021-05-31, to: 2021-05-31, cause: late_application}, {from: 2019, to: 2020-02}]
      facts:
        birthdate: 1990
        nationality: SYR
        protection: NONE
        german: B1
        civics_test: 17
        fines_day_rates: [30, 20]
        remitted: null
        title: AE_25_2_FL
        course_type: IK_ALPHA
        guideline_under6: half_life
        guideline_child_years: 2
        married_on: null
        CRIM: not_met
      expected: {nat: {anything: goes}}
      rule: "§ 1"
    - id: 7
      kind: birth
      facts: {civics_test: none, protection: null, german: null}
"""


def read(text: str) -> CaseFile:
    return read_cases(dedent(text), "people.yaml", KNOWN)


def fault(text: str) -> tuple[int, str, str]:
    """Line, key and what is said."""
    with pytest.raises(BadCaseFile) as found:
        read(text)
    values = found.value.message.values
    assert found.value.message.key == "{file}, line {line}, {key}: {what}" and values["file"] == "people.yaml"
    assert isinstance(values["what"], Message)
    return values["line"], values["key"], values["what"].key.format(**values["what"].values)


def test_a_whole_file() -> None:
    file = read(WHOLE)
    first, second = file.cases
    assert (file.as_of, first.as_of, second.as_of) == (date(2026, 11, 22), date(2026, 1, 1), None)
    assert (first.id, first.kind, second.id, second.kind) == ("A1", CaseKind.SETTLEMENT, "7", CaseKind.BIRTH)
    assert first.facts == Facts(
        segments=(Segment("AE_18A", PartialDate(2020), PartialDate(2021, 5)),
                  Segment("AE_18B", PartialDate(2021, 6, 1)), Segment("NE_9", PartialDate(2026, 1, 1))),
        absences=(Absence(PartialDate(2022, 1, 1), None, date(2022, 12, 31), AbsenceReason.POSTING),
                  Absence(PartialDate(2023, 2), PartialDate(2023, 3, 4), date(2023, 4, 1))),
        gaps=(Gap(date(2021, 5, 31), date(2021, 5, 31), GapCause.LATE_APPLICATION),
              Gap(date(2019, 12, 31), date(2020, 2, 1), GapCause.OTHER)),
        birthdate=PartialDate(1990), nationality=("SYR",), protection=Protection.NONE, german=German.B1,
        civics_points=17, fines_day_rates=(30, 20), title="AE_25_2_FL", course_type="IK_ALPHA",
        guideline_under6="half_life", guideline_child_years=2, statuses={"CRIM": Status.NOT_MET},
        defaults={"LIVELIHOOD": Status.MET, "HIST": Status.OPEN})
    assert second.facts == Facts(civics_passed=False, defaults=first.facts.defaults)


def test_the_least_that_a_file_may_hold() -> None:
    file = read("cases: [{id: A1}]")
    assert (file.as_of, file.cases[0].kind, file.cases[0].facts) == (None, CaseKind.RESIDENCE, Facts())
    assert read("cases: []").cases == ()


@pytest.mark.parametrize(("text", "line", "key", "what"), [
    ("", 1, "cases", "the file is empty"),
    ("# nothing\n", 1, "cases", "the file is empty"),
    ("as_of: 2026-11-22\n", 1, "cases", "this key is missing"),
    ("cases:\n- id: A\n  facts: {a: [1\n", 4, "YAML", "this is not valid YAML"),
    ("cases:\n- id: A\n\tfacts: {}\n", 3, "YAML", "this is not valid YAML"),
    ("cases: []\n---\ncases: []\n", 2, "YAML", "this is not valid YAML"),
    ("cases: \x00", 1, "YAML", "this is not valid YAML"),
    ("- id: A\n", 1, "", "a mapping is expected here"),
    ("people\n", 1, "", "a mapping is expected here"),
    ("cases: []\nperson: 1\n", 2, "person", "this key is not known"),
    ("cases: []\ncases: []\n", 2, "cases", "this key stands here twice"),
    ("cases: {id: A}\n", 1, "cases", "a list is expected here"),
    ("as_of: 2026\ncases: []\n", 1, "as_of", "a whole day is expected here"),
    ("as_of: null\ncases: []\n", 1, "as_of", "a day is missing here"),
    ("as_of: 2026-02-30\ncases: []\n", 1, "as_of", "there is no such day"),
    ("as_of: [2026-02-28]\ncases: []\n", 1, "as_of", "a single value is expected here"),
    ("as_of: !!python/name:os 1\ncases: []\n", 1, "as_of", "this value is not known to YAML"),
    ("defaults: {TITLE: yes}\ncases: []\n", 1, "TITLE", "True is not known here"),
    ("defaults: {TITEL: met}\ncases: []\n", 1, "TITEL", "this key is not known"),
])
def test_a_fault_of_the_file(text: str, line: int, key: str, what: str) -> None:
    assert fault(text) == (line, key, what)


@pytest.mark.parametrize(("text", "key", "what"), [
    ("title: nameless", "cases", "the case has no id"),
    ("id: null", "id", "a text is expected here"),
    ("id: [A]", "id", "a single value is expected here"),
    ("id: A\n  id: B", "id", "this key stands here twice"),
    ("id: A\n  kind: naturalisation", "kind", "naturalisation is not known here"),
    ("id: A\n  facts: [german]", "facts", "a mapping is expected here"),
    ("id: A\n  segments: AE_18A", "segments", "a list is expected here"),
    ("id: A\n  segments: [AE_18A]", "segments", "a mapping is expected here"),
    ("id: A\n  segments: [{from: 2020-01-01}]", "segments", "code is missing"),
    ("id: A\n  segments: [{code: AE_18A}]", "segments", "from is missing"),
    ("id: A\n  segments: [{code: AE_18Z, from: 2020-01-01}]", "code", "AE_18Z is not known here"),
    ("id: A\n  segments: [{code: AE_18A, from: null}]", "from", "a day is missing here"),
    ("id: A\n  segments: [{code: AE_18A, from: 2020-01-01, until: null}]", "until", "this key is not known"),
    ("id: A\n  absences: [{returned: 2020-01-01}]", "absences", "departed is missing"),
    ("id: A\n  absences: [{departed: 2020-01-01, reason: HOLIDAY}]", "reason", "HOLIDAY is not known here"),
    ("id: A\n  gaps: [{from: 2020-01-01}]", "gaps", "to is missing"),
    ("id: A\n  gaps: [{from: 2020-01-01, to: 2020-01-02, cause: late}]", "cause", "late is not known here"),
    ("id: A\n  note: 1", "note", "this key is not known"),
])
def test_a_fault_of_a_case(text: str, key: str, what: str) -> None:
    """The last line of the case is the one at fault."""
    assert fault(f"cases:\n- {text}\n") == (2 + text.count("\n"), key, what)


@pytest.mark.parametrize(("fact", "what"), [
    ("language: B1", "this key is not known"),
    ("segments: []", "this key is not known"),
    ("civics_points: 17", "this key is not known"),
    ("german: b1", "b1 is not known here"),
    ("german: yes", "True is not known here"),
    ("protection: REFUGEE", "REFUGEE is not known here"),
    ("nationality: DE", "DE is not known here"),
    ("title: AE_99", "AE_99 is not known here"),
    ("father_title: NE", "NE is not known here"),
    ("mother_title: NE", "NE is not known here"),
    ("course_type: IK", "IK is not known here"),
    ("guideline_under6: 3", "3 is not known here"),
    ("birthdate: 1990-13", "a day (2026-11-22), month (2026-11) or year (2026) is expected here"),
    ("birthdate: 01.02.1990", "a day (2026-11-22), month (2026-11) or year (2026) is expected here"),
    ("birthdate: 1990-02-30", "there is no such day"),
    ("birthdate: 1990-02-03 10:00:00", "a day (2026-11-22), month (2026-11) or year (2026) is expected here"),
    ("birthdate: true", "a day (2026-11-22), month (2026-11) or year (2026) is expected here"),
    ("own_income: 1", "true or false is expected here"),
    ("own_income: maybe", "true or false is expected here"),
    ("pension_months: many", "a whole number is expected here"),
    ("pension_months: 1.5", "a whole number is expected here"),
    ("pension_months: -1", "a whole number is expected here"),
    ("pension_months: true", "a whole number is expected here"),
    ("fines_day_rates: 30", "a list is expected here"),
    ("fines_day_rates: [30, many]", "a whole number is expected here"),
    ("fines_day_rates: [null]", "a whole number is expected here"),
    ("civics_test: 34", "none, passed or the points from 0 to 33 are expected here"),
    ("civics_test: -1", "none, passed or the points from 0 to 33 are expected here"),
    ("civics_test: true", "none, passed or the points from 0 to 33 are expected here"),
    ("civics_test: failed", "none, passed or the points from 0 to 33 are expected here"),
    ("CRIM: maybe", "maybe is not known here"),
    ("CRIM: not_required", "not_required is not known here"),
])
def test_a_fault_of_a_fact(fact: str, what: str) -> None:
    assert fault(f"cases:\n- id: A\n  facts:\n    {fact}\n") == (4, fact.partition(":")[0], what)


@pytest.mark.parametrize(("civics", "passed", "points"), [("none", False, None), ("passed", True, None), (0, None, 0),
                                                          (33, None, 33)])
def test_the_test_is_told_in_three_ways(civics: object, passed: bool | None, points: int | None) -> None:
    facts = read(f"cases: [{{id: A, facts: {{civics_test: {civics}}}}}]").cases[0].facts
    assert (facts.civics_passed, facts.civics_points) == (passed, points)
