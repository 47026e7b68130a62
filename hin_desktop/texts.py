"""Rendering of messages in one language, with the organisation's way of writing gender.

Source texts are English; German is complete and the default. Used by `ui`, `cli` and `documents` only.
"""

from __future__ import annotations

import gettext
import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Protocol, runtime_checkable

from hin_desktop.errors import Message
from hin_desktop.resources import translations_folder

_ENDING = re.compile(r"(?<=\w)\*(innen|in|r|n)\b")


class GenderStyle(StrEnum):
    """How the organisation writes 'Klient*innen'."""

    STAR = "star"
    COLON = "colon"
    UNDERSCORE = "underscore"
    INNER_I = "inner_i"
    SLASH = "slash"


@runtime_checkable
class Labelled(Protocol):
    """What has a label of its own in each language: an entry of a catalogue."""

    def label(self, language: str) -> str:
        """The label."""


_SIGN = {GenderStyle.COLON: ":", GenderStyle.UNDERSCORE: "_", GenderStyle.SLASH: "/-"}
LANGUAGES = ("de", "en")


class Texts:
    """Turns messages into sentences of one language.

    Calling it with a `Message` or an English source text gives the sentence; dates and amounts of money among the
    values are written the way the language writes them.
    """

    def __init__(self, language: str = "de", gender: GenderStyle = GenderStyle.STAR) -> None:
        self.language = language if language in LANGUAGES else "de"
        self.gender = gender
        self._catalogue = _catalogue(self.language)

    def __call__(self, message: Message | str, /, **values: object) -> str:
        """The sentence. A plain string is taken as a source text with these values."""
        if isinstance(message, str):
            message = Message(message, **values)
        number = message.values.get("n")
        if message.plural is not None and isinstance(number, int):
            pattern = self._catalogue.ngettext(message.key, message.plural, number)
        else:
            pattern = self._catalogue.gettext(message.key) if message.key else ""
        pattern = self.inclusive(pattern)
        if not message.values:
            return pattern
        return pattern.format_map({name: self._value(value) for name, value in message.values.items()})

    def inclusive(self, text: str) -> str:
        """Replace the star of 'Klient*innen' by the organisation's sign. Names and notes never pass through here."""
        if self.gender is GenderStyle.STAR:
            return text
        if self.gender is GenderStyle.INNER_I:
            return _ENDING.sub(lambda found: found[1].capitalize(), text)
        return _ENDING.sub(rf"{_SIGN[self.gender]}\1", text)

    def date(self, day: date | None) -> str:
        """A day as 14.01.2027 (German) or 14 Jan 2027 (English); '' for None."""
        if day is None:
            return ""
        return f"{day:%d.%m.%Y}" if self.language == "de" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def amount(self, value: Decimal) -> str:
        """Money in euros: 2.788,50 € (German) or €2,788.50 (English)."""
        text = f"{value:,.2f}"
        if self.language == "en":
            return f"€{text}"
        return text.translate(str.maketrans(",.", ".,")) + " €"

    def moment(self, at: datetime) -> str:
        """A day and time of day, in the zone that `at` carries."""
        return f"{self.date(at.date())}, {at:%H:%M}"

    def _value(self, value: object) -> str:
        if isinstance(value, str | int):
            return str(value)
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Message):
            return self(value)
        if isinstance(value, Decimal):
            return self.amount(value)
        if isinstance(value, Labelled):  # last: whether something has a label takes long to find out
            return self.inclusive(value.label(self.language))
        return str(value)


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language. Without a search through the system's locales: that takes longer than reading."""
    try:
        with (translations_folder() / language / "LC_MESSAGES" / "hin.mo").open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    except FileNotFoundError:  # the source texts are English
        return gettext.NullTranslations()


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
