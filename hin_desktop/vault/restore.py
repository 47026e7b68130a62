"""The way back: a backup becomes the desk again. The present database is moved aside, never deleted."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from hin_desktop.errors import DeskFault
from hin_desktop.vault import key_file
from hin_desktop.vault.atomic import sync_file, sync_folder, write_atomically
from hin_desktop.vault.backup import BackupInfo
from hin_desktop.vault.desk_files import DeskFiles
from hin_desktop.vault.desk_lock import DeskLock
from hin_desktop.vault.desk_vault import open_with_password
from hin_desktop.vault.faults import DamagedBackup, DamagedDatabase, MissingFile, explain
from hin_desktop.vault.integrity import check_copy
from hin_desktop.vault.passwords import password_bytes
from hin_desktop.vault.places import require_suitable

_ASIDE = "vor-wiederherstellung-%Y%m%d-%H%M%S"


def restore(folder: Path, backup: BackupInfo, login: str, password: str, now: datetime) -> Path:
    """Put a backup in the place of the desk in `folder` and return the folder where the present files lie now.

    The password is the one of the day of the backup. The present key file stays when it still opens the data with the
    same password (so nobody who was removed comes back); else the backup's takes its place. Raises WrongPassword,
    UnknownLogin, DamagedBackup, AlreadyOpen, DiskFull; the desk is untouched then.
    """
    require_suitable(folder)
    files, secret = DeskFiles(folder), password_bytes(password)
    saved = key_file.read(backup.keys)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = DeskLock(files.lock)
        try:
            key = open_with_password(saved, login, secret)
            fresh = _checked_copy(backup, files, key)
            keeps_keys = _opens(files, login, secret, key)
            aside = _set_aside(files, now)
            os.replace(fresh, files.database)
            if not keeps_keys:
                write_atomically(files.keys, backup.keys.read_bytes())
            sync_folder(folder)
        finally:
            lock.release()
    except OSError as error:
        raise (explain(error) or error) from error
    return aside


def _checked_copy(backup: BackupInfo, files: DeskFiles, key: bytes) -> Path:
    """A copy of the backup beside the desk, proved whole; so it is the copy that is checked, not only its source."""
    fresh = files.database.with_name("desk.db.new")
    try:
        shutil.copyfile(backup.database, fresh)
        fresh.chmod(0o600)
        sync_file(fresh)
        check_copy(fresh, key)
    except (DamagedDatabase, FileNotFoundError) as error:
        fresh.unlink(missing_ok=True)
        raise (DamagedBackup() if isinstance(error, DeskFault) else MissingFile(backup.database.name)) from error
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _opens(files: DeskFiles, login: str, secret: bytes, key: bytes) -> bool:
    """Whether the present key file leads this login to the same data key."""
    try:
        return open_with_password(key_file.read(files.keys), login, secret) == key
    except DeskFault:
        return False


def _set_aside(files: DeskFiles, now: datetime) -> Path:
    """Move everything that is there now, as it is. The database goes first: interrupted here, the desk says that its
    database is missing, instead of opening without its log; and the log never stands beside the restored one.
    """
    aside = files.folder / now.astimezone(UTC).strftime(_ASIDE)
    aside.mkdir(mode=0o700)
    for file in (files.database, *files.side_files):
        if file.exists():
            file.replace(aside / file.name)
    if files.keys.exists():
        shutil.copyfile(files.keys, aside / files.keys.name)
    sync_folder(aside)
    return aside
