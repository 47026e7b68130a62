"""The parts a page is made of: sections with their title in the margin, entries, rows, marks, and a tinted note."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable

from hin_desktop.documents.icon_strokes import draw_icon
from hin_desktop.documents.page import hairline
from hin_desktop.documents.palette import ACCENT_SOFT
from hin_desktop.documents.script_text import TextBlock

MARGIN_COLUMN = 100.0
GAP = 12.0
NOTE_PADDING = 9.0
MARK = 17.0
MARK_SIZE = 10.5
FIRST_LINE = 13.5
_TOO_TALL = 1e6


class Column(Flowable):
    """Flowables below each other, with equal distance, split between or inside them."""

    def __init__(self, parts: Sequence[Flowable], distance: float = 0.0, ruled: bool = False) -> None:
        super().__init__()
        self.parts = list(parts)
        self.distance = distance
        self.ruled = ruled
        self._heights: list[float] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The height of all parts."""
        self._heights = [part.wrap(aW, _TOO_TALL)[1] for part in self.parts]
        self.width = aW
        self.height = sum(self._heights) + self.distance * (len(self.parts) - 1)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """As much as fits, and the rest; [] if not even the beginning fits."""
        if self.wrap(aW, aH)[1] <= aH:
            return [self]
        fits = self._fitting(aH)
        room = aH - sum(self._heights[:fits]) - self.distance * fits
        torn = self.parts[fits].split(aW, room) if room > 0 else []
        if len(torn) > 1:
            return self._pair([*self.parts[:fits], torn[0]], [*torn[1:], *self.parts[fits + 1 :]])
        if fits > 1 and fits == len(self.parts) - 1:
            fits -= 1  # one entry alone at the top of a page looks lost
        return self._pair(self.parts[:fits], self.parts[fits:]) if fits else []

    def _fitting(self, room: float) -> int:
        used = -self.distance
        for index, height in enumerate(self._heights):
            used += height + self.distance
            if used > room:
                return index
        return len(self._heights)

    def _pair(self, before: Sequence[Flowable], after: Sequence[Flowable]) -> list[Flowable]:
        return [Column(before, self.distance, self.ruled), Column(after, self.distance, self.ruled)]

    def draw(self) -> None:
        """From the top down, with a hairline half way between the parts."""
        y = self.height
        for index, (part, height) in enumerate(zip(self.parts, self._heights, strict=True)):
            if index and self.ruled:
                hairline(self.canv, 0, y + self.distance / 2, self.width)
            part.drawOn(self.canv, 0, y - height)
            y -= height + self.distance


class Kept(Column):
    """A column that stays on one page."""

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Whole, or not here."""
        return [self] if self.wrap(aW, aH)[1] <= aH else []


class Section(Flowable):
    """A title in the margin column and its content beside it; goes on under `continued` on the next page.

    `gap` is the room above and below.
    """

    def __init__(self, title: TextBlock, continued: TextBlock, content: Column, gap: float = GAP) -> None:
        super().__init__()
        self.title = title
        self.continued = continued
        self.content = content
        self.gap = gap

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The height of the taller of title and content, with the rule above and the room around it."""
        self.width = aW
        self._title_height = self.title.wrap(MARGIN_COLUMN - GAP, aH)[1]
        self._content_height = self.content.wrap(aW - MARGIN_COLUMN, aH)[1]
        self.height = max(self._title_height, self._content_height) + 2 * self.gap
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The content's own split, with the title repeated; the title itself stays whole."""
        if self.title.wrap(MARGIN_COLUMN - GAP, aH)[1] + 2 * self.gap > aH:
            return []
        parts = self.content.split(aW - MARGIN_COLUMN, aH - 2 * self.gap)
        if len(parts) < 2:
            return []
        before, *after = [part for part in parts if isinstance(part, Column)]
        return [
            Section(self.title, self.continued, before, self.gap),
            CondPageBreak(_TOO_TALL),  # else one more entry would come below it under a title of its own
            *(Section(self.continued, self.continued, part, self.gap) for part in after),
        ]

    def draw(self) -> None:
        """Rule, title, content."""
        hairline(self.canv, 0, self.height, self.width)
        top = self.height - self.gap
        self.title.drawOn(self.canv, 0, top - self._title_height)
        self.content.drawOn(self.canv, MARGIN_COLUMN, top - self._content_height)


class Entry(Flowable):
    """Texts below each other on the left, short ones (dates) flush right; `reserved` keeps the right side free."""

    def __init__(self, left: Sequence[Flowable], right: Sequence[TextBlock] = (), reserved: float = 0.0) -> None:
        super().__init__()
        self.left = Column(left, 1.0)
        self.right = list(right)
        self.reserved = reserved

    def _left_width(self, width: float) -> float:
        wanted = max((block.natural_width() for block in self.right), default=0.0)
        self._right_width = min(wanted + 1, width * 0.45)
        return width - (self._right_width + GAP if self.right else self.reserved)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The height of the taller side."""
        self.width = aW
        self._left_height = self.left.wrap(self._left_width(aW), aH)[1]
        right = sum(block.wrap(self._right_width, aH)[1] for block in self.right)
        self.height = max(self._left_height, right)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Only the last text on the left may go on over the page, in lines of the same length; dates stay above."""
        room = self._left_width(aW)
        parts = [part.parts for part in self.left.split(room, aH) if isinstance(part, Column)]
        if len(parts) < 2 or len(parts[0]) < len(self.left.parts):
            return []
        return [Entry(parts[0], self.right, self.reserved), Entry(parts[1], (), aW - room)]

    def draw(self) -> None:
        """Both sides hang from the top."""
        self.left.drawOn(self.canv, 0, self.height - self._left_height)
        y = self.height
        for block in self.right:
            y -= block.height
            block.drawOn(self.canv, self.width - self._right_width, y)


class Row(Flowable):
    """Parts side by side, all hanging from the top; `shares` of the width, equal ones if not said."""

    def __init__(self, cells: Sequence[Flowable], shares: Sequence[float] = ()) -> None:
        super().__init__()
        self.cells = list(cells)
        self.shares = list(shares) or [1 / len(cells)] * len(cells)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The height of the tallest cell."""
        self.width = aW
        pairs = zip(self.cells, self.shares, strict=True)
        self._heights = [cell.wrap(aW * share - GAP, aH)[1] for cell, share in pairs]
        self.height = max(self._heights)
        return self.width, self.height

    def draw(self) -> None:
        """From left to right."""
        x = 0.0
        for cell, share, height in zip(self.cells, self.shares, self._heights, strict=True):
            cell.drawOn(self.canv, x, self.height - height)
            x += self.width * share


class Marked(Flowable):
    """An icon before what it marks, in the middle of its first line."""

    def __init__(self, icon: str, colour: Color, content: Flowable) -> None:
        super().__init__()
        self.icon = icon
        self.colour = colour
        self.content = content

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The height of the content."""
        self.width = aW
        self.height = self.content.wrap(aW - MARK, aH)[1]
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The content's own split; what goes on keeps its indent and has no icon."""
        parts = self.content.split(aW - MARK, aH)
        return [Marked(self.icon if not index else "", self.colour, part) for index, part in enumerate(parts)]

    def draw(self) -> None:
        """Icon, content."""
        if self.icon:
            draw_icon(self.canv, self.icon, MARK_SIZE / 2, self.height - FIRST_LINE / 2, MARK_SIZE, self.colour)
        self.content.drawOn(self.canv, MARK, 0)


class Note(Flowable):
    """A tinted box for what concerns the whole sheet."""

    def __init__(self, content: Sequence[Flowable]) -> None:
        super().__init__()
        self.content = Column(content, 1.5)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The content and the padding around it."""
        self.width = aW
        self.height = self.content.wrap(aW - 2 * GAP, aH)[1] + 2 * NOTE_PADDING
        return self.width, self.height

    def draw(self) -> None:
        """The box, then the content."""
        canvas: Canvas = self.canv
        canvas.setFillColor(ACCENT_SOFT)
        canvas.roundRect(0, 0, self.width, self.height, 6, stroke=0, fill=1)
        self.content.drawOn(canvas, GAP, NOTE_PADDING)
