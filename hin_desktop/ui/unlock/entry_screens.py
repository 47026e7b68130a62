"""The screens of every day: unlocking a desk, and what to do where there is none yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.errors import HinError, Message, Plural
from hin_desktop.ui.unlock.fields import LoginField, SecretField
from hin_desktop.ui.unlock.screen import ChoiceRow, LoginScreen, Screen, field_of, hairline
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, label

PATIENT_TRIES, LONGEST_WAIT = 3, 30  # wrong passwords before waiting begins; seconds


class UnlockScreen(LoginScreen):
    """Login and password. `locked`: the desk was open a moment ago and nothing is lost."""

    submitted = Signal(str, str)
    other_desk = Signal()
    recovery = Signal()
    set_up = Signal()
    practice = Signal()

    def __init__(self, kit: Kit, folder: Path, login: str, *, locked: bool = False) -> None:
        title = kit.texts("Locked. Nothing is lost.") if locked else kit.texts("Unlock the desk")
        super().__init__(kit, title)
        self._tries, self._seconds = 0, 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self.login = LoginField(kit, login)
        self.password = SecretField(kit, kit.texts("Password"))
        self.unlock = Button(kit, kit.texts("Unlock"), "lock-open", "primary")
        self.add_field("login", self.login)
        self.add_field("password", self.password)
        self.add_buttons(self.unlock)
        self.body.addWidget(self._desk_line(folder))
        self.body.addWidget(hairline())
        self.body.addLayout(self._links())
        self.unlock.clicked.connect(self.submit)
        self.password.line.returnPressed.connect(self.submit)
        self.login.line.returnPressed.connect(self.submit)

    def submit(self) -> None:
        """Ask for the desk, if both fields are filled and no waiting is due."""
        if self.unlock.isEnabled() and not self.missing():
            self.submitted.emit(self.login.text, self.password.text)

    def show_fault(self, fault: HinError) -> None:
        """A wrong password more and more often makes the next try wait longer."""
        super().show_fault(fault)
        if field_of(fault) == "password":
            self._tries += 1
            self._seconds = min(LONGEST_WAIT, 2 ** (self._tries - PATIENT_TRIES)) if self._tries > PATIENT_TRIES else 0
        if self._seconds:
            self.unlock.setEnabled(False)
            self._count_down()
            self._timer.start()

    def first_focus(self) -> QWidget | None:
        """The password, as soon as it is known whose."""
        return self.password if self.login.text else self.login

    def _tick(self) -> None:
        self._seconds -= 1
        if not self._seconds:
            self._timer.stop()
            self.unlock.setEnabled(True)
        self._count_down()

    def _count_down(self) -> None:
        wait = Plural("Please wait {n} second.", "Please wait {n} seconds.", self._seconds)
        self.password.set_help(self.kit.say(wait) if self._seconds else "")

    def _desk_line(self, folder: Path) -> QWidget:
        whole = QWidget()
        line = QVBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        where = label(self.kit.texts("Desk: {folder}", folder=folder.name), tone="muted", size="small", wrap=True)
        where.setToolTip(str(folder))
        where.setAccessibleDescription(str(folder))
        self.other = Button(self.kit, self.kit.texts("Open another desk …"), "folder-open", "plain")
        self.other.clicked.connect(self.other_desk)
        line.addWidget(where)
        line.addLayout(_left(self.other))
        return whole

    def _links(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        texts = self.kit.texts
        for text, icon, signal in (
            (texts("Password forgotten: use the recovery sheet"), "key-round", self.recovery),
            (texts("Set up a new desk"), "plus", self.set_up),
            (texts("Try it out with practice data"), "sparkles", self.practice),
        ):
            link = Button(self.kit, text, icon, "plain")
            link.clicked.connect(signal)
            column.addLayout(_left(link))
        return column


class FirstScreen(Screen):
    """No desk is known on this machine: three ways on."""

    set_up = Signal()
    other_desk = Signal()
    practice = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, kit.texts("Welcome"), kit.texts("How would you like to begin?"))
        self.rows = (
            ChoiceRow(
                kit,
                "plus",
                Message("Set up a desk"),
                Message("For your counselling service, encrypted on this computer. Takes about five minutes."),
                filled=True,
            ),
            ChoiceRow(
                kit,
                "folder-open",
                Message("Open a desk that is already there"),
                Message("For example after moving to this computer."),
            ),
            ChoiceRow(
                kit,
                "sparkles",
                Message("Try it out with practice data"),
                Message("About 40 invented people. Nothing you do here can break anything."),
            ),
        )
        for row, signal in zip(self.rows, (self.set_up, self.other_desk, self.practice), strict=True):
            row.clicked.connect(signal)
            self.body.addWidget(row)
        self.body.addWidget(self.fault)

    def first_focus(self) -> QWidget | None:
        """The first choice."""
        return self.rows[0]


def _left(button: Button) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(button)
    line.addStretch(1)
    return line
