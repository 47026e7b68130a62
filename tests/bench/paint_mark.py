"""Says on standard output when a window has been painted for the first time. Imports nothing but Qt's core."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

KIB = 1024


class PaintMark(QObject):
    """Calls `then` after the first paint of something that `wanted` accepts; then it looks no more."""

    def __init__(self, app: QCoreApplication, then: Callable[[], None],
                 wanted: Callable[[QObject], bool] = lambda _: True) -> None:  # fmt: skip
        super().__init__()
        self._app, self._then, self._wanted = app, then, wanted
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The turn of the event loop after the paint event: everything in the window is painted by then."""
        if event.type() is QEvent.Type.Paint and self._wanted(watched):
            self._app.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def say(word: str, *values: float) -> None:
    """One line for the parent."""
    sys.stdout.write(f"{word} {' '.join(map(repr, values))}\n")
    sys.stdout.flush()


def say_painted() -> None:
    """The moment, by the clock that all processes share, and the memory in MiB: proportional, then resident."""
    moment = time.monotonic()
    say("painted", moment, *memory())


def memory() -> tuple[float, float]:
    """What this process takes, in MiB: its share (PSS) and all that is resident (RSS)."""
    found = {}
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]:
        name, size, *_ = line.split()
        found[name.rstrip(":")] = int(size) / KIB
    return found["Pss"], found["Rss"]
