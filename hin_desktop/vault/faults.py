"""Why a desk cannot be opened, made or written: one class and one sentence a reason, each with what to do now."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import datetime

from hin_desktop.errors import DeskFault, FieldProblem, Invalid, Message

_FROM_BACKUP = Message("Restore the last backup. The present file is kept aside.")


class WrongPassword(DeskFault):
    """The slot of this login did not open with what was typed."""

    def __init__(self) -> None:
        super().__init__(
            Message("The password is not right."),
            Message(
                "Please check Caps Lock and keyboard layout. If it is forgotten, the recovery code opens the desk."
            ),
        )


class WrongRecoveryCode(DeskFault):
    """The code is well-formed, but belongs to another desk or was replaced by a newer one."""

    def __init__(self) -> None:
        super().__init__(
            Message("This recovery code does not open this desk."),
            Message(
                "It was typed without a mistake, but belongs to another desk or was replaced. Look for a newer sheet."
            ),
        )


class RecoveryTypo(Invalid):
    """The recovery code has a slip in it: known from its check group, before anything is tried."""

    def __init__(self, message: Message) -> None:
        super().__init__(FieldProblem("code", message))


class UnknownLogin(DeskFault):
    """No slot carries this login name."""

    def __init__(self, login: str) -> None:
        super().__init__(
            Message("Nobody with the login name “{login}” works at this desk.", login=login),
            Message("Please check the spelling, or ask a colleague to add you in the settings."),
        )


class DamagedSlot(DeskFault):
    """A key slot, or the whole key file, is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            Message("The key file keys.json is damaged. Your password was not the reason."),
            Message("Put back keys.json from the newest backup, or open the desk with the recovery code."),
        )


class DamagedDatabase(DeskFault):
    """The key is right, but the database is not whole. `details` are technical lines without personal data."""

    def __init__(self, details: tuple[str, ...] = ()) -> None:
        super().__init__(Message("The database desk.db is damaged."), _FROM_BACKUP)
        self.details = details


class MissingFile(DeskFault):
    """A file that belongs to the desk is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Message("The file {name} is missing from the folder of this desk.", name=name),
            Message("Was the folder moved or renamed? Choose it again, or restore the last backup."),
        )


class EmptyFile(DeskFault):
    """A file of the desk is there, but holds nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(Message("The file {name} is empty: its content was lost.", name=name), _FROM_BACKUP)


class NewerSchema(DeskFault):
    """A later version of the program has written this desk."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            Message("This desk was last opened with a newer version of the program."),
            Message("Please install the newer version. Nothing was changed."),
        )
        self.found = found
        self.known = known


class AlreadyOpen(DeskFault):
    """Another process holds the desk lock. `since` is in local time; None: the holder could not be read."""

    def __init__(self, user: str = "", host: str = "", since: datetime | None = None) -> None:
        way_out = Message("Close the other window first. If none can be found, restart this computer.")
        if since is None:
            super().__init__(Message("This desk is already open."), way_out)
        else:
            super().__init__(
                Message(
                    "This desk is already open: {user} on {host}, since {since}.", user=user, host=host, since=since
                ),
                way_out,
            )


class LockedByAnother(DeskFault):
    """Another program (virus scanner, file backup) holds the database file for longer than can be waited."""

    def __init__(self) -> None:
        super().__init__(
            Message("Another program keeps the database busy, perhaps a virus scanner or a file backup."),
            Message("Nothing was lost. Please try again in a moment."),
        )


class ReadOnlyFolder(DeskFault):
    """The program may not write into the folder of the desk."""

    def __init__(self) -> None:
        super().__init__(
            Message("The folder of this desk cannot be written to."),
            Message("Ask whoever looks after this computer for the right to write there, or choose another folder."),
        )


class UnsuitableFolder(DeskFault):
    """The folder lies on a network drive or is synchronised: a database there gets damaged sooner or later."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason, Message("Please choose a folder on this computer's own disk."))


class FolderNotEmpty(DeskFault):
    """A new desk needs a folder of its own."""

    def __init__(self) -> None:
        super().__init__(
            Message("There is already something in this folder."),
            Message("A new desk needs a folder of its own. Open the desk that is there, or choose another folder."),
        )


class DiskFull(DeskFault):
    """No room left. The transaction has been rolled back; everything saved before is whole."""

    def __init__(self) -> None:
        super().__init__(
            Message("The disk is full. This was not saved; everything saved before is safe."),
            Message("Make room on the disk, then save again. What you typed stays here."),
        )


class DiskTrouble(DeskFault):
    """The disk reported an error. The transaction has been rolled back."""

    def __init__(self) -> None:
        super().__init__(
            Message("The disk reported an error. This was not saved; everything saved before is safe."),
            Message("Try again. If it happens again, have the disk of this computer looked at."),
        )


class BackupFailed(DeskFault):
    """The copy did not pass its checks and was thrown away; the backups before it are untouched."""

    def __init__(self) -> None:
        super().__init__(
            Message("The backup did not pass its check and was discarded. Earlier backups are untouched."),
            Message("Try again. If it happens again, have the disk of this computer looked at."),
        )


class DamagedBackup(DeskFault):
    """The backup to be restored is not whole."""

    def __init__(self) -> None:
        super().__init__(
            Message("This backup is damaged. The present data was not touched."),
            Message("Please choose another backup."),
        )


class DeskClosed(DeskFault):
    """The desk has been locked in the meantime; its key is gone from memory."""

    def __init__(self) -> None:
        super().__init__(Message("The desk is locked."), Message("Please unlock it with your password."))


_SQLITE: dict[str, Callable[[], DeskFault]] = {
    "NOTADB": DamagedDatabase,
    "CORRUPT": DamagedDatabase,
    "CANTOPEN": ReadOnlyFolder,
    "READONLY": ReadOnlyFolder,
    "PERM": ReadOnlyFolder,
    "BUSY": LockedByAnother,
    "LOCKED": LockedByAnother,
    "FULL": DiskFull,
    "IOERR": DiskTrouble,
}
_ERRNO: dict[int, Callable[[], DeskFault]] = {
    errno.ENOSPC: DiskFull,
    errno.EFBIG: DiskFull,
    getattr(errno, "EDQUOT", errno.ENOSPC): DiskFull,
    errno.EROFS: ReadOnlyFolder,
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
    errno.EIO: DiskTrouble,
}


def explain(error: BaseException) -> DeskFault | None:
    """The fault behind an error of SQLCipher, of SQLAlchemy around it, or of the file system; None: not one of these.

    A wrong password never comes this way: it is learnt from its slot, before the database is touched. So "not a
    database" means damage.
    """
    if isinstance(error, DeskFault):
        return error
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, OSError):
        found = _ERRNO.get(cause.errno or 0)
        return found() if found else None
    name = getattr(cause, "sqlite_errorname", None)
    parts = name.split("_") if isinstance(name, str) else []
    found = _SQLITE.get(parts[1]) if len(parts) > 1 else None
    return found() if found else None
