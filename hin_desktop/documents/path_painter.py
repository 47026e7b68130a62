"""The path on paper: the shapes of `domain.path_drawing`, drawn by ReportLab."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.icon_strokes import draw_icon
from hin_desktop.documents.palette import HAIRLINE, ROLES
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from hin_desktop.domain.path_drawing import (
    MOST_LINES,
    Disc,
    Drawing,
    Icon,
    Label,
    LabelStyle,
    Line,
    Ring,
    Role,
    Shape,
    lay_out,
)
from hin_desktop.domain.pathway import Station
from hin_desktop.errors import Message
from hin_desktop.texts import Texts

TEXT_HEIGHT = 10.5
FONT_SHARE = 0.73
PADDING = 6.0
_WEIGHTS = {LabelStyle.NAME: Weight.STRONG, LabelStyle.DETAIL: Weight.REGULAR}


class PathPicture(Flowable):
    """The stations in a card of the width of the page."""

    def __init__(self, stations: Sequence[Station], texts: Texts, fonts: Fonts) -> None:
        super().__init__()
        self.stations = tuple(stations)
        self._texts = texts
        self._fonts = fonts

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Lay the path out for this width."""
        self.width = aW
        self._drawing = lay_out(self.stations, aW - 2 * PADDING, text_height=TEXT_HEIGHT, count_lines=self._count_lines)
        self.height = self._drawing.height + PADDING
        return self.width, self.height

    def draw(self) -> None:
        """The card, then every shape in order."""
        canvas: Canvas = self.canv
        canvas.setFillColor(ROLES[Role.SURFACE])
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.8)
        canvas.roundRect(0, 0, self.width, self.height, 7, stroke=1, fill=1)
        paint(canvas, self._drawing, PADDING, self.height - PADDING, self._texts, self._fonts)

    def _count_lines(self, text: Message, style: LabelStyle, width: float) -> int:
        block = _label_block(self._texts(text), style, TEXT_HEIGHT, Role.TEXT, self._fonts, MOST_LINES)
        block.wrap(width, 0)
        return len(block.lines)


def paint(canvas: Canvas, drawing: Drawing, x: float, top: float, texts: Texts, fonts: Fonts) -> None:
    """Draw the shapes; x and top are the page point of the drawing's own upper left corner."""
    canvas.saveState()
    canvas.setLineCap(1)
    for shape in drawing.shapes:
        _paint_shape(canvas, shape, x, top, texts, fonts)
    canvas.restoreState()


def _paint_shape(canvas: Canvas, shape: Shape, x: float, top: float, texts: Texts, fonts: Fonts) -> None:
    match shape:
        case Line():
            _stroke(canvas, ROLES[shape.role], shape.width, shape.dashed)
            canvas.line(x + shape.x1, top - shape.y1, x + shape.x2, top - shape.y2)
        case Disc():
            _stroke(canvas, ROLES[shape.border_role], shape.width, shape.dashed)
            canvas.setFillColor(ROLES[shape.fill_role])
            canvas.circle(x + shape.x, top - shape.y, shape.radius, stroke=1, fill=1)
        case Ring():
            _paint_ring(canvas, shape, x + shape.x, top - shape.y)
        case Icon():
            draw_icon(canvas, shape.name, x + shape.x, top - shape.y, shape.size, ROLES[shape.role])
        case Label():
            _paint_label(canvas, shape, x, top, texts, fonts)


def _stroke(canvas: Canvas, colour: Color, width: float, dashed: bool) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.setDash([2 * width, 2.5 * width] if dashed else [])


def _paint_ring(canvas: Canvas, ring: Ring, x: float, y: float) -> None:
    whole = ring.progress is None
    _stroke(canvas, ROLES[ring.role if whole else ring.track_role], ring.width, False)
    canvas.circle(x, y, ring.radius, stroke=1, fill=0)
    if ring.progress:
        canvas.setStrokeColor(ROLES[ring.role])
        canvas.arc(
            x - ring.radius, y - ring.radius, x + ring.radius, y + ring.radius, 90, -360 * min(1.0, ring.progress)
        )


def _paint_label(canvas: Canvas, label: Label, x: float, top: float, texts: Texts, fonts: Fonts) -> None:
    text = texts(label.text)
    block = _label_block(text, label.style, label.line_height, label.role, fonts, label.lines)
    _, height = block.wrap(label.width, 0)
    block.drawOn(canvas, x + label.x - label.width / 2, top - label.y - height)


def _label_block(text: str, style: LabelStyle, line: float, role: Role, fonts: Fonts, most_lines: int) -> TextBlock:
    shown = TextStyle(line * FONT_SHARE, line, _WEIGHTS[style], ROLES[role], Align.CENTRE)
    return TextBlock(text, shown, fonts, most_lines)
