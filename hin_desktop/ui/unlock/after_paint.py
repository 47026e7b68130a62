"""Waiting for the first paint: what is slow begins after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterPaint(QObject):
    """Calls `then` once, after a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Wait for the paint event, then for its end."""
        if event.type() is QEvent.Type.Paint:
            widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False
