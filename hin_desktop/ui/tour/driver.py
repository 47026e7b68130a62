"""Plays a walk through the window without ever stopping the window: each step waits for what it expects to see."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

PATIENCE = 30.0  # seconds a step may take before the walk is given up
LOOK_EVERY = 5  # milliseconds


@dataclass(frozen=True, slots=True)
class Until:
    """The walk goes on when `seen` says so; `what` is named if that never happens."""

    what: str
    seen: Callable[[], bool]


class Driver(QObject):
    """Runs a walk (a generator of `Until`) inside the running event loop."""

    ended = Signal(str)
    """'' after the last step, else why the walk stopped."""

    def __init__(self, walk: Iterator[Until]) -> None:
        super().__init__()
        self._walk = walk
        self._waiting: Until | None = None
        self._since = 0.0
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Take the first step with the next turn of the event loop."""
        self._timer.start()

    def _look(self) -> None:
        if self._waiting is not None and not self._waiting.seen():
            if time.monotonic() - self._since > PATIENCE:
                self._end(f"waited in vain: {self._waiting.what}")
            return
        try:
            self._waiting = next(self._walk)
            self._since = time.monotonic()
        except StopIteration:
            self._end("")
        except (LookupError, RuntimeError, ValueError, AttributeError) as fault:
            self._end(f"{type(fault).__name__}: {fault}")

    def _end(self, why: str) -> None:
        self._timer.stop()
        self._walk.close()  # type: ignore[attr-defined]  # a generator
        self.ended.emit(why)
