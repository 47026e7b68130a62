"""A window with two small pages, all real: theme, background, registry, notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.commands import Binding, Command, CommandRegistry, Group, Where
from hin_desktop.ui.shell.main_window import MainWindow
from hin_desktop.ui.shell.notices import NoticeQueue
from hin_desktop.ui.shell.page import Page, PageSpec, Place
from hin_desktop.ui.shell.palette import PersonHit
from hin_desktop.ui.shell.theme import Mode, Theme
from hin_desktop.ui.shell.top_bar import Identity
from hin_desktop.ui.shell.window_state import MemoryState


@dataclass(frozen=True)
class OneChange:
    """A change as services tell it."""

    kind: str
    id: int | None = 1
    version: int = 2
    clients: tuple[int, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a service returns, as far as the shell looks."""

    value: object
    changes: tuple[OneChange, ...] = ()


class Leaf(Page):
    """A page that writes down what is done with it."""

    def __init__(self, name: str, diary: list[str], person: int | None = None) -> None:
        super().__init__()
        self._name, self._diary, self._person = name, diary, person
        self.field = QLineEdit()
        self.field.setAccessibleName(f"field of {name}")
        QVBoxLayout(self).addWidget(self.field)

    def note(self, what: str) -> None:
        self._diary.append(f"{self._name} {what}")

    def open(self, **target: object) -> None:
        self.note(" ".join(["open", *(f"{key}={value}" for key, value in target.items())]))

    def refresh(self) -> None:
        self.note("refresh")

    def cares(self, changes: Sequence[ChangeLike]) -> bool:
        return any(change.kind == self._name for change in changes)

    def commands(self) -> Sequence[Binding]:
        save = Command(f"{self._name}.save", Message("Save"), "check", "Ctrl+S", Group.EDIT, Where.PAGE)
        return [Binding(save, lambda: self.note("save"))]

    def leave(self) -> None:
        self.note("leave")

    def first_focus(self) -> QWidget:
        return self.field

    def person(self) -> int | None:
        return self._person


PEOPLE = (PersonHit(7, "Yusuf Al-Masri", "HIN-2025-0142"), PersonHit(8, "Ümit Öztürk", "HIN-2025-0143"))


def find_people(text: str, callback: Callable[[Sequence[PersonHit]], None]) -> None:
    """Finds at once what begins like this; nobody without a text."""
    callback([hit for hit in PEOPLE if text and hit.name.lower().startswith(text.lower())])


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect()
    qapp.setStyleSheet("")


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def registry() -> CommandRegistry:
    return CommandRegistry()


@pytest.fixture
def notices() -> NoticeQueue:
    return NoticeQueue()


@pytest.fixture
def state() -> MemoryState:
    return MemoryState()


@pytest.fixture
def diary() -> list[str]:
    return []


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,
    background: Background,
    registry: CommandRegistry,
    notices: NoticeQueue,
    state: MemoryState,
    diary: list[str],
) -> MainWindow:
    made = MainWindow(theme, Texts("en"), registry, background, notices, state, find_people)
    qtbot.addWidget(made)
    made.add_pages(
        [
            PageSpec("today", Message("Today"), "sun", lambda: Leaf("today", diary)),
            PageSpec("clients", Message("Clients"), "users", lambda: Leaf("clients", diary)),
            PageSpec("person", Message("Person"), "user", lambda: Leaf("person", diary, 7), Place.HIDDEN, "clients"),
            PageSpec("settings", Message("Settings"), "settings", lambda: Leaf("settings", diary), Place.BOTTOM),
        ]
    )
    made.top_bar.set_identity(Identity("AWO Herne", "MBE", "A. Demir"))
    made.start("today")
    qtbot.waitExposed(made)
    return made
