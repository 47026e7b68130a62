"""The parts of which form checks are made, and what they say at the field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import FieldProblem, Message

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Problems = tuple[FieldProblem, ...]

LONG_TEXTS = frozenset({
    "note", "summary", "agreed_next", "contact_note", "closing_note", "concern", "scope", "course_note", "listeners",
    "reason", "residence_duty", "employment", "letterhead",
})  # fmt: skip
"""Fields of several lines: line breaks and tabs belong there."""

REQUIRED = Message("Please fill this in.")
IN_FUTURE = Message("This day is still to come.")
UNUSABLE_SIGN = Message("This contains a sign that cannot be kept (a control character). Please type it anew.")

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_CONTROL, _BROKEN = "Cc", "Cs"


@dataclass(frozen=True, slots=True)
class Limits:
    """Greatest lengths in signs, the longest talk in minutes, points of a test, hours of a week; None: no limit."""

    line: int | None = None
    text: int | None = None
    talk_minutes: int | None = None
    test_points: int | None = None
    week_hours: int | None = None


NO_LIMITS = Limits()


def check_text(field: str, text: str, limit: int | None, *, several_lines: bool = False) -> Problems:
    """One text: no longer than `limit` signs, without control characters; everything else is kept as it is."""
    refused = [sign for sign in text if unicodedata.category(sign) in (_CONTROL, _BROKEN)]
    if several_lines:
        refused = [sign for sign in refused if sign == "\0" or unicodedata.category(sign) == _BROKEN]
    if refused:
        return (FieldProblem(field, UNUSABLE_SIGN),)
    if limit is not None and len(text) > limit:
        too_long = Message("This is too long: {length} signs, at most {limit}.", length=len(text), limit=limit)
        return (FieldProblem(field, too_long),)
    return ()


def strings(row: DataclassInstance) -> dict[str, str]:
    """The texts of a record by field."""
    values = ((field.name, getattr(row, field.name)) for field in fields(row))
    return {name: value for name, value in values if isinstance(value, str)}


def texts(row: DataclassInstance, limits: Limits) -> Iterator[FieldProblem]:
    """Every text that is too long or holds a sign that cannot be kept."""
    for name, text in strings(row).items():
        several = name in LONG_TEXTS
        yield from check_text(name, text, limits.text if several else limits.line, several_lines=several)


def day(row: DataclassInstance, name: str) -> PartialDate | None:
    """A day of the record, exact or not."""
    value = getattr(row, name, None)
    if isinstance(value, PartialDate):
        return value
    return PartialDate.of(value) if isinstance(value, date) else None


def required(row: DataclassInstance, *names: str) -> Iterator[FieldProblem]:
    """Each of these fields that is empty."""
    for name in names:
        value = getattr(row, name, None)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield FieldProblem(name, REQUIRED)


def not_future(row: DataclassInstance, today: date, name: str, message: Message = IN_FUTURE) -> Iterator[FieldProblem]:
    """A day that is certainly still to come."""
    found = day(row, name)
    if found is not None and found.earliest > today:
        yield FieldProblem(name, message)


def order(row: DataclassInstance, first: str, second: str, message: Message) -> Iterator[FieldProblem]:
    """The second day is not certainly before the first; the same day is allowed."""
    start, end = day(row, first), day(row, second)
    if start is not None and end is not None and end.latest < start.earliest:
        yield FieldProblem(second, message)


def email(row: DataclassInstance) -> Iterator[FieldProblem]:
    """What is no e-mail address."""
    address = strings(row).get("email", "")
    if address and not _EMAIL.fullmatch(address.strip()):
        yield FieldProblem("email", Message("This is no e-mail address (name@example.org)."))


def duration(row: DataclassInstance, most: int | None) -> Iterator[FieldProblem]:
    """A talk that is too long or takes less than no time."""
    minutes = getattr(row, "duration_min", None)
    if not isinstance(minutes, int):
        return
    if minutes < 0:
        yield FieldProblem("duration_min", Message("A duration cannot be negative."))
    elif most is not None and minutes > most:
        yield FieldProblem("duration_min", Message("At most {limit} minutes.", limit=most))


def time(row: DataclassInstance) -> Iterator[FieldProblem]:
    """A time of day written otherwise than 14:30."""
    text = strings(row).get("held_at", "")
    if text and not _TIME.fullmatch(text):
        yield FieldProblem("held_at", Message("Please type the time as 14:30."))


def number(row: DataclassInstance, name: str, most: int | None = None) -> Iterator[FieldProblem]:
    """A number below zero, or above the limit."""
    value = getattr(row, name, None)
    if not isinstance(value, int):
        return
    if value < 0:
        yield FieldProblem(name, Message("This number cannot be negative."))
    elif most is not None and value > most:
        yield FieldProblem(name, Message("At most {limit}.", limit=most))
