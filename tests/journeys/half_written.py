"""A process that begins a consultation, tells when its draft is kept, and then waits to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hin_desktop.services import drafts
from hin_desktop.ui.shell.desk_window import DeskWindow
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.driver import Until, Walk
from hin_desktop.ui.tour.steps_person import Newcomer, Talk
from tests.journeys.child import tell
from tests.journeys.stage import Stage, stage

WHO = Newcomer("Selam", "Tesfaye", "", "1994", "ERI", "2024")
LONG = 120  # seconds
TALK = Talk((), "Noch nicht fertig: zweiter Termin nötig", "Unterlagen", "+2w")


def half(the: Stage) -> Walk:
    """Type and wait."""
    yield from the.open_desk()
    yield from acts.take_in(the.seat, WHO)
    yield from acts.begin_talk(the.seat, TALK)
    yield Until("the draft kept", lambda: _kept(the))
    tell("kept")
    yield Until("to be killed", lambda: False, LONG)


def _kept(the: Stage) -> bool:
    window = getattr(the.program.host, "window", None)
    assert isinstance(window, DeskWindow)
    return any(draft.key.form == "consultation" and TALK.next_step in str(draft.payload)
               for draft in drafts.mine(window.desk))


def main(folder: Path, desk: Path) -> None:
    """Play it."""
    with stage(QApplication([]), folder, desk=desk) as the:
        the.play(half(the))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
