"""Briefe: the summary chosen, previewed, printed, saved and filed; letters opened, deleted, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hin_desktop.documents.pdf_pages import extract_text
from hin_desktop.services import letters
from hin_desktop.services.clients import ClientRecord
from hin_desktop.ui.person.letters_tab import LettersTab
from hin_desktop.ui.widgets.check_box import CheckEditor
from tests.services.people import talk
from tests.ui.person.conftest import Screen
from tests.ui.workplace import RecordingWorkplace


@pytest.fixture
def tab(qtbot: QtBot, screen: Screen) -> LettersTab:
    """The tab with a summary to be seen."""
    screen.page.view.header.summary_button.click()
    shown = screen.page.view.current
    assert isinstance(shown, LettersTab)
    qtbot.waitUntil(lambda: shown.preview.pdf is not None)
    screen.settle()
    return shown


def seen(tab: LettersTab) -> str:
    """The text of the previewed pages."""
    assert tab.preview.pdf is not None
    return "\n".join(extract_text(tab.preview.pdf))


def tick(screen: Screen, tab: LettersTab, name: str) -> None:
    editor = tab.panel.parts.cells[name].editor
    assert isinstance(editor, CheckEditor)
    editor.box.click()
    tab.panel.make()
    screen.settle()


def print_pages(qtbot: QtBot, screen: Screen, tab: LettersTab, file: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    with qtbot.waitSignal(tab.preview.view.printed):
        tab.preview.view.print_on(printer)
    screen.settle()


def test_the_preview_shows_the_person(tab: LettersTab) -> None:
    assert "Yusuf Al-Masri" in seen(tab)
    assert tab.preview.pages == 1


def test_notes_are_left_out_until_they_are_ticked(
    screen: Screen, tab: LettersTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    talk(workplace.desk, yusuf, held=workplace.desk.today(), summary="Only for the office")
    tab.panel.make()
    screen.settle()
    assert "Only for the office" not in seen(tab)
    tick(screen, tab, "notes")
    assert "Only for the office" in seen(tab)


def test_the_sheet_has_a_language_of_its_own(screen: Screen, tab: LettersTab) -> None:
    tab.panel.form.set_value("language", "de")
    tab.panel.make()
    screen.settle()
    assert "Zusammenfassung" in seen(tab)


def test_printing_files_the_very_pdf_once(
    qtbot: QtBot, screen: Screen, tab: LettersTab, workplace: RecordingWorkplace, yusuf: ClientRecord, tmp_path: Path
) -> None:
    pdf = tab.preview.pdf
    for name in ("one.pdf", "two.pdf"):
        print_pages(qtbot, screen, tab, tmp_path / name)
    filed = letters.of_client(workplace.desk, yusuf.id)
    assert (tmp_path / "one.pdf").stat().st_size > 1000
    assert [letters.pdf(workplace.desk, row) for row in filed] == [pdf]
    assert [made.row.title.text() for made in tab.card.rows.values()] == ["Case summary"]


def test_saving_as_a_file_files_it_too(
    screen: Screen, tab: LettersTab, workplace: RecordingWorkplace, yusuf: ClientRecord, asked: list[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    asked.append(str(tmp_path / "summary.pdf"))
    tab.preview.save_button.click()
    screen.settle()
    assert (tmp_path / "summary.pdf").read_bytes() == tab.preview.pdf
    assert len(letters.of_client(workplace.desk, yusuf.id)) == 1
    assert "Saved as {name}." in workplace.said


def test_a_file_that_cannot_be_written_is_explained(
    screen: Screen, tab: LettersTab, workplace: RecordingWorkplace, yusuf: ClientRecord, asked: list[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    asked.append(str(tmp_path / "nowhere" / "summary.pdf"))
    tab.preview.save_button.click()
    screen.settle()
    assert "The file could not be written." in workplace.said
    assert letters.of_client(workplace.desk, yusuf.id) == ()


def test_a_letter_is_opened_deleted_and_brought_back(
    screen: Screen, tab: LettersTab, asked: list[str], tmp_path: Path
) -> None:
    asked.append(str(tmp_path / "summary.pdf"))
    tab.preview.save_button.click()
    screen.settle()
    tab.panel.dismiss()
    assert tab.preview.isHidden()
    row = next(iter(tab.card.rows.values())).row
    screen.key(row, Qt.Key.Key_Return)
    assert tab.preview.pdf == (tmp_path / "summary.pdf").read_bytes()
    screen.key(row, Qt.Key.Key_Delete)
    assert not tab.card.rows
    assert tab.preview.isHidden()
    screen.undo()
    assert len(tab.card.rows) == 1


def test_printing_an_old_letter_again_files_nothing_new(
    qtbot: QtBot, screen: Screen, tab: LettersTab, workplace: RecordingWorkplace, yusuf: ClientRecord,
    asked: list[str], tmp_path: Path,
) -> None:  # fmt: skip
    asked.append(str(tmp_path / "summary.pdf"))
    tab.preview.save_button.click()
    screen.settle()
    screen.key(next(iter(tab.card.rows.values())).row, Qt.Key.Key_Return)
    print_pages(qtbot, screen, tab, tmp_path / "again.pdf")
    assert len(letters.of_client(workplace.desk, yusuf.id)) == 1


def test_the_file_name_carries_no_name(screen: Screen, tab: LettersTab) -> None:
    assert tab._file_name("Case summary") == "Case summary HIN-2027-0001.pdf"
