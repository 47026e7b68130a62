"""Worked examples of the path, one situation each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.domain.calendar import age_on
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.path_reading import read_path
from hin_desktop.domain.pathway import (
    Event,
    LawFinding,
    Milestone,
    Override,
    PathFacts,
    PathRules,
    RecordRef,
    ResidenceFact,
    Station,
    StationKey,
    StationState,
)
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.errors import Message

TODAY = date(2026, 11, 23)
RULES = PathRules(18, ("A1", "A2", "B1", "B2", "C1", "C2", "NATIVE"), "B1", "NATIVE")
EMPTY = PathFacts(RecordRef("client", 1), born=PartialDate(1992))
K, S = StationKey, StationState


def day(iso: str) -> PartialDate:
    return PartialDate.from_iso(iso)


def step(station: StationKey, on: str, *, until: str | None = None, level: str = "", ref: int = 1) -> Milestone:
    ends = day(until) if until else None
    return Milestone("X", station, day(on), ends, RecordRef("milestone", ref), reaches=not level, level=level)


def begun(station: StationKey, on: str) -> Milestone:
    return replace(step(station, on), reaches=False, begins=True)


def title(kind: TitleKind, start: str, end: str | None, ref: int = 1, permanent: bool = False) -> ResidenceFact:
    period = RecordRef("residence_period", ref)
    return ResidenceFact("T", kind, day(start), day(end) if end else None, period, permanent)


def at(key: StationKey, **facts: object) -> Station:
    stations = read_path(replace(EMPTY, **facts), TODAY, RULES)  # type: ignore[arg-type]  # names of PathFacts
    return next(station for station in stations if station.key is key)


def test_nothing_known_is_said_at_every_station() -> None:
    stations = read_path(EMPTY, TODAY, RULES)
    assert [s.state for s in stations] == [S.UNKNOWN, S.NEXT, S.UNKNOWN, S.UNKNOWN, S.UNKNOWN, S.UNKNOWN]
    assert all(station.detail.key for station in stations)
    assert stations[4].detail == stations[5].detail == Message("not yet computed")


def test_arrival_is_done_with_its_date_however_uncertain() -> None:
    station = at(K.ARRIVAL, arrival_germany=PartialDate(2019))
    assert (station.state, station.since, station.records) == (S.DONE, PartialDate(2019), (EMPTY.client,))


def test_arrival_in_town_alone_still_asks_for_the_arrival_in_germany() -> None:
    station = at(K.ARRIVAL, arrival_town=day("2024-05"))
    assert station.state is S.DONE
    assert station.missing == (Message("Date of arrival in Germany"),)


def test_case_without_a_talk_is_current_and_the_talk_makes_it_done() -> None:
    case = Event(day("2025-02-01"), RecordRef("case", 1))
    talk = Event(day("2025-02-03"), RecordRef("consultation", 7))
    assert at(K.FIRST_TALK, case_opened=case).state is S.CURRENT
    done = at(K.FIRST_TALK, case_opened=case, first_talk=talk)
    assert (done.state, done.records) == (S.DONE, (talk.ref,))


def test_level_below_the_target_shows_its_share() -> None:
    station = at(K.LANGUAGE, german_level="A2")
    assert station.state is S.CURRENT
    assert station.progress == pytest.approx(2 / 3)
    assert station.missing == (Message("German {level}", level="B1"),)


@pytest.mark.parametrize("level", ["B1", "C1", "NATIVE"])
def test_target_level_or_more_is_reached(level: str) -> None:
    assert at(K.LANGUAGE, german_level=level).state is S.DONE


def test_level_proved_by_a_milestone_counts_like_the_sheet() -> None:
    station = at(K.LANGUAGE, german_level="A1", milestones=(step(K.LANGUAGE, "2026-06-12", level="B1"),))
    assert (station.state, station.since) == (S.DONE, day("2026-06-12"))


def test_course_makes_language_current() -> None:
    station = at(K.LANGUAGE, milestones=(begun(K.LANGUAGE, "2026-09-01"),))
    assert (station.state, station.progress) == (S.CURRENT, None)
    assert station.detail == Message("course since {month}", month=PartialDate(2026, 9))


def test_work_is_done_while_it_lasts() -> None:
    running = at(K.WORK, milestones=(step(K.WORK, "2026-09-01", until="2026-11"),))
    assert (running.state, running.detail) == (S.DONE, Message("since {month}", month=PartialDate(2026, 9)))
    ended = at(K.WORK, milestones=(step(K.WORK, "2026-01-01", until="2026-10-31"),))
    assert ended.state is not S.DONE
    assert ended.detail == Message("ended {month}", month=PartialDate(2026, 10))


@pytest.mark.parametrize(("born", "key"), [("2008-11-24", K.SCHOOL), ("2008-11-23", K.WORK), ("2008", K.WORK)])
def test_school_stands_in_the_place_of_work_only_for_whoever_is_surely_young(born: str, key: StationKey) -> None:
    assert read_path(replace(EMPTY, born=day(born)), TODAY, RULES)[3].key is key


def test_age_of_a_leap_day_child() -> None:
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18


def test_running_title_is_current_until_its_day() -> None:
    station = at(K.RESIDENCE, residence=(title(TitleKind.PERMIT, "2024-01-15", "2026-11-23"),))
    assert (station.state, station.detail) == (S.CURRENT, Message("valid until {date}", date=day("2026-11-23")))


def test_expired_title_without_successor_is_overdue() -> None:
    old = title(TitleKind.PERMIT, "2024-01-15", "2026-11-22")
    assert at(K.RESIDENCE, residence=(old,)).state is S.OVERDUE
    fiction = title(TitleKind.FICTION, "2026-11-01", None, ref=2)
    assert at(K.RESIDENCE, residence=(old, fiction)).state is S.CURRENT


def test_title_that_may_have_ended_asks_for_the_day() -> None:
    station = at(K.RESIDENCE, residence=(title(TitleKind.PERMIT, "2024", "2026"),))
    assert (station.state, station.missing) == (S.CURRENT, (Message("The exact day on which the title ends"),))


@pytest.mark.parametrize(("kind", "permanent"), [(TitleKind.SETTLEMENT, True), (TitleKind.FREE_MOVEMENT, True)])
def test_permanent_right_is_the_goal(kind: TitleKind, permanent: bool) -> None:
    assert at(K.RESIDENCE, residence=(title(kind, "2025-05-05", None, permanent=permanent),)).state is S.DONE


def test_being_without_a_right_is_not_a_title() -> None:
    assert at(K.RESIDENCE, residence=(title(TitleKind.NONE, "2025", None),)).state is S.UNKNOWN


def test_german_has_reached_the_end_of_the_path() -> None:
    stations = read_path(replace(EMPTY, german=True), TODAY, RULES)
    assert [station.state for station in stations[4:]] == [S.DONE, S.DONE]


def test_application_for_naturalisation_is_under_way() -> None:
    station = at(K.NATURALISATION, milestones=(begun(K.NATURALISATION, "2026-10-02"),))
    assert (station.state, station.detail) == (S.CURRENT, Message("applied {date}", date=day("2026-10-02")))


def test_step_that_changes_nothing_is_among_the_records() -> None:
    passed_test = replace(step(K.NATURALISATION, "2026-10-02"), reaches=False)
    station = at(K.NATURALISATION, milestones=(passed_test,))
    assert (station.state, station.records) == (S.UNKNOWN, (passed_test.ref,))


def test_finding_answers_where_the_facts_do_not() -> None:
    finding = LawFinding(S.NEXT, Message("time from {date}", date=date(2028, 8, 14)), missing=(Message("German B1"),))
    station = read_path(EMPTY, TODAY, RULES, {K.NATURALISATION: finding})[5]
    assert (station.state, station.detail, station.missing) == (S.NEXT, finding.detail, finding.missing)


def test_hand_wins_with_its_reason_and_the_latest_setting_counts() -> None:
    first = Override(K.SCHOOL, S.NOT_APPLICABLE, "in Rente", date(2026, 1, 5), RecordRef("station_override", 1))
    second = replace(first, state=S.DONE, reason="selbständig", set_on=date(2026, 2, 5))
    station = at(K.WORK, overrides=(second, first))
    assert (station.state, station.overridden) == (S.DONE, True)
    assert station.detail == Message("set by hand: {reason}", reason="selbständig")


def test_after_death_only_what_was_done_remains() -> None:
    facts = replace(EMPTY, arrival_germany=day("2019"), german_level="A2", death=day("2026-05-03"))
    stations = read_path(facts, TODAY, RULES)
    assert [s.state for s in stations] == [S.DONE, *[S.NOT_APPLICABLE] * 5]
    assert stations[2].detail == Message("deceased {date}", date=day("2026-05-03"))
