"""German and the test, and what the law lets off (§ 10 Abs. 4–6 StAG)."""

from __future__ import annotations

import pytest

from hin_desktop.domain.facts import Facts, German
from hin_desktop.domain.findings import Status
from tests.domain.naturalisation.findings import MET, NOT_MET, NOT_REQUIRED, OPEN, found, keys, values


@pytest.mark.parametrize(("facts", "status", "variant", "rule"), [
    (Facts(german=German.B1), MET, "MET", ""), (Facts(german=German.C2), MET, "MET", ""),
    (Facts(german=German.A2), NOT_MET, "NOT_MET", ""), (Facts(german=German.NONE), NOT_MET, "NOT_MET", ""),
    (Facts(german=German.B1, illness_or_disability=True), MET, "MET", ""),
    (Facts(german=German.A2, illness_or_disability=True), NOT_REQUIRED, "EXEMPT_6", "stag.knowledge_waived"),
    (Facts(illness_or_disability=True), NOT_REQUIRED, "EXEMPT_6", "stag.knowledge_waived"),
    (Facts(german=German.ORAL, recruited=True), MET, "ORAL_4_3", "stag.language_recruited"),
    (Facts(german=German.ORAL, hardship_4a=True), MET, "ORAL_4A", "stag.language_hardship"),
    (Facts(german=German.NONE, recruited=True), NOT_MET, "NOT_MET", ""),
    (Facts(recruited=True), OPEN, "", ""),
    (Facts(german=German.A1, statuses={"LANG_B1": MET}), MET, "MET", ""),
    (Facts(german=German.B1, statuses={"LANG_B1": NOT_MET}), NOT_MET, "NOT_MET", ""),
])
def test_language(facts: Facts, status: Status, variant: str, rule: str) -> None:
    finding = found(facts, "LANG_B1")
    assert (finding.status, finding.variant) == (status, variant)
    assert keys(finding) == [rule] * bool(rule) + ["stag.language"]
    by_facts = not facts.statuses and facts.german is not None
    assert [each.ref.kind for each in finding.used] == (["german"] if by_facts else [])


@pytest.mark.parametrize(("facts", "status", "variant", "rule"), [
    (Facts(civics_points=17), MET, "MET", ""), (Facts(civics_points=16), NOT_MET, "NOT_MET", ""),
    (Facts(civics_passed=True), MET, "MET", ""), (Facts(civics_passed=False), NOT_MET, "NOT_MET", ""),
    (Facts(civics_passed=False, illness_or_disability=True), NOT_REQUIRED, "EXEMPT_6", "stag.knowledge_waived"),
    (Facts(civics_points=17, illness_or_disability=True), MET, "MET", ""),
    (Facts(civics_points=3, recruited=True), NOT_REQUIRED, "EXEMPT_6_2", "stag.civics_waived"),
    (Facts(hardship_4a=True), NOT_REQUIRED, "EXEMPT_6_2", "stag.civics_waived"),
    (Facts(), OPEN, "", ""), (Facts(civics_points=3, statuses={"CIVICS": MET}), MET, "MET", ""),
    (Facts(defaults={"CIVICS": NOT_MET}), NOT_MET, "NOT_MET", ""),
])
def test_civics(facts: Facts, status: Status, variant: str, rule: str) -> None:
    finding = found(facts, "CIVICS")
    assert (finding.status, finding.variant) == (status, variant)
    assert keys(finding) == [rule] * bool(rule) + ["einbtestv.points"]
    told = facts.civics_passed is not None or facts.civics_points is not None
    assert [each.ref.kind for each in finding.used] == ["civics_test"] * (told and not facts.statuses)


def test_knowledge_names_levels_and_points() -> None:
    assert values(found(Facts(german=German.C1), "LANG_B1")) == {"level": German.C1}
    assert values(found(Facts(german=German.A1), "LANG_B1")) == {"level": "B1"}
    assert values(found(Facts(civics_points=3), "CIVICS")) == {"points": 3, "least": 17}
    assert found(Facts(), "LANG_B1").missing[0].values == {"level": "B1"}
    assert found(Facts(), "CIVICS").missing[0].values == {"least": 17}
