"""The first window: who works here, and with which desk. Painted before anything heavy is imported."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.theme import Theme
from hin_desktop.ui.unlock.after_paint import AfterPaint
from hin_desktop.ui.unlock.entry_screens import FirstScreen, UnlockScreen
from hin_desktop.ui.unlock.files import ask_folder
from hin_desktop.ui.unlock.gate import Founded, Gate
from hin_desktop.ui.unlock.screen import LoginScreen
from hin_desktop.ui.unlock.stage import OPENING, Stage
from hin_desktop.ui.widgets.kit import Kit

if TYPE_CHECKING:
    from hin_desktop.ui.unlock.recover_screen import RecoverScreen
    from hin_desktop.ui.unlock.setup import SetupFlow

PREPARING = Message("The practice desk is being prepared …")


class UnlockWindow(QWidget):
    """Unlocks, recovers or founds a desk through the gate, and comes back when the desk is locked.

    While `opened` is being handled the window stays as it is ('Opening the desk …'); whoever handles it hides it.
    """

    OPENING = OPENING

    painted = Signal()
    """The window was painted for the first time: what is slow may begin."""
    opened = Signal(object)
    """The opened desk, as the gate gave it."""
    closed = Signal()
    """The window was closed by the user."""
    language_chosen = Signal(str)
    """'de' or 'en', for whoever remembers it; the window speaks it by itself."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        background: Background,
        gate: Gate,
        print_pdf: Callable[[bytes], None] | None = None,
    ) -> None:
        super().__init__()
        self._background, self._gate = background, gate
        last = gate.last()
        self._folder, self._login = last.folder, last.login
        self._locked = self._is_painted = False
        self.stage = Stage(Kit(theme, texts, date.today), background)
        self.stage.language_chosen.connect(self._learn)
        self._print = print_pdf
        self._setup: SetupFlow | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stage)
        self.setWindowTitle("HIN Desktop")
        self.resize(theme.px(960), theme.px(720))
        AfterPaint(self, self._awake)
        self.begin()

    @property
    def setup(self) -> SetupFlow:
        """Setting up a desk. Imported when it is wanted, for most starts only unlock one."""
        if self._setup is None:
            flow = importlib.import_module("hin_desktop.ui.unlock.setup").SetupFlow
            self._setup = made = flow(self.stage, self._background, self._gate, self._print)
            made.left.connect(self.begin)
            made.finished.connect(self._arrived)
        return self._setup

    def begin(self) -> None:
        """Ask for the password of the desk open last, or how to begin where there is none."""
        if self._folder is None:
            self.stage.show_screen(self._first_screen)
        else:
            self.stage.show_screen(self._unlock_screen)
            self._ask_logins(self._folder)

    def _awake(self) -> None:
        """Painted: everything else may be imported now, and who works here is asked, which needs some of it."""
        self._is_painted = True
        self.painted.emit()
        if self._folder is not None:
            self._ask_logins(self._folder)

    def lock(self, folder: Path, login: str) -> None:
        """Come back for a desk that has just been locked."""
        self._folder, self._login, self._locked = folder, login, True
        self.begin()
        self.show()
        self.activateWindow()
        self.stage.focus()

    def speak(self, texts: Texts) -> None:
        """Say everything in another language from now on."""
        self.stage.speak(texts)
        if isinstance(self.stage.shown, LoginScreen) and self._folder is not None:
            self._ask_logins(self._folder)

    def _learn(self, language: str) -> None:
        self._background.query("language", lambda _: Texts(language), self.speak, self)
        self.language_chosen.emit(language)

    def closeEvent(self, event: QCloseEvent) -> None:
        """An unfinished set-up is taken back."""
        if self._setup is not None:
            self._setup.leave()
        super().closeEvent(event)
        self.closed.emit()

    def _first_screen(self) -> FirstScreen:
        screen = FirstScreen(self.stage.kit)
        screen.set_up.connect(self._set_up)
        screen.other_desk.connect(self._choose)
        screen.practice.connect(partial(self.stage.run, PREPARING, self._gate.practice, self._arrived))
        return screen

    def _unlock_screen(self) -> UnlockScreen:
        screen = UnlockScreen(self.stage.kit, self._folder or Path(), self._login, locked=self._locked)
        screen.submitted.connect(self._unlock)
        screen.other_desk.connect(self._choose)
        screen.recovery.connect(self._show_recovery)
        screen.set_up.connect(self._set_up)
        screen.practice.connect(partial(self.stage.run, PREPARING, self._gate.practice, self._arrived))
        return screen

    def _set_up(self) -> None:
        self.setup.start()

    def _recover_screen(self) -> RecoverScreen:
        screen: RecoverScreen = importlib.import_module("hin_desktop.ui.unlock.recover_screen").RecoverScreen(
            self.stage.kit, self._login
        )
        screen.back.connect(self.begin)
        screen.submitted.connect(self._recover)
        return screen

    def _show_recovery(self) -> None:
        self.stage.show_screen(self._recover_screen)
        if self._folder is not None:
            self._ask_logins(self._folder)

    def _ask_logins(self, folder: Path) -> None:
        if self._is_painted:
            self._background.query("logins", lambda _: self._gate.logins(folder), self._offer, self, self.stage.fail)

    def _offer(self, logins: tuple[str, ...]) -> None:
        screen = self.stage.shown
        if isinstance(screen, LoginScreen):
            typing = screen.isAncestorOf(self.focusWidget()) and not screen.login.isAncestorOf(self.focusWidget())
            screen.offer(logins)
            if not typing:
                self.stage.focus()

    def _choose(self) -> None:
        start = self._folder.parent if self._folder is not None else Path.home()
        ask_folder(self, self.stage.kit.texts("Open another desk"), start, self._use)

    def _use(self, folder: Path) -> None:
        self._folder, self._login, self._locked = folder, "", False
        self.begin()

    def _unlock(self, login: str, password: str) -> None:
        folder = self._folder
        if folder is not None:
            self._login = login
            self.stage.run(OPENING, lambda: self._gate.unlock(folder, login, password), self._arrived)

    def _recover(self, code: str, login: str, password: str) -> None:
        folder = self._folder
        if folder is not None:
            self._login = login
            self.stage.run(OPENING, lambda: self._gate.recover(folder, code, login, password), self._arrived)

    def _arrived(self, opened: object) -> None:
        """The desk is open; one whose set-up was left before its end goes on with its recovery sheet."""
        if isinstance(opened, Founded):
            self.setup.resume(opened)
        else:
            self.stage.wait(OPENING)
            self.opened.emit(opened)
