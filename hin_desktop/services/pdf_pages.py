"""PDF pages for the preview and the printer. PDFium lives on one thread: call everything here from that one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hin_desktop.documents import pdf_pages
from hin_desktop.documents.pdf_pages import PagePicture

__all__ = ["PagePicture", "PdfFacts", "read", "render"]


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """The size of each page in points (1/72 inch), width before height."""

    sizes: Sequence[tuple[float, float]]

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.sizes)


def read(pdf: bytes) -> PdfFacts:
    """What a viewer must know of a PDF. Raises UnreadablePdf."""
    return PdfFacts(tuple((size.width, size.height) for size in pdf_pages.page_sizes(pdf)))


def render(pdf: bytes, index: int, scale: float) -> PagePicture:
    """One page (from 0) as pixels, `scale` of them a point. Raises UnreadablePdf."""
    return pdf_pages.render_page(pdf, index, scale)


def text(pdf: bytes) -> str:
    """The words of all pages, as a search in a viewer finds them. Raises UnreadablePdf."""
    return "\n".join(pdf_pages.extract_text(pdf))
