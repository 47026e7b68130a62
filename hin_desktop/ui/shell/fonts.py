"""The bundled fonts, given to Qt from memory: letters of every script a name may have, the same on each machine."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from hin_desktop import resources

_FIRST = ("NotoSans-Regular", "NotoSans-SemiBold")
FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"]


def load_fonts() -> None:
    """Make the window's own font known to Qt, in the weights the first window has. Reads files: only at the start."""
    _add(resources.read_bytes("fonts", f"{name}.ttf") for name in _FIRST)


def read_other_fonts() -> tuple[bytes, ...]:
    """Bold, and the fonts of further scripts for people's names; read on a worker, handed to `add_other_fonts`."""
    files = sorted(resources.path("fonts").glob("*.ttf"))
    return tuple(file.read_bytes() for file in files if file.stem not in _FIRST)


def add_other_fonts(fonts: Iterable[bytes]) -> None:
    """Make the further fonts known to Qt, once."""
    if not QFontDatabase.hasFamily(FAMILIES[-1]):
        _add(fonts)


def _add(fonts: Iterable[bytes]) -> None:
    for font in fonts:
        QFontDatabase.addApplicationFontFromData(QByteArray(font))


def text_font(points: float) -> QFont:
    """The window's font in a size; other scripts fall back to their Noto face."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    return font
