"""Course rights, residence duty and counselling service: worked cases, and what the findings say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from hin_desktop.domain.calendar import DayKind, LegalDay
from hin_desktop.domain.course_rights import NAMES as course_names
from hin_desktop.domain.course_rights import Access, CourseRights, course_rights
from hin_desktop.domain.facts import German
from hin_desktop.domain.findings import Status
from hin_desktop.domain.programme import programme
from hin_desktop.domain.residence.titles import CourseDuty
from hin_desktop.domain.residence_duty import NAMES as duty_names
from hin_desktop.domain.residence_duty import ResidenceDuty, duty_ends_on, residence_duty
from hin_desktop.exchange.case_file import CaseInput, CaseKind, read_cases
from tests.domain.law_desk import KNOWN, TODAY, view
from tests.domain.settlement.people import person, seg
from tests.domain.spoken import all_spoken, spoken

FOLDER = Path(__file__).parent / "cases"
ASKED = (CaseKind.COURSE, CaseKind.RESIDENCE_DUTY, CaseKind.PROGRAMME)
Expected = dict[str, object]


def read() -> list[tuple[CaseInput, date, Expected]]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        expected = {case["id"]: case["expected"] for case in yaml.safe_load(text)["cases"]}
        file = read_cases(text, path.name, KNOWN)
        found += [(case, case.as_of or file.as_of, expected[case.id]) for case in file.cases if case.kind in ASKED]
    return found


def day(found: LegalDay | None) -> date | None:
    return found.day if found is not None else None


def answers(case: CaseInput, on: date) -> Expected:
    seen = view(case.facts, on)
    if case.kind is CaseKind.RESIDENCE_DUTY:
        duty = residence_duty(seen)
        return {"wsr_end": day(duty.ends_on) if duty is not None else None}
    if case.kind is CaseKind.PROGRAMME:
        found = programme(seen)
        return {"jmd_until": day(found.jmd_until), "mbe_from": day(found.mbe_from)}
    rights = course_rights(seen)
    assert rights is not None
    days = rights.days
    return {"entitlement_lapses_on": day(days.entitlement_lapses_on),
            "entitlement_secured_by_registration": days.secured,
            "lapse_without_start_on": day(days.lapse_without_start_on), "refund_deadline": day(days.refund_deadline),
            "refund_deadline_special_course": day(days.refund_deadline_special_course)}


@pytest.mark.parametrize(("case", "on", "expected"), [pytest.param(*each, id=each[0].id) for each in read()])
def test_worked_case(case: CaseInput, on: date, expected: Expected) -> None:
    found = answers(case, on)
    assert {key: found[key] for key in expected} == expected


# --- the residence duty


def duty(*segments: object, **told: object) -> ResidenceDuty:
    found = residence_duty(view(person(*segments, **told)))
    assert found is not None
    return found


def test_whoever_is_bound_is_free_from_the_day_after() -> None:
    found = duty(seg("AE_25_2_FL", "2024-06-01"), recognised_on="2024-05-02")
    assert found.ends_on == LegalDay(date(2027, 5, 2), DayKind.FIRST)
    free = found.free_choice
    assert (free.status, free.earliest, free.since) == (Status.NOT_MET, date(2027, 5, 2), None)
    assert free.explanation.values["date"] == date(2027, 5, 1)
    assert (free.missing, free.rule.key) == ((), "aufenthg.residence_duty")


def test_on_the_first_free_day_it_is_over() -> None:
    free = duty(recognised_on="2023-11-22").free_choice
    assert (free.status, free.since, free.explanation.values["date"]) == (Status.MET, TODAY, TODAY)
    assert duty(recognised_on="2023-11-23").free_choice.status is Status.NOT_MET


def test_without_the_day_of_recognition_it_is_asked_for() -> None:
    assert duty(seg("AE_25_1", "2024-06-01")).free_choice.missing
    assert not duty(seg("AE_25_1", "2024-06-01"), decision_on="2024-05-01").free_choice.missing
    assert not duty(seg("AE_24", "2024-06-01")).free_choice.missing


def test_days_elsewhere_name_their_rule() -> None:
    rules = [rule.key for rule in duty(recognised_on="2024-01-01", violation_days=3).free_choice.rules]
    assert "aufenthg.residence_duty_violation" in rules
    assert "aufenthg.residence_duty_violation" not in [
        rule.key for rule in duty(recognised_on="2024-01-01").free_choice.rules]


def test_family_who_joined_is_asked_about() -> None:
    found = duty(seg("AE_36A", "2024-06-01"))
    assert (found.ends_on, found.free_choice.status) == (None, Status.OPEN)
    assert found.free_choice.missing
    assert duty_ends_on(view(person(seg("AE_36A", "2024-06-01")))) is None


def test_every_exception_is_open_with_its_rule() -> None:
    found = duty(recognised_on="2024-01-01").findings[1:]
    assert [each.requirement for each in found] == ["EXEMPT_WORK", "EXEMPT_TRAINING", "EXEMPT_COURSE", "LIFTED"]
    assert {each.status for each in found} == {Status.OPEN}
    assert all(each.missing and each.citation for each in found)
    assert found[0].rules[1].value == Decimal("966.0")


def test_a_title_that_has_ended_binds_nobody() -> None:
    assert residence_duty(view(person(seg("AE_24", "2024-01-01", "2025-01-01")))) is None
    assert residence_duty(view(person(seg("AE_24", "2026-11-23")))) is None
    assert residence_duty(view(person(seg("AE_24", "2024-01-01", "2026-11-22")))) is not None
    assert residence_duty(view(person(seg("AE_24", "2024-01-01"), seg("AE_18A", "2025-01-01")))) is None


# --- the course


def course(title: str = "", *segments: object, on: date = TODAY, **told: object) -> CourseRights:
    found = course_rights(view(person(*segments, title=title, **told), on))
    assert found is not None
    return found


def status(rights: CourseRights, requirement: str) -> Status | None:
    finding = rights.finding(requirement)
    return finding.status if finding is not None else None


def test_no_title_no_rights() -> None:
    assert course_rights(view(person())) is None


def test_a_long_title_gives_a_claim() -> None:
    rights = course("", seg("AE_32", "2026-06-01", "2027-06-01"), issued_on="2026-06-01")
    assert (rights.access, status(rights, "CLAIM"), status(rights, "LASTING")) == (
        Access.CLAIM, Status.MET, Status.MET)
    claim = rights.finding("CLAIM")
    assert claim is not None
    assert claim.until == date(2027, 6, 1)
    assert status(course("", seg("AE_32", "2026-06-01", "2027-05-31")), "LASTING") is Status.OPEN


def test_more_than_eighteen_months_are_lasting_too() -> None:
    def lasting(start: str) -> Status | None:
        return status(course("", seg("AE_25_4A", start, "2025-12-31"), on=date(2025, 12, 1)), "LASTING")
    assert lasting("2024-05-31") is Status.MET  # over a year already
    rights = course("", seg("AE_25_1", "2025-06-01", "2026-05-30"), on=date(2025, 12, 1))
    assert status(rights, "CLAIM") is Status.OPEN


def test_registration_in_time_keeps_the_claim_without_an_end() -> None:
    told = {"issued_on": "2025-01-01", "registered_on": "2025-12-31"}
    claim = course("", seg("AE_32", "2025-01-01"), **told).finding("CLAIM")
    assert claim is not None
    assert (claim.status, claim.until) == (Status.MET, None)


def test_a_lapsed_claim_leaves_admission() -> None:
    rights = course("", seg("AE_32", "2025-01-01"), issued_on="2025-11-21")
    assert (status(rights, "CLAIM"), status(rights, "ADMISSION")) == (Status.NOT_MET, Status.OPEN)
    assert status(course("", seg("AE_32", "2025-01-01"), issued_on="2025-11-22"), "CLAIM") is Status.MET


def test_with_b1_there_is_no_claim() -> None:
    rights = course("", seg("AE_32", "2026-01-01"), german=German.B1)
    claim = rights.finding("CLAIM")
    assert claim is not None
    assert (claim.status, claim.rule.key) == (Status.NOT_MET, "aufenthg.course_no_claim")
    assert status(course("", seg("AE_32", "2026-01-01"), german=German.A2), "CLAIM") is Status.MET


@pytest.mark.parametrize("title", ["AE_18B", "AE_25_4A", "SPA_8"])
def test_a_claim_that_depends_on_the_case_is_open(title: str) -> None:
    rights = course("", seg(title, "2026-01-01"))
    assert (rights.access, status(rights, "CLAIM")) == (Access.CLAIM, Status.OPEN)


def test_the_stop_of_admissions_begins_with_its_day() -> None:
    def rules(on: date) -> list[str]:
        finding = course("AE_24", on=on).finding("ADMISSION")
        assert finding is not None
        assert finding.status is Status.OPEN
        return [rule.key for rule in finding.rules]
    assert rules(date(2026, 2, 9))[0] == "aufenthg.course_stop"
    assert rules(date(2026, 2, 8))[0] == "aufenthg.course_admission"
    stopped, free = course("AE_24").finding("ADMISSION"), course("AE_25_3").finding("ADMISSION")
    assert stopped is not None and free is not None
    assert stopped.explanation != free.explanation


def test_a_duldung_gives_no_way_in() -> None:
    rights = course("DU_60A")
    assert (rights.access, status(rights, "ADMISSION")) == (Access.NONE, Status.NOT_MET)


def test_late_resettlers_have_a_claim_for_nothing() -> None:
    rights = course("SPA_4")
    assert (rights.access, status(rights, "CLAIM"), status(rights, "FEE")) == (
        Access.RESETTLER, Status.MET, Status.NOT_REQUIRED)


def test_the_title_of_the_day_counts_and_the_fiction_is_the_title_before() -> None:
    rights = course("AE_18A", seg("AE_32", "2024-01-01", "2026-06-30"), seg("FB_81_4", "2026-07-01"))
    assert rights.title.code == "AE_32"


def test_income_limits_follow_the_contribution_ceiling() -> None:
    assert course("AE_30").income_limits == (Decimal("2788.50"), Decimal("3633.50"), Decimal("4478.50"))
    assert course("AE_30", on=date(2024, 12, 31)).income_limits == (
        Decimal("2491.50"), Decimal("3246.50"), Decimal("4001.50"))
    rights = course("AE_30", on=date(2025, 6, 1))
    assert rights.income_limits == ()
    assert status(rights, "FEE") is Status.OPEN


def test_benefits_make_it_free_on_application() -> None:
    for benefit in ("sgb2_topup", "sgb12"):
        fee = course("AE_30", **{benefit: True}).finding("FEE")
        assert fee is not None
        assert (fee.status, fee.rule.key) == (Status.NOT_REQUIRED, "intv.fee_benefits")
        assert fee.advice is not None
    assert status(course("DU_60C"), "FEE") is Status.NOT_REQUIRED
    fee = course("AE_30").finding("FEE")
    assert fee is not None
    assert (fee.status, fee.explanation.values["one"]) == (Status.OPEN, Decimal("3633.50"))


def grounds(title: str, **told: object) -> dict[CourseDuty, bool | None]:
    return {ground.reason: ground.applies for ground in course(title, **told).duties}


def test_grounds_of_duty_by_title_and_german() -> None:
    simple, b1 = CourseDuty.NO_SIMPLE_GERMAN, CourseDuty.NOT_B1
    assert grounds("AE_30", german=German.NONE) == {
        simple: True, b1: True, CourseDuty.JOBCENTER: None, CourseDuty.AUTHORITY: None}
    assert grounds("AE_30", german=German.A1)[simple] is False
    assert grounds("AE_30", german=German.A2)[b1] is True
    assert grounds("AE_30", german=German.B1)[b1] is None
    assert grounds("AE_30")[simple] is None and grounds("AE_30", german=German.ORAL)[simple] is None
    assert grounds("AE_30", sgb2_topup=False)[CourseDuty.JOBCENTER] is False
    assert grounds("AE_30", sgb2_topup=True)[CourseDuty.JOBCENTER] is None
    assert CourseDuty.AUTHORITY_SIMPLE_GERMAN in grounds("AE_25_1")
    assert CourseDuty.ASYLUM_BENEFITS in grounds("AE_25_5")


def test_the_paper_counts_for_the_refund() -> None:
    facts = person(title="AE_30", issued_on="2026-01-20")
    rights = course_rights(view(facts), date(2026, 3, 1))
    assert rights is not None
    assert day(rights.days.refund_deadline) == date(2028, 3, 1)
    assert day(rights.days.entitlement_lapses_on) == date(2027, 1, 20)


@pytest.mark.parametrize("told", [
    {}, {"german": German.B2, "issued_on": "2026-01-01", "registered_on": "2026-02-01"},
    {"issued_on": "2024-01-01", "sgb2_topup": True}, {"german": German.NONE, "issued_on": "2026-06-01"}])
def test_everything_is_said_in_words(told: dict[str, object]) -> None:
    for code in ("AE_30", "AE_18B", "AE_24", "AE_25_3", "SPA_4", "DU_60A", "DU_60C", "DEU"):
        all_spoken(course(code, **told).findings)
        all_spoken(course("", seg(code, "2026-01-01", "2026-12-01"), **told).findings)
        all_spoken(course("", seg(code, "2020-01-01"), **told).findings)
    all_spoken(course("AE_30", on=date(2025, 6, 1)).findings)
    for each in (duty(recognised_on="2024-01-01"), duty(recognised_on="2020-01-01"), duty(seg("AE_36A", "2025-01-01")),
                 duty(seg("AE_25_1", "2025-01-01"))):
        all_spoken(each.findings)
    for name in (*course_names.values(), *duty_names.values()):
        spoken(name)


# --- the counselling service


def test_the_years_in_which_mbe_comes_first() -> None:
    def end(*segments: object, **told: object) -> date | None:
        return day(programme(view(person(*segments, **told))).mbe_period_end)
    assert end(entry_on="2024-05-10") == date(2027, 5, 10)
    assert end(seg("DU_60A", "2020-01-01"), seg("AE_25B", "2025-03-01"), entry_on="2019-05-10") == date(2028, 3, 1)
    assert end(seg("AE_30", "2023-03-01"), entry_on="2024-05-10") == date(2027, 5, 10)
    assert end(seg("AE_30", "2023-03-01"), seg("AE_30", "2025-03-01")) == date(2026, 3, 1)
    assert end() is None


def test_from_twelve_years() -> None:
    found = programme(view(person(birthdate="2015-04-03")))
    assert found.jmd_from == LegalDay(date(2027, 4, 3), DayKind.FIRST)
    assert found.jmd_until is not None and found.jmd_until.kind is DayKind.LAST
    assert found.mbe_from is not None and found.mbe_from.kind is DayKind.FIRST
