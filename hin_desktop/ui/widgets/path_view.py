"""The path on the screen: the shapes of `domain.path_drawing`, painted by Qt, each station reachable by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hin_desktop.domain.path_drawing import Drawing, lay_out
from hin_desktop.domain.pathway import Station, StationKey, StationState
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.hit_button import HitButton
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.path_paint import PathPainter

STATES = {
    StationState.DONE: Message("done"),
    StationState.CURRENT: Message("current"),
    StationState.NEXT: Message("next"),
    StationState.OVERDUE: Message("overdue"),
    StationState.NOT_APPLICABLE: Message("not applicable"),
    StationState.UNKNOWN: Message("unknown"),
}

WIDTHS_KEPT = 12


class StationButton(HitButton):
    """The invisible button over a station."""

    def __init__(self, kit: Kit, station: Station, path: PathView) -> None:
        super().__init__(kit, path)
        self.key = station.key
        self._station: Station | None = None
        self.show_station(station)

    def show_station(self, station: Station) -> None:
        """The same station, of another person or with other news."""
        if station == self._station:
            return
        self._station = station
        texts = self._kit.texts
        missing = [texts("Missing: {what}", what=what) for what in station.missing]
        said = [texts(station.detail), *missing, *([texts("Set by hand")] if station.overridden else [])]
        self.setAccessibleName(f"{texts(station.name)}: {texts(STATES[station.state])}")
        self.setAccessibleDescription(" · ".join(said))
        self.setToolTip("\n".join(filter(None, (self.accessibleName(), *said))))


class PathView(QWidget):
    """Paints the stations and emits `activated(StationKey)`; the height follows width and text size."""

    activated = Signal(StationKey)

    def __init__(self, kit: Kit, stations: Sequence[Station] = ()) -> None:
        super().__init__()
        self._kit = kit
        self._stations: tuple[Station, ...] = ()
        self._drawing = Drawing((), (), 0.0)
        self._drawn: dict[int, Drawing] = {}
        self._pen = PathPainter(kit, self.font())
        self._buttons: list[StationButton] = []
        self.setAccessibleName(kit.texts("Path from arrival to naturalisation"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.theme.changed.connect(self._theme_changed)
        self.set_stations(stations)

    def set_stations(self, stations: Sequence[Station]) -> None:
        """Show other stations; the focus stays at the same station."""
        self._stations = tuple(stations)
        self._drawn.clear()
        if [station.key for station in stations] == [button.key for button in self._buttons]:
            for button, station in zip(self._buttons, stations, strict=True):
                button.show_station(station)
        else:
            self._renew_buttons()
        self._lay_out()
        self.updateGeometry()

    def _renew_buttons(self) -> None:
        held = next((button.key for button in self._buttons if button.hasFocus()), None)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [StationButton(self._kit, station, self) for station in self._stations]
        for button in self._buttons:
            button.clicked.connect(self._clicked)
            button.show()
            if button.key is held:
                button.setFocus()

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
        self._pen.draw(self._drawing, QPainter(self))

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StationButton):
            self.activated.emit(button.key)

    @Slot()
    def _theme_changed(self) -> None:
        self._drawn.clear()
        self._pen = PathPainter(self._kit, self.font())
        self._lay_out()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another font is another height."""
        if event.type() is QEvent.Type.FontChange:
            self._drawn.clear()
            self._pen = PathPainter(self._kit, self.font())
        super().changeEvent(event)

    def _draw(self, width: int) -> Drawing:
        """The drawing within a width; a layout asks for the same few widths again and again."""
        found = self._drawn.get(width)
        if found is None:
            if len(self._drawn) >= WIDTHS_KEPT:
                self._drawn.clear()
            pen = self._pen
            found = lay_out(self._stations, float(width), text_height=pen.line_height, count_lines=pen.count_lines)
            self._drawn[width] = found
        return found

    def _lay_out(self) -> None:
        self._drawing = self._draw(max(1, self.width()))
        for button, hit in zip(self._buttons, self._drawing.hits, strict=True):
            button.setGeometry(QRectF(hit.x, hit.y, hit.width, hit.height).toRect())
        self.update()
