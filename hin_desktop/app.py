"""First composition root: Qt, the unlock window, and nothing heavier before it is painted.

Everything else is `desk`, imported by a worker while the password is typed: the one late import of the program.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QJsonDocument
from PySide6.QtWidgets import QApplication

from hin_desktop import paths
from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.theme import FUSION, Theme
from hin_desktop.ui.unlock.gate import Foundation, Founded, Gate, LastDesk
from hin_desktop.ui.unlock.window import UnlockWindow

if TYPE_CHECKING:
    from types import ModuleType

HEAVY = "hin_desktop.desk"


def heavy() -> ModuleType:
    """The second composition root, imported when first needed; on a worker while there is a window."""
    return importlib.import_module(HEAVY)


def window() -> int:
    """Open the window; ends when it is closed. `--self-test` checks the built program instead, without a window."""
    if "--self-test" in sys.argv[1:]:
        return int(heavy().self_test())
    app = QApplication([*sys.argv[:1], *FUSION])
    app.setApplicationName("HIN Desktop")
    app.setDesktopFileName("hin-desktop")
    app.setQuitOnLastWindowClosed(False)
    machine = Machine(paths.machine_settings_file())
    gate = LateGate(machine, _folder(sys.argv[1:]))
    program = Program(app, gate, machine.known().get("language", "de"), paths.log_file())
    program.unlock.language_chosen.connect(
        lambda language: program.background.long(lambda _: machine.remember(language=language), lambda _: None,
                                                 program.unlock, Message("Loading …")))
    program.unlock.painted.connect(lambda: program.background.long(
        lambda _: heavy().harden(), lambda _: None, program.unlock, UnlockWindow.OPENING))
    program.show()
    status = app.exec()
    program.close()
    return status


def command_line() -> int:
    """The same services without a window: `hin --help`."""
    heavy().harden()
    return int(heavy().command_line(sys.argv[1:]))


class Program:
    """The unlock window and what stands behind it, from the first paint to the last backup."""

    def __init__(self, app: QApplication, gate: Gate, language: str, log_file: Path) -> None:
        self.app = app
        self.theme = Theme(app)
        self.background = Background()
        self._log_file = log_file
        self._log: Log | None = None
        self.host: Host | None = None
        self.unlock = UnlockWindow(self.theme, Texts(language), self.background, gate, self._print)
        self.unlock.painted.connect(self._warm_up)
        self.unlock.opened.connect(self._opened)
        self.unlock.closed.connect(app.quit)

    def show(self) -> None:
        """Paint the unlock window, then import everything else on a worker: before, it would hold up the paint."""
        self.unlock.show()

    def close(self) -> None:
        """End the threads and the log."""
        self.background.close()
        gc.enable()
        if self._log is not None:
            self._log.close()

    def _warm_up(self) -> None:
        """Nothing of what is imported is garbage: looking for some would only hold up whoever types a password."""
        gc.disable()
        self.background.long(lambda _: heavy().warm_up(self._log_file), self._keep_log, self.unlock,
                             UnlockWindow.OPENING)

    def _keep_log(self, log: Log) -> None:
        gc.enable()
        self._log = log

    def _print(self, pdf: bytes) -> None:
        heavy().print_pdf(self.background, self.unlock, pdf)

    def _opened(self, opened: object) -> None:
        """Show the desk; it brings the unlock window back when it is locked, and ends the program when it is closed."""
        if self.host is None:
            self.host = heavy().DeskHost(self)
        self.host.show(opened)


class Host(Protocol):
    """Keeps the window of the desk; `desk.DeskHost`."""

    def show(self, opened: object) -> None:
        """Show an opened desk in place of the unlock window."""


class Log(Protocol):
    """The running log of faults; `ui.shell.log.Log`."""

    def close(self) -> None:
        """Write what is left."""


class LateGate:
    """The way into a desk: what is light is done here, the rest by the second root as soon as it is there."""

    def __init__(self, machine: Machine, folder: Path | None = None, desks: Path | None = None) -> None:
        self._machine, self._folder = machine, folder
        self._desks = desks or paths.desks_folder()

    def last(self) -> LastDesk:
        """The desk named on the command line, or the one open last."""
        known = self._machine.known()
        folder = self._folder or (Path(known["desk"]) if known.get("desk") else None)
        return LastDesk(folder, known.get("login", "") if self._folder is None else "")

    def suggested_folder(self) -> Path:
        """A folder of the user's own on the local disk."""
        return self._desks / "desk"

    def logins(self, folder: Path) -> tuple[str, ...]:
        """Who can open this desk."""
        return tuple(heavy().DeskGate().logins(folder))

    def unlock(self, folder: Path, login: str, password: str) -> object:
        """Open a desk with a password."""
        return self._remembering(heavy().DeskGate().unlock(folder, login, password))

    def recover(self, folder: Path, code: str, login: str, password: str) -> object:
        """Open a desk with its recovery code and give the login a new password."""
        return self._remembering(heavy().DeskGate().recover(folder, code, login, password))

    def found(self, wanted: Foundation) -> Founded:
        """Found a desk."""
        founded: Founded = heavy().DeskGate().found(wanted)
        self._remembering(founded.opened)
        return founded

    def confirm(self, founded: Founded, typed: str) -> None:
        """Compare the recovery code typed back."""
        heavy().DeskGate().confirm(founded, typed)

    def cancel(self, founded: Founded) -> None:
        """Close a desk whose set-up was left."""
        heavy().DeskGate().cancel(founded)

    def practice(self) -> object:
        """Open the practice desk of this machine."""
        return heavy().DeskGate().practice(self._desks / "practice")

    def _remembering(self, opened: object) -> object:
        folder, login = heavy().DeskGate().place(opened)
        self._machine.remember(desk=str(folder), login=login)
        return opened


class Machine:
    """What this machine knows: the desk open last, its login, the language. Nothing of any client.

    A JSON object, read with what Qt has: Python's own reader would be imported for this alone before the first paint.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def known(self) -> dict[str, str]:
        """All of it; empty where nothing can be read."""
        try:
            known = QJsonDocument.fromJson(QByteArray(self._file.read_bytes())).object()
        except OSError:
            return {}
        return {key: str(value) for key, value in known.items()}

    def remember(self, **more: str) -> None:
        """Note something. A machine that cannot be written to forgets it; nothing else suffers."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(QJsonDocument.fromVariant({**self.known(), **more}).toJson().data())


def _folder(arguments: Sequence[str]) -> Path | None:
    """`hin-desktop --desk FOLDER` opens another desk than the last one."""
    return Path(arguments[arguments.index("--desk") + 1]) if "--desk" in arguments[:-1] else None
