"""Catalogues: the coded lists a counsellor chooses from, read from plain data.

A code that is not (or no longer) in its catalogue is shown as itself; it never stops the program, because records
outlive lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Generic, TypeVar

NO_ANSWER: Final = "NO_ANSWER"  # "keine Angabe": the same code in every catalogue that offers it

_COMMON = frozenset({"code", "de", "en", "valid_from", "valid_until", "mark", "last"})


class Mark(StrEnum):
    """How far an entry has been checked against its source."""

    VERIFIED = "verified"
    TO_CHECK = "to_check"
    UNKNOWN = "unknown"  # no entry at all: a placeholder for a code found in a record


class BadCatalogue(ValueError):
    """A shipped catalogue that cannot be read: says which, where and what. A fault of the program, not of a user."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One choice of a catalogue with its German and English label.

    `valid_from` and `valid_until` are years, both inclusive; None: no limit. `last` keeps an answer such as
    "keine Angabe" at the end of an alphabetical list. `extra` holds the columns that only this catalogue has.
    """

    code: str
    de: str
    en: str
    valid_from: int | None = None
    valid_until: int | None = None
    mark: Mark = Mark.VERIFIED
    last: bool = False
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def valid_on(self, day: date) -> bool:
        """Whether the entry may be chosen for something that happened on this day."""
        after_start = self.valid_from is None or self.valid_from <= day.year
        return after_start and (self.valid_until is None or day.year <= self.valid_until)

    def label(self, language: str) -> str:
        """The label in German, or in English for 'en'."""
        return self.en if language == "en" else self.de

    def text(self, column: str) -> str:
        """A text column of `extra`; '' where this entry has none."""
        value = self.extra.get(column, "")
        return value if isinstance(value, str) else ""


E_co = TypeVar("E_co", bound=Entry, covariant=True)
C = TypeVar("C", bound=StrEnum)


class Catalogue(Generic[E_co]):
    """An ordered list of entries with unique codes. Immutable."""

    __slots__ = ("_by_code", "alphabetical", "entries", "name")

    name: str
    entries: tuple[E_co, ...]
    alphabetical: bool

    def __init__(self, name: str, entries: tuple[E_co, ...], alphabetical: bool = False) -> None:
        """`alphabetical`: shown in the order of the labels instead of the given one. Duplicate codes: BadCatalogue."""
        self.name = name
        self.entries = entries
        self.alphabetical = alphabetical
        self._by_code: Mapping[str, E_co] = MappingProxyType({entry.code: entry for entry in entries})
        if len(self._by_code) != len(entries):
            codes = [entry.code for entry in entries]
            raise BadCatalogue(f"{name}: code used twice: {next(code for code in codes if codes.count(code) > 1)}")

    def __iter__(self) -> Iterator[E_co]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def find(self, code: str) -> E_co | None:
        """The entry of this code, None where the catalogue does not have it."""
        return self._by_code.get(code)

    def entry(self, code: str) -> Entry:
        """The entry of this code, or a placeholder marked UNKNOWN that shows the code."""
        found = self._by_code.get(code)
        return found if found is not None else Entry(code, f"[{code}]", f"[{code}]", mark=Mark.UNKNOWN)

    def label(self, code: str, language: str) -> str:
        """What to show for a stored code: '' for none, '[code]' for one that is not in the catalogue."""
        return self.entry(code).label(language) if code else ""

    def valid_on(self, day: date) -> tuple[E_co, ...]:
        """The entries that may be chosen for this day, in catalogue order."""
        return tuple(entry for entry in self.entries if entry.valid_on(day))


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as plain data, read column by column. `place` names catalogue and code in a fault."""

    place: str
    columns: Mapping[str, object]

    def fault(self, column: str, what: str) -> BadCatalogue:
        """The fault to raise about a column."""
        return BadCatalogue(f"{self.place}: {column}: {what}")

    def text(self, column: str) -> str:
        """A text that must be there and not blank."""
        value = self.optional_text(column)
        if not value.strip():
            raise self.fault(column, "missing")
        return value

    def optional_text(self, column: str) -> str:
        """A text, '' where the column is missing."""
        value = self.columns.get(column, "")
        if not isinstance(value, str):
            raise self.fault(column, "not a text")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """A list of texts, empty where the column is missing."""
        value = self.columns.get(column, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(column, "not a list of texts")
        return tuple(value)

    def number(self, column: str) -> int | None:
        """A whole number, None where the column is missing."""
        value = self.columns.get(column)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self.fault(column, "not a whole number")
        return value

    def choice(self, column: str, kind: type[C]) -> C:
        """A member of an enumeration, by its value."""
        value = self.text(column)
        try:
            return kind(value)
        except ValueError as wrong:
            raise self.fault(column, f"unknown value {value!r}") from wrong


def parse(name: str, data: Mapping[str, object]) -> Catalogue[Entry]:
    """A catalogue from plain data: `entries`, and for the whole list `mark` and `alphabetical`.

    May raise BadCatalogue.
    """
    return parse_each(name, data, plain_entry)


def parse_each(name: str, data: Mapping[str, object], build: Callable[[Row], E_co]) -> Catalogue[E_co]:
    """A catalogue whose rows become a type of their own. May raise BadCatalogue."""
    return Catalogue(name, tuple(build(row) for row in rows(name, data)), data.get("alphabetical") is True)


def rows(name: str, data: Mapping[str, object]) -> Iterator[Row]:
    """The rows of `entries`, each with the list's `mark` where it has none of its own. May raise BadCatalogue."""
    entries = data.get("entries")
    if not isinstance(entries, list) or not entries:
        raise BadCatalogue(f"{name}: no entries")
    for number, columns in enumerate(entries):
        if not isinstance(columns, dict):
            raise BadCatalogue(f"{name}: entry {number} is not a table")
        code = columns.get("code", f"entry {number}")
        yield Row(f"{name}: {code}", {"mark": data.get("mark", Mark.VERIFIED.value), **columns})


def plain_entry(row: Row) -> Entry:
    """An entry with its labels, validity and mark; every other column goes into `extra`. May raise BadCatalogue."""
    extra = {key: _frozen(value) for key, value in row.columns.items() if key not in _COMMON}
    return Entry(
        code=row.text("code"),
        de=row.text("de"),
        en=row.text("en"),
        valid_from=row.number("valid_from"),
        valid_until=row.number("valid_until"),
        mark=row.choice("mark", Mark),
        last=row.columns.get("last") is True or row.columns.get("code") == NO_ANSWER,
        extra=MappingProxyType(extra),
    )


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
