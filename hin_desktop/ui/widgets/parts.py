"""The smallest parts: labels, icons and buttons that follow the theme.

Texts of people are always shown as plain text, never read as HTML.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.kit import Kit

ICON_SIZE = 18
_GAP = "\u2002"  # between icon and words; Qt leaves only 4 pixels
_THEME_TONES = {("", size): size for size in ("title", "card", "strong")} | {("muted", "small"): "small"}
_BUTTON_ICONS = {"primary": "on_accent", "plain": "accent", "chip": "muted", "danger": "wrong"}


def label(text: str = "", *, tone: str = "", size: str = "", wrap: bool = False) -> QLabel:
    """A plain-text label. `tone`: a colour (muted, accent, met, soon, wrong); `size`: title, card, strong, small."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        made.setMinimumWidth(1)
    made.setProperty("tone", _THEME_TONES.get((tone, size), tone))
    made.setProperty("type", size)  # "size" is a property of Qt's own
    return made


def tinge(words: QLabel, tone: str) -> None:
    """Give a label another colour."""
    mark(words, "tone", _THEME_TONES.get((tone, words.property("type")), tone))


class IconLabel(QLabel):
    """An icon in a role's colour. Decoration: a word always stands beside it."""

    def __init__(self, kit: Kit, name: str, role: str = "muted", size: int = ICON_SIZE) -> None:
        super().__init__()
        self._kit, self._size, self._shown = kit, size, ("", "")
        self.show_icon(name, role)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon, or the same in another colour; what is shown already is not painted again."""
        if (name, role) != self._shown:
            self._shown = (name, role)
            self._kit.theme.dress(self, name, role, self._size)


class Button(QPushButton):
    """A push button with an icon. `role`: '' (outlined), primary (filled), plain (link), chip, danger."""

    def __init__(self, kit: Kit, text: str, icon: str = "", role: str = "", *, slim: bool = False) -> None:
        super().__init__((_GAP if icon and role != "chip" else "") + text.replace("&", "&&"))
        self._kit, self._icon = kit, icon
        self.setProperty("role", role)
        self.setProperty("slim", slim)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """A disabled button has a disabled icon."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._dress()

    def _dress(self) -> None:
        if self._icon:
            role = _BUTTON_ICONS.get(str(self.property("role")), "text") if self.isEnabled() else "idle"
            self._kit.theme.dress(self, self._icon, role, ICON_SIZE - 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button that is only an icon; its name is the tooltip and what a screen reader says."""

    def __init__(self, kit: Kit, icon: str, name: str, role: str = "muted", size: int = ICON_SIZE) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.theme.dress(self, icon, role, size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class FaultLine(QWidget):
    """What is wrong with a field: a sign and a sentence."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.words = label("", tone="wrong", size="small", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(kit.theme.px(5))
        line.addWidget(IconLabel(kit, "circle-alert", "wrong", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
