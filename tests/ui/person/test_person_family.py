"""The family tab: found by name, related, living together; names and relation only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hin_desktop.services import households
from hin_desktop.services.clients import ClientRecord
from hin_desktop.ui.person.family_tab import FamilyTab
from tests.services.people import take_in
from tests.ui.person.conftest import Screen, panel_of, titles
from tests.ui.typing_keys import type_into
from tests.ui.workplace import RecordingWorkplace


@pytest.fixture
def rima(workplace: RecordingWorkplace) -> ClientRecord:
    return take_in(workplace.desk, "Rima", "Al-Masri")


@pytest.fixture
def tab(screen: Screen, rima: ClientRecord) -> FamilyTab:
    screen.section("family", "relation")
    shown = screen.page.view.current
    assert isinstance(shown, FamilyTab)
    return shown


@pytest.fixture
def related(screen: Screen, tab: FamilyTab) -> FamilyTab:
    """Rima found by name and related, all by keyboard."""
    tab.search.line.setFocus()
    type_into(tab.search.line, "rima")
    screen.settle()
    screen.key(tab.search.line, Qt.Key.Key_Return)
    screen.fill(tab.relatives.form, kind="Spouse")
    screen.save(tab.relatives.form)
    return tab


def test_nobody_is_shown_before_a_name_is_typed(tab: FamilyTab) -> None:
    assert tab.search.rows == []


def test_a_relative_is_found_and_seen_from_both_sides(
    screen: Screen, related: FamilyTab, workplace: RecordingWorkplace, rima: ClientRecord
) -> None:
    assert titles(related.relatives) == ["Rima Al-Masri"]
    screen.open(rima, tab="family")
    assert titles(related.relatives) == ["Yusuf Al-Masri"]
    assert "Spouse" in next(iter(related.relatives.rows.values())).row.detail.text()


def test_the_own_file_is_one_button_away(
    screen: Screen, related: FamilyTab, workplace: RecordingWorkplace, rima: ClientRecord
) -> None:
    next(iter(related.relatives.rows.values())).buttons[0].click()
    assert workplace.visits == [("person", {"client_id": rima.id})]


def test_the_row_of_the_other_side_opens_the_file_instead_of_a_form(
    screen: Screen, related: FamilyTab, workplace: RecordingWorkplace, yusuf: ClientRecord, rima: ClientRecord
) -> None:
    screen.open(rima, tab="family")
    screen.key(next(iter(related.relatives.rows.values())).row, Qt.Key.Key_Return)
    assert related.relatives.form.panel is None
    assert workplace.visits == [("person", {"client_id": yusuf.id})]


def test_living_together_and_apart_again(
    screen: Screen, related: FamilyTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    next(iter(related.relatives.rows.values())).buttons[1].click()
    screen.settle()
    assert [made.row.title.text() for made in related.household.rows.values()] == ["Al-Masri", "Rima Al-Masri"]
    list(related.household.rows.values())[1].buttons[0].click()
    screen.settle()
    assert not related.household.rows
    screen.undo()
    assert households.family(workplace.desk, yusuf.id).households


def test_escape_forgets_the_people_found(screen: Screen, tab: FamilyTab) -> None:
    type_into(tab.search.line, "al")
    screen.settle()
    assert [row.title.text() for row in tab.search.rows] == ["Rima Al-Masri"]
    screen.key(tab.search.line, Qt.Key.Key_Escape)
    assert (tab.search.rows, tab.search.line.text()) == ([], "")


def test_a_relative_without_a_kind_is_refused_at_the_field(screen: Screen, tab: FamilyTab) -> None:
    tab.relatives.add()
    screen.type(tab.relatives.form, "related_name", "Adam")
    screen.save(tab.relatives.form)
    assert panel_of(tab.relatives.form).form.cells["kind"].error
