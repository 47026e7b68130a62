"""The residence timeline on the screen: the shapes of `domain.residence.drawing`, each part reachable by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hin_desktop.domain.residence.drawing import Drawing, lay_out
from hin_desktop.domain.residence.picture import Counts, Picture
from hin_desktop.domain.residence.shapes import band_bar
from hin_desktop.ui.widgets.hit_button import HitButton
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.timeline_paint import TimelinePainter

WIDTHS_KEPT = 12
_NARROWEST, _USUAL, _SAMPLE = 200, 600, 14  # pixels at normal text size


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a part: its name, its days, and what they count as (a line each)."""

    name: str
    days: str
    lines: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """Everything, for a tool tip."""
        return "\n".join(filter(None, (self.name, self.days, *self.lines)))


class PartButton(HitButton):
    """The invisible button over a period, gap or stay abroad; says when it is looked at."""

    looked_at = Signal(int)

    def __init__(self, kit: Kit, index: int, told: Told, view: TimelineView) -> None:
        super().__init__(kit, view, corner=5)
        self.index = index
        self.setAccessibleName(f"{told.name}: {told.days}")
        self.setAccessibleDescription(" · ".join(told.lines))
        self.setToolTip(told.whole)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard has come here."""
        super().focusInEvent(event)
        self.looked_at.emit(self.index)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse has come here."""
        super().enterEvent(event)
        self.looked_at.emit(self.index)


class TimelineView(QWidget):
    """Paints a picture; `activated` and `looked_at` name a part by its place in it."""

    activated = Signal(int)
    looked_at = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._picture: Picture | None = None
        self._told: tuple[Told, ...] = ()
        self._drawing = Drawing((), (), 0.0)
        self._drawn: dict[int, Drawing] = {}
        self.buttons: list[PartButton] = []
        self.setAccessibleName(kit.texts("Residence over time"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.theme.changed.connect(self._theme_changed)

    def show_picture(self, picture: Picture, told: Sequence[Told]) -> None:
        """Show another picture, with what is said of each of its parts; the focus stays at the same place."""
        if picture == self._picture and tuple(told) == self._told:
            return
        held = next((button.index for button in self.buttons if button.hasFocus()), None)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self._picture, self._told = picture, tuple(told)
        self._drawn.clear()
        self.buttons = [PartButton(self._kit, index, words, self) for index, words in enumerate(told)]
        for button in self.buttons:
            button.clicked.connect(self._clicked)
            button.looked_at.connect(self.looked_at)
            button.show()
        self._lay_out()
        self.updateGeometry()
        if held is not None and self.buttons:
            self.buttons[min(held, len(self.buttons) - 1)].setFocus()

    def hasHeightForWidth(self) -> bool:
        """Narrow timelines name their rows above them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the rows take within a width."""
        return round(self._draw(width).height) + 2

    def sizeHint(self) -> QSize:
        """The present height."""
        width = max(self.width(), self._kit.theme.px(_USUAL))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the words."""
        width = self._kit.theme.px(_NARROWEST)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every shape in its order."""
        TimelinePainter(self._kit, self.font()).draw(self._drawing.shapes, QPainter(self))

    def changeEvent(self, event: QEvent) -> None:
        """Another font is another height."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._theme_changed()

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PartButton):
            self.activated.emit(button.index)

    @Slot()
    def _theme_changed(self) -> None:
        self._drawn.clear()
        self._lay_out()
        self.updateGeometry()

    def _draw(self, width: int) -> Drawing:
        """The drawing within a width; a layout asks for the same few widths again and again."""
        if self._picture is None:
            return Drawing((), (), 0.0)
        if width not in self._drawn:
            pen = TimelinePainter(self._kit, self.font())
            made = lay_out(self._picture, float(width), text_height=pen.line_height, measure=pen.measure)
            self._drawn = {width: made, **dict(list(self._drawn.items())[:WIDTHS_KEPT])}
        return self._drawn[width]

    def _lay_out(self) -> None:
        self._drawing = self._draw(max(1, self.width()))
        for button, hit in zip(self.buttons, self._drawing.hits, strict=True):
            button.setGeometry(QRectF(hit.x, hit.y, hit.width, hit.height).toAlignedRect())
        self.update()


class Sample(QWidget):
    """A small piece of a band, for the legend. Decoration: the words stand beside it."""

    def __init__(self, kit: Kit, counts: Counts) -> None:
        super().__init__()
        self._kit, self._counts = kit, counts
        kit.theme.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The piece, as it is drawn in the band."""
        unit = self.height() / _SAMPLE
        bar = band_bar(self._counts, (0.0, 2 * unit, float(self.width()), (_SAMPLE - 4) * unit), unit)
        TimelinePainter(self._kit, self.font()).draw((bar,), QPainter(self))

    @Slot()
    def _fit(self) -> None:
        self.setFixedSize(self._kit.theme.px(22), self._kit.theme.px(_SAMPLE))
