"""The Ctrl+K box, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hin_desktop.errors import Message
from hin_desktop.ui.shell.commands import Command, CommandRegistry, Group
from hin_desktop.ui.shell.main_window import MainWindow
from hin_desktop.ui.shell.palette import Palette, PersonHit
from tests.ui.typing_keys import CTRL, press, type_into


def opened(window: MainWindow) -> Palette:
    window.palette_box.open()
    return window.palette_box


def titles(palette: Palette) -> list[str]:
    return [entry.title for entry in palette.list.entries]


def test_ctrl_k_opens_the_box_with_the_keyboard_in_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.palette_box.isVisible()
    qtbot.waitUntil(window.palette_box.field.hasFocus)


def test_people_and_commands_come_in_one_list(window: MainWindow, registry: CommandRegistry) -> None:
    registry.register(Command("ü", Message("Übersicht drucken"), "printer", "Ctrl+P", Group.FILE), lambda: None)
    palette = opened(window)
    type_into(palette.field, "ü")
    assert titles(palette) == ["Ümit Öztürk", "Übersicht drucken"]
    assert palette.list.entries[1].keys == "Ctrl+P"


def test_enter_opens_the_person(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    type_into(palette.field, "yus")
    with qtbot.waitSignal(palette.person_chosen) as chosen:
        press(palette.field, Qt.Key.Key_Return)
    assert chosen.args == [7]
    assert not palette.isVisible()


def test_arrows_choose_and_go_round(window: MainWindow, diary: list[str]) -> None:
    palette = opened(window)
    type_into(palette.field, "to")
    assert titles(palette)[0] == "Today"
    press(palette.field, Qt.Key.Key_Up)
    press(palette.field, Qt.Key.Key_Down)
    diary.clear()
    press(palette.field, Qt.Key.Key_Return)
    assert "today open" in diary


def test_escape_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    before = window.focusWidget()
    palette = opened(window)
    qtbot.waitUntil(palette.field.hasFocus)
    press(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is before


def test_nothing_found_is_said(window: MainWindow) -> None:
    palette = opened(window)
    type_into(palette.field, "zzz")
    assert titles(palette) == ["Nothing found"]


def test_with_a_person_open_names_come_only_when_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    window.go("person", client_id=7)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.palette_box
    type_into(palette.field, "ümi")
    assert titles(palette) == ["Look for other people"]
    press(palette.field, Qt.Key.Key_Return)
    assert titles(palette) == ["Ümit Öztürk"]


def test_conversation_view_can_be_switched_off(window: MainWindow, qtbot: QtBot) -> None:
    window.set_conversation_view(False)
    window.go("person", client_id=7)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    type_into(window.palette_box.field, "yus")
    assert titles(window.palette_box) == ["Yusuf Al-Masri"]


def test_enter_before_the_answer_means_the_person_still_being_looked_up(window: MainWindow, qtbot: QtBot) -> None:
    asked = list[object]()
    palette = Palette(window, window._theme, window._texts, window._registry, lambda _, take: asked.append(take))
    palette.open()
    type_into(palette.field, "today")
    press(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    with qtbot.waitSignal(palette.person_chosen):
        asked[-1]([PersonHit(9, "Todor Ayd", "")])


def test_an_answer_to_an_older_question_is_dropped(window: MainWindow) -> None:
    asked = list[object]()
    palette = Palette(window, window._theme, window._texts, window._registry, lambda _, take: asked.append(take))
    palette.open()
    type_into(palette.field, "yu")
    asked[1]([PersonHit(9, "Yvonne", "")])
    assert "Yvonne" not in titles(palette)
