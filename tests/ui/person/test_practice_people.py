"""Each of the practice people on the page: the dates, every why, and both sheets on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hin_desktop.documents.pdf_pages import extract_text
from hin_desktop.domain.finding_words import NON_BINDING
from hin_desktop.domain.naturalisation.requirement import DELICATE, NAMES
from hin_desktop.services import naturalisation_prints, practice, search
from hin_desktop.services.naturalisation_prints import Print
from hin_desktop.ui.person.findings_card import FindingsCard
from hin_desktop.ui.person.page import PersonPage
from hin_desktop.ui.person.prospects_tab import ProspectsTab
from tests.ui.person.conftest import Screen
from tests.ui.typing_keys import press
from tests.ui.workplace import RecordingWorkplace, show

pytestmark = pytest.mark.slow


@pytest.fixture
def people(workplace: RecordingWorkplace) -> tuple[int, ...]:
    practice.fill(workplace.desk, workplace.desk.today())
    return search.find(workplace.desk, search.ClientFilter())


@pytest.fixture
def on_page(qtbot: QtBot, workplace: RecordingWorkplace) -> Screen:
    page = PersonPage(workplace)
    show(qtbot, page)
    return Screen(qtbot, workplace, page)


def whys(card: FindingsCard) -> Iterator[tuple[str, list[str]]]:
    """Every line of every answer, opened by keyboard: its title, and all that unfolds."""
    for answer in card.answers:
        card.choose(answer.key)
        assert card.headline.text()
        for made in card.rows.values():
            press(made.row, Qt.Key.Key_Return)
            assert made.is_open
            below = [each for each in made.findChildren(QLabel) if not made.row.isAncestorOf(each)]
            yield made.row.title.text(), [each.text() for each in below]
            press(made.row, Qt.Key.Key_Return)
            assert not made.is_open


def test_everybody_has_dates_whys_and_both_sheets(on_page: Screen, people: tuple[int, ...]) -> None:
    texts, desk = on_page.place.kit.texts, on_page.place.desk
    delicate = {texts(NAMES[code]) for code in DELICATE}
    opened = 0
    for client_id in people:
        on_page.page.open(client_id=client_id, tab="prospects")
        on_page.settle()
        tab = on_page.page.view.current
        assert isinstance(tab, ProspectsTab)
        assert texts(NON_BINDING) in tab.remark.text()
        for card in tab.cards.values():
            for title, why in whys(card):
                opened += 1
                said = " ".join(why)
                assert "§" in said or "Art." in said, (client_id, title)
                assert texts("Law as of") in why and texts(NON_BINDING) in why, (client_id, title)
                assert texts("verified") in said or texts("to be checked") in said, (client_id, title)
        for kind in Print:
            pdf = naturalisation_prints.prepare(desk, client_id, kind, texts, desk.today())
            pages = extract_text(pdf)
            assert on_page.page.title().split()[-1] in pages[0]
            assert kind is Print.REPORT or (len(pages) == 1 and not any(name in pages[0] for name in delicate))
    assert opened > 5 * len(people)
