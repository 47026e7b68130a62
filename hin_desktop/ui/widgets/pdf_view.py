"""The preview of a PDF as a whole: pages, page numbers, zoom and the print button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import IconButton, label
from hin_desktop.ui.widgets.pdf_pages import Fit, PdfPages, PdfPagesView
from hin_desktop.ui.widgets.pdf_print import PrintJob


class PdfView(QWidget):
    """Shows a PDF. Ctrl+P prints; page keys, + - 0 9 work while the pages have the focus.

    `printed(ok)` tells the owner when paper was made, so that the letter can be archived.
    """

    printed = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._pages: PdfPages | None = None
        self.view: PdfPagesView | None = None
        self._job: PrintJob | None = None
        self.number, self.zoom = label("", tone="muted"), label("", tone="muted")
        self.number.setAccessibleName(kit.texts("Page"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(8))
        self._column.addLayout(self._bar())
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.print_pages)

    def _bar(self) -> QHBoxLayout:
        texts, bar = self._kit.texts, QHBoxLayout()
        bar.setSpacing(self._kit.theme.px(4))
        self.back = self._button("chevron-left", texts("Previous page (Page Up)"))
        self.forward = self._button("chevron-right", texts("Next page (Page Down)"))
        self.smaller = self._button("zoom-out", texts("Smaller (-)"))
        self.larger = self._button("zoom-in", texts("Larger (+)"))
        self.width_button = self._button("move-horizontal", texts("Fit the width (0)"))
        self.page_button = self._button("maximize", texts("Fit the page (9)"))
        self.print_button = self._button("printer", texts("Print (Ctrl+P)"))
        for widget in (self.back, self.number, self.forward):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self.smaller, self.zoom, self.larger, self.width_button, self.page_button, self.print_button):
            bar.addWidget(widget)
        return bar

    def _button(self, icon: str, name: str) -> IconButton:
        button = IconButton(self._kit, icon, name, "text")
        button.clicked.connect(self._pressed)
        return button

    def show_pages(self, pages: PdfPages) -> None:
        """Show another PDF (or the same one made anew: page and zoom are kept)."""
        before = self.view
        self._pages = pages
        self.view = PdfPagesView(self._kit, pages)
        self.view.page_changed.connect(self._tell)
        self.view.zoom_changed.connect(self._tell)
        self._column.addWidget(self.view, 1)
        if before is not None:
            self.view.take_over(before)
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._tell()

    @Slot()
    def print_pages(self) -> None:
        """Ask for the printer and print."""
        if self._pages is None or self._job is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages.sizes))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer that is set up; `printed` follows."""
        if self._pages is None or self._job is not None:
            return
        self._job = PrintJob(printer, self._pages, self)
        self._job.finished.connect(self._printed)
        self._job.start()

    @Slot(bool)
    def _printed(self, done: bool) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.printed.emit(done)

    @Slot()
    def _pressed(self) -> None:
        if self.view is None:
            return
        match self.sender():
            case self.back:
                self.view.go_to(self.view.page - 1)
            case self.forward:
                self.view.go_to(self.view.page + 1)
            case self.smaller:
                self.view.step(-1)
            case self.larger:
                self.view.step(1)
            case self.width_button:
                self.view.fit(Fit.WIDTH)
            case self.page_button:
                self.view.fit(Fit.PAGE)
            case _:
                self.print_pages()

    @Slot()
    def _tell(self) -> None:
        if self.view is None or self._pages is None:
            return
        page, count = self.view.page + 1, len(self._pages.sizes)
        self.number.setText(self._kit.texts("Page {page} of {count}", page=page, count=count))
        self.zoom.setText(f"{round(self.view.canvas.zoom * 100)} %")
        self.back.setEnabled(page > 1)
        self.forward.setEnabled(page < count)
