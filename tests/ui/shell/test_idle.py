"""The desk locks when nobody is there, and only then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hin_desktop.ui.shell.idle import IdleLock


def test_it_asks_for_the_lock_after_the_time(qtbot: QtBot) -> None:
    idle = IdleLock()
    with qtbot.waitSignal(idle.lock_wanted, timeout=2000):
        idle.set_seconds(0.01)


def test_a_key_is_a_sign_of_life(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    idle = IdleLock()
    before = idle._seen
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    assert idle._seen > before
    idle.stop()


def test_a_stopped_clock_asks_for_nothing(qtbot: QtBot) -> None:
    idle = IdleLock()
    idle.stop()
    with qtbot.assertNotEmitted(idle.lock_wanted):
        idle._away(True)


def test_the_screen_going_dark_asks_for_the_lock(qtbot: QtBot) -> None:
    idle = IdleLock()
    with qtbot.waitSignal(idle.lock_wanted):
        idle._away(True)
    with qtbot.assertNotEmitted(idle.lock_wanted):
        idle._away(False)
    idle.stop()


def test_never_is_not_offered(qtbot: QtBot) -> None:
    idle = IdleLock(0)
    assert idle._limit == 60
    idle.stop()
