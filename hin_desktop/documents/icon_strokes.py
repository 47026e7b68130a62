"""Lucide icons on paper: the same SVG files as on the screen, as strokes."""

from __future__ import annotations

from fontTools.svgLib import SVGPath  # type: ignore[import-untyped]  # fontTools ships no types
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from hin_desktop import resources

VIEW_BOX = 24.0
STROKE = 1.75
Point = tuple[float, float]


class _PathPen:
    """fontTools' pen protocol onto a ReportLab path; curves are cubic in Lucide's files."""

    def __init__(self, path: PDFPathObject) -> None:
        self._path = path

    def moveTo(self, point: Point) -> None:
        """Begin a stroke."""
        self._path.moveTo(*point)

    def lineTo(self, point: Point) -> None:
        """A straight line."""
        self._path.lineTo(*point)

    def curveTo(self, first: Point, second: Point, end: Point) -> None:
        """A cubic curve."""
        self._path.curveTo(*first, *second, *end)

    def closePath(self) -> None:
        """Back to where the stroke began."""
        self._path.close()

    def endPath(self) -> None:
        """An open stroke needs no end."""


def draw_icon(canvas: Canvas, name: str, x: float, y: float, size: float, colour: Color) -> None:
    """Stroke the icon with its centre at x, y (y upwards), `size` wide and high."""
    path = canvas.beginPath()
    SVGPath.fromstring(resources.read_bytes("icons", f"{name}.svg")).draw(_PathPen(path))
    canvas.saveState()
    canvas.translate(x - size / 2, y + size / 2)
    canvas.scale(size / VIEW_BOX, -size / VIEW_BOX)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()
