"""Finding somebody who has a file, by name: nobody is shown until asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.errors import Message
from hin_desktop.services import search
from hin_desktop.services.search import ClientRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.widgets.cards import Row
from hin_desktop.ui.widgets.editor import LineEdit


class PersonSearch(QWidget):
    """A line to type a name into; the people found stand below it. `chosen(ClientRow)`."""

    chosen = Signal(object)

    def __init__(self, person: OpenPerson, prompt: Message) -> None:
        super().__init__()
        self.person = person
        self.rows: list[Row] = []
        self.line = LineEdit(person.kit, prompt)
        self.line.setAccessibleName(person.kit.say(prompt))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(person.kit.theme.px(8), 0, person.kit.theme.px(8), 0)
        self._column.setSpacing(person.kit.theme.px(2))
        self._column.addWidget(self.line)
        self.line.textEdited.connect(self._look)
        self.line.returnPressed.connect(self._first)

    def clear(self) -> None:
        """Nothing typed, nobody shown."""
        self.line.clear()
        self._show("", ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the people found, Esc forgets them."""
        if event.key() == Qt.Key.Key_Down and self.rows and self.line.hasFocus():
            self.rows[0].setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.line.text():
            self.clear()
            self.line.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _look(self, text: str) -> None:
        desk = self.person.desk
        self.person.place.background.query(
            "people", lambda _: search.suggest(desk, text), partial(self._show, text), self
        )

    def _show(self, text: str, found: tuple[ClientRow, ...]) -> None:
        if text != self.line.text():
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        words, texts = self.person.words, self.person.texts
        self.rows = []
        for client in found:
            if client.id != self.person.id:
                born = words.day(client.birth_date)
                row = Row(self.person.kit, texts(client.name.display), joined(client.file_number, born), icon="user")
                row.clicked.connect(partial(self._choose, client))
                self.rows.append(row)
                self._column.addWidget(row)

    @Slot()
    def _first(self) -> None:
        if self.rows:
            self.rows[0].click()

    def _choose(self, client: ClientRow) -> None:
        self.clear()
        self.chosen.emit(client)
