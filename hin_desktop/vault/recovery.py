"""The recovery code: 160 random bits on one sheet of paper, in a form that forgives reading and typing.

Crockford's base32 (no I, L, O, U), eight groups of four and one check group. The check is the code as a number modulo
a prime just below 2^20: one wrong character, or two neighbours swapped, always changes it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from hin_desktop.errors import Message
from hin_desktop.vault.faults import RecoveryTypo

SECRET_BYTES = 20
GROUP = 4
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011", " -–—_.\t\n\r\u00a0")
_CODE_LENGTH = SECRET_BYTES * 8 // 5
_PRIME = 1_048_573


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A recovery code. Its secret never shows in a repr; `str()` is what goes on paper and into the QR code."""

    secret: bytes = field(repr=False)

    @classmethod
    def random(cls) -> RecoveryCode:
        """A new code from the system's source of randomness."""
        return cls(secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def parse(cls, typed: str) -> RecoveryCode:
        """The code behind what was typed: spaces, dashes and lower case are fine, O counts as 0, I and L as 1.

        Raises RecoveryTypo when a character cannot be part of a code, the length is wrong or the check group disagrees.
        """
        signs = typed.upper().translate(_MISREAD)
        unknown = next((sign for sign in signs if sign not in _SIGNS), None)
        if unknown is not None:
            raise RecoveryTypo(Message("The character “{sign}” does not occur in a recovery code.", sign=unknown))
        if len(signs) != _CODE_LENGTH + GROUP:
            raise RecoveryTypo(
                Message(
                    "A recovery code has {expected} characters; {typed} were typed.",
                    expected=_CODE_LENGTH + GROUP,
                    typed=len(signs),
                )
            )
        number = _number(signs[:_CODE_LENGTH])
        if number % _PRIME != _number(signs[_CODE_LENGTH:]):
            raise RecoveryTypo(Message("There is a slip in the recovery code. Please compare it group by group."))
        return cls(number.to_bytes(SECRET_BYTES, "big"))

    @property
    def groups(self) -> tuple[str, ...]:
        """The nine groups of four characters as they are printed; the last one is the check group."""
        number = int.from_bytes(self.secret, "big")
        signs = _written(number, _CODE_LENGTH) + _written(number % _PRIME, GROUP)
        return tuple(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))

    def __str__(self) -> str:
        return "-".join(self.groups)


def _number(signs: str) -> int:
    number = 0
    for sign in signs:
        number = number * len(_SIGNS) + _SIGNS.index(sign)
    return number


def _written(number: int, length: int) -> str:
    return "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(length)))
