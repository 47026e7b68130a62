"""Taking somebody in: the form, who may be the same person, and the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.domain.names import PersonName
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.services import clients, drafts, history, search
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.done import Done
from hin_desktop.services.drafts import DraftKey, DraftRow
from hin_desktop.services.search import ClientRow
from hin_desktop.ui.clients import person_form
from hin_desktop.ui.person.record_form import DRAFT_AFTER, DraftLine
from hin_desktop.ui.shell.notices import Tone
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.cards import Card, Row
from hin_desktop.ui.widgets.form_panel import FormPanel

DRAFT = DraftKey("new_person")
LOOK_AFTER = 200  # milliseconds without a key until similar people are looked for


class NewPerson(QWidget):
    """`taken_in(id)` follows saving; `left()` when the form is closed without it."""

    taken_in = Signal(int)
    left = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._draft_line: DraftLine | None = None
        kit = place.kit
        self.panel = FormPanel(kit, Message("New person"), person_form.spec(place), save=Message("Take in"))
        self.alike = Card(kit, kit.texts("Is it one of these?"), kit.texts("already in the desk"))
        self.alike.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(14))
        self._column.addWidget(self.alike)
        self._column.addWidget(self.panel)
        self._column.addStretch(1)
        self._keep_soon = QTimer(self, interval=DRAFT_AFTER, singleShot=True)
        self._keep_soon.timeout.connect(self.keep)
        self._look_soon = QTimer(self, interval=LOOK_AFTER, singleShot=True)
        self._look_soon.timeout.connect(self._look)
        self.panel.saved.connect(self._save)
        self.panel.cancelled.connect(self._close)
        self.panel.edited.connect(self._keep_soon.start)
        self.panel.edited.connect(self._look_soon.start)

    def begin(self, typed: str = "") -> None:
        """An empty form with the name typed so far; without one, the draft of the last time comes back."""
        self._show_alike(())
        self._show_draft_line(None)
        self.panel.begin(person_form.EMPTY)
        for name, text in person_form.name_typed(typed).items():
            self.panel.form.set_value(name, text)
        if not typed:
            desk, faults = self._place.desk, self._place.notices.fault  # asked in the queue of the writes: the last
            self._place.background.command(lambda: drafts.mine(desk), self._offer_draft, faults, self)  # one counts

    def leave(self) -> None:
        """Out of sight: keep at once what is not kept yet."""
        if self._keep_soon.isActive():
            self.keep()

    @Slot()
    def keep(self) -> None:
        """Keep what is typed as a draft, or forget it where nothing is left."""
        self._keep_soon.stop()
        desk, typed = self._place.desk, self.panel.form.draft()
        if self.panel.form.dirty:
            self._write(lambda: drafts.keep(desk, DRAFT, typed))
        else:
            self._write(lambda: drafts.drop(desk, DRAFT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc with something typed: it becomes a draft, the form goes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _close(self) -> None:
        if self.panel.form.dirty:
            self.keep()
            self._place.notices.say(Message("What you typed is kept as a draft."), tone=Tone.INFO)
        self.left.emit()

    @Slot(object)
    def _save(self, values: Mapping[str, object]) -> None:
        desk, record = self._place.desk, person_form.record(values)
        kind, source = person_form.case_type(values), person_form.access_source(values)

        def take_in() -> Done[ClientRecord]:
            done = clients.add(desk, record, kind, source)
            drafts.drop(desk, DRAFT)
            return done

        self._keep_soon.stop()
        self._place.background.command(take_in, self._saved, self.panel.show_error, self)

    def _saved(self, done: Done[ClientRecord]) -> None:
        self._keep_soon.stop()
        self._place.notices.say(done.verb, partial(self._undo, done.entry_id))
        self.panel.begin(person_form.EMPTY)
        self.taken_in.emit(done.value.id)

    def _undo(self, entry_id: int | None) -> None:
        place = self._place
        place.background.command(
            lambda: history.undo(place.desk, entry_id), self._undone, place.notices.fault, self
        )

    def _undone(self, done: Done[None] | None) -> None:
        if done is not None:
            self._place.notices.say(done.verb)

    def _offer_draft(self, mine: Sequence[DraftRow]) -> None:
        draft = next((draft for draft in mine if draft.key == DRAFT), None)
        if draft is not None and not self.panel.form.dirty:
            self.panel.form.restore(draft.payload)
            self._show_draft_line(draft)
            self._look()

    def _show_draft_line(self, draft: DraftRow | None) -> None:
        if self._draft_line is not None:
            self._draft_line.hide()
            self._draft_line.deleteLater()
        self._draft_line = None
        if draft is not None:
            self._draft_line = DraftLine(self._place.kit, draft)
            self._draft_line.discard.clicked.connect(self._discard)
            self.panel.body.insertWidget(0, self._draft_line)

    @Slot()
    def _discard(self) -> None:
        desk = self._place.desk
        self._write(lambda: drafts.drop(desk, DRAFT))
        self._show_draft_line(None)
        self._show_alike(())
        self.panel.begin(person_form.EMPTY)

    @Slot()
    def _look(self) -> None:
        """Look for people of that name, so that nobody gets a second file."""
        values, desk = self.panel.form.values(), self._place.desk
        name = PersonName(*(str(values[part]) for part in ("given_names", "family_name", "original_name")))
        born = values["birth_date"] if isinstance(values["birth_date"], PartialDate) else None
        self._place.background.query("alike", lambda _: search.similar(desk, name, born), self._show_alike, self)

    def _show_alike(self, people: Sequence[ClientRow]) -> None:
        texts = self._place.kit.texts
        rows = []
        for person in people:
            born = texts("born {date}", date=person.birth_date) if person.birth_date else ""
            detail = " · ".join(filter(None, (person.file_number, born)))
            row = Row(self._place.kit, texts(person.name.display), detail, icon="users", tone="soon",
                      right=texts("Open the file"))  # fmt: skip
            row.clicked.connect(partial(self._place.navigator.go, "person", client_id=person.id))
            rows.append(row)
        self.alike.set_rows(rows)
        self.alike.setVisible(bool(rows))

    def _write(self, work: Callable[[], None]) -> None:
        self._place.background.command(work, None, self._place.notices.fault, self)
