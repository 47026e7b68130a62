"""Rights to stay: which come into question, from when, and what else they ask for."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import German
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.stay_rights import NAMES, StayCode, StayRight, stay_rights
from tests.domain.law_desk import view
from tests.domain.settlement.people import away, person, seg
from tests.domain.spoken import all_spoken, spoken

MET, NOT_MET, OPEN, WAIVED = Status.MET, Status.NOT_MET, Status.OPEN, Status.NOT_REQUIRED
DULDUNG = (seg("AG_55", "2018-01-10", "2020-03-31"), seg("DU_60A", "2020-04-01"))


def rights(*segments: object, **told: object) -> dict[StayCode, StayRight]:
    return {right.code: right for right in stay_rights(view(person(*segments, **told)))}


def met(code: str, *segments: object, **told: object) -> str | None:
    day = rights(*segments, **told)[StayCode(code)].time_met_on
    return day.isoformat() if day is not None else None


def asked(code: str, requirement: str, *segments: object, **told: object) -> Finding:
    right = rights(*segments, **told)[StayCode(code)]
    return next(finding for finding in right.findings if finding.requirement == requirement)


@pytest.mark.parametrize(("code", "found"), [
    ("DU_60A", "AE_25A AE_25B DU_60D AE_16G DU_60C AE_25_5"),
    ("DU_60B", "AE_25A AE_25B DU_60D AE_16G DU_60C AE_25_5"),
    ("DU_60C", "AE_25A AE_25B DU_60D AE_16G AE_19D AE_25_5"),
    ("DU_60D", "AE_25A AE_25B AE_25B_6 AE_16G DU_60C AE_25_5"),
    ("AG_55", "AE_25A AE_25B AE_16G"), ("AE_104C", "AE_25A AE_25B AE_104C"), ("AE_16G", "AE_19D"),
    ("AE_25_3", ""), ("AE_30", ""), ("NE_9", ""), ("NONE", "")])
def test_what_may_come_into_question(code: str, found: str) -> None:
    assert [right.value for right in rights(seg(code, "2024-01-01"))] == found.split()
    assert rights() == {}


@pytest.mark.parametrize("told", [
    {}, {"birthdate": "2003-01-01", "entry_on": "2020-01-01", "german": German.A2, "civics_points": 20},
    {"birthdate": "2000-01-01", "german": German.ORAL, "sgb2_topup": True, "civics_points": 3},
    {"illness_or_disability": True, "german": German.NONE, "sgb12": True, "civics_passed": False}])
def test_every_finding_has_a_citation_a_name_and_words(told: dict[str, object]) -> None:
    for name in NAMES.values():
        spoken(name)
    for code in ("DU_60A", "DU_60B", "DU_60C", "DU_60D", "AG_55", "AE_104C", "AE_16G"):
        for right in (*rights(seg(code, "2018-01-01"), **told).values(),
                      *rights(seg(code, "2026-01-01", "2027-01-01"), **told).values()):
            all_spoken(right.findings)
            assert right.rule.citation
            assert all(finding.requirement in NAMES for finding in right.findings)


# --- § 25a


def test_young_people_need_three_years_here_and_one_with_a_duldung() -> None:
    assert met("AE_25A", *DULDUNG) == "2021-04-01"
    assert met("AE_25A", seg("AG_55", "2025-01-10", "2025-03-31"), seg("DU_60A", "2025-04-01")) == "2028-01-10"
    assert met("AE_25A", seg("AG_55", "2018-01-10")) is None
    time = asked("AE_25A", "TIME", *DULDUNG)
    assert (time.status, time.since, time.earliest) == (MET, date(2021, 4, 1), date(2021, 4, 1))
    assert [rule.key for rule in time.rules] == ["aufenthg.youth_residence", "aufenthg.youth_toleration"]
    later = asked("AE_25A", "TIME", seg("DU_60A", "2025-01-01"))
    assert (later.status, later.since, later.earliest) == (NOT_MET, None, date(2028, 1, 1))
    assert asked("AE_25A", "TIME", seg("DU_60A", "2023-11-22")).status is MET


def test_chance_residence_needs_no_duldung_before() -> None:
    assert met("AE_25A", seg("AE_104C", "2025-11-01", "2027-04-30")) == "2028-11-01"
    assert met("AE_25A", seg("AG_55", "2019-01-01", "2025-10-31"), seg("AE_104C", "2025-11-01")) == "2025-11-01"


def test_a_duldung_for_unclear_identity_counts_only_with_chance_residence() -> None:
    unclear = seg("DU_60B", "2020-01-01", "2025-10-31")
    assert met("AE_25B", unclear, seg("AE_104C", "2025-11-01")) == "2026-01-01"
    assert met("AE_25B", unclear, seg("DU_60A", "2025-11-01")) == "2031-11-01"
    assert met("AE_25A", seg("DU_60B", "2020-01-01")) is None
    found = asked("AE_25B", "TIME", seg("DU_60B", "2020-01-01"))
    assert (found.status, found.rules[-1].key) == (NOT_MET, "aufenthg.identity_time")
    assert found.explanation == asked("AE_25B", "STATUS", seg("DU_60B", "2020-01-01")).explanation
    assert asked("AE_25B", "STATUS", seg("AG_55", "2020-01-01")).explanation != found.explanation
    assert "aufenthg.identity_time" not in [rule.key for rule in asked("AE_25B", "TIME", *DULDUNG).rules]


def test_the_application_comes_before_the_birthday() -> None:
    age = asked("AE_25A", "AGE", *DULDUNG, birthdate="2001-06-01")
    assert (age.status, age.until, age.explanation.values["date"]) == (MET, date(2028, 5, 31), date(2028, 6, 1))
    late = asked("AE_25A", "AGE", seg("DU_60A", "2025-07-01"), birthdate="2001-07-01")
    assert late.status is NOT_MET
    assert asked("AE_25A", "AGE", seg("DU_60A", "2025-07-01"), birthdate="2001-07-02").status is MET
    unknown = asked("AE_25A", "AGE", *DULDUNG)
    assert (unknown.status, bool(unknown.missing)) == (OPEN, True)
    assert StayCode.YOUTH in rights(*DULDUNG, birthdate="1999-11-23")
    assert StayCode.YOUTH not in rights(*DULDUNG, birthdate="1999-11-22")
    assert asked("AE_25A", "AGE", seg("AG_55", "2025-01-01"), birthdate="2005-01-01").status is MET


# --- § 25b


def test_sustained_integration_after_six_years_or_four_with_a_child() -> None:
    assert met("AE_25B", *DULDUNG) == "2024-01-10"
    assert met("AE_25B", *DULDUNG, minor_child_in_household=True) == "2022-01-10"
    assert met("AE_25B", *DULDUNG, minor_child_in_household=False) == "2024-01-10"
    assert met("AE_25B", seg("AG_55", "2018-01-10")) is None
    assert met("AE_25B", seg("AE_30", "2019-01-01", "2021-12-31"), seg("DU_60A", "2022-01-01")) == "2025-01-01"
    assert met("AE_25B", seg("FB_81_3_1", "2019-01-01", "2021-12-31"), seg("DU_60A", "2022-01-01")) == "2028-01-01"
    assert met("AE_25B", seg("AG_55", "2018-01-10", "2020-03-30"), seg("DU_60A", "2020-04-01")) == "2026-04-01"


def test_whether_a_child_lives_there_is_asked_for() -> None:
    assert asked("AE_25B", "TIME", *DULDUNG).missing
    assert not asked("AE_25B", "TIME", *DULDUNG, minor_child_in_household=False).missing
    assert asked("AE_25B", "SCHOOL", *DULDUNG).status is OPEN
    assert asked("AE_25B", "SCHOOL", *DULDUNG, minor_child_in_household=True).status is OPEN
    right = rights(*DULDUNG, minor_child_in_household=False)[StayCode.INTEGRATION]
    assert "SCHOOL" not in [finding.requirement for finding in right.findings]


def test_what_integration_asks_for() -> None:
    def status(requirement: str, **told: object) -> Status:
        return asked("AE_25B", requirement, *DULDUNG, **told).status
    assert (status("GERMAN"), status("GERMAN", german=German.A2), status("GERMAN", german=German.A1)) == (
        OPEN, MET, NOT_MET)
    assert status("GERMAN", german=German.ORAL) is OPEN
    assert status("GERMAN", german=German.NONE, illness_or_disability=True) is WAIVED
    assert (status("LIVELIHOOD", own_income=True), status("LIVELIHOOD", sgb2_topup=True)) == (MET, OPEN)
    waived = asked("AE_25B", "LIVELIHOOD", *DULDUNG, sgb2_topup=True, illness_or_disability=True)
    assert (waived.status, waived.rule.key) == (WAIVED, "aufenthg.integration_waiver")
    assert (status("CIVICS"), status("CIVICS", civics_points=15)) == (OPEN, MET)
    assert status("CIVICS", civics_passed=False, illness_or_disability=True) is NOT_MET
    assert status("STATUS") is MET
    assert asked("AE_25B", "STATUS", seg("AE_104C", "2025-12-01")).status is MET


def test_a_long_stay_abroad_begins_it_anew() -> None:
    facts = person(*DULDUNG, absences=(away("2021-01-01", "2021-09-01"),))
    found = {right.code: right.time_met_on for right in stay_rights(view(facts))}
    assert found[StayCode.INTEGRATION] == date(2027, 9, 1)
    assert found[StayCode.YOUTH] == date(2024, 9, 1)
    short = person(*DULDUNG, absences=(away("2021-01-01", "2021-07-01"),))
    assert stay_rights(view(short))[1].time_met_on == date(2024, 1, 10)


def test_thirty_months_of_beschaeftigungsduldung() -> None:
    before = seg("DU_60A", "2020-01-01", "2023-12-31")
    assert met("AE_25B_6", before, seg("DU_60D", "2024-01-01")) == "2026-07-01"
    assert asked("AE_25B_6", "GERMAN", before, seg("DU_60D", "2024-01-01"), german=German.A2).rule.key == (
        "aufenthg.integration_german")


# --- the others


def test_chance_residence_ends_with_an_application() -> None:
    right = rights(seg("AE_104C", "2025-11-01", "2027-04-30"))[StayCode.CHANCE]
    applied = right.findings[0]
    assert (applied.status, applied.until, right.time_met_on) == (OPEN, date(2027, 4, 30), None)
    assert applied.explanation.values["date"] == date(2027, 4, 30)
    endless = rights(seg("AE_104C", "2025-11-01"))[StayCode.CHANCE].findings[0]
    assert (endless.until, dict(endless.explanation.values)) == (None, {})


def test_beschaeftigungsduldung_after_entry_by_the_day() -> None:
    def found(entry: str) -> bool:
        return StayCode.EMPLOYMENT in rights(seg("DU_60A", "2024-01-01"), entry_on=entry)
    assert (found("2022-12-31"), found("2023-01-01"), found("2022"), found("2022-12")) == (True, False, True, True)
    assert met("DU_60D", seg("AG_55", "2020-01-01", "2023-12-31"), seg("DU_60A", "2024-01-01")) == "2025-01-01"
    entered = asked("DU_60D", "ENTRY", seg("DU_60A", "2024-01-01"), entry_on="2022-12-31")
    assert (entered.status, len(entered.used)) == (MET, 1)
    unknown = asked("DU_60D", "ENTRY", seg("DU_60A", "2024-01-01"))
    assert (unknown.status, bool(unknown.missing)) == (OPEN, True)
    work = asked("DU_60D", "WORK", seg("DU_60A", "2024-01-01"))
    assert [rule.value for rule in work.rules][-1] == 20
    assert asked("DU_60D", "GERMAN", seg("DU_60A", "2024-01-01"), german=German.A2).status is MET


def test_departure_impossible_for_eighteen_months() -> None:
    assert met("AE_25_5", *DULDUNG) == "2021-10-01"
    assert met("AE_25_5", seg("DU_60B", "2020-01-01")) is None


def test_training() -> None:
    for code in ("AE_16G", "DU_60C"):
        found = asked(code, "TRAINING", *DULDUNG)
        assert (found.status, bool(found.missing)) == (OPEN, True)
        assert rights(*DULDUNG)[StayCode(code)].time_met_on is None
    after = rights(seg("AE_16G", "2024-01-01"))[StayCode.AFTER_TRAINING]
    assert after.rule.key == "aufenthg.after_training"
    assert rights(seg("DU_60C", "2024-01-01"))[StayCode.AFTER_TRAINING].findings[0].missing


def test_each_right_names_its_rule() -> None:
    found = rights(seg("DU_60D", "2020-01-01"))
    assert {code.value: right.rule.key.removeprefix("aufenthg.") for code, right in found.items()} == {
        "AE_25A": "youth", "AE_25B": "integration", "AE_25B_6": "integration_employment", "AE_16G": "training_permit",
        "DU_60C": "training_toleration", "AE_25_5": "departure_impossible"}
    assert rights(seg("DU_60A", "2020-01-01"))[StayCode.EMPLOYMENT].rule.key == "aufenthg.employment_toleration"
    assert rights(seg("AE_104C", "2026-01-01"))[StayCode.CHANCE].rule.key == "aufenthg.chance"
