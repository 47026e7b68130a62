"""Tables on ids: instant at 100,000, fetched when looked at, calm when something was deleted."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.lazy_model import PAGE, Column, Deliver, LazyTableModel, TableRow
from hin_desktop.ui.widgets.lazy_table import LazyTable
from tests.ui.typing_keys import press, type_into
from tests.ui.widgets.conftest import Show

COLUMNS = (Column("name", "Name", 3, strong=True), Column("", "Town"), Column("until", "Until", right=True, least=10))


@dataclass
class Shelf:
    """A source that answers when it is told to."""

    names: dict[int, str] = field(default_factory=dict)
    asked: list[tuple[tuple[int, ...], Deliver]] = field(default_factory=list)

    def request(self, ids: tuple[int, ...], deliver: Deliver) -> None:
        self.asked.append((ids, deliver))

    def answer(self) -> None:
        ids, deliver = self.asked.pop()
        self.asked.clear()
        deliver(
            {
                key: TableRow((self.names[key], "Herne", "14.01.2027"), ("", "", "soon"))
                for key in ids
                if key in self.names
            }
        )


@pytest.fixture
def shelf() -> Shelf:
    return Shelf({key: f"Person {key}" for key in range(1, 1001)})


@pytest.fixture
def model(kit: Kit, shelf: Shelf) -> LazyTableModel:
    made = LazyTableModel(kit, COLUMNS, shelf)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def table(kit: Kit, model: LazyTableModel, show: Show) -> LazyTable:
    made = LazyTable(kit, model, "People")
    show(made, 700, 400)
    return made


def fetched(model: LazyTableModel, shelf: Shelf, qtbot: QtBot, row: int = 0) -> str:
    """The first text of a row, once it has been fetched."""
    model.index(row, 0).data()
    qtbot.waitUntil(lambda: bool(shelf.asked))
    shelf.answer()
    return str(model.index(row, 0).data())


def test_a_row_is_fetched_when_it_is_looked_at(model: LazyTableModel, shelf: Shelf, qtbot: QtBot) -> None:
    model.set_ids(range(1, 1001))
    assert model.index(500, 0).data() == ""
    assert fetched(model, shelf, qtbot, 500) == "Person 501"
    assert model.index(500, 2).data(Qt.ItemDataRole.ForegroundRole) == model._kit.theme.color("soon")
    assert model.index(900, 0).data() == ""


def test_one_request_covers_all_that_a_repaint_asks_for(model: LazyTableModel, shelf: Shelf, qtbot: QtBot) -> None:
    model.set_ids(range(1, 1001))
    for row in range(PAGE + 10):
        model.index(row, 0).data()
    qtbot.waitUntil(lambda: bool(shelf.asked))
    assert len(shelf.asked) == 1
    assert set(shelf.asked[0][0]) == set(range(1, 2 * PAGE + 1))


def test_a_deleted_record_is_a_calm_row(model: LazyTableModel, shelf: Shelf, qtbot: QtBot) -> None:
    del shelf.names[3]
    model.set_ids([2, 3])
    assert fetched(model, shelf, qtbot, 1) == "deleted"
    assert model.index(1, 1).data() == ""
    assert model.is_gone(1)
    assert not model.is_gone(0)


def test_a_changed_row_is_shown_as_it_was_until_it_is_anew(model: LazyTableModel, shelf: Shelf, qtbot: QtBot) -> None:
    model.set_ids([1, 2])
    fetched(model, shelf, qtbot)
    shelf.names[1] = "Renamed"
    model.refresh([1])
    assert model.index(0, 0).data() == "Person 1"
    assert fetched(model, shelf, qtbot) == "Renamed"


def test_an_answer_read_before_the_change_does_not_count_as_new(
    model: LazyTableModel, shelf: Shelf, qtbot: QtBot
) -> None:
    model.set_ids([1])
    fetched(model, shelf, qtbot)
    model.refresh()
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: bool(shelf.asked))
    early = shelf.asked.pop()
    model.refresh()
    early[1]({1: TableRow(("old", "", ""))})
    assert fetched(model, shelf, qtbot) == "Person 1"


def test_an_unanswered_request_is_repeated_with_the_next(model: LazyTableModel, shelf: Shelf, qtbot: QtBot) -> None:
    model.set_ids(range(1, 1001))
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: len(shelf.asked) == 1)
    model.index(500, 0).data()
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    assert {1, 501} <= set(shelf.asked[1][0])


def test_sorting_is_asked_of_the_owner(table: LazyTable, model: LazyTableModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.sort_requested) as asked:
        table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["until", False]
    with qtbot.assertNotEmitted(model.sort_requested):
        table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        table.show_order("name", True)


def test_a_hundred_thousand_ids_are_instant(kit: Kit, shelf: Shelf, show: Show) -> None:
    model = LazyTableModel(kit, COLUMNS, shelf)  # without the tester, which takes seconds
    table = LazyTable(kit, model, "People")
    show(table)
    begin = perf_counter()
    model.set_ids(range(100_000))
    table.select_id(99_999)
    assert perf_counter() - begin < 0.2
    assert table.selected_id() == 99_999


def test_the_selection_outlives_a_refresh(table: LazyTable, model: LazyTableModel) -> None:
    model.set_ids([5, 6, 7])
    table.select_id(6)
    model.set_ids([9, 7, 6, 5])
    assert table.selected_id() == 6
    assert table.currentIndex().row() == 2
    assert not table.select_id(1)


def test_enter_opens_the_record(table: LazyTable, model: LazyTableModel, qtbot: QtBot) -> None:
    model.set_ids([5, 6])
    table.select_id(6)
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [6]


def test_a_deleted_record_does_not_open(table: LazyTable, model: LazyTableModel, shelf: Shelf, qtbot: QtBot) -> None:
    shelf.names.clear()
    model.set_ids([5])
    fetched(model, shelf, qtbot)
    table.select_id(5)
    with qtbot.assertNotEmitted(table.opened):
        press(table, Qt.Key.Key_Return)


def test_letters_go_to_the_filter_and_home_end_to_the_rows(
    table: LazyTable, model: LazyTableModel, qtbot: QtBot
) -> None:
    model.set_ids(range(1, 1001))
    with qtbot.waitSignal(table.typed) as typed:
        type_into(table, "ö")
    assert typed.args == ["ö"]
    press(table, Qt.Key.Key_End)
    assert table.selected_id() == 1000
    press(table, Qt.Key.Key_Home)
    assert table.selected_id() == 1


def test_columns_keep_room_for_their_words(table: LazyTable) -> None:
    table.resize(200, 300)
    wanted = table.fontMetrics().averageCharWidth() * 10
    assert table.columnWidth(2) > wanted
    table.resize(1200, 300)
    assert table.columnWidth(0) > table.columnWidth(1)
