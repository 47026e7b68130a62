"""The head of the first page: who writes, with the organisation's logo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The organisation as it shows itself: name, lines below it (address, telephone ...), logo as PNG or JPEG bytes."""

    name: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None
