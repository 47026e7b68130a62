"""What holds for every path, whatever was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.path_drawing import Label, lay_out
from hin_desktop.domain.path_reading import read_path
from hin_desktop.domain.pathway import (
    Event,
    Milestone,
    Override,
    PathFacts,
    PathRules,
    RecordRef,
    ResidenceFact,
    StationKey,
    StationState,
)
from hin_desktop.domain.residence.titles import TitleKind

LEVELS = ("A1", "A2", "B1", "B2")
RULES = PathRules(18, LEVELS, "B1")
RANK = {StationState.UNKNOWN: 0, StationState.NEXT: 1, StationState.CURRENT: 2, StationState.OVERDUE: 2,
        StationState.DONE: 3}  # fmt: skip

days = st.dates(date(2015, 1, 1), date(2030, 12, 31))
partial = st.one_of(
    st.builds(PartialDate.of, days),
    st.builds(PartialDate, st.integers(2015, 2030), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(2015, 2030)),
)
refs = st.builds(RecordRef, st.just("record"), st.integers(1, 10**6))
events = st.none() | st.builds(Event, partial, refs)
milestones = st.builds(Milestone, st.just("X"), st.sampled_from(StationKey), partial, st.none() | partial, refs,
                       st.booleans(), st.booleans(), st.sampled_from(("", *LEVELS)))  # fmt: skip
titles = st.builds(ResidenceFact, st.just("T"), st.sampled_from(TitleKind), partial, st.none() | partial, refs,
                   st.booleans())  # fmt: skip
overrides = st.builds(Override, st.sampled_from(StationKey), st.sampled_from(StationState), st.text(), days, refs)


def few(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=4, unique_by=lambda record: record.ref.id).map(tuple)  # type: ignore[attr-defined]  # all have one


facts = st.builds(
    PathFacts, refs, born=st.none() | partial, arrival_germany=st.none() | partial, arrival_town=st.none() | partial,
    death=st.just(None), german=st.booleans(), german_level=st.sampled_from((None, "A1", "B1", "?")),
    first_talk=events, case_opened=events, milestones=few(milestones), residence=few(titles), overrides=st.just(()),
)  # fmt: skip


@given(facts, days, few(overrides), st.none() | partial)
def test_always_six_stations_in_order_each_with_a_detail(
    known: PathFacts, on: date, hand: tuple[Override, ...], death: PartialDate | None
) -> None:
    stations = read_path(replace(known, overrides=hand, death=death), on, RULES)
    order = [list(StationKey).index(station.key) for station in stations]
    assert order in ([0, 1, 2, 3, 5, 6], [0, 1, 2, 4, 5, 6])
    assert all(station.detail.key and station.name.key for station in stations)


@given(facts, days)
def test_at_most_one_station_is_next_and_none_open_comes_before_it(known: PathFacts, on: date) -> None:
    states = [station.state for station in read_path(known, on, RULES)]
    assert states.count(StationState.NEXT) <= 1
    if states[1] is not StationState.NEXT and StationState.NEXT in states:
        assert StationState.UNKNOWN not in states[1 : states.index(StationState.NEXT)]


@given(facts, days, milestones)
def test_one_more_milestone_never_moves_a_station_back(known: PathFacts, on: date, more: Milestone) -> None:
    before = read_path(known, on, RULES)
    after = read_path(replace(known, milestones=(*known.milestones, more)), on, RULES)
    assert all(RANK[new.state] >= RANK[old.state] for old, new in zip(before, after, strict=True))


@given(facts, days, few(overrides), st.randoms())
def test_order_of_the_records_does_not_matter(
    known: PathFacts, on: date, hand: tuple[Override, ...], dice: Random
) -> None:
    known = replace(known, overrides=hand)
    lists = {name: list(getattr(known, name)) for name in ("milestones", "residence", "overrides")}
    for records in lists.values():
        dice.shuffle(records)
    other = replace(known, **{name: tuple(records) for name, records in lists.items()})
    assert read_path(known, on, RULES) == read_path(other, on, RULES)


@given(facts, days, milestones, titles, overrides)
def test_later_records_are_as_if_unknown(
    known: PathFacts, on: date, step: Milestone, right: ResidenceFact, hand: Override
) -> None:
    tomorrow = PartialDate.of(date.fromordinal(on.toordinal() + 1))
    more = replace(known, milestones=(*known.milestones, replace(step, on=tomorrow)),
                   residence=(*known.residence, replace(right, valid_from=tomorrow)),
                   overrides=(replace(hand, set_on=tomorrow.earliest),))  # fmt: skip
    assert read_path(more, on, RULES) == read_path(known, on, RULES)


@settings(max_examples=50)
@given(facts, st.floats(500, 1600), st.floats(8, 40))
def test_every_shape_lies_within_the_drawing(known: PathFacts, width: float, text_height: float) -> None:
    drawing = lay_out(read_path(known, date(2026, 11, 23), RULES), width, text_height=text_height)
    assert len(drawing.hits) == 6
    for label in (shape for shape in drawing.shapes if isinstance(shape, Label)):
        assert label.x - label.width / 2 >= 0
        assert label.x + label.width / 2 <= width + 0.001
        assert label.y + label.lines * label.line_height <= drawing.height
