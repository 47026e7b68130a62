"""Hilfe: one short page a task; F1 opens the page of what one is just doing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from hin_desktop.ui.help.library import HelpText, read_help
from hin_desktop.ui.help.text_view import HelpTextView
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.page_parts import PageHeader
from hin_desktop.ui.widgets.parts import label
from hin_desktop.ui.widgets.tabs import Tabs

LIST_WIDTH = 250  # pixels at normal text size
TOPICS = {"today": "person", "clients": "person", "person": "path", "law": "law", "settings": "setup",
          "shortcuts": "keyboard"}  # fmt: skip
"""The help page of each page of the window."""
TAB_TOPICS = {
    "talks": "consultation",
    "residence": "residence",
    "prospects": "prospects",
    "evidence": "prospects",
    "post": "post",
    "letters": "summary",
    "history": "undo",
    "family": "person",
}
"""The help page of each tab of a person."""


class HelpPage(Page):
    """The list with its search at the left, the text at the right."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        kit = place.kit
        self._texts: tuple[HelpText, ...] = ()
        self._wanted = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(kit.texts("Search the help …"))
        self.search.setAccessibleName(kit.texts("Search the help"))
        self.search.setClearButtonEnabled(False)
        self.list = QListWidget()
        self.list.setAccessibleName(kit.texts("Help pages"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(kit.texts("No page holds these words."), tone="muted", wrap=True)
        self.nothing.hide()
        self.view = HelpTextView(kit)
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._chosen)
        self._arrange()
        place.background.query("help", lambda _: read_help(place.language, kit.texts.inclusive), self._show, self)

    def open(self, **target: object) -> None:
        """Show the page `topic`, or the one of the task from which the help was called."""
        self._wanted = str(target.get("topic") or self._task() or self._wanted)
        self.search.clear()
        self._go()

    def first_focus(self) -> QWidget | None:
        """The search."""
        return self.search

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list never takes more than a third."""
        super().resizeEvent(event)
        self._side.setFixedWidth(min(self._place.kit.theme.px(LIST_WIDTH), self.width() // 3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search, the arrows go into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _task(self) -> str:
        """What the window shows while the help is being opened."""
        stack = self.parentWidget()
        before = stack.currentWidget() if isinstance(stack, QStackedWidget) else None
        if before is None or before is self:
            return ""
        tabs = before.findChild(Tabs)
        return TAB_TOPICS.get(tabs.current if tabs is not None else "", "") or TOPICS.get(before.objectName(), "")

    def _show(self, texts: tuple[HelpText, ...]) -> None:
        self._texts = texts
        self._fill(texts)
        self._go()

    def _fill(self, texts: Sequence[HelpText]) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for text in texts:
                item = QListWidgetItem(text.title)
                item.setData(Qt.ItemDataRole.UserRole, text.id)
                self.list.addItem(item)
        self.nothing.setVisible(bool(self._texts) and not texts)

    def _go(self) -> None:
        ids = [text.id for text in self._texts]
        if ids:
            self.list.setCurrentRow(ids.index(self._wanted) if self._wanted in ids else 0)

    def _filter(self, words: str) -> None:
        found = [text for text in self._texts if text.holds(words)]
        self._fill(found)
        if found:
            ids = [text.id for text in found]
            self.list.setCurrentRow(ids.index(self._wanted) if self._wanted in ids else 0)

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._wanted = str(item.data(Qt.ItemDataRole.UserRole))
        self.view.show_text(next(text for text in self._texts if text.id == self._wanted))

    def _arrange(self) -> None:
        kit, px = self._place.kit, self._place.kit.theme.px
        header = PageHeader(kit, kit.texts("Help"))
        shortcuts = header.add_button(kit.texts("All shortcuts"), "keyboard")
        shortcuts.clicked.connect(self._to_shortcuts)
        about = header.add_button(kit.texts("About HIN Desktop"), "info")
        about.clicked.connect(self._to_about)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.list, 1)
        self._side = QWidget()
        self._side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        both = QHBoxLayout()
        both.setSpacing(px(14))
        both.addWidget(self._side)
        both.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(side) for side in (24, 10, 24, 24)))
        column.setSpacing(px(14))
        column.addWidget(header)
        column.addLayout(both, 1)

    def _to_about(self) -> None:
        self._place.navigator.go("about")

    def _to_shortcuts(self) -> None:
        self._place.navigator.go("shortcuts")
