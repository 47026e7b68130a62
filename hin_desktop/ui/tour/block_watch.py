"""How long the GUI thread is away from its events: the time between waking up and waiting again."""

from __future__ import annotations

import time

from PySide6.QtCore import QAbstractEventDispatcher, QObject


class BlockWatch(QObject):
    """Notes the longest single block since `start`. Blocks that overlap with `excuse` are not counted."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._awake = 0.0
        self._excused = False
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._woke)
        dispatcher.aboutToBlock.connect(self._rests)

    def excuse(self) -> None:
        """What happens until the thread rests next (a screenshot, a theme switch, a page's first build) is no block."""
        self._excused = True

    def _woke(self) -> None:
        self._awake = time.perf_counter()

    def _rests(self) -> None:
        if self._awake and not self._excused:
            self.longest = max(self.longest, time.perf_counter() - self._awake)
        self._awake, self._excused = 0.0, False
