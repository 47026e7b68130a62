"""The counsellors of a desk: who they are, and the key slot each one opens it with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import Connection

from hin_desktop.errors import FieldProblem, Gone, Invalid, Message, Refused
from hin_desktop.records.models.user import User
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import Row, rows_of, select_of, table_of
from hin_desktop.vault.key_file import checked_login
from hin_desktop.vault.recovery import RecoveryCode

USER = table_of(User)
ROLES = ("counsellor", "lead", "administration")


class KeySlots(Protocol):
    """The vault's side of a counsellor: one key slot each."""

    def add(self, login: str, password: str) -> None:
        """Make a slot. Raises Invalid for an unsuitable login or password."""

    def remove(self, login: str) -> None:
        """Take a slot away."""

    def change_password(self, old: str, new: str) -> None:
        """Give the counsellor who opened the desk another password. Raises WrongPassword, Invalid."""

    def new_recovery_code(self) -> RecoveryCode:
        """Replace the recovery code; the old sheet is worthless from now on."""

    def confirm_recovery_code(self, typed: str) -> None:
        """The new code typed back from paper. Raises RecoveryTypo, WrongRecoveryCode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow(Row):
    """A counsellor. Inactive ones stay as names in the records and have no key slot."""

    login: str = ""
    display_name: str = ""
    role: str = "counsellor"
    phone: str = ""
    email: str = ""
    active: bool = True


ALL = select_of(UserRow, User).order_by(USER.c.active.desc(), USER.c.display_name, USER.c.id)


def everybody(desk: OpenDesk) -> tuple[UserRow, ...]:
    """All counsellors, active ones first, by name."""
    with desk.reading() as connection:
        return read(connection)


def read(connection: Connection) -> tuple[UserRow, ...]:
    """As `everybody`, on a view that is already open."""
    return rows_of(connection, UserRow, ALL)


def add(desk: OpenDesk, slots: KeySlots, row: UserRow, password: str) -> Done[UserRow]:
    """Let a colleague work at this desk, with a first password. Raises Invalid."""
    _check(row)
    row = replace(row, login=checked_login(row.login))
    with desk.writing(Message("Colleague added: {name}", name=row.display_name)) as act:
        if any(user.login.casefold() == row.login.casefold() for user in read(act.writer.connection)):
            raise Invalid(FieldProblem("login", Message("This login name is taken.")))
        saved = act.save(User, row)
        slots.add(row.login, password)  # last: where it is refused, nothing was written
    return act.done(saved)


def change(desk: OpenDesk, row: UserRow) -> Done[UserRow]:
    """Save name, role and contact data; the login stays. Raises Invalid, Conflict, Gone."""
    _check(row)
    with desk.writing(Message("Colleague changed: {name}", name=row.display_name)) as act:
        stored = next((user for user in read(act.writer.connection) if user.id == row.id), None)
        if stored is None:
            raise Gone
        saved = act.save(User, replace(row, login=stored.login, active=stored.active))
    return act.done(saved)


def deactivate(desk: OpenDesk, slots: KeySlots, row: UserRow) -> Done[UserRow]:
    """Somebody left: the key slot goes, the name stays in the records. Raises Refused for oneself."""
    if row.id == desk.actor.user_id:
        raise Refused(Message("You cannot remove yourself."), Message("Ask a colleague to do it."))
    with desk.writing(Message("Colleague removed: {name}", name=row.display_name)) as act:
        saved = act.save(User, replace(row, active=False))
        slots.remove(row.login)  # last: where it is refused, nothing was written
    return act.done(saved)


def _check(row: UserRow) -> None:
    problems = [FieldProblem(field, Message("Please fill this in.")) for field in ("login", "display_name")
                if not getattr(row, field).strip()]
    if row.role not in ROLES:
        problems.append(FieldProblem("role", Message("Please choose from the list.")))
    if problems:
        raise Invalid(*problems)
