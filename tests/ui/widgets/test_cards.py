"""Cards, rows, headers, tabs: keyboard, names, and how they fold in little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hin_desktop.ui.shell.theme import Mode
from hin_desktop.ui.widgets.cards import Avatar, Card, KeyValues, Pill, Row, initials
from hin_desktop.ui.widgets.flow_layout import FlowLayout
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.page_parts import EmptyState, PageHeader, SectionGrid
from hin_desktop.ui.widgets.parts import IconLabel, label
from hin_desktop.ui.widgets.tabs import Tabs
from tests.ui.typing_keys import CTRL, SHIFT, press
from tests.ui.widgets.conftest import Show


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_opens_by_key(kit: Kit, show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    row = Row(kit, "Yusuf", "34 Jahre", icon="user", right="heute")
    show(row)
    with qtbot.waitSignal(row.clicked):
        press(row, key)
    assert row.accessibleName() == "Yusuf"
    assert row.accessibleDescription() == "34 Jahre · heute"


def test_arrows_go_from_row_to_row(kit: Kit, show: Show) -> None:
    card = Card(kit, "People")
    rows = [Row(kit, name) for name in "ABC"]
    card.set_rows(rows)
    show(card)
    rows[0].setFocus()
    press(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    press(rows[1], Qt.Key.Key_Up)
    assert rows[0].hasFocus()


def test_a_row_that_is_only_read_takes_no_focus(kit: Kit) -> None:
    assert Row(kit, "Title fits", opens=False).focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_long_row_wraps_and_grows(kit: Kit, show: Show) -> None:
    row = Row(kit, "word " * 40, "more " * 40)
    show(row)
    assert row.heightForWidth(200) > row.heightForWidth(800)


def test_rows_are_replaced_as_a_whole(kit: Kit, show: Show) -> None:
    card = Card(kit, "People", "2")
    card.set_rows([Row(kit, "A"), Row(kit, "B")])
    card.set_rows([Row(kit, "C")])
    show(card)
    assert [row.title.text() for row in card.findChildren(Row) if row.isVisible()] == ["C"]


def test_names_are_never_read_as_html() -> None:
    assert label("<b>x</b>").textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Yusuf Al-Masri", "YA"), ("Ana Maria Popescu", "AP"), ("Olena", "O"), ("", "?"), ("(†) 3", "?"), ("ሰላም", "ሰ")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_facts_without_a_value_are_left_out(kit: Kit, show: Show) -> None:
    facts = KeyValues(kit, [("Born", "1992"), ("Died", "")])
    show(facts)
    assert [part.text() for part in facts.findChildren(QLabel)] == ["Born", "1992"]


def test_a_header_takes_three_buttons_and_no_more(kit: Kit, show: Show) -> None:
    header = PageHeader(kit, "Today", "Monday", avatar="A B")
    header.add_pill(Pill(kit, "MBE", icon="check"))
    buttons = [header.add_button("A"), header.add_button("B", "plus"), header.add_button("C", primary=True)]
    show(header, 900, 100)
    assert [button.property("role") for button in buttons] == ["", "", "primary"]
    with pytest.raises(ValueError, match="three"):
        header.add_button("D")
    assert header._line.direction() is QBoxLayout.Direction.LeftToRight
    header.resize(360, 200)
    assert header._line.direction() is QBoxLayout.Direction.TopToBottom


def test_a_long_line_under_the_title_sends_the_buttons_below(kit: Kit, show: Show) -> None:
    header = PageHeader(kit, "Today")
    header.add_button("Find a person")
    header.setFixedWidth(900)
    show(header, 900, 100)
    assert header._line.direction() is QBoxLayout.Direction.LeftToRight
    header.show_texts("Today", "6 letters with a deadline and 32 steps " * 4)
    assert header._line.direction() is QBoxLayout.Direction.TopToBottom


def test_two_columns_become_one(kit: Kit, show: Show) -> None:
    grid = SectionGrid(kit)
    grid.left.addWidget(Card(kit, "Left"))
    grid.right.addWidget(Card(kit, "Right"))
    show(grid, 1000, 300)
    assert not grid.one_column
    left, right = (card.width() for card in grid.findChildren(Card))
    assert left / right == pytest.approx(5 / 3, abs=0.03)
    grid.resize(700, 300)
    assert grid.one_column


def test_larger_text_needs_one_column_sooner(kit: Kit, show: Show) -> None:
    kit.theme.set_text_size(200)
    grid = SectionGrid(kit)
    show(grid, 1230, 300)
    assert grid.one_column


def test_an_empty_place_says_what_to_do(kit: Kit, show: Show, qtbot: QtBot) -> None:
    empty = EmptyState(kit, "users", "Nobody yet.", "Add somebody")
    show(empty)
    with qtbot.waitSignal(empty.button.clicked):
        press(empty.button, Qt.Key.Key_Return)


def test_icons_follow_the_theme(kit: Kit, show: Show) -> None:
    icon, avatar = IconLabel(kit, "clock", "soon"), Avatar(kit, "A B")
    show(icon)
    show(avatar)
    before, side = icon.pixmap().toImage(), avatar.width()
    kit.theme.set_mode(Mode.DARK)
    assert icon.pixmap().toImage() != before
    kit.theme.set_text_size(150)
    assert avatar.width() == round(side * 1.5)


@pytest.fixture
def tabs(kit: Kit, show: Show) -> Tabs:
    made = Tabs(kit, "Person")
    for key in ("one", "two", "three"):
        made.add(key, key.title() + " & more", QWidget)
    made.show_tab("one")
    show(made)
    return made


def test_tab_pages_are_built_when_first_shown(tabs: Tabs) -> None:
    assert tabs.page("one") is not None
    assert tabs.page("two") is None
    tabs.show_tab("two")
    built = tabs.page("two")
    tabs.show_tab("one")
    tabs.show_tab("two")
    assert tabs.page("two") is built


@pytest.mark.parametrize(
    ("key", "modifiers", "there"),
    [(Qt.Key.Key_Tab, CTRL, "two"), (Qt.Key.Key_PageDown, CTRL, "two"), (Qt.Key.Key_PageUp, CTRL, "three")],
)
def test_tabs_change_by_key(tabs: Tabs, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, there: str) -> None:
    tabs.bar.setFocus()
    with qtbot.waitSignal(tabs.shown) as shown:
        qtbot.keyClick(tabs.bar, key, modifiers)
    assert shown.args == [there]
    assert tabs.current == there


def test_shift_goes_back_and_arrows_move_on_the_bar(tabs: Tabs, qtbot: QtBot) -> None:
    tabs.bar.setFocus()
    qtbot.keyClick(tabs.bar, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert tabs.current == "three"
    press(tabs.bar, Qt.Key.Key_Left)
    assert tabs.current == "two"


def test_a_flow_breaks_into_lines(show: Show) -> None:
    place = QWidget()
    flow = FlowLayout(5)
    place.setLayout(flow)
    for _ in range(4):
        box = QLabel()
        box.setFixedSize(60, 20)
        flow.addWidget(box)
    show(place, 400, 100)
    assert [flow.heightForWidth(width) for width in (255, 254, 125, 60)] == [20, 45, 45, 95]
    assert flow.itemAt(9) is None
