"""Hands at the keyboard: what the tour and the journeys do, they do by keys sent to whatever has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from hin_desktop.ui.tour.driver import LostFocus, Until, Walk

MOST_STOPS = 150  # a page with more stops for the Tab key than that cannot be used by keyboard
NONE = Qt.KeyboardModifier.NoModifier
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_SIGNS = {Qt.Key.Key_Space: " ", Qt.Key.Key_Return: "\r", Qt.Key.Key_Tab: "\t"}
_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog)
_NAMES = {",": "Comma"}


class Hand:
    """Types and presses keys in the active window of an application; every key is a step of a walk."""

    def __init__(self, app: QApplication) -> None:
        self._app = app

    @property
    def focus(self) -> QWidget | None:
        """The widget that has the keyboard now: one of a pop-up before any other."""
        popup = self._app.activePopupWidget()
        if popup is not None:
            return _first(popup.focusWidget(), popup)
        return _first(self._app.focusWidget(), self._app.activeWindow())

    def is_awake(self) -> bool:
        """Whether a window has the keyboard; where no window manager gives it to one, the one shown last gets it."""
        if self._app.activeWindow() is None:
            shown = [each for each in self._app.topLevelWidgets() if each.isVisible() and each.windowType() in _WINDOWS]
            for window in sorted(shown, key=lambda each: each.windowType() is Qt.WindowType.Dialog):
                window.activateWindow()
        return self._app.activeWindow() is not None

    def is_at(self, name: str) -> bool:
        """Whether the keyboard is in the widget of this accessible name; '(required)' behind it counts as the same."""
        return self.is_awake() and is_named(self._app.focusWidget(), name)

    def type(self, text: str) -> Walk:
        """Type a text, character by character; a line break presses Return."""
        for sign in text:
            if sign == "\n":
                yield from self.press("Return")
            else:
                yield partial(self._send, Qt.Key(0), NONE, sign)

    def press(self, *keys: str) -> Walk:
        """Press keys by their portable name, e.g. 'Tab', 'Ctrl+S'; a shortcut of the window counts as such."""
        yield Until("an active window", self.is_awake)
        for each in keys:
            yield partial(self._press, each)

    def go_to(self, name: str) -> Walk:
        """Press Tab until the keyboard is in the widget with this accessible name. Raises LostFocus."""
        passed: list[str] = []
        while not self.is_at(name):
            if len(passed) >= MOST_STOPS:
                raise LostFocus(f"no way by Tab to {name!r}; passed {list(dict.fromkeys(passed))}")
            yield from self.press("Tab")
            passed.append(name_of(self._app.focusWidget()))

    def fill(self, name: str, text: str) -> Walk:
        """Go to a field by its name and type into it, in place of what stood there."""
        yield from self.go_to(name)
        yield from self.press("Ctrl+A")
        yield from self.type(text)

    def pick(self, name: str, words: str) -> Walk:
        """Go to a field with a list of answers, type a part of one and take it."""
        yield from self.fill(name, words)
        yield Until(f"answers with {words!r}", lambda: self._app.activePopupWidget() is not None)
        yield from self.press("Down", "Return")
        yield Until("the answer taken", lambda: self._app.activePopupWidget() is None)

    def choose(self, name: str) -> Walk:
        """Go to a button, row or box by its name and press it."""
        yield from self.go_to(name)
        yield from self.press("Space")

    def _press(self, keys: str) -> None:
        *modifiers, name = keys.split("+")
        key = Qt.Key[f"Key_{_NAMES.get(name, name)}"]
        held = NONE
        for modifier in modifiers:
            held |= _MODIFIERS[modifier]
        sign = _SIGNS.get(key, "") if held in (NONE, Qt.KeyboardModifier.ShiftModifier) else ""
        if not self._trigger(keys, key, held, sign):
            self._send(key, held, sign)

    def _trigger(self, keys: str, key: Qt.Key, held: Qt.KeyboardModifier, sign: str) -> bool:
        """Shortcuts reach a window through the platform; sent events do not, so the window's own are asked here.

        As in Qt, the focused widget may claim the keys for itself first (Ctrl+Z while typing).
        """
        focus, window, wanted = self.focus, self._app.activeWindow(), QKeySequence(keys)
        if focus is None or window is None or self._app.activePopupWidget() is not None:
            return False
        claim = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, sign)
        claim.ignore()
        self._app.sendEvent(focus, claim)
        acts = [] if claim.isAccepted() else [*_actions(window, wanted), *_shortcuts(window, wanted, focus)]
        if len(acts) > 1:
            raise LostFocus(f"{keys} means several things here")
        for act in acts:
            act()
        return bool(acts)

    def _send(self, key: Qt.Key, held: Qt.KeyboardModifier, sign: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = self.focus
            if target is not None:
                self._app.sendEvent(target, QKeyEvent(kind, key, held, sign))
            elif kind is QEvent.Type.KeyPress:
                raise LostFocus("no window is active")


def name_of(widget: QWidget | None) -> str:
    """What a screen reader calls a widget: its accessible name, else the words on it; '' for none."""
    if widget is None or widget.accessibleName():
        return widget.accessibleName() if widget is not None else ""
    read: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)  # None where there is none
    return read.text(QAccessible.Text.Name) if read is not None else ""


def is_named(widget: QWidget | None, name: str) -> bool:
    """Whether a widget has this accessible name, perhaps with '(required)' behind it."""
    here = name_of(widget)
    return here == name or here.startswith(f"{name} (")


def _first(*widgets: QWidget | None) -> QWidget | None:
    return next((widget for widget in widgets if widget is not None), None)


def _actions(window: QWidget, wanted: QKeySequence) -> Iterator[Callable[[], None]]:
    return (action.trigger for action in window.actions() if wanted in action.shortcuts() and action.isEnabled())


def _shortcuts(window: QWidget, wanted: QKeySequence, focus: QWidget) -> Iterator[Callable[[], None]]:
    for shortcut in window.findChildren(QShortcut):
        if shortcut.key() == wanted and shortcut.isEnabled() and _reaches(shortcut, focus):
            yield shortcut.activated.emit


def _reaches(shortcut: QShortcut, focus: QWidget) -> bool:
    """Whether a shortcut counts while the keyboard is here."""
    owner = shortcut.parent()
    if not isinstance(owner, QWidget) or not owner.isVisible():
        return False
    within = shortcut.context() is Qt.ShortcutContext.WidgetWithChildrenShortcut and owner.isAncestorOf(focus)
    return owner is focus or within or shortcut.context() is Qt.ShortcutContext.WindowShortcut
