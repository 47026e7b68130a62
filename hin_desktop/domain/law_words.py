"""Rules and their values as messages: what window, command line and paper say of the law in the same words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.law import Rule, Value
from hin_desktop.errors import Message, Plural

LIST_SIGN = ", "


def value_words(value: Value) -> Message:
    """A value in words: '5 years', '255,00', 'B1', a day; nothing for a rule without one."""
    if isinstance(value, Span):
        return span_words(value)
    if isinstance(value, date):
        return Message("{date}", date=value)
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
    return Message(rule.sentence(language), value=value_words(rule.value))


def version(rule: Rule) -> Message:
    """From when (and until when) this version holds."""
    if rule.valid_until is not None:
        return Message("version of {start} to {end}", start=rule.valid_from, end=rule.valid_until)
    return Message("version of {start}", start=rule.valid_from)
