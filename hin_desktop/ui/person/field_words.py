"""What the fields of a form hold, as it is read outside the form: codes by their labels, days, yes and no."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.ui.person.words import Words
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec

SHOWN_AT_MOST = 400  # characters of a long text


class FieldWords:
    """For the fields of one form: the answers of a list are put into words once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._choices: dict[str, Mapping[object, str]] = {}

    def value(self, spec: FieldSpec, value: object) -> str:
        """The value of this field in words; '' for none."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return self._words.yes_no(value)
        if spec.kind in (FieldKind.CHOICE, FieldKind.MULTI_CHOICE):
            return self._label(spec, value)
        if spec.kind is FieldKind.CHECK:
            return self._words.yes_no(bool(value))
        if spec.kind in (FieldKind.DATE, FieldKind.PARTIAL_DATE):
            return _day(self._words, value)
        text = str(value)
        return text if len(text) <= SHOWN_AT_MOST else f"{text[:SHOWN_AT_MOST]} …"

    def _label(self, spec: FieldSpec, value: object) -> str:
        if spec.name not in self._choices:
            say = self._words.texts
            self._choices[spec.name] = {
                choice.key: say(choice.label) if isinstance(choice.label, Message) else choice.label
                for choice in spec.offered()
            }
        return self._choices[spec.name].get(value, str(value))


def _day(words: Words, value: object) -> str:
    if isinstance(value, date | PartialDate):
        return words.day(value)
    try:
        return words.day(PartialDate.from_iso(str(value)))
    except ValueError:
        return str(value)
