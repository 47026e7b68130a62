"""One theme for all widget tests, English texts, and a fixed day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.theme import Mode, Theme
from hin_desktop.ui.widgets.kit import Kit

TODAY = date(2026, 11, 23)
Show = Callable[..., QWidget]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Mode.LIGHT)


@pytest.fixture
def kit(theme: Theme) -> Kit:
    return Kit(theme, Texts("en"), lambda: TODAY)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a widget in a size and wait until it has been laid out."""

    def do(widget: QWidget, width: int = 800, height: int = 600) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return do
