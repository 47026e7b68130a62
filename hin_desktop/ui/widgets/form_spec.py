"""Forms as data: which fields, of which kind, in which sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hin_desktop.errors import Message


class FieldKind(StrEnum):
    """What a field holds, and the value it gives (None or '' when empty)."""

    TEXT = "text"  # str, byte for byte as typed
    LONG_TEXT = "long_text"  # str with line breaks
    PHONE = "phone"  # str
    EMAIL = "email"  # str
    PASSWORD = "password"  # noqa: S105  # str, never part of a draft
    NUMBER = "number"  # int | None
    DATE = "date"  # datetime.date | None
    PARTIAL_DATE = "partial_date"  # PartialDate | None
    TIME = "time"  # datetime.time | None
    CHECK = "check"  # bool
    CHOICE = "choice"  # Key | None
    MULTI_CHOICE = "multi_choice"  # tuple[Key, ...]
    LIST = "list"  # tuple[dict[str, object], ...], one dict a row


Key = str | int


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. `label` a Message, or a text already in the window's language; `search`: more words to find it."""

    key: Key
    label: Message | str
    search: str = ""


Choices = Sequence[Choice] | Callable[[], Sequence[Choice]]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `name` is the key among the values and in `FieldProblem.field`.

    `span` columns of its section wide. `max_length` refuses in words, it never cuts. `prefer_past`: years are completed
    towards the past (births, arrivals). `minimum`, `maximum`: inclusive, for numbers. `lines`: height of a long text.
    `fields` and `add`: the parts of one row of a LIST, and the words on the button that adds one.
    """

    name: str
    label: Message
    kind: FieldKind = FieldKind.TEXT
    help: Message | None = None
    choices: Choices = ()
    required: bool = False
    max_length: int | None = None
    placeholder: Message | None = None
    span: int = 1
    prefer_past: bool = False
    minimum: int | None = None
    maximum: int | None = None
    lines: int = 4
    fields: tuple[FieldSpec, ...] = ()
    add: Message | None = None

    def offered(self) -> Sequence[Choice]:
        """The answers to choose from, asked anew each time a form is built."""
        return self.choices() if callable(self.choices) else self.choices


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, set out line by line within `columns`; `title` may be left out."""

    fields: tuple[FieldSpec, ...]
    title: Message | None = None
    columns: int = 2

    def lines(self) -> tuple[tuple[FieldSpec, ...], ...]:
        """The fields by line: a field that does not fit any more begins the next one."""
        lines: list[list[FieldSpec]] = []
        room = 0
        for field in self.fields:
            span = min(field.span, self.columns)
            if span > room:
                lines.append([])
                room = self.columns
            lines[-1].append(field)
            room -= span
        return tuple(tuple(line) for line in lines)


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form: its sections from top to bottom. Field names are unique within it."""

    sections: tuple[Section, ...]

    def fields(self) -> tuple[FieldSpec, ...]:
        """All fields in reading order."""
        return tuple(field for section in self.sections for field in section.fields)
