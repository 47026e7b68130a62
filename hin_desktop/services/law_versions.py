"""Rows of the law that the organisation entered itself, because it changed after the program was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from hin_desktop.domain import checks
from hin_desktop.errors import Invalid, Message
from hin_desktop.records.models.legal import LawVersion
from hin_desktop.services.done import Done
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import Row, fetch, table_of

VERSION = table_of(LawVersion)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawVersionRow(Row):
    """A value of the parameter `key`, in force from a day through another (both inclusive; None: until further notice).

    `value` is text as a row of the shipped law writes it; the citation stands beside every result that uses it.
    """

    key: str = ""
    value: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    citation: str = ""
    note: str = ""


def read(connection: Connection) -> tuple[LawVersionRow, ...]:
    """All own rows, by parameter and day."""
    return fetch(connection, LawVersionRow, LawVersion, order=(VERSION.c.key, VERSION.c.valid_from, VERSION.c.id))


def get(desk: OpenDesk) -> tuple[LawVersionRow, ...]:
    """As `read`, with a view of its own."""
    with desk.reading() as connection:
        return read(connection)


def save(desk: OpenDesk, row: LawVersionRow) -> Done[LawVersionRow]:
    """Store a new row (id 0) or a changed one. Raises Invalid with the fields, Conflict, Gone."""
    problems = checks.check_law_version(row, LIMITS)
    if problems:
        raise Invalid(*problems)
    with desk.writing(Message("Own row of the law changed") if row.id else Message("Own row of the law added")) as act:
        saved = act.save(LawVersion, row)
    return act.done(saved)


def remove(desk: OpenDesk, row: LawVersionRow) -> Done[None]:
    """Delete an own row; it can be undone. Raises Conflict, Gone."""
    with desk.writing(Message("Own row of the law deleted")) as act:
        act.remove(LawVersion, row)
    return act.done(None)
