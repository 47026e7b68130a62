"""A new password, typed twice, with a sentence about its strength while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from hin_desktop.ui.unlock.fields import SecretField
from hin_desktop.ui.unlock.screen import Screen
from hin_desktop.ui.unlock.wanted import strength


class PasswordPair:
    """Adds both fields to a screen; `known` gives login and organisation, which must not be the password."""

    def __init__(self, screen: Screen, known: Callable[[], tuple[str, str]]) -> None:
        self._kit, self._known = screen.kit, known
        texts = screen.kit.texts
        self.password = SecretField(screen.kit, texts("New password"))
        self.again = SecretField(screen.kit, texts("The same password again"))
        screen.add_field("password", self.password)
        screen.add_field("again", self.again)
        self.password.edited.connect(self.comment)
        self.comment()

    def comment(self) -> None:
        """Say what the password still needs."""
        self.password.set_help(self._kit.say(strength(self.password.text, *self._known())))

    def agree(self) -> bool:
        """Whether both lines are the same; if not, it is said at the second."""
        same = self.password.text == self.again.text
        if not same:
            self.again.show_problem(self._kit.texts("The two passwords differ."))
            self.again.setFocus()
        return same
