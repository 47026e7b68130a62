"""Backups: copied, read again, checked, counted, and only then called a backup. And the way back.

A backup is two files in `backups/`: desk-YYYYMMDD-HHMMSS.db (UTC) and the key file of that moment beside it. A copy
that has not been checked yet carries `.ungeprüft` and is never offered.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hin_desktop.vault.atomic import sync_file, sync_folder, write_atomically
from hin_desktop.vault.connection import DBAPI, connect, copy_into
from hin_desktop.vault.desk_files import DeskFiles
from hin_desktop.vault.faults import BackupFailed, DamagedDatabase, MissingFile, explain
from hin_desktop.vault.integrity import check_copy, count_rows, quick_check
from hin_desktop.vault.unlocked import Unlocked

KEPT = 7
_STAMP = "desk-%Y%m%d-%H%M%S.db"
_UNCHECKED = ".ungeprüft"


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """One verified backup. `made` is UTC, `size` in bytes."""

    database: Path
    made: datetime
    size: int

    @property
    def keys(self) -> Path:
        """The key file that belongs to it: the passwords of that day open it."""
        return self.database.with_suffix(".keys.json")


def make_backup(unlocked: Unlocked, now: datetime) -> BackupInfo:
    """Make a verified backup, then drop all but the last seven. `now` carries its zone.

    Raises DamagedDatabase when the desk itself is damaged, BackupFailed when the copy is, DiskFull, DiskTrouble.
    No earlier backup is touched before the new one is complete.
    """
    quick_check(unlocked)
    target = unlocked.files.backups / now.astimezone(UTC).strftime(_STAMP)
    unchecked = target.with_name(target.name + _UNCHECKED)
    try:
        _make_room(unlocked.files.backups)
        with ExitStack() as undo:
            undo.callback(unchecked.unlink, missing_ok=True)
            _copy_and_check(unlocked, unchecked)
            made = BackupInfo(target, now.astimezone(UTC).replace(microsecond=0), unchecked.stat().st_size)
            write_atomically(made.keys, unlocked.files.keys.read_bytes())
            unchecked.replace(target)
            sync_folder(target.parent)
        _rotate(unlocked.folder)
    except OSError as error:
        raise (explain(error) or error) from error
    return made


def list_backups(folder: Path) -> tuple[BackupInfo, ...]:
    """The verified backups of a desk, newest first. Needs no key."""
    found = []
    for path in DeskFiles(folder).backups.glob("desk-*.db"):
        with suppress(MissingFile):
            found.append(backup_at(path))
    return tuple(sorted(found, key=lambda info: info.made, reverse=True))


def backup_at(path: Path) -> BackupInfo:
    """The backup in one file, wherever it was carried to. Raises MissingFile when it or its key file is not there."""
    try:
        made = datetime.strptime(path.name, _STAMP).replace(tzinfo=UTC)
        info = BackupInfo(path, made, path.stat().st_size)
    except (ValueError, OSError) as error:
        raise MissingFile(path.name) from error
    if not info.keys.is_file():
        raise MissingFile(info.keys.name)
    return info


def _copy_and_check(unlocked: Unlocked, unchecked: Path) -> None:
    """Copy, sync, open the copy anew, both integrity checks, and as many rows as the desk has."""
    connection = connect(unlocked.files.database, unlocked.key)
    try:
        before = count_rows(connection)
        unchecked.touch(0o600, exist_ok=False)
        copy_into(connection, unchecked)
        after = count_rows(connection)
    except DBAPI.Error as error:
        raise (explain(error) or error) from error
    finally:
        connection.close()
    sync_file(unchecked)
    try:
        copied = check_copy(unchecked, unlocked.key)
    except DamagedDatabase as error:
        raise BackupFailed from error
    # somebody may save while the copy is made: then it holds what was there at one moment in between
    if not all(_between(copied.get(name, -1), rows, after.get(name, rows)) for name, rows in before.items()):
        raise BackupFailed


def _between(rows: int, before: int, after: int) -> bool:
    return min(before, after) <= rows <= max(before, after)


def _make_room(backups: Path) -> None:
    """The folder, without what an interrupted backup left: neither unchecked copies nor keys without a database."""
    backups.mkdir(mode=0o700, exist_ok=True)
    for left in backups.glob("desk-*.db.*"):
        left.unlink(missing_ok=True)
    for keys in backups.glob("desk-*.keys.json"):
        if not keys.with_name(keys.name.removesuffix(".keys.json") + ".db").exists():
            keys.unlink(missing_ok=True)


def _rotate(folder: Path) -> None:
    for old in list_backups(folder)[KEPT:]:
        old.database.unlink(missing_ok=True)
        old.keys.unlink(missing_ok=True)
