"""Every day: the password, what can go wrong with it, and coming back after a lock."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hin_desktop.errors import DeskFault
from hin_desktop.texts import Texts
from hin_desktop.ui.unlock.entry_screens import FirstScreen, UnlockScreen
from hin_desktop.ui.unlock.recover_screen import RecoverScreen
from hin_desktop.ui.unlock.window import UnlockWindow
from hin_desktop.vault import faults
from tests.ui.typing_keys import type_into
from tests.ui.unlock.conftest import Open
from tests.ui.unlock.paper_gate import CODE, PASSWORD, PaperGate

FOLDER = Path("/home/ayse/desk")
DESK_FAULTS = (
    faults.DamagedSlot(),
    faults.DamagedDatabase(),
    faults.MissingFile("desk.db"),
    faults.EmptyFile("desk.db"),
    faults.NewerSchema(9, 1),
    faults.AlreadyOpen("ayse", "pc-7", datetime(2027, 1, 14, 9, tzinfo=UTC)),
    faults.LockedByAnother(),
)


def screen(window: UnlockWindow) -> UnlockScreen:
    shown = window.stage.shown
    assert isinstance(shown, UnlockScreen)
    return shown


def type_password(qtbot: QtBot, window: UnlockWindow, password: str = PASSWORD) -> None:
    line = screen(window).password.line
    line.setText("")
    type_into(line, password)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_password_opens_the_desk(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(gate := PaperGate(FOLDER))
    assert screen(window).password.line.hasFocus()
    with qtbot.waitSignal(window.opened) as opened:
        type_password(qtbot, window)
    assert opened.args == ["desk"] and ("unlock", FOLDER, "ayse", PASSWORD) in gate.asked
    assert window.stage.busy_line.text() == "Opening the desk …"


def test_a_wrong_password_is_said_at_the_field(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate(FOLDER))
    type_password(qtbot, window, "falsch")
    qtbot.waitUntil(lambda: bool(screen(window).password.problem))
    field = screen(window).password
    assert "Caps Lock" in field.problem and field.line.hasFocus() and field.line.selectedText()
    type_into(field.line, "x")
    assert not field.problem


def test_the_fourth_wrong_password_waits(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(_gate := PaperGate(FOLDER))
    for _ in range(4):
        type_password(qtbot, window, "falsch")
        qtbot.waitUntil(lambda: bool(screen(window).password.problem) and not window.stage.busy)
    assert not screen(window).unlock.isEnabled() and "2 seconds" in screen(window).password.help.text()
    qtbot.waitUntil(screen(window).unlock.isEnabled, timeout=5000)
    assert not screen(window).password.help.text()


@pytest.mark.parametrize("fault", DESK_FAULTS, ids=lambda fault: type(fault).__name__)
def test_every_fault_of_a_desk_says_what_to_do(qtbot: QtBot, open_window: Open, fault: DeskFault) -> None:
    window = open_window(PaperGate(FOLDER, fault=fault))
    type_password(qtbot, window)
    qtbot.waitUntil(screen(window).fault.isVisible)
    said, texts = screen(window).fault, Texts("en")
    assert said.what.text() == texts(fault.message) and fault.advice is not None
    assert said.advice.text() == texts(fault.advice) and screen(window).isEnabled()


def test_nothing_can_be_pressed_while_the_desk_opens(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(gate := PaperGate(FOLDER))
    gate.hold.clear()
    type_password(qtbot, window)
    assert window.stage.busy and window.stage.progress.isVisible() and not screen(window).unlock.isEnabled()
    with qtbot.waitSignal(window.opened):
        gate.hold.set()


def test_an_empty_password_is_asked_for(open_window: Open) -> None:
    window = open_window(gate := PaperGate(FOLDER))
    screen(window).submit()
    assert screen(window).password.problem == "Please fill this in."
    assert not [ask for ask in gate.asked if ask[0] == "unlock"]


def test_several_counsellors_are_offered(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate(FOLDER, login="olena", known=("ayse", "olena")))
    qtbot.waitUntil(lambda: screen(window).login.box is not None)
    box = screen(window).login.box
    assert box is not None and screen(window).login.text == "olena" and screen(window).password.line.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert screen(window).login.text == "ayse"


def test_the_password_can_be_shown(qtbot: QtBot, open_window: Open) -> None:
    field = screen(open_window(PaperGate(FOLDER))).password
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal and field.eye.accessibleName() == "Hide password"


def test_capitals_without_shift_are_noticed(qtbot: QtBot, open_window: Open) -> None:
    field = screen(open_window(PaperGate(FOLDER))).password
    type_into(field.line, "A")
    assert field.caps.isVisible()
    type_into(field.line, "a")
    assert not field.caps.isVisible()


def test_after_a_lock_nothing_is_lost(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate(FOLDER, known=("olena",)))
    window.lock(Path("/home/olena/desk"), "olena")
    assert screen(window).title.text() == "Locked. Nothing is lost."
    assert screen(window).login.text == "olena" and screen(window).password.line.hasFocus()


def test_without_a_desk_there_are_three_ways(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate())
    shown = window.stage.shown
    assert isinstance(shown, FirstScreen) and len(shown.rows) == 3 and shown.rows[0].hasFocus()
    with qtbot.waitSignal(window.opened) as opened:
        qtbot.keyClick(shown.rows[2], Qt.Key.Key_Return)
    assert opened.args == ["practice desk"]


def test_the_recovery_sheet_gives_a_new_password(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(gate := PaperGate(FOLDER))
    screen(window).recovery.emit()
    shown = window.stage.shown
    assert isinstance(shown, RecoverScreen) and shown.code.line.hasFocus()
    type_into(shown.code.line, " ".join(CODE).lower())
    for line in (shown.pair.password.line, shown.pair.again.line):
        type_into(line, PASSWORD)
    with qtbot.waitSignal(window.opened):
        shown.submit()
    assert gate.asked[-1] == ("recover", FOLDER, CODE, "ayse", PASSWORD)


def test_the_language_changes_at_once(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate(FOLDER))
    with qtbot.waitSignal(window.language_chosen) as chosen:
        window.stage.language_chosen.emit("de")
    assert chosen.args == ["de"]
    qtbot.waitUntil(lambda: window.stage.kit.texts.language == "de")
    assert screen(window).login.text == "ayse"


def test_closing_is_told(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate(FOLDER))
    with qtbot.waitSignal(window.closed):
        window.close()
