"""A table over very many records: it holds their ids and fetches a row when it is looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont
from shiboken6 import isValid

from hin_desktop.ui.widgets.kit import Kit

PAGE = 64
_KEPT = 4096  # rows in memory
_PAGES_AT_ONCE = 4
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableRow:
    """What a record shows: one text a column; `tones`: a colour role a column ('' for none), or nothing."""

    cells: tuple[str, ...]
    tones: tuple[str, ...] = ()


Deliver = Callable[[Mapping[int, TableRow]], None]


class RowSource(Protocol):
    """Where rows come from. A new request may replace an earlier one that is not answered yet."""

    def request(self, ids: tuple[int, ...], deliver: Deliver) -> None:
        """Fetch rows in the background and call `deliver` on the GUI thread; an id left out of it was deleted."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for sorting ('' if it cannot be sorted by), its title, its share of spare width.

    `least`: letters that it must have room for (its title at any rate).
    """

    key: str
    title: str
    share: int = 1
    least: int = 8
    right: bool = False
    strong: bool = False


class LazyTableModel(QAbstractTableModel):
    """Rows by id. Unknown rows are blank until they arrive, changed ones are shown as they were until they are anew."""

    sort_requested = Signal(str, bool)  # key, ascending

    def __init__(self, kit: Kit, columns: Sequence[Column], source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.columns = tuple(columns)
        self._source = source
        self._ids = array("q")
        self._rows: OrderedDict[int, TableRow | None] = OrderedDict()  # None: deleted
        self._stale: set[int] = set()
        self._pending: tuple[int, ...] = ()
        self._wanted: OrderedDict[int, None] = OrderedDict()  # first rows of pages, the latest asked last
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    def set_ids(self, ids: Iterable[int]) -> None:
        """Show these records in this order; rows known already stay on screen and are fetched anew."""
        self.beginResetModel()
        self._ids = array("q", ids)
        self._stale = set(self._rows)
        self._pending = ()
        self._wanted.clear()
        self.endResetModel()

    def refresh(self, ids: Iterable[int] | None = None) -> None:
        """These records (all if None) have changed: show them as they are until the new rows arrive."""
        self._pending = ()  # what is under way may have been read before the change
        self._stale.update(self._rows if ids is None else (key for key in ids if key in self._rows))
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def id_at(self, row: int) -> int | None:
        """The record of a row; None outside the table."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, key: int) -> int | None:
        """The row of a record; None if it is not shown."""
        return self._ids.index(key) if key in self._ids else None

    def is_gone(self, row: int) -> bool:
        """Whether the record of a row was deleted meanwhile."""
        key = self.id_at(row)
        return key is not None and key in self._rows and self._rows[key] is None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """One row a record."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """As given."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles, aligned as their column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, alignment, weight and colour; asking for a text that is not known fetches it."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return None if self.is_gone(index.row()) else self._font(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index.row(), index.column())
        return self._foreground(index) if role == Qt.ItemDataRole.ForegroundRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the owner for another order; it answers with set_ids."""
        if 0 <= column < len(self.columns) and self.columns[column].key:
            self.sort_requested.emit(self.columns[column].key, order is Qt.SortOrder.AscendingOrder)

    def _text(self, row: int, column: int) -> str:
        key = self._ids[row]
        if key not in self._rows or key in self._stale:
            self._want(row)
        if key not in self._rows:
            return ""
        found = self._rows[key]
        if found is None:
            return self._kit.texts("deleted") if column == 0 else ""
        return found.cells[column]

    def _foreground(self, index: Index) -> object:
        key = self._ids[index.row()]
        found = self._rows.get(key)
        if key in self._rows and found is None:
            return self._kit.theme.color("muted")
        tone = found.tones[index.column()] if found is not None and found.tones else ""
        return self._kit.theme.color(tone) if tone else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _font(self, column: int) -> QFont | None:
        if not self.columns[column].strong:
            return None
        font = QFont()  # the view's own, but for the weight
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _want(self, row: int) -> None:
        """Fetch the page of a row soon, together with what else the same repaint asks for."""
        page = row - row % PAGE
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        while len(self._wanted) > _PAGES_AT_ONCE:
            self._wanted.popitem(last=False)
        if not self._timer.isActive():
            self._timer.start(0)

    @Slot()
    def _ask(self) -> None:
        keys = [key for page in reversed(self._wanted) for key in self._ids[page : page + PAGE]]
        wanted = tuple(key for key in keys if key not in self._rows or key in self._stale)
        if wanted and not set(wanted) <= set(self._pending):
            self._pending = wanted
            self._source.request(wanted, lambda rows: self._take(wanted, rows))

    def _take(self, asked: tuple[int, ...], rows: Mapping[int, TableRow]) -> None:
        if not isValid(self):
            return
        fresh = asked is self._pending
        for key in asked:
            self._rows[key] = rows.get(key)
            self._rows.move_to_end(key)
            if fresh:
                self._stale.discard(key)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        for page in tuple(self._wanted):
            here = self._ids[page : page + PAGE]
            if fresh and not any(key not in self._rows or key in self._stale for key in here):
                del self._wanted[page]
            last = self.index(page + len(here) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(page, 0), last)
        self._pending = () if fresh else self._pending
