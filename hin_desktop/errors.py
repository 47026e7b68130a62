"""What the program says to a counsellor, before it has a language; and the one family of faults it can explain.

A `Message` is an English source text with named values. `ui`, `cli` and `documents` render it through
`texts.Texts`; nobody else translates. Every `HinError` is a fault of the world or of what was typed; anything
else that is raised is a bug and goes to the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType


class Message:
    """A text not yet in any language: gettext source text and the values of its {placeholders}."""

    __slots__ = ("key", "plural", "values")

    key: str
    plural: str | None
    values: Mapping[str, object]

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.plural = None
        self.values = MappingProxyType(values)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return (self.key, self.plural, dict(self.values)) == (other.key, other.plural, dict(other.values))

    def __hash__(self) -> int:
        return hash((self.key, self.plural))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.key!r})"  # values may be a client's: they stay out of logs


class Plural(Message):
    """A text with a number in it: singular, plural, and `n`, which both may use as {n}."""

    __slots__ = ()

    def __init__(self, key: str, plural: str, n: int, /, **values: object) -> None:
        super().__init__(key, n=n, **values)
        self.plural = plural


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field that cannot be saved as it is. `field` is the name in the form, '' for the form as a whole."""

    field: str
    message: Message


class HinError(Exception):
    """A fault that a counsellor can understand: what happened, and what to do now."""

    def __init__(self, message: Message, advice: Message | None = None) -> None:
        super().__init__(message.key)
        self.message = message
        self.advice = advice


class Invalid(HinError):
    """What was typed cannot be saved; names each field with its reason."""

    def __init__(self, *problems: FieldProblem) -> None:
        super().__init__(problems[0].message if problems else Message("Please check what you entered."))
        self.problems = problems


class Refused(HinError):
    """The act is not possible in this state; says why and what to do instead."""


class BadInput(HinError):
    """A file that was handed in is not as it has to be; says where."""


class Gone(HinError):
    """The record was deleted in the meantime."""

    def __init__(self) -> None:
        super().__init__(
            Message("This entry no longer exists."), Message("It was deleted. You can bring it back in the history.")
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """One field on which two states disagree, as plain values (None: empty)."""

    field: str
    mine: object
    theirs: object


class Conflict(HinError):
    """Somebody saved the record after this form was read. Nothing was overwritten.

    `version` is the number the stored record has now; `who` is a display name, `when` is UTC.
    """

    def __init__(self, differences: tuple[Difference, ...], who: str, when: datetime, version: int) -> None:
        super().__init__(
            Message("{who} changed this entry in the meantime. Nothing was overwritten.", who=who),
            Message("Compare the two versions and decide for each field."),
        )
        self.differences = differences
        self.who = who
        self.when = when
        self.version = version


class DeskFault(HinError):
    """The desk itself cannot be opened, made or written. Subclasses are the different reasons."""


class Cancelled(HinError):
    """The user stopped a piece of background work."""

    def __init__(self) -> None:
        super().__init__(Message("Cancelled."))
