"""Paints the head of the first page."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.documents.palette import MUTED
from hin_desktop.documents.script_text import TextBlock, TextStyle

LOGO_WIDTH = 45 * mm
LOGO_HEIGHT = 16 * mm
_NAME = TextStyle(11.5, 15, Weight.STRONG)
_LINE = TextStyle(8.5, 12, colour=MUTED)


def draw_letterhead(canvas: Canvas, head: Letterhead, fonts: Fonts, x: float, top: float, width: float) -> float:
    """Draw name and lines on the left, the logo on the right; returns the y of the lower edge. Points, y upwards."""
    logo = _logo(head.logo) if head.logo else None
    room = width - (LOGO_WIDTH + 8 * mm if logo else 0)
    y = top
    for text, style in ((head.name, _NAME), ("\n".join(line for line in head.lines if line), _LINE)):
        block = TextBlock(text, style, fonts, most_lines=5)
        _, height = block.wrap(room, top)
        y -= height
        block.drawOn(canvas, x, y)
    return min(y, _draw_logo(canvas, logo, x + width, top)) if logo else y


def _draw_logo(canvas: Canvas, logo: ImageReader, right: float, top: float) -> float:
    """As large as the place allows, in its own proportions, flush right; returns its lower edge."""
    width, height = logo.getSize()
    scale = min(LOGO_WIDTH / width, LOGO_HEIGHT / height)
    x, y = right - width * scale, top - height * scale
    canvas.drawImage(logo, x, y, width * scale, height * scale, mask="auto")
    return y


def _logo(data: bytes) -> ImageReader | None:
    """The picture, or None if it is none: a broken logo must not keep a page from being printed."""
    try:
        picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return ImageReader(picture)
