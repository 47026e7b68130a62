"""Hands at the keyboard: what the tour and the journeys do, they do by keys sent to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

MOST_STOPS = 120  # a page with more stops for the Tab key than that cannot be used by keyboard
NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                       Qt.KeyboardModifier.AltModifier)
_MODIFIERS = {"": NONE, "Ctrl": CONTROL, "Shift": SHIFT, "Alt": ALT, "Ctrl+Shift": CONTROL | SHIFT}


class LostFocus(Exception):
    """The keyboard cannot get to where it should: says what was looked for and what was found instead."""


class Hand:
    """Types and presses keys in the active window of an application."""

    def __init__(self, app: QApplication) -> None:
        self._app = app

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard now. Raises LostFocus."""
        found = self._app.focusWidget()
        if found is None:
            raise LostFocus("nothing has the keyboard")
        return found

    def type(self, text: str) -> None:
        """Type a text, character by character; a line break presses Return."""
        for sign in text:
            if sign == "\n":
                self.press("Return")
            else:
                self._send(Qt.Key(0), NONE, sign)

    def press(self, keys: str) -> None:
        """Press keys by their portable name, e.g. 'Tab', 'Ctrl+S'; a shortcut of the window counts as such."""
        if not self._trigger(keys):
            modifiers, _, key = keys.rpartition("+")
            self._send(Qt.Key[f"Key_{key}"], _MODIFIERS[modifiers], "")

    def go_to(self, name: str) -> None:
        """Press Tab until the keyboard is in the widget with this accessible name (or one that begins with it)."""
        passed: list[str] = []
        for _ in range(MOST_STOPS):
            if _named(self._app.focusWidget(), name):
                return
            self._send(Qt.Key.Key_Tab, NONE, "\t")
            passed.append(_name(self._app.focusWidget()))
        raise LostFocus(f"no way by Tab to {name!r}; passed {sorted(set(passed))}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field by its name and type into it."""
        self.go_to(name)
        self.type(text)

    def choose(self, name: str) -> None:
        """Go to a button or row by its name and press it."""
        self.go_to(name)
        self._send(Qt.Key.Key_Space, NONE, " ")

    def _trigger(self, keys: str) -> bool:
        """Shortcuts reach a window through the platform; sent events do not, so the window's own actions are asked."""
        window = self._app.activeWindow()
        wanted = QKeySequence(keys)
        for action in window.actions() if window is not None else ():
            if action.shortcut() == wanted and not wanted.isEmpty():
                action.trigger()
                return True
        return False

    def _send(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = self._app.focusWidget() or self._app.activeWindow()
            if target is None:
                raise LostFocus("no window is active")
            self._app.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def _name(widget: QWidget | None) -> str:
    return widget.accessibleName() if widget is not None else ""


def _named(widget: QWidget | None, name: str) -> bool:
    return _name(widget).startswith(name)
