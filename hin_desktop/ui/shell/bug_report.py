"""What may be told about a bug: where it happened, never with which data."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QSysInfo, qVersion

from hin_desktop.version import VERSION

_ROOTS = ("hin_desktop", "site-packages")


@dataclass(frozen=True, slots=True)
class BugReport:
    """The kinds of exception, outermost first, each with its frames as 'file:line function'."""

    chain: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def details(self) -> str:
        """The text to copy: versions, kinds of error and places in the program; no values of anything."""
        lines = [
            f"HIN Desktop {VERSION}, Python {sys.version.partition(' ')[0]}, Qt {qVersion()}",
            f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}",
        ]
        for kind, frames in self.chain:
            lines += ["", kind, *(f"  {frame}" for frame in frames)]
        return "\n".join(lines)


def describe(error: BaseException) -> BugReport:
    """The report of an exception and of those that led to it. Their messages stay out: they may quote a record."""
    chain: list[tuple[str, tuple[str, ...]]] = []
    current: BaseException | None = error
    while current is not None and len(chain) < 10:
        kind = type(current)
        frames = traceback.extract_tb(current.__traceback__)
        places = tuple(f"{_inside(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
        chain.append((f"{kind.__module__}.{kind.__qualname__}", places))
        current = current.__cause__ or current.__context__
    return BugReport(tuple(chain))


def _inside(file: str) -> str:
    """The file from the package on: the folders above it may carry the name of a person."""
    parts = PurePath(file).parts
    for root in _ROOTS:
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return parts[-1] if parts else file
