"""The sheets on naturalisation from the window: chosen, previewed, filed; from the tab and from Ctrl+K."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hin_desktop.documents.pdf_pages import extract_text
from hin_desktop.services import letters
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.naturalisation_prints import Print
from hin_desktop.ui.person.letters_tab import LettersTab
from hin_desktop.ui.person.prospects_tab import ProspectsTab
from tests.services.people import title
from tests.ui.person.conftest import Screen
from tests.ui.workplace import RecordingWorkplace


@pytest.fixture
def refugee(workplace: RecordingWorkplace, yusuf: ClientRecord) -> ClientRecord:
    """Somebody whose time runs."""
    title(workplace.desk, yusuf, "AE_25_2_FL", date(2024, 1, 18), None)
    return yusuf


def letters_tab(screen: Screen) -> LettersTab:
    """The tab with what was asked for, once it is there."""
    tab = screen.page.view.current
    assert isinstance(tab, LettersTab)
    screen.qtbot.waitUntil(lambda: tab.preview.pdf is not None)
    screen.settle()
    return tab


def seen(tab: LettersTab) -> str:
    assert tab.preview.pdf is not None
    return "\n".join(extract_text(tab.preview.pdf))


def command(screen: Screen, name: str) -> LettersTab:
    binding = next(one for one in screen.page.commands() if one.command.id == name)
    assert binding.enabled()
    binding.run()
    return letters_tab(screen)


@pytest.mark.parametrize(("kind", "words"), [(Print.PATH, "Ihr Weg zur Einbürgerung"), (Print.REPORT, "As of")])
def test_both_sheets_are_commands(screen: Screen, refugee: ClientRecord, kind: Print, words: str) -> None:
    tab = command(screen, f"person.print.{kind}")
    assert words in seen(tab)
    assert tab.panel.parts.isHidden()


def test_the_tab_with_the_cards_prints_what_it_shows(screen: Screen, refugee: ClientRecord) -> None:
    screen.page.view.show_tab("prospects")
    screen.settle()
    prospects = screen.page.view.current
    assert isinstance(prospects, ProspectsTab)
    prospects.print_buttons[Print.PATH].click()
    assert "18.01.2029" in seen(letters_tab(screen))


def test_another_sheet_in_the_same_panel(screen: Screen, refugee: ClientRecord) -> None:
    tab = command(screen, f"person.print.{Print.PATH}")
    tab.panel.form.set_value("sheet", letters.SUMMARY)
    assert not tab.panel.parts.isHidden()
    tab.panel.form.set_value("language", "en")
    tab.panel.make()
    screen.settle()
    assert "Case summary" in seen(tab)


def test_what_leaves_the_house_is_filed_by_its_kind(
    screen: Screen, workplace: RecordingWorkplace, refugee: ClientRecord, asked: list[str], tmp_path: Path
) -> None:
    tab = command(screen, f"person.print.{Print.PATH}")
    asked.append(str(tmp_path / "path.pdf"))
    tab.preview.save_button.click()
    screen.settle()
    (filed,) = letters.of_client(workplace.desk, refugee.id)
    assert (filed.kind, filed.title, filed.language, filed.pages) == (
        "naturalisation_path", "Ihr Weg zur Einbürgerung", "de", 1)  # fmt: skip
    assert letters.pdf(workplace.desk, filed) == (tmp_path / "path.pdf").read_bytes()


def test_news_of_the_person_make_the_sheet_anew(
    screen: Screen, workplace: RecordingWorkplace, refugee: ClientRecord
) -> None:
    tab = command(screen, f"person.print.{Print.PATH}")
    before = tab.preview.pdf
    screen.page.refresh()
    screen.settle()
    assert tab.preview.pdf is before
    title(workplace.desk, refugee, "AE_25_2_FL", date(2022, 3, 1), date(2024, 1, 17))
    screen.page.refresh()
    screen.settle()
    assert "01.03.2027" in seen(tab)
