"""A PDF for the preview: its pages are rendered on the one thread that PDFium lives on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from hin_desktop.services import pdf_pages
from hin_desktop.services.pdf_pages import PdfFacts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.widgets.pdf_pages import PageImage


class RenderedPdf:
    """The pages of one PDF; `owner` is the widget that shows them."""

    def __init__(self, pdf: bytes, facts: PdfFacts, background: Background, owner: QWidget) -> None:
        self.pdf = pdf
        self._facts = facts
        self._background = background
        self._owner = owner

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page in points."""
        return self._facts.sizes

    def render(self, index: int, scale: float, deliver: Callable[[PageImage], None]) -> None:
        """Render a page in the background."""
        pdf = self.pdf
        key = f"page {index} at {scale:.4f}"
        self._background.pdf(key, lambda _: pdf_pages.render(pdf, index, scale), deliver, self._owner)


def read_pdf(pdf: bytes, background: Background, owner: QWidget, show: Callable[[RenderedPdf], None]) -> None:
    """Open a PDF in the background and hand it to `show`."""
    background.pdf(
        "open", lambda _: pdf_pages.read(pdf), lambda facts: show(RenderedPdf(pdf, facts, background, owner)), owner
    )
