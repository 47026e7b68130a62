"""The path and its icons on paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from hin_desktop.documents.fonts import Fonts
from hin_desktop.documents.icon_strokes import draw_icon
from hin_desktop.documents.palette import ACCENT, ROLES
from hin_desktop.documents.path_painter import PathPicture
from hin_desktop.documents.pdf_pages import render_page
from hin_desktop.domain.path_drawing import STATION_ICONS, Role
from hin_desktop.texts import Texts
from tests.documents.people import stations
from tests.documents.reading import boxes, flat


def painted(width: float) -> bytes:
    target = BytesIO()
    canvas = Canvas(target)
    picture = PathPicture(stations(), Texts("en"), Fonts())
    _, height = picture.wrap(width, 800)
    picture.drawOn(canvas, 50, 700 - height)
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize("width", [468.0, 240.0])
def test_every_station_is_named_within_the_card(width: float) -> None:
    pdf = painted(width)
    for name in ("Ankunft", "Erstgespräch", "Sprache & Kurs", "Modul 5 von 7", "Einbürgerung", "berechnet"):
        assert name in flat(pdf)
    assert all(left * 72 / 25.4 >= 50 and right * 72 / 25.4 <= 50 + width for _, left, _, right, _ in boxes(pdf))


@pytest.mark.parametrize(
    "name", [*STATION_ICONS.values(), "check", "chevron-right", "triangle-alert", "minus", "pencil"]
)
def test_every_icon_of_the_path_is_shipped_and_drawn(name: str) -> None:
    canvas = Canvas(BytesIO(), pagesize=(48, 48))
    draw_icon(canvas, name, 24, 24, 24, ACCENT)
    picture = render_page(canvas.getpdfdata(), 0, 4.0)
    assert b"\x7f\x6b\x0b" in picture.pixels
    assert picture.pixels[: picture.stride * 40] == b"\xff" * picture.stride * 40


def test_every_role_has_a_colour() -> None:
    assert set(ROLES) == set(Role)
