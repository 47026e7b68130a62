"""The set-up from the first question to the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hin_desktop.errors import HinError, Invalid, Message
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.unlock.files import ask_folder
from hin_desktop.ui.unlock.gate import Founded, Gate
from hin_desktop.ui.unlock.setup_screens import CounsellorScreen, OrganisationScreen, led
from hin_desktop.ui.unlock.sheet_flow import SheetFlow
from hin_desktop.ui.unlock.stage import Stage
from hin_desktop.ui.unlock.wanted import Wanted

FOUNDING = Message("The desk is being set up …")
_SECOND_STEP = ("display_name", "login", "password")


class SetupFlow(QObject):
    """Leads through the steps. `finished(opened)` gives the desk, `left` means back to where one came from."""

    finished = Signal(object)
    left = Signal()

    def __init__(
        self, stage: Stage, background: Background, gate: Gate, print_pdf: Callable[[bytes], None] | None
    ) -> None:
        super().__init__(stage)
        self._stage, self._background, self._gate = stage, background, gate
        self._wanted = Wanted(Path())
        self.sheet = SheetFlow(stage, background, gate, print_pdf)
        self.sheet.finished.connect(self.finished)
        self.sheet.given_up.connect(self._counsellor)

    def start(self) -> None:
        """Ask the first question."""
        self._background.query("folder", lambda _: self._gate.suggested_folder(), self._begin, self)

    def resume(self, founded: Founded) -> None:
        """A desk whose code was never typed back: go on with its sheet."""
        self.sheet.begin(founded)

    def leave(self) -> None:
        """The window is being closed: a desk that is not finished is given up."""
        self.sheet.leave()

    def _begin(self, folder: Path) -> None:
        self._wanted = Wanted(folder)
        self._organisation()

    def _organisation(self) -> None:
        self._stage.show_screen(self._organisation_screen)

    def _organisation_screen(self) -> OrganisationScreen:
        screen = OrganisationScreen(self._stage.kit, self._wanted)
        screen.choose_folder.connect(lambda: self._choose_folder(screen))
        return led(screen, self.left.emit, self._counsellor)

    def _counsellor(self) -> None:
        self._stage.show_screen(self._counsellor_screen)

    def _counsellor_screen(self) -> CounsellorScreen:
        return led(CounsellorScreen(self._stage.kit, self._wanted), self._organisation, self._found)

    def _choose_folder(self, screen: OrganisationScreen) -> None:
        title = self._stage.kit.texts("Folder of the desk")
        ask_folder(self._stage, title, self._wanted.folder.parent, lambda chosen: screen.folder.set_text(str(chosen)))

    def _found(self) -> None:
        wanted = replace(self._wanted.foundation(), language=self._stage.kit.texts.language)
        self._stage.run(FOUNDING, lambda: self._gate.found(wanted), self._made, self._not_made)

    def _made(self, founded: Founded) -> None:
        self._wanted.password = ""
        self.sheet.begin(founded)

    def _not_made(self, fault: HinError) -> None:
        """The fault is said on the step it belongs to."""
        mine = isinstance(fault, Invalid) and all(problem.field in _SECOND_STEP for problem in fault.problems)
        if not mine:
            self._organisation()
        self._stage.fail(fault)
