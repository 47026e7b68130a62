"""A desk that has been unlocked: the data key in memory, and the lock that keeps everybody else out."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from hin_desktop.vault.desk_files import DeskFiles
from hin_desktop.vault.desk_lock import DeskLock
from hin_desktop.vault.faults import DeskClosed


class Unlocked:
    """The key to a desk, for as long as it is open. `login` is '' when the recovery code opened it.

    Python copies bytes freely: `wipe` clears the one copy that would live long, not every trace.
    """

    def __init__(self, files: DeskFiles, login: str, desk_uid: str, data_key: bytes, lock: DeskLock) -> None:
        self.files = files
        self.login = login
        self.desk_uid = desk_uid
        self._key = bytearray(data_key)
        self._lock = lock

    @property
    def folder(self) -> Path:
        """The folder of the desk."""
        return self.files.folder

    @property
    def is_open(self) -> bool:
        """Whether the key is still there."""
        return bool(self._key)

    @property
    def key(self) -> bytes:
        """The 48-byte data key. Raises DeskClosed after `wipe`."""
        if not self._key:
            raise DeskClosed
        return bytes(self._key)

    def wipe(self) -> None:
        """Forget the key."""
        self._key[:] = bytes(len(self._key))
        self._key.clear()

    def close(self) -> None:
        """Forget the key and give the desk free. May be called again."""
        self.wipe()
        self._lock.release()

    def __enter__(self) -> Unlocked:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Unlocked(open={self.is_open})"
