"""The path on the screen: the shapes of `domain.path_drawing`, painted by Qt, each station reachable by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hin_desktop.domain.path_drawing import MOST_LINES, Disc, Drawing, Icon, Label, LabelStyle, Line, Ring, lay_out
from hin_desktop.domain.pathway import Station, StationKey, StationState
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.kit import Kit

STATES = {
    StationState.DONE: Message("done"),
    StationState.CURRENT: Message("current"),
    StationState.NEXT: Message("next"),
    StationState.OVERDUE: Message("overdue"),
    StationState.NOT_APPLICABLE: Message("not applicable"),
    StationState.UNKNOWN: Message("unknown"),
}


class StationButton(QAbstractButton):
    """The invisible button over a station: focus, mouse, and what a screen reader says."""

    def __init__(self, kit: Kit, station: Station, path: PathView) -> None:
        super().__init__(path)
        self._kit = kit
        self.key = station.key
        say = kit.texts
        self.setAccessibleName(f"{say(station.name)}: {say(STATES[station.state])}")
        missing = [say("Missing: {what}", what=what) for what in station.missing]
        own = [say("Set by hand")] if station.overridden else []
        self.setAccessibleDescription(" · ".join([say(station.detail), *missing, *own]))
        self.setToolTip("\n".join(filter(None, (self.accessibleName(), say(station.detail), *missing, *own))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Left and Right go along the path."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            path = self.parentWidget()
            if isinstance(path, PathView):
                path.go(self, 1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring when it has the focus, a hairline under the mouse."""
        if not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._kit.theme.px(2) if self.hasFocus() else 1
        painter.setPen(QPen(self._kit.theme.color("accent" if self.hasFocus() else "hairline"), width))
        inset = width / 2 + 1
        corner = self._kit.theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), corner, corner)


class PathView(QWidget):
    """Paints the stations and emits `activated(StationKey)`; the height follows width and text size."""

    activated = Signal(StationKey)

    def __init__(self, kit: Kit, stations: Sequence[Station] = ()) -> None:
        super().__init__()
        self._kit = kit
        self._stations: tuple[Station, ...] = ()
        self._drawing = Drawing((), (), 0.0)
        self._buttons: list[StationButton] = []
        self.setAccessibleName(kit.texts("Path from arrival to naturalisation"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.theme.changed.connect(self._theme_changed)
        self.set_stations(stations)

    def set_stations(self, stations: Sequence[Station]) -> None:
        """Show other stations; the focus stays at the same station."""
        held = next((button.key for button in self._buttons if button.hasFocus()), None)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._stations = tuple(stations)
        self._buttons = [StationButton(self._kit, station, self) for station in self._stations]
        for button in self._buttons:
            button.clicked.connect(self._clicked)
            button.show()
            if button.key is held:
                button.setFocus()
        self._lay_out()
        self.updateGeometry()

    def go(self, button: StationButton, step: int) -> None:
        """Move the focus along the path; it stops at both ends."""
        at = self._buttons.index(button) + step
        if 0 <= at < len(self._buttons):
            self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Narrow paths take several rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the stations take within a width."""
        return round(self._draw(width).height) + 2

    def sizeHint(self) -> QSize:
        """The present height."""
        width = max(self.width(), self._kit.theme.px(400))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for two stations side by side."""
        return QSize(self._kit.theme.px(240), self.heightForWidth(max(self.width(), self._kit.theme.px(240))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every shape in its order."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in self._drawing.shapes:
            self._paint(shape, painter)

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StationButton):
            self.activated.emit(button.key)

    @Slot()
    def _theme_changed(self) -> None:
        self._lay_out()
        self.updateGeometry()

    def _draw(self, width: int) -> Drawing:
        line = QFontMetricsF(self._font(LabelStyle.NAME)).height()
        return lay_out(self._stations, float(width), text_height=line, count_lines=self._count_lines)

    def _lay_out(self) -> None:
        self._drawing = self._draw(max(1, self.width()))
        for button, hit in zip(self._buttons, self._drawing.hits, strict=True):
            button.setGeometry(QRectF(hit.x, hit.y, hit.width, hit.height).toRect())
        self.update()

    def _font(self, style: LabelStyle) -> QFont:
        font = QFont(self.font())
        if style is LabelStyle.NAME:
            font.setWeight(QFont.Weight.DemiBold)
        else:
            font.setPointSizeF(font.pointSizeF() * 0.94)
        return font

    def _count_lines(self, text: Message, style: LabelStyle, width: float) -> int:
        return len(self._broken(self._kit.texts(text), self._font(style), width))

    @staticmethod
    def _broken(text: str, font: QFont, width: float) -> list[str]:
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
        box = QRectF(shape.x - shape.size / 2, shape.y - shape.size / 2, shape.size, shape.size)
        self._kit.theme.icons.icon(shape.name, shape.role, round(shape.size)).paint(painter, box.toAlignedRect())

    @_paint.register
    def _(self, shape: Label, painter: QPainter) -> None:
        font = self._font(shape.style)
        painter.setFont(font)
        painter.setPen(self._kit.theme.color(shape.role))
        for index, line in enumerate(self._broken(self._kit.texts(shape.text), font, shape.width)):
            box = QRectF(shape.x - shape.width / 2, shape.y + index * shape.line_height, shape.width, shape.line_height)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), line)
