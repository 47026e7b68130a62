"""The page of settings over a real desk."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from hin_desktop.ui.settings.page import SettingsPage
from tests.desk_factory import desk, template_desk
from tests.open_desk import open_desk, world
from tests.ui.workplace import RecordingWorkplace, settle, show, workplace

__all__ = ["desk", "open_desk", "template_desk", "workplace", "world"]


@dataclass
class Applied:
    """What took effect in the window."""

    said: list[tuple[str, str | int]] = field(default_factory=list)

    def __call__(self, key: str, value: str | int) -> None:
        self.said.append((key, value))


@pytest.fixture
def applied() -> Applied:
    return Applied()


@pytest.fixture
def page(qtbot: QtBot, workplace: RecordingWorkplace, applied: Applied) -> SettingsPage:
    made = SettingsPage(workplace, applied)
    show(qtbot, made)
    made.open()
    settle(qtbot, workplace)
    return made
