"""The view of a LazyTableModel: calm rows, Enter opens, typing goes to the filter, the selection outlives a refresh."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.lazy_model import Index, LazyTableModel


class LazyTable(QTableView):
    """Shows records; `opened(id)` by Enter or double click, `typed(text)` for letters typed over it (a filter's)."""

    opened = Signal(object)
    typed = Signal(str)
    current_id = Signal(object)

    def __init__(self, kit: Kit, model: LazyTableModel, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.records = model
        model.setParent(self)
        self._held: int | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self._behave()
        self._shape()
        kit.theme.changed.connect(self._shape)
        model.modelAboutToBeReset.connect(self._hold)
        model.modelReset.connect(self._restore)
        self.activated.connect(self._activated)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("role", "table")
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        with QSignalBlocker(header):
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def show_order(self, key: str, ascending: bool) -> None:
        """Mark the column by which the owner has sorted, without asking for it."""
        keys = [column.key for column in self.records.columns]
        order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(keys.index(key) if key in keys else -1, order)
        self.horizontalHeader().viewport().update()

    def selected_id(self) -> int | None:
        """The record the cursor is on."""
        index = self.currentIndex()
        return self.records.id_at(index.row()) if index.isValid() else None

    def select_id(self, key: int) -> bool:
        """Put the cursor on a record; False if it is not shown."""
        row = self.records.row_of(key)
        if row is None:
            return False
        self.setCurrentIndex(self.records.index(row, 0))
        self.scrollTo(self.records.index(row, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and last row; other keys as in any table."""
        last = self.records.rowCount() - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._activated(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers() and last >= 0:
            self.setCurrentIndex(self.records.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to whoever filters; Qt would walk through every row."""
        self.typed.emit(search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        columns, header = self.records.columns, self.horizontalHeader()
        letter, room = self.fontMetrics().averageCharWidth(), self._kit.theme.px(32)
        least = [max(c.least * letter + room, header.sectionSizeHint(i)) for i, c in enumerate(columns)]
        spare = max(0, self.viewport().width() - sum(least))
        shares = sum(column.share for column in columns)
        for section, column in enumerate(columns):
            self.setColumnWidth(section, least[section] + spare * column.share // shares)

    @Slot()
    def _shape(self) -> None:
        height = max(self._kit.theme.px(40), self.fontMetrics().height() + self._kit.theme.px(20))
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)

    @Slot(QModelIndex)
    def _activated(self, index: Index) -> None:
        key = self.records.id_at(index.row())
        if index.isValid() and key is not None and not self.records.is_gone(index.row()):
            self.opened.emit(key)

    @Slot()
    def _moved(self) -> None:
        self.current_id.emit(self.selected_id())

    @Slot()
    def _hold(self) -> None:
        self._held = self.selected_id()

    @Slot()
    def _restore(self) -> None:
        if self._held is not None:
            self.select_id(self._held)
