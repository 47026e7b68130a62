"""What makes a form impossible to save, said at the field.

Each check takes the record that a form sends (any dataclass with the columns of its table), today where the rule
needs it, and limits for lengths; it gives every problem found, none if it can be saved. An uncertain date is
refused only when it is impossible in every reading. Texts are never altered: kept byte for byte, or refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from itertools import chain
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
END_BEFORE_START = Message("The end lies before the beginning.")

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_CONTROL, _BROKEN = "Cc", "Cs"


@dataclass(frozen=True, slots=True)
class Limits:
    """Greatest lengths in signs and the longest talk in minutes; None: no limit."""

    line: int | None = None
    text: int | None = None
    talk_minutes: int | None = None


NO_LIMITS = Limits()


def check_person(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A person's own sheet. A name is not required: some people have none."""
    return tuple(chain(
        _texts(row, limits),
        _email(row),
        _not_future(row, today, "birth_date", Message("The birth lies in the future.")),
        _not_future(row, today, "date_of_death", Message("The death lies in the future.")),
        _not_future(row, today, "privacy_info_on"),
        _order(row, "birth_date", "date_of_death", Message("The death lies before the birth.")),
        _order(row, "birth_date", "arrival_germany", Message("The arrival lies before the birth.")),
        _order(row, "birth_date", "arrival_town", Message("The arrival lies before the birth.")),
        _order(row, "arrival_germany", "arrival_town",
               Message("The arrival in town lies before the arrival in Germany.")),
    ))  # fmt: skip


def check_period(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """A residence title: both days inclusive; it may overlap with others."""
    return tuple(chain(
        _texts(row, limits),
        _required(row, "code", "valid_from"),
        _order(row, "valid_from", "valid_until", Message("The title ends before it starts.")),
        _order(row, "issued_on", "valid_until", Message("The title ends before it was issued.")),
    ))  # fmt: skip


def check_absence(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A stay abroad. A departure may be planned, a return may not lie before it."""
    return tuple(chain(
        _texts(row, limits),
        _required(row, "departed_on"),
        _order(row, "departed_on", "returned_on", Message("The return lies before the departure.")),
    ))  # fmt: skip


def check_document(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """An identity document."""
    return tuple(chain(
        _texts(row, limits),
        _required(row, "kind"),
        _not_future(row, today, "issued_on"),
        _not_future(row, today, "original_seen_on"),
        _order(row, "issued_on", "valid_until", END_BEFORE_START),
    ))  # fmt: skip


def check_case(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A case: closed on the day of opening or later, not in the future."""
    return tuple(chain(
        _texts(row, limits),
        _required(row, "opened_on"),
        _not_future(row, today, "opened_on"),
        _not_future(row, today, "closed_on"),
        _order(row, "opened_on", "closed_on", Message("The case is closed before it was opened.")),
    ))  # fmt: skip


def check_consultation(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A talk that has been held."""
    return tuple(chain(
        _texts(row, limits),
        _required(row, "held_on", "channel"),
        _not_future(row, today, "held_on", Message("The consultation lies in the future.")),
        _not_future(row, today, "next_done_on"),
        _order(row, "held_on", "due_on", Message("The next step is due before the consultation.")),
        _duration(row, limits.talk_minutes),
        _time(row),
    ))  # fmt: skip


def check_milestone(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A step of the path: reached, not planned."""
    return tuple(chain(
        _texts(row, limits),
        _required(row, "code", "reached_on"),
        _not_future(row, today, "reached_on"),
        _order(row, "reached_on", "until", END_BEFORE_START),
    ))  # fmt: skip


def check_override(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """A station set by hand: never without a reason."""
    return (*_texts(row, limits), *_required(row, "station", "state", "reason"))


def check_address(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """Where somebody lives; a town alone is enough."""
    return tuple(chain(
        _texts(row, limits),
        () if any(map(str.strip, _strings(row).values())) else _required(row, "town"),
        _order(row, "valid_from", "valid_until", END_BEFORE_START),
    ))  # fmt: skip


def check_reference(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """A number at an authority."""
    return (*_texts(row, limits), *_required(row, "kind", "number"), *_email(row))


def check_relation(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A relative: somebody with a file, or a name; never oneself."""
    other, own = getattr(row, "related_client_id", None), getattr(row, "client_id", None)
    oneself = [FieldProblem("related_client_id", Message("Nobody is their own relative."))] if other == own else []
    return tuple(chain(
        _texts(row, limits),
        _required(row, "kind") if other is not None else _required(row, "kind", "related_name"),
        oneself if other is not None else (),
        _not_future(row, today, "related_birth_date", Message("The birth lies in the future.")),
    ))  # fmt: skip


def check_representative(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """Somebody who acts for the person."""
    return tuple(chain(
        _texts(row, limits),
        _required(row, "kind", "name"),
        _email(row),
        _order(row, "valid_from", "valid_until", END_BEFORE_START),
    ))  # fmt: skip


def check_organisation(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """The organisation that runs the desk."""
    return (*_texts(row, limits), *_required(row, "name"), *_email(row))


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


def _strings(row: DataclassInstance) -> dict[str, str]:
    values = ((field.name, getattr(row, field.name)) for field in fields(row))
    return {name: value for name, value in values if isinstance(value, str)}


def _texts(row: DataclassInstance, limits: Limits) -> Iterator[FieldProblem]:
    for name, text in _strings(row).items():
        several = name in LONG_TEXTS
        yield from check_text(name, text, limits.text if several else limits.line, several_lines=several)


def _day(row: DataclassInstance, name: str) -> PartialDate | None:
    value = getattr(row, name, None)
    if isinstance(value, PartialDate):
        return value
    return PartialDate.of(value) if isinstance(value, date) else None


def _required(row: DataclassInstance, *names: str) -> Iterator[FieldProblem]:
    for name in names:
        value = getattr(row, name, None)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield FieldProblem(name, REQUIRED)


def _not_future(row: DataclassInstance, today: date, name: str, message: Message = IN_FUTURE) -> Iterator[FieldProblem]:
    day = _day(row, name)
    if day is not None and day.earliest > today:
        yield FieldProblem(name, message)


def _order(row: DataclassInstance, first: str, second: str, message: Message) -> Iterator[FieldProblem]:
    """The second day is not certainly before the first; the same day is allowed."""
    start, end = _day(row, first), _day(row, second)
    if start is not None and end is not None and end.latest < start.earliest:
        yield FieldProblem(second, message)


def _email(row: DataclassInstance) -> Iterator[FieldProblem]:
    address = _strings(row).get("email", "")
    if address and not _EMAIL.fullmatch(address.strip()):
        yield FieldProblem("email", Message("This is no e-mail address (name@example.org)."))


def _duration(row: DataclassInstance, most: int | None) -> Iterator[FieldProblem]:
    minutes = getattr(row, "duration_min", None)
    if not isinstance(minutes, int):
        return
    if minutes < 0:
        yield FieldProblem("duration_min", Message("A duration cannot be negative."))
    elif most is not None and minutes > most:
        yield FieldProblem("duration_min", Message("At most {limit} minutes.", limit=most))


def _time(row: DataclassInstance) -> Iterator[FieldProblem]:
    text = _strings(row).get("held_at", "")
    if text and not _TIME.fullmatch(text):
        yield FieldProblem("held_at", Message("Please type the time as 14:30."))
