"""How running background work is asked to stop, and how it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from hin_desktop.errors import Cancelled


class Interruption:
    """Handed to a query: tells whether its result is still wanted. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requested = False
        self._stops: list[Callable[[], None]] = []

    @property
    def requested(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._requested

    def check(self) -> None:
        """Raise `Cancelled` when the result is not wanted any more; called between two steps."""
        if self._requested:
            raise Cancelled

    @contextmanager
    def calling(self, stop: Callable[[], None]) -> Iterator[None]:
        """While the block runs, an interruption calls `stop` (such as a connection's `interrupt`), never after it."""
        with self._lock:
            self.check()
            self._stops.append(stop)
        try:
            yield
        finally:
            with self._lock:
                self._stops.remove(stop)

    def request(self) -> None:
        """Ask the work to stop. Asking twice does nothing."""
        with self._lock:
            if self._requested:
                return
            self._requested = True
            for stop in self._stops:
                stop()


class Progress(Interruption):
    """Handed to long work: called with what is done and how much there is, it is shown; raises `Cancelled`."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0
        self.total = 0

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` things are finished (total 0: not known)."""
        self.check()
        self.done, self.total = done, total
