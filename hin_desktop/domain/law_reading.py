"""Rules from plain data: the files of resources/law, and the rows that an organisation adds.

A file is a statute. Its rules have a key, titles and plain sentences; each version says what it is worth (one of years,
months, weeks, days, number, amount, day, text, codes, or nothing), from when, where it is written, and the mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.catalogue import Mark
from hin_desktop.domain.law import BadLaw, Rule, Value

_UNITS: Final = frozenset(Unit)
_PLAIN: Final[Mapping[str, type]] = {"number": int, "amount": Decimal, "day": date, "text": str}
COMMA: Final = ", "
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]*)?")
_WORTH: Final = (*Unit, *_PLAIN, "codes")


def parse_law(statute: str, data: Mapping[str, object]) -> Iterator[Rule]:
    """Every version of every rule of one file. `known_from` is where versions without a day begin. Raises BadLaw."""
    known_from, rules = data.get("known_from"), data.get("rule")
    if not isinstance(known_from, date) or not isinstance(rules, list):
        raise BadLaw(f"{statute}: known_from or rule is missing")
    for rule in rules:
        yield from _versions(statute, rule, known_from)


def own_rule(shipped: Rule, text: str, valid_from: date, valid_until: date | None, citation: str, note: str) -> Rule:
    """A row of the organisation beside the shipped one. Raises ValueError where `text` is no value of its kind.

    What was checked of the shipped one says nothing of a new value: it is to be checked.
    """
    return replace(shipped, value=value_from_text(shipped.value, text), valid_from=valid_from, own=True,
                   valid_until=valid_until, citation=citation or shipped.citation, note=note, mark=Mark.TO_CHECK)


def value_from_text(like: Value, text: str) -> Value:
    """A value as typed, of the kind of another one; several codes with commas between them. Raises ValueError."""
    readers: tuple[tuple[type, Callable[[str], Value]], ...] = (
        (Span, lambda typed: replace(like, length=_count(typed)) if isinstance(like, Span) else None),
        (date, date.fromisoformat), (int, _count), (Decimal, _decimal), (tuple, _codes), (str, str))
    return next((read(text.strip()) for kind, read in readers if isinstance(like, kind)), None)


def value_as_text(value: Value) -> str:
    """A value as it is typed and stored; the reverse of `value_from_text`."""
    if isinstance(value, Span):
        return str(value.length)
    if isinstance(value, tuple):
        return COMMA.join(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return "" if value is None else str(value)


def _count(text: str) -> int:
    """A whole number from 0."""
    if int(text) < 0:
        raise ValueError(text)
    return int(text)


def _codes(text: str) -> tuple[str, ...]:
    found = tuple(filter(None, (part.strip() for part in text.split(","))))
    if not found:
        raise ValueError(text)
    return found


def _decimal(text: str) -> Decimal:
    """An amount from 0, as it is written in German: '1.250,50', '20.000', '2,29'; '2.29' is understood as well."""
    plain = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
    try:
        value = Decimal(plain.replace(",", "."))
    except InvalidOperation as fault:
        raise ValueError(text) from fault
    if not value.is_finite() or value < 0:
        raise ValueError(text)
    return value


def _versions(statute: str, rule: object, known_from: date) -> Iterator[Rule]:
    if not isinstance(rule, dict) or not isinstance(rule.get("version"), list) or not rule["version"]:
        raise BadLaw(f"{statute}: a rule without key or version: {rule!r}")
    for version in rule["version"]:
        yield _rule(f"{statute}.{rule.get('key')}", rule, version, known_from)


def _rule(key: str, rule: Mapping[str, object], version: Mapping[str, object], known_from: date) -> Rule:
    until = version.get("until")
    start = version.get("from", known_from)
    if not isinstance(start, date) or not isinstance(until, date | None):
        raise BadLaw(f"{key}: from and until are days")
    return Rule(
        key=key, value=_value(key, version), valid_from=start, valid_until=until,
        citation=_text(key, version, "citation"), mark=_mark(key, version),
        title_de=_text(key, rule, "de"), title_en=_text(key, rule, "en"),
        sentence_de=str(rule.get("rule_de", "")), sentence_en=str(rule.get("rule_en", "")),
        note=str(version.get("note", "")))


def _mark(key: str, version: Mapping[str, object]) -> Mark:
    mark = _text(key, version, "mark")
    if mark not in (Mark.VERIFIED, Mark.TO_CHECK):
        raise BadLaw(f"{key}: mark = {mark!r}")
    return Mark(mark)


def _value(key: str, version: Mapping[str, object]) -> Value:
    worth = [name for name in _WORTH if name in version]
    if not worth:
        return None
    name, value = worth[0], version[worth[0]]
    if len(worth) > 1:
        raise BadLaw(f"{key}: {worth} at once")
    if name in _UNITS and type(value) is int:
        return Span(value, Unit(name))
    if name == "codes" and isinstance(value, list):
        return tuple(map(str, value))
    kind = _PLAIN.get(name)
    if kind is None or type(value) is not kind or not isinstance(value, int | Decimal | date | str):
        raise BadLaw(f"{key}: {name} = {value!r}")
    return value


def _text(key: str, data: Mapping[str, object], name: str) -> str:
    value = data.get(name)
    if not isinstance(value, str) or not value:
        raise BadLaw(f"{key}: {name} is missing")
    return value
