"""Underlined tabs whose pages are built when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QToolButton, QVBoxLayout, QWidget

from hin_desktop.errors import Message
from hin_desktop.ui.widgets.kit import Kit


class Tabs(QWidget):
    """A tab bar over its pages; the owner adds tabs and then calls `show_tab`.

    Ctrl+Tab and Ctrl+Page Down go on, Ctrl+Shift+Tab and Ctrl+Page Up back; on the bar the arrows do.

    `shown(key)` is emitted when a tab is looked at, the first time after its page was built.
    """

    shown = Signal(str)

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self._keys: list[str] = []
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name_scrollers(kit)
        self._column = QVBoxLayout(self)  # not a stack: a hidden page must not ask for height
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(12))
        self._column.addWidget(self.bar)
        self.bar.currentChanged.connect(self._look)
        for keys, slot in (
            ("Ctrl+Tab", self.next),
            ("Ctrl+PgDown", self.next),
            ("Ctrl+Shift+Tab", self.back),
            ("Ctrl+PgUp", self.back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _name_scrollers(self, kit: Kit) -> None:
        """Where not all tabs have room, Qt's two buttons move them; they get names."""
        names = {"ScrollLeftButton": Message("Tabs to the left"), "ScrollRightButton": Message("More tabs")}
        for name, words in names.items():
            button = self.bar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setAccessibleName(kit.say(words))
                button.setToolTip(kit.say(words))

    def add(self, key: str, text: str, build: Callable[[], QWidget]) -> None:
        """Add a tab; `build` makes its page when it is first shown."""
        self._keys.append(key)
        self._builders[key] = build
        with QSignalBlocker(self.bar):  # the first tab would be built at once
            self.bar.addTab(text.replace("&", "&&"))

    @property
    def current(self) -> str:
        """The key of the tab that is shown, '' while there is none."""
        index = self.bar.currentIndex()
        return self._keys[index] if index >= 0 else ""

    @property
    def built(self) -> tuple[QWidget, ...]:
        """The parts that have been opened so far."""
        return tuple(self._pages.values())

    def page(self, key: str) -> QWidget | None:
        """The page of a tab if it has been built."""
        return self._pages.get(key)

    def show_tab(self, key: str) -> None:
        """Look at a tab."""
        index = self._keys.index(key)
        if index == self.bar.currentIndex():
            self._look(index)
        else:
            self.bar.setCurrentIndex(index)

    @Slot()
    def next(self) -> None:
        """Go to the next tab, from the last to the first."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + 1) % len(self._keys))

    @Slot()
    def back(self) -> None:
        """Go to the tab before, from the first to the last."""
        self.bar.setCurrentIndex((self.bar.currentIndex() - 1) % len(self._keys))

    @Slot(int)
    def _look(self, index: int) -> None:
        key = self._keys[index]
        if key not in self._pages:
            self._pages[key] = self._builders[key]()
            self._column.addWidget(self._pages[key], 1)
        for other, page in self._pages.items():
            page.setVisible(other == key)
        self.shown.emit(key)
