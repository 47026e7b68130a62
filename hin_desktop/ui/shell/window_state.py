"""Size, place and last page of the window, kept inside the desk: where somebody works says something about people."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

_GEOMETRY, _PAGE = "window.geometry", "window.page"


class StateStore(Protocol):
    """Keeps short texts by key. Both calls return at once: loading from memory, saving in the background."""

    def load(self, key: str) -> str | None:
        """What was kept, None if nothing was."""

    def save(self, key: str, value: str) -> None:
        """Keep it."""


class MemoryState:
    """A store that lasts as long as the program; for tests and before a desk is open."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def load(self, key: str) -> str | None:
        """What was kept, None if nothing was."""
        return self.kept.get(key)

    def save(self, key: str, value: str) -> None:
        """Keep it."""
        self.kept[key] = value


def save_window(window: QMainWindow, page: str, store: StateStore) -> None:
    """Remember where the window is and which page it shows."""
    store.save(_GEOMETRY, bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
    if page:
        store.save(_PAGE, page)


def restore_window(window: QMainWindow, store: StateStore) -> str | None:
    """Put the window back where it was; gives the page it showed."""
    kept = store.load(_GEOMETRY)
    if kept:
        window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
    return store.load(_PAGE)
