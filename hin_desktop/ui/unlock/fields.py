"""The few fields of the first window. The forms of the pages are not imported before it is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import FaultLine, IconButton, label

_EYE, _MARGIN = 24, 4  # the button inside a password line, and its distance from the border


class Field(QWidget):
    """A line to type in, with its label above, help and the sentence about what is wrong below."""

    edited = Signal()

    def __init__(self, kit: Kit, name: str, text: str = "", help_text: str = "") -> None:
        super().__init__()
        self.kit = kit
        self.line = QLineEdit(text)
        self.line.setAccessibleName(name)
        self.help = label(help_text, tone="muted", size="small", wrap=True)
        self._fault: FaultLine | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(kit.theme.px(4))
        above = label(name, tone="muted", size="small")
        above.setBuddy(self.line)
        self.entry = QHBoxLayout()
        self.entry.setSpacing(kit.theme.px(8))
        self.entry.addWidget(self.line, 1)
        self.column.addWidget(above)
        self.column.addLayout(self.entry)
        self.column.addWidget(self.help)
        self.set_help(help_text)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._edited)

    @property
    def text(self) -> str:
        """What was typed, byte for byte."""
        return self.line.text()

    @property
    def problem(self) -> str:
        """The sentence at the field, '' for none."""
        return self._fault.words.text() if self._fault is not None else ""

    def set_text(self, text: str) -> None:
        """Put a text into the line."""
        self.line.setText(text)

    def set_help(self, text: str) -> None:
        """Change the words below the line."""
        self.help.setText(text)
        self.help.setVisible(bool(text))
        self.line.setAccessibleDescription(text)

    def show_problem(self, text: str) -> None:
        """Say at the field what is wrong; '' takes it away."""
        if text and self._fault is None:
            self._fault = FaultLine(self.kit)
            self.column.addWidget(self._fault)
        if self._fault is not None:
            self._fault.words.setText(text)
            self._fault.setVisible(bool(text))
        mark(self.line, "state", "wrong" if text else "")
        self.line.setAccessibleDescription(text or self.help.text())

    def _edited(self) -> None:
        if self.problem:
            self.show_problem("")
        self.edited.emit()


class SecretField(Field):
    """A password: hidden until asked for; says when Caps Lock seems to be on."""

    def __init__(self, kit: Kit, name: str, help_text: str = "") -> None:
        super().__init__(kit, name, "", help_text)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._show, self._hide = kit.texts("Show password"), kit.texts("Hide password")
        self.eye = IconButton(kit, "eye", self._show, size=16)
        self.eye.setParent(self.line)
        self.eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self.eye.clicked.connect(self._turn)
        self.caps = label(kit.texts("Caps Lock seems to be on."), tone="soon", size="small")
        self.caps.hide()
        self.column.insertWidget(2, self.caps)
        self.line.installEventFilter(self)
        self.line.setTextMargins(0, 0, kit.theme.px(_EYE), 0)

    @property
    def hidden(self) -> bool:
        """Whether the password is shown as dots."""
        return self.line.echoMode() is QLineEdit.EchoMode.Password

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the eye at the end of the line, and watch for capitals without Shift."""
        if event.type() is QEvent.Type.Resize:
            px = self.kit.theme.px
            self.eye.setFixedSize(px(_EYE), px(_EYE))
            self.eye.move(self.line.width() - px(_EYE + _MARGIN), (self.line.height() - px(_EYE)) // 2)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._watch_capitals(event)
        return False

    def _watch_capitals(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.hide()
        elif event.text().isalpha() and event.text().lower() != event.text().upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.setVisible(event.text().isupper() is not shift)

    def _turn(self) -> None:
        shown = QLineEdit.EchoMode.Normal if self.hidden else QLineEdit.EchoMode.Password
        self.line.setEchoMode(shown)
        name = self._show if self.hidden else self._hide
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(name)
        self.kit.theme.dress(self.eye, "eye" if self.hidden else "eye-off", "muted", 16)


class NameBox(QComboBox):
    """Who opens the desk, where there are several; the chevron is painted in the theme's colour."""

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.setAccessibleName(name)
        kit.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and its chevron."""
        super().paintEvent(event)
        side, right = self._kit.theme.px(16), self._kit.theme.px(9)
        icon = self._kit.theme.icons.icon("chevron-down", "muted", side)
        icon.paint(QPainter(self), self.width() - side - right, (self.height() - side) // 2, side, side)


class LoginField(Field):
    """The login name: typed, or chosen as soon as it is known that several people work at the desk."""

    def __init__(self, kit: Kit, login: str) -> None:
        super().__init__(kit, kit.texts("Login name"), login)
        self.box: NameBox | None = None

    def offer(self, logins: Sequence[str]) -> None:
        """These people can open the desk; what is in the line stays chosen, if it is one of them."""
        if logins and self.text not in logins:
            self.set_text(logins[0])
        if len(logins) > 1 and self.box is None:
            self.box = NameBox(self.kit, self.line.accessibleName())
            self.box.addItems(list(logins))
            self.box.setCurrentText(self.text)
            self.box.activated.connect(self._chosen)
            self.entry.addWidget(self.box, 1)
            self.setFocusProxy(self.box)
            self.line.hide()

    def _chosen(self, row: int) -> None:
        if self.box is not None:
            self.set_text(self.box.itemText(row))
            self._edited()


class RadioField(QWidget):
    """One answer out of a few, all in sight."""

    edited = Signal()

    def __init__(self, kit: Kit, name: str, answers: Sequence[tuple[str, str]], chosen: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in answers]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(6))
        column.addWidget(label(name, tone="muted", size="small"))
        for index, (key, text) in enumerate(answers):
            button = QRadioButton(text)
            button.setChecked(key == chosen)
            self._group.addButton(button, index)
            column.addWidget(button)
        self._group.idToggled.connect(self._toggled)

    @property
    def chosen(self) -> str:
        """The key of the answer, '' for none."""
        at = self._group.checkedId()
        return self._keys[at] if at >= 0 else ""

    def choose(self, key: str) -> None:
        """Give an answer."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def _toggled(self, _index: int, on: bool) -> None:
        if on:
            self.edited.emit()
