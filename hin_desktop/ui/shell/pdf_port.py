"""PDFs for previews and printers: pages come from PDFium's one thread, pictures arrive on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from hin_desktop.errors import HinError
from hin_desktop.services import pdf_pages
from hin_desktop.services.pdf_pages import PdfFacts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.widgets.pdf_pages import PageImage
from hin_desktop.ui.widgets.pdf_print import PrintJob


class BackgroundPdf:
    """An open PDF whose pages are rendered beside the window; `ui.widgets.pdf_pages.PdfPages`."""

    def __init__(self, background: Background, owner: QObject, pdf: bytes, facts: PdfFacts) -> None:
        self._background, self._owner, self._pdf, self._facts = background, owner, pdf, facts

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page in points."""
        return self._facts.sizes

    def render(self, index: int, scale: float, deliver: Callable[[PageImage], None]) -> None:
        """Render a page; a newer wish for the same page in the same size takes the place of an older one."""
        self._background.pdf(f"page {index} {scale}", lambda _: pdf_pages.render(self._pdf, index, scale), deliver,
                             self._owner)


def open_pdf(background: Background, owner: QObject, pdf: bytes, deliver: Callable[[BackgroundPdf], None],
             on_error: Callable[[HinError], None] | None = None) -> None:
    """Read a PDF beside the window and hand over its pages. UnreadablePdf goes to `on_error`."""
    background.pdf("open", lambda _: pdf_pages.read(pdf),
                   lambda facts: deliver(BackgroundPdf(background, owner, pdf, facts)), owner, on_error)


def print_pdf(background: Background, window: QWidget, pdf: bytes) -> None:
    """Ask for a printer and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        open_pdf(background, window, pdf, lambda pages: PrintJob(printer, pages, window).start())
