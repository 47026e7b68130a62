"""Painting the path with Qt: one method a shape of `domain.path_drawing`."""

from __future__ import annotations

from functools import singledispatchmethod

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from hin_desktop.domain.path_drawing import MOST_LINES, Disc, Drawing, Icon, Label, LabelStyle, Line, Ring
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.kit import Kit

DETAIL_SIZE = 0.94  # of the size of a name, as high as the geometry leaves room for
TEXTS_KEPT = 500


class PathPainter:
    """Draws in the colours of the theme and measures in one font (that of the widget it paints for).

    Kept as long as the font is the same: how a text breaks into lines is found once for laying out and painting.
    """

    def __init__(self, kit: Kit, font: QFont) -> None:
        self._kit = kit
        self._fonts = {style: _sized(font, style) for style in LabelStyle}
        self._broken: dict[tuple[str, LabelStyle, float], list[str]] = {}

    @property
    def line_height(self) -> float:
        """The height of a line of a station's name, in pixels."""
        return QFontMetricsF(self._fonts[LabelStyle.NAME]).height()

    def count_lines(self, text: Message, style: LabelStyle, width: float) -> int:
        """How many lines a text takes within a width."""
        return len(self._lines(text, style, width))

    def draw(self, drawing: Drawing, painter: QPainter) -> None:
        """Paint every shape in its order."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in drawing.shapes:
            self._paint(shape, painter)

    def _lines(self, text: Message, style: LabelStyle, width: float) -> list[str]:
        key = (self._kit.texts(text), style, width)
        if key not in self._broken:
            if len(self._broken) >= TEXTS_KEPT:
                self._broken.clear()
            self._broken[key] = broken(key[0], self._fonts[style], width)
        return self._broken[key]

    @singledispatchmethod
    def _paint(self, shape: object, painter: QPainter) -> None:
        raise TypeError(f"no painter for {type(shape).__name__}")

    @_paint.register
    def _(self, shape: Line, painter: QPainter) -> None:
        pen = QPen(self._kit.theme.color(shape.role), shape.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if shape.dashed:
            pen.setDashPattern([2, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))

    @_paint.register
    def _(self, shape: Disc, painter: QPainter) -> None:
        pen = QPen(self._kit.theme.color(shape.border_role), shape.width)
        if shape.dashed:
            pen.setDashPattern([2, 1.5])
        painter.setPen(pen)
        painter.setBrush(self._kit.theme.color(shape.fill_role))
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)

    @_paint.register
    def _(self, shape: Ring, painter: QPainter) -> None:
        box = QRectF(shape.x - shape.radius, shape.y - shape.radius, 2 * shape.radius, 2 * shape.radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._kit.theme.color(shape.track_role), shape.width))
        painter.drawEllipse(box)
        share = 1.0 if shape.progress is None else shape.progress
        pen = QPen(self._kit.theme.color(shape.role), shape.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -round(share * 360 * 16))

    @_paint.register
    def _(self, shape: Icon, painter: QPainter) -> None:
        paint_icon(self._kit, shape, painter)

    @_paint.register
    def _(self, shape: Label, painter: QPainter) -> None:
        painter.setFont(self._fonts[shape.style])
        painter.setPen(self._kit.theme.color(shape.role))
        for index, line in enumerate(self._lines(shape.text, shape.style, shape.width)):
            box = QRectF(shape.x - shape.width / 2, shape.y + index * shape.line_height, shape.width, shape.line_height)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), line)


def paint_icon(kit: Kit, icon: Icon, painter: QPainter) -> None:
    """An icon in the colour of its role, around its middle."""
    box = QRectF(icon.x - icon.size / 2, icon.y - icon.size / 2, icon.size, icon.size)
    kit.theme.icons.icon(icon.name, icon.role, round(icon.size)).paint(painter, box.toAlignedRect())


def _sized(base: QFont, style: LabelStyle) -> QFont:
    font = QFont(base)
    if style is LabelStyle.NAME:
        font.setWeight(QFont.Weight.DemiBold)
    else:
        font.setPointSizeF(font.pointSizeF() * DETAIL_SIZE)
    return font


def broken(text: str, font: QFont, width: float) -> list[str]:
    """The text in at most two lines; the rest of a longer one ends in an ellipsis."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    lines = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    elide = QFontMetricsF(font).elidedText
    return [elide(line, Qt.TextElideMode.ElideRight, width) for line in lines] or [""]
