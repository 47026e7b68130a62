"""Child processes that work at a desk until they are killed, and tell every act once it is done.

A fork of the test's own process: it starts at once, and `kill -9` strikes it like any other.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer
from typing import BinaryIO

from hin_desktop.records.migrations import run
from hin_desktop.records.store import Store
from hin_desktop.services import desks
from hin_desktop.services.desks import NewDesk, OpenedDesk
from hin_desktop.vault import desk_vault
from hin_desktop.vault.slots import QUICK

FULL = os.environ.get("FAULTS") == "full"
NEW = NewDesk("Beratungsstelle Herne", "MBE", "Ayşe Yılmaz", "ayse", "Vier Enten am Kanal")
Tell = Callable[[str], None]
Work = Callable[[Tell], None]


def now() -> datetime:
    return datetime.now(UTC)


def migrate(store: Store) -> None:
    run.upgrade(store.writer_engine)


def found(folder: Path) -> OpenedDesk:
    """A new desk; deriving its key is quick."""
    return desks.found(folder, NEW, migrate, now, strength=QUICK)[0]


@contextmanager
def at(folder: Path) -> Iterator[OpenedDesk]:
    """The desk, open, as after the next start of the program."""
    unlocked = desk_vault.unlock(folder, NEW.login, NEW.password)
    try:
        opened = desks.open_unlocked(unlocked, migrate, now)
        try:
            yield opened
        finally:
            opened.abandon()
    finally:
        unlocked.close()


@dataclass
class Child:
    """A process at work. `lines` gives what it tells, until it has ended."""

    pid: int
    pipe: BinaryIO

    def lines(self) -> Iterator[str]:
        """What is told, line by line; a line that was cut off by the end is left out."""
        for line in self.pipe:
            if line.endswith(b"\n"):
                yield line.decode().rstrip("\n")

    def lines_until_killed(self, after: float) -> list[str]:
        """Kill it so many seconds after its first word; everything it told."""
        told = self.lines()
        first = next(told)
        killer = Timer(after, os.kill, (self.pid, signal.SIGKILL))
        killer.start()
        heard = [first, *told]
        killer.join()
        return heard


@contextmanager
def child(work: Work) -> Iterator[Child]:
    """A process that does this work; it is gone when the block ends."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _live(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        try:
            yield Child(pid, pipe)
        finally:
            os.kill(pid, signal.SIGKILL)  # it is a zombie at worst: nobody else has its number
            os.waitpid(pid, 0)


def _live(work: Work, pipe: int) -> None:
    """Never comes back into the test."""
    status = 1
    try:
        work(lambda line: _write(pipe, line))
        status = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(status)


def _write(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())
