"""Values of a YAML file with the place where they stand, so that a fault can name file, line and key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import yaml

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import BadInput, Message

E = TypeVar("E", bound=StrEnum)


class BadCaseFile(BadInput):
    """A case file that cannot be read."""

    def __init__(self, file: str, line: int, key: str, what: Message) -> None:
        super().__init__(Message("{file}, line {line}, {key}: {what}", file=file, line=line, key=key, what=what))


@dataclass(frozen=True, slots=True)
class KnownCodes:
    """The codes that a file may use, and how many questions the test has."""

    titles: frozenset[str]
    nationalities: frozenset[str]
    course_types: frozenset[str]
    test_questions: int


@dataclass(frozen=True, slots=True)
class Place:
    """A value in the file, and where it stands."""

    file: str
    key: str
    node: yaml.Node
    known: KnownCodes

    def fault(self, what: Message) -> BadCaseFile:
        """The fault about this place."""
        return BadCaseFile(self.file, self.node.start_mark.line + 1, self.key, what)

    def mapping(self, *keys: str) -> dict[str, Place]:
        """The values of a mapping by key; only these keys, none twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fault(Message("a mapping is expected here"))
        found: dict[str, Place] = {}
        for key_node, value in self.node.value:
            place = Place(self.file, str(key_node.value), key_node, self.known)
            if keys and place.key not in keys:
                raise place.fault(Message("this key is not known"))
            if place.key in found:
                raise place.fault(Message("this key stands here twice"))
            found[place.key] = Place(self.file, place.key, value, self.known)
        return found

    def items(self) -> Iterator[Place]:
        """The values of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fault(Message("a list is expected here"))
        for node in self.node.value:
            yield Place(self.file, self.key, node, self.known)

    def scalar(self) -> object:
        """A single value as YAML reads it."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.fault(Message("a single value is expected here"))
        try:
            return yaml.SafeLoader("").construct_object(self.node)
        except ValueError as fault:
            raise self.fault(Message("there is no such day")) from fault
        except yaml.YAMLError as fault:
            raise self.fault(Message("this value is not known to YAML")) from fault

    def text(self) -> str:
        """A text that is not empty."""
        value = self.scalar()
        if not isinstance(value, str) or not value:
            raise self.fault(Message("a text is expected here"))
        return value

    def day(self) -> PartialDate | None:
        """A day, month or year; None for null."""
        value = self.scalar()
        if value is None or type(value) is date:
            return None if value is None else PartialDate.of(value)
        try:
            return PartialDate.from_iso(str(value))
        except ValueError as fault:
            raise self.fault(Message("a day (2026-11-22), month (2026-11) or year (2026) is expected here")) from fault

    def some_day(self) -> PartialDate:
        """A day that must be there."""
        day = self.day()
        if day is None:
            raise self.fault(Message("a day is missing here"))
        return day

    def flag(self) -> bool | None:
        """Yes, no, or null."""
        value = self.scalar()
        if value is not None and not isinstance(value, bool):
            raise self.fault(Message("true or false is expected here"))
        return value

    def number(self) -> int | None:
        """A whole number from 0, or null."""
        value = self.scalar()
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            raise self.fault(Message("a whole number is expected here"))
        return value

    def some_number(self) -> int:
        """A whole number that must be there."""
        value = self.number()
        if value is None:
            raise self.fault(Message("a whole number is expected here"))
        return value

    def numbers(self) -> tuple[int, ...]:
        """A list of whole numbers."""
        return tuple(item.some_number() for item in self.items())

    def choice(self, kind: type[E]) -> E:
        """A member of an enumeration."""
        value = str(self.scalar())
        if value not in kind.__members__.values():
            raise self.fault(Message("{value} is not known here", value=value))
        return kind(value)

    def code(self, known: frozenset[str]) -> str:
        """A code that is known."""
        value = str(self.scalar())
        if value not in known:
            raise self.fault(Message("{value} is not known here", value=value))
        return value
