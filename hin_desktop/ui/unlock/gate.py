"""What the unlock window needs from the program: handed in by app.py, called on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class LastDesk:
    """The desk that was open last on this machine; folder None: none yet."""

    folder: Path | None
    login: str


@dataclass(frozen=True, slots=True)
class Foundation:
    """What the set-up form says; `language` is the one it was filled in."""

    folder: Path
    organisation: str
    service: str
    display_name: str
    login: str
    password: str
    language: str = "de"


@dataclass(frozen=True, slots=True)
class Founded:
    """A desk just founded: the opened desk (opaque here), the recovery code in groups, and its sheet as PDF."""

    opened: object
    code: tuple[str, ...]
    sheet: bytes


class Gate(Protocol):
    """The way into a desk. Every call may take a while and runs beside the window; faults are HinErrors."""

    def last(self) -> LastDesk:
        """The desk open last on this machine."""

    def suggested_folder(self) -> Path:
        """Where a new desk is proposed."""

    def logins(self, folder: Path) -> tuple[str, ...]:
        """Who can open this desk. Raises MissingFile and the like."""

    def unlock(self, folder: Path, login: str, password: str) -> object:
        """Open a desk. Raises WrongPassword, DamagedSlot, AlreadyOpen ... A `Founded` goes on with its sheet."""

    def recover(self, folder: Path, code: str, login: str, password: str) -> object:
        """Open a desk with its recovery code and give `login` a new password. Raises RecoveryTypo, Invalid ..."""

    def found(self, wanted: Foundation) -> Founded:
        """Found a desk. Raises Invalid with the fields, UnsuitableFolder ..."""

    def confirm(self, founded: Founded, typed: str) -> None:
        """The recovery code typed back from paper. Raises RecoveryTypo or WrongRecoveryCode."""

    def cancel(self, founded: Founded) -> None:
        """Take away a desk whose set-up was left before the code was typed back; nothing is in it yet."""

    def practice(self) -> object:
        """Open the practice desk of this machine; makes it with fictional people the first time."""
