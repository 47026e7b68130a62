"""The geometry of the residence timeline: to scale, in lanes, with pattern and icon beside every colour."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.path_drawing import Icon, Line, Role
from hin_desktop.domain.residence.drawing import Drawing, lay_out
from hin_desktop.domain.residence.picture import Band, Counts, Meaning, Part, PartKind, Picture
from hin_desktop.domain.residence.shapes import Bar, Fill, Words, band_bar, looks_of
from hin_desktop.errors import Message
from tests.domain.residence import kept_drawings
from tests.domain.residence.kept_drawings import part

ON = date(2026, 1, 1)
K = PartKind
EVERY_DAY = Band(date(2020, 1, 1), ON, Meaning(Counts.FULL, Message("why")))


def picture(*parts: Part, met_on: date | None = None) -> Picture:
    return Picture(today=ON, parts=parts, naturalisation=(EVERY_DAY,), settlement=(EVERY_DAY,), met_on=met_on)


def drawn(*parts: Part, width: float = 1000, met_on: date | None = None) -> Drawing:
    return lay_out(picture(*parts, met_on=met_on), width)


def bars(drawing: Drawing, role: Role = Role.ACCENT_SOFT) -> list[Bar]:
    return [shape for shape in drawing.shapes if isinstance(shape, Bar) and shape.role is role]


def said(drawing: Drawing) -> list[str]:
    words = (shape.text for shape in drawing.shapes if isinstance(shape, Words))
    return [text if isinstance(text, str) else text.key for text in words]


FIRST, SECOND = part(date(2020, 1, 1), date(2021, 12, 31)), part(date(2022, 1, 1), date(2023, 12, 31))


def test_equal_times_are_equally_long_and_follow_each_other() -> None:
    one, two = bars(drawn(FIRST, SECOND))
    assert one.x + one.width == pytest.approx(two.x)
    assert one.width == pytest.approx(two.width, rel=0.01)
    assert one.y == two.y


def test_what_overlaps_takes_a_lane_below() -> None:
    one, two = bars(drawn(FIRST, part(date(2021, 6, 1), date(2023, 1, 1))))
    assert two.y > one.y


def test_what_only_may_overlap_does_not() -> None:
    vague = Part(kind=K.PERIOD, begins=PartialDate(2020, 1, 1), ends=PartialDate(2022), start=date(2020, 1, 1),
                 until=date(2022, 1, 1))
    bars_drawn = bars(drawn(vague, part(date(2022, 6, 1), None)))
    assert len({bar.y for bar in bars_drawn}) == 1
    assert [(bar.fill, bar.dashed) for bar in bars_drawn][:2] == [(Fill.EMPTY, True), (Fill.SOLID, False)]


def test_no_end_goes_on_to_the_right_edge() -> None:
    bar = bars(drawn(part(date(2020, 1, 1), None)))[0]
    assert bar.goes_on and bar.x + bar.width == pytest.approx(999, abs=1)


def test_a_gap_is_dashed_and_has_a_sign() -> None:
    drawing = drawn(FIRST, part(date(2022, 1, 1), date(2023, 1, 1), K.GAP))
    assert [bar.dashed for bar in bars(drawing, Role.SOON)] == [True]
    assert "triangle-alert" in [shape.name for shape in drawing.shapes if isinstance(shape, Icon)]


def test_stays_abroad_have_a_row_of_their_own() -> None:
    without, with_one = drawn(FIRST), drawn(FIRST, part(date(2020, 6, 1), date(2020, 8, 1), K.ABSENCE))
    assert "Abroad" in said(with_one) and "Abroad" not in said(without)
    assert with_one.height > without.height


def test_today_is_a_line_and_the_day_on_which_it_is_enough_a_dotted_one() -> None:
    lines = [shape for shape in drawn(FIRST, met_on=date(2028, 1, 1)).shapes
             if isinstance(shape, Line) and shape.role in (Role.ACCENT, Role.MET)]
    by_role = {line.role: line for line in lines}
    assert (by_role[Role.ACCENT].dashed, by_role[Role.MET].dashed) == (False, True)
    assert by_role[Role.ACCENT].x1 < by_role[Role.MET].x1


@pytest.mark.parametrize(("met_on", "words"), [
    (date(2028, 1, 1), "Residence met from {date}"), (date(2025, 1, 1), "Residence met"), (None, "")])
def test_a_day_already_past_is_called_met(met_on: date | None, words: str) -> None:
    found = [key for key in said(drawn(FIRST, met_on=met_on)) if key.startswith("Residence met")]
    assert found == ([words] if words else [])


def test_years_thin_out_where_there_is_little_room() -> None:
    def years(drawing: Drawing) -> int:
        return len([text for text in said(drawing) if text.isdigit()])

    assert years(drawn(FIRST, width=1000)) == 6
    assert years(drawn(FIRST, width=220)) < 6


def test_rows_are_named_above_them_where_it_is_narrow() -> None:
    wide, narrow = drawn(FIRST, width=1000), drawn(FIRST, width=240)
    assert narrow.height > wide.height
    assert {name for name in said(narrow) if name in ("Titles", "Naturalisation", "Settlement")} == {
        "Titles", "Naturalisation", "Settlement"}


def test_one_hit_a_part_in_the_order_of_the_picture() -> None:
    away = part(date(2020, 6, 1), date(2020, 6, 2), K.ABSENCE)
    hits = drawn(FIRST, away, SECOND).hits
    assert [hit.index for hit in hits] == [0, 1, 2]
    assert min(hit.width for hit in hits) >= 10


def test_nothing_recorded_is_nothing_drawn() -> None:
    assert lay_out(Picture(today=ON), 500) == Drawing((), (), 0.0)


def test_no_two_kinds_of_days_differ_by_colour_alone() -> None:
    looks = [(bar.fill, bar.height, bar.dashed) for bar in (
        band_bar(counts, (0, 0, 10, 10), 1) for counts in Counts)]
    assert len(set(looks)) == len(looks)


def test_no_two_kinds_of_parts_differ_by_colour_alone() -> None:
    signs = [(looks_of(part(ON, None, kind)).icon, looks_of(part(ON, None, kind)).dashed) for kind in K]
    assert len(set(signs)) == len(signs)


def test_the_drawings_that_were_looked_at_are_the_same() -> None:
    assert list(kept_drawings.lines()) == kept_drawings.KEPT.read_text(encoding="utf-8").splitlines()


DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 4000), st.sampled_from(K)), min_size=1, max_size=8),
       st.floats(80, 2000), st.none() | DAYS)
def test_everything_stays_within_the_width(periods: list[tuple[date, int, PartKind]], width: float,
                                           met_on: date | None) -> None:
    parts = [part(start, start + timedelta(days=days), kind) for start, days, kind in periods]
    drawing = drawn(*parts, width=width, met_on=met_on)
    boxes = [shape for shape in (*drawing.shapes, *drawing.hits) if not isinstance(shape, Line | Icon)]
    assert all(box.x >= -0.01 and box.x + box.width <= width + 3.1 for box in boxes)
    assert all(box.y + box.height <= drawing.height + 0.01 for box in boxes)
