"""Text in its own script as a ReportLab flowable: wrapped, split over pages, searchable.

One class for every text on paper. It knows no markup, so nothing that a person is called or a counsellor wrote
can change the layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from hin_desktop.documents.directions import is_right_to_left, visual_order
from hin_desktop.documents.fonts import Family, Fonts, Weight
from hin_desktop.documents.palette import TEXT
from hin_desktop.documents.words import Atom, Word, halves, paragraphs, simple_word, words_of

ELLIPSIS = "…"
_ROUNDING = 1e-6


class Align(Enum):
    """Where lines stand; START is left, or right for a paragraph that runs from right to left."""

    START = "start"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Color = TEXT
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as it is drawn; `width` in ems. `ends`: the last line of its paragraph."""

    words: tuple[Word, ...]
    width: float
    right_to_left: bool
    ends: bool = False


class TextBlock(Flowable):
    """Paragraphs in one style. `most_lines` shortens the text with an ellipsis."""

    def __init__(self, text: str, style: TextStyle, fonts: Fonts, most_lines: int | None = None) -> None:
        super().__init__()
        self.text = text
        self.style = style
        self._family = fonts.family(style.weight)
        self._most_lines = most_lines
        self._ready: list[TextLine] | None = None
        self._paragraphs: list[tuple[list[Word], bool]] | None = None
        self.lines: list[TextLine] = []

    @classmethod
    def _of_lines(cls, source: TextBlock, lines: list[TextLine]) -> TextBlock:
        block = cls.__new__(cls)
        Flowable.__init__(block)
        block.text, block.style, block._family = source.text, source.style, source._family
        block._most_lines, block._paragraphs = None, None
        block._ready = block.lines = lines
        return block

    def natural_width(self) -> float:
        """The width in points of the longest line if nothing is wrapped."""
        return max(sum(word.width for word in words) for words, _ in self._parsed()) * self.style.size

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Break into lines of at most `aW` points."""
        self.width = aW
        if self._ready is None:
            self.lines = list(self._broken(aW / self.style.size + _ROUNDING))
            self._shorten(aW / self.style.size)
        self.height = len(self.lines) * self.style.leading
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Two blocks, neither with a single line of a longer paragraph; [] if it cannot begin here."""
        self.wrap(aW, aH)
        fits = int(aH / self.style.leading + _ROUNDING)
        if fits >= len(self.lines):
            return [self]
        while fits > 0 and self._leaves_one_line(fits):
            fits -= 1
        if fits <= 0:
            return []
        return [self._of_lines(self, self.lines[:fits]), self._of_lines(self, self.lines[fits:])]

    def _leaves_one_line(self, fits: int) -> bool:
        """A widow or an orphan: the first line of a paragraph alone before the break, or its last alone after it."""
        before, after = self.lines[fits - 1], self.lines[fits]
        starts_alone = not before.ends and (fits == 1 or self.lines[fits - 2].ends)
        return starts_alone or (after.ends and not before.ends)

    def draw(self) -> None:
        """ReportLab has moved the origin to the lower left corner."""
        canvas: Canvas = self.canv
        canvas.setFillColor(self.style.colour)
        baseline = self.height - self.style.leading + 0.28 * self.style.leading
        for line in self.lines:
            draw_line(canvas, self._left(line), baseline, line, self.style.size)
            baseline -= self.style.leading

    def _left(self, line: TextLine) -> float:
        room = self.width - line.width * self.style.size
        align = self.style.align
        if align is Align.START:
            align = Align.RIGHT if line.right_to_left else Align.LEFT
        return {Align.LEFT: 0.0, Align.CENTRE: room / 2, Align.RIGHT: room}[align]

    def _parsed(self) -> list[tuple[list[Word], bool]]:
        if self._paragraphs is None:
            self._paragraphs = [
                (words_of(part, self._family), not self._family.is_simple(part) and is_right_to_left(part))
                for part in paragraphs(self.text)
            ]
        return self._paragraphs

    def _broken(self, room: float) -> Iterator[TextLine]:
        for words, right_to_left in self._parsed():
            lines = list(_fill(words, room, self._family))
            for line in lines[:-1]:
                yield _line(line, right_to_left)
            yield replace(_line(lines[-1], right_to_left), ends=True)

    def _shorten(self, room: float) -> None:
        if self._most_lines is None or len(self.lines) <= self._most_lines:
            return
        dots = simple_word(ELLIPSIS, self._family)
        last = self.lines[self._most_lines - 1]
        words = [part for word in last.words for part in _cut(word, room, self._family)]
        while words and sum(word.width for word in words) + dots.width > room:
            words.pop()
        self.lines = [*self.lines[: self._most_lines - 1], _line([*words, dots], last.right_to_left)]


def _line(words: list[Word], right_to_left: bool) -> TextLine:
    """Rule L1: spaces at the end of a line go."""
    while words and words[-1].is_space:
        words = words[:-1]
    return TextLine(tuple(words), sum(word.width for word in words), right_to_left)


def _fill(words: Iterable[Word], room: float, family: Family) -> Iterator[list[Word]]:
    """The words of each line, as many as fit; a word longer than a line is broken."""
    line: list[Word] = []
    used = 0.0
    for word in (part for whole in words for part in _cut(whole, room, family)):
        if line and used + word.width > room and not word.is_space:
            yield line
            line, used = [], 0.0
        if not line and word.is_space and used:
            continue
        line.append(word)
        used += word.width
    yield line


def _cut(word: Word, room: float, family: Family) -> list[Word]:
    """The word itself, or pieces of it that fit."""
    if word.width <= room or word.is_space:
        return [word]
    parts = halves(word, family)
    return parts if len(parts) == 1 else [piece for part in parts for piece in _cut(part, room, family)]


def draw_line(canvas: Canvas, x: float, y: float, line: TextLine, size: float) -> None:
    """Draw one line with its baseline at y."""
    atoms = [atom for word in line.words for atom in word.atoms]
    if line.right_to_left or any(atom.level for atom in atoms):
        atoms = visual_order(atoms, [atom.level for atom in atoms])
    text = canvas.beginText(x, y)
    for face, pieces in _runs(atoms):
        text.setFont(face, size)
        x = _draw_run(text, x, y, pieces, size)
    canvas.drawText(text)


def _runs(atoms: Iterable[Atom]) -> Iterator[tuple[str, list[Atom]]]:
    run: list[Atom] = []
    for atom in atoms:
        if run and run[-1].face is not atom.face:
            yield run[-1].face.fontName, run
            run = []
        run.append(atom)
    if run:
        yield run[-1].face.fontName, run


def _draw_run(text: PDFTextObject, x: float, y: float, atoms: list[Atom], size: float) -> float:
    """One font; glyphs by their own widths go out in one stroke, loose ones are placed. Returns where it ends."""
    waiting, start = "", x
    for piece in (piece for atom in atoms for piece in atom.pieces):
        if piece.loose:
            _put(text, start, y, waiting)
            _put(text, x + piece.dx * size, y + piece.dy * size, piece.text)
            waiting, start = "", x + piece.advance * size
        else:
            waiting += piece.text
        x += piece.advance * size
    _put(text, start, y, waiting)
    return x


def _put(text: PDFTextObject, x: float, y: float, chars: str) -> None:
    if chars:
        text.setTextOrigin(x, y)
        text.textOut(chars)
