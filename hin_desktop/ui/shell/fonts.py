"""The bundled fonts, given to Qt from memory: letters of every script a name may have, the same on each machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from hin_desktop import resources

_FIRST = ("NotoSans-Regular", "NotoSans-SemiBold")
FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"]


def load_fonts() -> None:
    """Make the window's own font known to Qt, in the weights the first window has. Reads files: only at the start."""
    _add(file.read_bytes() for file in _files(first=True))


def read_other_fonts() -> tuple[bytes, ...]:
    """Bold, and the fonts of further scripts for people's names; read on a worker, handed to `add_other_fonts`."""
    return tuple(file.read_bytes() for file in _files(first=False))


def add_other_fonts(fonts: Iterable[bytes]) -> None:
    """Make the further fonts known to Qt, once."""
    if not QFontDatabase.hasFamily(FAMILIES[-1]):
        _add(fonts)


def _files(*, first: bool) -> list[Path]:
    return [file for file in sorted(resources.path("fonts").glob("*.ttf")) if (file.stem in _FIRST) is first]


def _add(fonts: Iterable[bytes]) -> None:
    for font in fonts:
        QFontDatabase.addApplicationFontFromData(QByteArray(font))


def text_font(points: float) -> QFont:
    """The window's font in a size; other scripts fall back to their Noto face."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    return font
