"""Where a recovery code is typed from paper: small letters, spaces and dashes as they come."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from hin_desktop.ui.unlock.fields import Field
from hin_desktop.ui.widgets.kit import Kit

GROUPS, SIGNS = 9, 4  # as the sheet prints it
_MISREAD = str.maketrans("OIL", "011")  # as the code itself forgives it


def signs_of(typed: str) -> str:
    """The letters and digits of what was typed, as capitals."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def in_groups(typed: str) -> str:
    """What was typed, written as the sheet writes it."""
    signs = signs_of(typed)
    return "-".join(signs[at : at + SIGNS] for at in range(0, len(signs), SIGNS))


def first_difference(typed: str, code: tuple[str, ...]) -> int | None:
    """The number (from 1) of the first group that is not the sheet's; None if all are."""
    mine = in_groups(signs_of(typed).translate(_MISREAD)).split("-")
    pairs = zip(code, (*mine, *[""] * len(code)), strict=False)
    return next((at for at, (right, typed_group) in enumerate(pairs, 1) if right != typed_group), None)


class CodeField(Field):
    """Sets the dashes by itself and says how many groups are there."""

    def __init__(self, kit: Kit) -> None:
        hint = kit.texts("Nine groups of four characters. Capital or small letters, with or without dashes.")
        super().__init__(kit, kit.texts("Recovery code"), "", hint)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.line.setFont(fixed)
        self.line.setPlaceholderText("XXXX-" * (GROUPS - 1) + "XXXX")

    @property
    def complete(self) -> bool:
        """Whether as many characters are there as a code has."""
        return len(signs_of(self.text)) == GROUPS * SIGNS

    def _edited(self) -> None:
        before = len(signs_of(self.text[: self.line.cursorPosition()]))
        text = in_groups(self.text)
        self.line.setText(text)
        self.line.setCursorPosition(min(len(text), before + max(0, before - 1) // SIGNS))
        count = len(signs_of(text)) // SIGNS
        self.set_help(self.kit.texts("{count} of {all} groups", count=count, all=GROUPS))
        super()._edited()
