"""A desk that another window has open says so, with the way out; closed there, it opens here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.steps_unlock import unlock
from hin_desktop.vault.faults import AlreadyOpen
from tests.journeys.child import child, told
from tests.journeys.stage import PASSWORD, Stage, quick_desk, stage


def test_a_second_window_says_that_the_desk_is_open(qapp: QApplication, tmp_path: Path) -> None:
    desk = quick_desk(tmp_path / "desk")
    with child("holder", tmp_path / "first", desk) as process:
        assert told(process) == "open"
        with stage(qapp, tmp_path / "second", desk=desk) as the:
            the.play(refused(the))
            assert process.stdin is not None
            process.stdin.write("leave\n")
            process.stdin.flush()
            assert told(process) == "left"
            the.play(the.open_desk())


def refused(the: Stage) -> Walk:
    """Type the right password and read the answer."""
    fault, seat = AlreadyOpen(), the.seat
    yield from unlock(seat, PASSWORD)
    yield seat.until_sees(seat.say(fault.message).rstrip("."))
    assert fault.advice is not None
    yield seat.until_sees(seat.say(fault.advice))
    yield seat.until_at("Password")
    yield from seat.press("Ctrl+A")
