"""Finding one answer among many while typing: anywhere in the words, accents and umlauts folded."""

from __future__ import annotations

from collections.abc import Sequence

from anyascii import anyascii
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from hin_desktop.ui.widgets.form_spec import Choice, Key
from hin_desktop.ui.widgets.kit import Kit

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FOLDED_ROLE = KEY_ROLE + 1
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def folded(text: str) -> str:
    """Text as it is searched for: both 'turkei' and 'tuerkei' find the Türkei."""
    low = text.casefold()
    plain, spelt = anyascii(low).casefold(), anyascii(low.translate(_UMLAUTS)).casefold()
    return plain if plain == spelt else f"{plain}\n{spelt}"


def choice_model(choices: Sequence[Choice], kit: Kit, *, empty: bool = False) -> QStandardItemModel:
    """The answers as a list; `empty` puts a blank one first. Keys under KEY_ROLE."""
    model = QStandardItemModel()
    if empty:
        model.appendRow(_item("", None, ""))
    for choice in choices:
        text = kit.say(choice.label)
        model.appendRow(_item(text, choice.key, f"{text} {choice.search}"))
    return model


def _item(text: str, key: Key | None, words: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setData(key, KEY_ROLE)
    item.setData(folded(words), FOLDED_ROLE)
    return item


class Matches(QSortFilterProxyModel):
    """The answers that hold every typed word somewhere; all of them while nothing is typed."""

    def __init__(self, model: QStandardItemModel) -> None:
        super().__init__()
        self._words: list[str] = []
        self.setSourceModel(model)

    def look_for(self, typed: str) -> None:
        """Show what matches the typed words."""
        self.beginFilterChange()
        self._words = anyascii(typed.casefold()).casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether an answer matches."""
        text = self.sourceModel().index(row, 0, parent).data(FOLDED_ROLE)
        return all(word in text for word in self._words) and (bool(text.strip()) or not self._words)

    def only_match(self, typed: str) -> int | None:
        """The row (of the whole list) that is meant: the one with this very name, else the only one that matches."""
        self.look_for(typed)
        rows = [self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount())]
        same = [row for row in rows if self.sourceModel().index(row, 0).data().casefold() == typed.strip().casefold()]
        if same or len(rows) == 1:
            return (same or rows)[0]
        return None
