"""Finding one answer among many while typing: anywhere in the words, accents and umlauts folded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from anyascii import anyascii
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from hin_desktop.ui.widgets.form_spec import Choice, Key
from hin_desktop.ui.widgets.kit import Kit

Index = QModelIndex | QPersistentModelIndex
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def folded(text: str) -> str:
    """Text as it is searched for: both 'turkei' and 'tuerkei' find the Türkei."""
    low = text.casefold()
    plain, spelt = anyascii(low).casefold(), anyascii(low.translate(_UMLAUTS)).casefold()
    return plain if plain == spelt else f"{plain}\n{spelt}"


class Answers(QAbstractListModel):
    """The answers of a field as a list; `empty` puts a blank one first."""

    def __init__(self, choices: Sequence[Choice], kit: Kit, *, empty: bool = False) -> None:
        super().__init__()
        blank: list[tuple[Key | None, str, str]] = [(None, "", "")] if empty else []
        self._rows = blank + [(choice.key, kit.say(choice.label), choice.search) for choice in choices]
        self._row_of = {key: row for row, (key, _, _) in enumerate(self._rows) if key is not None}

    def key(self, row: int) -> Key | None:
        """The key of an answer; None for the blank one."""
        return self._rows[row][0]

    def words(self, key: object) -> str:
        """The words for a key; an answer that is no longer offered is shown by its key."""
        row = self.row_of(key)
        return "" if key is None else str(key) if row is None else self._rows[row][1]

    def row_of(self, key: object) -> int | None:
        """The row of a key; None if it is not offered."""
        return self._row_of.get(key) if isinstance(key, str | int) else None

    def row_named(self, words: str) -> int | None:
        """The row with these very words; None if there is none."""
        return next((row for row, (_, text, _) in enumerate(self._rows) if text == words), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """One row an answer."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words."""
        shown = index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        return self._rows[index.row()][1] if shown else None

    @cached_property
    def haystack(self) -> tuple[str, ...]:
        """What each answer is searched in; made when somebody types for the first time."""
        return tuple(folded(f"{text} {more}") for _, text, more in self._rows)


class Matches(QSortFilterProxyModel):
    """The answers that hold every typed word somewhere; all of them while nothing is typed."""

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._words: list[str] = []
        self.setSourceModel(answers)

    def look_for(self, typed: str) -> None:
        """Show what matches the typed words."""
        words = anyascii(typed.casefold()).casefold().split()
        if words != self._words:
            self.beginFilterChange()
            self._words = words
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether an answer matches."""
        return not self._words or all(word in self._answers.haystack[row] for word in self._words)

    def only_match(self, typed: str) -> int | None:
        """The row (of the whole list) that is meant: the one with this very name, else the only one that matches."""
        self.look_for(typed)
        rows = [self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount())]
        same = [row for row in rows if self._answers.index(row, 0).data().casefold() == typed.strip().casefold()]
        if same or len(rows) == 1:
            return (same or rows)[0]
        return None
