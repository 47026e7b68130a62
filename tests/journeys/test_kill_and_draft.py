"""The process is killed while a form is being filled: the form is offered again, with what was typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.seat import Seat
from tests.journeys.child import child, told
from tests.journeys.half_written import TALK, WHO
from tests.journeys.stage import Stage, quick_desk, stage


def test_an_unfinished_form_is_offered_again_after_a_kill(qapp: QApplication, tmp_path: Path) -> None:
    desk = quick_desk(tmp_path / "desk")
    with child("half_written", tmp_path / "first", desk) as process:
        assert told(process) == "kept"
        process.kill()
    with stage(qapp, tmp_path / "second", desk=desk) as the:
        the.play(go_on(the, the.seat))


def go_on(the: Stage, seat: Seat) -> Walk:
    """Unlock, open the person, go on with the draft, and save it."""
    yield from the.open_desk()
    yield from acts.open_person(seat, WHO.name)
    yield from seat.choose("Continue: {form}", form=seat.say("Consultation"))
    yield seat.until_at("Date")
    yield from seat.go_to("What was discussed")
    assert seat.app.focusWidget().toPlainText() == TALK.summary
    yield from acts.save(seat, "What was discussed")
    yield seat.until_sees(TALK.summary)
