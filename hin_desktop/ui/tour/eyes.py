"""Eyes in front of the screen: they see only what a counsellor can see, in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from hin_desktop.domain.catalogue import Catalogue, Entry
from hin_desktop.errors import Message
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.tour.hand import name_of
from hin_desktop.ui.widgets.cards import Row

CODE = re.compile(r"([0-9A-Z]{4}-){8}[0-9A-Z]{4}")


class Eyes:
    """What stands on the screen now: texts, names that are read out, rows, the recovery code."""

    def __init__(self, app: QApplication, texts: Texts, catalogues: Catalogues, background: Background) -> None:
        self.app = app
        self.texts = texts
        self.catalogues = catalogues
        self._background = background

    def say(self, source: str | Message, **values: object) -> str:
        """A source text as the window writes it."""
        return self.texts(source, **values) if isinstance(source, str) else self.texts(source)

    def label(self, catalogue: Catalogue[Entry], code: str) -> str:
        """The words of a code in a field's list."""
        return self.texts.inclusive(catalogue.label(code, self.texts.language))

    def quiet(self) -> bool:
        """Whether nothing is being read or written."""
        return self._background.quiet

    def title(self) -> str:
        """The title of the window."""
        window = self.app.activeWindow()
        return window.windowTitle() if window is not None else ""

    def row_below(self, name: str) -> bool:
        """Whether a row of this name is on the screen."""
        return any(isinstance(widget, Row) and widget.accessibleName() == name for widget in self.widgets())

    def sees(self, words: str) -> bool:
        """Whether these words stand in a window, or are what a screen reader reads of it."""
        return any(words in text for text in self.all_seen())

    def all_seen(self) -> Iterator[str]:
        """Every text on the screen and every name that is read out, window by window."""
        for widget in self.widgets():
            yield widget.accessibleName()
            yield _text(widget)

    def widgets(self) -> Iterator[QWidget]:
        """Every widget that is shown."""
        for window in self.app.topLevelWidgets():
            if window.isVisible():
                yield from (widget for widget in (window, *window.findChildren(QWidget)) if widget.isVisible())

    def recovery_code(self) -> str:
        """The code that is shown to be written down. Raises LookupError."""
        found = next((text for text in self.all_seen() if CODE.fullmatch(text)), None)
        if found is None:
            raise LookupError("no recovery code on the screen")
        return found

    def _told_off(self) -> bool:
        focus = self.app.focusWidget()
        return focus is not None and focus.property("state") == "wrong" and bool(focus.accessibleDescription())

    @property
    def here(self) -> str:
        """The name of what has the keyboard."""
        return name_of(self.app.focusWidget())


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
