"""Plays a walk through the window without ever stopping the window: each step waits for what it expects to see."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

PATIENCE = 20.0  # seconds a step may take before the walk is given up
LOOK_EVERY = 10  # milliseconds


class LostFocus(Exception):
    """The keyboard cannot get to where it should: says what was looked for and what was found instead."""


@dataclass(frozen=True, slots=True)
class Until:
    """The walk goes on when `seen` says so; `what` is named if that has not happened after `patience` seconds."""

    what: str
    seen: Callable[[], bool]
    patience: float = PATIENCE


Step = Until | Callable[[], None]
"""Something to wait for, or one thing to do (a key): each is done in a turn of the event loop of its own."""
Walk = Generator[Step, None, None]


class Driver(QObject):
    """Runs a walk inside the running event loop, and inside that of a dialog which a key has opened."""

    ended = Signal(str)
    """'' after the last step, else why the walk stopped."""

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self._walk = walk
        self._waiting: Until | None = None
        self._since = 0.0
        self._over = False

    def start(self) -> None:
        """Take the first step with the next turn of the event loop."""
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._over:
            return
        if self._waiting is not None and not self._waiting.seen():
            if time.monotonic() - self._since > self._waiting.patience:
                self._end(f"waited in vain: {self._waiting.what}")
            else:
                QTimer.singleShot(LOOK_EVERY, self, self._look)
            return
        self._waiting = None
        self._guarded(self._go_on)

    def _go_on(self) -> None:
        step = next(self._walk, None)
        if step is None:
            self._end("")
            return
        QTimer.singleShot(0, self, self._look)  # before the key: it may open a dialog with a loop of its own
        if isinstance(step, Until):
            self._waiting, self._since = step, time.monotonic()
        else:
            step()

    def _guarded(self, act: Callable[[], None]) -> None:
        """A walk that breaks off ends; what broke it goes on to whoever reports faults."""
        whole = False
        try:
            act()
            whole = True
        except LostFocus as lost:
            whole = True
            self._end(str(lost))
        finally:
            if not whole:
                self._end("the walk broke off")

    def _end(self, why: str) -> None:
        self._over = True
        self._walk.close()
        self.ended.emit(why)
