"""Reading PDFs back: pages as pictures, sizes, text. The only module that speaks to PDFium.

PDFium is not thread-safe: all calls come from one thread, which the caller keeps for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2

from hin_desktop.documents.page_picture import PagePicture
from hin_desktop.errors import HinError, Message


class UnreadablePdf(HinError):
    """These bytes are no PDF that can be shown."""

    def __init__(self) -> None:
        super().__init__(
            Message("This PDF cannot be shown."), Message("The file is damaged, or protected with a password.")
        )


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points (1/72 inch)."""

    width: float
    height: float


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of each page. Raises UnreadablePdf."""
    with _opened(pdf) as document:
        return tuple(PageSize(*document.get_page_size(index)) for index in range(len(document)))


def render_page(pdf: bytes, index: int, scale: float) -> PagePicture:
    """One page (from 0) on white, `scale` pixels a point. Raises UnreadablePdf, and IndexError past the end."""
    with _opened(pdf) as document:
        if not 0 <= index < len(document):
            raise IndexError(index)
        page = document[index]
        bitmap = page.render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
        picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
        return picture


def extract_text(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, as a search in a viewer finds it. Raises UnreadablePdf."""
    with _opened(pdf) as document:
        return tuple(_text(document[index]) for index in range(len(document)))


def _text(page: pypdfium2.PdfPage) -> str:
    reader = page.get_textpage()
    text: str = reader.get_text_range()
    reader.close()
    page.close()
    return text


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf from error
    try:
        yield document
    finally:
        document.close()
