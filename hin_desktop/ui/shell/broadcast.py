"""What a command tells the whole window: which records have changed, and who changed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class ChangeLike(Protocol):
    """One changed record, as `services.Change` has it: its kind, id, new version, and the people it concerns."""

    @property
    def kind(self) -> str:
        """The table's name."""

    @property
    def id(self) -> int:
        """The record's number."""

    @property
    def version(self) -> int:
        """Its version after the change."""

    @property
    def clients(self) -> tuple[int, ...]:
        """Ids of the people concerned."""


class DoneLike(Protocol):
    """What every changing service returns, as far as the broadcast needs it."""

    @property
    def changes(self) -> tuple[ChangeLike, ...]:
        """What has changed."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What a command has changed, and who started it; a page skips its own."""

    changes: tuple[ChangeLike, ...]
    origin: object
