"""Editing in place: saving by key, cancelling without losing anything, and two people at one record."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hin_desktop.errors import Conflict, Difference, FieldProblem, Invalid, Message, Refused
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button
from tests.ui.typing_keys import CTRL, press, type_into
from tests.ui.widgets.conftest import Show

LEVELS = (Choice("A1", "beginner"), Choice("B1", "independent"))
SPEC = FormSpec(
    (
        Section(
            (
                FieldSpec("name", Message("Name"), required=True),
                FieldSpec("level", Message("Level"), FieldKind.CHOICE, choices=LEVELS),
                FieldSpec("born", Message("Born"), FieldKind.DATE),
            )
        ),
    )
)
CONFLICT = Conflict(
    (Difference("name", "Masri", "Al-Masri"), Difference("level", "A1", "B1"), Difference("born", None, "1992-05-01")),
    "B. Yilmaz",
    datetime(2026, 11, 23, 8, 30, tzinfo=UTC),
    4,
)


@pytest.fixture
def panel(kit: Kit, show: Show) -> FormPanel:
    made = FormPanel(kit, Message("Person"), SPEC)
    show(made)
    made.begin({"name": "Masri", "level": "A1"}, 3)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_ctrl_s_and_ctrl_enter_save_from_within_a_field(panel: FormPanel, qtbot: QtBot, key: Qt.Key) -> None:
    field = panel.form.cells["name"].editor.input()
    type_into(field, "!")
    with qtbot.waitSignal(panel.saved) as saved:
        qtbot.keyClick(field, key, CTRL)
    assert saved.args == [{"name": "Masri!", "level": "A1", "born": None}]


def test_saving_twice_at_once_is_not_possible(panel: FormPanel, qtbot: QtBot) -> None:
    panel.submit()
    with qtbot.assertNotEmitted(panel.saved):
        panel.submit()
    panel.show_error(Refused(Message("The case is closed."), Message("Open it again.")))
    assert panel.fault.text() == "The case is closed. Open it again."
    assert panel.save.isEnabled()


def test_what_cannot_be_read_is_not_offered_for_saving(panel: FormPanel, qtbot: QtBot) -> None:
    panel.form.cells["born"].editor.set_typed("31.02.2020")
    with qtbot.assertNotEmitted(panel.saved):
        panel.submit()
    assert panel.form.cells["born"].editor.input().hasFocus()


def test_faults_of_the_service_stand_at_their_field(panel: FormPanel) -> None:
    panel.show_error(Invalid(FieldProblem("born", Message("This day lies in the future."))))
    assert panel.form.cells["born"].error == "This day lies in the future."


def test_unfinished_words_are_finished_before_saving(panel: FormPanel, qtbot: QtBot) -> None:
    panel.form.cells["level"].editor.set_typed("indep")
    with qtbot.waitSignal(panel.saved) as saved:
        panel.submit()
    assert saved.args is not None
    assert saved.args[0]["level"] == "B1"


def test_escape_leaves_an_untouched_form_only(panel: FormPanel, qtbot: QtBot) -> None:
    field = panel.form.cells["name"].editor.input()
    with qtbot.waitSignal(panel.cancelled) as left:
        press(field, Qt.Key.Key_Escape)
    assert left.args is not None
    assert left.args[1] is False
    type_into(field, "x")
    with qtbot.assertNotEmitted(panel.cancelled):
        press(field, Qt.Key.Key_Escape)


def test_cancel_says_whether_something_was_typed(panel: FormPanel, qtbot: QtBot) -> None:
    type_into(panel.form.cells["name"].editor.input(), "Yusuf")
    with qtbot.waitSignal(panel.cancelled) as left:
        panel.cancel.click()
    assert left.args == [{"name": "MasriYusuf", "level": "A1", "born": None}, True]


def test_a_draft_comes_back_over_the_stored_values(panel: FormPanel) -> None:
    panel.begin({"name": "Masri"}, 3, {"name": "Al-"})
    assert panel.form.values()["name"] == "Al-"
    assert panel.form.dirty


def test_a_conflict_asks_for_every_field_and_then_saves(panel: FormPanel, qtbot: QtBot) -> None:
    panel.show_error(CONFLICT)
    view = panel._conflict
    assert view is not None
    assert not panel.save.isEnabled()
    view._groups["name"].button(0).click()
    view._groups["level"].button(1).click()
    view._groups["born"].button(1).click()
    with qtbot.waitSignal(panel.saved) as saved:
        panel.save.click()
    assert saved.args is not None
    assert saved.args[0]["name"] == "Masri"
    assert saved.args[0]["level"] == "B1"
    assert saved.args[0]["born"].isoformat() == "1992-05-01"
    assert panel.version == CONFLICT.version


def test_a_conflict_shows_both_values_in_words(panel: FormPanel) -> None:
    panel.show_error(CONFLICT)
    view = panel._conflict
    assert view is not None
    names = {button.accessibleName() for group in view._groups.values() for button in group.buttons()}
    assert {"Name: Masri", "Name: Al-Masri", "Level: independent", "Born: (empty)", "Born: Fri 1 May 1992"} <= names


def test_take_all_decides_every_field(panel: FormPanel) -> None:
    panel.show_error(CONFLICT)
    view = panel._conflict
    assert view is not None
    theirs = next(button for button in view.findChildren(Button) if button.property("side") == 1)
    theirs.click()
    assert view.decided
    assert set(view.taken()) == {"name", "level", "born"}
