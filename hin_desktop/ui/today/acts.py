"""What can be done from Heute: open what waits, tick it off, throw a begun form away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.worklist import WorkItem
from hin_desktop.errors import Message
from hin_desktop.services import consultations, drafts, history
from hin_desktop.services.deadlines import DeadlineRow
from hin_desktop.services.done import Done
from hin_desktop.services.search import ClientRow
from hin_desktop.services.worklist import BegunForm
from hin_desktop.ui.law.words import FORM as LAW_FORM
from hin_desktop.ui.person.deadline_look import place_of
from hin_desktop.ui.shell.workplace import Workplace

T = TypeVar("T")


class TodayActs(QWidget):
    """Owned by the page and never shown: its commands end with it."""

    stale = Signal()
    """Something was written: the page wants to be read again."""

    def __init__(self, place: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._place = place
        self.hide()

    def open_item(self, item: WorkItem) -> None:
        """Open the person at the record that waits."""
        self._place.navigator.go("person", client_id=item.client_id, record=item.ref)

    def open_deadline(self, row: DeadlineRow) -> None:
        """Open the person at the record that runs out, or at what the law says to the whole."""
        tab, ref = place_of(row.deadline)
        self._place.navigator.go("person", client_id=row.client_id, tab=tab, record=ref)

    def open_person(self, row: ClientRow) -> None:
        """Open a person."""
        self._place.navigator.go("person", client_id=row.id)

    def find_person(self) -> None:
        """Go to the list."""
        self._place.navigator.go("clients")

    def new_person(self) -> None:
        """Take somebody in."""
        self._place.navigator.go("clients", new=object())

    def go_on(self, form: BegunForm) -> None:
        """Go where a form was begun; its page brings the draft back."""
        key = form.draft.key
        kind, _, about = key.form.partition(" ")
        if kind == LAW_FORM:
            self._place.navigator.go("law", rule=about, record=key.record_id or 0)
        elif key.client_id is None:
            self.new_person()
        else:
            record = RecordRef(key.form, key.record_id or 0)
            self._place.navigator.go("person", client_id=key.client_id, record=record)

    def tick_off(self, item: WorkItem) -> None:
        """An agreed step is done."""
        desk = self._place.desk
        self._write(lambda: consultations.finish_next_step(desk, consultations.get(desk, item.ref.id), desk.today()))

    def discard(self, form: BegunForm) -> None:
        """Throw a begun form away; the notice brings it back."""
        desk, draft = self._place.desk, form.draft
        self.quietly(lambda: drafts.drop(desk, draft.key), self.stale.emit)
        self._place.notices.say(Message("Draft discarded"), partial(self._bring_back, form))

    def quietly(self, work: Callable[[], None], then: Callable[[], None] | None = None) -> None:
        """Write what is no record: drafts, and how the page was left."""
        finish = None if then is None else lambda _: then()
        self._place.background.command(work, finish, self._place.notices.fault, self)

    def _bring_back(self, form: BegunForm) -> None:
        desk, draft = self._place.desk, form.draft
        self.quietly(lambda: drafts.keep(desk, draft.key, draft.payload), self.stale.emit)

    def _write(self, work: Callable[[], Done[T]]) -> None:
        self._place.background.command(work, self._written, self._place.notices.fault, self)

    def _written(self, done: Done[T]) -> None:
        self._place.notices.say(done.verb, partial(self._undo, done.entry_id))
        self.stale.emit()

    def _undo(self, entry_id: int | None) -> None:
        desk = self._place.desk
        self._place.background.command(
            lambda: history.undo(desk, entry_id), self._undone, self._place.notices.fault, self
        )

    def _undone(self, done: Done[None] | None) -> None:
        if done is not None:
            self._place.notices.say(done.verb)
        self.stale.emit()
