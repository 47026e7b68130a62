"""What a password may be, and the bytes it is derived from."""

from __future__ import annotations

import unicodedata

from hin_desktop.errors import FieldProblem, Invalid, Message

MINIMUM_LENGTH = 12
_FEWEST_DIFFERENT = 5


def password_bytes(password: str) -> bytes:
    """The bytes given to the key derivation: NFC (a Mac types “ö” as two characters), nothing trimmed.

    Raises Invalid for control characters, which no keyboard types on purpose.
    """
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in password):
        raise _refused(Message("The password contains a character that cannot be typed again, such as a tab."))
    return unicodedata.normalize("NFC", password).encode()


def check_new_password(password: str, *, login: str, organisation: str = "", exempt_from_length: bool = False) -> None:
    """Raise Invalid when a password is too weak to protect a desk. The practice desk alone is exempt."""
    length = len(unicodedata.normalize("NFC", password))
    password_bytes(password)
    if exempt_from_length:
        return
    if length < MINIMUM_LENGTH:
        raise _refused(
            Message("Please use at least {minimum} characters; a sentence of your own is best.", minimum=MINIMUM_LENGTH)
        )
    if len(set(password.casefold())) < _FEWEST_DIFFERENT:
        raise _refused(Message("Please use more different characters."))
    if _letters(password) in {_letters(login), _letters(organisation), _letters(login + organisation)}:
        raise _refused(Message("The login name or the name of the organisation alone is too easy to guess."))


def _letters(text: str) -> str:
    """What is left without digits, spaces and signs: “Caritas-Herne-2026!” is the organisation's name still."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text).casefold() if sign.isalpha())


def _refused(message: Message) -> Invalid:
    return Invalid(FieldProblem("password", message))
