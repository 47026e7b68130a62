"""A tick box drawn in the theme's colours, and the yes/no field made of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from hin_desktop.errors import Message
from hin_desktop.ui.widgets.editor import Editor
from hin_desktop.ui.widgets.form_spec import FieldSpec
from hin_desktop.ui.widgets.kit import Kit

_BOX, _GAP, _MARGIN, _HEIGHT = 18, 12, 4, 34  # as high as a line to type in


class CheckBox(QCheckBox):
    """A tick box with its words beside it; the words wrap where there is little room."""

    def __init__(self, kit: Kit, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._kit = kit
        self._words = text
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.theme.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does; with Ctrl it is left to the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def hitButton(self, at: object) -> bool:
        """The words can be clicked as well as the box."""
        return True

    def sizeHint(self) -> QSize:
        """Box and words in one line."""
        width = self._left() + self.fontMetrics().horizontalAdvance(self._words) + self._kit.theme.px(_MARGIN)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words may wrap."""
        return QSize(self._left() + self._kit.theme.px(60), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words."""
        room = QRect(0, 0, max(1, width - self._left()), 10_000)
        words = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._words)
        return max(words.height() + 2 * self._kit.theme.px(_MARGIN), self._kit.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick, words, and a ring when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, margin = self._kit.theme.px(_BOX), self._kit.theme.px(_MARGIN)
        line = max(side, self.fontMetrics().height())
        top = max(margin, (self._kit.theme.px(_HEIGHT) - line) // 2)
        box = QRectF(margin / 2, top + (line - side) / 2, side, side)
        self._paint_box(painter, box)
        painter.setPen(self._kit.theme.color("text" if self.isEnabled() else "muted"))
        top += (line - self.fontMetrics().height()) // 2
        words = QRect(self._left(), top, self.width() - self._left(), self.height() - top)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft), self._words)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        px = self._kit.theme.px
        on, focus = self.isChecked(), self.hasFocus()
        if focus:
            painter.setPen(QPen(self._kit.theme.color("accent"), px(2)))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), px(5), px(5))
        painter.setPen(QPen(self._kit.theme.color("accent" if on or focus else "border"), px(15) / 10))
        painter.setBrush(self._kit.theme.color("accent" if on else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(4), px(4))
        if on:
            side = round(box.width()) - px(4)
            icon = self._kit.theme.icons.icon("check", "on_accent", side)
            icon.paint(painter, QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side).toRect())

    def _left(self) -> int:
        return self._kit.theme.px(_BOX + _GAP)


class CheckEditor(Editor):
    """Yes or no; its label is the words of the box."""

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__(spec, kit)
        self.box = CheckBox(kit, kit.say(spec.label))
        self._hold(self.box)
        self.box.clicked.connect(self.changed)

    def input(self) -> QWidget:
        """The box."""
        return self.box

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        """Tick or untick."""
        self.box.setChecked(bool(value))

    def problem(self) -> Message | None:
        """A required box must be ticked."""
        return Message("Please confirm this.") if self.spec.required and not self.value() else None

    def shown(self, value: object) -> str:
        """Yes or no."""
        return self.kit.texts("yes") if value else self.kit.texts("no")
