"""Printing the pages of a PDF: each is rendered for the printer and painted onto its paper."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from hin_desktop.ui.widgets.pdf_pages import POINTS_PER_INCH, PageImage, PdfPages, as_image

SHARPEST = 300  # dots an inch: a page at 1200 would be half a gigabyte


class PrintJob(QObject):
    """Prints pages one after the other, as they are rendered. `finished(printed)`: False if the printer refused."""

    finished = Signal(bool)

    def __init__(self, printer: QPrinter, pages: PdfPages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = pages
        self._painter = QPainter()
        self._todo: list[int] = []

    def start(self) -> None:
        """Print the pages that the print dialog chose (all without a choice), on paper of the first page's size."""
        first = self._printer.fromPage() or 1
        last = self._printer.toPage() or len(self._pages.sizes)
        self._todo = list(range(first - 1, min(last, len(self._pages.sizes))))
        if not self._todo:
            self.finished.emit(False)
            return
        size = QPageSize(QSizeF(*self._pages.sizes[self._todo[0]]), QPageSize.Unit.Point)
        self._printer.setPageSize(size)
        self._printer.setFullPage(True)
        self._printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        if self._painter.begin(self._printer):
            self._next()
        else:
            self.finished.emit(False)

    def _next(self) -> None:
        scale = min(self._printer.resolution(), SHARPEST) / POINTS_PER_INCH
        self._pages.render(self._todo[0], scale, self._paint)

    def _paint(self, picture: PageImage) -> None:
        width, height = self._pages.sizes[self._todo.pop(0)]
        dots = self._printer.resolution() / POINTS_PER_INCH
        target = QRectF(QPointF(0, 0), QSizeF(width * dots, height * dots))
        self._painter.drawImage(target, as_image(picture))
        if self._todo and self._printer.newPage():
            self._next()
        else:
            printed = self._painter.end() and not self._todo
            self.finished.emit(printed)
