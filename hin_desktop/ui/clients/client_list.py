"""The list of all people: narrowed down while typing, sorted by a column, opened with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.services import search, users
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter, ClientRow, ClientSort
from hin_desktop.services.users import UserRow
from hin_desktop.ui.clients.filter_bar import FilterBar
from hin_desktop.ui.clients.rows import FIRST_ROWS, ClientRows
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.lazy_model import LazyTableModel
from hin_desktop.ui.widgets.lazy_table import LazyTable
from hin_desktop.ui.widgets.page_parts import EmptyState


@dataclass(frozen=True, slots=True)
class Found:
    """Everybody who fits, in order, with the first lines."""

    ids: tuple[int, ...]
    rows: tuple[ClientRow, ...]


def find(desk: OpenDesk, wanted: ClientFilter) -> Found:
    """Look for people."""
    ids = search.find(desk, wanted)
    return Found(ids, search.list_rows(desk, ids[:FIRST_ROWS]))


class ClientList(QWidget):
    """`opened(id)` for a person; `new_wanted(text)` to take in somebody, with the name typed so far."""

    opened = Signal(object)
    new_wanted = Signal(str)
    counted = Signal(int)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._ids: tuple[int, ...] | None = None
        self._pending = False
        self._enter_waits = False
        self._users: tuple[UserRow, ...] = ()
        texts = place.kit.texts
        self.filter = FilterBar(place)
        self.rows = ClientRows(place, self)
        self.model = LazyTableModel(place.kit, self.rows.columns(), self.rows)
        self.table = LazyTable(place.kit, self.model, texts("Clients"))
        self.table.show_order(ClientSort.NAME, True)
        self.table.setCornerWidget(QWidget())  # else a white box stands between two scroll bars
        self.empty = EmptyState(place.kit, "users", "", texts("New person"), "user-plus")
        self.empty.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card(self._place.kit)
        policy = card.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Expanding)
        card.setSizePolicy(policy)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self.filter)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty)
        card.body.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _connect(self) -> None:
        self.filter.changed.connect(self.search)
        self.filter.text.onwards.connect(self._to_table)
        self.filter.text.returnPressed.connect(self._enter)
        self.model.sort_requested.connect(self._sort)
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self._typed)
        self.empty.button.clicked.connect(self._take_in)
        slash = QShortcut(QKeySequence("/"), self)
        slash.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self.focus_filter)

    @Slot()
    def search(self) -> None:
        """Find who is wanted now; an older answer that is still on its way is dropped."""
        desk, wanted = self._place.desk, self.filter.wanted
        self._pending, self._enter_waits = True, False
        self.table.show_order(wanted.sort, not wanted.descending)
        self._place.background.query(
            "find", lambda _: find(desk, wanted), self._show, self, self._place.notices.fault
        )

    def refresh(self) -> None:
        """Look again: people, lines, counsellors."""
        desk = self._place.desk
        self.rows.forget()
        self._place.background.query("counsellors", lambda _: users.everybody(desk), self._name_counsellors, self)
        self.search()

    @Slot()
    def focus_filter(self) -> None:
        """Go to the name, with what stands there selected."""
        self.filter.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.text.selectAll()

    def _show(self, found: Found) -> None:
        self._pending = False
        self.rows.keep(found.rows)
        if found.ids == self._ids:
            self.model.refresh()
        else:
            self._ids = found.ids
            self.model.set_ids(found.ids)
        self.counted.emit(len(found.ids))
        self._say_empty()
        if self._enter_waits:
            self._enter()

    def _say_empty(self) -> None:
        none, text = not self._ids, self.filter.text.text().strip()
        self.table.setVisible(not none)
        self.empty.setVisible(none)
        if not none:
            return
        texts = self._place.kit.texts
        button = texts("New person")
        if text:
            sentence = texts("Nobody found for “{text}”.", text=text)
            button = texts("Take in “{text}”", text=text)
        else:
            sentence = texts("Nobody is here yet. Take in the first person.")
        if self.filter.narrowed:
            sentence = texts("Nobody fits these filters.")
        self.empty.sentence.setText(sentence)
        self.empty.button.setText("\u2002" + button.replace("&", "&&"))  # the gap that follows every icon
        self.empty.button.setAccessibleName(button)

    def _name_counsellors(self, people: Sequence[UserRow]) -> None:
        if tuple(people) != self._users:
            self._users = tuple(people)
            self.filter.offer_counsellors(people)

    @Slot(str, bool)
    def _sort(self, key: str, ascending: bool) -> None:
        self.filter.sort_by(ClientSort(key), not ascending)

    @Slot()
    def _enter(self) -> None:
        """Open the person on whom the cursor is, else the first; a quick typist is still waited for."""
        if self._pending:
            self._enter_waits = True
            return
        wanted = self.table.selected_id() or self.model.id_at(0)
        if wanted is not None:
            self.opened.emit(wanted)

    @Slot()
    def _to_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if self.table.selected_id() is None:
                self.table.setCurrentIndex(self.model.index(0, 0))

    @Slot(str)
    def _typed(self, text: str) -> None:
        """Letters typed over the list go to the name."""
        self.filter.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.text.setText(self.filter.text.text() + text)

    @Slot()
    def _take_in(self) -> None:
        self.new_wanted.emit(self.filter.text.text().strip())
