"""A TrueType font that also prints shaped glyphs, so that their text can be searched and copied.

ReportLab addresses glyphs by character. A shaped glyph gets a private character of its own (from U+F0000), once
for each pair of glyph and source text; the PDF's ToUnicode table maps it back to that source text.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import cast

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

FIRST_PRIVATE = 0xF0000
MISSING_GLYPH = 0
_MARKS_AND_CONTROLS = {"Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_LEFT_TO_RIGHT = {"L", "EN", "ES", "ET", "CS", "WS", "ON"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that follow each other by their own widths; lengths in ems (1 = the font size).

    `loose`: one glyph that HarfBuzz moved or kerned, so that what follows must be placed anew.
    """

    text: str
    advance: float
    dx: float = 0.0
    dy: float = 0.0
    loose: bool = False


class ShapedFont(TTFont):
    """A font face with its coverage, shaped by HarfBuzz where a script needs it."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file))
        self.covered = frozenset(chr(code) for code in self.face.charToGlyph)
        self.simple = frozenset(filter(_is_simple, self.covered))
        self._sources: dict[int, str] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self._next = count(FIRST_PRIVATE)
        face = uharfbuzz.Face(uharfbuzz.Blob(file.read_bytes()))
        self._shaper = uharfbuzz.Font(face)
        self._shaper.scale = (1000, 1000)

    def width(self, text: str) -> float:
        """The width in ems of characters printed one after the other."""
        return float(self.stringWidth(text, 1))

    def shape(self, text: str, right_to_left: bool) -> tuple[Piece, ...]:
        """The glyphs of one run of one direction, from left to right."""
        buffer = uharfbuzz.Buffer()
        buffer.add_codepoints([ord(char) for char in text])
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        uharfbuzz.shape(self._shaper, buffer, {})
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        source = {start: text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)}
        pieces: list[Piece] = []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            origin = source.pop(info.cluster, "")
            if _is_invisible(origin) and not position.x_advance:
                continue
            char = self._private(info.codepoint, origin[::-1] if right_to_left else origin)
            kerned = position.x_advance != self.face.charWidths[ord(char)]
            dx, dy, advance = position.x_offset / 1000, position.y_offset / 1000, position.x_advance / 1000
            _append(pieces, Piece(char, advance, dx, dy, loose=bool(kerned or dx or dy)))
        return tuple(pieces)

    def missing(self, text: str) -> tuple[Piece, ...]:
        """Boxes for characters no font has: seen on paper, and still the right characters when copied."""
        chars = "".join(self._private(MISSING_GLYPH, char) for char in text if not _is_invisible(char))
        return (Piece(chars, self.width(chars)),) if chars else ()

    def _private(self, glyph: int, source: str) -> str:
        """The character under which this glyph stands for this text. A code is filled in before it is handed out."""
        key = (glyph, source)
        code = self._codes.get(key)
        if code is None:
            code = next(self._next)
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self._shaper.get_glyph_h_advance(glyph)
            self._sources[code] = source
            code = self._codes.setdefault(key, code)
        return chr(code)

    def addObjects(self, doc: PDFDocument) -> None:
        """Write the subsets into the document, then correct their ToUnicode tables for private characters."""
        state = self.state[doc]
        subsets = [tuple(subset) for subset in state.subsets]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = cast(PDFDictionary, doc.idToObject["BasicFonts"]).dict
        for name, subset in zip(names, subsets, strict=True):
            if any(code >= FIRST_PRIVATE for code in subset):
                stream = cast(PDFStream, doc.idToObject[fonts[name].ToUnicode.name])
                stream.content = self._to_unicode(fonts[name].BaseFont, subset)

    def _to_unicode(self, name: str, subset: tuple[int, ...]) -> str:
        """The ToUnicode table (PDF 32000-1, 9.10.3) of one subset; at most 100 entries a block."""
        texts = [self._sources.get(code, chr(code)) for code in subset]
        entries = [f"<{i:02X}> <{text.encode('utf-16-be').hex().upper()}>" for i, text in enumerate(texts) if text]
        blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
        return "\n".join(
            [
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
                f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
                f"/CMapName /{name} def /CMapType 2 def",
                "1 begincodespacerange <00> <FF> endcodespacerange",
                *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
                "endcmap CMapName currentdict /CMap defineresource pop end end",
            ]
        )


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Join glyphs that need no placing of their own."""
    if pieces and not piece.loose and not pieces[-1].loose:
        before = pieces[-1]
        pieces[-1] = Piece(before.text + piece.text, before.advance + piece.advance)
    else:
        pieces.append(piece)


def _is_invisible(text: str) -> bool:
    """Joiners, marks of direction, variation selectors: nothing to see, nothing to copy."""
    return bool(text) and all(
        unicodedata.category(char) in {"Cf", "Cc", "Cs"} or "\ufe00" <= char <= "\ufe0f" for char in text
    )


def _is_simple(char: str) -> bool:
    """Whether a character stands by itself, from left to right, wherever it is."""
    return unicodedata.category(char) not in _MARKS_AND_CONTROLS and unicodedata.bidirectional(char) in _LEFT_TO_RIGHT
