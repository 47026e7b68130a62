"""The shapes of the residence timeline, and how each kind of days and parts looks: pattern and icon beside colour.

Units are those of the drawing (see `drawing`), x to the right and y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hin_desktop.domain.path_drawing import Icon, Line, Role
from hin_desktop.domain.residence.picture import Counts, Part, PartKind
from hin_desktop.errors import Message


class Fill(StrEnum):
    """How the inside of a bar is drawn, so that colour never stands alone."""

    SOLID = "solid"
    HATCHED = "hatched"
    HATCHED_BACK = "hatched_back"  # leaning the other way
    DOTTED = "dotted"
    EMPTY = "empty"


class Align(StrEnum):
    """On which side of its box a text begins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle with round corners; the border is `line` wide (0: none). `goes_on`: it does not end at the right."""

    x: float
    y: float
    width: float
    height: float
    role: Role
    fill: Fill
    border: Role
    line: float
    radius: float
    dashed: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a single line within its box; one that is too long is the painter's to shorten. `strong`: semibold.

    A plain string is no word of a language: a year, a paragraph.
    """

    x: float
    y: float
    width: float
    height: float
    text: Message | str
    role: Role
    align: Align = Align.LEFT
    strong: bool = False


Shape = Bar | Words | Line | Icon


def band_bar(counts: Counts, box: tuple[float, float, float, float], unit: float) -> Bar:
    """A stretch of a band, or its sample in the legend, within a box of x, y, width and height."""
    x, y, width, height = box
    role, fill, share = _BANDS[counts]
    tall = height * share
    line = 0.0 if fill is Fill.SOLID else unit
    return Bar(x, y + height - tall if counts is Counts.HALF else y + (height - tall) / 2, width, tall, role, fill,
               role, line, min(2 * unit, tall / 2), counts is Counts.EXPECTED)


_BANDS: Final = {
    Counts.FULL: (Role.MET, Fill.SOLID, 1.0),
    Counts.REACHED: (Role.ACCENT, Fill.SOLID, 1.4),
    Counts.HALF: (Role.MET, Fill.SOLID, 0.5),
    Counts.PROCEDURE: (Role.ACCENT, Fill.HATCHED, 1.0),
    Counts.DOUBTFUL: (Role.SOON, Fill.DOTTED, 1.0),
    Counts.EARLIER: (Role.IDLE, Fill.HATCHED_BACK, 1.0),
    Counts.EXPECTED: (Role.MET, Fill.EMPTY, 1.0),
    Counts.NO: (Role.IDLE, Fill.SOLID, 0.2),
}


@dataclass(frozen=True, slots=True)
class Looks:
    """How a part is drawn: the bar, what is written on it, or the icon in its place."""

    role: Role
    fill: Fill
    border: Role
    words: Role
    icon: str = ""
    dashed: bool = False


_LOOKS: Final = {
    PartKind.PERIOD: Looks(Role.ACCENT_SOFT, Fill.SOLID, Role.ACCENT, Role.TEXT),
    PartKind.GAP: Looks(Role.SOON, Fill.EMPTY, Role.SOON, Role.SOON, "triangle-alert", True),
    PartKind.LATE_GAP: Looks(Role.IDLE, Fill.EMPTY, Role.IDLE, Role.MUTED, "clock", True),
    PartKind.ABSENCE: Looks(Role.IDLE, Fill.EMPTY, Role.IDLE, Role.MUTED, "plane"),
    PartKind.LONG_ABSENCE: Looks(Role.WRONG, Fill.EMPTY, Role.WRONG, Role.WRONG, "triangle-alert"),
}
_CURRENT: Final = Looks(Role.ACCENT, Fill.SOLID, Role.ACCENT, Role.SURFACE)


def looks_of(part: Part) -> Looks:
    """How a part is drawn; the status of today is filled."""
    return _CURRENT if part.current else _LOOKS[part.kind]
