"""What the set-up has been told so far, and what follows from it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from hin_desktop.errors import Message, Plural
from hin_desktop.ui.unlock.gate import Foundation

SHORTEST, LONG_ENOUGH = 12, 16  # characters of a password: required, and good
OTHER_SERVICE = "other"
SERVICES = (
    ("MBE", Message("Migration counselling for adults (MBE)")),
    ("JMD", Message("Youth migration service (JMD)")),
    ("KIM", Message("Municipal integration management (KIM)")),
    (OTHER_SERVICE, Message("Another service")),
)


@dataclass(slots=True)
class Wanted:
    """The set-up under way; kept while going back and forth and when the language changes."""

    folder: Path
    organisation: str = ""
    service: str = "MBE"
    other_service: str = ""
    display_name: str = ""
    login: str = ""
    password: str = field(default="", repr=False)

    def foundation(self) -> Foundation:
        """What the desk is founded with."""
        service = self.other_service.strip() if self.service == OTHER_SERVICE else self.service
        organisation, name, login = self.organisation.strip(), self.display_name.strip(), self.login.strip()
        return Foundation(self.folder, organisation, service, name, login, self.password)


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})


def login_of(display_name: str) -> str:
    """A login name made of a person's name: 'Ayşe Groß' becomes 'ayse.gross'."""
    words = unicodedata.normalize("NFKD", display_name.casefold().translate(_LETTERS)).split()
    plain = ("".join(sign for sign in word if sign.isascii() and sign.isalnum()) for word in words)
    return ".".join(word for word in plain if word)


def strength(password: str, login: str, organisation: str) -> Message:
    """One honest sentence about a new password while it is typed. The desk itself has the last word."""
    length = len(unicodedata.normalize("NFC", password))
    if not length:
        return Message("At least 12 characters. A sentence that only you know is best.")
    letters = _letters(password)
    if letters and letters in {_letters(login), _letters(organisation)}:
        return Message("Too easy to guess: this is the login name or the name of the organisation.")
    if length < SHORTEST:
        return Plural("{n} more character is needed.", "{n} more characters are needed.", SHORTEST - length)
    if length < LONG_ENOUGH:
        return Message("Long enough. A few more words make it better still.")
    return Message("A good length.")


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", text).casefold() if sign.isalpha())
