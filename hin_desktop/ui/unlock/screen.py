"""What every screen of the first window is: a title, what is asked, the place for a fault, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hin_desktop.errors import HinError, Invalid, Message
from hin_desktop.ui.unlock.fields import Field, LoginField
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconLabel, label

_FIELD_OF = {
    "WrongPassword": "password",
    "UnknownLogin": "login",
    "WrongRecoveryCode": "code",
    "UnsuitableFolder": "folder",
    "FolderNotEmpty": "folder",
    "ReadOnlyFolder": "folder",
}


def field_of(fault: HinError) -> str:
    """The field where a fault of the desk is said, '' for the screen as a whole.

    The vault's faults are known here by name alone: this window is painted before the vault is imported.
    """
    return _FIELD_OF.get(type(fault).__name__, "")


def sentence(kit: Kit, fault: HinError) -> str:
    """What happened and what to do now."""
    return " ".join(kit.say(words) for words in (fault.message, fault.advice) if words is not None)


class FaultBox(QFrame):
    """A fault that belongs to no single field: what happened, and below it what to do."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("role", "fault")
        self.what, self.advice = label("", tone="wrong", wrap=True), label("", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(kit.theme.px(2))
        words.addWidget(self.what)
        words.addWidget(self.advice)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(kit.theme.px(8))
        self._line.addLayout(words, 1)
        self.hide()

    def say(self, fault: HinError | None) -> None:
        """Show a fault, or nothing. The sign is painted with the first one."""
        if fault is not None and self._line.count() == 1:
            self._line.insertWidget(0, IconLabel(self._kit, "circle-alert", "wrong"), 0, Qt.AlignmentFlag.AlignTop)
        self.what.setText("" if fault is None else self._kit.say(fault.message))
        advice = fault.advice if fault is not None else None
        self.advice.setText("" if advice is None else self._kit.say(advice))
        self.advice.setVisible(advice is not None)
        self.setVisible(fault is not None)


class Screen(QWidget):
    """One screen. Subclasses fill `body` and name their fields; the stage disables them while something runs."""

    tall = False
    """Whether the screen needs the room of the head."""

    def __init__(self, kit: Kit, title: str, lead: str = "") -> None:
        super().__init__()
        self.kit = kit
        self.fields: dict[str, Field] = {}
        px = kit.theme.px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(14))
        self.title = label(title, size="title", wrap=True)
        self.body.addWidget(self.title)
        if lead:
            self.body.addWidget(label(lead, tone="muted", wrap=True))
        self.fault = FaultBox(kit)

    def add_field(self, name: str, field: Field) -> None:
        """A field below the last one; `name` is the one of `FieldProblem.field`."""
        self.fields[name] = field
        self.body.addWidget(field)

    def add_buttons(self, *buttons: Button) -> None:
        """The buttons of the screen at the left, above them the place for a fault."""
        self.body.addWidget(self.fault)
        line = QHBoxLayout()
        line.setSpacing(self.kit.theme.px(8))
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_fault(self, fault: HinError) -> None:
        """Say a fault where it belongs and go there."""
        self.clear_faults()
        if isinstance(fault, Invalid):
            problems = [(problem.field, self.kit.say(problem.message)) for problem in fault.problems]
        else:
            problems = [(field_of(fault), sentence(self.kit, fault))]
        for name, words in reversed(problems):
            field = self.fields.get(name)
            if field is None:
                self.fault.say(fault)
            else:
                field.show_problem(words)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                field.line.selectAll()

    def missing(self) -> bool:
        """Whether a field is still empty; then it says so and has the focus."""
        self.clear_faults()
        empty = [field for field in self.fields.values() if field.isVisible() and not field.text.strip()]
        for field in reversed(empty):
            field.show_problem(self.kit.texts("Please fill this in."))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(empty)

    def clear_faults(self) -> None:
        """Take all sentences away."""
        self.fault.say(None)
        for field in self.fields.values():
            field.show_problem("")

    def keep(self) -> None:
        """The screen is about to be built anew: write down what was typed."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the screen comes up."""
        return next((field for field in self.fields.values() if not field.text), None)


class LoginScreen(Screen):
    """A screen that asks who works here."""

    login: LoginField

    def offer(self, logins: Sequence[str]) -> None:
        """Who can open this desk."""
        self.login.offer(logins)


class ChoiceRow(QPushButton):
    """One of a few large choices: an icon, a strong line, and below it what it means."""

    def __init__(self, kit: Kit, icon: str, title: Message, detail: Message, *, filled: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "choice-filled" if filled else "choice")
        self.setAccessibleName(kit.say(title))
        self.setAccessibleDescription(kit.say(detail))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        margin = kit.theme.px(14)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(margin, margin, margin, margin)
        self._line.setSpacing(kit.theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(kit.theme.px(1))
        words.addWidget(label(kit.say(title), size="strong"))
        words.addWidget(label(kit.say(detail), tone="muted", size="small", wrap=True))
        sign = IconLabel(kit, icon, "on_accent" if filled else "accent")
        self._line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        """What its words need."""
        return self._line.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def heightForWidth(self, width: int) -> int:
        """The words wrap."""
        return self._line.totalHeightForWidth(width)


def hairline() -> QFrame:
    """A thin line between what is asked and what else can be done."""
    line = QFrame()
    line.setProperty("line", True)
    return line
