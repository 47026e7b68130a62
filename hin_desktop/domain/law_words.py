"""Rules and their values as messages: what window, command line and paper say of the law in the same words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.law import Rule, Value
from hin_desktop.errors import Message, Plural

LIST_SIGN = ", "
_DATIVE: Final = re.compile(
    r"\b(?:seit|nach|binnen|von|zu|mit|ab|vor|den ersten)(?: mehr als| mindestens| höchstens| über)? \{value\}", re.I)
"""Where German wants 'Jahren' instead of 'Jahre'."""


def value_words(value: Value) -> Message:
    """A value in words: '5 years', '255,00 €', '50 %', 'B1', a day; nothing for a rule without one.

    An amount below one euro is a share.
    """
    if isinstance(value, Span):
        return span_words(value)
    if isinstance(value, date):
        return Message("{date}", date=value)
    if isinstance(value, Decimal) and value < 1:
        return Message("{percent} %", percent=f"{value.scaleb(2).normalize():f}")
    if isinstance(value, Decimal):
        return Message("{amount}", amount=value)
    if isinstance(value, tuple):
        return Message("{list}", list=LIST_SIGN.join(value))
    return Message("{value}", value="" if value is None else value)


def span_words(span: Span) -> Message:
    """A length of time: '5 years', '6 months', '4 weeks', '14 days'."""
    words = {
        Unit.YEARS: Plural("{n} year", "{n} years", span.length),
        Unit.MONTHS: Plural("{n} month", "{n} months", span.length),
        Unit.WEEKS: Plural("{n} week", "{n} weeks", span.length),
        Unit.DAYS: Plural("{n} day", "{n} days", span.length),
    }
    return words[span.unit]


def sentence(rule: Rule, language: str) -> Message:
    """The rule in one plain sentence, with its value filled in. The words are the rule's own: data, not translated."""
    text, value = rule.sentence(language), rule.value
    if isinstance(value, Span) and value.length != 1 and value.unit is not Unit.WEEKS:
        text = _DATIVE.sub(r"\g<0>n", text)  # no English sentence has such a word before its value
    return Message(text, value=value_words(value))


def version(rule: Rule) -> Message:
    """From when (and until when) this version holds."""
    if rule.valid_until is not None:
        return Message("version of {start} to {end}", start=rule.valid_from, end=rule.valid_until)
    return Message("version of {start}", start=rule.valid_from)
