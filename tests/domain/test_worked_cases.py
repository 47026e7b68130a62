"""Worked cases of naturalisation and birth: facts in, what the law says out. Each case tells its own reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from hin_desktop.domain.contradictions import contradictions
from hin_desktop.domain.law import NoLaw
from hin_desktop.domain.naturalisation.assessment import Assessment, assess
from hin_desktop.domain.naturalisation.birth import by_birth
from hin_desktop.domain.naturalisation.paths import Path as Way
from hin_desktop.domain.naturalisation.paths import PathAssessment
from hin_desktop.exchange.case_file import CaseInput, CaseKind, read_cases
from tests.domain.law_desk import KNOWN, view
from tests.domain.naturalisation.findings import check, with_sources

FOLDER = Path(__file__).parent / "cases"
ASKED = (CaseKind.RESIDENCE, CaseKind.SETTLEMENT, CaseKind.BIRTH)
COMMENTARY = {"note", "capacity_own_from"}  # told to the reader, not computed here
LATER = {"SECTION24_ENDS_2027_03_04"}  # warned of with the deadlines

Expected = dict[str, object]


def read() -> list[tuple[CaseInput, date, Expected]]:
    """Every case, its day, and what is expected of it."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        expected = {case["id"]: case["expected"] for case in yaml.safe_load(text)["cases"]}
        file = read_cases(text, path.name, KNOWN)
        found += [(case, case.as_of or file.as_of, expected[case.id]) for case in file.cases if case.kind in ASKED]
    return found


def answers(path: PathAssessment) -> Expected:
    """A path by the keys of a case file."""
    time = path.duration.time
    variants = {name: path.variant(code) for name, code in
                (("livelihood", "LIVELIHOOD"), ("lang", "LANG_B1"), ("civics", "CIVICS"))}
    return {
        "basis": path.path, "residence_met_on": path.residence_met_on, "earliest": path.earliest,
        "missing": list(path.missing), "open": list(path.open), "title_ok_from": path.title_ok_from,
        "marriage_met_on": path.marriage_met_on, "lenient": time.lenient, "strict": time.strict,
        "guideline_met_on": path.residence_met_on if path.path is Way.TOGETHER else None,
        "discretion": time.discretion, "blocked_until": path.blocked_until, "gap_days": time.gap_days,
        "absence_days": time.absence_days, "fee_eur": path.fee, **variants}


def naturalisation(assessment: Assessment) -> Expected | None:
    """The proposed path and the next one; None for Germans."""
    if assessment.proposed is None:
        return None
    other = assessment.alternative
    return {**answers(assessment.proposed), "alt": answers(other) if other is not None else None}


def compare(found: object, expected: object) -> None:
    """Every expected key, one by one."""
    if not isinstance(expected, dict) or not isinstance(found, dict):
        assert found == expected
        return
    asked = {key: value for key, value in expected.items() if key not in COMMENTARY}
    for key, value in asked.items():
        if isinstance(value, dict):
            compare(found[key], value)
    flat = {key: value for key, value in asked.items() if not isinstance(value, dict)}
    assert {key: found[key] for key in flat} == flat


@pytest.mark.parametrize(("case", "on", "expected"), [pytest.param(*each, id=each[0].id) for each in read()])
def test_worked_case(case: CaseInput, on: date, expected: Expected) -> None:
    if "error" in expected:
        with pytest.raises(NoLaw):
            view(case.facts, on)
        return
    seen = view(with_sources(case.facts), on)
    for path in assess(seen).paths:
        for finding in path.findings:
            check(finding, seen)
    warned = {found.code for found in contradictions(seen)}
    assert warned == set(expected.get("warnings", ())) - LATER
    if "nat" in expected:
        compare(naturalisation(assess(seen)), expected["nat"])
    if case.kind is CaseKind.BIRTH:
        born = by_birth(seen)
        compare({"birth_4_3": born.german, "parent_five_years_on": born.five_years_on},
                {key: value for key, value in expected.items() if key != "variant"})


def test_every_case_gives_its_reason() -> None:
    told = [case for path in FOLDER.glob("*.yaml")
            for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]]
    reasoned = [case["id"] for case in told if case["title"] and ("§" in case["rule"] or "Art." in case["rule"])]
    assert reasoned == [case["id"] for case in told]
    assert len({case["id"] for case in told}) == len(told)
