"""Rows of the law that the organisation entered itself, because it changed after the program was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection

from hin_desktop.domain import checks
from hin_desktop.domain.calendar import Span
from hin_desktop.domain.law_reading import value_from_text
from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.records.models.legal import LawVersion
from hin_desktop.services.done import Done
from hin_desktop.services.law_files import load_law_book
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import Row, rows_of, select_of, table_of

VERSION = table_of(LawVersion)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawVersionRow(Row):
    """A value of the parameter `key`, in force from a day through another (both inclusive; None: until further notice).

    `value` is text as `law_reading.value_from_text` reads it, in the unit of the shipped value; the citation stands
    beside every result that uses it.
    """

    key: str = ""
    value: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    citation: str = ""
    note: str = ""


ALL = select_of(LawVersionRow, LawVersion).order_by(VERSION.c.key, VERSION.c.valid_from, VERSION.c.id)


def read(connection: Connection) -> tuple[LawVersionRow, ...]:
    """All own rows, by parameter and day."""
    return rows_of(connection, LawVersionRow, ALL)


def get(desk: OpenDesk) -> tuple[LawVersionRow, ...]:
    """As `read`, with a view of its own."""
    with desk.reading() as connection:
        return read(connection)


def save(desk: OpenDesk, row: LawVersionRow) -> Done[LawVersionRow]:
    """Store a new row (id 0) or a changed one. Raises Invalid with the fields, Conflict, Gone."""
    problems = (*checks.check_law_version(row, LIMITS), *_value_problems(row))
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


def _value_problems(row: LawVersionRow) -> Iterator[FieldProblem]:
    """A value is of the kind of the shipped one, for a parameter that there is."""
    shipped = load_law_book().versions(row.key)
    if not shipped or shipped[-1].value is None:
        yield FieldProblem("key", Message("There is no such parameter with a value."))
        return
    try:
        value_from_text(shipped[-1].value, row.value)
    except ValueError:
        if row.value:
            yield FieldProblem("value", _WORDS[type(shipped[-1].value)])


_WORDS: Final[Mapping[type, Message]] = {
    Span: Message("Please enter a whole number, 0 or more."),
    int: Message("Please enter a whole number, 0 or more."),
    Decimal: Message("Please enter an amount such as 255 or 2,29."),
    date: Message("Please enter a day."),
    tuple: Message("Please enter codes with commas between them."),
}
