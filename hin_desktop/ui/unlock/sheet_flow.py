"""The last step of the set-up: the sheet onto paper, and its code typed back from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hin_desktop.errors import Message
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.unlock.files import ask_file_to_write, write_file
from hin_desktop.ui.unlock.gate import Founded, Gate
from hin_desktop.ui.unlock.setup_screens import SheetScreen, TypeBackScreen, led
from hin_desktop.ui.unlock.stage import OPENING, Stage

UNDOING = Message("The set-up is being taken back …")


class SheetFlow(QObject):
    """`finished(opened)` when the code was typed back; `given_up` when the desk was taken away again."""

    finished = Signal(object)
    given_up = Signal()

    def __init__(
        self, stage: Stage, background: Background, gate: Gate, print_pdf: Callable[[bytes], None] | None
    ) -> None:
        super().__init__(stage)
        self._stage, self._background, self._gate, self._print = stage, background, gate, print_pdf
        self._founded: Founded | None = None

    @property
    def code(self) -> tuple[str, ...]:
        """The code of the desk just founded, in groups; nothing while there is none."""
        return self._founded.code if self._founded is not None else ()

    def begin(self, founded: Founded) -> None:
        """Show the sheet of a desk just founded."""
        self._founded = founded
        self._show_sheet()

    def leave(self) -> None:
        """The window is being closed: the desk is given up, behind everything that is still under way."""
        founded, self._founded = self._founded, None
        if founded is not None:
            self._background.command(lambda: _cancelled(self._gate, founded), None, None, self)

    def _show_sheet(self) -> None:
        self._stage.show_screen(self._sheet_screen)

    def _sheet_screen(self) -> SheetScreen:
        screen = SheetScreen(self._stage.kit, self.code, can_print=self._print is not None)
        screen.print.connect(self._print_sheet)
        screen.save.connect(lambda: self._ask_where(screen))
        return led(screen, self._give_up, self._type_back)

    def _type_back(self) -> None:
        self._stage.show_screen(self._type_back_screen)

    def _type_back_screen(self) -> TypeBackScreen:
        screen = TypeBackScreen(self._stage.kit, self.code)
        return led(screen, self._show_sheet, lambda: self._confirm(screen.code.text))

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
            self._stage.run(UNDOING, lambda: self._gate.cancel(founded), lambda _: self.given_up.emit())

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
        sheet, title = self._founded.sheet, Message("Saving …")
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
