"""Second composition root: everything but the first window. Imported on a worker while the password is typed."""

from __future__ import annotations

import gc
import importlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hin_desktop.app import LateGate, Machine, Program
from hin_desktop.cli import main as cli
from hin_desktop.documents import press
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.documents.recovery_data import RecoverySheet
from hin_desktop.errors import DeskFault, Message
from hin_desktop.records.store import Store
from hin_desktop.services import desks, organisations, practice
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.desks import NewDesk, OpenedDesk
from hin_desktop.services.law_files import load_law_book
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.desk_window import DeskWindow, Prepared, prepare
from hin_desktop.ui.shell.log import Log
from hin_desktop.ui.shell.pdf_port import print_pdf
from hin_desktop.ui.shell.theme import FUSION
from hin_desktop.ui.tour.self_test import self_test as ui_self_test
from hin_desktop.ui.tour.tour import tour
from hin_desktop.ui.unlock.gate import Foundation, Founded
from hin_desktop.vault import backup, desk_vault, integrity, key_file, restore
from hin_desktop.vault.faults import WrongRecoveryCode
from hin_desktop.vault.process import harden
from hin_desktop.vault.recovery import RecoveryCode
from hin_desktop.vault.slots import QUICK

__all__ = ["DeskGate", "DeskHost", "command_line", "harden", "print_pdf", "self_test", "warm_up"]

PRACTICE = NewDesk("Migrationsberatung Übungsstadt e. V.", "MBE", "Ayşe Demir", "uebung", "uebung")

OLD_RARELY = 1_000  # young collections before the collector looks through everything by itself


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def migrate(store: Store) -> None:
    """Bring a desk to today's schema. Alembic is imported only now: an ordinary opening never needs it."""
    importlib.import_module("hin_desktop.records.migrations.run").upgrade(store.writer_engine)


class DeskGate:
    """The way into a desk, behind the ports of `ui.unlock.gate`; faults are HinErrors."""

    def unlock(self, folder: Path, login: str, password: str) -> OpenedDesk:
        """Open a desk with a password."""
        with ExitStack() as undo:
            unlocked = undo.enter_context(desk_vault.unlock(folder, login, password))
            opened = desks.open_unlocked(unlocked, migrate, now)
            undo.pop_all()
        return opened

    def recover(self, folder: Path, code: str, login: str, password: str) -> OpenedDesk:
        """Open a desk with its recovery code, after giving the login a new password."""
        with desk_vault.unlock_with_recovery(folder, RecoveryCode.parse(code)) as unlocked:
            desk_vault.set_password(unlocked, login, password)
        return self.unlock(folder, login, password)

    def found(self, wanted: Foundation) -> Founded:
        """Found a desk and draw up its recovery sheet."""
        new = NewDesk(wanted.organisation, wanted.service, wanted.display_name, wanted.login, wanted.password,
                      wanted.language)
        opened, code = desks.found(wanted.folder, new, migrate, now)
        return Founded(opened, code.groups, recovery_sheet(opened, wanted.organisation, code))

    def confirm(self, founded: Founded, typed: str) -> None:
        """Compare the code typed back from paper; set-up is complete when it fits."""
        if not desk_vault.confirm_recovery(_opened(founded.opened).unlocked, RecoveryCode.parse(typed)):
            raise WrongRecoveryCode

    def cancel(self, founded: Founded) -> None:
        """Take away a desk whose set-up was left before anything was put into it."""
        opened = _opened(founded.opened)
        folder = opened.unlocked.folder
        opened.abandon()
        shutil.rmtree(folder)

    def logins(self, folder: Path) -> tuple[str, ...]:
        """Who can open this desk."""
        return key_file.logins(folder)

    def practice(self, folder: Path) -> OpenedDesk:
        """Open the practice desk; the first time it is made and filled with fictional people."""
        if not key_file_exists(folder):
            make_practice(folder)
        return self.unlock(folder, PRACTICE.login, PRACTICE.password)

    def place(self, opened: object) -> tuple[Path, str]:
        """Where an opened desk lies, and who opened it."""
        desk = _opened(opened)
        return desk.unlocked.folder, desk.desk.actor.login


def recovery_sheet(opened: OpenedDesk, organisation: str, code: RecoveryCode) -> bytes:
    """The sheet with a desk's recovery code as PDF."""
    desk = opened.desk
    sheet = RecoverySheet(Letterhead(organisation), opened.unlocked.folder.name, code.groups, desk.today())
    return press.recovery_sheet(sheet, Texts())


def warm_up(log_file: Path) -> Log:
    """Start the log, and have ready what every opening needs, while the password is typed.

    What has been imported stays, and what has grown old is looked through when the desk is locked: the collector
    holds up the window for a tenth of a second, whichever thread it comes upon.
    """
    log = Log(log_file)
    load_catalogues()
    load_law_book()
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], OLD_RARELY)
    return log


def make_practice(folder: Path) -> None:
    """Make a desk with fictional people; user and password are both `uebung`, nothing real is behind it."""
    opened, code = desks.found(folder, PRACTICE, migrate, now, strength=QUICK, exempt_from_length=True)
    try:
        desk_vault.confirm_recovery(opened.unlocked, code)
        organisations.change(opened.desk, replace(
            organisations.get(opened.desk), short_name="Beratungsstelle", street="Übungsstraße 1", postcode="44623",
            town="Herne", phone="02323 000-100", email="beratung@example.org"))
        practice.fill(opened.desk, opened.desk.today())
    finally:
        opened.abandon()


def key_file_exists(folder: Path) -> bool:
    """Whether there is a desk in this folder."""
    try:
        return bool(key_file.logins(folder))
    except DeskFault:
        return False


def command_line(arguments: Sequence[str]) -> int:
    """`hin`: the services without a window. Exit status 0, 1 for a fault said in words, 2 for wrong usage."""
    return cli.run(arguments, cli.Ports(
        make_practice=make_practice, open_desk=_using, logins=key_file.logins, tour=_tour, restore=_restore,
        check=_check))


@contextmanager
def _using(folder: Path, login: str, password: str) -> Iterator[OpenDesk]:
    opened = DeskGate().unlock(folder, login, password)
    try:
        yield opened.desk
    finally:
        opened.abandon()


def _restore(folder: Path, name: str | None, login: str, password: str) -> Path:
    """Put a backup (by name; None: the latest) in place of the desk; gives where the present one was put."""
    kept = [each for each in backup.list_backups(folder) if name in (None, each.database.name, each.database.stem)]
    if not kept:
        raise DeskFault(Message("There is no such backup."), Message("`hin restore` without a name takes the latest."))
    return restore.restore(folder, kept[0], login, password, now())


def _check(folder: Path, login: str, password: str) -> None:
    """Read every page and every row. Raises DamagedDatabase."""
    with desk_vault.unlock(folder, login, password) as unlocked:
        integrity.full_check(unlocked)


def self_test() -> int:
    """The built program's own test; see `ui.tour.self_test`."""
    return ui_self_test(application(), _empty_desk)


def _empty_desk(folder: Path) -> OpenedDesk:
    new = NewDesk("Selbsttest", "MBE", "Selbsttest", "selbsttest", "selbsttest")
    return desks.found(folder, new, migrate, now, strength=QUICK, exempt_from_length=True)[0]


def application() -> QApplication:
    """Qt's application; where there is no screen, one that paints into memory."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if os.name == "posix" and not any(os.environ.get(name) for name in screens):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["hin-desktop", *FUSION])


def _tour(out: Path) -> int:
    """The guided walk, on a machine memory and with desks of its own that are taken away afterwards."""
    app = application()
    with tempfile.TemporaryDirectory(prefix="hin-tour-") as folder:
        gate = LateGate(Machine(Path(folder) / "machine.json"), desks=Path(folder))
        program = Program(app, gate, "de", Path(folder) / "tour.log")
        try:
            return tour(app, program, Path(folder), out.resolve())
        finally:
            program.close()


class DeskHost:
    """Keeps the window of the desk beside the unlock window, one of them visible."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.window: DeskWindow | None = None
        self._place = (Path(), "")

    def show(self, opened: object) -> None:
        """Read what the window needs, build it, show it in place of the unlock window."""
        program, desk = self._program, _opened(opened)
        self._place = DeskGate().place(desk)
        program.background.long(lambda _: prepare(desk), self._build, program.unlock, program.unlock.OPENING,
                                program.unlock.stage.fail)

    def _build(self, prepared: Prepared) -> None:
        program, before = self._program, self.window
        window = self.window = DeskWindow(program.theme, program.background, prepared)
        window.locked.connect(self._locked)
        window.finished.connect(program.app.quit)
        window.rebuilt.connect(self.show)
        window.show()
        program.unlock.hide()
        if before is not None:
            before.main.deleteLater()
            before.deleteLater()

    def _locked(self) -> None:
        window, self.window = self.window, None
        self._program.unlock.lock(*self._place)
        if window is not None:
            window.main.deleteLater()
            window.deleteLater()
        QTimer.singleShot(0, self._program.unlock, gc.collect)


def _opened(opened: object) -> OpenedDesk:
    if not isinstance(opened, OpenedDesk):
        raise TypeError(type(opened))
    return opened
