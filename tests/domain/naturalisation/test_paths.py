"""Which paths come into question, in which order, and what stands beside them."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Absence, Facts
from hin_desktop.domain.naturalisation.assessment import Assessment, assess
from hin_desktop.domain.naturalisation.paths import Character, Path
from hin_desktop.domain.naturalisation.requirement import ORDER
from tests.domain.law_desk import TODAY, view
from tests.domain.naturalisation.findings import MET, NOT_MET, OPEN, day, found, keys, path, since

ALL_MET = {code: MET for code in ORDER[ORDER.index("LIVELIHOOD"):]}
EVERYTHING = Facts(
    segments=(since("AE_33", "2012-05-05"),), birthdate=day("2012-05-05"), stateless_since_birth=True,
    born_in_germany=True, parent_eligible_on=day("2020-01-01"), spouse_german=True, married_on=day("2020-01-01"),
    special_integration=True, defaults=ALL_MET)


def assessed(facts: Facts, on: date = TODAY) -> Assessment:
    return assess(view(facts, on))


def test_of_equal_paths_the_order_decides_and_discretion_comes_last() -> None:
    on = date(2025, 10, 29)
    order = [each.path for each in assessed(EVERYTHING, on).paths]
    assert order == [Path.TURBO, Path.CLAIM, Path.STATELESS, Path.TOGETHER, Path.SPOUSE, Path.DISCRETION]
    assessment = assessed(Facts(segments=(since("AE_33", "2012-05-05"),), birthdate=day("2012-05-05"),
                                stateless_since_birth=True, born_in_germany=True, defaults=ALL_MET))
    assert [each.path for each in assessment.paths] == [Path.CLAIM, Path.STATELESS, Path.DISCRETION]
    assert (assessment.proposed.path, assessment.alternative.path) == (Path.CLAIM, Path.STATELESS)


def test_discretion_is_shown_and_never_proposed() -> None:
    assessment = assessed(Facts(segments=(since("AE_18A", "2023-01-01"),), german=None, defaults={
        **ALL_MET, "LANG_B1": NOT_MET, "CIVICS": NOT_MET}))
    assert [each.path for each in assessment.paths] == [Path.CLAIM, Path.DISCRETION]
    assert assessment.alternative is None
    discretion = path(EVERYTHING, Path.DISCRETION)
    assert [finding.requirement for finding in discretion.findings] == [
        "RES_5Y", "TITLE", "LIVELIHOOD", "IDENTITY", "CRIM", "EXCL_11", "BAR_35A"]
    assert keys(discretion.finding("RES_5Y")) == ["stag.residence_discretion"]


def test_how_far_the_authority_is_bound() -> None:
    found_paths = assessed(EVERYTHING, date(2025, 10, 29)).paths
    assert {each.path: each.character for each in found_paths} == {
        Path.CLAIM: Character.CLAIM, Path.STATELESS: Character.CLAIM, Path.SPOUSE: Character.AS_A_RULE,
        Path.TURBO: Character.DISCRETION, Path.TOGETHER: Character.DISCRETION, Path.DISCRETION: Character.DISCRETION}


def test_each_path_has_its_own_time() -> None:
    paths = {each.path: each for each in assessed(EVERYTHING, date(2025, 10, 29)).paths}
    assert {name: str(each.residence_met_on) for name, each in paths.items()} == {
        "NAT_10": "2017-05-05", "NAT_9": "2015-05-05", "NAT_10_3": "2015-05-05", "STL_2": "2017-05-05",
        "NAT_10_2": "2015-05-05", "NAT_8": "2017-05-05"}
    rules = {name: keys(each.duration.finding)[0] for name, each in paths.items()}
    assert rules == {
        "NAT_10": "stag.residence", "NAT_9": "stag.residence_spouse", "NAT_10_3": "stag.residence_turbo",
        "STL_2": "stl_uebk.residence", "NAT_10_2": "stag.guideline_child", "NAT_8": "stag.residence_discretion"}
    assert {name: each.fee for name, each in paths.items()} == {
        "NAT_10": 255, "NAT_9": 255, "NAT_10_3": 255, "STL_2": 255, "NAT_10_2": 51, "NAT_8": 255}


@pytest.mark.parametrize(("facts", "paths"), [
    (Facts(special_integration=False), set()), (Facts(special_integration=True), {Path.TURBO}),
    (Facts(spouse_german=True), {Path.SPOUSE}), (Facts(spouse_german=True, spouse_died_on=day("2025-10-01")), set()),
    (Facts(spouse_german=True, divorced_on=day("2025-11-01")), {Path.SPOUSE}),
    (Facts(spouse_german=True, divorced_on=day("2025-10-01"), sole_custody_german_child=True), {Path.AFTER_MARRIAGE}),
    (Facts(spouse_german=True, divorced_on=day("2024-10-28"), sole_custody_german_child=True), set()),
    (Facts(spouse_german=True, divorced_on=day("2024-10-29"), sole_custody_german_child=True), {Path.AFTER_MARRIAGE}),
    (Facts(divorced_on=day("2025-10-01"), sole_custody_german_child=True), set()),
    (Facts(spouse_german=True, sole_custody_german_child=True), {Path.SPOUSE}),
    (Facts(spouse_german=True, divorced_on=day("2024"), sole_custody_german_child=True, applied_on=day("2024-12-31")),
     {Path.AFTER_MARRIAGE}),
    (Facts(spouse_german=True, divorced_on=day("2024"), sole_custody_german_child=True, applied_on=day("2025-01")),
     set()),
    (Facts(parent_eligible_on=day("2026-01-01"), birthdate=day("2007-10-29")), set()),
    (Facts(parent_eligible_on=day("2026-01-01"), birthdate=day("2007-10-30")), {Path.TOGETHER}),
    (Facts(parent_eligible_on=day("2026-01-01")), {Path.TOGETHER}),
    (Facts(spouse_eligible_on=day("2026-01-01")), {Path.TOGETHER}),
    (Facts(spouse_eligible_on=day("2026-01-01"), divorced_on=day("2025-10-29")), set()),
    (Facts(parent_eligible_on=day("2026-01-01"), birthdate=day("2000-01-01"), spouse_eligible_on=day("2026-01-01")),
     {Path.TOGETHER}),
])
def test_which_paths_come_into_question(facts: Facts, paths: set[Path]) -> None:
    found_paths = {each.path for each in assessed(facts, date(2025, 10, 29)).paths}
    assert found_paths == {Path.CLAIM, Path.DISCRETION} | paths


def test_variants_and_findings_by_their_code() -> None:
    claim = path(Facts(sgb12=True))
    assert (claim.variant("LIVELIHOOD"), claim.variant("MARRIAGE_2Y")) == ("NOT_MET", "")
    assert claim.finding("MARRIAGE_2Y") is None
    assert claim.missing == ("LIVELIHOOD",) and claim.open == (
        "RES_5Y", "TITLE", "LANG_B1", "CIVICS", "IDENTITY", "FDGO", "HIST", "CRIM", "EXCL_11", "BAR_35A")


def test_the_first_day_is_the_last_of_those_that_must_be_reached() -> None:
    later_title = Facts(segments=(since("AE_16B", "2018-01-01", "2025-12-31"), since("AE_18A", "2026-01-01")))
    assert path(later_title).earliest == date(2026, 1, 1)
    married_later = Facts(segments=later_title.segments, spouse_german=True, married_on=day("2024-12-01"))
    assert path(married_later, Path.SPOUSE).earliest == date(2026, 12, 1)
    together = Facts(segments=later_title.segments, parent_eligible_on=day("2027-05"), birthdate=day("2012-01-01"))
    assert path(together, Path.TOGETHER).earliest == date(2027, 5, 31)
    barred = Facts(segments=later_title.segments, statuses={"BAR_35A": NOT_MET})
    assert (path(barred).earliest, path(barred).blocked_until) == (None, None)


def test_the_next_steps_are_those_of_the_proposed_path_each_once() -> None:
    steps = assessed(Facts(segments=(since("AE_18A", "2020-01-01"),), defaults={**ALL_MET, "FDGO": OPEN, "HIST": OPEN,
                                                                               "CRIM": NOT_MET})).next_steps
    findings = path(Facts(segments=(since("AE_18A", "2020-01-01"),)))
    assert steps == tuple(findings.finding(code).advice for code in ("FDGO", "CRIM"))
    assert findings.finding("HIST").advice == findings.finding("FDGO").advice


def test_the_assessment_keeps_its_day_and_law() -> None:
    assessment = assessed(Facts(), date(2025, 10, 29))
    assert (assessment.on, assessment.law.day, assessment.german) == (date(2025, 10, 29), date(2025, 10, 29), False)
    assert assessment.residence.view.on == date(2025, 10, 29)


def test_exactly_half_abroad_is_not_more_than_half() -> None:
    """1826 days in the five years before: 913 are half of them."""
    halves = [("2022-01-01", "2022-06-30"), ("2022-08-01", "2023-01-31"), ("2023-03-01", "2023-08-31"),
              ("2023-10-01", "2024-03-31"), ("2024-05-01", "2024-10-31")]  # 911 days
    for more, mostly in ((2, False), (3, True)):
        last = Absence(day("2025-03-01"), day(f"2025-03-{1 + more:02}"))
        facts = Facts(segments=(since("AE_18A", "2015-01-01"),),
                      absences=(*(Absence(day(first), day(until)) for first, until in halves), last))
        time = path(facts).duration.time
        assert (time.absence_days, time.mostly_away) == (911 + more, mostly)


def test_days_abroad_before_the_residence_began_do_not_count() -> None:
    facts = Facts(segments=(since("AE_18A", "2023-01-01"),), absences=(Absence(day("2022-11-01"), day("2023-02-01")),))
    assert path(facts).duration.time.absence_days == 31


def test_mostly_abroad_and_still_away() -> None:
    away = [Absence(day(f"{year}-01-01"), day(f"{year}-06-30")) for year in (2022, 2023, 2024, 2025)]
    facts = Facts(segments=(since("AE_18A", "2020-01-01"),),
                  absences=(*away, Absence(day("2025-09-01"), day("2026-02-28")), Absence(day("2026-08-01"))))
    time = path(facts).duration.time
    assert (time.met_on, time.mostly_away, time.discretion) == (None, True, date(2028, 11, 22))


def test_strict_and_lenient_only_where_they_apply() -> None:
    plain = path(Facts(segments=(since("AE_18A", "2020-01-01"),))).duration.time
    assert (plain.lenient, plain.strict, plain.discretion) == (None, None, None)
    assert (plain.gap_days, plain.doubtful) == (0, False)
    visa = Facts(segments=(since("AE_20A", "2019-01-01", "2019-12-31"), since("AE_18A", "2020-01-01")))
    time = path(visa).duration.time
    assert (time.met_on, time.strict, time.doubtful) == (date(2024, 1, 1), date(2025, 1, 1), True)
    assert found(visa, "RES_5Y").unsure


def test_credit_never_reaches_behind_the_start() -> None:
    facts = Facts(segments=(since("AE_18A", "2010-01-01", "2018-12-31"), since("AE_28_1_1", "2020-01-01")),
                  spouse_german=True, married_on=day("2010-01-01"))
    assert path(facts, Path.SPOUSE).duration.time.discretion == date(2020, 1, 1)
    assert path(facts).duration.time.discretion == date(2022, 1, 1)


def test_with_discretion_it_begins_with_the_last_return() -> None:
    """Three years from 31.10.2025, less the 700 days from 01.06.2023 to the last departure."""
    stays = [("2023-07-01", "2023-12-31"), ("2024-01-15", "2024-07-14"), ("2024-08-01", "2025-01-31"),
             ("2025-03-01", "2025-03-31"), ("2025-05-01", "2025-10-31")]
    facts = Facts(segments=(since("AE_28_1_1", "2023-06-01"),), spouse_german=True, married_on=day("2020-01-01"),
                  absences=tuple(Absence(day(first), day(until)) for first, until in stays))
    time = path(facts, Path.SPOUSE).duration.time
    assert (time.mostly_away, time.absence_days, time.discretion) == (True, 616, date(2026, 12, 1))
    leaving = Facts(segments=facts.segments, spouse_german=True, married_on=facts.married_on,
                    absences=(*facts.absences, Absence(day("2026-11-22")), Absence(day("2026-11-23"))))
    assert path(leaving, Path.SPOUSE).duration.time.discretion == TODAY


def test_planned_stays_abroad_are_read_by_the_rule_of_the_person() -> None:
    stays = (Absence(day("2026-06-01"), day("2026-10-01")), Absence(day("2027-01-01"), day("2027-05-01")))
    third_country = Facts(segments=(since("AE_18A", "2022-03-01"),), absences=stays)
    union = Facts(segments=(since("EU_2", "2022-03-01"),), absences=stays)
    assert path(third_country).residence_met_on == date(2027, 3, 1)
    assert path(union).residence_met_on == date(2032, 5, 1)
