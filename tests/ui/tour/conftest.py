"""A small window with what a hand can meet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


class Small(QWidget):
    """Two fields, a box, a button, and a shortcut of the window; `done` is what happened."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.name, self.place, self.box = QLineEdit(), QLineEdit("old"), QCheckBox("Tick me")
        self.name.setAccessibleName("Name (required)")
        self.place.setAccessibleName("Place")
        self.button = QPushButton("Save")
        column = QVBoxLayout(self)
        for widget in (self.name, self.place, self.box, self.button):
            column.addWidget(widget)
        self.button.clicked.connect(lambda: self.done.append("button"))
        act = QAction("Do it", self)
        act.setShortcut(QKeySequence("Ctrl+D"))
        act.triggered.connect(lambda: self.done.append("shortcut"))
        self.addAction(act)


@pytest.fixture
def small(qtbot: QtBot) -> Small:
    """The window, active, with the keyboard in its first field."""
    made = Small()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.name.setFocus()
    return made
