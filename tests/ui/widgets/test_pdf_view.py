"""The preview: asks only for what is in view, zooms, turns pages by key, and prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.pdf_pages import Fit, PageImage, PdfPagesView
from hin_desktop.ui.widgets.pdf_view import PdfView
from tests.ui.typing_keys import press
from tests.ui.widgets.conftest import Show

A4 = (595.3, 841.9)


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass
class Sheets:
    """Pages of one colour each; remembers what was asked for."""

    sizes: tuple[tuple[float, float], ...] = (A4,) * 5
    asked: list[tuple[int, float]] = field(default_factory=list)

    def render(self, index: int, scale: float, deliver: Callable[[PageImage], None]) -> None:
        self.asked.append((index, scale))
        width, height = (max(1, round(side * scale)) for side in self.sizes[index])
        deliver(Picture(width, height, width * 4, bytes((0, 0, 40 * (index + 1), 255)) * (width * height)))


@pytest.fixture
def sheets() -> Sheets:
    return Sheets()


@pytest.fixture
def preview(kit: Kit, sheets: Sheets, show: Show) -> PdfView:
    made = PdfView(kit)
    made.show_pages(sheets)
    show(made, 500, 600)
    made.grab()
    return made


@pytest.fixture
def view(preview: PdfView) -> PdfPagesView:
    assert preview.view is not None
    return preview.view


def test_only_pages_in_view_are_rendered(view: PdfPagesView, sheets: Sheets) -> None:
    assert {index for index, _ in sheets.asked} <= {0, 1}
    colour = view.grab().toImage().pixelColor(250, 200)
    assert colour == QColor(40, 0, 0)


def test_page_keys_turn_pages_and_the_number_follows(preview: PdfView, view: PdfPagesView) -> None:
    assert preview.number.text() == "Page 1 of 5"
    assert not preview.back.isEnabled()
    press(view, Qt.Key.Key_PageDown)
    assert preview.number.text() == "Page 2 of 5"
    press(view, Qt.Key.Key_End)
    assert preview.number.text() == "Page 5 of 5"
    assert not preview.forward.isEnabled()
    press(view, Qt.Key.Key_Home)
    preview.forward.click()
    assert view.page == 1


def test_zoom_by_key_and_button(preview: PdfView, view: PdfPagesView, qtbot: QtBot) -> None:
    before = view.canvas.zoom
    press(view, Qt.Key.Key_Plus)
    assert view.canvas.zoom > before
    preview.smaller.click()
    preview.smaller.click()
    assert view.canvas.zoom < before
    press(view, Qt.Key.Key_0)
    assert view.canvas.zoom == pytest.approx(before, rel=0.05)


def test_the_whole_page_fits(preview: PdfView, view: PdfPagesView) -> None:
    preview.page_button.click()
    assert view.canvas.page_rect(0).height() <= view.height()
    view.fit(Fit.WIDTH)
    assert view.canvas.page_rect(0).width() <= view.viewport().width()


def test_the_width_is_kept_when_the_window_grows(preview: PdfView, view: PdfPagesView) -> None:
    before = view.canvas.zoom
    preview.resize(900, 600)
    assert view.canvas.zoom > before


def test_larger_pages_are_rendered_anew_and_sharper(view: PdfPagesView, sheets: Sheets) -> None:
    first = sheets.asked[0][1]
    press(view, Qt.Key.Key_Plus)
    view.grab()
    assert sheets.asked[-1][1] > first


def test_a_pdf_made_anew_keeps_the_place(preview: PdfView, view: PdfPagesView) -> None:
    view.step(1)
    view.go_to(2)
    preview.show_pages(Sheets())
    assert preview.view is not None
    assert preview.view.page == 2
    assert preview.view.canvas.zoom == view.canvas.zoom


def test_printing_puts_every_page_on_paper(preview: PdfView, qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(60)
    with qtbot.waitSignal(preview.printed) as printed:
        preview.print_on(printer)
    assert printed.args == [True]
    paper = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(paper) == 5
    assert paper[0].get_size() == pytest.approx(A4, abs=1)
    picture = paper[4].render(scale=0.2)
    middle = 80 * picture.stride + 60 * picture.n_channels
    colour = bytes(picture.buffer)[middle : middle + 3]
    paper.close()
    assert colour == bytes((0, 0, 200))


def test_a_choice_of_pages_is_respected(preview: PdfView, sheets: Sheets, qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(60)
    printer.setFromTo(2, 3)
    sheets.asked.clear()
    preview.print_on(printer)
    assert [index for index, _ in sheets.asked] == [1, 2]


def test_every_button_has_a_name(preview: PdfView) -> None:
    buttons = (preview.back, preview.forward, preview.smaller, preview.larger, preview.print_button)
    assert all(button.accessibleName() for button in buttons)
