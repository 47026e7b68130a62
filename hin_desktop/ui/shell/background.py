"""Work beside the window: queries and commands, long jobs and PDFs. The GUI thread waits for none of them.

One thread answers queries, one writes commands in their order, one speaks to PDFium, a few do long jobs. Results
come back on the GUI thread. Faults a counsellor can understand go to the caller, everything else is a bug.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from hin_desktop.errors import Cancelled, HinError, Message
from hin_desktop.ui.shell.broadcast import Broadcast, DoneLike
from hin_desktop.ui.shell.bug_report import BugReport, describe
from hin_desktop.ui.shell.interruption import Interruption, Progress

__all__ = ["Background", "Broadcast", "Busy", "Calling", "OnError"]

SHOWN_AFTER = 0.3  # seconds until work shows that it is running
_LOOK_EVERY = 100  # milliseconds between two looks at what is running
_LOG = logging.getLogger(__name__)


Result = TypeVar("Result")
OnError = Callable[[HinError], None]
Calling = Callable[[Callable[[], None]], AbstractContextManager[None]]
View = Callable[[Calling], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Busy:
    """Work that has been running for a while: `done` of `total` (0: not known); `cancel` where it can be stopped."""

    title: Message
    done: int = 0
    total: int = 0
    cancel: Callable[[], None] | None = field(default=None, compare=False)


class _Lane(Enum):
    """A queue with threads of its own; the value is how many."""

    READER = ("reader", 1)
    WRITER = ("writer", 1)
    PDF = ("pdf", 1)
    LONG = ("long", 2)


@dataclass(eq=False, slots=True)
class _Job:
    lane: _Lane
    work: Callable[[], object]
    on_result: Callable[[object], None]
    on_error: OnError | None
    owner: QObject
    title: Message
    token: Interruption
    key: tuple[int, _Lane, str] | None = None
    started: float = field(default_factory=time.monotonic)
    result: object = None
    fault: HinError | None = None
    bug: BugReport | None = None


class Background(QObject):
    """Runs work beside the window. Signals come on the GUI thread."""

    changed = Signal(object)
    """Broadcast: a command has changed records."""
    fault = Signal(object)
    """HinError: a fault that no caller took."""
    bug = Signal(object)
    """BugReport: a piece of work failed in a way nobody foresaw."""
    busy = Signal(object)
    """Busy after 300 ms of work and whenever it gets on; None when nothing is to be shown any more."""
    _settled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pools = {
            lane: ThreadPoolExecutor(lane.value[1], thread_name_prefix=f"hin-{lane.value[0]}") for lane in _Lane
        }
        self._running: list[_Job] = []
        self._latest: dict[tuple[int, _Lane, str], _Job] = {}
        self._quiet: list[Callable[[], None]] = []
        self._shown: Busy | None = None
        self._view: View | None = None
        self._closed = False
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def quiet(self) -> bool:
        """Whether no work is under way."""
        return not self._running

    def query(
        self,
        key: str,
        fn: Callable[[Interruption], Result],
        on_result: Callable[[Result], None],
        owner: QObject,
        on_error: OnError | None = None,
    ) -> None:
        """Read on the reader thread; a newer query of the same owner and key interrupts and drops this one."""
        view = self._view

        def read(token: Interruption) -> Result:
            with view(token.calling) if view is not None else nullcontext():
                return fn(token)

        self._keyed(_Lane.READER, key, read, on_result, owner, on_error)

    def read_through(self, view: View | None) -> None:
        """From now on a query runs inside `view(…)`, which can stop what it is just reading; None: inside nothing."""
        self._view = view

    def pdf(
        self,
        key: str,
        fn: Callable[[Interruption], Result],
        on_result: Callable[[Result], None],
        owner: QObject,
        on_error: OnError | None = None,
    ) -> None:
        """Like `query`, on the one thread that PDFium lives on."""
        self._keyed(_Lane.PDF, key, fn, on_result, owner, on_error)

    def command(
        self,
        fn: Callable[[], Result],
        on_done: Callable[[Result], None] | None,
        on_error: OnError | None,
        owner: QObject,
    ) -> None:
        """Write on the writer thread, in order; `on_done` gets the result, then everybody hears of its `changes`.

        Runs to its end even when its owner is gone; then only the changes are told.
        """

        def finish(result: object) -> None:
            if on_done is not None and isValid(owner):
                on_done(result)  # type: ignore[arg-type]  # fn returns a Result
            if isinstance(result, DoneLike) and result.changes:
                self.changed.emit(Broadcast(result.changes, owner))

        self._start(_Job(_Lane.WRITER, fn, finish, on_error, owner, Message("Saving …"), Interruption()))

    def long(
        self,
        fn: Callable[[Progress], Result],
        on_result: Callable[[Result], None],
        owner: QObject,
        title: Message,
        on_error: OnError | None = None,
    ) -> Progress:
        """Work that takes its time (a report, an import, a backup); the user can cancel it, `request()` too.

        A cancelled job gives `errors.Cancelled` to `on_error`, if there is one, and is silent otherwise.
        """
        progress = Progress()
        self._start(_Job(_Lane.LONG, lambda: fn(progress), _taking(on_result), on_error, owner, title, progress))
        return progress

    def when_quiet(self, then: Callable[[], None]) -> None:
        """Stop all reading, finish all writing, then call `then` on the GUI thread; for locking and leaving."""
        self._quiet.append(then)
        for job in self._running:
            if job.lane is not _Lane.WRITER:
                job.token.request()
        if not self._running:
            QTimer.singleShot(0, self, self._tell_quiet)

    def close(self) -> None:
        """Finish the commands, stop everything else, end the threads. Waits; nothing is delivered afterwards."""
        self._closed = True
        self._timer.stop()
        for job in self._running:
            if job.lane is not _Lane.WRITER:
                job.token.request()
        for lane, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=lane is not _Lane.WRITER)
        self._running.clear()
        self._latest.clear()

    def _keyed(
        self,
        lane: _Lane,
        key: str,
        fn: Callable[[Interruption], Result],
        on_result: Callable[[Result], None],
        owner: QObject,
        on_error: OnError | None,
    ) -> None:
        token = Interruption()
        whose = (id(owner), lane, key)
        earlier = self._latest.get(whose)
        if earlier is not None:
            earlier.token.request()
        job = _Job(lane, lambda: fn(token), _taking(on_result), on_error, owner, Message("Loading …"), token, whose)
        self._latest[whose] = job
        self._start(job)

    def _start(self, job: _Job) -> None:
        if self._closed:
            return
        self._running.append(job)
        if not self._timer.isActive():
            self._timer.start()
        self._pools[job.lane].submit(self._run, job)

    def _run(self, job: _Job) -> None:
        """On a worker thread: the boundary where every exception ends."""
        try:
            job.token.check()
            job.result = job.work()
        except HinError as fault:
            job.fault = fault
        except Exception as bug:
            if job.token.requested:
                job.fault = Cancelled()
            else:
                job.bug = describe(bug)
                _LOG.error(job.bug.details)
        self._settled.emit(job)

    def _settle(self, job: _Job) -> None:
        """Back on the GUI thread."""
        if self._closed:
            return
        self._running.remove(job)
        if job.key is not None and self._latest.get(job.key) is job:
            del self._latest[job.key]
        if not self._running:
            self._timer.stop()
            self._show(None)
        try:
            self._deliver(job)
        finally:
            if not self._running:
                self._tell_quiet()

    def _deliver(self, job: _Job) -> None:
        if job.bug is not None:
            self.bug.emit(job.bug)
        elif job.fault is not None:
            self._tell(job, job.fault)
        elif job.lane is _Lane.WRITER:
            job.on_result(job.result)
        elif job.token.requested:
            self._tell(job, Cancelled())
        elif isValid(job.owner):
            job.on_result(job.result)

    def _tell(self, job: _Job, fault: HinError) -> None:
        dropped = isinstance(fault, Cancelled) and job.lane is not _Lane.LONG
        if dropped:
            return
        if job.on_error is not None and isValid(job.owner):
            job.on_error(fault)
        elif not isinstance(fault, Cancelled):
            self.fault.emit(fault)

    def _tell_quiet(self) -> None:
        waiting, self._quiet = self._quiet, []
        for then in waiting:
            then()

    def _look(self) -> None:
        late = time.monotonic() - SHOWN_AFTER
        overdue = [job for job in self._running if job.started <= late]
        self._show(_busy(overdue[0]) if overdue else None)

    def _show(self, busy: Busy | None) -> None:
        if busy != self._shown:
            self._shown = busy
            self.busy.emit(busy)


def _taking(on_result: Callable[[Result], None]) -> Callable[[object], None]:
    def take(result: object) -> None:
        on_result(result)  # type: ignore[arg-type]  # the work returns a Result

    return take


def _busy(job: _Job) -> Busy:
    if isinstance(job.token, Progress):
        return Busy(job.title, job.token.done, job.token.total, job.token.request)
    return Busy(job.title)
