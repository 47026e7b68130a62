"""Choosing one or several answers by typing a part of their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hin_desktop.errors import Message
from hin_desktop.ui.widgets.chips_field import ChipsField
from hin_desktop.ui.widgets.choice_field import ChoiceField
from hin_desktop.ui.widgets.choice_search import folded
from hin_desktop.ui.widgets.form import Form, make_editor
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.rows_field import RowsField
from tests.ui.typing_keys import press, type_into
from tests.ui.widgets.conftest import Show

LANDS = (Choice("tr", "Türkei"), Choice("ua", "Ukraine"), Choice("at", "Österreich"), Choice("sy", "Syrien", "Syria"))
ONE = FieldSpec("land", Message("Country"), FieldKind.CHOICE, choices=LANDS)
MANY = FieldSpec("lands", Message("Countries"), FieldKind.MULTI_CHOICE, choices=LANDS)
ROWS = FieldSpec("rows", Message("Rows"), FieldKind.LIST, fields=(ONE, FieldSpec("text", Message("Text"))))


@pytest.fixture
def one(kit: Kit, show: Show) -> ChoiceField:
    made = ChoiceField(ONE, kit)
    show(made, 300, 60)
    return made


@pytest.fixture
def many(kit: Kit, show: Show) -> ChipsField:
    made = ChipsField(MANY, kit)
    show(made, 500, 60)
    made.line.setFocus()
    return made


@pytest.fixture
def rows(kit: Kit, show: Show) -> RowsField:
    made = make_editor(ROWS, kit)
    show(made, 700, 300)
    assert isinstance(made, RowsField)
    return made


@pytest.mark.parametrize(
    ("typed", "key"),
    [("Türkei", "tr"), ("turk", "tr"), ("tuerk", "tr"), ("RKEI", "tr"), ("reich ö", "at"), ("syria", "sy")],
)
def test_an_answer_is_found_by_any_part_of_its_words(one: ChoiceField, typed: str, key: str) -> None:
    type_into(one.box.line(), typed)
    one.finish()
    assert one.value() == key
    assert one.problem() is None


def test_words_that_can_mean_two_answers_stay_as_they_are(one: ChoiceField) -> None:
    type_into(one.box.line(), "r")
    one.finish()
    assert one.typed() == "r"
    assert one.value() is None
    assert one.problem() is not None


def test_an_emptied_field_has_no_answer(one: ChoiceField) -> None:
    one.set_value("ua")
    one.box.line().clear()
    assert one.value() is None
    assert one.problem() is None


def test_an_answer_no_longer_offered_is_still_shown(one: ChoiceField) -> None:
    one.set_value("gone")
    assert one.typed() == "gone"


def test_the_wheel_changes_no_answer(one: ChoiceField) -> None:
    one.set_value("ua")
    at = QPointF(5, 5)
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(one.box, QWheelEvent(at, at, QPoint(), QPoint(0, -120), *none))
    assert one.value() == "ua"


def test_picking_from_the_list_tells(one: ChoiceField, qtbot: QtBot) -> None:
    press(one.box, Qt.Key.Key_Down)
    assert one._popup.isVisible()
    for _ in range(2):
        press(one._popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(one.changed):
        press(one._popup, Qt.Key.Key_Return)
    assert one.value() == "tr"


def test_escape_leaves_the_words_as_they_were_typed(one: ChoiceField) -> None:
    type_into(one.box.line(), "r")
    press(one._popup, Qt.Key.Key_Down)
    press(one._popup, Qt.Key.Key_Escape)
    assert not one._popup.isVisible()
    assert one.typed() == "r"


def test_a_click_on_the_arrow_opens_the_whole_list(one: ChoiceField, qtbot: QtBot) -> None:
    one.set_value("ua")
    qtbot.mouseClick(
        one.box, Qt.MouseButton.LeftButton, pos=one.box.rect().center() + QPoint(one.box.width() // 2 - 8, 0)
    )
    assert one._popup.isVisible()
    assert one._popup.model().rowCount() == len(LANDS) + 1


def test_chips_are_added_by_typing_and_removed_by_backspace(many: ChipsField) -> None:
    for typed in ("tuerkei", "syria"):
        type_into(many.line, typed)
        many.finish()
    assert many.value() == ("tr", "sy")
    assert many.line.text() == ""
    press(many.line, Qt.Key.Key_Backspace)
    assert many.value() == ("tr",)


def test_a_chip_picked_from_the_pop_up_is_taken(many: ChipsField, qtbot: QtBot) -> None:
    type_into(many.line, "reich")
    popup = many._list().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: many.value() == ("at",) and not many.line.text())


def test_a_chip_is_a_button_that_says_what_it_does(many: ChipsField) -> None:
    many.set_value(("tr", "ua"))
    chip = many._chips["tr"]
    assert chip.accessibleName() == "Remove Türkei"
    press(chip, Qt.Key.Key_Return)
    assert many.value() == ("ua",)
    assert many.line.hasFocus()


def test_rows_are_added_filled_and_removed_by_keyboard(rows: RowsField) -> None:
    press(rows.more, Qt.Key.Key_Return)
    type_into(rows.rows[0].editors["text"].input(), "one")
    press(rows.more, Qt.Key.Key_Return)
    assert rows.value() == ({"land": None, "text": "one"},)
    type_into(rows.rows[1].editors["text"].input(), "two")
    press(rows.rows[0].remove, Qt.Key.Key_Return)
    assert rows.value() == ({"land": None, "text": "two"},)


def test_a_problem_in_a_row_names_its_field(rows: RowsField, kit: Kit) -> None:
    rows.set_typed([{"land": "Atlantis", "text": ""}])
    problem = rows.problem()
    assert problem is not None
    assert kit.say(problem) == "Country: Please choose an answer from the list."


def test_only_the_first_row_shows_labels_in_a_wide_place(rows: RowsField) -> None:
    rows.set_value(({"text": "a"}, {"text": "b"}))
    assert [label.isVisibleTo(rows) for row in rows.rows for label in row._labels] == [True, True, False, False]
    rows.resize(300, 300)
    assert all(label.isVisibleTo(rows) for row in rows.rows for label in row._labels)


@given(st.text(alphabet="äöüßéłabc ", max_size=12))
def test_folded_words_hold_plain_letters_only(text: str) -> None:
    assert folded(text).isascii()


def test_a_new_chip_leaves_the_line_at_its_place_for_tab(kit: Kit, show: Show) -> None:
    whole = Form(FormSpec((Section((MANY, FieldSpec("after", Message("After")))),)), kit)
    show(whole, 500, 200)
    field, after = whole.cells["lands"].editor, whole.cells["after"].editor.input()
    field.input().setFocus()
    field.set_value(("tr", "ua"))
    press(field.input(), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_tab_goes_through_the_rows_and_out_again(kit: Kit, show: Show) -> None:
    after = FieldSpec("after", Message("After"))
    whole = Form(FormSpec((Section((ROWS, after)),)), kit)
    show(whole, 700, 300)
    editor, last = whole.cells["rows"].editor, whole.cells["after"].editor.input()
    assert isinstance(editor, RowsField)
    editor.set_value(({"land": "tr", "text": "a"}, {"land": "ua", "text": "b"}))
    last.setFocus()
    for _ in range(2):
        passed = []
        while not passed or not last.hasFocus():
            press(QApplication.focusWidget(), Qt.Key.Key_Tab)
            passed.append(QApplication.focusWidget())
        stops = [stop for row in editor.rows for stop in (*(e.input() for e in row.editors.values()), row.remove)]
        assert passed == [*stops, editor.more, last]
