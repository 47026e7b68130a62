"""The chair in front of the screen: hands at the keyboard, and eyes that see only what a counsellor can see."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from hin_desktop.services.catalogues import Catalogues
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.tour.driver import Until, Walk
from hin_desktop.ui.tour.eyes import Eyes
from hin_desktop.ui.tour.hand import Hand, is_named


class Seat(Eyes):
    """Acts by names in the language of the window: source texts go in, what stands on the screen is looked for."""

    def __init__(self, app: QApplication, texts: Texts, catalogues: Catalogues, background: Background) -> None:
        super().__init__(app, texts, catalogues, background)
        self.hand = Hand(app)

    def go_to(self, source: str, **values: object) -> Walk:
        """Go to a field, button or row by Tab."""
        yield from self.hand.go_to(self.say(source, **values))

    def fill(self, source: str, text: str) -> Walk:
        """Type into a field."""
        yield from self.hand.fill(self.say(source), text)

    def pick(self, source: str, words: str) -> Walk:
        """Take an answer from a field's list by typing a part of it; `words` stand in the window's language."""
        yield from self.hand.pick(self.say(source), words)

    def choose(self, source: str, **values: object) -> Walk:
        """Press a button, row or box."""
        yield from self.hand.choose(self.say(source, **values))

    def press(self, *keys: str) -> Walk:
        """Press keys."""
        yield from self.hand.press(*keys)

    def type(self, text: str) -> Walk:
        """Type where the keyboard is."""
        yield from self.hand.type(text)

    def until_at(self, source: str, **values: object) -> Until:
        """The keyboard is in a widget of this name."""
        name = self.say(source, **values)
        return Until(f"the keyboard in {name!r}", lambda: self.hand.is_at(name))

    def until_sees(self, words: str) -> Until:
        """These words (in the window's language) stand somewhere on the screen."""
        return Until(f"{words!r} on the screen", lambda: self.sees(words))

    def until_gone(self, words: str) -> Until:
        """These words stand nowhere on the screen any more."""
        return Until(f"no {words!r} on the screen any more", lambda: not self.sees(words))

    def until_told_off(self) -> Until:
        """The field with the keyboard says what is wrong with it."""
        return Until("a sentence at the field", self._told_off)

    def until_back_in(self, window: QWidget | None) -> Until:
        """A dialog is gone, and the window before it has the keyboard again."""

        def back() -> bool:
            return self.hand.is_awake() and self.app.activeWindow() is window and self.app.focusWidget() is not None

        return Until("the window behind the dialog", back)

    def until_quiet(self) -> Until:
        """Nothing is being read or written, and what came of it stands on the screen."""
        looks: list[bool] = []

        def calm() -> bool:
            looks.append(self.quiet() and self.hand.is_awake())
            return looks[-2:] == [True, True]

        return Until("all work done", calm)

    def until_no_field(self, source: str) -> Until:
        """A form is gone: no field of this name can be seen any more."""
        name = self.say(source)
        return Until(f"the form with {name!r} saved", lambda: not any(
            is_named(widget, name) for widget in self.widgets() if not isinstance(widget, QLabel | QAbstractButton)))
