"""How values of the field are kept in a column, and how the journal writes any of them as plain JSON.

Portable types only: the same columns exist on SQLite and on PostgreSQL.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum as PythonEnum
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Dialect, Enum, Integer, LargeBinary, Numeric, String, Text, Time
from sqlalchemy.types import TypeDecorator, TypeEngine

from hin_desktop.domain.partial_date import PartialDate


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Goes in with any time zone, comes out in UTC; a moment without a zone is a bug (ValueError)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Normalise to UTC, which is what SQLite keeps, for it drops the zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put the zone back that SQLite dropped."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class PartialDateText(TypeDecorator[PartialDate]):
    """A date known to the day, the month or the year, as ISO text of its own length ('2019-05')."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        """The ISO text; the text order is the order of the earliest days."""
        return None if value is None else value.iso

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        """Read the ISO text."""
        return None if value is None else PartialDate.from_iso(value)


class JsonText(TypeDecorator[object]):
    """Plain data (dicts, lists, texts, numbers) as readable JSON text with sorted keys; None is NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """Write the one canonical text of this data."""
        return None if value is None else json_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """Read the text back."""
        return None if value is None else json.loads(value)


def enum_text(kind: type[PythonEnum]) -> Enum:
    """A column that keeps the value of an enumeration as text, without a CHECK: new members need no migration."""
    return Enum(kind, native_enum=False, length=40, values_callable=_values, validate_strings=True)


def _values(kind: type[PythonEnum]) -> list[str]:
    return [str(member.value) for member in kind]


ANNOTATED: Mapping[type[object], TypeEngine[Any]] = {
    str: Text(),
    datetime: UtcDateTime(),
    PartialDate: PartialDateText(),
    PythonEnum: enum_text(PythonEnum),
}
"""Which column a `Mapped[...]` annotation gets when nothing else is said."""


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def json_text(value: object) -> str:
    """The canonical JSON of plain data: sorted keys, no blanks, umlauts as they are."""
    return _ENCODER.encode(value)


def plain(value: object) -> object:
    """The same value as JSON can hold it; `from_plain` is the way back."""
    if value is None or isinstance(value, (int, float, dict, list)):
        return value
    if isinstance(value, PythonEnum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return str(value)


def is_plain(column: TypeEngine[Any]) -> bool:
    """Whether what comes out of such a column is plain already."""
    return isinstance(column, (Boolean, Integer, String)) and not isinstance(column, Enum)


def reader(column: TypeEngine[Any]) -> Callable[[Any], object] | None:
    """What makes of a plain value (not None) one as this column takes it; None where it is one already."""
    if isinstance(column, Enum):
        return column.enum_class
    return next((read for kind, read in _READERS if isinstance(column, kind)), None)


def from_plain(column: TypeEngine[Any], value: object) -> object:
    """The value as this column takes it, from what `plain` made of it."""
    read = reader(column)
    return value if value is None or read is None else read(value)


_READERS: tuple[tuple[type[TypeEngine[Any]], Callable[[Any], object]], ...] = (
    (UtcDateTime, datetime.fromisoformat),
    (PartialDateText, PartialDate.from_iso),
    (DateTime, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
    (LargeBinary, base64.b64decode),
    (Numeric, Decimal),
)
