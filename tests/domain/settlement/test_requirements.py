"""What is asked besides time: each requirement with its exceptions, its facts and its rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from hin_desktop.domain.facts import Facts, German
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.settlement.assessment import Settlement, SettlementRight, assess
from hin_desktop.domain.settlement.requirements import NAMES
from hin_desktop.domain.settlement.rights import Basis
from tests.domain.law_desk import TODAY, view
from tests.domain.settlement.people import away, person, seg
from tests.domain.spoken import all_spoken, spoken

MET, NOT_MET, OPEN, WAIVED = Status.MET, Status.NOT_MET, Status.OPEN, Status.NOT_REQUIRED
SHEET = RecordRef("legal_sheet", 7)


def settle(facts: Facts, on: date = TODAY) -> Settlement:
    found = assess(view(facts, on))
    assert found is not None
    return found


def way(code: str, basis: str = "", **told: object) -> SettlementRight:
    """The way of this basis (the proposed one) for somebody with a title since 2018."""
    found = settle(person(seg(code, "2018-01-01"), **told))
    return next(right for right in (found.proposed, *found.alternatives) if basis in ("", right.basis))


def asked(code: str, requirement: str, basis: str = "", **told: object) -> Finding:
    found = way(code, basis, **told).finding(requirement)
    assert found is not None
    return found


@pytest.mark.parametrize(("code", "basis", "months"), [
    ("AE_36", "", 60), ("AE_25_3", "", 60), ("AE_18A", "", 36), ("BK_18G", "", 27)])
def test_months_of_contributions(code: str, basis: str, months: int) -> None:
    def status(told: int | None) -> Status:
        return asked(code, "PENSION", basis, pension_months=told).status
    assert (status(months), status(months - 1), status(None)) == (MET, NOT_MET, OPEN)


def test_fewer_contributions_with_a_german_qualification_or_b1() -> None:
    assert asked("AE_18A", "PENSION", pension_months=24, domestic_qualification=True).status is MET
    assert asked("AE_18A", "PENSION", pension_months=23, domestic_qualification=True).status is NOT_MET
    assert asked("AE_18A", "PENSION", pension_months=35, domestic_qualification=False).status is NOT_MET
    assert asked("BK_18G", "PENSION", pension_months=21, german=German.B1).status is MET
    assert asked("BK_18G", "PENSION", pension_months=20, german=German.B1).status is NOT_MET
    assert asked("BK_18G", "PENSION", pension_months=21, german=German.A2).status is NOT_MET


def test_contributions_say_what_is_there_and_what_is_missing() -> None:
    facts = person(seg("AE_36", "2018-01-01"), pension_months=59)
    found = settle(replace(facts, sources=MappingProxyType({"pension_months": SHEET}))).proposed.finding("PENSION")
    assert found is not None
    assert dict(found.explanation.values) == {"months": 59, "least": 60}
    assert [each.ref for each in found.used] == [SHEET]
    assert (found.rule.key, found.advice is not None) == ("aufenthg.ne_9_pension", True)
    unknown = asked("AE_36", "PENSION")
    assert unknown.missing and unknown.explanation.values["least"] == 60


def test_the_contributions_of_one_spouse_are_enough() -> None:
    married = {"pension_months": 12, "married_on": "2010-05-01"}
    assert asked("AE_36", "PENSION", **married).status is OPEN
    assert asked("AE_36", "PENSION", **married).missing
    assert asked("AE_36", "PENSION", **married, divorced_on="2020-01-01").status is NOT_MET
    assert asked("AE_36", "PENSION", **married, spouse_died_on="2020-01-01").status is NOT_MET
    assert asked("AE_36", "PENSION", pension_months=60, married_on="2010-05-01").status is MET
    assert asked("AE_18A", "PENSION", **married).status is NOT_MET
    assert asked("BK_18G", "PENSION", **married).status is NOT_MET


@pytest.mark.parametrize(("code", "requirement", "told"), [
    ("AE_36", "PENSION", {"pension_months": 0}), ("AE_36", "LIVELIHOOD", {"sgb12": True}),
    ("AE_36", "GERMAN", {"german": German.A1}), ("AE_36", "CIVICS", {"civics_passed": False}),
    ("AE_25_1", "LIVELIHOOD", {"sgb2_topup": True}), ("AE_25_1", "GERMAN", {"german": German.A1}),
    ("BK_18G", "GERMAN", {"german": German.NONE}), ("AE_28_1_1", "GERMAN", {"german": German.A2})])
def test_illness_waives_what_cannot_be_met(code: str, requirement: str, told: dict[str, object]) -> None:
    found = asked(code, requirement, **told, illness_or_disability=True)
    assert (found.status, found.rule.key) == (WAIVED, "aufenthg.ne_9_waiver")
    assert asked(code, requirement, **told).status is not WAIVED


def test_illness_does_not_waive_everything() -> None:
    ill = {"illness_or_disability": True, "sgb2_topup": True, "german": German.B2, "pension_months": 3}
    assert asked("AE_25_1", "GERMAN", "NE_26_3_3", **ill).status is NOT_MET
    assert asked("AE_25_1", "LIVELIHOOD", "NE_26_3_3", **ill).status is OPEN
    assert asked("AE_28_1_1", "LIVELIHOOD", **ill).status is OPEN
    assert asked("AE_36", "LIVELIHOOD", "DE_9A", **ill).status is NOT_MET
    assert asked("AE_18A", "PENSION", **ill).status is NOT_MET
    assert asked("AE_36", "GERMAN", **ill).status is MET


def test_young_people_are_let_off_by_their_own_rule() -> None:
    ill = {"birthdate": "2009-11-01", "illness_or_disability": True, "german": German.A1, "sgb2_topup": True}
    assert asked("AE_32", "LIVELIHOOD", "NE_35_16", **ill).rule.key == "aufenthg.ne_35_waiver"
    grown = {**ill, "birthdate": "2000-01-01"}
    assert asked("AE_34", "GERMAN", "NE_35_18", **grown).rule.key == "aufenthg.ne_35_waiver"
    assert asked("AE_34", "LIVELIHOOD", "NE_35_18", **grown).rule.key == "aufenthg.ne_35_waiver"
    assert asked("AE_34", "LIVELIHOOD", "NE_35_18", birthdate="2000-01-01", sgb2_topup=True).status is OPEN


def test_livelihood_by_benefits_and_work() -> None:
    def status(**told: object) -> Status:
        return asked("AE_36", "LIVELIHOOD", **told).status
    assert status(sgb2_topup=True) is NOT_MET
    assert status(sgb12=True, full_time_now=True) is NOT_MET
    assert status(full_time_now=True) is MET
    assert status(own_income=True) is MET
    assert status(sgb2_topup=False, sgb12=False) is MET
    assert status(sgb2_topup=False) is OPEN
    assert status(sgb12=False) is OPEN
    assert status() is OPEN
    assert asked("AE_36", "LIVELIHOOD", own_income=True).on_decision
    assert asked("AE_36", "LIVELIHOOD").missing


@pytest.mark.parametrize(("code", "basis"), [
    ("AE_25_1", "NE_26_3_5"), ("AE_25_1", "NE_26_3_3"), ("AE_28_1_1", "NE_28_2")])
def test_benefits_may_do_no_harm_where_most_is_enough(code: str, basis: str) -> None:
    found = asked(code, "LIVELIHOOD", basis, sgb2_topup=True)
    assert (found.status, bool(found.missing), len(found.used)) == (OPEN, True, 1)
    assert asked(code, "LIVELIHOOD", basis, own_income=True).status is MET


MARRIED = {"married_on": "2010-05-01"}


@pytest.mark.parametrize(("requirement", "told", "records"), [
    ("PENSION", {"pension_months": 60}, ["pension_months"]), ("PENSION", {"pension_months": 59}, ["pension_months"]),
    ("PENSION", {"pension_months": 12, **MARRIED}, ["pension_months"]), ("PENSION", {}, []),
    ("LIVELIHOOD", {"full_time_now": True}, ["full_time_now"]), ("LIVELIHOOD", {"own_income": True}, ["own_income"]),
    ("LIVELIHOOD", {"own_income": True, "full_time_now": True}, ["own_income", "full_time_now"]),
    ("LIVELIHOOD", {"sgb2_topup": False, "sgb12": False}, []), ("LIVELIHOOD", {"sgb12": True}, ["sgb12"]),
    ("GERMAN", {"german": German.B1}, ["german"]), ("GERMAN", {"german": German.A1}, ["german"]),
    ("GERMAN", {"german": German.ORAL}, ["german"]), ("GERMAN", {}, []),
    ("CIVICS", {"civics_passed": True}, ["civics_test"]), ("CIVICS", {"civics_points": 14}, ["civics_test"]),
    ("CIVICS", {"civics_passed": False}, ["civics_test"]),
    ("CIVICS", {"civics_passed": False, "german": German.ORAL}, ["civics_test"])])
def test_a_finding_names_the_records_that_decided(requirement: str, told: dict[str, object],
                                                  records: list[str]) -> None:
    names = ("pension_months", "full_time_now", "own_income", "sgb2_topup", "sgb12", "german", "civics_test")
    sources = MappingProxyType({name: RecordRef(name, 1) for name in names})
    facts = replace(person(seg("AE_36", "2018-01-01"), **told), sources=sources)
    found = settle(facts).proposed.finding(requirement)
    assert found is not None
    assert [each.ref.kind for each in found.used if each.ref is not None] == records
    assert len(found.used) == len(records)


def test_the_hours_of_the_spouse_of_somebody_skilled() -> None:
    facts = replace(person(seg("AE_30", "2018-01-01"), full_time_now=True, spouse_ne_18c=True),
                    sources=MappingProxyType({"full_time_now": SHEET}))
    ways = settle(facts)
    hours = next(right for right in (ways.proposed, *ways.alternatives) if right.basis == "NE_9_3A").finding("WORK")
    assert hours is not None
    assert (hours.status, hours.on_decision, [each.ref for each in hours.used]) == (MET, True, [SHEET])


def test_simple_german_lets_off_the_test_by_the_same_rule() -> None:
    found = asked("AE_36", "CIVICS", civics_passed=False, german=German.ORAL)
    assert [rule.key for rule in found.rules] == ["aufenthg.ne_9_simple_german", "aufenthg.ne_9_civics"]


def test_benefits_are_named_with_their_record() -> None:
    facts = person(seg("AE_36", "2018-01-01"), sgb2_topup=True, sgb12=False)
    found = settle(replace(facts, sources=MappingProxyType({"sgb2_topup": SHEET}))).proposed.finding("LIVELIHOOD")
    assert found is not None
    assert [each.ref for each in found.used] == [SHEET]


@pytest.mark.parametrize(("code", "basis", "level"), [
    ("AE_36", "", "B1"), ("AE_18A", "", "B1"), ("AE_28_1_1", "", "B1"), ("AE_25_1", "NE_26_3_5", "A2"),
    ("AE_25_1", "NE_26_3_3", "C1"), ("AE_25_3", "", "B1"), ("AE_36", "DE_9A", "B1"), ("BK_18G", "", "A1")])
def test_german_by_right(code: str, basis: str, level: str) -> None:
    levels = list(German)
    enough = German(level)
    less = levels[levels.index(enough) - 1]
    assert asked(code, "GERMAN", basis, german=enough).status is MET
    found = asked(code, "GERMAN", basis, german=less)
    assert (found.status, found.explanation.values["level"]) == (NOT_MET, level)
    assert asked(code, "GERMAN", basis).missing[0].values["level"] == level


def test_a_blue_card_with_b1_is_asked_for_b1() -> None:
    found = asked("BK_18G", "GERMAN", german=German.B1)
    assert (found.status, found.rule.key) == (MET, "aufenthg.ne_18c_2_german_b1")
    assert asked("BK_18G", "GERMAN", german=German.A2).rule.key == "aufenthg.ne_18c_2_german"


def test_the_test_of_the_orientation_course() -> None:
    def status(**told: object) -> Status:
        return asked("AE_36", "CIVICS", **told).status
    assert (status(civics_points=15), status(civics_points=14)) == (MET, NOT_MET)
    assert (status(civics_passed=True), status(civics_passed=False), status()) == (MET, NOT_MET, OPEN)
    assert status(civics_points=15, civics_passed=False) is MET
    assert asked("AE_36", "CIVICS", civics_points=14).rule.key == "intv.orientation_points"
    assert asked("AE_36", "CIVICS").missing
    assert dict(asked("AE_36", "CIVICS", civics_points=14).explanation.values) == {"points": 14, "least": 15}


def test_simple_spoken_german_may_be_enough() -> None:
    oral = {"german": German.ORAL, "civics_passed": False}
    for code, basis in (("AE_36", "NE_9"), ("AE_36", "DE_9A"), ("AE_25_1", "NE_26_3_5"), ("AE_28_1_1", "NE_28_2"),
                        ("AE_25_3", "NE_26_4")):
        found = asked(code, "GERMAN", basis, **oral)
        assert (found.status, found.rule.key, bool(found.missing)) == (OPEN, "aufenthg.ne_9_simple_german", True)
    for code, basis in (("AE_18A", ""), ("BK_18G", ""), ("AE_25_1", "NE_26_3_3"), ("AE_34", "NE_35_18")):
        assert asked(code, "GERMAN", basis, **oral).status is NOT_MET
    knowledge = asked("AE_36", "CIVICS", **oral)
    assert (knowledge.status, knowledge.rule.key) == (OPEN, "aufenthg.ne_9_simple_german")
    assert knowledge.missing and knowledge.used
    for code, basis in (("AE_18A", ""), ("BK_18G", ""), ("AE_25_1", "NE_26_3_3")):
        assert asked(code, "CIVICS", basis, **oral).status is NOT_MET
    assert asked("AE_36", "CIVICS", german=German.ORAL).missing[0] != knowledge.missing[0]
    assert asked("AE_36", "CIVICS", german=German.ORAL, civics_passed=True).status is MET
    assert asked("AE_36", "GERMAN", german=German.A2).status is NOT_MET


def test_hours_of_the_spouse_of_a_skilled_worker() -> None:
    assert asked("AE_30", "WORK", "NE_9_3A", spouse_ne_18c=True, full_time_now=True).status is MET
    found = asked("AE_30", "WORK", "NE_9_3A", spouse_ne_18c=True, full_time_now=False)
    assert (found.status, bool(found.missing)) == (OPEN, True)


@pytest.mark.parametrize(("code", "basis", "requirements"), [
    ("AE_36", "NE_9", "TIME PENSION LIVELIHOOD GERMAN CIVICS HOUSING WORK SECURITY"),
    ("AE_18A", "NE_18C_1", "TIME PENSION LIVELIHOOD GERMAN CIVICS HOUSING WORK SECURITY"),
    ("BK_18G", "NE_18C_2", "TIME PENSION LIVELIHOOD GERMAN CIVICS HOUSING WORK SECURITY"),
    ("BK_18G", "NE_18C_3", "TIME QUALIFICATION LIVELIHOOD SECURITY"),
    ("AE_25_1", "NE_26_3_5", "TIME LIVELIHOOD GERMAN CIVICS HOUSING WORK SECURITY REVOCATION"),
    ("AE_25_1", "NE_26_3_3", "TIME LIVELIHOOD GERMAN CIVICS HOUSING WORK SECURITY REVOCATION"),
    ("AE_25_5", "NE_26_4", "TIME PENSION LIVELIHOOD GERMAN CIVICS HOUSING WORK SECURITY"),
    ("AE_28_1_1", "NE_28_2", "TIME FAMILY GERMAN LIVELIHOOD SECURITY"),
    ("AE_31", "NE_31_3", "TIME MAINTENANCE GERMAN CIVICS HOUSING SECURITY"),
    ("AE_19C", "NE_19C_4", "TIME OFFICE LIVELIHOOD GERMAN CIVICS HOUSING WORK SECURITY"),
    ("AE_21", "NE_21_4", "TIME BUSINESS LIVELIHOOD SECURITY"),
    ("AE_34", "NE_35_18", "TIME LIVELIHOOD GERMAN SECURITY"),
    ("AE_36", "DE_9A", "TIME LIVELIHOOD GERMAN CIVICS HOUSING SECURITY"),
    ("EU_2", "EU_4A", "TIME")])
def test_what_each_right_asks_for(code: str, basis: str, requirements: str) -> None:
    right = way(code, basis)
    assert [finding.requirement for finding in right.findings] == requirements.split()
    assert all(finding.citation and finding.requirement in NAMES for finding in right.findings)
    assert right.rule.citation


@pytest.mark.parametrize("requirement", ["HOUSING", "WORK", "SECURITY"])
def test_what_no_record_tells_is_open(requirement: str) -> None:
    found = asked("AE_36", requirement)
    assert (found.status, bool(found.missing), found.rule.key) == (OPEN, True, f"aufenthg.ne_9_{requirement.lower()}")


def test_refugee_law_is_to_be_checked_since_the_reform() -> None:
    facts = person(seg("AE_25_1", "2020-01-01"))
    old, new = settle(facts, date(2026, 6, 11)).proposed, settle(facts, date(2026, 6, 12)).proposed
    before, after = old.finding("TIME"), new.finding("TIME")
    assert before is not None and after is not None
    assert (before.to_check, after.to_check) == (False, True)


# --- TIME in words


def test_time_says_since_when_and_counted_from_which_day() -> None:
    found = asked("AE_36", "TIME")
    assert (found.status, found.since, found.earliest) == (MET, date(2023, 1, 1), date(2023, 1, 1))
    assert dict(found.explanation.values) == {"date": date(2023, 1, 1), "start": date(2018, 1, 1)}
    later = settle(person(seg("AE_36", "2021-11-23"))).proposed.finding("TIME")
    assert later is not None
    assert (later.status, later.since, later.earliest) == (NOT_MET, None, date(2026, 11, 23))
    today = settle(person(seg("AE_36", "2021-11-22"))).proposed.finding("TIME")
    assert today is not None
    assert (today.status, today.since) == (MET, TODAY)


def test_time_names_the_other_facts_with_their_records() -> None:
    told = person(seg("BK_18G", "2018-01-01"), blue_card_employment_from="2018-02-01")
    facts = replace(told, sources=MappingProxyType({"blue_card_employment_from": SHEET}))
    found = settle(facts).proposed.finding("TIME")
    assert found is not None
    assert [each.ref for each in found.used] == [None, SHEET]


def test_time_names_the_titles_and_their_records() -> None:
    held = replace(seg("AE_36", "2018-01-01"), ref=RecordRef("residence_period", 3))
    found = settle(person(seg("VIS_D", "2017-10-01", "2017-12-31"), held)).proposed.finding("TIME")
    assert found is not None
    assert [each.ref for each in found.used] == [None, RecordRef("residence_period", 3)]


def rules(facts: Facts, basis: str = "") -> list[str]:
    found = settle(facts)
    right = next(each for each in (found.proposed, *found.alternatives) if basis in ("", each.basis))
    finding = right.finding("TIME")
    assert finding is not None
    return [rule.key.removeprefix("aufenthg.") for rule in finding.rules]


def test_time_names_the_rules_that_decided() -> None:
    assert rules(person(seg("AE_36", "2018-01-01"))) == ["ne_9_time"]
    assert rules(person(seg("VIS_D", "2017-10-01", "2017-12-31"), seg("AE_36", "2018-01-01"))) == [
        "ne_9_time", "visa_credit"]
    assert rules(person(seg("AE_16B", "2017-10-01", "2017-12-31"), seg("AE_36", "2018-01-01"))) == [
        "ne_9_time", "credit_study"]
    assert rules(person(seg("AG_55", "2017-10-01", "2017-12-31"), seg("AE_25_5", "2018-01-01"))) == [
        "ne_26_4_time", "procedure_credit"]
    settled = person(seg("NE_9", "2010-01-01", "2013-12-31"), seg("AE_36", "2018-01-01"),
                     absences=(away("2013-06-01", "2018-01-01"),))
    assert rules(settled) == ["ne_9_time", "credit_settlement"]
    gap = person(seg("AE_36", "2018-01-01", "2020-12-31"), seg("AE_36", "2021-02-01"))
    assert rules(gap) == ["ne_9_time", "interruption", "interruption_title"]
    assert rules(person(seg("AE_16B", "2018-01-01"))) == ["barred", "ne_9_time"]
    assert rules(person(seg("AE_24", "2018-01-01"))) == ["barred_temporary", "ne_26_4_time"]
    assert rules(person(seg("AE_17", "2018-01-01"))) == ["ne_9_time"]
    assert rules(person(seg("AE_18A", "2018-01-01"), domestic_qualification=True)) == ["ne_18c_1_time_domestic"]
    assert rules(person(seg("BK_18G", "2018-01-01"), german=German.C1)) == ["ne_18c_2_time_b1"]
    assert rules(person(seg("BK_18G", "2018-01-01"), german=German.A1)) == ["ne_18c_2_time"]
    assert rules(person(seg("AE_32", "2018-01-01"), birthdate="2009-01-01")) == ["ne_35_time", "ne_35_age"]
    assert rules(person(seg("AE_34", "2018-01-01"), birthdate="1999-01-01"), "NE_35_18") == [
        "ne_35_time", "ne_35_adult"]


def test_time_waits_for_facts_that_would_make_it_exact() -> None:
    assert asked("AE_18A", "TIME").missing
    assert not asked("AE_18A", "TIME", domestic_qualification=False).missing
    assert asked("BK_18G", "TIME").missing
    assert not asked("BK_18G", "TIME", blue_card_employment_from="2018-02-01").missing
    found = asked("AE_34", "TIME", "NE_35_18")
    assert (found.status, bool(found.missing)) == (OPEN, True)
    assert not asked("AE_36", "TIME").missing


def test_without_time_the_title_or_the_bar_is_the_reason() -> None:
    barred, other = asked("AE_16B", "TIME"), asked("AE_17", "TIME")
    assert (barred.status, other.status) == (NOT_MET, NOT_MET)
    assert barred.explanation != other.explanation
    assert len(barred.used) == len(other.used) == 1
    assert barred.advice is not None and barred.advice == other.advice
    waiting = settle(person(seg("AE_36", "2026-01-01"))).proposed.finding("TIME")
    born = asked("AE_34", "TIME", "NE_35_18")
    assert waiting is not None
    assert waiting.advice is not None and waiting.advice == born.advice != barred.advice
    held = replace(seg("AE_17", "2018-01-01"), ref=RecordRef("residence_period", 3))
    found = settle(person(held)).proposed.finding("TIME")
    assert found is not None
    assert found.used[0].ref == held.ref


def test_only_the_way_with_c1_needs_more_german() -> None:
    found = settle(person(seg("AE_25_1", "2018-01-01")))
    assert {right.basis.value: right.needs for right in (found.proposed, *found.alternatives)} == {
        "NE_26_3_5": "", "NE_26_3_3": "C1", "DE_9A": ""}
    assert found.proposed.finding("PENSION") is None


def test_no_time_is_asked_of_the_highly_qualified() -> None:
    right = way("BK_18G", "NE_18C_3")
    found = right.finding("TIME")
    assert found is not None
    assert (found.status, right.time_met_on) == (WAIVED, date(2018, 1, 1))


def test_mostly_abroad_is_open_for_long_term_residence() -> None:
    facts = person(seg("AE_36", "2019-01-01"), absences=(
        away("2022-01-01", "2022-06-20"), away("2023-01-01", "2023-06-20")))
    right = next(each for each in settle(facts).alternatives if each.basis is Basis.LONG_TERM_EU)
    found = right.finding("TIME")
    assert found is not None
    assert (found.status, right.time_met_on, found.rule.key) == (OPEN, None, "aufenthg.de_9a_absence_sum")
    assert found.missing
    all_spoken(right.findings)


PEOPLE = (
    {}, {"german": German.ORAL, "civics_passed": False},
    {"illness_or_disability": True, "sgb2_topup": True, "pension_months": 3, "german": German.A1},
    {"sgb12": True, "pension_months": 3, "german": German.NONE, "civics_points": 3, "married_on": "2010-01-01"},
    {"own_income": True, "pension_months": 90, "german": German.C2, "civics_points": 33, "spouse_ne_18c": True},
    {"full_time_now": True, "civics_passed": False, "birthdate": "2010-05-01", "spouse_ne_18c": True},
    {"domestic_qualification": True, "blue_card_employment_from": "2020-01-01", "birthdate": "1980-01-01"})


@pytest.mark.parametrize("code", ["AE_18A", "BK_18G", "AE_16B", "AE_17", "AE_19C", "AE_21", "AE_24", "AE_25_1",
                                  "AE_25_3", "AE_28_1_2", "AE_30", "AE_31", "AE_34", "EU_2"])
@pytest.mark.parametrize("told", PEOPLE)
def test_everything_is_said_in_words(code: str, told: dict[str, object]) -> None:
    sources = dict.fromkeys(("pension_months", "german", "civics_test", "full_time_now", "sgb2_topup",
                             "domestic_qualification", "blue_card_employment_from"), SHEET)
    for start in ("2010-01-01", "2026-01-01"):
        facts = replace(person(seg(code, start), **told), sources=MappingProxyType(sources))
        found = settle(facts)
        for right in (found.proposed, *found.alternatives):
            all_spoken(right.findings)
    for name in NAMES.values():
        spoken(name)
