"""A process that opens a desk in its window, tells so, and leaves when it is sent a line."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hin_desktop.ui.tour.driver import Until, Walk
from tests.journeys.child import tell
from tests.journeys.stage import Stage, stage

LONG = 120  # seconds


def hold(the: Stage, ended: threading.Event) -> Walk:
    """Open, and wait for the word."""
    yield from the.open_desk()
    tell("open")
    yield Until("the word to leave", ended.is_set, LONG)


def main(folder: Path, desk: Path) -> None:
    """Play it."""
    ended = threading.Event()

    def listen() -> None:
        sys.stdin.readline()
        ended.set()

    threading.Thread(target=listen, daemon=True).start()
    with stage(QApplication([]), folder, desk=desk) as the:
        the.play(hold(the, ended))
    tell("left")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
