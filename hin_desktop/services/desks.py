"""A desk from its first day: founded, opened, closed with a verified backup, restored."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select

from hin_desktop.errors import DeskFault, FieldProblem, Invalid, Message
from hin_desktop.records.models.organisation import Organisation, Setting
from hin_desktop.records.models.user import User
from hin_desktop.records.schema import SCHEMA_VERSION
from hin_desktop.records.store import Store
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.open_desk import Actor, OpenDesk
from hin_desktop.services.pathway import load_path_rules
from hin_desktop.services.rows import table_of
from hin_desktop.services.settings import BY_KEY
from hin_desktop.vault import backup, connection, desk_vault, key_file
from hin_desktop.vault.faults import UnknownLogin, WrongRecoveryCode, explain
from hin_desktop.vault.recovery import RecoveryCode
from hin_desktop.vault.slots import KdfStrength
from hin_desktop.vault.unlocked import Unlocked

Clock = Callable[[], datetime]
Migrate = Callable[[Store], None]
USER = table_of(User)


@dataclass(frozen=True, slots=True)
class NewDesk:
    """What a desk is founded with: the organisation, its Dienst, and the first counsellor with their language."""

    organisation: str
    service: str
    display_name: str
    login: str
    password: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class OpenedDesk:
    """A desk in use together with what must be closed at its end."""

    desk: OpenDesk
    unlocked: Unlocked

    @property
    def recovery_confirmed(self) -> bool:
        """Whether the recovery code was typed back from paper once."""
        return key_file.recovery_confirmed(self.unlocked.folder)

    @property
    def last_backup(self) -> datetime | None:
        """When the latest verified backup was made (UTC); None if there is none."""
        kept = backup.list_backups(self.unlocked.folder)
        return kept[0].made if kept else None

    def close(self, now: datetime) -> backup.BackupInfo | None:
        """Close the desk and forget its key, after a verified backup; None where none could be made.

        The backup must never keep a desk from closing: a fault in it is told at the next opening.
        """
        try:
            return backup.make_backup(self.unlocked, now)
        except (DeskFault, OSError):
            return None
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Close without a backup: for locking, where the counsellor comes back in a moment."""
        self.desk.store.close()
        self.unlocked.close()


class VaultSlots:
    """The key slots of an unlocked desk, for `services.users`."""

    def __init__(self, unlocked: Unlocked, organisation: str) -> None:
        self._unlocked = unlocked
        self._organisation = organisation

    def add(self, login: str, password: str) -> None:
        """Make a slot. Raises Invalid for an unsuitable login or password."""
        desk_vault.add_slot(self._unlocked, login, password, organisation=self._organisation)

    def remove(self, login: str) -> None:
        """Take a slot away. Raises Refused for the last one."""
        desk_vault.remove_slot(self._unlocked, login)

    def change_password(self, old: str, new: str) -> None:
        """Give the counsellor who opened the desk another password. Raises WrongPassword, Invalid."""
        desk_vault.change_password(self._unlocked, old, new, organisation=self._organisation)

    def new_recovery_code(self) -> RecoveryCode:
        """Replace the recovery code; the old sheet is worthless from now on."""
        return desk_vault.new_recovery_code(self._unlocked)

    def confirm_recovery_code(self, typed: str) -> None:
        """The new code typed back from paper. Raises RecoveryTypo, WrongRecoveryCode."""
        if not desk_vault.confirm_recovery(self._unlocked, RecoveryCode.parse(typed)):
            raise WrongRecoveryCode


def found(folder: Path, new: NewDesk, migrate: Migrate, clock: Clock, *, strength: KdfStrength | None = None,
          exempt_from_length: bool = False) -> tuple[OpenedDesk, RecoveryCode]:
    """Found a desk in a new or empty folder. Raises Invalid and the vault's faults; nothing is left of a failure."""
    problems = tuple(problem for field in ("organisation", "display_name") for problem in _required(new, field))
    if problems:
        raise Invalid(*problems)
    unlocked, code = desk_vault.create(folder, new.login, new.password, organisation=new.organisation,
                                       exempt_from_length=exempt_from_length, strength=strength)
    with ExitStack() as undo:
        undo.callback(_discard, unlocked)
        store = _store(unlocked)
        undo.callback(store.close)
        migrate(store)
        with store.writing(Message("Desk founded"), user_id=None, organisation_id=None, session=str(uuid4()),
                           now=clock()) as writer:
            organisation_id = writer.insert(Organisation, {"name": new.organisation, "service": new.service})
        with store.writing(Message("First counsellor"), user_id=None, organisation_id=organisation_id,
                           session=str(uuid4()), now=clock()) as writer:
            counsellor = {"login": unlocked.login, "display_name": new.display_name, "role": "lead"}
            user_id = writer.insert(User, counsellor)
            if new.language not in ("", BY_KEY["language"].default):
                writer.insert(Setting, {"user_id": user_id, "key": "language", "value": new.language})
        opened = _opened(unlocked, store, clock)
        undo.pop_all()
    return opened, code


def _discard(unlocked: Unlocked) -> None:
    """Take away the files of a desk that did not come about."""
    unlocked.close()
    files = unlocked.files
    for file in (files.database, *files.side_files, files.keys, files.lock):
        file.unlink(missing_ok=True)


def open_unlocked(unlocked: Unlocked, migrate: Migrate, clock: Clock) -> OpenedDesk:
    """Open a desk whose key is at hand. Raises NewerSchema, DamagedDatabase, MissingFile and the like."""
    probe = connection.connect(unlocked.files.database, unlocked.key)
    try:
        connection.require_known_schema(probe, SCHEMA_VERSION)
        version = connection.schema_version(probe)
    finally:
        probe.close()
    with ExitStack() as undo:
        store = _store(unlocked)
        undo.callback(store.close)
        if version != SCHEMA_VERSION:
            backup.make_backup(unlocked, clock())
            migrate(store)
        opened = _opened(unlocked, store, clock)
        undo.pop_all()
    return opened


def _store(unlocked: Unlocked) -> Store:
    return Store(connection.DBAPI, connection.creator(unlocked, reader=False),
                 connection.creator(unlocked, reader=True), explain)


def _opened(unlocked: Unlocked, store: Store, clock: Clock) -> OpenedDesk:
    with store.reading() as view:
        row = view.execute(select(USER).where(USER.c.login == unlocked.login)).one_or_none()
    if row is None:
        raise UnknownLogin(unlocked.login)
    actor = Actor(row.id, row.organisation_id, row.login, row.display_name, row.role)
    return OpenedDesk(OpenDesk(store, load_catalogues(), load_path_rules(), actor, clock, str(uuid4())), unlocked)


def _required(new: NewDesk, field: str) -> tuple[FieldProblem, ...]:
    return () if str(getattr(new, field)).strip() else (FieldProblem(field, Message("Please fill this in.")),)


