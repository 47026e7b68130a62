"""Everything that can be done, as data. Menus, the Ctrl+K box and the shortcut overview are read off this registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from shiboken6 import isValid

from hin_desktop.errors import Message


class Group(StrEnum):
    """The menu a command stands in."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    PERSON = "person"
    VIEW = "view"
    HELP = "help"

    @property
    def label(self) -> Message:
        """The menu's name."""
        return _TITLES[self]


_TITLES = {
    Group.FILE: Message("Desk"),
    Group.EDIT: Message("Edit"),
    Group.GO: Message("Go to"),
    Group.PERSON: Message("Person"),
    Group.VIEW: Message("View"),
    Group.HELP: Message("Help"),
}


class Where(StrEnum):
    """Where a command applies."""

    EVERYWHERE = "everywhere"
    PAGE = "page"  # only while the page that registered it is the one on the screen


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `icon` is a Lucide name; `shortcut` a portable key text such as 'Ctrl+K', '' for none."""

    id: str
    title: Message
    icon: str = ""
    shortcut: str = ""
    group: Group = Group.GO
    applies: Where = Where.EVERYWHERE


def always() -> bool:
    """The condition of a command that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Binding:
    """A command and what it does; `enabled` is asked whenever it is shown or started."""

    command: Command
    run: Callable[[], object]
    enabled: Callable[[], bool] = always


class Taken(ValueError):
    """Two commands want the same id, or the same keys at the same time."""


class CommandRegistry(QObject):
    """Knows every command and who does it. A page's commands leave with the page."""

    changed = Signal()
    """Commands came, went, or apply elsewhere now."""

    def __init__(self) -> None:
        super().__init__()
        self._bound: dict[str, tuple[Binding, QObject | None]] = {}
        self._owners: set[int] = set()
        self._page: QObject | None = None

    def register(
        self,
        command: Command,
        run: Callable[[], object],
        enabled: Callable[[], bool] = always,
        owner: QObject | None = None,
    ) -> None:
        """Add a command; a `Where.PAGE` one needs its page as `owner`. Raises `Taken` for a second id or shortcut."""
        if command.id in self._bound:
            raise Taken(command.id)
        for other, whose in self._bound.values():
            if _same_keys(command, other.command) and _meet(command, owner, other.command, whose):
                raise Taken(f"{command.shortcut}: {command.id}, {other.command.id}")
        if owner is not None and id(owner) not in self._owners:
            self._owners.add(id(owner))
            owner.destroyed.connect(partial(self._lost, id(owner)))
        self._bound[command.id] = (Binding(command, run, enabled), owner)
        self.changed.emit()

    def register_all(self, bindings: Iterable[Binding], owner: QObject | None = None) -> None:
        """Add what a page or the window can do; when the owner is destroyed, its commands go with it."""
        for binding in bindings:
            self.register(binding.command, binding.run, binding.enabled, owner)

    def drop(self, owner: QObject) -> None:
        """Forget all commands of an owner."""
        self._forget(id(owner))

    def activate(self, page: QObject | None) -> None:
        """This page is on the screen now: its `Where.PAGE` commands apply, those of others do not."""
        self._page = page
        self.changed.emit()

    def commands(self) -> tuple[Command, ...]:
        """Every known command, in menu order, then in the order they came."""
        order = list(Group)
        known = (binding.command for binding, _ in self._bound.values())
        return tuple(sorted(known, key=lambda command: order.index(command.group)))

    def here(self) -> tuple[Command, ...]:
        """The commands that apply on the page on the screen."""
        return tuple(command for command in self.commands() if self._applies(command.id))

    def is_enabled(self, command_id: str) -> bool:
        """Whether the command applies here and can be done now."""
        return self._applies(command_id) and self._bound[command_id][0].enabled()

    def run(self, command_id: str) -> bool:
        """Do it, if it can be done now; tells whether it was."""
        if not self.is_enabled(command_id):
            return False
        self._bound[command_id][0].run()
        return True

    def _lost(self, owner: int, _destroyed: QObject | None = None) -> None:
        self._owners.discard(owner)
        self._forget(owner)

    def _forget(self, owner: int) -> None:
        self._bound = {key: pair for key, pair in self._bound.items() if id(pair[1]) != owner}
        if id(self._page) == owner:
            self._page = None
        if isValid(self):
            self.changed.emit()

    def _applies(self, command_id: str) -> bool:
        found = self._bound.get(command_id)
        if found is None:
            return False
        return found[0].command.applies is Where.EVERYWHERE or found[1] is self._page


def _same_keys(one: Command, other: Command) -> bool:
    return bool(one.shortcut) and QKeySequence(one.shortcut) == QKeySequence(other.shortcut)


def _meet(one: Command, owner: QObject | None, other: Command, whose: QObject | None) -> bool:
    """Whether both could be asked for at the same moment: commands of two pages never are."""
    return Where.EVERYWHERE in (one.applies, other.applies) or owner is whose


def key_text(shortcut: str, language: str) -> str:
    """The shortcut as it is printed on the keyboard: Strg+K in German."""
    text = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText)
    if language != "de":
        return text
    return "+".join(_GERMAN_KEYS.get(part, part) for part in text.split("+"))


_GERMAN_KEYS = {
    "Ctrl": "Strg",
    "Shift": "Umschalt",
    "Del": "Entf",
    "Ins": "Einfg",
    "Home": "Pos1",
    "End": "Ende",
    "PgUp": "Bild auf",
    "PgDown": "Bild ab",
    "Return": "Eingabe",
    "Space": "Leertaste",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}
