"""Reading a finished PDF back, for the tests."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4


def words(pdf: bytes) -> set[str]:
    """Every word on every page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return {word for page in document for word in page.get_textpage().get_text_range().split()}


def flat(pdf: bytes) -> str:
    """The text of all pages with single spaces."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in document))


def boxes(pdf: bytes) -> Iterator[tuple[int, float, float, float, float]]:
    """Page (from 0), left, bottom, right, top in mm of each visible character."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if text.get_text_range(index, 1).strip():
                    yield number, *(edge / MM for edge in text.get_charbox(index))  # type: ignore[misc]  # four edges


def place(pdf: bytes, text: str, page: int = 0) -> tuple[float, float]:
    """Left and top in mm from the upper left corner of the first occurrence."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        reader = document[page].get_textpage()
        index, _count = reader.search(text, match_case=True).get_next()
        left, _bottom, _right, top = reader.get_charbox(index)
        return left / MM, 297 - top / MM


def embedded_fonts(pdf: bytes) -> dict[str, bool]:
    """Each font in use, and whether it is embedded."""
    found = {}
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
                font = raw.FPDFTextObj_GetFont(item.raw)
                name = ctypes.create_string_buffer(128)
                raw.FPDFFont_GetBaseFontName(font, name, 128)
                found[name.value.decode()] = bool(raw.FPDFFont_GetIsEmbedded(font))
    return found


def metadata(pdf: bytes) -> dict[str, str]:
    """Title, author and so on."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        found: dict[str, str] = document.get_metadata_dict()
        return found
