"""What `hin-desktop` and `hin` start: the first composition root, imported without detours."""

from __future__ import annotations

import builtins
import gc
import importlib
from types import ModuleType


def root() -> ModuleType:
    """The module `app`, imported with the garbage collector off: nothing of what is imported is garbage.

    PySide6 reads the source of every module that is imported after it, to see whether it switches PySide's features
    (`from __feature__ import …`), and keeps it: 30 MB and 150 ms for the whole program, which switches none.
    """
    gc.disable()
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    return importlib.import_module("hin_desktop.app")


def window() -> int:
    """Open the window; ends when it is closed. The collector is back once everything is imported."""
    return int(root().window())


def command_line() -> int:
    """The same services without a window: `hin --help`."""
    app = root()
    gc.enable()
    return int(app.command_line())
