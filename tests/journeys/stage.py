"""The whole program of a journey: real windows, real desks in a folder of their own, played by typed keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from hin_desktop.app import LateGate, Machine, Program
from hin_desktop.desk import DeskGate, migrate, now
from hin_desktop.services import desks, settings
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.desks import NewDesk
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.bug_report import BugReport
from hin_desktop.ui.shell.theme import Mode
from hin_desktop.ui.tour.driver import Driver, Walk
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_person import quit_program
from hin_desktop.ui.tour.steps_unlock import unlock
from hin_desktop.vault import desk_vault
from hin_desktop.vault.slots import QUICK

PASSWORD = "Sieben Stare im Garten"
NEW = NewDesk("Beratungsstelle Herne e. V.", "MBE", "Ayşe Yılmaz", "ayse", PASSWORD)


class Stage:
    """One running program and the seat in front of it."""

    def __init__(self, app: QApplication, folder: Path, language: str = "de", desk: Path | None = None) -> None:
        self.folder = folder
        self.program = Program(app, LateGate(Machine(folder / "machine.json"), desk, folder), language,
                               folder / "log" / "hin.log")
        self.program.theme.set_mode(Mode.LIGHT)
        self.seat = Seat(app, Texts(language), load_catalogues(), self.program.background)
        self.bugs: list[BugReport] = []
        self.program.background.bug.connect(self.bugs.append)

    def play(self, walk: Walk) -> None:
        """Show the program and walk; fails where the walk stops."""
        ends: list[str] = []
        driver, loop = Driver(walk), QEventLoop()
        driver.ended.connect(ends.append)
        driver.ended.connect(loop.quit)
        driver.start()
        loop.exec()
        assert ends == [""], f"{ends}, the keyboard was in {self.seat.here!r}"
        assert not [bug.details for bug in self.bugs]

    def open_desk(self) -> Walk:
        """Unlock the desk and wait for its first page."""
        yield from unlock(self.seat, PASSWORD)
        yield self.seat.until_sees(self.seat.say("Whose cases"))
        yield self.seat.until_quiet()

    def leave(self) -> Walk:
        """Leave the program as a counsellor does."""
        yield from quit_program(self.seat)


@contextmanager
def stage(app: QApplication, folder: Path, language: str = "de", desk: Path | None = None) -> Iterator[Stage]:
    """A program that is shown, and taken away at the end whatever has become of it."""
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app.setQuitOnLastWindowClosed(False)
    made = Stage(app, folder, language, desk)
    made.program.show()
    try:
        yield made
        if made.program.host is not None and app.activeWindow() is not made.program.unlock:
            made.play(made.leave())
    finally:
        made.program.unlock.close()
        made.program.close()
        for window in app.topLevelWidgets():
            window.deleteLater()
        app.setStyleSheet("")


def quick_desk(folder: Path, language: str = "de") -> Path:
    """A desk that opens in a moment, with PASSWORD; its recovery code was typed back."""
    with opened(folder, language):
        return folder


@contextmanager
def opened(folder: Path, language: str = "de") -> Iterator[OpenDesk]:
    """Such a desk, open to put something into it beforehand."""
    made, code = desks.found(folder, NEW, migrate, now, strength=QUICK)
    try:
        desk_vault.confirm_recovery(made.unlocked, code)
        settings.change(made.desk, "language", language)
        yield made.desk
    finally:
        made.abandon()


def speak(folder: Path, language: str) -> None:
    """Let the window of a desk speak a language."""
    made = DeskGate().unlock(folder, NEW.login, PASSWORD)
    settings.change(made.desk, "language", language)
    made.abandon()

