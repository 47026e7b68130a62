"""The reference of starting: a bare PySide6 window with a table of a hundred rows, by a model as PySide6 teaches it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.paint_mark import PaintMark, say_painted

NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Table(QAbstractTableModel):
    """Rows of words."""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 100

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


def main() -> None:
    """Show it, say when it is painted, end."""
    app = QApplication(sys.argv)
    window, table, model = QMainWindow(), QTableView(), Table()
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(960, 720)

    def painted() -> None:
        say_painted()
        app.quit()

    mark = PaintMark(app, painted)
    window.show()
    app.exec()
    mark.deleteLater()


if __name__ == "__main__":
    main()
