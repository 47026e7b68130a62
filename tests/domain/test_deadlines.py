"""Deadlines: what is shown on a day, from when on, and what stays silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import pytest

from hin_desktop.domain.calendar import DayKind, LegalDay
from hin_desktop.domain.deadline_facts import ChildBornHere, DeadlineFacts, Grant, Paper, PlanReview
from hin_desktop.domain.deadlines import Deadline, DeadlineKind, deadlines
from hin_desktop.domain.facts import Facts, German
from hin_desktop.domain.pathway import RecordRef
from tests.domain.law_desk import TODAY, view
from tests.domain.settlement.people import away, day, person, seg
from tests.domain.spoken import spoken

DAY = timedelta(days=1)
K = DeadlineKind


def found(facts: Facts, on: date = TODAY, **more: Any) -> dict[DeadlineKind, Deadline]:  # noqa: ANN401  # any deadline fact
    listed = deadlines(view(facts, on), DeadlineFacts(**more))
    for each in listed:
        spoken(each.explanation)
        assert each.rule.citation
    return {each.kind: each for each in listed}


def shown(facts: Facts, kind: DeadlineKind, on: date, **more: Any) -> str | None:  # noqa: ANN401  # any deadline fact
    each = found(facts, on, **more).get(kind)
    return each.day.day.isoformat() if each is not None else None


def window(facts: Facts, kind: DeadlineKind, end: date, lead: int, *, stays: bool, **more: Any) -> None:  # noqa: ANN401  # any deadline fact
    """Shown from so many days before an end; afterwards as long again, or until it is done."""
    assert shown(facts, kind, end - (lead + 1) * DAY, **more) is None
    assert shown(facts, kind, end - lead * DAY, **more) == end.isoformat()
    assert shown(facts, kind, end, **more) == end.isoformat()
    assert shown(facts, kind, end + lead * DAY, **more) == end.isoformat()
    assert shown(facts, kind, end + (lead + 1) * DAY, **more) == (end.isoformat() if stays else None)


def test_a_support_plan_is_shown_two_weeks_before_its_review_until_that_is_moved() -> None:
    review = PlanReview(date(2027, 1, 31), RecordRef("case", 4))
    window(person(), K.PLAN_REVIEW, review.on, 14, stays=True, reviews=(review,))
    each = found(person(), review.on, reviews=(review,))[K.PLAN_REVIEW]
    assert (each.day, each.ref, each.information) == (LegalDay(review.on, DayKind.LAST), RecordRef("case", 4), False)


def test_nobody_has_deadlines_without_facts() -> None:
    assert deadlines(view(person()), DeadlineFacts()) == ()


# --- titles


def test_a_title_is_shown_from_ninety_days_before_its_end() -> None:
    window(person(seg("AE_30", "2025-06-01", "2027-05-31")), K.TITLE, date(2027, 5, 31), 90, stays=True)
    held = replace(seg("AE_30", "2025-06-01", "2026-12-31"), ref=RecordRef("residence_period", 5))
    each = found(person(held))[K.TITLE]
    assert (each.day, each.lead_from) == (LegalDay(date(2026, 12, 31), DayKind.LAST), date(2026, 10, 2))
    assert (each.rule.key, each.ref, each.information) == ("aufenthg.expiry", RecordRef("residence_period", 5), False)
    assert each.explanation.values["date"] == date(2026, 12, 31)


def test_what_follows_or_has_no_end_is_silent() -> None:
    ending = seg("AE_30", "2025-06-01", "2026-12-01")
    assert K.TITLE not in found(person(ending, seg("AE_31", "2026-12-02")))
    assert K.TITLE not in found(person(ending, seg("NE_9", "2026-06-01")))
    assert K.TITLE not in found(person(ending, seg("DEU", "2026-06-01", "2026-12-31")))
    assert shown(person(ending, seg("AE_31", "2026-12-02", "2026-12-31")), K.TITLE, TODAY) == "2026-12-31"
    assert K.TITLE in found(person(ending, seg("NONE", "2026-12-02")))
    assert K.TITLE not in found(person(seg("NONE", "2026-01-01", "2026-12-02")))


def test_an_uncertain_end_is_taken_at_its_earliest() -> None:
    assert shown(person(seg("AE_30", "2025-06-01", "2026-12")), K.TITLE, TODAY) == "2026-12-01"


def test_temporary_protection_ends_by_ordinance() -> None:
    facts = person(seg("AE_24", "2022-07-01", "2026-03-04"))
    window(facts, K.TEMPORARY_PROTECTION, date(2027, 3, 4), 120, stays=True)
    assert K.TITLE not in found(facts)
    assert found(facts)[K.TEMPORARY_PROTECTION].rule.key == "ukraineaufenthfgv.extension_end"
    endless = person(seg("AE_24", "2022-07-01"))
    assert shown(endless, K.TEMPORARY_PROTECTION, TODAY) == "2027-03-04"
    longer = person(seg("AE_24", "2022-07-01", "2027-06-30"))
    assert shown(longer, K.TITLE, date(2027, 5, 1)) == "2027-06-30"
    changed = person(seg("AE_24", "2022-07-01", "2027-03-04"), seg("AE_18A", "2026-10-01"))
    assert K.TEMPORARY_PROTECTION not in found(changed)


@pytest.mark.parametrize(("segment", "kind"), [
    (seg("AE_24", "2024-07-01", "2026-01-31"), K.TITLE), (seg("AE_24", "2024-07-01", "2026-02-01"),
                                                          K.TEMPORARY_PROTECTION),
    (seg("AE_24", "2026-02-01", "2026-12-31"), K.TEMPORARY_PROTECTION),
    (seg("AE_24", "2026-02-02", "2026-12-31"), K.TITLE)])
def test_only_what_was_valid_on_the_cut_off_day_continues(segment: Any, kind: DeadlineKind) -> None:  # noqa: ANN401  # a segment
    assert kind in found(person(segment))


def test_before_the_ordinance_the_printed_day_counts() -> None:
    facts = person(seg("AE_24", "2022-07-01", "2025-03-04"))
    assert shown(facts, K.TITLE, date(2025, 1, 10)) == "2025-03-04"


def test_a_fiktionsbescheinigung_runs_out() -> None:
    facts = person(seg("AE_30", "2024-01-01", "2026-08-31"), seg("FB_81_4", "2026-09-01", "2027-02-28"))
    window(facts, K.FICTION, date(2027, 2, 28), 42, stays=True)
    assert K.TITLE not in found(facts, date(2027, 2, 20))
    paper = Paper("FICTION", day("2026-12-01"), RecordRef("identity_document", 2))
    each = found(person(seg("FB_81_4", "2026-09-01")), papers=(paper,))[K.FICTION]
    assert (each.day.day, each.ref, each.rule.key) == (date(2026, 12, 1), paper.ref, "aufenthg.fiction")


# --- documents, benefits, children


def test_of_each_document_the_one_that_lasts_longest() -> None:
    old, new = Paper("PASSPORT", day("2026-12-01")), Paper("PASSPORT", day("2027-01-15"))
    window(person(), K.DOCUMENT, date(2027, 1, 15), 120, stays=True, papers=(old, new))
    window(person(), K.DOCUMENT, date(2027, 1, 15), 120, stays=True, papers=(new, old))
    assert found(person(), papers=(old, Paper("PASSPORT", None))) == {}
    several = deadlines(view(person()), DeadlineFacts(papers=(old, Paper("TRAVEL_REFUGEE", day("2026-11-30")))))
    assert [each.day.day for each in several] == [date(2026, 11, 30), date(2026, 12, 1)]
    assert several[0].rule.key == "aufenthg.passport"


def test_a_grant_is_renewed_six_weeks_before_its_end() -> None:
    grant = Grant("SGB2", date(2027, 1, 31), ref=RecordRef("benefit", 4))
    window(person(), K.BENEFIT, date(2027, 1, 31), 42, stays=False, grants=(grant,))
    each = found(person(), date(2027, 1, 1), grants=(grant,))[K.BENEFIT]
    assert (each.ref, each.lead_from) == (grant.ref, date(2026, 12, 20))
    on = date(2027, 1, 1)
    assert found(person(), on, grants=(replace(grant, renewed=True),)) == {}
    assert found(person(), on, grants=(grant, Grant("SGB2", date(2027, 7, 31)))) == {}
    assert found(person(), on, grants=(grant, Grant("SGB2", None))) == {}
    assert K.BENEFIT in found(person(), on, grants=(grant, Grant("WOHNGELD", date(2027, 7, 31))))


def test_a_child_born_here_needs_a_title_within_six_months() -> None:
    child = ChildBornHere(day("2026-06-26"), ref=RecordRef("relation", 9))
    each = found(person(), children=(child,), land="NW")[K.CHILD_APPLICATION]
    assert each.day == LegalDay(date(2026, 12, 28), DayKind.LAST, date(2026, 12, 26))  # a holiday, then Sunday
    assert (each.ref, each.rule.key, each.lead_from) == (child.ref, "aufenthg.child_application", date(2026, 6, 28))
    assert shown(person(), K.CHILD_APPLICATION, date(2030, 1, 1), children=(child,)) == "2026-12-28"
    assert found(person(), children=(replace(child, applied=True),)) == {}
    assert found(person(), children=(replace(child, applied=True), child)) != {}


def test_holidays_of_the_land() -> None:
    child = ChildBornHere(day("2026-12-04"))  # six months later: Friday after Corpus Christi is no holiday, Thursday is
    assert shown(person(), K.CHILD_APPLICATION, date(2027, 1, 1), children=(child,), land="NW") == "2027-06-04"
    eve = ChildBornHere(day("2026-11-27"))
    assert shown(person(), K.CHILD_APPLICATION, date(2027, 1, 1), children=(eve,), land="NW") == "2027-05-28"
    corpus = ChildBornHere(day("2026-11-27"), ref=None)
    assert shown(person(), K.CHILD_APPLICATION, date(2027, 1, 1), children=(corpus,), land="BE") == "2027-05-27"


# --- courses


def test_a_claim_that_nobody_registered_for_lapses() -> None:
    facts = person(title="AE_30", issued_on="2026-02-01")
    window(facts, K.COURSE_CLAIM, date(2027, 2, 1), 90, stays=False)
    each = found(replace(facts, sources=MappingProxyType({"issued_on": RecordRef("course_entitlement", 8)})))
    assert (each[K.COURSE_CLAIM].ref, each[K.COURSE_CLAIM].rule.key) == (
        RecordRef("course_entitlement", 8), "aufenthg.course_lapse")


def test_registration_in_time_makes_it_silent() -> None:
    on = date(2027, 1, 20)
    assert K.COURSE_CLAIM not in found(person(title="AE_30", issued_on="2026-02-01", registered_on="2027-01-10"), on)
    late = person(title="AE_30", issued_on="2025-12-01", registered_on="2026-12-02")
    assert K.COURSE_CLAIM in found(late, on)
    assert found(person(title="AE_30", issued_on="2026-02-01", german=German.B1), on) == {}
    assert K.COURSE_CLAIM in found(person(title="AE_30", issued_on="2026-02-01", german=German.A2), on)
    begun = person(title="AE_30", issued_on="2026-02-01", course_started_on="2026-05-01")
    assert K.COURSE_CLAIM not in found(begun, on)
    assert found(person(title="AE_30", issued_on="2026-02-01"), on, finished=True) == {}
    assert found(person(title="AE_30"), on) == {}


def test_an_admission_lapses_only_where_it_was_given() -> None:
    facts, on = person(title="AE_25_3", issued_on="2026-02-01"), date(2027, 1, 20)
    assert found(facts, on) == {}
    assert found(facts, on, admitted=True)[K.COURSE_CLAIM].rule.key == "intv.admission"


def test_the_start_after_registration() -> None:
    facts = person(title="AE_30", issued_on="2026-01-20", registered_on="2026-03-02")
    window(facts, K.COURSE_START, date(2027, 3, 2), 90, stays=False)
    assert found(facts, date(2027, 2, 1))[K.COURSE_START].rule.key == "intv.start"
    begun = replace(facts, course_started_on=day("2026-05-01"))
    assert K.COURSE_START not in found(begun, date(2027, 2, 1))
    assert K.COURSE_START in found(person(title="DU_60A", registered_on="2026-03-02"), date(2027, 2, 1))


def test_an_interrupted_course_must_go_on_within_a_year() -> None:
    facts = person(title="AE_30", issued_on="2026-01-20", registered_on="2026-03-02", course_started_on="2026-05-01")
    window(facts, K.COURSE_INTERRUPTION, date(2027, 7, 31), 90, stays=False, interrupted_on=date(2026, 7, 31))
    assert K.COURSE_INTERRUPTION not in found(facts, date(2027, 7, 31), interrupted_on=date(2026, 7, 31), finished=True)
    assert K.COURSE_INTERRUPTION not in found(facts, date(2027, 7, 31))


def test_the_refund_for_whoever_has_begun() -> None:
    facts = person(title="AE_30", issued_on="2026-01-20", registered_on="2026-03-02", course_started_on="2026-05-01")
    window(facts, K.COURSE_REFUND, date(2028, 1, 20), 60, stays=False)
    special = replace(facts, course_type="IK_ALPHA")
    assert shown(special, K.COURSE_REFUND, date(2029, 1, 1)) == "2029-01-20"
    assert found(special, date(2029, 1, 1))[K.COURSE_REFUND].rule.key == "intv.refund_special"
    assert shown(facts, K.COURSE_REFUND, date(2028, 2, 20), paper_issued_on=date(2026, 3, 1)) == "2028-03-01"
    assert K.COURSE_REFUND not in found(replace(facts, course_started_on=None), date(2028, 1, 1))


def test_a_fiction_gives_the_course_of_the_title_before() -> None:
    facts = person(seg("VIS_D", "2025-11-01", "2026-01-31"), seg("AE_30", "2026-02-01", "2026-09-30"),
                   seg("FB_81_4", "2026-10-01"), title="FB_81_4", issued_on="2026-02-01")
    assert shown(facts, K.COURSE_CLAIM, date(2027, 1, 20)) == "2027-02-01"
    assert K.COURSE_CLAIM not in found(person(seg("FB_81_4", "2026-10-01"), title="FB_81_4", issued_on="2026-02-01"),
                                       date(2027, 1, 20))
    assert K.COURSE_CLAIM not in found(person(title="XX", issued_on="2026-02-01"), date(2027, 1, 20))


# --- information


def test_the_end_of_the_residence_duty() -> None:
    facts = person(seg("AE_25_2_FL", "2024-06-01"), recognised_on="2024-05-02")
    facts = replace(facts, sources=MappingProxyType({"recognised_on": RecordRef("asylum_procedure", 1)}))
    window(facts, K.RESIDENCE_DUTY, date(2027, 5, 2), 60, stays=False)
    each = found(facts, date(2027, 5, 1))[K.RESIDENCE_DUTY]
    assert (each.information, each.ref, each.day.kind) == (True, RecordRef("asylum_procedure", 1), DayKind.FIRST)


def test_the_last_day_at_a_youth_service() -> None:
    facts = person(birthdate="2000-02-29")
    window(facts, K.PROGRAMME, date(2027, 2, 28), 90, stays=False, youth_service=True)
    assert found(facts, date(2027, 2, 1)) == {}
    assert found(person(), date(2027, 2, 1), youth_service=True) == {}


def test_time_for_permanent_residence_and_naturalisation() -> None:
    held = replace(seg("AE_36", "2022-01-15"), ref=RecordRef("residence_period", 6))
    facts = person(held)
    window(facts, K.SETTLEMENT_TIME, date(2027, 1, 15), 90, stays=False)
    window(facts, K.NATURALISATION_TIME, date(2027, 1, 15), 90, stays=False)
    both = deadlines(view(facts), DeadlineFacts())
    assert [each.kind for each in both] == [K.SETTLEMENT_TIME, K.NATURALISATION_TIME]
    assert {each.ref for each in both} == {RecordRef("residence_period", 6)}
    assert [each.rule.key for each in both] == ["aufenthg.ne_9_time", "stag.residence"]
    assert all(each.information and each.day.kind is DayKind.FIRST for each in both)


def test_spouses_of_germans_are_told_of_three_years() -> None:
    facts = person(seg("AE_28_1_1", "2023-12-01"), spouse_german=True)
    assert shown(facts, K.NATURALISATION_TIME, TODAY) == "2026-12-01"
    assert shown(facts, K.SETTLEMENT_TIME, TODAY) == "2026-12-01"
    assert shown(replace(facts, spouse_german=None), K.NATURALISATION_TIME, TODAY) is None


def test_stays_abroad_gaps_and_procedures_count_as_the_law_counts_them() -> None:
    away_long = person(seg("AE_36", "2015-01-01"), absences=(away("2021-01-01", "2021-12-01"),))
    assert shown(away_long, K.NATURALISATION_TIME, TODAY) == "2026-12-01"
    gap = person(seg("AE_36", "2015-01-01", "2021-10-31"), seg("AE_36", "2021-12-15"))
    assert shown(gap, K.NATURALISATION_TIME, TODAY) == "2026-12-15"
    refugee = person(seg("AG_55", "2022-05-01", "2023-01-31"), seg("AE_25_1", "2023-02-01"),
                     ankunftsnachweis_on="2021-12-10", protection=None)
    assert shown(refugee, K.NATURALISATION_TIME, TODAY) == "2026-12-10"
    assert shown(refugee, K.SETTLEMENT_TIME, TODAY) == "2026-12-10"


@pytest.mark.parametrize("code", ["DEU", "DU_60A", "NONE"])
def test_no_time_is_told_where_none_runs(code: str) -> None:
    assert not {K.SETTLEMENT_TIME, K.NATURALISATION_TIME} & set(found(person(seg(code, "2021-12-10"))))
    assert K.NATURALISATION_TIME not in found(person(seg("AE_36", "2021-12-10", "2025-01-01")))
    assert set(found(person(seg("NE_9", "2021-12-10")))) == {K.NATURALISATION_TIME}


def test_the_shortest_time_of_all_is_in_time() -> None:
    facts = person(seg("BK_18G", "2025-04-01"), german=German.B1, blue_card_employment_from="2025-04-01")
    assert shown(facts, K.SETTLEMENT_TIME, date(2026, 10, 3)) == "2027-01-01"
    assert shown(facts, K.SETTLEMENT_TIME, date(2026, 10, 2)) is None


def test_the_earliest_comes_first_then_the_more_urgent() -> None:
    facts = person(seg("AE_36", "2022-01-15", "2027-01-15"), birthdate="2000-01-16")
    grants = (Grant("SGB2", date(2027, 1, 15), ref=RecordRef("benefit", 2)),
              Grant("KIZ", date(2027, 1, 15), ref=RecordRef("benefit", 1)))
    listed = deadlines(view(facts, date(2027, 1, 10)), DeadlineFacts(
        grants=grants, papers=(Paper("PASSPORT", day("2027-01-14")),), youth_service=True))
    assert [each.kind for each in listed] == [
        K.DOCUMENT, K.TITLE, K.BENEFIT, K.BENEFIT, K.PROGRAMME, K.SETTLEMENT_TIME, K.NATURALISATION_TIME]
    assert [each.ref for each in listed][2:4] == [RecordRef("benefit", 1), RecordRef("benefit", 2)]


def test_lead_times_are_data() -> None:
    seen = view(person(seg("AE_30", "2025-06-01", "2027-05-31")))
    assert deadlines(seen, DeadlineFacts()) == ()
    rule = seen.law.rule("practice.lead_title")
    law = type(seen.law)(seen.on, {each.key: each for each in seen.law} | {
        rule.key: replace(rule, value=replace(rule.value, length=200))})  # type: ignore[type-var]
    assert [each.kind for each in deadlines(replace(seen, law=law), DeadlineFacts())] == [K.TITLE]
