"""The icons: Lucide drawings in the colours of the tokens.

The first window reads the few it shows; all others are read on a worker before the desk is shown (`add`).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hin_desktop import resources
from hin_desktop.ui.shell.tokens import Tokens

_STROKE = ('stroke-width="2"', 'stroke-width="1.75"')


def densities() -> tuple[int, ...]:
    """The pixels per pixel of the layout that the present screens have, rounded up."""
    return tuple(sorted({1, *(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}))


def read_drawings() -> dict[str, str]:
    """Every shipped icon by its Lucide name, as SVG text. Reads files: on a worker."""
    return {file.stem: _read(file) for file in sorted(resources.path("icons").glob("*.svg"))}


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8").replace(*_STROKE)


class Icons:
    """Gives icons by name, role of colour and size; each is painted once and kept, for the screens there are."""

    def __init__(self, tokens: Tokens, drawings: dict[str, str] | None = None) -> None:
        self._tokens = tokens
        self._drawings: dict[str, str] = {} if drawings is None else drawings
        self._densities = densities()
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def add(self, drawings: Mapping[str, str]) -> None:
        """Know these from now on, without reading a file."""
        self._drawings.update(drawings)

    def recoloured(self, tokens: Tokens) -> Icons:
        """The same drawings in other colours."""
        return Icons(tokens, self._drawings)

    def icon(self, name: str, role: str = "text", size: int = 18) -> QIcon:
        """The icon of that name; `size` in layout pixels. A name or role that does not exist raises KeyError."""
        key = (name, role, size)
        if key not in self._icons:
            made, drawing = QIcon(), self.renderer(name, role)
            for density in self._densities:
                made.addPixmap(_painted(drawing, size, density))
            self._icons[key] = made
        return self._icons[key]

    def pixmap(self, name: str, role: str = "text", size: int = 18, density: float = 1.0) -> QPixmap:
        """The icon as a picture, for labels and painted widgets."""
        return self.icon(name, role, size).pixmap(QSize(size, size), density)

    def renderer(self, name: str, role: str = "text") -> QSvgRenderer:
        """The drawing itself, for a painter that scales it."""
        drawing = self._drawing(name).replace("currentColor", self._tokens.color(role))
        return QSvgRenderer(QByteArray(drawing.encode()))

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            try:
                self._drawings[name] = _read(resources.path("icons", f"{name}.svg"))
            except FileNotFoundError as error:
                raise KeyError(name) from error
        return self._drawings[name]


def _painted(drawing: QSvgRenderer, size: int, density: int) -> QPixmap:
    picture = QPixmap(size * density, size * density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, size * density, size * density))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture
