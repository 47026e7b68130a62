"""What a command tells the whole window: which records have changed, and who changed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable


class ChangeLike(Protocol):
    """One changed record, as `services.Change` has it: its kind, id, new version, and the people it concerns."""

    @property
    def kind(self) -> str:
        """The table's name."""

    @property
    def id(self) -> int | None:
        """The record's number; None when many of this kind changed at once."""

    @property
    def version(self) -> int:
        """Its version after the change."""

    @property
    def clients(self) -> tuple[int, ...]:
        """Ids of the people concerned."""


@runtime_checkable
class DoneLike(Protocol):
    """What a changing service returns, as far as the broadcast needs it."""

    @property
    def changes(self) -> tuple[ChangeLike, ...]:
        """What has changed."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What a command has changed, and who started it; a page skips its own."""

    changes: tuple[ChangeLike, ...]
    origin: object
