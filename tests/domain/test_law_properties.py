"""What holds for every history, whatever was recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from hin_desktop.domain.facts import Absence, Facts, Gap, GapCause, German, Protection, Segment
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.naturalisation.assessment import assess
from hin_desktop.domain.naturalisation.paths import Path, PathAssessment
from hin_desktop.domain.naturalisation.requirement import ORDER
from hin_desktop.domain.partial_date import PartialDate
from tests.domain.law_desk import CATALOGUES, TODAY, view

DAY = timedelta(days=1)
NEVER = date.max
FIRST = date(2012, 1, 1)

#: how recorded days may be uncertain: known by day, month or year
BLURRED: tuple[Callable[[PartialDate], PartialDate], ...] = (
    lambda day: day, lambda day: replace(day, day=None), lambda day: replace(day, day=None, month=None))

days = st.dates(FIRST, date(2028, 12, 31)).map(PartialDate.of)
short = st.integers(1, 900).map(lambda length: length * DAY)
codes = st.sampled_from([entry.code for entry in CATALOGUES.residence_titles])
counting = st.sampled_from(
    ["AE_18A", "AE_16B", "AE_30", "NE_9", "AE_25_2_FL", "AG_55", "FB_81_4", "FB_81_3_2", "VIS_D"])


@st.composite
def segments(draw: st.DrawFn) -> tuple[Segment, ...]:
    """Some that follow each other closely, some anywhere; a few still go on."""
    day, found = draw(days).earliest, []
    for _ in range(draw(st.integers(1, 5))):
        until = day + draw(short)
        code = draw(codes | counting)
        found.append(Segment(code, PartialDate.of(day), PartialDate.of(until) if draw(st.booleans()) else None))
        day = until + draw(st.sampled_from([1, 1, 1, 1, 20, -40, 400])) * DAY
    return tuple(found)


@st.composite
def absences(draw: st.DrawFn) -> tuple[Absence, ...]:
    found = []
    for departed in draw(st.lists(days, max_size=4)):
        length = draw(st.integers(1, 260))
        returned = PartialDate.of(departed.earliest + length * DAY) if draw(st.integers(0, 9)) else None
        found.append(Absence(departed, returned, draw(st.none() | st.dates(FIRST, TODAY))))
    return tuple(found)


@st.composite
def gaps(draw: st.DrawFn) -> tuple[Gap, ...]:
    """Explanations of gaps; they need not fit."""
    starts = draw(st.lists(st.dates(FIRST, TODAY), max_size=2))
    return tuple(Gap(day, day + draw(st.integers(0, 60)) * DAY, draw(st.sampled_from(GapCause))) for day in starts)


maybe, day = st.none() | st.booleans(), st.none() | days
decided = st.sampled_from((Status.MET, Status.NOT_MET, Status.OPEN))
statuses = st.dictionaries(st.sampled_from(ORDER), decided, max_size=3)
histories = st.builds(
    Facts, segments=segments(), absences=absences(), gaps=gaps(), protection=st.none() | st.sampled_from(Protection),
    ankunftsnachweis_on=day, asylum_made_on=day, asylum_lodged_on=day, recognised_on=day)
people = st.builds(
    lambda history, others: replace(history, **others), histories, st.fixed_dictionaries({
        "birthdate": st.none() | st.dates(date(1960, 1, 1), TODAY).map(PartialDate.of),
        "nationality": st.sampled_from([(), ("TUR",), ("POL",), ("DEU", "TUR")]),
        "german": st.none() | st.sampled_from(German), "civics_points": st.none() | st.integers(0, 33),
        "spouse_german": maybe, "married_on": day, "divorced_on": day, "sole_custody_german_child": maybe,
        "spouse_eligible_on": day, "parent_eligible_on": day, "stateless_since_birth": maybe, "born_in_germany": maybe,
        "sgb2_topup": maybe, "full_time_now": maybe, "full_time_months_last24": st.none() | st.integers(0, 24),
        "recruited": maybe, "benefit_own_fault": maybe, "own_income": maybe, "single_parent": maybe,
        "fines_day_rates": st.lists(st.integers(1, 95), max_size=2).map(tuple), "hate_motive": maybe,
        "suspended_months": st.lists(st.integers(1, 70), max_size=1).map(tuple), "remitted": maybe,
        "pending_investigation": maybe, "hardship_4a": maybe, "illness_or_disability": maybe, "applied_on": day,
        "naturalisation_withdrawn_on": day, "special_integration": maybe, "statuses": statuses, "defaults": statuses}))


def paths(facts: Facts, on: date = TODAY) -> Mapping[Path, PathAssessment]:
    return {path.path: path for path in assess(view(facts, on)).paths}


def told(facts: Facts) -> Mapping[Path, tuple[object, ...]]:
    """Everything an assessment says in days and codes."""
    return {name: (
        path.residence_met_on, path.earliest, path.title_ok_from, path.marriage_met_on, path.missing, path.open,
        path.duration.time.lenient, path.duration.time.strict, path.duration.time.discretion,
        path.duration.time.gap_days, path.duration.time.absence_days) for name, path in paths(facts).items()}


def on_days(path: PathAssessment) -> tuple[date, date]:
    return path.residence_met_on or NEVER, path.earliest or NEVER


@given(histories, st.dates(FIRST, TODAY))
def test_one_more_day_of_eligible_residence_never_makes_a_date_later(facts: Facts, more: date) -> None:
    extra = Segment("AE_18A", PartialDate.of(more), PartialDate.of(more))
    before, after = paths(facts), paths(replace(facts, segments=(*facts.segments, extra)))
    for name in set(before) & set(after):
        assert all(new <= old for new, old in zip(on_days(after[name]), on_days(before[name]), strict=True))


@given(histories, st.integers(0, 3), st.integers(1, 300), st.booleans())
def test_a_longer_absence_never_makes_a_date_earlier(facts: Facts, which: int, more: int, early: bool) -> None:
    assume(which < len(facts.absences))
    away = facts.absences[which]
    longer = (replace(away, departed=PartialDate.of(away.departed.earliest - more * DAY)) if early else
              replace(away, returned=PartialDate.of(away.returned.latest + more * DAY) if away.returned else None))
    others = facts.absences[:which] + facts.absences[which + 1:]
    before, after = paths(facts), paths(replace(facts, absences=(*others, longer)))
    for name, path in before.items():
        if path.duration.time.mostly_away:
            assert after[name].finding(path.duration.finding.requirement).status is not Status.MET
        else:
            assert all(new >= old for new, old in zip(on_days(after[name]), on_days(path), strict=True))


@given(people, st.integers(0, 4), st.integers(1, 900))
def test_splitting_a_period_changes_nothing(facts: Facts, which: int, after: int) -> None:
    assume(which < len(facts.segments))
    whole = facts.segments[which]
    cut = whole.start.earliest + after * DAY
    assume(whole.until is None or cut <= whole.until.latest)
    parts = (replace(whole, until=PartialDate.of(cut - DAY)), replace(whole, start=PartialDate.of(cut)))
    others = facts.segments[:which] + facts.segments[which + 1:]
    assert told(replace(facts, segments=(*others, *parts))) == told(facts)


@given(people, st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(facts: Facts, random: Random) -> None:
    def shuffled(records: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(records, len(records)))
    mixed = replace(facts, segments=shuffled(facts.segments), absences=shuffled(facts.absences),
                    gaps=shuffled(facts.gaps), fines_day_rates=shuffled(facts.fines_day_rates))
    assert told(mixed) == told(facts)


def blur(draw: st.DrawFn, known: PartialDate | None) -> PartialDate | None:
    return known and draw(st.sampled_from(BLURRED))(known)


@given(people, st.data())
def test_uncertain_days_never_give_an_earlier_date_than_an_exact_reading_of_them(
        facts: Facts, data: st.DataObject) -> None:
    exact = replace(facts, nationality=())
    blurred = replace(
        exact, segments=tuple(replace(each, start=blur(data.draw, each.start), until=blur(data.draw, each.until))
                              for each in exact.segments),
        absences=tuple(replace(each, departed=blur(data.draw, each.departed), returned=blur(data.draw, each.returned))
                       for each in exact.absences),
        **{name: blur(data.draw, getattr(exact, name)) for name in (
            "birthdate", "ankunftsnachweis_on", "asylum_made_on", "asylum_lodged_on", "recognised_on", "married_on",
            "divorced_on", "spouse_eligible_on", "parent_eligible_on")})
    certain, uncertain = paths(exact), paths(blurred)
    for name in set(certain) & set(uncertain):
        title = uncertain[name].finding("TITLE")  # open where what a Fortgeltungsfiktion continues became uncertain
        if not certain[name].duration.time.mostly_away and (title is None or title.status is not Status.OPEN):
            assert all(new >= old for new, old in zip(on_days(uncertain[name]), on_days(certain[name]), strict=True))


CHECKLIST = {"RES_5Y", "TITLE", "LIVELIHOOD", "LANG_B1", "CIVICS", "IDENTITY", "FDGO", "HIST", "CRIM", "EXCL_11",
             "BAR_35A"}
CHECKED = {
    Path.CLAIM: CHECKLIST, Path.TURBO: CHECKLIST - {"RES_5Y"} | {"RES_3Y"},
    Path.SPOUSE: CHECKLIST - {"RES_5Y"} | {"RES_3Y", "MARRIAGE_2Y"},
    Path.AFTER_MARRIAGE: CHECKLIST - {"RES_5Y"} | {"RES_3Y", "MARRIAGE_2Y"},
    Path.TOGETHER: CHECKLIST - {"RES_5Y"} | {"RES_GUIDELINE"}, Path.STATELESS: {"RES_5Y", "APPLICATION", "CRIM"},
    Path.DISCRETION: {"RES_5Y", "TITLE", "LIVELIHOOD", "IDENTITY", "CRIM", "EXCL_11", "BAR_35A"}}


@given(people)
def test_the_checklist_is_whole_and_each_requirement_stands_in_one_place(facts: Facts) -> None:
    for name, path in paths(facts).items():
        codes = [finding.requirement for finding in path.findings]
        assert CHECKED[name] <= set(codes) <= CHECKED[name] | {"APPLICATION", "MARRIAGE_2Y"}
        assert codes == sorted(set(codes), key=ORDER.index)
        groups = (path.missing, path.open, [finding.requirement for finding in path.findings
                                            if finding.status in (Status.MET, Status.NOT_REQUIRED)])
        assert sorted(code for group in groups for code in group) == sorted(codes)


@given(people, st.dates(date(2024, 6, 27), date(2030, 1, 1)))
def test_every_finding_says_why_and_by_which_rule(facts: Facts, on: date) -> None:
    for path in paths(facts, on).values():
        for finding in path.findings:
            assert finding.citation and finding.explanation.key
            assert all(rule.in_force(on) for rule in finding.rules)
            assert (finding.advice is not None) == (finding.status in (Status.NOT_MET, Status.OPEN))
            assert explains_itself(finding, facts)


def explains_itself(finding: Finding, facts: Facts) -> bool:
    """Open says which fact is missing, if it was not set to open by hand."""
    by_hand = facts.statuses.get(finding.requirement) is Status.OPEN
    return finding.status is not Status.OPEN or bool(finding.missing) or by_hand
