"""The geometry of the residence timeline: periods, stays abroad and what their days count as, to scale over the years.

Plain shapes in plain units, x to the right and y downwards, everything measured in the height of a line of text, as
in `path_drawing`. Rows from the top: flags (today, the day on which it is enough), titles in as many lanes as
overlap, stays abroad, two thin bands (naturalisation, settlement), the years. Where there is room the rows are named
at the left, else above each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from hin_desktop.domain.path_drawing import Icon, Line, Role
from hin_desktop.domain.residence.picture import Band, Part, PartKind, Picture
from hin_desktop.domain.residence.shapes import Align, Bar, Fill, Looks, Shape, Words, band_bar, looks_of
from hin_desktop.errors import Message


@dataclass(frozen=True, slots=True)
class Hit:
    """The rectangle of a part, for mouse, keyboard focus and screen reader; `index` among the parts of the picture."""

    index: int
    x: float
    y: float
    width: float
    height: float


Measure = Callable[[Message | str, bool], float]  # how wide a text is in the units of the drawing; strong or not


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes in painting order, one hit a part in the order of the picture, and the height used."""

    shapes: tuple[Shape, ...]
    hits: tuple[Hit, ...]
    height: float


TITLES = Message("Titles")
ABROAD = Message("Abroad")
NATURALISATION = Message("Naturalisation")
SETTLEMENT = Message("Settlement")
ENOUGH = Message("Residence met from {date}")
MET = Message("Residence met")
TODAY = Message("today")
ABSENCES: Final = frozenset({PartKind.ABSENCE, PartKind.LONG_ABSENCE})
YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50)
BAND = 18  # units that the row of a band is high
LEAST_WORDS = 44  # units in which a shortened paragraph still says something
LINE_UNITS = 18  # units of a sketch in the height of a line of text


def lay_out(picture: Picture, width: float, *, text_height: float = 18.0, measure: Measure | None = None) -> Drawing:
    """Lay a picture out within `width` units; `text_height` is the height of one line of text.

    Without `measure` the width of a text is estimated from the length of its source.
    """
    if not picture.parts:
        return Drawing((), (), 0.0)
    sheet = _Sheet(picture, width, text_height, measure or _estimate(text_height))
    return Drawing(tuple(sheet.shapes()), tuple(sorted(sheet.hits, key=lambda hit: hit.index)), sheet.y)


def _estimate(text_height: float) -> Measure:
    """An average letter is 0.42 of a line wide."""
    return lambda text, strong: len(text if isinstance(text, str) else text.key) * text_height * 0.42


class _Scale:
    """Days to x: from the first day that may matter, or today, to a little after the last."""

    def __init__(self, picture: Picture, left: float, right: float) -> None:
        self.left, self.right = left, right
        self.first = min(picture.today, *(part.first for part in picture.parts))
        self.last = _last_day(picture, self.first)
        self.per_day = (right - left) / max((self.last - self.first).days, 1)

    def x(self, day: date) -> float:
        """Where a day begins, within the drawing."""
        return min(max(self.left + (day - self.first).days * self.per_day, self.left), self.right)

    def after(self, day: date | None) -> float:
        """Where a day is over; the right edge for no end."""
        return self.right if day is None or day > self.last else self.x(day + timedelta(days=1))


def _last_day(picture: Picture, first: date) -> date:
    """The day of the view or the one on which it is enough; a title that ends soon after it is drawn whole."""
    wanted = max(picture.today, picture.met_on or picture.today)
    room = max((wanted - first).days, 365)
    ends = [part.last for part in picture.parts if part.last is not None]
    near = [day for day in ends if day <= wanted + timedelta(days=room // 4)]
    return max([wanted, *near]) + timedelta(days=room // 16)


class _Sheet:
    """One layout under way: `y` is how far down it has come."""

    def __init__(self, picture: Picture, width: float, text_height: float, measure: Measure) -> None:
        self.picture, self.width, self.line = picture, width, text_height
        self.unit = text_height / LINE_UNITS
        self.measure = measure
        self.y = 0.0
        self.hits: list[Hit] = []
        names = [name for name, _ in self._rows()]
        gutter = max(measure(name, False) for name in names) + 14 * self.unit
        self.beside = gutter * 4 <= width
        self.scale = _Scale(picture, gutter if self.beside else 0.0, width - self.unit)

    def _rows(self) -> list[tuple[Message, Callable[[], Iterator[Shape]]]]:
        rows: list[tuple[Message, Callable[[], Iterator[Shape]]]] = [(TITLES, self._periods)]
        if any(part.kind in ABSENCES for part in self.picture.parts):
            rows.append((ABROAD, self._abroad))
        for name, bands in ((NATURALISATION, self.picture.naturalisation), (SETTLEMENT, self.picture.settlement)):
            if bands:
                rows.append((name, lambda bands=bands: self._band(bands)))  # type: ignore[misc]  # a default binds it now
        return rows

    def shapes(self) -> Iterator[Shape]:
        """Everything from top to bottom; the lines of years and days lie behind the bars."""
        flags = self._flags()
        top = self.y
        rows = [shape for name, row in self._rows() for shape in (*self._named(name), *row())]
        bottom = self.y
        years = list(self._years())
        for x, _ in years:
            yield Line(x, top, x, bottom, Role.ACCENT_SOFT, False, self.unit)
        for day, words in flags:
            x, dotted = self.scale.x(day), words.role is Role.MET
            yield Line(x, top - 4 * self.unit, x, bottom, words.role, dotted, 2 * self.unit)
        yield from (words for _, words in (*flags, *years))
        yield from rows

    def _named(self, name: Message) -> Iterator[Shape]:
        if self.beside:
            height = 20 * self.unit if name in (TITLES, ABROAD) else BAND * self.unit
            top = self.y + (height - self.line) / 2
            yield Words(0, top, self.scale.left - 8 * self.unit, self.line, name, Role.MUTED)
        else:
            yield Words(0, self.y, self.width, self.line, name, Role.MUTED)
            self.y += self.line + self.unit

    def _flags(self) -> list[tuple[date, Words]]:
        """The words on the days that have a line of their own; below each other where they would touch."""
        today, met = self.picture.today, self.picture.met_on
        found = [(today, self._flag(today, TODAY, Role.ACCENT))]
        if met is not None and met >= self.scale.first:
            text = Message(ENOUGH.key, date=met) if met > today else MET
            found.insert(0, (met, self._flag(met, text, Role.MET)))
        rows = 2 if len(found) > 1 and _touch(found[0][1], found[1][1], 10 * self.unit) else 1
        self.y = rows * self.line + 4 * self.unit
        lowest = len(found) - 1
        return [(day, replace(words, y=self.line if rows > 1 and at == lowest else 0.0))
                for at, (day, words) in enumerate(found)]

    def _flag(self, day: date, text: Message, role: Role) -> Words:
        """Words that stand over a day, kept within the drawing."""
        width = min(self.measure(text, True) + 2 * self.unit, self.width)
        x = min(max(self.scale.x(day) - width / 2, 0.0), self.width - width)
        return Words(x, 0, width, self.line, text, role, Align.CENTRE, strong=True)

    def _periods(self) -> Iterator[Shape]:
        """Periods and gaps; what overlaps takes a lane below."""
        ends: list[date] = []
        height, step = 20 * self.unit, 24 * self.unit
        top = self.y
        for index, part in enumerate(self.picture.parts):
            if part.kind in ABSENCES:
                continue
            lane = next((lane for lane, end in enumerate(ends) if end < part.start), len(ends))
            ends[lane:lane + 1] = [max(part.until or date.max, part.start)]
            yield from self._part(index, part, top + lane * step, height)
        self.y = top + max(len(ends), 1) * step + 4 * self.unit

    def _abroad(self) -> Iterator[Shape]:
        for index, part in enumerate(self.picture.parts):
            if part.kind in ABSENCES:
                yield from self._part(index, part, self.y, 16 * self.unit)
        self.y += 22 * self.unit

    def _part(self, index: int, part: Part, y: float, height: float) -> Iterator[Shape]:
        """The bar of a part, the icon that says what it is or its paragraph, and its place for mouse and keyboard."""
        looks, unit = looks_of(part), self.unit
        last = self.picture.today if part.kind in ABSENCES and part.last is None else part.last  # still away
        x, width = self._extent(part.first, last)
        goes_on = part.last is None or part.last > self.scale.last
        whole = Bar(x, y, width, height, looks.role, looks.fill, looks.border, unit, 4 * unit, looks.dashed, goes_on)
        core = (x, width)
        if part.kind is PartKind.PERIOD and (part.first, part.last) != (part.start, part.until):
            core = self._extent(part.start, part.until)
            yield replace(whole, fill=Fill.EMPTY, dashed=True)
            if part.until is None or part.start <= part.until:
                yield replace(whole, x=core[0], width=core[1], goes_on=goes_on and part.until is None)
        else:
            yield whole
        yield from self._label(part, replace(whole, x=core[0], width=core[1]), looks)
        reach = min(max(width, 10 * unit) + 4 * unit, self.width)
        left = min(max(x - (reach - width) / 2, 0), self.width - reach)
        self.hits.append(Hit(index, left, y - 2 * unit, reach, height + 4 * unit))

    def _extent(self, start: date, until: date | None) -> tuple[float, float]:
        x = self.scale.x(start)
        return x, max(self.scale.after(until) - x, 3 * self.unit)

    def _label(self, part: Part, bar: Bar, looks: Looks) -> Iterator[Shape]:
        size, room = 13 * self.unit, bar.width - 8 * self.unit
        if looks.icon and bar.width >= size + 4 * self.unit:
            yield Icon(bar.x + bar.width / 2, bar.y + bar.height / 2, size, looks.icon, looks.words)
        elif not looks.icon and room >= min(self.measure(part.sign, False), LEAST_WORDS * self.unit):
            yield Words(bar.x + 4 * self.unit, bar.y, room, bar.height, part.sign, looks.words)

    def _band(self, bands: Sequence[Band]) -> Iterator[Shape]:
        height = 10 * self.unit
        for band in bands:
            x = self.scale.x(band.start)
            width = max(self.scale.after(band.until) - x, self.unit)
            top = self.y + (BAND * self.unit - height) / 2
            yield band_bar(band.meaning.counts, (x, top, width, height), self.unit)
        self.y += BAND * self.unit + 2 * self.unit

    def _years(self) -> Iterator[tuple[float, Words]]:
        """The beginnings of the years, as many as have room for their number."""
        number = self.measure("2026", False)
        per_year = self.scale.per_day * 365
        step = next((step for step in YEAR_STEPS if step * per_year >= number * 1.5), YEAR_STEPS[-1])
        for year in range(self.scale.first.year + 1, self.scale.last.year + 1):
            x = self.scale.x(date(year, 1, 1))
            if year % step == 0 and number <= x <= self.width - number:
                yield x, Words(x - number, self.y, 2 * number, self.line, str(year), Role.MUTED, Align.CENTRE)
        self.y += self.line


def _touch(one: Words, other: Words, apart: float) -> bool:
    left, right = sorted((one, other), key=lambda words: words.x)
    return left.x + left.width + apart > right.x
