"""One registry: no id and no key twice, page commands only with their page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.commands import Command, CommandRegistry, Group, Taken, Where, key_text
from hin_desktop.ui.shell.main_window import MainWindow
from hin_desktop.ui.shell.shortcuts_overview import lines


def command(name: str, keys: str = "", where: Where = Where.EVERYWHERE) -> Command:
    return Command(name, Message("Save"), "check", keys, Group.EDIT, where)


def test_an_id_is_given_once(registry: CommandRegistry) -> None:
    registry.register(command("a"), lambda: None)
    with pytest.raises(Taken):
        registry.register(command("a"), lambda: None)


def test_keys_are_given_once(registry: CommandRegistry) -> None:
    registry.register(command("a", "Ctrl+S"), lambda: None)
    with pytest.raises(Taken):
        registry.register(command("b", "ctrl+s", Where.PAGE), lambda: None, owner=QObject())


def test_two_pages_may_use_the_same_keys(registry: CommandRegistry) -> None:
    one, other = QObject(), QObject()
    registry.register(command("a", "Ctrl+S", Where.PAGE), lambda: None, owner=one)
    registry.register(command("b", "Ctrl+S", Where.PAGE), lambda: None, owner=other)
    registry.activate(other)
    assert [found.id for found in registry.here()] == ["b"]


def test_a_command_runs_only_where_and_when_it_can(registry: CommandRegistry) -> None:
    page, ran, able = QObject(), list[str](), list[bool]()
    registry.register(command("a", "", Where.PAGE), lambda: ran.append("a"), lambda: bool(able), page)
    assert not registry.run("a")
    registry.activate(page)
    assert not registry.run("a")
    able.append(True)
    assert registry.run("a")
    assert ran == ["a"]


def test_commands_go_with_their_page(registry: CommandRegistry) -> None:
    page = QObject()
    registry.register(command("a", "Ctrl+S", Where.PAGE), lambda: None, owner=page)
    delete(page)
    assert registry.commands() == ()
    assert not registry.run("a")


def test_the_sheet_holds_every_key_of_the_window(window: MainWindow, registry: CommandRegistry) -> None:
    sheet = lines(registry, Texts("de"))
    keys = [keys for own in sheet.values() for keys, _ in own]
    assert {"Strg+K", "Strg+1", "Alt+←", "Strg+L", "F6", "Strg+S"} <= set(keys)
    assert len(keys) == sum(bool(known.shortcut) for known in registry.commands())


def test_the_menu_has_a_part_for_each_group(window: MainWindow) -> None:
    window.menus.rebuild()
    assert {action.text() for action in window.menus.menu.actions()} >= {"Desk", "Go to", "Edit", "View"}


def test_keys_are_named_as_on_the_keyboard() -> None:
    assert key_text("Ctrl+Shift+Del", "de") == "Strg+Umschalt+Entf"
    assert key_text("Ctrl+K", "en") == "Ctrl+K"
