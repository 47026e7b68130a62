"""The set-up from the first question to the typed-back code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from hin_desktop.errors import HinError, Invalid, Message
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.unlock.files import ask_file_to_write, ask_folder, write_file
from hin_desktop.ui.unlock.gate import Founded, Gate
from hin_desktop.ui.unlock.setup_screens import (
    CounsellorScreen,
    OrganisationScreen,
    SetupScreen,
    SheetScreen,
    TypeBackScreen,
)
from hin_desktop.ui.unlock.stage import Stage
from hin_desktop.ui.unlock.wanted import Wanted

FOUNDING = Message("The desk is being set up …")
OPENING = Message("Opening the desk …")
UNDOING = Message("The set-up is being taken back …")
_SECOND_STEP = ("display_name", "login", "password")
StepType = TypeVar("StepType", bound=SetupScreen)


class SetupFlow(QObject):
    """Leads through the steps. `finished(opened)` gives the desk, `left` means back to where one came from."""

    finished = Signal(object)
    left = Signal()

    def __init__(
        self, stage: Stage, background: Background, gate: Gate, print_pdf: Callable[[bytes], None] | None
    ) -> None:
        super().__init__(stage)
        self._stage, self._background, self._gate, self._print = stage, background, gate, print_pdf
        self._wanted = Wanted(Path())
        self._founded: Founded | None = None

    def start(self) -> None:
        """Ask the first question."""
        self._background.query("folder", lambda _: self._gate.suggested_folder(), self._begin, self)

    def resume(self, founded: Founded) -> None:
        """A desk whose code was never typed back: go on with its sheet."""
        self._founded = founded
        self._sheet()

    def leave(self) -> None:
        """The window is being closed: a desk that is not finished is given up, behind everything else."""
        founded, self._founded = self._founded, None
        if founded is not None:
            self._background.command(lambda: _cancelled(self._gate, founded), None, None, self)

    def _begin(self, folder: Path) -> None:
        self._wanted = Wanted(folder)
        self._organisation()

    def _organisation(self) -> None:
        self._stage.show_screen(self._organisation_screen)

    def _organisation_screen(self) -> OrganisationScreen:
        screen = OrganisationScreen(self._stage.kit, self._wanted)
        screen.choose_folder.connect(lambda: self._choose_folder(screen))
        return self._led(screen, self.left.emit, self._counsellor)

    def _counsellor(self) -> None:
        self._stage.show_screen(self._counsellor_screen)

    def _counsellor_screen(self) -> CounsellorScreen:
        return self._led(CounsellorScreen(self._stage.kit, self._wanted), self._organisation, self._found)

    def _led(self, screen: StepType, back: Callable[[], None], on: Callable[[], None]) -> StepType:
        screen.back.connect(screen.keep)
        screen.back.connect(back)
        screen.done.connect(screen.keep)
        screen.done.connect(on)
        return screen

    def _choose_folder(self, screen: OrganisationScreen) -> None:
        title = self._stage.kit.texts("Folder of the desk")
        ask_folder(self._stage, title, self._wanted.folder.parent, lambda chosen: screen.folder.set_text(str(chosen)))

    def _found(self) -> None:
        wanted = self._wanted.foundation()
        self._stage.run(FOUNDING, lambda: self._gate.found(wanted), self._made, self._not_made)

    def _made(self, founded: Founded) -> None:
        self._wanted.password = ""
        self.resume(founded)

    def _not_made(self, fault: HinError) -> None:
        """The fault is said on the step it belongs to."""
        mine = isinstance(fault, Invalid) and all(problem.field in _SECOND_STEP for problem in fault.problems)
        if not mine:
            self._organisation()
        self._stage.fail(fault)

    def _sheet(self) -> None:
        self._stage.show_screen(self._sheet_screen)

    def _sheet_screen(self) -> SheetScreen:
        screen = SheetScreen(self._stage.kit, self._code, can_print=self._print is not None)
        screen.print.connect(self._print_sheet)
        screen.save.connect(lambda: self._ask_where(screen))
        return self._led(screen, self._give_up, self._type_back)

    def _type_back(self) -> None:
        self._stage.show_screen(self._type_back_screen)

    def _type_back_screen(self) -> TypeBackScreen:
        screen = TypeBackScreen(self._stage.kit, self._code)
        return self._led(screen, self._sheet, lambda: self._confirm(screen.code.text))

    def _confirm(self, typed: str) -> None:
        founded = self._founded
        if founded is not None:
            self._stage.run(OPENING, lambda: self._gate.confirm(founded, typed), lambda _: self._finish(founded))

    def _finish(self, founded: Founded) -> None:
        self._founded = None
        self.finished.emit(founded.opened)

    def _give_up(self) -> None:
        """Back from the sheet: the desk just made is taken away again, with its code."""
        founded, self._founded = self._founded, None
        if founded is not None:
            self._stage.run(UNDOING, lambda: self._gate.cancel(founded), lambda _: self._counsellor())

    @property
    def _code(self) -> tuple[str, ...]:
        return self._founded.code if self._founded is not None else ()

    def _print_sheet(self) -> None:
        if self._print is not None and self._founded is not None:
            self._print(self._founded.sheet)

    def _ask_where(self, screen: SheetScreen) -> None:
        texts = self._stage.kit.texts
        proposal = Path.home() / texts("Recovery sheet.pdf")
        ask_file_to_write(self._stage, texts("Save as PDF …"), proposal, "pdf", lambda file: self._save(screen, file))

    def _save(self, screen: SheetScreen, file: Path) -> None:
        if self._founded is None:
            return
        sheet = self._founded.sheet
        title = Message("Saving …")
        said = screen.kit.texts("Saved. Print it now and then delete the file: whoever has it can open the desk.")
        self._background.long(
            lambda _: write_file(file, sheet), lambda _: screen.say(said), screen, title, screen.show_fault
        )


class _Nothing:
    """A command that changed no record."""

    changes: tuple[ChangeLike, ...] = ()


def _cancelled(gate: Gate, founded: Founded) -> _Nothing:
    gate.cancel(founded)
    return _Nothing()
