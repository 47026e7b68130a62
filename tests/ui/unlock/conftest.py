"""The first window in front of a gate of paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.theme import Mode, Theme
from hin_desktop.ui.unlock.gate import Gate
from hin_desktop.ui.unlock.window import UnlockWindow

Open = Callable[[Gate], UnlockWindow]


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Shows the window for a gate, in English."""
    theme, background, kept = Theme(qapp, Mode.LIGHT), Background(), list[UnlockWindow]()

    def show(gate: Gate) -> UnlockWindow:
        window = UnlockWindow(theme, Texts("en"), background, gate, print_pdf=lambda pdf: None)
        qtbot.addWidget(window)
        kept.append(window)  # a test may look at its screens alone
        with qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        window.stage.focus()
        return window

    yield show
    background.close()
    qapp.setStyleSheet("")
