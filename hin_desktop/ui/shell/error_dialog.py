"""What is shown when the program itself made a mistake: the work stays on the screen, the details can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.bug_report import BugReport
from hin_desktop.ui.shell.theme import Theme


class ErrorDialog(QDialog):
    """Not modal, so that what was typed can be saved or copied beside it. Holds no data of any client."""

    def __init__(self, report: BugReport, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Something went wrong"))
        self._report = report
        self._copied = "\u2002" + texts("Copied")
        icon = QLabel()
        theme.dress(icon, "triangle-alert", "soon", 24)
        title = QLabel(texts("Something went wrong"))
        title.setProperty("tone", "title")
        said = QLabel(
            texts(
                "The program made a mistake. What you have typed is still there: save it again, or go on elsewhere. "
                "The details below help to repair it; they name no person and no entry."
            ),
            wordWrap=True,
        )
        self.details = QPlainTextEdit(report.details, readOnly=True)
        self.details.setAccessibleName(texts("Details for the people who look after the program"))
        self.details.setTabChangesFocus(True)
        self.copy_button = QPushButton("\u2002" + texts("Copy details"))
        theme.dress(self.copy_button, "copy")
        self.copy_button.clicked.connect(self._copy)
        self.close_button = QPushButton(texts("Close"), default=True)
        self.close_button.setProperty("role", "primary")
        self.close_button.clicked.connect(self.close)
        self._arrange(theme, icon, title, said)

    def _arrange(self, theme: Theme, icon: QLabel, title: QLabel, said: QLabel) -> None:
        head = QHBoxLayout()
        head.addWidget(icon)
        head.addWidget(title, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(14))
        column.addLayout(head)
        column.addWidget(said)
        column.addWidget(self.details, 1)
        column.addLayout(buttons)
        self.resize(theme.px(560), theme.px(380))
        self.close_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.details)
        self.copy_button.setText(self._copied)
