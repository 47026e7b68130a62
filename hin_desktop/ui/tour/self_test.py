"""What a built program shows about itself: a desk opens, a window is painted, a PDF is written and read back."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hin_desktop.services import clients, pdf_pages, summaries
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.desks import OpenedDesk
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.desk_window import DeskWindow, prepare
from hin_desktop.ui.shell.theme import Theme

NAME = "Łukasz Übung"
SIZE = QSize(1280, 720)


def self_test(app: QApplication, make_desk: Callable[[Path], OpenedDesk]) -> int:
    """Run it in a folder of its own that is taken away afterwards. Gives the exit status; says what it saw."""
    with tempfile.TemporaryDirectory(prefix="hin-self-test-") as folder:
        opened = make_desk(Path(folder) / "desk")
        try:
            seen = [_window(app, opened), _document(opened)]
        finally:
            opened.abandon()
    for line in seen:
        sys.stdout.write(f"{line or 'FAILED'}\n")
    return 0 if all(seen) else 1


def _window(app: QApplication, opened: OpenedDesk) -> str:
    """Paint the window of the desk; '' if it stays empty."""
    background = Background()
    window = DeskWindow(Theme(app), background, prepare(opened))
    window.main.resize(SIZE)
    window.show()
    quiet = QEventLoop()
    background.when_quiet(quiet.quit)
    quiet.exec()
    picture = window.main.grab().toImage()
    window.main.set_before_close(None)
    window.main.close()
    background.close()
    return f"window painted, {picture.width()} × {picture.height()}" if _colours(picture) > 1 else ""


def _document(opened: OpenedDesk) -> str:
    """Write a case summary and find the name in it again; '' if it is not there."""
    given, family = NAME.split()
    person = clients.add(opened.desk, ClientRecord(given_names=given, family_name=family)).value
    pdf = summaries.prepare(opened.desk, person.id, summaries.SummaryChoice(), Texts("de"))
    return f"PDF written and read back, {len(pdf)} bytes" if NAME in pdf_pages.text(pdf) else ""


def _colours(picture: QImage) -> int:
    step = 16
    return len({picture.pixel(x, y) for x in range(0, picture.width(), step)
                for y in range(0, picture.height(), step)})
