"""What every write gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from hin_desktop.errors import Message
from hin_desktop.records.changes import Change

T = TypeVar("T")

__all__ = ["Change", "Done"]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A finished write: the new value, what changed (for open pages), its name, and the journal entry to undo."""

    value: T
    changes: tuple[Change, ...]
    verb: Message
    entry_id: int | None
