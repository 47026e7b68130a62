"""The commands that every window has, and one for each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from hin_desktop.errors import Message
from hin_desktop.ui.shell.commands import Binding, Command, Group
from hin_desktop.ui.shell.page import PageSpec, Place

FIND = Command("window.find", Message("Find people and commands"), "search", "Ctrl+K", Group.GO)
BACK = Command("window.back", Message("Back"), "arrow-left", "Alt+Left", Group.GO)
FORWARD = Command("window.forward", Message("Forward"), "arrow-right", "Alt+Right", Group.GO)
REFRESH = Command("window.refresh", Message("Refresh"), "refresh-cw", "F5", Group.VIEW)
REGION = Command("window.region", Message("To the next area"), "chevron-right", "F6", Group.VIEW)
MENU = Command("window.menu", Message("Menu"), "menu", "F10", Group.VIEW)
LOCK = Command("window.lock", Message("Lock"), "lock", "Ctrl+L", Group.FILE)
CLOSE = Command("window.close", Message("Quit"), "log-out", "Ctrl+Q", Group.FILE)


def page_commands(specs: Iterable[PageSpec], go: Callable[[str], None], first: int) -> list[Binding]:
    """One command a page: Ctrl+1, Ctrl+2 ... for the upper part of the navigation, `first` is the first number."""
    bindings = []
    number = first
    for spec in specs:
        keys = spec.shortcut
        if spec.place is Place.TOP:
            keys = keys or (f"Ctrl+{number}" if number < 10 else "")
            number += 1
        group = Group.HELP if "help" in (spec.id, spec.within) else Group.GO
        if spec.place is not Place.HIDDEN or keys or group is Group.HELP:  # a person is opened by name
            command = Command(f"go.{spec.id}", spec.title, spec.icon, keys, group)
            bindings.append(Binding(command, partial(go, spec.id)))
    return bindings
