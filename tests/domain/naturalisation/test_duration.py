"""How long: residence, marriage, guidelines, with the days, rules and records that a finding names."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Absence, AbsenceReason, Facts, Gap, GapCause, Segment
from hin_desktop.domain.findings import Status
from hin_desktop.domain.naturalisation.paths import Path
from tests.domain.law_desk import TODAY
from tests.domain.naturalisation.findings import (
    MET,
    NOT_MET,
    OPEN,
    day,
    found,
    keys,
    path,
    since,
    since_or_from,
    values,
)


def test_time_met_names_both_days_and_the_periods() -> None:
    facts = Facts(segments=(since("VIS_D", "2020-01-10", "2020-03-31"), since("AE_18A", "2020-04-01")))
    finding = found(facts, "RES_5Y")
    assert (finding.status, finding.since, finding.earliest) == (MET, date(2025, 1, 10), date(2025, 1, 10))
    assert values(finding) == {"date": date(2025, 1, 10), "start": date(2020, 1, 10)}
    assert [each.ref.id for each in finding.used] == [0, 1]
    assert [dict(each.fact.values)["date"] for each in finding.used] == [date(2020, 1, 10), date(2020, 4, 1)]
    assert (keys(finding), finding.missing, finding.unsure) == (["stag.residence"], (), False)


def test_time_met_today_and_tomorrow() -> None:
    today = found(Facts(segments=(since("AE_18A", "2021-11-22"),)), "RES_5Y")
    tomorrow = found(Facts(segments=(since("AE_18A", "2021-11-23"),)), "RES_5Y")
    assert (today.status, today.since) == (MET, TODAY)
    assert (tomorrow.status, tomorrow.since, tomorrow.earliest) == (NOT_MET, None, date(2026, 11, 23))
    assert values(tomorrow) == {"date": date(2026, 11, 23), "start": date(2021, 11, 23)}
    assert today.explanation.key != tomorrow.explanation.key


def test_an_uncertain_day_is_named() -> None:
    finding = found(Facts(segments=(since("AE_18A", "2019", "2022-05-31"), since("AE_18A", "2022-06-01", "2027-02"),
                                    since("NE_9", "2027-03-01"))), "RES_5Y")
    assert [each.values["date"] for each in finding.missing] == [day("2019"), day("2027-02")]


def test_a_doubtful_period_makes_it_unsure() -> None:
    facts = Facts(segments=(since("AE_16F", "2020-01-01", "2020-12-31"), since("AE_18A", "2021-01-01")))
    assert found(facts, "RES_5Y").unsure and found(facts, "RES_5Y").to_check


@pytest.mark.parametrize(("segments", "gaps"), [
    ((since("AE_30", "2020-01-01", "2021-12-31"), since("AE_30", "2022-01-11")),
     (Gap(date(2022, 1, 1), date(2022, 1, 10), GapCause.LATE_APPLICATION),)),
    ((since("AE_30", "2020-01-01", "2026-10-31"), since("FB_81_3_2", "2026-11-01")), ()),
])
def test_a_disregarded_gap_names_its_rule(segments: tuple[Segment, ...], gaps: tuple[Gap, ...]) -> None:
    assert keys(found(Facts(segments=segments, gaps=gaps), "RES_5Y")) == ["stag.residence", "stag.late_application"]


def test_no_status_is_open() -> None:
    finding = found(Facts(), "RES_5Y")
    assert (finding.status, values(finding), len(finding.missing), finding.used) == (OPEN, {"date": TODAY}, 1, ())


def test_a_status_that_does_not_count_is_named() -> None:
    finding = found(Facts(segments=(since("DU_60A", "2018-01-01"),)), "RES_5Y")
    assert (finding.status, len(finding.used), finding.used[0].ref.id) == (NOT_MET, 1, 0)
    assert finding.used[0].fact.values["title"].label("de") == "Duldung (allgemein)"


@pytest.mark.parametrize(("code", "rule"), [("AE_18A", "stag.absence"), ("EU_2", "freizuegg_eu.absence")])
def test_abroad_for_too_long(code: str, rule: str) -> None:
    facts = Facts(segments=(since(code, "2015-01-01"),), absences=(Absence(day("2026-01-10")),))
    finding, title = found(facts, "RES_5Y"), found(facts, "TITLE")
    assert (finding.status, keys(finding)) == (NOT_MET, [rule, "stag.residence"])
    assert (title.status, len(title.missing), title.used[0].ref.id) == (OPEN, 1, 0)
    assert path(facts).title_ok_from is None


def test_mostly_abroad_names_the_days() -> None:
    away = tuple(Absence(day(f"{year}-01-01"), day(f"{year}-06-30")) for year in (2022, 2023, 2024, 2025, 2026))
    more = Absence(day("2025-07-10"), day("2025-08-20"))
    facts = Facts(segments=(since("AE_18A", "2019-01-01"),), absences=(*away, more))
    finding = found(facts, "RES_5Y")
    assert (finding.status, values(finding)["days"], len(finding.missing), len(finding.used)) == (OPEN, 942, 1, 1)
    assert keys(finding) == ["stag.absence_half", "stag.residence"]
    time = path(facts).duration.time
    assert (time.mostly_away, time.absence_days, time.met_on) == (True, 942, None)
    assert time.discretion == date(2028, 6, 30)  # five years from the last return, three of them credited


def test_military_service_waits_for_the_discharge() -> None:
    away = Absence(day("2024-01-10"), day("2025-01-20"), reason=AbsenceReason.MILITARY)
    finding = found(Facts(segments=(since("NE_9", "2018-01-01"),), absences=(away,)), "RES_5Y")
    assert (finding.status, finding.earliest, len(finding.missing)) == (OPEN, date(2030, 1, 20), 1)
    assert keys(finding) == ["stag.residence", "stag.military_return"]
    earlier = Absence(day("2012-01-10"), day("2013-01-20"), reason=AbsenceReason.MILITARY)
    reached = found(Facts(segments=(since("NE_9", "2010-01-01"),), absences=(earlier,)), "RES_5Y")
    assert (reached.status, keys(reached), reached.missing) == (MET, ["stag.residence"], ())


@pytest.mark.parametrize(("married", "divorced", "status", "met_on", "start"), [
    ("2024-11-22", "", MET, TODAY, TODAY), ("2024-11-23", "", NOT_MET, date(2026, 11, 23), None),
    ("2024-05-01", "2026-05-01", MET, date(2026, 5, 1), date(2026, 5, 1)),
    ("2024-05-01", "2026-04-30", NOT_MET, None, None),
    ("2024-05-01", "2026-11-22", MET, date(2026, 5, 1), date(2026, 5, 1)),
])
def test_two_years_of_marriage(
        married: str, divorced: str, status: Status, met_on: date | None, start: date | None) -> None:
    facts = Facts(segments=(since("AE_28_1_1", "2020-01-01"),), spouse_german=True, married_on=day(married),
                  divorced_on=day(divorced) if divorced else None, sole_custody_german_child=True)
    which = Path.AFTER_MARRIAGE if divorced else Path.SPOUSE
    finding = found(facts, "MARRIAGE_2Y", which)
    assert (finding.status, finding.earliest, finding.since) == (status, met_on, start)
    assert path(facts, which).marriage_met_on == met_on
    assert finding.used[0].ref.kind == "married_on" and keys(finding) == ["stag.marriage"]
    assert values(finding) == ({"date": met_on} if met_on else {})
    assert not met_on or since_or_from(finding) == ("since" if status is MET else "from")


def test_an_unknown_wedding_day_is_missing() -> None:
    finding = found(Facts(spouse_german=True), "MARRIAGE_2Y", Path.SPOUSE)
    assert (finding.status, len(finding.missing), finding.used) == (OPEN, 1, ())


def test_a_marriage_accepted_by_hand_adds_no_day() -> None:
    facts = Facts(segments=(since("AE_28_1_1", "2022-01-01"),), spouse_german=True, statuses={"MARRIAGE_2Y": MET})
    spouse = path(facts, Path.SPOUSE)
    assert (spouse.finding("MARRIAGE_2Y").status, spouse.earliest) == (MET, date(2025, 1, 1))
    refused = path(Facts(segments=facts.segments, spouse_german=True, married_on=day("2020-01-01"),
                         statuses={"MARRIAGE_2Y": NOT_MET}), Path.SPOUSE)
    assert (refused.missing, refused.earliest) == (("MARRIAGE_2Y",), date(2025, 1, 1))


def child(birthdate: str, start: str, **more: object) -> Facts:
    return Facts(segments=(since("AE_32", start),), birthdate=day(birthdate), parent_eligible_on=day("2026-01-01"),
                 **more)


@pytest.mark.parametrize(("birthdate", "start", "met_on", "small"), [
    ("2022-11-22", "2024-11-22", "2026-11-23", True),  # 731 days, the leap day among them
    ("2022-11-22", "2024-11-21", "2026-11-21", True), ("2022-11-23", "2024-11-22", "2026-11-22", True),
    ("2021-01-01", "2024-03-01", "2027-03-01", False),  # at six on the day of half the life: three years
    ("2020-11-23", "2023-11-01", "2026-10-09", True),  # 1073 days, still five today
    ("2020-11-22", "2023-11-01", "2026-11-01", False),  # six today
    ("2022-01-01", "2022-01-01", "2022-01-01", True),
    ("2016-01-01", "2024-01-01", "2027-01-01", False),
])
def test_the_guideline_for_children(birthdate: str, start: str, met_on: str, small: bool) -> None:
    finding = found(child(birthdate, start), "RES_GUIDELINE", Path.TOGETHER)
    reached = date.fromisoformat(met_on) <= TODAY
    assert (finding.status, finding.earliest) == (MET if reached else NOT_MET, date.fromisoformat(met_on))
    assert finding.since == (finding.earliest if reached else None)
    assert (values(finding)["date"], since_or_from(finding)) == (finding.earliest, "since" if reached else "from")
    assert keys(finding) == ["stag.guideline_small_child"] * small + ["stag.guideline_child", "stag.co_naturalisation"]


def test_guidelines_of_the_office() -> None:
    years = {"guideline_child_years": 4}
    assert path(child("2022-05-22", "2024-08-20", **years), Path.TOGETHER).residence_met_on == date(2028, 8, 20)
    half = {**years, "guideline_under6": "half_life"}
    assert path(child("2022-05-22", "2024-08-20", **half), Path.TOGETHER).residence_met_on == date(2026, 11, 19)


def test_from_sixteen_it_is_open() -> None:
    finding = found(child("2010-11-22", "2020-01-01"), "RES_GUIDELINE", Path.TOGETHER)
    assert (finding.status, values(finding), len(finding.missing)) == (OPEN, {"age": 16}, 1)
    assert keys(finding) == ["stag.guideline_own_claim", "stag.guideline_child", "stag.co_naturalisation"]
    assert path(child("2010-11-22", "2020-01-01"), Path.TOGETHER).residence_met_on == date(2023, 1, 1)
    assert found(child("2010-11-23", "2020-01-01"), "RES_GUIDELINE", Path.TOGETHER).status is MET
    decided = child("2010-11-22", "2020-01-01", statuses={"RES_GUIDELINE": MET})
    assert found(decided, "RES_GUIDELINE", Path.TOGETHER).status is MET
    unborn = Facts(segments=(since("AE_32", "2020-01-01"),), parent_eligible_on=day("2026-01-01"))
    assert found(unborn, "RES_GUIDELINE", Path.TOGETHER).status is MET


def test_a_spouse_together() -> None:
    facts = Facts(segments=(since("AE_30", "2020-01-01"),), spouse_eligible_on=day("2026-02-03"),
                  married_on=day("2021-03-04"))
    together = path(facts, Path.TOGETHER)
    assert (together.residence_met_on, together.marriage_met_on, together.earliest) == (
        date(2024, 1, 1), date(2023, 3, 4), date(2026, 2, 3))
    assert keys(together.finding("RES_GUIDELINE")) == ["stag.guideline_spouse", "stag.co_naturalisation"]
    assert keys(together.finding("MARRIAGE_2Y")) == ["stag.guideline_marriage"]
    assert together.fee == 255
