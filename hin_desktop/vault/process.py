"""What the process does so that its memory does not end on the disk."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass

_PR_SET_DUMPABLE = 4


@dataclass(frozen=True, slots=True)
class Hardening:
    """What could be switched on; a False is said openly, not hidden."""

    no_core_dump: bool
    not_dumpable: bool
    private_files: bool


def harden() -> Hardening:
    """No core dumps, no reading of our memory by the user's other programs, new files for their owner alone.

    May be called again. Windows has none of the three (its error reports are governed by the system's own settings),
    macOS no dumpable flag. Neither was tried.
    """
    if sys.platform == "win32":
        return Hardening(False, False, False)
    os.umask(0o077)
    return Hardening(_forbid_core_dumps(), _forbid_dumping(), True)


if sys.platform != "win32":
    import resource

    def _forbid_core_dumps() -> bool:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)

    def _forbid_dumping() -> bool:
        if not sys.platform.startswith("linux"):
            return False
        return bool(ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
