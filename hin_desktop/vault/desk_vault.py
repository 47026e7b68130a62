"""Making a desk, opening it, and who may: passwords, colleagues, the recovery code.

Removing a colleague's slot stops the login. Someone who kept an old copy of key file and database can still read that
copy with the old password: say so where it is offered.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from hin_desktop.errors import FieldProblem, Invalid, Message, Refused
from hin_desktop.vault import key_file
from hin_desktop.vault.connection import Use, connect
from hin_desktop.vault.desk_files import DeskFiles
from hin_desktop.vault.desk_lock import DeskLock
from hin_desktop.vault.faults import (
    DamagedSlot,
    EmptyFile,
    FolderNotEmpty,
    MissingFile,
    ReadOnlyFolder,
    UnknownLogin,
    WrongPassword,
    WrongRecoveryCode,
    explain,
)
from hin_desktop.vault.key_file import KeyFile, SlotKind, checked_login
from hin_desktop.vault.passwords import check_new_password, password_bytes
from hin_desktop.vault.places import require_suitable
from hin_desktop.vault.recovery import RecoveryCode
from hin_desktop.vault.slots import KdfStrength, new_data_key, seal, unseal
from hin_desktop.vault.unlocked import Unlocked


def create(
    folder: Path,
    login: str,
    password: str,
    *,
    organisation: str = "",
    exempt_from_length: bool = False,
    strength: KdfStrength | None = None,
) -> tuple[Unlocked, RecoveryCode]:
    """Make a desk in a new or empty folder: key file with one counsellor and a recovery slot, and an empty database.

    The desk comes back unlocked, with the code to print; `confirm_recovery` completes the set-up. Raises Invalid for
    login or password, UnsuitableFolder, FolderNotEmpty, ReadOnlyFolder.
    """
    login = checked_login(login)
    check_new_password(password, login=login, organisation=organisation, exempt_from_length=exempt_from_length)
    require_suitable(folder)
    files = DeskFiles(folder)
    _make_folder(folder)
    with ExitStack() as undo:
        lock = DeskLock(files.lock)
        undo.callback(files.lock.unlink, missing_ok=True)
        undo.callback(lock.release)
        code, strength = RecoveryCode.random(), strength or KdfStrength.for_this_machine()
        desk, data_key = str(uuid4()), new_data_key()
        slot = seal(data_key, password_bytes(password), desk, SlotKind.PASSWORD, login, strength)
        recovery = seal(data_key, code.secret, desk, SlotKind.RECOVERY, "", strength)
        undo.callback(files.keys.unlink, missing_ok=True)
        key_file.write(files.keys, KeyFile(desk, (slot, recovery)))
        undo.callback(files.database.unlink, missing_ok=True)
        connect(files.database, data_key, Use.NEW).close()
        undo.pop_all()
    return Unlocked(files, login, desk, data_key, lock), code


def unlock(folder: Path, login: str, password: str) -> Unlocked:
    """Open a desk with a password. The database has not been touched yet when this returns.

    Raises UnknownLogin, WrongPassword, DamagedSlot, MissingFile, EmptyFile, AlreadyOpen, ReadOnlyFolder,
    UnsuitableFolder.
    """
    files = _require_desk(folder)
    secret = password_bytes(password)
    with ExitStack() as undo:
        lock = DeskLock(files.lock)
        undo.callback(lock.release)
        keys = key_file.read(files.keys)
        data_key = open_with_password(keys, login, secret)
        undo.pop_all()
    slot = keys.of(login)
    return Unlocked(files, slot.login if slot else login, keys.desk, data_key, lock)


def unlock_with_recovery(folder: Path, code: RecoveryCode) -> Unlocked:
    """Open a desk with its recovery code; then `set_password` gives a login a new password.

    Raises WrongRecoveryCode and what `unlock` raises.
    """
    files = _require_desk(folder)
    with ExitStack() as undo:
        lock = DeskLock(files.lock)
        undo.callback(lock.release)
        keys = key_file.read(files.keys)
        data_key = _open_with_code(keys, code)
        if data_key is None:
            raise WrongRecoveryCode
        undo.pop_all()
    return Unlocked(files, "", keys.desk, data_key, lock)


def open_with_password(keys: KeyFile, login: str, secret: bytes) -> bytes:
    """The data key behind a login's slot. Raises UnknownLogin, WrongPassword or DamagedSlot."""
    slot = keys.of(login)
    if slot is None:
        if all(other.is_whole for other in keys.slots):
            raise UnknownLogin(login)
        raise DamagedSlot  # the damage may be in the very name that was looked for
    data_key = unseal(slot, secret, keys.desk)
    if data_key is None:
        raise WrongPassword
    return data_key


def change_password(
    unlocked: Unlocked, old: str, new: str, *, organisation: str = "", strength: KdfStrength | None = None
) -> None:
    """Replace the password of the counsellor who opened the desk. Raises WrongPassword for `old`, Invalid for `new`."""
    keys = key_file.read(unlocked.files.keys)
    open_with_password(keys, unlocked.login, password_bytes(old))
    set_password(unlocked, unlocked.login, new, organisation=organisation, strength=strength)


def set_password(
    unlocked: Unlocked, login: str, password: str, *, organisation: str = "", strength: KdfStrength | None = None
) -> None:
    """Give an existing login a new password: after the recovery code, or for a colleague who forgot theirs."""
    keys = key_file.read(unlocked.files.keys)
    slot = keys.of(login)
    if slot is None:
        raise UnknownLogin(login)
    _put_slot(unlocked, keys, slot.login, password, organisation, strength)


def add_slot(
    unlocked: Unlocked, login: str, password: str, *, organisation: str = "", strength: KdfStrength | None = None
) -> None:
    """Let a colleague open the desk. Raises Invalid when the login is taken or the password is too weak."""
    login = checked_login(login)
    keys = key_file.read(unlocked.files.keys)
    if keys.of(login) is not None:
        raise Invalid(FieldProblem("login", Message("This login name is taken. Please choose another one.")))
    _put_slot(unlocked, keys, login, password, organisation, strength)


def remove_slot(unlocked: Unlocked, login: str) -> None:
    """Take a login away. Raises UnknownLogin, and Refused for the last one."""
    keys = key_file.read(unlocked.files.keys)
    slot = keys.of(login)
    if slot is None:
        raise UnknownLogin(login)
    if len(keys.logins) == 1:
        raise Refused(
            Message("The last login cannot be removed: nobody could open the desk any more."),
            Message("Add a colleague first."),
        )
    key_file.write(unlocked.files.keys, keys.without(slot))


def new_recovery_code(unlocked: Unlocked, *, strength: KdfStrength | None = None) -> RecoveryCode:
    """Replace the recovery code; the old sheet is worthless from now on. The new one has to be confirmed again."""
    keys = key_file.read(unlocked.files.keys)
    code, strength = RecoveryCode.random(), strength or KdfStrength.for_this_machine()
    slot = seal(unlocked.key, code.secret, keys.desk, SlotKind.RECOVERY, "", strength)
    key_file.write(unlocked.files.keys, replace(keys.having(slot), recovery_confirmed=False))
    return code


def confirm_recovery(unlocked: Unlocked, code: RecoveryCode) -> bool:
    """Whether the code typed back from paper opens this desk; if so the key file records that set-up is complete."""
    keys = key_file.read(unlocked.files.keys)
    if _open_with_code(keys, code) != unlocked.key:
        return False
    key_file.write(unlocked.files.keys, replace(keys, recovery_confirmed=True))
    return True


def _put_slot(
    unlocked: Unlocked, keys: KeyFile, login: str, password: str, organisation: str, strength: KdfStrength | None
) -> None:
    check_new_password(password, login=login, organisation=organisation)
    strength = strength or KdfStrength.for_this_machine()
    slot = seal(unlocked.key, password_bytes(password), keys.desk, SlotKind.PASSWORD, login, strength)
    key_file.write(unlocked.files.keys, keys.having(slot))


def _open_with_code(keys: KeyFile, code: RecoveryCode) -> bytes | None:
    slot = keys.recovery
    if slot is None:
        raise DamagedSlot
    return unseal(slot, code.secret, keys.desk)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FolderNotEmpty
        _try_writing(folder)
    except OSError as error:
        raise (explain(error) or FolderNotEmpty()) from error


def _require_desk(folder: Path) -> DeskFiles:
    """The files of a desk that is there, whole by name and size, on a suitable disk, and writable."""
    require_suitable(folder)
    files = DeskFiles(folder)
    for file in (files.keys, files.database):
        if not file.is_file():
            raise MissingFile(file.name)
        if file.stat().st_size == 0:
            raise EmptyFile(file.name)
    try:
        _try_writing(folder)
    except OSError as error:
        raise (explain(error) or ReadOnlyFolder()) from error
    return files


def _try_writing(folder: Path) -> None:
    """Asking for rights is not enough: an administrator has them all, and a disk may still be mounted read-only."""
    with tempfile.TemporaryFile(dir=folder) as probe:
        os.fsync(probe.fileno())
