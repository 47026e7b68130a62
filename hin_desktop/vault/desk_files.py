"""The files of one desk: a folder on a local disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DeskFiles:
    """Where the parts of a desk lie inside its folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database. Only SQLCipher may open it: a plain `open()` would drop its locks."""
        return self.folder / "desk.db"

    @property
    def keys(self) -> Path:
        """The key slots by login name; nothing of clients."""
        return self.folder / "keys.json"

    @property
    def lock(self) -> Path:
        """Held by the one process that has the desk open."""
        return self.folder / "desk.lock"

    @property
    def backups(self) -> Path:
        """The verified copies, each with its key file."""
        return self.folder / "backups"

    @property
    def side_files(self) -> tuple[Path, Path]:
        """What SQLite keeps beside an open database: write-ahead log and shared memory."""
        return self.folder / "desk.db-wal", self.folder / "desk.db-shm"
