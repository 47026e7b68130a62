"""Painting the residence timeline with Qt: one method a shape of `domain.residence.shapes`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatchmethod

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from hin_desktop.domain.path_drawing import Icon, Line
from hin_desktop.domain.residence.shapes import Align, Bar, Fill, Shape, Words
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.path_paint import paint_icon

SMALL = 0.92  # of the widget's font: as the second line of a row
_SIDES = {Align.LEFT: Qt.AlignmentFlag.AlignLeft, Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
          Align.RIGHT: Qt.AlignmentFlag.AlignRight}

_PATTERNS = {Fill.SOLID: Qt.BrushStyle.SolidPattern, Fill.HATCHED: Qt.BrushStyle.BDiagPattern,
             Fill.HATCHED_BACK: Qt.BrushStyle.FDiagPattern, Fill.DOTTED: Qt.BrushStyle.Dense6Pattern,
             Fill.EMPTY: Qt.BrushStyle.NoBrush}


class TimelinePainter:
    """Draws in the colours of the theme and measures in one font (that of the widget it paints for)."""

    def __init__(self, kit: Kit, font: QFont) -> None:
        self._kit = kit
        self._base = font

    @property
    def line_height(self) -> float:
        """The height of a line of text, in pixels."""
        return QFontMetricsF(self._font(strong=True)).height()

    def measure(self, text: Message | str, strong: bool) -> float:
        """How wide a text is, in pixels."""
        return QFontMetricsF(self._font(strong=strong)).horizontalAdvance(self._kit.say(text))

    def draw(self, shapes: Iterable[Shape], painter: QPainter) -> None:
        """Paint every shape in its order."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in shapes:
            self._paint(shape, painter)

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(self._base)
        font.setPointSizeF(font.pointSizeF() * SMALL)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @singledispatchmethod
    def _paint(self, shape: object, painter: QPainter) -> None:
        raise TypeError(f"no painter for {type(shape).__name__}")

    @_paint.register
    def _(self, shape: Bar, painter: QPainter) -> None:
        path, color = _outline(shape), self._kit.theme.color
        painter.fillPath(path, QBrush(color(shape.role), _PATTERNS[shape.fill]))
        if shape.line:
            pen = QPen(color(shape.border), shape.line)
            if shape.dashed:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)

    @_paint.register
    def _(self, shape: Line, painter: QPainter) -> None:
        pen = QPen(self._kit.theme.color(shape.role), shape.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if shape.dashed:
            pen.setDashPattern([1, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))

    @_paint.register
    def _(self, shape: Icon, painter: QPainter) -> None:
        paint_icon(self._kit, shape, painter)

    @_paint.register
    def _(self, shape: Words, painter: QPainter) -> None:
        font = self._font(strong=shape.strong)
        painter.setFont(font)
        painter.setPen(self._kit.theme.color(shape.role))
        box = QRectF(shape.x, shape.y, shape.width, shape.height)
        text = QFontMetricsF(font).elidedText(self._kit.say(shape.text), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(_SIDES[shape.align] | Qt.AlignmentFlag.AlignVCenter), text)


def _outline(bar: Bar) -> QPainterPath:
    """Round corners; at the right of what goes on, a point like that of an arrow."""
    inset = bar.line / 2
    box = QRectF(bar.x, bar.y, bar.width, bar.height).adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    tip = min(box.height() / 3, box.width() / 2)
    if not bar.goes_on:
        path.addRoundedRect(box, bar.radius, bar.radius)
        return path
    path.moveTo(box.left(), box.top())
    for x, y in ((box.right() - tip, box.top()), (box.right(), box.center().y()), (box.right() - tip, box.bottom()),
                 (box.left(), box.bottom())):
        path.lineTo(x, y)
    path.closeSubpath()
    return path
