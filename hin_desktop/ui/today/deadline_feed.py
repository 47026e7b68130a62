"""The deadlines of many people, read beside the window a few people at a time and told as they come."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hin_desktop.services import deadlines
from hin_desktop.services.deadlines import CHUNK, DeadlineRow
from hin_desktop.ui.shell.workplace import Workplace

KEY = "deadlines"


class DeadlineFeed(QObject):
    """Goes through people; a new start drops the one before. Nothing of it is kept but what is on the screen."""

    came = Signal()
    """`rows` (the most urgent first), `done` or `total` are others now."""

    def __init__(self, place: Workplace, owner: QWidget) -> None:
        super().__init__(owner)
        self._place = place
        self._people: Sequence[int] = ()
        self._on = date.min
        self._found: list[DeadlineRow] = []
        self._keeps = False
        self.rows: tuple[DeadlineRow, ...] = ()
        self.done = 0

    @property
    def total(self) -> int:
        """How many people there are to be read."""
        return len(self._people)

    def start(self, people: Sequence[int], on: date, *, afresh: bool) -> None:
        """Read these people. Not `afresh`, what is shown stays until all of it is read again."""
        self._people, self._on, self._found, self.done = people, on, [], 0
        self._keeps = not afresh
        if afresh:
            self.rows = ()
        self._go_on()

    def _go_on(self) -> None:
        if self.done >= self.total:
            self.rows = tuple(self._found)
        self.came.emit()
        if self.done < self.total:
            desk, on, some = self._place.desk, self._on, self._people[self.done : self.done + CHUNK]
            self._place.background.query(KEY, lambda _: deadlines.of_people(desk, some, on), self._take, self,
                                         self._place.notices.fault)  # fmt: skip

    def _take(self, rows: Sequence[DeadlineRow]) -> None:
        for row in rows:
            insort(self._found, row, key=partial(deadlines.urgency_of, on=self._on))
        self.done = min(self.done + CHUNK, self.total)
        if not self._keeps:
            self.rows = tuple(self._found)
        self._go_on()
