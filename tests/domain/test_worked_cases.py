"""Worked cases of naturalisation and birth: facts in, what the law says out. Each case tells its own reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from hin_desktop.domain.contradictions import contradictions
from hin_desktop.domain.law import NoLaw
from hin_desktop.domain.naturalisation.assessment import assess
from hin_desktop.domain.naturalisation.birth import by_birth
from hin_desktop.exchange import case_results
from hin_desktop.exchange.case_file import CaseInput, CaseKind, read_cases
from tests.domain.law_desk import KNOWN, view
from tests.domain.naturalisation.findings import check, with_sources

FOLDER = Path(__file__).parent / "cases"
FILES = ("examples.yaml", "naturalisation.yaml")
KINDS = (CaseKind.RESIDENCE, CaseKind.SETTLEMENT, CaseKind.BIRTH)
KEYS = {"nat", "birth_4_3", "parent_five_years_on"}
COMMENTARY = {"note", "capacity_own_from"}  # told to the reader, not computed here

Expected = dict[str, object]


def told(name: str) -> list[Expected]:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))["cases"]


def read() -> list[tuple[CaseInput, date, Expected]]:
    """Every case, its day, and what is expected of it."""
    found = []
    for name in FILES:
        expected = {case["id"]: case["expected"] for case in told(name)}
        file = read_cases((FOLDER / name).read_text(encoding="utf-8"), name, KNOWN)
        found += [(case, case.as_of or file.as_of, expected[case.id]) for case in file.cases if case.kind in KINDS]
    return found


def part(found: object, expected: object) -> object:
    """Of what was found the part that is expected; what is left out does not apply."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: part(found.get(key), value) for key, value in expected.items()}
    return found


def plain(expected: object) -> object:
    """An expectation as it is printed."""
    if isinstance(expected, dict):
        return {key: plain(value) for key, value in expected.items() if key not in COMMENTARY}
    return expected.isoformat() if isinstance(expected, date) else expected


@pytest.mark.parametrize(("case", "on", "expected"), [pytest.param(*each, id=each[0].id) for each in read()])
def test_worked_case(case: CaseInput, on: date, expected: Expected) -> None:
    if "error" in expected:
        with pytest.raises(NoLaw):
            view(case.facts, on)
        return
    seen = view(with_sources(case.facts), on)
    assessment = assess(seen)
    for finding in (finding for path in assessment.paths for finding in path.findings):
        check(finding, seen)
    asked = plain({key: value for key, value in expected.items() if key in KEYS})
    answers = case_results.naturalisation(assessment)
    found = case_results.birth(by_birth(seen)) if case.kind is CaseKind.BIRTH else answers
    assert part(found, asked) == asked
    warned = {warning for warning in expected.get("warnings", ()) if warning.startswith("CONTRADICTION_")}
    assert {found.code for found in contradictions(seen)} == warned


def test_every_case_gives_its_reason() -> None:
    cases = [case for name in FILES for case in told(name)]
    reasoned = [case["id"] for case in cases if case["title"] and ("§" in case["rule"] or "Art." in case["rule"])]
    assert reasoned == [case["id"] for case in cases]
    assert len(set(reasoned)) == len(reasoned) >= 160
