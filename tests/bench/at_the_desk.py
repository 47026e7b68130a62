"""The program, watched from outside: unlocked with the right password, Heute painted, people opened one by one."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import event

from hin_desktop.app import LateGate, Machine, Program, heavy
from hin_desktop.ui.person.page import PersonPage
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.today.page import TodayPage
from hin_desktop.ui.tour.driver import Driver, Until, Walk
from hin_desktop.ui.unlock.entry_screens import UnlockScreen
from hin_desktop.vault import key_file
from hin_desktop.vault.connection import Connection, Use, connect
from hin_desktop.vault.desk_files import DeskFiles
from hin_desktop.vault.desk_vault import open_with_password
from hin_desktop.vault.passwords import password_bytes
from tests.bench.paint_mark import PaintMark, memory, say

PEOPLE = range(200, 2_200, 87)


class Watched:
    """The program and the moments at which something in it was painted."""

    def __init__(self, app: QApplication, program: Program, folder: Path, login: str, password: str) -> None:
        self.app, self.program, self.folder = app, program, folder
        self.login, self.password = login, password
        self.painted = 0.0
        self.asked: list[str] = []
        self._listening = False
        self._mark: PaintMark | None = None

    def walk(self) -> Walk:
        """Unlock, look at Heute, open people."""
        yield Until("imports and names", self._is_quiet)
        yield from self._unlock()
        yield Until("Heute at rest", self._is_quiet)
        say("memory", *memory())
        bare = self._bare()
        for client_id in PEOPLE:
            yield from self._open(client_id, bare)
        bare.close()

    def _is_quiet(self) -> bool:
        return "hin_desktop.desk" in sys.modules and self.program.background.quiet

    def _unlock(self) -> Walk:
        screen = self.program.unlock.stage.shown
        assert isinstance(screen, UnlockScreen)
        screen.login.line.setText(self.login)
        screen.password.line.setText(self.password)
        derived = _milliseconds(self._derive)
        begun = self._begin()
        screen.submit()
        yield Until("Heute", lambda: bool(self.painted))
        say("heute", (self.painted - begun) * 1000, derived)

    def _derive(self) -> None:
        open_with_password(key_file.read(DeskFiles(self.folder).keys), self.login, password_bytes(self.password))

    def _open(self, client_id: int, bare: Connection) -> Walk:
        """Timed first; what it asks its desk is listened to only when it reads the same person again."""
        begun = self._begin()
        self._window().go("person", client_id=client_id)
        yield Until("the person", lambda: bool(self.painted))
        ours = (self.painted - begun) * 1000
        yield Until("the person at rest", self._is_quiet)
        page = self._page()
        assert isinstance(page, Page)
        self.asked.clear()
        self._listening = True
        page.refresh()
        yield Until("the person read again", self._is_quiet)
        self._listening = False
        asked = [each for each in self.asked if each.startswith("SELECT")]
        say("person", ours, _milliseconds(partial(_ask, bare, asked)), _milliseconds(page.repaint))

    def _begin(self) -> float:
        self.painted = 0.0
        return time.perf_counter()

    def watch(self, page: type[Page]) -> None:
        """Note the first paint of a page after it was handed what it shows; until then nothing is watched."""
        show = page._show  # type: ignore[attr-defined]  # both pages take what was read by this name

        def watched(shown: Page, *what: object) -> None:
            show(shown, *what)
            if not self._listening:
                self._mark = PaintMark(self.app, self._note, partial(_within, shown))

        page._show = watched  # type: ignore[attr-defined]  # as above

    def _note(self) -> None:
        self.painted = time.perf_counter()

    def _window(self) -> QWidget:
        host = self.program.host
        assert host is not None
        return host.window.main  # type: ignore[attr-defined,no-any-return]  # the host is known here as a protocol

    def _page(self) -> QWidget | None:
        host = self.program.host
        window = getattr(host, "window", None)
        return window.main.pages.page if window is not None else None

    def _bare(self) -> Connection:
        """A connection of one's own, and from now on every question that the window asks its desk."""
        opened = self.program.host.window._opened  # type: ignore[union-attr]  # as above
        with opened.desk.reading() as reader:
            event.listen(reader.engine, "checkout", self._trace)
        return connect(opened.unlocked.files.database, opened.unlocked.key, Use.READER)

    def _trace(self, driver: Any, *_: object) -> None:  # noqa: ANN401  # sqlcipher3 has no types
        driver.set_trace_callback(self.asked.append if self._listening else None)


def _ask(bare: Connection, asked: list[str]) -> None:
    for sql in asked:
        bare.execute(sql).fetchall()


def _within(page: QWidget, painted: QObject) -> bool:
    return isinstance(painted, QWidget) and (painted is page or page.isAncestorOf(painted))


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def main(folder: Path, login: str, password: str) -> None:
    """Walk and end; a walk that stops says why and fails."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    program = Program(app, LateGate(Machine(folder.parent / "machine.json"), folder), "de", folder.parent / "log")
    watched = Watched(app, program, folder, login, password)
    watched.watch(TodayPage)
    watched.watch(PersonPage)
    driver = Driver(watched.walk())
    ends: list[str] = []
    driver.ended.connect(ends.append)
    driver.ended.connect(app.quit)
    QTimer.singleShot(0, driver.start)
    program.show()
    app.exec()
    program.close()
    heavy()
    sys.exit("".join(ends) or None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
