"""The geometry of the path: where things stand, and what is drawn full or open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hin_desktop.domain.path_drawing import Disc, Drawing, Icon, Label, LabelStyle, Line, Ring, Role, lay_out
from hin_desktop.domain.pathway import Station, StationKey, StationState
from hin_desktop.errors import Message

S = StationState
KEYS = [key for key in StationKey if key is not StationKey.SCHOOL]


def path(*states: StationState) -> list[Station]:
    return [Station(key, Message("name"), state, Message("detail")) for key, state in zip(KEYS, states, strict=True)]


def walked(stations: Sequence[Station]) -> list[tuple[float, float]]:
    """Where the full line begins and ends, stroke by stroke, in a single row 600 wide."""
    drawing = lay_out(stations, 600, text_height=10)
    return [(line.x1, line.x2) for line in drawing.shapes if isinstance(line, Line) and not line.dashed]


def signs(state: StationState) -> Drawing:
    return lay_out(path(state, *[S.UNKNOWN] * 5), 1200)


def test_six_stations_stand_evenly_in_a_row() -> None:
    hits = lay_out(path(*[S.DONE] * 6), 1200).hits
    assert [hit.key for hit in hits] == KEYS
    assert [hit.x for hit in hits] == [0, 200, 400, 600, 800, 1000]


@pytest.mark.parametrize(("width", "text_height", "rows"), [(1600, 18, 1), (482, 10, 1), (500, 18, 2), (500, 36, 3)])
def test_narrow_or_large_takes_more_rows(width: float, text_height: float, rows: int) -> None:
    hits = lay_out(path(*[S.DONE] * 6), width, text_height=text_height).hits
    assert len({hit.y for hit in hits}) == rows


def test_line_is_full_up_to_the_running_station_and_open_behind_it() -> None:
    strokes = walked(path(S.DONE, S.DONE, S.CURRENT, S.DONE, S.CURRENT, S.UNKNOWN))
    assert strokes == [(50, 150), (150, 250)]


def test_branches_are_walked_each_on_its_own() -> None:
    only_title = walked(path(*[S.DONE] * 4, S.OVERDUE, S.UNKNOWN))
    assert max(end for _, end in only_title) == 450
    only_naturalisation = walked(path(*[S.DONE] * 4, S.UNKNOWN, S.CURRENT))
    assert max(end for _, end in only_naturalisation) == 550
    assert not [end for _, end in only_naturalisation if end == 450]


def test_unknown_arrival_does_not_break_the_line() -> None:
    assert walked(path(S.UNKNOWN, S.DONE, S.NEXT, S.UNKNOWN, S.UNKNOWN, S.UNKNOWN)) == [(50, 150)]


def test_naturalisation_is_reached_past_the_title_not_through_it() -> None:
    drawing = lay_out(path(*[S.DONE] * 6), 600, text_height=10)
    disc = next(s for s in drawing.shapes if isinstance(s, Disc) and s.x == 450)
    over = [s for s in drawing.shapes if isinstance(s, Line) and s.x1 < 450 < s.x2]
    assert [line.y1 < disc.y - disc.radius for line in over] == [True]


@pytest.mark.parametrize(
    ("state", "icon"),
    [(S.DONE, "check"), (S.CURRENT, "plane-landing"), (S.NEXT, "chevron-right"), (S.OVERDUE, "triangle-alert"),
     (S.NOT_APPLICABLE, "minus")],
)  # fmt: skip
def test_every_state_has_an_icon_beside_its_colour(state: StationState, icon: str) -> None:
    assert icon in [shape.name for shape in signs(state).shapes if isinstance(shape, Icon)]


def test_unknown_is_a_dashed_disc_with_a_question_mark() -> None:
    shapes = signs(S.UNKNOWN).shapes
    assert any(isinstance(shape, Disc) and shape.dashed for shape in shapes)
    assert any(isinstance(shape, Label) and shape.text == Message("?") for shape in shapes)


def test_ring_carries_the_progress() -> None:
    stations = [replace(path(*[S.CURRENT] * 6)[0], progress=0.4)]
    rings = [shape for shape in lay_out(stations, 600).shapes if isinstance(shape, Ring)]
    assert [(ring.progress, ring.role) for ring in rings] == [(0.4, Role.ACCENT)]


def test_overdue_reason_is_written_in_the_wrong_colour() -> None:
    details = [s for s in signs(S.OVERDUE).shapes if isinstance(s, Label) and s.style is LabelStyle.DETAIL]
    assert details[0].role is Role.WRONG


def test_painter_may_count_lines_itself() -> None:
    one = lay_out(path(*[S.DONE] * 6), 1200, count_lines=lambda text, style, width: 1)
    two = lay_out(path(*[S.DONE] * 6), 1200, count_lines=lambda text, style, width: 2)
    assert two.height - one.height == pytest.approx(18 + 0.94 * 18)
