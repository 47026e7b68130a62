"""What `hin-desktop` starts: the first composition root, imported without looking for garbage in it."""

from __future__ import annotations

import gc
import importlib
from types import ModuleType


def root() -> ModuleType:
    """The module `app`. Nothing of what is imported is garbage; the collector is back once all of it is there."""
    gc.disable()
    return importlib.import_module("hin_desktop.app")


def window() -> int:
    """Open the window; ends when it is closed."""
    return int(root().window())
