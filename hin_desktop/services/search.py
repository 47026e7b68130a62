"""Finding people: the folded words of their names, and the list with its filters.

A word is found by its beginning through one range query on `search_term`, which is exact, quick with one letter as
with ten, and the same on every database. Conditions are lists of ids that do not look at the person in question: asked
person by person, the filters took seconds with 100,000 people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from hin_desktop.domain.names import PersonName, fold, query_words, search_terms
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.client import Client, ClientName, ClientNationality
from hin_desktop.records.models.consultation import Consultation, ConsultationParticipant
from hin_desktop.records.models.interface import SearchTerm
from hin_desktop.records.models.user import User
from hin_desktop.records.writer import Writer
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import table_of

CLIENT, CASE, TERM, USER = table_of(Client), table_of(Case), table_of(SearchTerm), table_of(User)
NATIONALITY, VARIANT = table_of(ClientNationality), table_of(ClientName)
TALK, PARTICIPANT = table_of(Consultation), table_of(ConsultationParticipant)
LAST = "\uffff"
NUMBER = "#"  # in front of a whole file number: one that starts like a name must not be found by that name


class ClientStatus(StrEnum):
    """Whether a person is being counselled: an open case, only closed ones, or none yet."""

    OPEN = "open"
    CLOSED = "closed"
    NONE = "none"


class ClientSort(StrEnum):
    """The columns by which the list can be sorted."""

    NAME = "name"
    FILE_NUMBER = "file_number"
    BIRTH_DATE = "birth_date"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True, slots=True)
class ClientFilter:
    """What the list shows. Empty fields do not filter; all given ones must hold."""

    text: str = ""
    nationality: str = ""
    counsellor_id: int | None = None
    status: ClientStatus | None = None
    sort: ClientSort = ClientSort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One person as a line of a list. `last_contact` is the day of the latest consultation."""

    id: int
    name: PersonName
    file_number: str
    birth_date: PartialDate | None
    nationalities: tuple[str, ...]
    counsellor: str
    status: ClientStatus
    last_contact: date | None


def index_person(writer: Writer, client_id: int) -> None:
    """Write the words under which a person is found anew; to be called whenever a name changed."""
    connection = writer.connection
    writer.clear(SearchTerm, client_id=client_id)
    person = connection.execute(select(CLIENT.c.given_names, CLIENT.c.family_name, CLIENT.c.original_name,
                                       CLIENT.c.file_number).where(CLIENT.c.id == client_id)).one_or_none()
    if person is None:
        return
    *names, number = person
    variants = connection.scalars(select(VARIANT.c.text).where(VARIANT.c.client_id == client_id))
    terms = search_terms(*names, *variants) | _number_terms(number)
    if terms:
        writer.insert_many(SearchTerm, [{"term": term, "client_id": client_id} for term in sorted(terms)])


def find(desk: OpenDesk, wanted: ClientFilter) -> tuple[int, ...]:
    """The ids of everybody who fits, in the wanted order."""
    with desk.reading() as connection:
        return _ids(connection, _matching(wanted))


def suggest(desk: OpenDesk, text: str, limit: int = 8) -> tuple[ClientRow, ...]:
    """The first people whose names fit, for the command box."""
    if not query_words(text):
        return ()
    with desk.reading() as connection:
        return rows(connection, _ids(connection, _matching(ClientFilter(text=text)).limit(limit)))


def similar(desk: OpenDesk, name: PersonName, born: PartialDate | None, limit: int = 3) -> tuple[ClientRow, ...]:
    """Who may be this person already: all words of the name fit, or one of them and the birth date (or its year)."""
    latin, original = _words(f"{name.given} {name.family}"), _words(name.original)
    alike = [and_(*words) for words in (latin, original) if words]
    if born is not None and alike:
        same_birth = or_(CLIENT.c.birth_date == born, CLIENT.c.birth_date == PartialDate(born.year))
        alike.append(and_(same_birth, or_(*latin, *original)))
    if not alike:
        return ()
    statement = select(CLIENT.c.id).where(or_(*alike)).order_by(CLIENT.c.sort_name, CLIENT.c.id).limit(limit)
    with desk.reading() as connection:
        return rows(connection, _ids(connection, statement))


def list_rows(desk: OpenDesk, ids: Sequence[int]) -> tuple[ClientRow, ...]:
    """The lines of these people, in this order; those deleted meanwhile are left out."""
    with desk.reading() as connection:
        return rows(connection, ids)


def rows(connection: Connection, ids: Sequence[int]) -> tuple[ClientRow, ...]:
    """As `list_rows`, on a view that is already open."""
    people = connection.execute(select(CLIENT.c.id, CLIENT.c.given_names, CLIENT.c.family_name, CLIENT.c.original_name,
                                       CLIENT.c.file_number, CLIENT.c.birth_date).where(CLIENT.c.id.in_(ids))).all()
    nationalities: dict[int, list[str]] = {}
    for client_id, code in connection.execute(select(NATIONALITY.c.client_id, NATIONALITY.c.code).where(
            NATIONALITY.c.client_id.in_(ids)).order_by(NATIONALITY.c.id)):
        nationalities.setdefault(client_id, []).append(code)
    cases = _cases(connection, ids)
    contacts = {row.client_id: row.held_on for row in connection.execute(
        select(PARTICIPANT.c.client_id, func.max(TALK.c.held_on).label("held_on"))
        .join(TALK, TALK.c.id == PARTICIPANT.c.consultation_id)
        .where(PARTICIPANT.c.client_id.in_(ids)).group_by(PARTICIPANT.c.client_id))}
    found = {row.id: ClientRow(
        row.id, PersonName(row.given_names, row.family_name, row.original_name), row.file_number, row.birth_date,
        tuple(nationalities.get(row.id, ())), *cases.get(row.id, ("", ClientStatus.NONE)),
        contacts.get(row.id)) for row in people}
    return tuple(found[client_id] for client_id in ids if client_id in found)


def _cases(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, ClientStatus]]:
    """Per person the counsellor of the latest case (an open one first), and the status."""
    found: dict[int, tuple[str, ClientStatus]] = {}
    statement = select(CASE.c.client_id, CASE.c.closed_on, USER.c.display_name).join(
        USER, USER.c.id == CASE.c.counsellor_id).where(CASE.c.client_id.in_(ids)).order_by(
        CASE.c.closed_on.is_not(None), CASE.c.opened_on.desc())
    for row in connection.execute(statement):
        found.setdefault(row.client_id, (row.display_name,
                                         ClientStatus.CLOSED if row.closed_on else ClientStatus.OPEN))
    return found


def _ids(connection: Connection, statement: Select[Any]) -> tuple[int, ...]:
    """The ids that a statement gives, taken from the driver: SQLAlchemy's rows would cost twice the query itself."""
    return tuple(client_id for client_id, in connection.execute(statement).cursor.fetchall())


def _matching(wanted: ClientFilter) -> Select[Any]:
    """The ids of everybody who fits, in the wanted order."""
    statement = select(CLIENT.c.id).where(*_conditions(wanted))
    columns: dict[ClientSort, ColumnElement[Any]] = {
        ClientSort.NAME: CLIENT.c.sort_name, ClientSort.FILE_NUMBER: CLIENT.c.file_number,
        ClientSort.BIRTH_DATE: CLIENT.c.birth_date, ClientSort.LAST_CONTACT: _last_contact()}
    column = columns[wanted.sort]
    return statement.order_by(column.desc() if wanted.descending else column, CLIENT.c.id)


def _last_contact() -> ColumnElement[Any]:
    return select(func.max(TALK.c.held_on)).join(PARTICIPANT, PARTICIPANT.c.consultation_id == TALK.c.id).where(
        PARTICIPANT.c.client_id == CLIENT.c.id).scalar_subquery()


def _conditions(wanted: ClientFilter) -> list[ColumnElement[bool]]:
    person = CLIENT.c.id
    conditions = _named(wanted.text)
    if wanted.nationality:
        conditions.append(person.in_(select(NATIONALITY.c.client_id).where(NATIONALITY.c.code == wanted.nationality)))
    if wanted.counsellor_id is not None:
        conditions.append(person.in_(select(CASE.c.client_id).where(CASE.c.counsellor_id == wanted.counsellor_id)))
    an_open_case, any_case = select(CASE.c.client_id).where(CASE.c.closed_on.is_(None)), select(CASE.c.client_id)
    if wanted.status is ClientStatus.OPEN:
        conditions.append(person.in_(an_open_case))
    elif wanted.status is ClientStatus.CLOSED:
        conditions.extend((person.in_(any_case), person.not_in(an_open_case)))
    elif wanted.status is ClientStatus.NONE:
        conditions.append(person.not_in(any_case))
    return conditions


def _named(text: str) -> list[ColumnElement[bool]]:
    """That each word fits, or the whole text the file number; a text without any letter or figure fits nobody."""
    words = _words(text)
    if not words:
        return [false()] if text.strip() else []
    number = _whole_number(text)
    if not number:
        return words
    return [or_(and_(*words), CLIENT.c.id.in_(select(TERM.c.client_id).where(_begins(number))))]


def _words(text: str) -> list[ColumnElement[bool]]:
    """One condition a word: it begins a term of the person, or sounds like one."""
    return [CLIENT.c.id.in_(select(TERM.c.client_id).where(_begins(word) | (TERM.c.term == (sound or word))))
            for word, sound in query_words(text)]


def _begins(word: str) -> ColumnElement[bool]:
    return (TERM.c.term >= word) & (TERM.c.term < word + LAST)


def _number_terms(number: str) -> frozenset[str]:
    """The words of a file number: the whole of it, and its figures, with and without zeros in front."""
    figures = {word for word in fold(number).split() if word.isdecimal()}
    return frozenset({_whole_number(number)} | figures | {word.lstrip("0") for word in figures}) - {""}


def _whole_number(text: str) -> str:
    """A file number without its signs; '' where the text has no figure and so is none."""
    plain = fold(text).replace(" ", "")
    return NUMBER + plain if any(sign.isdecimal() for sign in plain) else ""
