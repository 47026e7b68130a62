"""People asking for advice: take in, read, change, delete."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, func, select

from hin_desktop.domain import checks, file_number
from hin_desktop.domain.names import PersonName
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Difference, FieldProblem, Gone, Invalid, Message
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.client import Client, ClientLanguage, ClientName, ClientNationality
from hin_desktop.services import client_removal, search
from hin_desktop.services.done import Done
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import Act, OpenDesk
from hin_desktop.services.rows import Row, fetch_by, table_of
from hin_desktop.services.settings import setting

CLIENT = table_of(Client)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameVariant(Row):
    """A further name or spelling; `kind` of the catalogue name_kinds."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationality(Row):
    """One nationality by its code."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSkill(Row):
    """A language, how well it is spoken, and whether it is read (None: not asked)."""

    code: str
    level: str = ""
    reads: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRecord(Row):
    """Everything that stands on a person's own sheet. Codes come from the catalogues, '' means not recorded."""

    file_number: str = ""
    given_names: str = ""
    family_name: str = ""
    original_name: str = ""
    salutation: str = ""
    form_of_address: str = ""
    birth_date: PartialDate | None = None
    birth_date_assumed: bool = False
    birth_place: str = ""
    birth_country: str = ""
    sex: str = ""
    marital_status: str = ""
    interpreter_need: str = ""
    interpreter_language: str = ""
    phone: str = ""
    email: str = ""
    may_call: bool | None = None
    may_leave_message: bool | None = None
    may_text: bool | None = None
    may_write: bool | None = None
    may_email: bool | None = None
    listeners: str = ""
    contact_note: str = ""
    disclosure_ban: bool = False
    disclosure_ban_until: date | None = None
    household_confidential: bool = False
    arrival_germany: PartialDate | None = None
    arrival_town: PartialDate | None = None
    target_group: str = ""
    privacy_info_on: date | None = None
    date_of_death: PartialDate | None = None
    note: str = ""
    names: tuple[NameVariant, ...] = ()
    nationalities: tuple[Nationality, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()

    @property
    def name(self) -> PersonName:
        """The name in its parts."""
        return PersonName(self.given_names, self.family_name, self.original_name)


LISTS = (("names", NameVariant, ClientName), ("nationalities", Nationality, ClientNationality),
         ("languages", LanguageSkill, ClientLanguage))


def read(connection: Connection, client_id: int) -> ClientRecord:
    """One person. Raises Gone."""
    found = fetch_by(connection, ClientRecord, Client, "id", client_id)
    if not found:
        raise Gone
    lists = {name: fetch_by(connection, row_type, model, "client_id", client_id) for name, row_type, model in LISTS}
    return replace(found[0], **lists)  # type: ignore[arg-type]  # LISTS pairs each name with its own row type


def get(desk: OpenDesk, client_id: int) -> ClientRecord:
    """One person, with a view of its own. Raises Gone."""
    with desk.reading() as connection:
        return read(connection, client_id)


def add(desk: OpenDesk, record: ClientRecord, open_case: str | None = None,
        access_source: str = "") -> Done[ClientRecord]:
    """Take in a person with the next file number.

    `open_case` is the type of counselling of a case opened today ('' for none yet), `access_source` how they came.
    """
    _check(desk, record)
    with desk.writing(Message("Person taken in")) as act:
        saved = _save(act, _numbered(desk, act.writer.connection, record))
        if open_case is not None:
            act.writer.insert(Case, {
                "client_id": saved.id, "counsellor_id": desk.actor.user_id, "counselling_type": open_case,
                "concern": "", "access_source": access_source, "opened_on": desk.today(), "plan_review_on": None,
                "closed_on": None, "closing_reason": "", "closing_note": ""})
    return act.done(saved)


def change(desk: OpenDesk, record: ClientRecord) -> Done[ClientRecord]:
    """Save a changed person. Raises Invalid, Conflict, Gone."""
    _check(desk, record)
    with desk.writing(Message("Personal details changed")) as act:
        saved = _save(act, _numbered(desk, act.writer.connection, record))
    return act.done(saved)


def remove(desk: OpenDesk, client_id: int, version: int) -> Done[None]:
    """Delete a person with everything that belongs to that person alone; it can be undone."""
    with desk.writing(Message("Person deleted")) as act:
        client_removal.remove(act, client_id, version)
    return act.done(None)


def _check(desk: OpenDesk, record: ClientRecord) -> None:
    problems = checks.check_person(record, desk.today(), LIMITS)
    if problems:
        raise Invalid(*problems)


def _save(act: Act, record: ClientRecord) -> ClientRecord:
    stored = read(act.writer.connection, record.id) if record.id else ClientRecord()
    differing = [Difference(name, getattr(record, name), getattr(stored, name)) for name, _, _ in LISTS
                 if getattr(record, name) != getattr(stored, name)]
    saved = act.save(Client, record, beside=differing, sort_name=record.name.sort_key)
    lists = {name: _save_list(act, model, saved.id, getattr(record, name), getattr(stored, name))
             for name, _, model in LISTS}
    search.index_person(act.writer, saved.id)
    return replace(saved, **lists)  # type: ignore[arg-type]  # as in read()


def _save_list(act: Act, model: type, client_id: int, wanted: Sequence[Row], stored: Iterable[Row]) -> tuple[Row, ...]:
    """Bring one list of a person to the wanted state: what is gone is deleted, what differs changed, the rest kept."""
    before = {row.id: row for row in stored}
    kept = {row.id for row in wanted}
    for row in before.values():
        if row.id not in kept:
            act.remove(model, row)
    return tuple(row if before.get(row.id) == row else act.save(model, row, client_id=client_id) for row in wanted)


def _numbered(desk: OpenDesk, connection: Connection, record: ClientRecord) -> ClientRecord:
    """With a file number, the next one where none was typed. Raises Invalid for somebody else's."""
    number = record.file_number.strip() or _next_number(desk, connection)
    if connection.scalar(select(CLIENT.c.id).where(
            CLIENT.c.organisation_id == desk.actor.organisation_id, CLIENT.c.file_number == number,
            CLIENT.c.id != record.id)) is not None:
        raise Invalid(FieldProblem("file_number", Message("Another person has this file number.")))
    return replace(record, file_number=number)


def _next_number(desk: OpenDesk, connection: Connection) -> str:
    pattern = str(setting(connection, desk, "file_number_pattern"))
    prefix = file_number.prefix(pattern, desk.today().year)
    of_year = CLIENT.c.file_number.between(prefix, prefix + search.LAST)
    own = CLIENT.c.organisation_id == desk.actor.organisation_id
    numbers = connection.scalars(select(CLIENT.c.file_number).where(own, of_year).order_by(
        func.length(CLIENT.c.file_number).desc(), CLIENT.c.file_number.desc()))
    highest = next((number for number in numbers if number.removeprefix(prefix).isdecimal()), None)
    numbers.close()
    return file_number.next_number(pattern, desk.today().year, highest)
