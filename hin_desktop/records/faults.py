"""What the disk and other programs do to a desk while it is open, in words."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.exc import DBAPIError

from hin_desktop.errors import Cancelled, DeskFault, HinError, Message


class DiskFull(DeskFault):
    """There is no room for what was to be saved; SQLite has rolled back by itself."""

    def __init__(self) -> None:
        super().__init__(
            Message("The disk is full. Nothing of this step was saved."),
            Message("Make room on the disk, then save again. What you typed is still here."),
        )


class DeskBusy(DeskFault):
    """Another program holds the desk locked for longer than we wait."""

    def __init__(self) -> None:
        super().__init__(
            Message("Another program is holding the desk. Nothing of this step was saved."),
            Message("Wait for a running backup or virus scan to end, then save again."),
        )


class DeskReadOnly(DeskFault):
    """The folder or the file may not be written."""

    def __init__(self) -> None:
        super().__init__(
            Message("The folder of the desk cannot be written. Nothing of this step was saved."),
            Message("Ask whoever looks after this computer for the right to write in that folder."),
        )


class DiskFault(DeskFault):
    """The disk reported an error while reading or writing."""

    def __init__(self) -> None:
        super().__init__(
            Message("The disk reported an error. Nothing of this step was saved."),
            Message(
                "Check that the drive is connected, then save again. If it happens again, make a backup elsewhere."
            ),
        )


class DeskDamaged(DeskFault):
    """A page of the file is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            Message("The file of the desk is damaged."),
            Message("Close the program and restore the last backup."),
        )


_FAULTS: tuple[tuple[str, Callable[[], HinError]], ...] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_BUSY", DeskBusy),
    ("SQLITE_LOCKED", DeskBusy),
    ("SQLITE_READONLY", DeskReadOnly),
    ("SQLITE_CANTOPEN", DeskReadOnly),
    ("SQLITE_IOERR", DiskFault),
    ("SQLITE_CORRUPT", DeskDamaged),
    ("SQLITE_NOTADB", DeskDamaged),
    ("SQLITE_INTERRUPT", Cancelled),
)


def in_words(error: DBAPIError) -> HinError | None:
    """The fault of the world behind a database error; None where it is a bug of ours."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return next((fault() for prefix, fault in _FAULTS if name.startswith(prefix)), None)
