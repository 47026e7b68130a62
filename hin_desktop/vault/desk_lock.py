"""One process a desk. The operating system drops the lock with the process, so a crash leaves nothing behind."""

from __future__ import annotations

import getpass
import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from hin_desktop.vault.faults import AlreadyOpen, ReadOnlyFolder, explain

_LOCKED_BYTE = 1  # Windows locks byte 0 even against reading, so what others read starts after it
_ROOM = 512


class DeskLock:
    """The held lock of a desk. Raises AlreadyOpen when another process (or window) has it, naming who."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, timeout=0, thread_local=False)  # taken and given back by different threads
        try:
            self._lock.acquire()
        except Timeout as error:
            raise _holder(path) from error
        except OSError as error:
            raise (explain(error) or ReadOnlyFolder()) from error
        self._say_who()

    def release(self) -> None:
        """Give the desk free. May be called again."""
        self._lock.release()

    def _say_who(self) -> None:
        about = json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "user": _user()})
        with suppress(OSError), self._path.open("r+b", buffering=0) as file:  # a courtesy: a full disk may refuse it
            file.seek(_LOCKED_BYTE)
            file.write(about.encode().ljust(_ROOM))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"  # a process without an account, as in some containers


def _holder(path: Path) -> AlreadyOpen:
    """Who has the desk open, as far as the lock file tells; its time stamp is the moment of opening."""
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(_LOCKED_BYTE)
            about = json.loads(file.read(_ROOM))
        since = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
        return AlreadyOpen(str(about["user"]), str(about["host"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return AlreadyOpen()
