"""The reference of starting: a bare PySide6 window with a table."""

from __future__ import annotations

import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.paint_mark import PaintMark, say_painted


def main() -> None:
    """Show it, say when it is painted, end."""
    app = QApplication(sys.argv)
    window, table, model = QMainWindow(), QTableView(), QStandardItemModel()
    for row in range(30):
        model.appendRow([QStandardItem(f"{row} {column}") for column in range(5)])
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(960, 720)
    painted = [say_painted, app.quit]
    mark = PaintMark(app, lambda: [each() for each in painted] and None)
    window.show()
    app.exec()
    mark.deleteLater()


if __name__ == "__main__":
    main()
