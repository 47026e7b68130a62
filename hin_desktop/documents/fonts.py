"""The fonts of the paper: Noto Sans for Latin, Cyrillic and Greek; Arabic and Ethiopic beside it.

ReportLab keeps one registry of fonts for the process; a `Fonts` finds its faces there or puts them there. Loading
takes about 0.1 s, everything afterwards nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reportlab.pdfbase import pdfmetrics

from hin_desktop import resources
from hin_desktop.documents.shaped_font import ShapedFont


class Weight(StrEnum):
    """The two weights of a page."""

    REGULAR = "regular"
    STRONG = "strong"


_FILES = {
    Weight.REGULAR: ("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular"),
    Weight.STRONG: ("NotoSans-SemiBold", "NotoSansArabic-Bold", "NotoSansEthiopic-Bold"),
}


@dataclass(frozen=True, slots=True)
class Family:
    """The faces of one weight; the first one is asked first."""

    faces: tuple[ShapedFont, ...]

    @property
    def main(self) -> ShapedFont:
        """The Latin, Cyrillic and Greek face."""
        return self.faces[0]

    def is_simple(self, text: str) -> bool:
        """Whether the main face prints this text letter by letter, from left to right."""
        return self.main.simple.issuperset(text)

    def face_for(self, char: str, before: ShapedFont | None = None) -> ShapedFont | None:
        """The face that has this character (None: none has); a mark or joiner stays with the face before it."""
        if before is not None and unicodedata.category(char) in {"Mn", "Cf"}:
            return before
        return next((face for face in self.faces if char in face.covered), None)


class Fonts:
    """The two families, ready to print with."""

    def __init__(self) -> None:
        self._families = {weight: Family(tuple(map(_face, names))) for weight, names in _FILES.items()}

    def family(self, weight: Weight) -> Family:
        """The faces of a weight."""
        return self._families[weight]

    def unprintable(self, texts: Iterable[str]) -> str:
        """The characters of these texts that will be a box on paper (emoji, scripts without a font), each once."""
        family = self.family(Weight.REGULAR)
        seen = dict.fromkeys(char for text in texts for char in text)
        visible = (char for char in seen if not unicodedata.category(char).startswith(("C", "Z", "Mn")))
        return "".join(char for char in visible if family.face_for(char) is None)


def _face(file: str) -> ShapedFont:
    name = f"hin-{file}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(ShapedFont(name, resources.path("fonts", f"{file}.ttf")))
    face = pdfmetrics.getFont(name)
    if not isinstance(face, ShapedFont):
        raise TypeError(name)
    return face
