"""Walks wait for what they expect, one step a turn, and say why they stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop
from pytestqt.qtbot import QtBot

from hin_desktop.ui.tour.driver import Driver, Until, Walk


def test_steps_come_in_their_order(qtbot: QtBot) -> None:
    done: list[int] = []

    def walk() -> Walk:
        yield lambda: done.append(1)
        yield Until("the first", lambda: done == [1])
        yield lambda: done.append(2)

    driver = Driver(walk())
    with qtbot.waitSignal(driver.ended) as ended:
        driver.start()
    assert (done, ended.args) == ([1, 2], [""])


def test_what_never_comes_is_named(qtbot: QtBot) -> None:
    def walk() -> Walk:
        yield Until("a sunny day", lambda: False, patience=0.05)

    driver = Driver(walk())
    with qtbot.waitSignal(driver.ended) as ended:
        driver.start()
    assert ended.args == ["waited in vain: a sunny day"]


def test_a_dialog_with_a_loop_of_its_own_does_not_stop_the_walk(qtbot: QtBot) -> None:
    dialog = QEventLoop()

    def walk() -> Walk:
        yield lambda: dialog.exec() and None
        yield Until("the dialog", dialog.isRunning)
        yield dialog.quit

    driver = Driver(walk())
    with qtbot.waitSignal(driver.ended) as ended:
        driver.start()
    assert ended.args == [""]
    qtbot.waitUntil(lambda: not dialog.isRunning())


def test_a_fault_in_the_walk_ends_it_and_is_not_swallowed(qtbot: QtBot) -> None:
    def walk() -> Walk:
        yield from ()
        pytest.fail("on purpose")

    driver = Driver(walk())
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(driver.ended) as ended:
        driver.start()
    assert ended.args == ["the walk broke off"]
    assert "on purpose" in str(caught[0][1])
