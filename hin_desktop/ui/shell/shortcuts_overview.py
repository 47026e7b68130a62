"""The sheet of all shortcuts, read off the command registry; can be printed."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.commands import CommandRegistry, Group, key_text
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.theme import Theme

GAP = "\u2002"  # between icon and words
Line = tuple[str, str]
"""Keys as printed on the keyboard, and what they do."""


def lines(registry: CommandRegistry, texts: Texts) -> dict[Group, list[Line]]:
    """Every command that has keys, by menu."""
    sheet: dict[Group, list[Line]] = {}
    for command in registry.commands():
        if command.shortcut:
            line = (key_text(command.shortcut, texts.language), texts(command.title))
            sheet.setdefault(command.group, []).append(line)
    return sheet


class ShortcutsOverview(Page):
    """Reads the registry each time it comes up."""

    def __init__(self, registry: CommandRegistry, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._registry, self._theme, self._texts = registry, theme, texts
        title = QLabel(texts("Shortcuts"))
        title.setProperty("tone", "title")
        self.print_button = QPushButton(GAP + texts("Print"))
        theme.dress(self.print_button, "printer")
        self.print_button.setAccessibleName(texts("Print"))
        self.print_button.clicked.connect(self._print)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.print_button)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setAccessibleName(texts("Shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(side) for side in (24, 10, 24, 24)))
        column.setSpacing(theme.px(14))
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def title(self) -> str:
        """The page's name."""
        return self._texts("Shortcuts")

    def open(self, **target: object) -> None:
        """Read the registry anew: commands come and go with their pages."""
        inside = QWidget()
        inside.setProperty("page", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(14))
        for group, group_lines in lines(self._registry, self._texts).items():
            column.addWidget(self._card(self._texts(group.label), group_lines))
        column.addStretch(1)
        self._area.setWidget(inside)

    def first_focus(self) -> QWidget:
        """The sheet itself, so that the arrow keys move it."""
        return self._area

    def sheet(self) -> QTextDocument:
        """The overview as a document to print."""
        rows = "".join(
            f"<h3>{escape(self._texts(group.label))}</h3><table cellpadding='3'>"
            + "".join(
                f"<tr><td width='160'><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>" for keys, what in own
            )
            + "</table>"
            for group, own in lines(self._registry, self._texts).items()
        )
        document = QTextDocument()
        document.setHtml(f"<h2>HIN Desktop: {escape(self._texts('Shortcuts'))}</h2>{rows}")
        return document

    def _card(self, title: str, own: list[Line]) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setContentsMargins(*(self._theme.px(16),) * 4)
        grid.setVerticalSpacing(self._theme.px(8))
        grid.setColumnMinimumWidth(0, self._theme.px(170))
        grid.setColumnStretch(1, 1)
        head = QLabel(title)
        head.setProperty("tone", "card")
        grid.addWidget(head, 0, 0, 1, 2)
        for row, (keys, what) in enumerate(own, start=1):
            name = QLabel(keys)
            name.setProperty("tone", "strong")
            grid.addWidget(name, row, 0)
            grid.addWidget(QLabel(what, wordWrap=True), row, 1)
        return card

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            self.sheet().print_(printer)
