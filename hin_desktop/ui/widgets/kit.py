"""What every widget is built with: the look, the language and the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.theme import Theme


@dataclass(frozen=True, slots=True)
class Kit:
    """Handed to widgets in their constructor. `today` is asked anew each time: the desk stays open over midnight."""

    theme: Theme
    texts: Texts
    today: Callable[[], date]

    def say(self, text: Message | str) -> str:
        """A message in the window's language. A plain string is already in it (a name, a catalogue's label)."""
        return self.texts(text) if isinstance(text, Message) else text
