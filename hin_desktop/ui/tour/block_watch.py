"""How long the GUI thread is away from its events: the gaps between two beats of a fast timer."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 2  # milliseconds
SHORT = 0.02  # seconds: a gap that nobody asks about
SETTLES = 3  # beats after what is excused, in which its paint and layout come


class BlockWatch(QObject):
    """Notes the longest gap since it was made, in seconds, and what went on then.

    `built` counts pages and windows: a gap in which one came is a first build. Gaps by `excuse` are not counted either.
    """

    def __init__(self, built: Callable[[], int]) -> None:
        super().__init__()
        self.longest = 0.0
        self.where = ""
        self.doing = ""
        self._built, self._known = built, 0
        self._excused = SETTLES
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def excuse(self) -> None:
        """What happens until the thread has come to rest (a screenshot, a theme switch) is no block."""
        self._excused = SETTLES

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap, self._last = now - self._last - BEAT / 1000, now
        if gap > SHORT and self._known != (known := self._built()):
            self._known, self._excused = known, SETTLES
        if self._excused:
            self._excused -= 1
        elif gap > self.longest:
            self.longest, self.where = gap, self.doing
