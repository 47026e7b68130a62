"""One line of days from periods in any order: what counts, what is cut, what is explained."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Facts, Gap, GapCause, Protection, Segment
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.timeline import Count, Timeline, exact, procedure_day, timeline
from tests.domain.law_desk import view

Row = tuple[str, str, str, Count]
ENDLESS = "9999-12-31"


def day(text: str) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None


def since(code: str, start: str, until: str = "", ref: int = 0) -> Segment:
    return Segment(code, PartialDate.from_iso(start), day(until), RecordRef("period", ref))


def line(*segments: Segment, **facts: object) -> Timeline:
    return timeline(view(Facts(segments=segments, **facts)))


def rows(found: Timeline) -> list[Row]:
    return [(each.code, str(each.start), str(each.until), each.count) for each in found.stretches]


def test_of_several_the_one_that_counts_most() -> None:
    found = line(since("AE_18A", "2020-01-01", "2022-12-31"), since("DU_60A", "2019-06-01", "2020-03-31"),
                 since("AE_16F", "2022-12-01", "2023-06-30"), since("NE_9", "2023-06-01"))
    assert rows(found) == [
        ("DU_60A", "2019-06-01", "2019-12-31", Count.NO), ("AE_18A", "2020-01-01", "2022-12-31", Count.YES),
        ("AE_16F", "2023-01-01", "2023-05-31", Count.DOUBTFUL), ("NE_9", "2023-06-01", ENDLESS, Count.YES)]


def test_of_equals_the_better_title_then_the_longer_one() -> None:
    found = line(since("AE_25_3", "2020-01-01", "2020-12-31"), since("AE_18A", "2020-06-01", "2020-09-30"),
                 since("VIS_D", "2020-01-01"), since("AE_18B", "2020-06-01", "2020-08-31"))
    assert [row[:3] for row in rows(found)] == [
        ("AE_25_3", "2020-01-01", "2020-05-31"), ("AE_18A", "2020-06-01", "2020-09-30"),
        ("AE_25_3", "2020-10-01", "2020-12-31"), ("VIS_D", "2021-01-01", ENDLESS)]


@pytest.mark.parametrize(("code", "count"), [
    ("DEU", Count.GERMAN), ("FB_81_3_2", Count.SUSPENDED), ("FB_81_4_3", Count.YES), ("FB_81_3_1", Count.YES),
    ("ICT_19", Count.DOUBTFUL), ("VIS_C", Count.NO), ("AG_55", Count.NO), ("NONE", Count.NO)])
def test_what_a_status_counts_as(code: str, count: Count) -> None:
    (stretch,) = line(since(code, "2020-01-01")).stretches
    assert (stretch.count, stretch.counts) == (count, count >= Count.DOUBTFUL)
    assert (stretch.ref, stretch.held, stretch.title.code) == (RecordRef("period", 0), True, code)


def test_an_unknown_code_is_left_out() -> None:
    assert line(since("AE_99", "2020-01-01")).stretches == ()


def test_cautious_days_and_none_that_may_not_be() -> None:
    segments = (since("AE_18A", "2019", "2021-05"), since("AE_18B", "2022", "2022"), since("NE_9", "2023-02"))
    assert [(str(start), str(until), each.code) for start, until, each in exact(segments)] == [
        ("2019-12-31", "2021-05-01", "AE_18A"), ("2023-02-28", ENDLESS, "NE_9")]


def test_a_fortgeltungsfiktion_is_the_title_before_it() -> None:
    found = line(since("AE_28_1_1", "2020-01-01", "2022-12-31"), since("FB_81_4", "2023-01-01", "2023-06-30"),
                 since("FB_81_4", "2023-07-01", "2023-12-31"), since("FB_81_4", "2024-02-01", "2024-03-31"))
    assert [(each.code, each.title.code) for each in found.stretches] == [
        ("AE_28_1_1", "AE_28_1_1"), ("FB_81_4", "AE_28_1_1"), ("FB_81_4", "AE_28_1_1"), ("FB_81_4", "FB_81_4")]
    suspended = line(since("FB_81_3_2", "2020-01-01", "2020-02-29"), since("FB_81_4", "2020-03-01"))
    assert [each.title.code for each in suspended.stretches] == ["FB_81_3_2", "FB_81_4"]


@pytest.mark.parametrize(("made", "ankunft", "lodged", "expected"), [
    ("", "", "", None), ("2020-01-05", "", "", None), ("2020-01-05", "2020-01-20", "2020-02-10", date(2020, 1, 20)),
    ("2020-01-05", "", "2020-02-10", date(2020, 2, 10)), ("", "2020-01", "", date(2020, 1, 31)),
    ("2026-06-11", "2026-06-20", "", date(2026, 6, 20)), ("2026-06-12", "2026-06-20", "", date(2026, 6, 12)),
    ("2026-06-12", "", "", date(2026, 6, 12)), ("2026-06", "2026-07-05", "", date(2026, 7, 5)),
    ("2026-06", "2026-06-20", "", date(2026, 6, 30)), ("2026-07", "2026-07-05", "", date(2026, 7, 31)),
])
def test_the_day_on_which_a_procedure_begins(made: str, ankunft: str, lodged: str, expected: date | None) -> None:
    facts = Facts(asylum_made_on=day(made), ankunftsnachweis_on=day(ankunft), asylum_lodged_on=day(lodged))
    assert procedure_day(view(facts)) == expected


def test_the_procedure_begins_on_its_day_in_every_card() -> None:
    cards = (since("AG_55", "2020-02-01", "2020-06-30"), since("ANK_63A", "2020-01-01", "2020-01-31"),
             since("AG_55", "2020-03-01", "2020-12-31"), since("AE_25_1", "2021-01-01"))
    found = line(*cards, ankunftsnachweis_on=day("2020-02-15"))
    assert rows(found)[0] == ("AG_55", "2020-02-15", "2020-02-29", Count.YES)
    assert [str(each.start) for each in found.stretches] == ["2020-02-15", "2020-03-01", "2021-01-01"]
    earlier = line(*cards, ankunftsnachweis_on=day("2019-12-24"))
    assert rows(earlier)[0] == ("ANK_63A", "2019-12-24", "2020-01-31", Count.YES)
    assert line(*cards, ankunftsnachweis_on=day("2022-01-01")) == line(*cards)


def test_another_procedure_is_another_one() -> None:
    cards = (since("AG_55", "2015-01-01", "2015-12-31"), since("AG_55", "2016-01-02", "2016-12-31"),
             since("AE_25_1", "2017-01-01"))
    found = line(*cards, ankunftsnachweis_on=day("2016-02-01"))
    assert [str(each.start) for each in found.stretches] == ["2015-01-01", "2016-02-01", "2017-01-01"]
    joined = (since("AG_55", "2015-01-01", "2016-01-01"), *cards[1:])
    assert [str(each.start) for each in line(*joined, ankunftsnachweis_on=day("2016-02-01")).stretches] == [
        "2016-02-01", "2017-01-01"]


def test_the_bridge_from_recognition_to_issue() -> None:
    cards = (since("AG_55", "2020-01-01", "2020-09-30"), since("DU_60A", "2020-10-15", "2020-10-20"),
             since("AE_25_1", "2020-11-01", "2021-11-30"), since("AE_25_1", "2022-01-01"))
    found = line(*cards, recognised_on=day("2020-10-01"))
    assert [(*row[:3], each.held) for row, each in zip(rows(found), found.stretches, strict=True)] == [
        ("AG_55", "2020-01-01", "2020-09-30", True), ("AE_25_1", "2020-10-01", "2020-10-31", False),
        ("AE_25_1", "2020-11-01", "2021-11-30", True), ("AE_25_1", "2022-01-01", ENDLESS, True)]
    assert rows(line(*cards, decision_on=day("2020-10-01"))) == rows(found)
    assert rows(line(*cards, recognised_on=day("2020-10-01"), decision_on=day("2020-11-01"))) == rows(found)
    assert len(line(*cards).stretches) == len(line(*cards, recognised_on=day("2020-11-01")).stretches) == 4
    last_day = line(*cards, recognised_on=day("2020-10-31"))
    assert ("AE_25_1", "2020-10-31", "2020-10-31", Count.YES) in rows(last_day)


def test_protection_as_recorded_or_proved_by_the_title() -> None:
    cards = (since("AG_55", "2020-01-01", "2020-09-30"), since("AE_25_2_SUB", "2020-10-01"))
    assert line(*cards).stretches[0].count is Count.YES
    assert line(*cards, protection=Protection.NONE).stretches[0].count is Count.NO
    assert line(cards[0], protection=Protection.ASYLUM).stretches[0].count is Count.YES


def test_days_away_are_cut_out() -> None:
    found = line(since("AE_18A", "2020-01-01", "2020-12-31", 1), since("NE_9", "2021-01-01", "2021-12-31", 2))
    away = found.without([(date(2020, 12, 1), date(2021, 1, 31))])
    assert rows(away) == [
        ("AE_18A", "2020-01-01", "2020-11-30", Count.YES), ("AE_18A", "2020-12-01", "2020-12-31", Count.AWAY),
        ("NE_9", "2021-01-01", "2021-01-31", Count.AWAY), ("NE_9", "2021-02-01", "2021-12-31", Count.YES)]
    outside = [(date(2019, 1, 1), date(2019, 12, 31)), (date(2022, 1, 1), date(2022, 2, 1))]
    assert rows(found.without(outside)) == rows(found)
    edges = found.without([(date(2019, 1, 1), date(2020, 1, 1)), (date(2021, 12, 31), date(2022, 2, 1))])
    assert [row[1:] for row in rows(edges)] == [
        ("2020-01-01", "2020-01-01", Count.AWAY), ("2020-01-02", "2020-12-31", Count.YES),
        ("2021-01-01", "2021-12-30", Count.YES), ("2021-12-31", "2021-12-31", Count.AWAY)]
    assert [row[3] for row in rows(found.without([(date(2020, 1, 1), date(2020, 12, 31))]))] == [Count.AWAY, Count.YES]


def test_what_runs_on_a_day_and_what_has_begun() -> None:
    found = line(since("AE_18A", "2020-01-01", "2020-12-31"), since("NE_9", "2021-02-01"))
    assert [str(found.on(date(2020, *month)).start) for month in ((1, 1), (12, 31))] == ["2020-01-01", "2020-01-01"]
    assert (found.on(date(2021, 1, 1)), found.on(date(2019, 12, 31))) == (None, None)
    assert [len(found.until(on)) for on in (date(2019, 12, 31), date(2020, 1, 1), date(2021, 2, 1))] == [0, 1, 2]
    assert found.stretches[0].days == 366


def test_late_applications_explain_a_gap_only_whole() -> None:
    late, other = GapCause.LATE_APPLICATION, GapCause.OTHER
    gaps = (Gap(date(2021, 1, 11), date(2021, 1, 20), late), Gap(date(2021, 1, 1), date(2021, 1, 10), late),
            Gap(date(2021, 1, 21), date(2021, 1, 31), other))
    found = line(since("AE_18A", "2020-01-01", "2020-12-31"), gaps=gaps)
    assert [str(gap.start) for gap in found.late] == ["2021-01-01", "2021-01-11"]
    spans = [((1, 1), (1, 20)), ((1, 1), (1, 21)), ((1, 5), (1, 6)), ((1, 10), (1, 10)), ((1, 21), (1, 21))]
    assert [found.explained(date(2021, *first), date(2021, *until)) for first, until in spans] == [
        True, False, True, True, False]
    assert not found.explained(date(2020, 12, 31), date(2021, 1, 1))
