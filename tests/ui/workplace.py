"""A real workplace for the tests of pages: real desk, theme, background work and commands; two recorders at its rim.

In a conftest of a page's tests:

    from tests.desk_factory import desk, template_desk  # noqa: F401
    from tests.open_desk import open_desk, world  # noqa: F401
    from tests.ui.workplace import workplace  # noqa: F401

The window speaks English, so that a test reads the source texts. Pages are shown with `show(qtbot, page)`; wait for
what a test expects to see with `qtbot.waitUntil`, or for all work with `settle(qtbot, workplace)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.bug_report import BugReport
from hin_desktop.ui.shell.commands import CommandRegistry
from hin_desktop.ui.shell.notices import NoticeRecorder
from hin_desktop.ui.shell.theme import Mode, Theme
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.kit import Kit


@dataclass
class RecordingNavigator:
    """Remembers where the window was asked to go."""

    visits: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def go(self, page: str, **target: object) -> None:
        """Remember a visit."""
        self.visits.append((page, target))


@dataclass
class RecordingSlots:
    """Key slots as a list of login names."""

    logins: list[str] = field(default_factory=lambda: ["ayse"])

    def add(self, login: str, password: str) -> None:
        """Make a slot."""
        self.logins.append(login)

    def remove(self, login: str) -> None:
        """Take a slot away."""
        self.logins.remove(login)

    def change_password(self, old: str, new: str) -> None:
        """Change the password of the counsellor who opened the desk."""


@dataclass(frozen=True, slots=True)
class RecordingWorkplace(Workplace):
    """A workplace whose notices and navigation can be read back."""

    @property
    def said(self) -> list[str]:
        """The source texts of all notices so far."""
        assert isinstance(self.notices, NoticeRecorder)
        return [notice.message.key for notice in self.notices.said]

    @property
    def visits(self) -> list[tuple[str, dict[str, object]]]:
        """Where the window was asked to go."""
        assert isinstance(self.navigator, RecordingNavigator)
        return self.navigator.visits

    def undo_last(self) -> None:
        """Press 'undo' in the latest notice that offers it."""
        assert isinstance(self.notices, NoticeRecorder)
        undo = next(notice.undo for notice in reversed(self.notices.said) if notice.undo is not None)
        undo()


@pytest.fixture
def workplace(qapp: QApplication, open_desk: OpenDesk) -> Iterator[RecordingWorkplace]:
    """Everything a page works with. A bug in background work fails the test."""
    theme, background, bugs = Theme(qapp, Mode.LIGHT), Background(), list[BugReport]()
    background.bug.connect(bugs.append)
    kit = Kit(theme, Texts("en"), open_desk.today)
    yield RecordingWorkplace(
        kit, open_desk, RecordingSlots(), background, NoticeRecorder(), CommandRegistry(), RecordingNavigator()
    )
    background.close()
    qapp.setStyleSheet("")
    assert not [bug.details for bug in bugs]


def show(qtbot: QtBot, page: QWidget, width: int = 1100, height: int = 680) -> None:
    """Put a page on the (offscreen) screen with the keyboard in it."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    """Wait until no work is under way and its results have arrived, with what they started in turn."""
    looks: list[bool] = []

    def calm() -> bool:
        looks.append(not workplace.background._running)
        return looks[-3:] == [True, True, True]

    qtbot.waitUntil(calm)
