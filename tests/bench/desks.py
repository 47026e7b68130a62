"""Real desks to measure on: founded as the program founds them, with quick key derivation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hin_desktop.records.migrations import run
from hin_desktop.records.store import Store
from hin_desktop.services import desks
from hin_desktop.services.desks import NewDesk, OpenedDesk
from hin_desktop.vault.slots import QUICK

NEW = NewDesk("Beratungsstelle Messung", "MBE", "Ayşe Demir", "messung", "messung")


def now() -> datetime:
    return datetime.now(UTC)


def migrate(store: Store) -> None:
    run.upgrade(store.writer_engine)


@contextmanager
def new_desk() -> Iterator[OpenedDesk]:
    """An empty desk on this machine's disk, gone afterwards."""
    with TemporaryDirectory(prefix="hin-bench-") as folder:
        opened, _ = desks.found(Path(folder) / "desk", NEW, migrate, now, strength=QUICK, exempt_from_length=True)
        try:
            yield opened
        finally:
            opened.abandon()
