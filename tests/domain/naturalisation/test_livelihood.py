"""Livelihood and its exceptions (§ 10 Abs. 1 S. 1 Nr. 3, § 8 Abs. 2, § 40a StAG)."""

from __future__ import annotations

import pytest

from hin_desktop.domain.facts import Facts
from hin_desktop.domain.findings import Status
from tests.domain.naturalisation.findings import MET, NOT_MET, NOT_REQUIRED, OPEN, day, found, keys, values

FULL_TIME = {"full_time_now": True, "full_time_months_last24": 20}


@pytest.mark.parametrize(("facts", "status", "variant", "rule", "records"), [
    (Facts(own_income=True), MET, "MET", "", ["own_income"]),
    (Facts(full_time_now=True), MET, "MET", "", ["full_time_now"]),
    (Facts(own_income=True, full_time_now=True), MET, "MET", "", ["own_income", "full_time_now"]),
    (Facts(sgb12=True), NOT_MET, "NOT_MET", "", ["sgb12"]),
    (Facts(sgb2_topup=True, sgb12=True), NOT_MET, "NOT_MET", "", ["sgb2_topup", "sgb12"]),
    (Facts(sgb2_topup=True, own_income=True), NOT_MET, "NOT_MET", "", ["sgb2_topup"]),
    (Facts(sgb2_topup=True, **FULL_TIME), NOT_REQUIRED, "EXEMPT_3B", "stag.livelihood_full_time",
     ["full_time_now", "sgb2_topup"]),
    (Facts(sgb2_topup=True, full_time_months_last24=24), NOT_MET, "NOT_MET", "", ["sgb2_topup"]),
    (Facts(sgb2_topup=True, full_time_now=True), NOT_MET, "NOT_MET", "", ["sgb2_topup"]),
    (Facts(sgb12=True, recruited=True, benefit_own_fault=False), NOT_REQUIRED, "EXEMPT_3A", "stag.livelihood_recruited",
     ["sgb12"]),
    (Facts(sgb12=True, recruited=True), OPEN, "", "stag.livelihood_recruited", ["sgb12"]),
    (Facts(sgb12=True, recruited=True, benefit_own_fault=True, **FULL_TIME), NOT_REQUIRED, "EXEMPT_3B",
     "stag.livelihood_full_time", ["full_time_now", "sgb12"]),
    (Facts(sgb2_topup=True, applied_on=day("2023-08-23"), benefit_own_fault=False), MET, "MET", "stag.livelihood_old",
     ["applied_on", "sgb2_topup"]),
    (Facts(sgb2_topup=True, applied_on=day("2023-08")), NOT_MET, "NOT_MET", "", ["sgb2_topup"]),
    (Facts(sgb2_topup=True, applied_on=day("2023-07")), OPEN, "", "stag.livelihood_old", ["sgb2_topup"]),
    (Facts(sgb2_topup=True, applied_on=day("2023-07"), benefit_own_fault=True), NOT_MET, "NOT_MET", "", ["sgb2_topup"]),
    (Facts(sgb2_topup=True, single_parent=True), NOT_MET, "HARDSHIP_8_2", "stag.discretion_hardship", ["sgb2_topup"]),
])
def test_livelihood(facts: Facts, status: Status, variant: str, rule: str, records: list[str]) -> None:
    finding = found(facts, "LIVELIHOOD")
    assert (finding.status, finding.variant, finding.on_decision) == (status, variant, status is MET)
    assert keys(finding) == [rule] * bool(rule) + ["stag.livelihood"]
    assert [each.ref.kind for each in finding.used] == records
    assert len(finding.missing) == (status is OPEN)


def test_livelihood_of_a_family() -> None:
    facts = {"sgb2_topup": True, "spouse_full_time_now": True, "spouse_full_time_months_last24": 20,
             "minor_child_in_household": True}
    finding = found(Facts(**facts), "LIVELIHOOD")
    assert (finding.status, finding.variant, values(finding)) == (NOT_REQUIRED, "EXEMPT_3C", {"months": 20})
    assert keys(finding) == ["stag.livelihood_family", "stag.livelihood_full_time", "stag.livelihood"]
    assert [each.ref.kind for each in finding.used] == ["sgb2_topup"]
    assert values(found(Facts(sgb2_topup=True, **FULL_TIME), "LIVELIHOOD")) == {"months": 20}
    for change in ({"spouse_full_time_now": None}, {"spouse_full_time_months_last24": 19},
                   {"spouse_full_time_months_last24": None}, {"minor_child_in_household": None}):
        assert found(Facts(**{**facts, **change}), "LIVELIHOOD").variant == "NOT_MET"


@pytest.mark.parametrize(("status", "variant", "decides"), [
    (MET, "MET", True), (NOT_MET, "NOT_MET", False), (OPEN, "", False)])
def test_livelihood_decided_by_hand(status: Status, variant: str, decides: bool) -> None:
    finding = found(Facts(sgb12=True, statuses={"LIVELIHOOD": status}), "LIVELIHOOD")
    assert (finding.status, finding.variant, finding.on_decision) == (status, variant, decides)
