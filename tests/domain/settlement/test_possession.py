"""Possession of a title: what interrupts it, what is credited, which ways are open to which title."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import AbsenceReason, Facts
from hin_desktop.domain.residence.timeline import timeline
from hin_desktop.domain.settlement.assessment import assess, proposed_day
from hin_desktop.domain.settlement.rights import Basis, bar
from tests.domain.law_desk import BOOK, CODES, TODAY, view
from tests.domain.settlement.people import away, person, seg


def met(facts: Facts, basis: str = "", on: date = TODAY) -> str | None:
    """The day of a way (the proposed one), as text."""
    found = assess(view(facts, on))
    assert found is not None
    right = next(each for each in (found.proposed, *found.alternatives) if basis in ("", each.basis))
    return right.time_met_on.isoformat() if right.time_met_on is not None else None


def lenient(facts: Facts, basis: str = "") -> str | None:
    found = assess(view(facts))
    assert found is not None
    right = next(each for each in (found.proposed, *found.alternatives) if basis in ("", each.basis))
    return right.lenient.isoformat() if right.lenient is not None else None


# --- ways by title


@pytest.mark.parametrize(("code", "bases"), [
    ("AE_7_1_3", "NE_9 DE_9A"), ("AE_16A", "NE_9"), ("AE_16B", "NE_9"), ("AE_16D", "NE_9"), ("AE_16E", "NE_9"),
    ("AE_16F", "NE_9"), ("AE_16G", "NE_9 DE_9A"), ("AE_17", "NE_9"), ("AE_18A", "NE_18C_1 NE_9 DE_9A"),
    ("AE_18B", "NE_18C_1 NE_9 DE_9A NE_18C_3"), ("AE_18D", "NE_18C_1 NE_9 DE_9A NE_18C_3"), ("AE_18F", "NE_9"),
    ("BK_18G", "NE_18C_2 NE_18C_1 NE_9 DE_9A NE_18C_3"), ("ICT_19", "NE_9"), ("AE_19C", "NE_9 NE_19C_4 DE_9A"),
    ("AE_19D", "NE_9 DE_9A"), ("AE_20", "NE_9 DE_9A"), ("AE_20A", "NE_9"), ("AE_21", "NE_9 NE_21_4 DE_9A"),
    ("AE_22", "NE_26_4"), ("AE_23_1", "NE_26_4"), ("AE_23_2", "NE_26_4 DE_9A"), ("AE_23_4", "NE_26_3_5 NE_26_3_3"),
    ("AE_23A", "NE_26_4"), ("AE_24", "NE_26_4"), ("AE_25_1", "NE_26_3_5 NE_26_3_3 DE_9A"),
    ("AE_25_2_FL", "NE_26_3_5 NE_26_3_3 DE_9A"), ("AE_25_2_SUB", "NE_26_4 DE_9A"), ("AE_25_3", "NE_26_4"),
    ("AE_25_4_1", "NE_26_4"), ("AE_25_4A", "NE_26_4"), ("AE_25_5", "NE_26_4"), ("AE_25A", "NE_26_4"),
    ("AE_25B", "NE_26_4"), ("AE_104C", "NE_26_4"), ("AE_28_1_1", "NE_28_2 NE_9 DE_9A"),
    ("AE_28_1_2", "NE_28_2 NE_9 NE_35_18 DE_9A"), ("AE_28_1_3", "NE_28_2 NE_9 DE_9A"), ("AE_30", "NE_9 DE_9A"),
    ("AE_31", "NE_9 NE_31_3 DE_9A"), ("AE_32", "NE_9 NE_35_18 DE_9A"), ("AE_33", "NE_9 NE_35_18 DE_9A"),
    ("AE_34", "NE_9 NE_35_18 DE_9A"), ("AE_36", "NE_9 DE_9A"), ("AE_36A", "NE_9 DE_9A"), ("AE_38A", "NE_9 DE_9A"),
    ("CH_FZA", "NE_9 DE_9A"), ("ARB_180", "NE_9 DE_9A"), ("FB_81_4", "NE_9 DE_9A"), ("VIS_D", "NE_9 DE_9A"),
    ("EU_2", "EU_4A"), ("EU_FAM_5", "EU_4A"), ("EU_3A", "EU_4A"), ("GB_16", "EU_4A")])
def test_ways_open_to_a_title(code: str, bases: str) -> None:
    found = assess(view(person(seg(code, "2025-01-01"))))
    assert found is not None
    assert [right.basis for right in (found.proposed, *found.alternatives)] == bases.split()
    assert found.alternative is (found.alternatives[0] if found.alternatives else None)
    assert found.on == TODAY


@pytest.mark.parametrize("code", [
    "NE_9", "DE_9A", "NE_18C", "NE_26_3", "NE_26_4", "NE_28_2", "NE_35", "EU_4A", "EU_FAM_DA", "HAO", "AG_55",
    "ANK_63A", "DU_60A", "DU_60B", "DU_60C", "DU_60D", "TITELFREI_UKR", "MOB_16C", "VIS_C", "FB_81_3_1", "FB_81_3_2",
    "DEU", "SPA_4", "NONE"])
def test_nothing_to_settle_from(code: str) -> None:
    assert assess(view(person(seg(code, "2025-01-01")))) is None
    assert assess(view(person())) is None


def test_no_title_on_the_day() -> None:
    assert assess(view(person(seg("AE_30", "2015-01-01", "2026-11-21")))) is None
    assert assess(view(person(seg("AE_30", "2026-11-23")))) is None
    assert assess(view(person(seg("AE_30", "2015-01-01", "2026-11-22")))) is not None


def test_a_child_has_its_own_way_first() -> None:
    def bases(code: str, born: str) -> list[str]:
        found = assess(view(person(seg(code, "2020-01-01"), birthdate=born)))
        assert found is not None
        return [right.basis for right in (found.proposed, *found.alternatives)]
    assert bases("AE_32", "2008-11-23") == ["NE_35_18", "NE_9", "DE_9A"]
    assert bases("AE_32", "2010-11-23") == ["NE_35_16", "NE_9", "DE_9A"]
    assert bases("AE_32", "2008-11-22") == ["NE_9", "NE_35_18", "DE_9A"]
    assert bases("AE_28_1_2", "2012-01-01") == ["NE_28_2", "NE_9", "NE_35_16", "DE_9A"]


def test_every_way_has_a_place_in_the_order() -> None:
    assert {basis.value for basis in Basis} == {
        "NE_9", "NE_9_3A", "NE_18C_1", "NE_18C_2", "NE_18C_3", "NE_19C_4", "NE_21_4", "NE_26_3_5", "NE_26_3_3",
        "NE_26_4", "NE_28_2", "NE_31_3", "NE_35_16", "NE_35_18", "DE_9A", "EU_4A"}


def test_bars_name_their_rule() -> None:
    law = BOOK.on(TODAY)
    found = {code: bar(title, law) for code in ("AE_16D", "AE_20A", "AE_30") if (title := CODES.titles.find(code))}
    assert found == {"AE_16D": "aufenthg.barred_recognition", "AE_20A": "aufenthg.barred_search", "AE_30": ""}


def test_the_list_of_deadlines_gets_the_same_day() -> None:
    seen = view(person(seg("AE_16B", "2020-01-01", "2020-12-31"), seg("AE_30", "2021-01-01")))
    assert proposed_day(seen, timeline(seen)) == (Basis.GENERAL, date(2025, 7, 2))
    duldung = view(person(seg("DU_60A", "2020-01-01")))
    assert proposed_day(duldung, timeline(duldung)) is None


# --- what counts


def test_the_title_decides_what_counts_before_it() -> None:
    assert met(person(seg("AE_20A", "2024-01-01", "2024-12-31"), seg("AE_18A", "2025-01-01"))) == "2028-01-01"
    assert met(person(seg("AE_20A", "2024-01-01", "2024-12-31"), seg("AE_18A", "2025-01-01")), "NE_9") == "2029-01-01"
    assert met(person(seg("AE_17", "2024-01-01", "2024-12-31"), seg("AE_36", "2025-01-01"))) == "2030-01-01"
    assert met(person(seg("NE_9", "2018-01-01", "2024-12-31"), seg("AE_36", "2025-01-01"))) == "2030-01-01"


def test_a_visa_counts_only_directly_before_the_title() -> None:
    assert met(person(seg("VIS_D", "2024-09-01", "2024-12-31"), seg("AE_36", "2025-01-01"))) == "2029-09-01"
    assert met(person(seg("VIS_D", "2024-09-01", "2024-12-30"), seg("AE_36", "2025-01-01"))) == "2030-01-01"
    assert met(person(seg("VIS_C", "2024-09-01", "2024-12-31"), seg("AE_36", "2025-01-01"))) == "2030-01-01"
    assert met(person(seg("VIS_D", "2021-09-01", "2021-12-31"), seg("EU_FAM_5", "2022-01-01"))) == "2027-01-01"


def test_recognition_counts_as_the_title_for_refugees_only() -> None:
    told = {"recognised_on": "2020-06-30", "protection": None}
    facts = person(seg("AE_25_2_FL", "2020-09-01"), **told)
    assert met(facts) == "2025-06-30"
    assert met(facts, "DE_9A") == "2025-06-30"
    later = person(seg("AE_25_2_FL", "2020-09-01", "2022-12-31"), seg("AE_36", "2023-01-01"), **told)
    assert met(later) == "2025-09-01"


def test_studies_in_the_middle_count_half() -> None:
    facts = person(seg("AE_36", "2020-01-01", "2020-12-31"), seg("AE_16A", "2021-01-01", "2022-12-31"),
                   seg("AE_36", "2023-01-01"))
    # 366 days full, 730 half = 365: five years from 2023-01-01 less 731 days
    assert met(facts) == "2025-12-31"


def test_studies_do_not_count_for_the_rights_with_titles_of_their_own() -> None:
    for code, basis, day in (("AE_28_1_1", "", "2026-01-01"), ("AE_18A", "", "2026-01-01"), ("AE_21", "NE_21_4",
                                                                                           "2026-01-01")):
        assert met(person(seg("AE_16B", "2021-01-01", "2022-12-31"), seg(code, "2023-01-01")), basis) == day
    assert met(person(seg("AE_16B", "2021-01-01", "2022-12-31"), seg("AE_25_5", "2023-01-01"))) == "2027-01-01"
    assert met(person(seg("AE_16B", "2021-01-01", "2022-12-31"), seg("AE_25_1", "2023-01-01"))) == "2027-01-01"


def test_time_met_before_studies_stays_met() -> None:
    facts = person(seg("AE_36", "2015-01-01", "2022-12-31"), seg("AE_16G", "2023-01-01"))
    assert met(facts) == "2020-01-01"
    exactly = person(seg("AE_36", "2018-01-01", "2022-12-31"), seg("AE_16G", "2023-01-01"))
    assert met(exactly) == "2023-01-01"
    almost = person(seg("AE_36", "2018-01-02", "2022-12-31"), seg("AE_16G", "2023-01-01"))
    assert met(almost) == "2023-01-02"  # one day is wanting: the first half day, rounded up, is enough
    two = person(seg("AE_36", "2018-01-03", "2022-12-31"), seg("AE_16G", "2023-01-01"))
    assert met(two) == "2023-01-04"


def test_half_days_before_and_now_are_rounded_up_together() -> None:
    facts = person(seg("AE_16A", "2023-01-01", "2023-01-03"), seg("AE_36", "2023-01-04", "2023-12-31"),
                   seg("AE_16G", "2024-01-01"))
    # five years from 2024-01-01 are 1827 days; 362 full before, 3 half days before: 2 * 1464 + 1 - 3 days later
    assert met(facts) == "2032-01-05"


def test_the_procedure_counts_from_its_cards_in_a_row() -> None:
    facts = person(seg("ANK_63A", "2020-01-01", "2020-01-31"), seg("AG_55", "2020-02-01", "2020-12-31"),
                   seg("DU_60A", "2021-01-01", "2021-12-31"), seg("AE_25_5", "2022-01-01"))
    assert met(facts) == "2025-12-31"  # 366 days


def test_the_procedure_does_not_count_for_other_rights() -> None:
    facts = person(seg("AG_55", "2020-01-01", "2021-12-31"), seg("AE_36", "2022-01-01"))
    assert met(facts) == "2027-01-01"
    assert met(person(seg("AG_55", "2020-01-01", "2021-12-31"), seg("AE_23_2", "2022-01-01")), "DE_9A") == "2027-01-01"


def test_a_procedure_after_the_title_counts_nothing() -> None:
    facts = person(seg("AE_25_5", "2020-01-01", "2021-12-31"), seg("AE_25_5", "2023-01-01"),
                   seg("AG_55", "2027-01-01"))
    assert met(facts) == "2028-01-01"


def test_a_procedure_right_before_studies_at_half() -> None:
    facts = person(seg("AG_55", "2020-01-01", "2020-12-31"), seg("AE_16A", "2021-01-01", "2022-12-31"),
                   seg("AE_25_5", "2023-01-01"))
    # 366 days of the procedure, 730 half = 365
    assert met(facts) == "2025-12-31"


# --- stays abroad


def test_six_months_do_no_harm_and_a_day_more_ends_the_title() -> None:
    assert met(person(seg("AE_36", "2022-01-01"), absences=(away("2023-08-31", "2024-02-29"),))) == "2027-01-01"
    assert met(person(seg("AE_36", "2022-01-01"), absences=(away("2023-08-31", "2024-03-01"),))) == "2029-03-01"


def test_a_deadline_kept_to_the_day() -> None:
    kept = person(seg("AE_36", "2022-01-01"), absences=(away("2023-01-01", "2023-10-01", "2023-10-01"),))
    assert met(kept) == "2027-04-03"  # 92 days beyond 2023-07-01
    assert met(kept, "DE_9A") == "2027-10-01"  # none of the 273 days counts
    late = person(seg("AE_36", "2022-01-01"), absences=(away("2023-01-01", "2023-10-02", "2023-10-01"),))
    assert met(late) == "2028-10-02"


def test_stays_after_the_time_was_over_move_nothing() -> None:
    facts = person(seg("AE_36", "2018-01-01"), absences=(away("2024-01-01", "2024-12-01", "2024-12-31"),))
    assert met(facts) == "2023-01-01"
    on_the_day = person(seg("AE_36", "2018-01-01"), absences=(away("2023-01-01", "2023-12-01", "2024-12-31"),))
    assert met(on_the_day) == "2023-01-01"


def test_a_title_lost_during_studies_loses_them_too() -> None:
    facts = person(seg("AE_16A", "2018-01-01", "2020-12-31"), seg("AE_36", "2021-01-01"),
                   absences=(away("2019-01-01", "2020-01-01"),))
    # 366 days of 2020 at half: 183
    assert met(facts) == "2025-07-02"


def test_a_stay_before_the_title_does_not_hide_one_after_it() -> None:
    facts = person(seg("AE_36", "2022-01-01"), absences=(
        away("2020-01-01", "2020-03-01"), away("2023-01-01", "2023-10-01", "2023-10-01")))
    assert met(facts) == "2027-04-03"


def test_a_title_that_ends_today_is_held_today() -> None:
    assert met(person(seg("AE_36", "2020-01-01", "2026-11-22"))) == "2025-01-01"


def test_stays_before_the_title_move_nothing() -> None:
    facts = person(seg("AE_36", "2022-01-01"), absences=(away("2021-01-01", "2021-12-31"),))
    assert met(facts) == "2027-01-01"
    until_then = person(seg("AE_36", "2022-01-01"), absences=(away("2021-01-01", "2022-01-01", "2022-01-31"),))
    assert met(until_then) == "2027-01-01"


def test_six_months_count_for_long_term_residence_too() -> None:
    facts = person(seg("AE_36", "2022-01-01"), absences=(away("2023-01-01", "2023-07-01"),))
    assert met(facts, "DE_9A") == "2027-01-01"


def test_several_long_stays_add_up() -> None:
    facts = person(seg("AE_36", "2021-01-01"), absences=(
        away("2022-01-01", "2022-08-01", "2022-12-31"), away("2024-01-01", "2024-08-01", "2024-12-31")))
    assert met(facts) == "2026-03-04"  # 31 + 31 days


def test_planned_stays() -> None:
    short = person(seg("AE_36", "2022-06-01"), absences=(away("2026-12-01", "2027-05-01"),))
    assert met(short) == "2027-06-01"
    long = person(seg("AE_36", "2022-06-01"), absences=(away("2026-12-01", "2027-06-02"),))
    assert met(long) == "2032-06-02"
    allowed = person(seg("AE_36", "2022-06-01"), absences=(away("2026-12-01", "2027-06-02", "2027-06-30"),))
    assert met(allowed) == "2027-06-02"
    later = person(seg("AE_36", "2022-06-01"), absences=(away("2027-06-01", "2028-06-02"),))
    assert met(later) == "2027-06-01"
    unknown = person(seg("AE_36", "2022-06-01"), absences=(away("2026-12-01"),))
    assert met(unknown) == "2027-06-01"
    begun = person(seg("AE_36", "2022-06-01"), absences=(away("2026-10-01", "2027-05-01"),))
    assert met(begun) == "2032-05-01"


def test_still_away_with_a_deadline() -> None:
    facts = person(seg("AE_36", "2022-06-01"), absences=(away("2026-05-01", None, "2027-12-31"),))
    assert met(facts) == "2027-06-22"  # 21 days beyond 2026-11-01 so far
    lost = person(seg("AE_36", "2022-06-01"), absences=(away("2026-05-01"),))
    assert met(lost) is None
    returned_today = person(seg("AE_36", "2022-06-01"), absences=(away("2026-05-01", "2026-11-22"),))
    assert met(returned_today) == "2031-11-22"


def test_free_movement_has_its_own_rule_on_stays_abroad() -> None:
    deadline = away("2023-01-01", "2023-09-01", "2023-12-31")
    assert met(person(seg("EU_2", "2022-01-01"), absences=(deadline,))) == "2028-09-01"
    twice = (away("2023-01-01", "2023-05-01"), away("2023-07-01", "2023-10-01"))
    assert met(person(seg("EU_2", "2022-01-01"), absences=twice)) == "2028-10-01"
    assert met(person(seg("AE_36", "2022-01-01"), absences=twice)) == "2027-01-01"
    birth = away("2023-01-01", "2023-12-31", reason=AbsenceReason.CHILDBIRTH)
    assert met(person(seg("EU_2", "2022-01-01"), absences=(birth,))) == "2027-01-01"
    planned = away("2026-12-01", "2027-07-01")
    assert met(person(seg("EU_2", "2022-12-01"), absences=(planned,))) == "2032-07-01"


def test_postings_do_not_count_against_long_term_residence() -> None:
    stays = ("2023-01-01", "2023-06-20"), ("2024-01-01", "2024-06-20")
    other = person(seg("AE_36", "2020-01-01"), absences=tuple(away(*stay) for stay in stays))
    posted = person(seg("AE_36", "2020-01-01"), absences=tuple(
        away(*stay, reason=AbsenceReason.POSTING) for stay in stays))
    assert (met(other, "DE_9A"), met(posted, "DE_9A")) == (None, "2025-01-01")


def test_ten_months_abroad_to_the_day() -> None:
    def stays(end: str) -> Facts:
        return person(seg("AE_36", "2021-11-22"), absences=(away("2022-01-01", "2022-06-01"), away("2023-01-01", end)))
    # ten months from 2021-11-22 are 304 days; 151 in the first stay
    assert met(stays("2023-06-03"), "DE_9A") == "2026-11-22"
    assert met(stays("2023-06-04"), "DE_9A") is None
    long_ago = person(seg("AE_36", "2010-01-01"), absences=(away("2012-01-01", "2012-06-20"),
                                                             away("2013-01-01", "2013-06-20")))
    assert met(long_ago, "DE_9A") == "2015-01-01"


# --- an earlier Niederlassungserlaubnis


def settled(until: str, departed: str, returned: str, *more: object) -> Facts:
    return person(seg("NE_9", "2010-01-01", until), seg("AE_36", returned), *more,
                  absences=(away(departed, returned),))


def test_an_earlier_settlement_is_credited_up_to_four_years() -> None:
    assert met(settled("2014-12-31", "2013-12-31", "2024-01-01")) == "2025-01-01"  # exactly four years
    assert met(settled("2014-12-31", "2013-12-30", "2024-01-01")) == "2025-01-02"  # 1460 days
    assert met(settled("2014-12-31", "2012-12-31", "2024-01-01")) == "2026-01-01"  # 1096 days
    earlier = person(seg("AE_36", "2011-01-01", "2012-12-31"), seg("NE_9", "2013-01-01", "2016-12-31"),
                     seg("AE_36", "2024-01-01"), absences=(away("2013-12-31", "2024-01-01"),))
    assert met(earlier) == "2026-01-01"  # 1096 days, the permit before it included


def test_other_titles_lost_abroad_are_not_credited() -> None:
    facts = person(seg("AE_36", "2010-01-01", "2014-12-31"), seg("AE_36", "2024-01-01"),
                   absences=(away("2013-12-31", "2024-01-01"),))
    assert met(facts) == "2029-01-01"
    german = person(seg("NE_9", "2010-01-01", "2014-12-31"), seg("AE_28_1_1", "2024-01-01"),
                    absences=(away("2013-12-31", "2024-01-01"),))
    assert met(german) == "2027-01-01"
    assert met(german, "NE_9") == "2025-01-01"


def test_credit_of_a_settlement_never_reaches_behind_the_return() -> None:
    facts = person(seg("NE_9", "2005-01-01", "2014-12-31"), seg("AE_30", "2020-01-01"), spouse_ne_18c=True,
                   absences=(away("2013-12-31", "2020-01-01"),))
    assert met(facts) == "2020-01-01"


# --- § 85


def test_gaps_add_up_to_a_year() -> None:
    three = person(seg("AE_36", "2018-01-01", "2019-12-31"), seg("AE_36", "2020-07-01", "2020-12-31"),
                   seg("AE_36", "2021-07-02"))
    # 182 + 182 days
    assert (met(three), lenient(three)) == ("2026-07-02", "2023-01-01")
    longer = person(seg("AE_36", "2018-01-01", "2019-12-31"), seg("AE_36", "2020-07-03", "2020-12-31"),
                    seg("AE_36", "2021-07-03"))
    # 184 more than the 183 after them are too many
    assert lenient(longer) == "2025-07-03"
    many = person(seg("AE_36", "2016-01-01", "2018-12-31"), seg("AE_36", "2019-06-01", "2019-12-31"),
                  seg("AE_36", "2020-06-01", "2020-12-31"), seg("AE_36", "2021-06-01"))
    # 151 + 152 days, 151 more are too many
    assert lenient(many) == "2024-06-01"


def test_another_title_is_no_gap() -> None:
    facts = person(seg("AE_18A", "2018-01-01", "2019-12-31"), seg("AE_20", "2020-01-01", "2020-06-30"),
                   seg("AE_18A", "2020-07-01"))
    assert (met(facts), lenient(facts)) == ("2023-07-01", None)
    asylum = person(seg("AE_36", "2018-01-01", "2019-12-31"), seg("AG_55", "2020-01-01", "2020-06-30"),
                    seg("AE_36", "2020-07-01"))
    assert lenient(asylum) is None


def test_days_abroad_are_no_gap() -> None:
    facts = person(seg("AE_36", "2018-01-01", "2019-03-31"), seg("AE_36", "2019-12-01"),
                   absences=(away("2019-03-01", "2019-12-01"),))
    assert (met(facts), lenient(facts)) == ("2024-12-01", None)
    within = person(seg("AE_36", "2018-01-01"), absences=(away("2019-03-01", "2019-12-01"),))
    assert (met(within), lenient(within)) == ("2024-12-01", None)
    for departed in ("2019-03-31", "2019-04-10"):
        after = person(seg("AE_36", "2018-01-01", "2019-03-31"), seg("AE_36", "2019-12-01"),
                       absences=(away(departed, "2019-12-01"),))
        assert (met(after), lenient(after)) == ("2024-12-01", None)
    elsewhere = person(seg("AE_36", "2010-01-01", "2019-03-31"), seg("AE_36", "2019-12-01"),
                       absences=(away("2011-01-01", "2012-01-01"),))
    assert lenient(elsewhere) == "2017-01-01"
    back_before = person(seg("AE_36", "2010-01-01", "2019-03-31"), seg("AE_36", "2019-12-01"),
                         absences=(away("2018-01-01", "2018-09-01"),))
    assert lenient(back_before) == "2023-09-01"


@pytest.mark.parametrize("code", ["FB_81_3_1", "FB_81_3_2", "DU_60A", "DU_60B", "NONE"])
def test_a_time_without_a_title_can_be_disregarded(code: str) -> None:
    facts = person(seg("AE_36", "2018-01-01", "2019-12-31"), seg(code, "2020-01-01", "2020-06-30"),
                   seg("AE_36", "2020-07-01"))
    assert (met(facts), lenient(facts)) == ("2025-07-01", "2023-01-01")


def test_a_gap_after_studies_counts_as_they_do() -> None:
    facts = person(seg("AE_16B", "2018-01-01", "2018-12-31"), seg("AE_36", "2019-02-01"))
    # 396 days from 2018-01-01 to 2019-01-31 at half: 198
    assert (met(facts), lenient(facts)) == ("2024-02-01", "2023-07-18")


def test_lenient_for_young_people_and_blue_cards() -> None:
    card = person(seg("BK_18G", "2022-01-01", "2022-12-31"), seg("BK_18G", "2023-02-01"),
                  blue_card_employment_from="2022-02-01")
    assert (met(card), lenient(card)) == ("2025-05-01", "2024-05-01")
    by_age = person(seg("AE_32", "2010-01-01", "2011-12-31"), seg("AE_32", "2012-03-01"), birthdate="2004-06-01")
    assert (met(by_age, "NE_35_18"), lenient(by_age, "NE_35_18")) == ("2022-06-01", None)
    child = person(seg("AE_32", "2015-01-01", "2017-12-31"), seg("AE_32", "2018-03-01"), birthdate="2004-06-01")
    assert (met(child, "NE_35_18"), lenient(child, "NE_35_18")) == ("2023-03-01", "2022-06-01")


def test_stays_that_overlap_count_once() -> None:
    stay = away("2022-01-01", "2022-10-01", "2022-12-31")
    twice = person(seg("AE_36", "2021-01-01"), absences=(stay, stay))
    assert met(twice) == met(person(seg("AE_36", "2021-01-01"), absences=(stay,))) == "2026-04-03"
    inside = person(seg("AE_36", "2021-01-01"), absences=(stay, away("2022-02-01", "2022-09-30", "2022-12-31")))
    assert met(inside) == "2026-04-03"
    longer = person(seg("AE_36", "2021-01-01"), absences=(stay, away("2022-03-01", "2022-10-11", "2022-12-31")))
    assert met(longer) == "2026-04-13"
    assert met(longer, "DE_9A") == "2026-10-11"
