"""The bundled fonts, given to Qt from memory: letters of every script a name may have, the same on each machine."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from hin_desktop import resources

FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"]


def load_fonts() -> None:
    """Make the shipped fonts known to Qt. Reads files: only while the program starts."""
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))


def text_font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font in a size; other scripts fall back to their Noto face."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font
