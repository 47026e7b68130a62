"""The bundled fonts, given to Qt from memory: letters of every script a name may have, the same on each machine."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from hin_desktop import resources

FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"]


def load_fonts() -> None:
    """Make the window's own font known to Qt. Reads files: only while the program starts."""
    _add(file.read_bytes() for file in sorted(resources.path("fonts").glob("NotoSans-*.ttf")))


def read_other_scripts() -> tuple[bytes, ...]:
    """The fonts of further scripts, for people's names; read on a worker, handed to `add_other_scripts`."""
    return tuple(file.read_bytes() for file in sorted(resources.path("fonts").glob("*.ttf"))
                 if not file.name.startswith("NotoSans-"))


def add_other_scripts(fonts: Iterable[bytes]) -> None:
    """Make the fonts of further scripts known to Qt, once."""
    if not QFontDatabase.hasFamily(FAMILIES[-1]):
        _add(fonts)


def _add(fonts: Iterable[bytes]) -> None:
    for font in fonts:
        QFontDatabase.addApplicationFontFromData(QByteArray(font))


def text_font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font in a size; other scripts fall back to their Noto face."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font
