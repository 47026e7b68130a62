"""What the cards of this page have in common: saving through a service, saying so, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal

from hin_desktop.errors import HinError, Message
from hin_desktop.services import history
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.cards import Card

T = TypeVar("T")


class WorkCard(Card):
    """A card whose changes are saved in the background."""

    stale = Signal()
    """Something was saved or taken back: what is shown wants to be read again."""

    def __init__(self, place: Workplace, title: str) -> None:
        super().__init__(place.kit, title)
        self.place = place

    def save(
        self,
        act: Callable[[], Done[T]],
        then: Callable[[Done[T]], None] | None = None,
        on_error: Callable[[HinError], None] | None = None,
        *,
        undoable: bool = True,
    ) -> None:
        """Do it; the notice offers to take it back, unless keys are concerned, which no history brings back."""
        fault = on_error or self.place.notices.fault
        self.place.background.command(act, partial(self._saved, then, undoable), fault, self)

    def _saved(self, then: Callable[[Done[T]], None] | None, undoable: bool, done: Done[T]) -> None:
        if then is not None:
            then(done)
        undo = partial(self._undo, done.entry_id) if undoable and done.entry_id is not None else None
        self.place.notices.say(done.verb, undo)
        self.stale.emit()

    def _undo(self, entry_id: int) -> None:
        act = partial(_undone, self.place.desk, entry_id)
        self.place.background.command(act, self._taken_back, self.place.notices.fault, self)

    def _taken_back(self, done: Done[None]) -> None:
        self.place.notices.say(done.verb)
        self.stale.emit()


def _undone(desk: OpenDesk, entry_id: int) -> Done[None]:
    return history.undo(desk, entry_id) or Done(None, (), Message("There is nothing to undo."), None)
