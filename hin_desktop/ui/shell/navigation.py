"""The dark side bar: the pages that exist, settings and locking. Icons alone where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.page import PageSpec, Place
from hin_desktop.ui.shell.theme import Theme

_WIDE, _NARROW = 188, 58
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NavEntry(QPushButton):
    """One entry: icon, name, and how many things wait there."""

    def __init__(self, theme: Theme, name: str, icon: str, small: bool = False) -> None:
        super().__init__()
        self._name, self._count, self._narrow = name, 0, False
        self.setProperty("role", "nav")
        self.setProperty("small", small)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.badge = QLabel()
        self.badge.setProperty("role", "badge")
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.dress(self, icon, "nav_text", 17 if small else 18)
        self._name_it()

    def set_count(self, count: int) -> None:
        """Show how many things wait; 0 shows nothing."""
        self._count = count
        self._name_it()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon, with the name as a tool tip."""
        self._narrow = narrow
        self._name_it()

    def _name_it(self) -> None:
        self.setText("" if self._narrow else f"  {self._name}")
        self.badge.setText(str(self._count) if self._count else "")
        self.badge.setVisible(bool(self._count) and not self._narrow)
        spoken = f"{self._name}, {self._count}" if self._count else self._name
        self.setAccessibleName(spoken)
        self.setToolTip(spoken if self._narrow else "")


class Navigation(QFrame):
    """Chooses pages; the arrow keys move within it, Enter or Space opens."""

    chosen = Signal(str)
    """Id of the page."""
    lock_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAccessibleName(texts("Navigation"))
        self._theme, self._texts = theme, texts
        self.entries: dict[str, NavEntry] = {}
        self._narrow = False
        self._brand = QLabel("HIN Desktop")
        self._brand.setProperty("role", "brand")
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        self.lock = NavEntry(theme, texts("Lock"), "lock", small=True)
        self.lock.clicked.connect(self.lock_wanted)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._brand)
        self._column.addLayout(self._top)
        self._column.addStretch(1)
        self._column.addLayout(self._bottom)
        self._column.addWidget(self.lock)
        theme.changed.connect(self._measure)
        self._measure()

    def add(self, specs: Sequence[PageSpec]) -> None:
        """Add the entries of pages that stand in the navigation."""
        for spec in specs:
            if spec.place is Place.HIDDEN:
                continue
            entry = NavEntry(self._theme, self._texts(spec.title), spec.icon, small=spec.place is Place.BOTTOM)
            entry.setCheckable(True)
            entry.clicked.connect(self._pass_on)
            entry.setObjectName(spec.id)
            self.entries[spec.id] = entry
            (self._top if spec.place is Place.TOP else self._bottom).addWidget(entry)
        self._order()

    def mark(self, page: str) -> None:
        """Show which page is open; an id that has no entry marks none."""
        for name, entry in self.entries.items():
            entry.setChecked(name == page)

    def set_count(self, page: str, count: int) -> None:
        """How many things wait on a page."""
        if page in self.entries:
            self.entries[page].set_count(count)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or with names."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for entry in self._all():
            entry.set_narrow(narrow)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the entries by arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        entries = self._all()
        focus = self.focusWidget()
        if step is None or focus not in entries:
            super().keyPressEvent(event)
            return
        entries[(entries.index(focus) + step) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)

    def first_focus(self) -> QWidget:
        """The entry of the open page, else the first."""
        return next((entry for entry in self._all() if entry.isChecked()), self._all()[0])

    def _all(self) -> list[NavEntry]:
        return [*self.entries.values(), self.lock]

    def _order(self) -> None:
        entries = self._all()
        for before, after in pairwise(entries):
            QWidget.setTabOrder(before, after)

    def _pass_on(self) -> None:
        entry = self.sender()
        self.mark(entry.objectName())
        self.chosen.emit(entry.objectName())

    def _measure(self) -> None:
        px = self._theme.px
        side = px(8 if self._narrow else 10)
        self._column.setContentsMargins(side, px(14), side, px(12))
        self._column.setSpacing(px(2))
        self._top.setSpacing(px(2))
        self._bottom.setSpacing(px(2))
        self._brand.setContentsMargins(px(10), px(4), 0, px(12))
        self._brand.setText("HIN" if self._narrow else "HIN Desktop")
        if self._narrow:
            self._brand.setContentsMargins(px(5), px(4), 0, px(12))
        self.setFixedWidth(px(_NARROW if self._narrow else _WIDE))
