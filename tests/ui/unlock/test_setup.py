"""The set-up: three steps, each fault where it belongs, and no desk without a readable sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.ui.unlock.gate import Foundation
from hin_desktop.ui.unlock.setup_screens import CounsellorScreen, OrganisationScreen, SheetScreen, TypeBackScreen
from hin_desktop.ui.unlock.window import UnlockWindow
from hin_desktop.vault.faults import FolderNotEmpty
from tests.ui.typing_keys import type_into
from tests.ui.unlock.conftest import Open
from tests.ui.unlock.paper_gate import CODE, PASSWORD, PaperGate


def first_step(qtbot: QtBot, window: UnlockWindow) -> OrganisationScreen:
    window.setup.start()
    qtbot.waitUntil(lambda: isinstance(window.stage.shown, OrganisationScreen))
    shown = window.stage.shown
    assert isinstance(shown, OrganisationScreen)
    return shown


def second_step(qtbot: QtBot, window: UnlockWindow) -> CounsellorScreen:
    type_into(first_step(qtbot, window).organisation.line, "AWO Herne")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    shown = window.stage.shown
    assert isinstance(shown, CounsellorScreen)
    type_into(shown.name.line, "Ayşe Demir")
    return shown


def type_passwords(qtbot: QtBot, screen: CounsellorScreen, again: str = PASSWORD) -> None:
    type_into(screen.pair.password.line, PASSWORD)
    type_into(screen.pair.again.line, again)
    qtbot.keyClick(screen.pair.again.line, Qt.Key.Key_Return)


def sheet(qtbot: QtBot, window: UnlockWindow) -> SheetScreen:
    type_passwords(qtbot, second_step(qtbot, window))
    qtbot.waitUntil(lambda: isinstance(window.stage.shown, SheetScreen))
    shown = window.stage.shown
    assert isinstance(shown, SheetScreen)
    return shown


def type_back(qtbot: QtBot, window: UnlockWindow, typed: str) -> TypeBackScreen:
    sheet(qtbot, window).submit()
    shown = window.stage.shown
    assert isinstance(shown, TypeBackScreen)
    type_into(shown.code.line, typed)
    return shown


def test_from_the_first_question_to_the_open_desk(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(gate := PaperGate())
    shown = type_back(qtbot, window, "".join(CODE).lower())
    assert shown.code.text == "-".join(CODE) and shown.code.complete
    with qtbot.waitSignal(window.opened) as opened:
        qtbot.keyClick(shown.code.line, Qt.Key.Key_Return)
    wanted = Foundation(
        Path("/home/ayse/desks/desk"), "AWO Herne", "MBE", "Ayşe Demir", "ayse.demir", PASSWORD,
        window.stage.kit.texts.language)
    assert ("found", wanted) in gate.asked and opened.args == ["desk"]


def test_a_slip_names_its_group(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate())
    shown = type_back(qtbot, window, "-".join((*CODE[:4], "ZZZZ", *CODE[5:])))
    shown.submit()
    qtbot.waitUntil(lambda: bool(shown.code.problem))
    assert "Group 5" in shown.code.problem


def test_what_is_missing_is_said_at_the_field(qtbot: QtBot, open_window: Open) -> None:
    shown = first_step(qtbot, open_window(PaperGate()))
    shown.service.choose("other")
    shown.submit()
    assert shown.organisation.problem and shown.other.problem and shown.organisation.line.hasFocus()


def test_two_different_passwords_are_noticed(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(gate := PaperGate())
    shown = second_step(qtbot, window)
    type_passwords(qtbot, shown, "etwas anderes")
    assert shown.pair.again.problem and window.stage.shown is shown
    assert not [ask for ask in gate.asked if ask[0] == "found"]


def test_the_login_follows_the_name_until_it_is_typed(qtbot: QtBot, open_window: Open) -> None:
    shown = second_step(qtbot, open_window(PaperGate()))
    assert shown.login.text == "ayse.demir"
    shown.login.line.clear()
    type_into(shown.login.line, "ad")
    type_into(shown.name.line, "-Groß")
    assert shown.login.text == "ad"


def test_a_fault_of_the_folder_is_said_on_the_first_step(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate(fault=FolderNotEmpty()))
    type_passwords(qtbot, second_step(qtbot, window))
    qtbot.waitUntil(lambda: isinstance(window.stage.shown, OrganisationScreen) and not window.stage.busy)
    shown = window.stage.shown
    assert isinstance(shown, OrganisationScreen) and shown.organisation.text == "AWO Herne"
    assert "already something" in shown.folder.problem


def test_a_weak_password_is_said_on_the_second_step(qtbot: QtBot, open_window: Open) -> None:
    weak = Invalid(FieldProblem("password", Message("Please use more different characters.")))
    window = open_window(PaperGate(fault=weak))
    shown = second_step(qtbot, window)
    type_passwords(qtbot, shown)
    qtbot.waitUntil(lambda: bool(shown.pair.password.problem))
    assert window.stage.shown is shown


def test_leaving_before_the_code_is_typed_back_takes_the_desk_away(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(gate := PaperGate())
    sheet(qtbot, window)
    window.close()
    qtbot.waitUntil(lambda: ("cancel",) in gate.asked)


def test_back_from_the_sheet_takes_the_desk_away_first(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(gate := PaperGate())
    sheet(qtbot, window).back.emit()
    qtbot.waitUntil(lambda: isinstance(window.stage.shown, CounsellorScreen))
    assert gate.asked[-1] == ("cancel",)


def test_the_sheet_can_be_saved(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window(PaperGate())
    shown = sheet(qtbot, window)
    shown.save.emit()
    window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "sheet.pdf"))
    window.findChild(QFileDialog).reject()
    qtbot.waitUntil(shown.said.isVisible)
    assert (tmp_path / "sheet.pdf").read_bytes() == b"%PDF sheet"


def test_a_folder_can_be_chosen(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate())
    shown = first_step(qtbot, window)
    shown.choose_folder.emit()
    window.findChild(QFileDialog).fileSelected.emit("/home/ayse/other")
    window.findChild(QFileDialog).reject()
    assert shown.folder.text == "/home/ayse/other"


def test_another_language_keeps_what_was_typed(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(PaperGate())
    type_into(first_step(qtbot, window).organisation.line, "AWO")
    window.stage.language_chosen.emit("de")
    qtbot.waitUntil(lambda: window.stage.kit.texts.language == "de")
    shown = window.stage.shown
    assert isinstance(shown, OrganisationScreen) and shown.organisation.text == "AWO"
