"""The list of people: found while typing, narrowed down, sorted, opened with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services import clients
from hin_desktop.services.clients import Nationality
from hin_desktop.ui.clients.page import ClientsPage
from tests.desk_factory import Desk
from tests.services.people import OLENA, case, colleague, take_in
from tests.ui.workplace import RecordingWorkplace, settle, show


@pytest.fixture
def page(qtbot: QtBot, workplace: RecordingWorkplace, desk: Desk) -> ClientsPage:
    """Three people, the page shown."""
    place = workplace.desk
    clients.add(place, OLENA)
    yusuf = take_in(place, "Yusuf", "Al-Masri", nationalities=(Nationality(code="SYR"),))
    case(place, yusuf, place.today(), counsellor_id=colleague(desk))
    take_in(place, "Nadia", "Rahimi", birth_date=PartialDate(1994))
    made = ClientsPage(workplace)
    show(qtbot, made)
    made.open()
    settle(qtbot, workplace)
    return made


def names(page: ClientsPage) -> list[str]:
    model = page.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_everybody_is_there_by_name_with_the_count(page: ClientsPage) -> None:
    assert names(page) == ["Al-Masri, Yusuf", "Kowalenko, Olena", "Rahimi, Nadia"]
    assert page.header.subtitle.text() == "3 clients"
    assert page.first_focus() is page.list.filter.text


def test_a_line_tells_who_it_is_in_both_scripts(page: ClientsPage) -> None:
    model = page.list.model
    line = [str(model.index(1, column).data()) for column in range(model.columnCount())]
    assert line == ["Kowalenko, Olena", "Олена Коваленко", "HIN-2027-0001", "02.04.1990", "Ukrainian", "", "",
                    "No case"]  # fmt: skip


def test_typing_narrows_the_list_and_enter_opens_whom_it_leaves(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    qtbot.keyClicks(page.list.filter.text, "rahi")
    qtbot.keyClick(page.list.filter.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(workplace.visits))
    nadia = page.list.model.id_at(0)
    assert (names(page), workplace.visits) == (["Rahimi, Nadia"], [("person", {"client_id": nadia})])


def test_down_goes_to_the_list_and_letters_come_back_to_the_name(qtbot: QtBot, page: ClientsPage) -> None:
    qtbot.keyClick(page.list.filter.text, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    assert page.list.table.selected_id() == page.list.model.id_at(1)
    qtbot.keyClick(page.list.table, Qt.Key.Key_O)
    assert page.list.filter.text.text() == "o"
    assert page.list.filter.text.hasFocus()


def test_a_slash_in_the_list_goes_to_the_name_and_esc_empties_it(qtbot: QtBot, page: ClientsPage) -> None:
    page.list.filter.text.setText("nadia")
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Slash)
    assert page.list.filter.text.hasFocus()
    assert page.list.filter.text.selectedText() == "nadia"
    qtbot.keyClick(page.list.filter.text, Qt.Key.Key_Escape)
    assert page.list.filter.text.text() == ""


def test_filters_hold_together_and_are_reset(qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage) -> None:
    bar = page.list.filter
    bar.counsellor.set_value(2)
    bar.counsellor.changed.emit()
    settle(qtbot, workplace)
    assert names(page) == ["Al-Masri, Yusuf"]
    bar.status.set_value("none")
    bar.status.changed.emit()
    settle(qtbot, workplace)
    assert (names(page), page.list.empty.isVisible()) == ([], True)
    assert page.list.empty.sentence.text() == "Nobody fits these filters."
    bar.reset.click()
    settle(qtbot, workplace)
    assert (len(names(page)), bar.reset.isHidden()) == (3, True)


def test_the_filter_stays_for_the_session(qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage) -> None:
    page.list.filter.text.setText("nadia")
    settle(qtbot, workplace)
    page.leave()
    page.open()
    settle(qtbot, workplace)
    assert names(page) == ["Rahimi, Nadia"]


def test_a_column_sorts_and_asked_again_the_other_way(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    run = {binding.command.id: binding.run for binding in page.commands()}
    run["clients.sort.file_number"]()
    settle(qtbot, workplace)
    assert names(page)[0] == "Kowalenko, Olena"
    run["clients.sort.file_number"]()
    settle(qtbot, workplace)
    assert names(page)[0] == "Rahimi, Nadia"


def test_nobody_found_offers_to_take_that_name_in(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    page.list.filter.text.setText("Amina Noori")
    settle(qtbot, workplace)
    assert page.list.empty.sentence.text() == "Nobody found for “Amina Noori”."
    page.list.empty.button.click()
    values = page.form.panel.form.values()
    assert (values["given_names"], values["family_name"]) == ("Amina", "Noori")
    assert page.list.isHidden()


def test_a_change_elsewhere_is_shown_with_the_cursor_where_it_was(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    page.list.table.select_id(3)
    done = clients.add(workplace.desk, OLENA)
    assert page.cares(done.changes)
    page.refresh()
    settle(qtbot, workplace)
    assert (len(names(page)), page.list.table.selected_id()) == (4, 3)
