"""The recovery sheet, read back."""

from __future__ import annotations

from io import BytesIO

import segno
from reportlab.pdfgen.canvas import Canvas

from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.documents.pdf_pages import page_sizes, render_page
from hin_desktop.documents.recovery_data import RecoverySheet
from hin_desktop.documents.recovery_sheet import draw_qr, render_recovery_sheet
from hin_desktop.texts import Texts
from tests.documents.people import TODAY, logo
from tests.documents.reading import embedded_fonts, flat, place, words

GROUPS = ("7KQ2", "M4XP", "ZR8T", "C3VN", "9DHW", "J5AB", "E6YS", "2GKF", "4TQ8")


def sheet(name: str = "MBE Herne") -> bytes:
    head = Letterhead("AWO Herne", ("Musterstraße 1", "44623 Herne"), logo())
    return render_recovery_sheet(RecoverySheet(head, name, GROUPS, TODAY), Texts("en"))


def test_one_page_with_every_group_and_the_check_group() -> None:
    pdf = sheet()
    assert len(page_sizes(pdf)) == 1
    assert set(GROUPS) <= words(pdf)
    assert "4TQ8 Check group" in flat(pdf)


def test_it_says_what_it_is_for_and_where_to_keep_it() -> None:
    text = flat(sheet())
    for part in ("MBE Herne", "23 Nov 2026", "seal it", "management", "§ 203 StGB", "Page 1 of 1"):
        assert part in text


def test_groups_stand_in_rows_of_four() -> None:
    pdf = sheet()
    tops = [round(place(pdf, group)[1]) for group in GROUPS]
    assert tops[0] == tops[3] < tops[4] == tops[7] < tops[8]


def test_the_qr_code_carries_the_whole_code() -> None:
    code, scale = "-".join(GROUPS), 4
    canvas = Canvas(BytesIO(), pagesize=(100, 100))
    draw_qr(canvas, code, 0, 0, 100)
    picture = render_page(canvas.getpdfdata(), 0, scale)
    matrix = tuple(segno.make(code, micro=False, error="m").matrix_iter(border=3))
    unit = 100 * scale / len(matrix)
    for row, cells in enumerate(matrix):
        for column, dark in enumerate(cells):
            at = int((row + 0.5) * unit) * picture.stride + int((column + 0.5) * unit) * 4
            assert (picture.pixels[at] < 0x80) is bool(dark)


def test_a_long_desk_name_keeps_it_on_one_page() -> None:
    assert len(page_sizes(sheet("Beratungsstelle " * 60))) == 1


def test_all_fonts_are_embedded() -> None:
    assert all(embedded_fonts(sheet()).values())
