"""The law as dated data: what a number is, from when to when, where it is written, and whether that was checked.

A `LawBook` holds every version of every rule, an organisation's own rows among them. `book.on(day)` is the law of a
day: no function of the domain knows a number but from there, so an assessment can be repeated as of any day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hin_desktop.domain.calendar import Span
from hin_desktop.domain.catalogue import Mark
from hin_desktop.errors import HinError, Message

Value = int | Decimal | Span | date | str | tuple[str, ...] | None
V = TypeVar("V", int, Decimal, Span, date, str, tuple[str, ...])


class NoLaw(HinError):
    """No version of the law is on file for this day."""

    def __init__(self, day: date) -> None:
        super().__init__(Message("No law is on file for {date}.", date=day),
                         Message("Choose a later day."))
        self.day = day


class BadLaw(ValueError):
    """A rule that is missing or of another type than its user takes it for. A fault of the program, not of a user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One version of one rule. `value` None: a rule without a number. In force on both days inclusive (None: open).

    `title_…` names it, `sentence_…` says it in plain words ({value} stands for the value). `own`: a row that the
    organisation added. `statute` is the name of its file (stag, aufenthg …), which begins the key.
    """

    key: str
    value: Value
    valid_from: date
    valid_until: date | None
    citation: str
    mark: Mark
    title_de: str
    title_en: str
    sentence_de: str = ""
    sentence_en: str = ""
    note: str = ""
    own: bool = False

    @property
    def statute(self) -> str:
        """The statute or ordinance that the rule belongs to, as its key names it."""
        return self.key.partition(".")[0]

    @property
    def to_check(self) -> bool:
        """Whether the value has not been compared with its source."""
        return self.mark is not Mark.VERIFIED

    def label(self, language: str) -> str:
        """What the rule is called; so a rule can stand among the values of a message."""
        return self.title_en if language == "en" else self.title_de

    def sentence(self, language: str) -> str:
        """The rule in one plain sentence, the title where it has none."""
        text = self.sentence_en if language == "en" else self.sentence_de
        return text or self.label(language)

    def in_force(self, day: date) -> bool:
        """Whether this version holds on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class Law:
    """The rules as they stand on one day."""

    __slots__ = ("_rules", "day")

    def __init__(self, day: date, rules: dict[str, Rule]) -> None:
        self.day = day
        self._rules = rules

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def find(self, key: str) -> Rule | None:
        """The rule, None where it does not stand on this day."""
        return self._rules.get(key)

    def rule(self, key: str) -> Rule:
        """The rule. Raises BadLaw where nobody has ever written it down for this day."""
        found = self._rules.get(key)
        if found is None:
            raise BadLaw(f"no rule {key!r} on {self.day}")
        return found

    def span(self, key: str) -> Span:
        """A length of time."""
        return self._value(key, Span)

    def number(self, key: str) -> int:
        """A number: an age, points, daily rates, hours."""
        return self._value(key, int)

    def amount(self, key: str) -> Decimal:
        """Money in euros, or a share."""
        return self._value(key, Decimal)

    def date(self, key: str) -> date:
        """A fixed day."""
        return self._value(key, date)

    def codes(self, key: str) -> tuple[str, ...]:
        """A list of codes."""
        value = self.rule(key).value
        if not isinstance(value, tuple):
            raise BadLaw(f"{key} is no list")
        return value

    def _value(self, key: str, kind: type[V]) -> V:
        value = self.rule(key).value
        if not isinstance(value, kind):
            raise BadLaw(f"{key} is no {kind.__name__}")
        return value


class LawBook:
    """Every version of every rule. Immutable; remembers the days it was opened at."""

    __slots__ = ("_days", "_versions", "known_from", "rules")

    rules: tuple[Rule, ...]
    known_from: date
    """The first day for which the law is on file."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Any order; of two versions for one day the one that began later counts, an own row before a shipped one."""
        self.rules = tuple(sorted(rules, key=lambda rule: (rule.key, rule.valid_from, rule.own)))
        self._versions: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules:
            self._versions[rule.key] = (*self._versions.get(rule.key, ()), rule)
        self._days: dict[date, Law] = {}
        self.known_from = min((rule.valid_from for rule in self.rules if not rule.own), default=date.max)

    def on(self, day: date) -> Law:
        """The law of a day. Raises NoLaw for a day before the earliest version."""
        if day < self.known_from:
            raise NoLaw(day)
        if day not in self._days:
            valid = {key: [rule for rule in versions if rule.in_force(day)] for key, versions in self._versions.items()}
            self._days[day] = Law(day, {key: found[-1] for key, found in valid.items() if found})
        return self._days[day]

    def versions(self, key: str) -> tuple[Rule, ...]:
        """Every version of one rule, the oldest first."""
        return self._versions.get(key, ())

    def with_own(self, own: Iterable[Rule]) -> LawBook:
        """This book with rows of the organisation."""
        return LawBook((*self.rules, *own))
