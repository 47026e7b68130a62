"""Locking when nobody is there: after some minutes without a key or mouse, with the screen, and before sleep."""

from __future__ import annotations

import time

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication, QWindow

DEFAULT_MINUTES = 5
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_AWAY = SLOT("_away(bool)")
_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)


class IdleLock(QObject):
    """Asks for the lock once; `start` arms it again.

    Watches the program's windows, not each widget, so that it costs nothing while somebody types. Where there is no
    D-Bus (Windows, macOS) the minutes alone count.
    """

    lock_wanted = Signal()

    def __init__(self, minutes: int = DEFAULT_MINUTES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self._seen = time.monotonic()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._watch_windows()
        self._listen()
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes, at least one: never is not offered."""
        self.set_seconds(60 * max(1, minutes))

    def set_seconds(self, seconds: float) -> None:
        """Lock after so many seconds without a sign of life; starts the clock."""
        self._limit = seconds
        self.start()

    def start(self) -> None:
        """Begin to watch, as if somebody had just touched the keyboard."""
        self._seen = time.monotonic()
        self._timer.start(round(self._limit * 1000))

    def stop(self) -> None:
        """The desk is locked or closing: nothing more to watch."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; never takes an event."""
        if event.type() in _SIGNS_OF_LIFE:
            self._seen = time.monotonic()
        return False

    def _look(self) -> None:
        left = self._seen + self._limit - time.monotonic()
        if left > 0:
            self._timer.start(max(1, round(left * 1000)))
        else:
            self.lock_wanted.emit()

    def _watch_windows(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _listen(self) -> None:
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for name, path in _SCREEN_SAVERS:
                session.connect(name, path, name, "ActiveChanged", self, _AWAY)  # type: ignore[call-overload]  # takes str
        system = QDBusConnection.systemBus()
        if system.isConnected():
            login, place = "org.freedesktop.login1", "/org/freedesktop/login1"
            manager = f"{login}.Manager"
            system.connect(login, place, manager, "PrepareForSleep", self, _AWAY)  # type: ignore[call-overload]  # as above

    @Slot(bool)
    def _away(self, begins: bool) -> None:
        if begins and self._timer.isActive():
            self.lock_wanted.emit()
