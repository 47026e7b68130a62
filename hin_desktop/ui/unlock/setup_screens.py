"""The three steps of the set-up: the organisation, the first counsellor, the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hin_desktop.errors import HinError, Message
from hin_desktop.ui.unlock.code_field import CodeField, first_difference
from hin_desktop.ui.unlock.fields import Field, RadioField
from hin_desktop.ui.unlock.password_pair import PasswordPair
from hin_desktop.ui.unlock.screen import Screen
from hin_desktop.ui.unlock.wanted import OTHER_SERVICE, SERVICES, Wanted, login_of
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconLabel, label

STEPS = (Message("Organisation"), Message("Counsellor"), Message("Recovery sheet"))
_A_ROW = 3  # groups of the code side by side


class StepLine(QWidget):
    """Where one is: the steps with what is done, what is now, and what comes."""

    def __init__(self, kit: Kit, now: int) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(kit.theme.px(6))
        for at, name in enumerate(STEPS):
            words = label(f"{at + 1}  {kit.say(name)}", size="small", tone="accent" if at == now else "muted")
            if at < now:
                words.setText(kit.say(name))
                line.addWidget(IconLabel(kit, "check", "met", 14))
            line.addWidget(words)
            line.addStretch(1)
        line.takeAt(line.count() - 1)
        self.setAccessibleName(
            kit.texts("Step {now} of {all}: {name}", now=now + 1, all=len(STEPS), name=kit.say(STEPS[now]))
        )


class SetupScreen(Screen):
    """A step: its line of steps above the title, on and back below."""

    tall = True

    back = Signal()
    done = Signal()

    def __init__(self, kit: Kit, step: int, title: str, lead: str, on: str) -> None:
        super().__init__(kit, title, lead)
        self.body.insertWidget(0, StepLine(kit, step))
        self.on = Button(kit, on, "", "primary")
        self.on.clicked.connect(self.submit)
        self.go_back = Button(kit, kit.texts("Back"))
        self.go_back.clicked.connect(self.back)

    def submit(self) -> None:
        """Go on, when nothing is missing."""
        if not self.missing():
            self.done.emit()

    def finish(self) -> None:
        """Put the buttons below everything; Enter in a line goes on."""
        self.add_buttons(self.on, self.go_back)
        for field in self.fields.values():
            field.line.returnPressed.connect(self.submit)


StepType = TypeVar("StepType", bound=SetupScreen)


def led(screen: StepType, back: Callable[[], None], on: Callable[[], None]) -> StepType:
    """The same screen, with where it leads; what was typed is written down first."""
    for signal, way in ((screen.back, back), (screen.done, on)):
        signal.connect(screen.keep)
        signal.connect(way)
    return screen


class OrganisationScreen(SetupScreen):
    """Step 1: whose desk it is, and where it lies."""

    choose_folder = Signal()

    def __init__(self, kit: Kit, wanted: Wanted) -> None:
        texts = kit.texts
        lead = texts("A desk belongs to one organisation and one service. All of this can be changed later.")
        super().__init__(kit, 0, texts("Whose desk is it?"), lead, texts("Next"))
        self._wanted = wanted
        self.organisation = Field(kit, texts("Name of the organisation"), wanted.organisation)
        services = [(key, kit.say(name)) for key, name in SERVICES]
        self.service = RadioField(kit, texts("Service"), services, wanted.service)
        self.other = Field(kit, texts("Name of the service"), wanted.other_service)
        why = texts(
            "A folder on this computer’s own disk. Not a network drive, not Dropbox, OneDrive or Nextcloud: "
            "there the encrypted database gets damaged sooner or later."
        )
        self.folder = Field(kit, texts("Folder of the desk"), str(wanted.folder), why)
        change = Button(kit, texts("Change …"), "folder-open")
        change.clicked.connect(self.choose_folder)
        self.folder.entry.addWidget(change)
        self.add_field("organisation", self.organisation)
        self.body.addWidget(self.service)
        self.add_field("service", self.other)
        self.add_field("folder", self.folder)
        self.finish()
        self.service.edited.connect(self._other)
        self._other()

    def keep(self) -> None:
        """Write down what was typed."""
        wanted = self._wanted
        wanted.organisation, wanted.service = self.organisation.text, self.service.chosen
        wanted.other_service, wanted.folder = self.other.text, Path(self.folder.text.strip())

    def _other(self) -> None:
        self.other.setVisible(self.service.chosen == OTHER_SERVICE)


class CounsellorScreen(SetupScreen):
    """Step 2: who works here first."""

    def __init__(self, kit: Kit, wanted: Wanted) -> None:
        texts = kit.texts
        lead = texts("Colleagues can be added later, each with a password of their own.")
        super().__init__(kit, 1, texts("Who works at this desk?"), lead, texts("Next"))
        self._wanted = wanted
        where = texts("As it stands in letters and in the history.")
        self.name = Field(kit, texts("Your name"), wanted.display_name, where)
        self.login = Field(kit, texts("Login name"), wanted.login or login_of(wanted.display_name))
        self._own_login = bool(wanted.login) and wanted.login != login_of(wanted.display_name)
        self.add_field("display_name", self.name)
        self.add_field("login", self.login)
        self.pair = PasswordPair(self, lambda: (self.login.text, wanted.organisation))
        self.finish()
        self.name.edited.connect(self._follow)
        self.login.edited.connect(self._by_hand)

    def submit(self) -> None:
        """Go on when both passwords agree."""
        if not self.missing() and self.pair.agree():
            self.done.emit()

    def keep(self) -> None:
        """Write down what was typed; the password only lives until the desk is founded."""
        wanted = self._wanted
        wanted.display_name, wanted.login = self.name.text, self.login.text
        wanted.password = self.pair.password.text

    def _follow(self) -> None:
        if not self._own_login:
            self.login.set_text(login_of(self.name.text))

    def _by_hand(self) -> None:
        self._own_login = bool(self.login.text)


class SheetScreen(SetupScreen):
    """Step 3: the code is shown once, to be printed or saved."""

    save = Signal()
    print = Signal()

    def __init__(self, kit: Kit, code: tuple[str, ...], *, can_print: bool) -> None:
        texts = kit.texts
        lead = texts(
            "If a password is forgotten, only this code opens the desk; nobody else can, not even its makers. "
            "Print it, put it into a sealed envelope, and lock it away."
        )
        super().__init__(kit, 2, texts("The recovery sheet"), lead, texts("I have the sheet"))
        self.body.addWidget(CodeGrid(kit, code))
        self.ways: dict[str, Button] = {}
        line = QHBoxLayout()
        line.setSpacing(kit.theme.px(8))
        for text, icon, signal, offered in (
            (texts("Print …"), "printer", self.print, can_print),
            (texts("Save as PDF …"), "download", self.save, True),
        ):
            button = Button(kit, text, icon)
            button.clicked.connect(signal)
            if not offered:
                button.hide()
            line.addWidget(button)
            self.ways[icon] = button
        line.addStretch(1)
        self.body.addLayout(line)
        self.said = label("", tone="met", size="small", wrap=True)
        self.said.hide()
        self.body.addWidget(self.said)
        self.finish()

    def say(self, words: str) -> None:
        """Tell that the sheet was saved or printed."""
        self.said.setText(words)
        self.said.show()

    def first_focus(self) -> QWidget | None:
        """The ways to get it onto paper."""
        return next(button for button in self.ways.values() if not button.isHidden())


class CodeGrid(QWidget):
    """The code in its groups, numbered by place; read out as a whole, it can be selected."""

    def __init__(self, kit: Kit, code: tuple[str, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(kit.theme.px(6))
        for at, group in enumerate(code):
            words = label(group)
            words.setProperty("role", "code")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(kit.texts("Group {number}: {group}", number=at + 1, group=" ".join(group)))
            grid.addWidget(words, at // _A_ROW, at % _A_ROW)
        self.setAccessibleName("-".join(code))


class TypeBackScreen(SetupScreen):
    """Step 3, second half: the code typed back from the paper, so that nobody starts without a sheet."""

    def __init__(self, kit: Kit, code: tuple[str, ...]) -> None:
        texts = kit.texts
        lead = texts("Please type the code from the paper. So it is certain that the sheet is there and readable.")
        super().__init__(kit, 2, texts("Type the code back once"), lead, texts("Open the desk"))
        self._right = code
        self.code = CodeField(kit)
        self.add_field("code", self.code)
        self.go_back.setText(texts("Back to the sheet"))
        self.finish()

    def show_fault(self, fault: HinError) -> None:
        """Name the first group that differs, so that nobody compares all nine."""
        super().show_fault(fault)
        number = first_difference(self.code.text, self._right)
        if number is not None and self.code.problem:
            words = self.kit.texts("Group {number} is not as on the sheet. Please compare it.", number=number)
            self.code.show_problem(words)
