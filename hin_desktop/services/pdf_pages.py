"""PDF pages for the preview and the printer. PDFium lives on one thread: call everything here from that one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hin_desktop.documents import press
from hin_desktop.documents.page_picture import PagePicture

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
    return PdfFacts(press.page_sizes(pdf))


def render(pdf: bytes, index: int, scale: float) -> PagePicture:
    """One page (from 0) as pixels, `scale` of them a point. Raises UnreadablePdf."""
    return press.page_picture(pdf, index, scale)


def text(pdf: bytes) -> str:
    """The words of all pages, as a search in a viewer finds them. Raises UnreadablePdf."""
    return press.text(pdf)
