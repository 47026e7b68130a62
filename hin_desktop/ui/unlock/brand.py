"""The head of the first window: the sign, the name, and one line saying what the program is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.ui.shell.theme import Theme
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import label

_WIDTH, _HEIGHT, _RADIUS, _STATIONS, _REACHED = 132, 22, 6, 6, 3


class Mark(QWidget):
    """The path from arrival to naturalisation, very small: the picture of the program. Decoration."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """As large as the text size wants it."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three stations passed, one running, two to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, middle = self._theme.px, self.height() / 2
        step = (self.width() - px(2 * _RADIUS + 4)) / (_STATIONS - 1)
        at = [QPointF(px(_RADIUS + 2) + step * index, middle) for index in range(_STATIONS)]
        for index in range(_STATIONS - 1):
            reached = index < _REACHED
            pen = QPen(self._theme.color("accent" if reached else "idle"), px(2))
            if not reached:
                pen.setDashPattern([1.5, 2])
            painter.setPen(pen)
            painter.drawLine(at[index], at[index + 1])
        for index, place in enumerate(at):
            self._station(painter, place, index)

    def _station(self, painter: QPainter, place: QPointF, index: int) -> None:
        px, radius = self._theme.px, self._theme.px(_RADIUS)
        painter.setPen(QPen(self._theme.color("accent" if index <= _REACHED else "idle"), px(2)))
        painter.setBrush(self._theme.color("accent" if index < _REACHED else "ground"))
        painter.drawEllipse(QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius))

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class Brand(QWidget):
    """Sign, name and one line."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(8))
        name = label("HIN Desktop")
        name.setProperty("role", "product")
        self._line = label(
            kit.texts("The desk of migration counselling: from arrival to naturalisation"), tone="muted", wrap=True
        )
        for words in (name, self._line):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._mark = Mark(kit.theme)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(name)
        column.addWidget(self._line)

    def set_short(self, short: bool) -> None:
        """Only the name, where the screen below needs the room."""
        self._mark.setVisible(not short)
        self._line.setVisible(not short)
