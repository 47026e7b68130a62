"""The recovery sheet: one page with the code that opens a desk when every password is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import segno
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.layout import GAP, Column, Entry, Note, Section
from hin_desktop.documents.page import PageInfo, build_pdf, hairline
from hin_desktop.documents.palette import ACCENT, ACCENT_SOFT, MUTED, TEXT
from hin_desktop.documents.recovery_data import RecoverySheet
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from hin_desktop.errors import Message
from hin_desktop.texts import Texts

QR_SIZE = 42 * mm
GROUPS_A_ROW = 4
_EYEBROW = TextStyle(9.5, 14, Weight.STRONG, ACCENT)
_HEADING = TextStyle(20, 26, Weight.STRONG)
_SUBTITLE = TextStyle(11, 16, colour=MUTED)
_TITLE = TextStyle(9.5, 13.5, Weight.STRONG, ACCENT)
_BODY = TextStyle(9.5, 14)
_LABEL = TextStyle(8.5, 12, colour=MUTED)
_GROUP = TextStyle(20, 28, Weight.STRONG)
_RIGHT = TextStyle(9.5, 13.5, align=Align.RIGHT)

PURPOSE = (
    Message("Opens this desk if all passwords are lost. Whoever holds this code can read everything in the desk."),
    Message("Without a password and without this sheet nobody can open the desk again, not even its makers."),
)
KEEPING = (
    Message("Put the sheet into an envelope, seal it, and sign across the seal."),
    Message("Keep it locked away, apart from the computer. Do not photograph it, do not store it as a file."),
    Message("Give a second, equally sealed copy to the management: records under § 203 StGB must stay accessible."),
)
USING = (
    Message("Choose “Recovery code” in the unlock window and type the groups, or scan the QR code into the field."),
    Message("Set a new password. Then have a new recovery sheet made and destroy this one."),
)


def render_recovery_sheet(sheet: RecoverySheet, texts: Texts) -> bytes:
    """The recovery sheet as a PDF of one A4 page."""
    fonts = Fonts()
    info = PageInfo(
        title=texts("Recovery sheet"),
        author=sheet.organisation.name,
        printed_on=sheet.printed_on,
        footer=texts("Strictly confidential · keep sealed"),
    )
    foot = Note([TextBlock(texts("Sealed on, by (name and signature)"), _LABEL, fonts), SignatureLine()])
    return build_pdf(list(_story(sheet, texts, fonts)), sheet.organisation, foot, info, texts, fonts)


def _story(sheet: RecoverySheet, texts: Texts, fonts: Fonts) -> Iterator[Flowable]:
    left = [
        TextBlock(texts("Recovery sheet"), _EYEBROW, fonts),
        TextBlock(sheet.desk_name, _HEADING, fonts, most_lines=2),
        TextBlock(texts("The spare key of your desk"), _SUBTITLE, fonts),
    ]
    yield Entry(left, [TextBlock(texts("As of {day}", day=sheet.printed_on), _RIGHT, fonts)])
    yield Spacer(1, 16)
    yield CodeCard(sheet.groups, texts("Check group"), fonts)
    yield Spacer(1, 18)
    for title, lines in (
        (texts("What it is for"), PURPOSE),
        (texts("Where to keep it"), KEEPING),
        (texts("How to use it"), USING),
    ):
        head = TextBlock(title, _TITLE, fonts)
        yield Section(head, head, Column([TextBlock(texts(line), _BODY, fonts) for line in lines], 5.0))


class SignatureLine(Flowable):
    """Room for a hand and a line below it."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As high as a signature."""
        self.width, self.height = aW, 26.0
        return self.width, self.height

    def draw(self) -> None:
        """The line."""
        self.canv.setStrokeColor(MUTED)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 4, self.width, 4)


class CodeCard(Flowable):
    """The groups in rows of four, the check group below, the QR code of the whole beside them."""

    def __init__(self, groups: Sequence[str], check_label: str, fonts: Fonts) -> None:
        super().__init__()
        self.code = "-".join(groups)
        self.rows = [groups[start : start + GROUPS_A_ROW] for start in range(0, len(groups), GROUPS_A_ROW)]
        self.check_label = TextBlock(check_label, _LABEL, fonts)
        self._fonts = fonts

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As high as the QR code with its quiet zone."""
        self.width, self.height = aW, QR_SIZE + 2 * GAP
        return self.width, self.height

    def draw(self) -> None:
        """Card, groups, QR code."""
        canvas: Canvas = self.canv
        canvas.setFillColor(ACCENT_SOFT)
        canvas.roundRect(0, 0, self.width, self.height, 7, stroke=0, fill=1)
        column = (self.width - QR_SIZE - 4 * GAP) / GROUPS_A_ROW
        step = self.height / len(self.rows)
        for number, row in enumerate(self.rows):
            self._draw_row(row, self.height - (number + 0.5) * step - _GROUP.leading / 2, column)
        hairline(canvas, 2 * GAP, step, GROUPS_A_ROW * column - GAP)
        self.check_label.wrap(column * 2, self.height)
        self.check_label.drawOn(canvas, 2 * GAP + column, (step - _LABEL.leading) / 2 - 1)
        draw_qr(canvas, self.code, self.width - QR_SIZE - GAP, GAP, QR_SIZE)

    def _draw_row(self, row: Sequence[str], y: float, column: float) -> None:
        for number, group in enumerate(row):
            block = TextBlock(group, _GROUP, self._fonts, most_lines=1)
            block.wrap(column, self.height)
            block.drawOn(self.canv, 2 * GAP + number * column, y)


def draw_qr(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """A QR code as squares on white, its quiet zone within `size`; x, y is the lower left corner."""
    matrix = tuple(segno.make(text, micro=False, error="m").matrix_iter(border=3))
    unit = size / len(matrix)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.roundRect(x, y, size, size, 4, stroke=0, fill=1)
    path = canvas.beginPath()
    for row, cells in enumerate(matrix):
        for column, dark in enumerate(cells):
            if dark:
                path.rect(x + column * unit, y + size - (row + 1) * unit, unit, unit)
    canvas.setFillColor(TEXT)
    canvas.drawPath(path, stroke=0, fill=1)
