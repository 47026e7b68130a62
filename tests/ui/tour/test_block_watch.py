"""The watch measures how long the thread was away, and knows what is excused."""

from __future__ import annotations

import time

import pytest
from pytestqt.qtbot import QtBot

from hin_desktop.ui.tour import block_watch
from hin_desktop.ui.tour.block_watch import BlockWatch

LONG = 0.08  # seconds


@pytest.fixture
def watch(qtbot: QtBot) -> BlockWatch:
    made = BlockWatch(lambda: 0)
    qtbot.waitUntil(lambda: made._excused == 0)
    return made


def busy() -> None:
    """Keep the thread from its events."""
    end = time.perf_counter() + LONG
    while time.perf_counter() < end:
        pass


def beats(qtbot: QtBot, watch: BlockWatch) -> None:
    """Wait for the next beats."""
    before = watch._last
    qtbot.waitUntil(lambda: watch._last > before + block_watch.BEAT / 1000)


def test_a_block_is_noted_with_what_went_on(qtbot: QtBot, watch: BlockWatch) -> None:
    watch.doing = "counting sheep"
    busy()
    beats(qtbot, watch)
    assert watch.longest >= LONG / 2
    assert watch.where == "counting sheep"
    watch.stop()


def test_what_is_excused_is_no_block(qtbot: QtBot, watch: BlockWatch) -> None:
    watch.longest = 0.0
    watch.excuse()
    busy()
    beats(qtbot, watch)
    assert watch.longest < LONG / 2
    watch.stop()
