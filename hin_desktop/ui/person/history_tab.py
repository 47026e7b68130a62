"""Verlauf: every act in the person's file, the latest first; what changed; and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from hin_desktop.errors import Message
from hin_desktop.services import history
from hin_desktop.services.history import HistoryEntry
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person.history_words import HistoryWords
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.row_card import Act, Look, RowCard, RowData
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.widgets.editor import LineEdit
from hin_desktop.ui.widgets.parts import Button

PAGE = 30


class HistoryTab(PersonTab):
    """Acts by page; a row opens to what it changed."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        texts = person.texts
        self.entries: tuple[HistoryEntry, ...] = ()
        self._words: HistoryWords | None = None
        self._wanted = PAGE
        self.card = RowCard(person.kit, texts("History"))
        self.filter = LineEdit(person.kit, Message("Filter: word, name, date"))
        self.filter.setAccessibleName(texts("Filter the history"))
        self.filter.setMaximumWidth(person.kit.theme.px(300))
        self.filter.textChanged.connect(self._show_rows)
        self.card.head.addWidget(self.filter, 1)
        self.more = Button(person.kit, texts("Show older entries"), "chevron-down", "plain")
        self.more.clicked.connect(self._more)
        self.column.addWidget(self.card)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def first_focus(self) -> QWidget | None:
        """The filter."""
        return self.filter

    def forget(self) -> None:
        """Another person starts with an empty first page."""
        super().forget()
        self._wanted, self.entries = PAGE, ()
        self.filter.clear()
        self.card.fill(())
        self.more.hide()

    def show_person(self) -> None:
        """Read as many acts as were shown before."""
        self._words = HistoryWords(self.person)
        wanted = self._wanted
        self.person.read("history", partial(_read, wanted), self._show, self)

    def _show(self, found: tuple[HistoryEntry, ...]) -> None:
        self.more.setVisible(len(found) > self._wanted)
        entries = found[: self._wanted]
        if entries != self.entries or not entries:
            self.entries = entries
            self._show_rows()

    @Slot()
    def _more(self) -> None:
        self._wanted += PAGE
        self.show_person()

    @Slot()
    def _show_rows(self) -> None:
        words = self.filter.text().casefold().split()
        shown = ((entry, self._look(entry)) for entry in self.entries)
        fitting = [(entry, look) for entry, look in shown if all(word in _searched(look) for word in words)]
        texts = self.person.texts
        nothing = texts("Nothing fits.") if self.entries else texts("Nothing recorded yet.")
        self.card.fill([self._row(entry, look) for entry, look in fitting], [] if fitting else [nothing])

    def _row(self, entry: HistoryEntry, look: Look) -> RowData:
        undo = Act("undo-2", self.person.texts("Undo: {verb}", verb=entry.verb), partial(self.person.undo, entry.id))
        return RowData(entry.id, look, None, () if entry.undone else (undo,))

    def _look(self, entry: HistoryEntry) -> Look:
        texts = self.person.texts
        pairs = (self._words.pair(change) for change in entry.changes) if self._words is not None else ()
        more = tuple(pair for pair in pairs if pair is not None)
        state = texts("undone") if entry.undone else ""
        icon = "undo-2" if entry.undoes else "history"
        fields = ", ".join(dict.fromkeys(name for name, _ in more))
        return Look(texts(entry.verb), joined(entry.who, fields), joined(state, texts.moment(entry.at.astimezone())),
                    icon, "muted", more)  # fmt: skip


def _read(wanted: int, desk: OpenDesk, client_id: int) -> tuple[HistoryEntry, ...]:
    """One more than wanted, to know whether there are older ones."""
    return history.of_client(desk, client_id, limit=wanted + 1)


def _searched(look: Look) -> str:
    changes = (f"{name} {value}" for name, value in look.more)
    return " ".join((look.title, look.detail, look.right, *changes)).casefold()
