"""A message as JSON text and back, so that the history can be read in whichever language the window has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from string import Formatter

from hin_desktop.errors import Message, Plural
from hin_desktop.records.types import json_text, plain

ERASED = "…"
_DATE, _MOMENT, _MESSAGE = "date", "moment", "message"


def values_text(message: Message) -> str:
    """The values of a message as canonical JSON; days, moments and messages among them keep their kind."""
    return json_text({name: _packed(value) for name, value in message.values.items()})


def message_of(key: str, plural: str | None, text: str | None) -> Message:
    """The message again. Where its values were erased, the placeholders read '…'."""
    if text is not None:
        return _message(key, plural, _unpacked_all(json.loads(text)))
    names = [name for _, name, _, _ in Formatter().parse(plural or key) if name]
    return _message(key, plural, dict.fromkeys(names, ERASED))


def _message(key: str, plural: str | None, values: Mapping[str, object]) -> Message:
    named = {name: value for name, value in values.items() if name != "n"}
    if plural is not None:
        number = values.get("n")
        return Plural(key, plural, number if isinstance(number, int) else 0, **named)
    return Message(key, **values)


def _packed(value: object) -> object:
    if isinstance(value, Message):
        return {_MESSAGE: value.key, "plural": value.plural, "values": json.loads(values_text(value))}
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    return plain(value)


def _unpacked_all(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _unpacked(value) for name, value in values.items()}


def _unpacked(value: object) -> object:
    if not isinstance(value, dict):
        return value
    if _MESSAGE in value:
        return _message(value[_MESSAGE], value["plural"], _unpacked_all(value["values"]))
    if _MOMENT in value:
        return datetime.fromisoformat(value[_MOMENT])
    return date.fromisoformat(value[_DATE]) if _DATE in value else value
