"""The invisible button over a part of a painted picture: focus, mouse, keyboard, and what a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hin_desktop.ui.widgets.kit import Kit

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class HitButton(QAbstractButton):
    """Enter clicks; Left and Right go to the one made before or after it in the same picture, and stop at both ends."""

    def __init__(self, kit: Kit, picture: QWidget, corner: int = 8) -> None:
        super().__init__(picture)
        self._kit, self._picture, self._corner = kit, picture, corner
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Left and Right go along the picture."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in _STEPS:
            self._go(_STEPS[Qt.Key(event.key())])
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
        corner = self._kit.theme.px(self._corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), corner, corner)

    def _go(self, step: int) -> None:
        only = Qt.FindChildOption.FindDirectChildrenOnly
        beside = [each for each in self._picture.findChildren(HitButton, options=only) if not each.isHidden()]
        at = beside.index(self) + step
        if 0 <= at < len(beside):
            beside[at].setFocus(Qt.FocusReason.TabFocusReason)
