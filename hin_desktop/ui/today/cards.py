"""Cards with the first few of many lines, and a link to the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from hin_desktop.errors import Message, Plural
from hin_desktop.ui.today.words import Line
from hin_desktop.ui.widgets.cards import Card, Row
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import label

T = TypeVar("T")
FIRST = 6
MORE = 60  # rows that a click on "all" adds; thousands of widgets at once would take seconds


@dataclass(frozen=True, slots=True)
class Act(Generic[T]):
    """A small button at the end of each row."""

    icon: str
    name: Message
    run: Callable[[T], None]


class ListCard(Card, Generic[T]):
    """Shows things as rows. `open` is what Enter does, `acts` stand at each row's end, `first` rows come unasked."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        line: Callable[[T], Line],
        open_: Callable[[T], None],
        acts: Sequence[Act[T]] = (),
        first: int = FIRST,
    ) -> None:
        super().__init__(kit, title)
        self._line, self._open, self._acts, self._first = line, open_, tuple(acts), first
        self._limit = first
        self._items: tuple[T, ...] = ()
        self._shown: object = None
        self.rows: list[Row] = []
        self.link = self.add_link("")
        self.link.clicked.connect(self._turn)
        self.link.hide()

    @property
    def items(self) -> tuple[T, ...]:
        """Everything, shown or not."""
        return self._items

    def show_items(self, items: Sequence[T], empty: str) -> None:
        """Show other things, or a sentence for none; nothing moves where nothing has changed."""
        before, self._items = self._items, tuple(items)
        lines = [self._line(item) for item in self._items[: self._limit]]
        shown = (lines, self._items[: self._limit], self.above(), self._limit, empty)
        self._name_link()
        if shown == self._shown:
            return
        self._shown = shown
        held = next(((at, before[at]) for at, row in enumerate(self.rows) if _holds_focus(row)), None)
        self.rows = [self._row(item, line) for item, line in zip(self._items, lines, strict=False)]
        self.set_rows([*self.lead(), *self.rows] or [self._sentence(empty)])
        if held is not None and self.rows:
            _focus(self.rows[self._place_of(*held)])

    def _place_of(self, at: int, item: T) -> int:
        """Where the keyboard goes: with its line, and where that is gone to the one in its place."""
        shown = self._items[: len(self.rows)]
        return shown.index(item) if item in shown else min(at, len(shown) - 1)

    def lead(self) -> Sequence[QWidget]:
        """What stands above the rows."""
        return ()

    def above(self) -> object:
        """What it depends on."""
        return None

    def _row(self, item: T, line: Line) -> Row:
        row = Row(self.kit, line.title, line.detail, icon=line.icon, right=line.right, tone=line.tone)
        row.clicked.connect(partial(self._open, item))
        for act in self._acts:
            words = f"{self.kit.texts(act.name)}: {line.title}"
            row.add_action(act.icon, words).clicked.connect(partial(act.run, item))
        return row

    def _sentence(self, text: str) -> QWidget:
        words, side = label(text, tone="muted", wrap=True), self.kit.theme.px(8)
        words.setContentsMargins(side, 0, side, 0)
        return words

    def _name_link(self) -> None:
        count, texts = len(self._items), self.kit.texts
        if self._limit >= count:
            text = texts("Fewer")
        elif self._limit > FIRST:
            text = texts("{n} more", n=count - self._limit)
        else:
            text = texts("All {n}", n=count) if self._limit else texts("Show")
        self.link.setText(text)
        self.link.setAccessibleName(f"{self.title.text()}: {text}")
        self.link.setVisible(count > self._first)

    def _turn(self) -> None:
        """Show more, or the first few again."""
        if self._limit >= len(self._items):
            self._limit = self._first
        else:
            self._limit = self._limit + MORE if self._limit else FIRST
        self.show_items(self._items, "")


class WatchCard(ListCard[T]):
    """A count first; the people behind it when they are asked for."""

    def __init__(self, kit: Kit, title: str, line: Callable[[T], Line], open_: Callable[[T], None]) -> None:
        super().__init__(kit, title, line, open_, first=0)
        self.summary: Row | None = None

    def lead(self) -> Sequence[QWidget]:
        """How many there are, and the oldest; Enter shows who they are."""
        if not self._items:
            return ()
        count = Plural("{n} case without contact", "{n} cases without contact", len(self._items))
        oldest = self._line(self._items[0])
        self.summary = Row(
            self.kit, self.kit.texts(count), self.kit.texts("the oldest: {when}", when=oldest.detail),
            icon="user-x", tone="soon")  # fmt: skip
        self.summary.clicked.connect(self._toggle)
        return (self.summary,)

    def above(self) -> object:
        """How many there are, and the oldest."""
        return len(self._items), self._items[:1]

    def _toggle(self) -> None:
        self._limit = 0 if self._limit else FIRST
        self.show_items(self._items, "")
        if self.summary is not None:
            _focus(self.summary)


def _focus(row: Row) -> None:
    row.show()  # a new row takes the focus only once it is shown
    row.setFocus()


def _holds_focus(row: Row) -> bool:
    return row.hasFocus() or any(part.hasFocus() for part in row.findChildren(QWidget))
