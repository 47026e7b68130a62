"""How long the GUI thread is away from its events: the gaps between two beats of a fast timer."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 2  # milliseconds


class BlockWatch(QObject):
    """Notes the longest gap since it was made, in seconds. One that overlaps with `excuse` is not counted."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.where = ""
        self.doing = ""
        """What is going on now, by its name; kept with the longest gap."""
        self._excused = 2
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def excuse(self) -> None:
        """What happens until the thread has come to rest (a screenshot, a theme switch, a first build) is no block."""
        self._excused = 2

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap, self._last = now - self._last - BEAT / 1000, now
        if self._excused:
            self._excused -= 1
        elif gap > self.longest:
            self.longest, self.where = gap, self.doing
