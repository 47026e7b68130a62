"""The page Rechtsstand over a real desk."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hin_desktop.ui.law.page import LawPage
from tests.desk_factory import desk, template_desk
from tests.open_desk import open_desk, world
from tests.ui.workplace import RecordingWorkplace, settle, show, workplace

__all__ = ["desk", "open_desk", "template_desk", "workplace", "world"]


@pytest.fixture
def page(qtbot: QtBot, workplace: RecordingWorkplace) -> LawPage:
    made = LawPage(workplace)
    show(qtbot, made)
    made.open()
    settle(qtbot, workplace)
    return made
