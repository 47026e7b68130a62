"""Worked cases of permanent residence: those of the fact base, and our own. Each case tells its own reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from hin_desktop.domain import residence_answers
from hin_desktop.domain.settlement.assessment import SettlementRight, assess
from hin_desktop.exchange.case_file import CaseInput, read_cases
from tests.domain.law_desk import KNOWN, view

FOLDER = Path(__file__).parents[1] / "cases"
COMMENTARY = {"note"}
Expected = dict[str, object]


def read() -> list[tuple[CaseInput, date, Expected | None]]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        expected = {case["id"]: case["expected"] for case in yaml.safe_load(text)["cases"]}
        file = read_cases(text, path.name, KNOWN)
        found += [(case, case.as_of or file.as_of, expected[case.id]["ne"]) for case in file.cases
                  if "ne" in expected[case.id]]
    return found


def answers(right: SettlementRight) -> Expected:
    return {"basis": right.basis, "time_met_on": right.time_met_on, "with_A1": right.with_a1, "with_B1": right.with_b1,
            "lenient": right.lenient, "five_years_on": right.five_years_on, "age16_on": right.age16_on,
            "needs": right.needs, "missing": list(right.missing), "open": list(right.open)}


def as_expected(found: Expected | None, expected: Expected | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return all(as_expected(found[key], value) if isinstance(value, dict) else found[key] == value  # type: ignore[arg-type]
               for key, value in expected.items() if key not in COMMENTARY)


@pytest.mark.parametrize(("case", "on", "expected"), [pytest.param(*each, id=each[0].id) for each in read()])
def test_worked_case(case: CaseInput, on: date, expected: Expected | None) -> None:
    settlement = assess(view(case.facts, on))
    found = None
    if settlement is not None:
        other = settlement.alternative
        found = {**answers(settlement.proposed), "alt": answers(other) if other is not None else None}
        ways = [str(answer.short.values["citation"]) for answer in residence_answers.settlement(settlement)]
        assert len(set(ways)) == len(ways)  # told apart on their buttons
    assert as_expected(found, expected), found
