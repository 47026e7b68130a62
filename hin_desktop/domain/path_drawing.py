"""The geometry of the path: one drawing, painted by the screen and by the paper alike.

Plain shapes in plain units, x to the right and y downwards. Everything is measured in the height of a line of
text, so the picture grows with the font. In a narrow place the stations take two or three rows.
The last two stations run side by side: the path forks, one branch leads to the residence title, the other
passes above it to naturalisation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from hin_desktop.domain.pathway import Station, StationKey, StationState
from hin_desktop.errors import Message


class Role(StrEnum):
    """The colours a shape may have: names of theme tokens."""

    ACCENT = "accent"
    ACCENT_SOFT = "accent_soft"
    IDLE = "idle"
    TEXT = "text"
    MUTED = "muted"
    MET = "met"
    SOON = "soon"
    WRONG = "wrong"
    SURFACE = "surface"


class LabelStyle(StrEnum):
    """The two kinds of text: the station's name (semibold) and the line under it (smaller, regular)."""

    NAME = "name"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke with round ends; `dashed` towards what is still open."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role
    dashed: bool
    width: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle with a border of `width`, broken into dashes if `dashed` (nothing is known)."""

    x: float
    y: float
    radius: float
    fill_role: Role
    border_role: Role
    width: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle line that fills clockwise from twelve o'clock.

    `progress` 0..1 in `role` over the whole circle in `track_role`; None: no measure, the whole circle in `role`.
    """

    x: float
    y: float
    radius: float
    progress: float | None
    role: Role
    track_role: Role
    width: float


@dataclass(frozen=True, slots=True)
class Icon:
    """A Lucide icon of this name, `size` wide and high, centred at x, y."""

    x: float
    y: float
    size: float
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Label:
    """A text, centred at x, its first line beginning at y, at most `width` wide and `lines` lines high.

    `line_height` is in units; the font is as large as fits that (about 0.73 of it).
    """

    x: float
    y: float
    width: float
    text: Message
    style: LabelStyle
    role: Role
    line_height: float
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """The rectangle of a station, for the mouse, the keyboard focus and the screen reader."""

    key: StationKey
    x: float
    y: float
    width: float
    height: float


Shape = Line | Disc | Ring | Icon | Label
CountLines = Callable[[Message, LabelStyle, float], int]  # how many lines a text needs within a width, by the font


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes in painting order (later ones lie on top), one hit per station in path order, and the height used."""

    shapes: tuple[Shape, ...]
    hits: tuple[Hit, ...]
    height: float


MOST_LINES = 2
STATION_ICONS = {
    StationKey.ARRIVAL: "plane-landing",
    StationKey.FIRST_TALK: "message-circle",
    StationKey.LANGUAGE: "book-open",
    StationKey.WORK: "briefcase",
    StationKey.SCHOOL: "graduation-cap",
    StationKey.RESIDENCE: "id-card",
    StationKey.NATURALISATION: "landmark",
}
PASSED = frozenset({StationState.DONE, StationState.NOT_APPLICABLE})
REACHED = frozenset({StationState.DONE, StationState.CURRENT, StationState.OVERDUE})


def lay_out(
    stations: Sequence[Station], width: float, *, text_height: float = 18.0, count_lines: CountLines | None = None
) -> Drawing:
    """Lay the stations of a path out within `width` units.

    `text_height` is the height of one line of a station's name. Without `count_lines` the number of lines is
    estimated from the length of the source text; a text that needs more than two lines is the painter's to shorten.
    """
    if not stations:
        return Drawing((), (), 0.0)
    grid = _Grid(tuple(stations), width, text_height, count_lines or _estimate(text_height))
    shapes = (*grid.lines(), *(shape for index in range(len(stations)) for shape in grid.station(index)))
    hits = tuple(grid.hit(index) for index in range(len(stations)))
    return Drawing(shapes, hits, hits[-1].y + hits[-1].height)


def _estimate(text_height: float) -> CountLines:
    """Texts of which only the source is known: an average letter is 0.42 of a line wide."""

    def count(text: Message, style: LabelStyle, width: float) -> int:
        scale = 0.42 if style is LabelStyle.NAME else 0.4
        return min(MOST_LINES, -(-len(text.key) // max(1, int(width / (text_height * scale)))))

    return count


class _Grid:
    """Where each station stands, and the strokes between them."""

    def __init__(self, stations: tuple[Station, ...], width: float, text_height: float, count: CountLines) -> None:
        self.stations = stations
        self.unit = text_height / 18
        self.columns = _columns(len(stations), width / text_height)
        self.column = width / self.columns
        self.width = width
        self.label_width = self.column - 8 * self.unit
        self.name_line, self.detail_line = text_height, 0.94 * text_height
        self.name_lines = [count(station.name, LabelStyle.NAME, self.label_width) for station in stations]
        self.detail_lines = [count(station.detail, LabelStyle.DETAIL, self.label_width) for station in stations]
        self.tops = self._row_tops(-(-len(stations) // self.columns))
        self.walked = _walked(stations)

    def _row_tops(self, rows: int) -> list[float]:
        tops = [0.0]
        for row in range(rows):
            here = slice(row * self.columns, (row + 1) * self.columns)
            text = max(self.name_lines[here]) * self.name_line + max(self.detail_lines[here]) * self.detail_line
            tops.append(tops[-1] + 50 * self.unit + text)
        return tops

    def at(self, index: int) -> tuple[float, float]:
        """The centre of a station's disc."""
        row, column = divmod(index, self.columns)
        return (column + 0.5) * self.column, self.tops[row] + 26 * self.unit

    def lines(self) -> Iterator[Line]:
        """Open strokes first, so that what has been walked lies on top of them."""
        strokes = [stroke for index in range(1, len(self.stations)) for stroke in self._towards(index)]
        yield from (stroke for stroke in strokes if stroke.dashed)
        yield from (stroke for stroke in strokes if not stroke.dashed)

    def _towards(self, index: int) -> Iterator[Line]:
        """The strokes that lead to a station; naturalisation is reached past the residence title, not through it."""
        walked = index in self.walked
        (end, y), (beside, level) = self.at(index), self.at(index - 1)
        if self.stations[index].key is not StationKey.NATURALISATION or y != level:
            yield from self._stroke(index, walked)
            return
        rise, foot = 20 * self.unit, 30 * self.unit
        fork = max(0.0, beside - (self.column + foot) / 2)
        if walked and index - 1 not in self.walked:
            yield from self._stroke(index - 1, True, until=fork)
        corners = [(fork, y), (fork + rise, y - rise), (end - foot - rise, y - rise), (end - foot, y), (end, y)]
        for (x1, y1), (x2, y2) in pairwise(corners):
            yield self._line(x1, y1, x2, y2, walked)

    def _stroke(self, index: int, walked: bool, until: float | None = None) -> Iterator[Line]:
        """A stroke from the station before; across a row's end it leaves on the right and comes in on the left."""
        (x1, y1), (x2, y2) = self.at(index - 1), self.at(index)
        if y1 != y2:
            yield self._line(x1, y1, self.width, y1, walked)
            x1 = 0.0
        yield self._line(x1, y2, x2 if until is None else until, y2, walked)

    def _line(self, x1: float, y1: float, x2: float, y2: float, walked: bool) -> Line:
        role = Role.ACCENT if walked else Role.IDLE
        return Line(x1, y1, x2, y2, role, not walked, (4 if walked else 2) * self.unit)

    def station(self, index: int) -> Iterator[Shape]:
        """The sign of a station and its two labels."""
        station, (x, y) = self.stations[index], self.at(index)
        yield from _sign(station, x, y, self.unit)
        if station.overridden:
            yield Icon(x + 17 * self.unit, y - 11 * self.unit, 10 * self.unit, "pencil", Role.MUTED)
        strong = Role.MUTED if station.state is StationState.NOT_APPLICABLE else Role.TEXT
        weak = Role.WRONG if station.state is StationState.OVERDUE else Role.MUTED
        top, names, details = y + 20 * self.unit, self.name_lines[index], self.detail_lines[index]
        below, wide = top + names * self.name_line, self.label_width
        yield Label(x, top, wide, station.name, LabelStyle.NAME, strong, self.name_line, names)
        yield Label(x, below, wide, station.detail, LabelStyle.DETAIL, weak, self.detail_line, details)

    def hit(self, index: int) -> Hit:
        """The whole cell of a station."""
        row, column = divmod(index, self.columns)
        height = self.tops[row + 1] - self.tops[row]
        return Hit(self.stations[index].key, column * self.column, self.tops[row], self.column, height)


def _columns(count: int, lines_wide: float) -> int:
    """How many stations stand in a row: a column has room for seven line heights, about 'Arbeit & Ausbildung'."""
    for rows in (1, 2):
        columns = -(-count // rows)
        if lines_wide / columns >= 7:
            return columns
    return min(count, 2)


def _walked(stations: Sequence[Station]) -> frozenset[int]:
    """The stations that are reached from the arrival without a gap: the path is drawn full up to there.

    Whoever is on the path has arrived, whether the date is known or not. The last two stand side by side.
    """
    walked: set[int] = set()
    for beside in (StationKey.RESIDENCE, StationKey.NATURALISATION):
        route = [i for i in range(len(stations)) if stations[i].key is not beside]
        open_from = next((at for at, i in enumerate(route) if at and stations[i].state not in PASSED), len(route))
        within = route[: open_from + 1]
        last = max((at for at, i in enumerate(within) if stations[i].state in REACHED), default=0)
        walked.update(within[: last + 1])
    return frozenset(walked)


def _sign(station: Station, x: float, y: float, unit: float) -> Iterator[Shape]:
    """The disc or ring of a state, never colour alone: each has an icon of its own."""
    radius, border, icon = 12 * unit, 2 * unit, 14 * unit
    match station.state:
        case StationState.DONE:
            yield Disc(x, y, radius, Role.ACCENT, Role.ACCENT, border)
            yield Icon(x, y, icon, "check", Role.SURFACE)
        case StationState.CURRENT:
            yield Disc(x, y, radius, Role.SURFACE, Role.SURFACE, border)
            yield Ring(x, y, radius, station.progress, Role.ACCENT, Role.ACCENT_SOFT, 4 * unit)
            yield Icon(x, y, 13 * unit, STATION_ICONS[station.key], Role.ACCENT)
        case StationState.NEXT:
            yield Disc(x, y, radius, Role.SURFACE, Role.IDLE, border)
            yield Icon(x, y, icon, "chevron-right", Role.MUTED)
        case StationState.OVERDUE:
            yield Disc(x, y, radius + unit, Role.SURFACE, Role.WRONG, border)
            yield Icon(x, y - unit, icon, "triangle-alert", Role.WRONG)
        case StationState.NOT_APPLICABLE:
            yield Disc(x, y, radius - 2 * unit, Role.SURFACE, Role.IDLE, unit)
            yield Icon(x, y, icon, "minus", Role.IDLE)
        case StationState.UNKNOWN:
            yield Disc(x, y, radius, Role.SURFACE, Role.IDLE, border, dashed=True)
            yield Label(x, y - 9 * unit, 20 * unit, Message("?"), LabelStyle.DETAIL, Role.MUTED, 18 * unit)
