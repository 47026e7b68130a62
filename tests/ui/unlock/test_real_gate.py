"""Once with everything real: a desk is founded through the window, confirmed, closed, and unlocked again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hin_desktop.app import LateGate, Machine
from hin_desktop.services.desks import OpenedDesk
from hin_desktop.ui.unlock.entry_screens import UnlockScreen
from hin_desktop.ui.unlock.setup_screens import CounsellorScreen, OrganisationScreen, SheetScreen, TypeBackScreen
from tests.ui.unlock.conftest import Open
from tests.ui.unlock.paper_gate import PASSWORD


@pytest.mark.slow
def test_founded_confirmed_and_unlocked_again(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window(LateGate(Machine(tmp_path / "machine.json")))
    window.setup.start()
    qtbot.waitUntil(lambda: isinstance(window.stage.shown, OrganisationScreen))
    shown = window.stage.shown
    assert isinstance(shown, OrganisationScreen)
    shown.organisation.set_text("AWO Herne")
    shown.folder.set_text(str(tmp_path / "desk"))
    shown.submit()
    second = window.stage.shown
    assert isinstance(second, CounsellorScreen)
    for field, text in ((second.name, "Ayşe"), (second.login, "ayse"), (second.pair.password, PASSWORD)):
        field.set_text(text)
    second.pair.again.set_text(PASSWORD)
    second.submit()
    qtbot.waitUntil(lambda: isinstance(window.stage.shown, SheetScreen), timeout=30_000)
    code = window.setup.sheet.code
    window.stage.shown.submit()
    last = window.stage.shown
    assert isinstance(last, TypeBackScreen)
    last.code.set_text("-".join(code))
    with qtbot.waitSignal(window.opened, timeout=30_000) as opened:
        last.submit()
    _close(opened.args[0])
    window.lock(tmp_path / "desk", "ayse")
    again = window.stage.shown
    assert isinstance(again, UnlockScreen)
    again.password.set_text(PASSWORD)
    with qtbot.waitSignal(window.opened, timeout=30_000) as opened:
        again.submit()
    _close(opened.args[0])


def _close(opened: object) -> None:
    assert isinstance(opened, OpenedDesk)
    assert opened.recovery_confirmed
    opened.abandon()
