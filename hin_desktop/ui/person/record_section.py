"""A card with all records of one kind: listed, added, changed, deleted. The same for every kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.record_kind import Look, R, SectionKind
from hin_desktop.ui.person.row_card import RowCard
from hin_desktop.ui.widgets.cards import KeyValues, Row
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button

PAGE = 25


class RecordRow(QWidget):
    """A row and the facts that open below it."""

    def __init__(self, kit: Kit, record_id: int, look: Look) -> None:
        super().__init__()
        self.record_id = record_id
        self.row = _DeletableRow(
            kit, look.title, look.detail, icon=look.icon, right=look.right, tone=look.tone, opens=True
        )
        self._kit, self._look = kit, look
        self._facts: KeyValues | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self.setFocusProxy(self.row)

    @property
    def is_open(self) -> bool:
        """Whether the facts are shown."""
        return self._facts is not None and not self._facts.isHidden()

    def toggle(self) -> None:
        """Show the facts, or hide them again."""
        self.unfold(not self.is_open)

    def unfold(self, shown: bool) -> None:
        """Show or hide the facts."""
        if shown and self._facts is None:
            self._facts = KeyValues(self._kit, self._look.more)
            self._facts.setContentsMargins(self._kit.theme.px(36), 0, self._kit.theme.px(8), self._kit.theme.px(10))
            self._column.addWidget(self._facts)
        if self._facts is not None:
            self._facts.setVisible(shown)


class _DeletableRow(Row):
    """A row whose Delete key does what its delete button does."""

    delete: Callable[[], None] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes, everything else as in any row."""
        if event.key() == Qt.Key.Key_Delete and self.delete is not None:
            self.delete()
        else:
            super().keyPressEvent(event)


class RecordSection(RowCard, Generic[R]):
    """Rows of records with an add button and the form, inline. The owner gives rows with `show_rows`."""

    def __init__(self, person: OpenPerson, kind: SectionKind[R]) -> None:
        super().__init__(person.kit, person.texts(kind.title))
        self.person = person
        self.kind = kind
        self.rows: dict[int, RecordRow] = {}
        self._shown: tuple[object, ...] = ()
        self._records: tuple[R, ...] = ()
        self._limit = PAGE
        self._focus: int | None = None
        self.add_button = self.add_link(person.texts(kind.add), "plus")
        self.add_button.clicked.connect(self.add)
        self.form: RecordForm[R] = RecordForm(person, kind.form)
        self.form.closed.connect(self._closed)
        self.add_above(self.form)

    def show_rows(self, records: Sequence[R], notes: Sequence[str] = (), empty: str = "") -> None:
        """Show these records; nothing is built anew while they are the same. `notes` are remarks below them."""
        shown: tuple[object, ...] = (self.person.id, self._limit, tuple(records), tuple(notes), empty)
        self._records = tuple(records)
        if shown == self._shown:
            return
        self._shown = shown
        held = self._held()
        unfolded = {key for key, row in self.rows.items() if row.is_open}
        self.rows = {record.id: self._row(record, unfolded) for record in self._records[: self._limit]}
        nothing = [] if self._records else [empty or self.person.texts(self.kind.empty)]
        self.fill(tuple(self.rows.values()), [*nothing, *notes], self._more_button())
        self._focus_row(held)

    def forget(self) -> None:
        """Show nothing, and know nothing of what was shown."""
        self._shown, self._records, self.rows, self._limit, self._focus = (), (), {}, PAGE, None
        self.clear()

    def add(self) -> None:
        """Open the form for a new record."""
        self.form.edit(self.kind.blank(self.person))

    def edit(self, record_id: int) -> bool:
        """Open a record's form; False if it is not here. What is not editable does its first action."""
        record = self._record(record_id)
        if record is None:
            return False
        if self.kind.editable(self.person, record):
            self.form.edit(record)
        else:
            self.kind.actions[0].run(self.person, record)
        return True

    def resume(self, record_id: int | None) -> bool:
        """Open the form of a draft: of a new record (None), or of one that is here."""
        if record_id is None:
            self.add()
            return True
        return self.edit(record_id)

    def focus_record(self, record_id: int) -> bool:
        """Bring a record into view and unfold it; False if it is not here."""
        if self._record(record_id) is None:
            return False
        while record_id not in self.rows:
            self._more()
        row = self.rows[record_id]
        row.unfold(self._has_more(record_id))
        row.row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.person.look_at.emit(row)
        return True

    def leave(self) -> None:
        """Keep the draft of an open form."""
        self.form.leave()

    def _row(self, record: R, unfolded: set[int]) -> RecordRow:
        look = self.kind.look(self.person, record)
        made = RecordRow(self.kit, record.id, look)
        made.row.clicked.connect(partial(self._clicked, record.id))
        made.row.delete = partial(self._remove, record)
        texts = self.person.texts
        for action in self.kind.actions:
            if action.fits(record):
                button = made.row.add_action(action.icon, texts(action.name))
                button.clicked.connect(partial(action.run, self.person, record))
        if look.more and self.kind.editable(self.person, record):
            made.row.add_action("pencil", texts("Edit")).clicked.connect(partial(self.form.edit, record))
        made.row.add_action("trash-2", texts("Delete")).clicked.connect(made.row.delete)
        if look.more and record.id in unfolded:
            made.unfold(True)
        return made

    def _more_button(self) -> Button | None:
        left = len(self._records) - self._limit
        if left <= 0:
            return None
        more = Button(self.kit, self.person.texts("Show {n} more", n=min(left, PAGE)), "chevron-down", "plain")
        more.clicked.connect(self._more)
        return more

    @Slot()
    def _more(self) -> None:
        self._limit += PAGE
        shown, self._shown = self._shown, ()
        _, _, records, notes, empty = shown
        self.show_rows(records, notes, empty)  # type: ignore[arg-type]  # as it was put in by show_rows

    def _clicked(self, record_id: int) -> None:
        if self._has_more(record_id):
            self.rows[record_id].toggle()
        else:
            self.edit(record_id)

    def _has_more(self, record_id: int) -> bool:
        record = self._record(record_id)
        return record is not None and bool(self.kind.look(self.person, record).more)

    def _remove(self, record: R) -> None:
        keys = list(self.rows)
        at = keys.index(record.id)
        self._focus = (keys[at + 1 :] + keys[:at][-1:] + [0])[0]
        desk, remove = self.person.desk, self.kind.remove
        if self.form.record_id == record.id:
            self.form.close_quietly()
        self.person.do(lambda: remove(desk, record))

    @Slot(object)
    def _closed(self, record_id: int | None) -> None:
        """Back to the row that was edited, or to the button."""
        self._focus = record_id
        self._focus_row(None)
        if record_id is None:
            self.add_button.setFocus()

    def _held(self) -> int | None:
        """The record whose row has the focus."""
        focused = QApplication.focusWidget()
        return next((key for key, made in self.rows.items() if focused and made.isAncestorOf(focused)), None)

    def _focus_row(self, held: int | None) -> None:
        wanted = self._focus if self._focus is not None else held
        if wanted in self.rows:
            self.rows[wanted].row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus = None
        elif wanted == 0:
            self.add_button.setFocus()
            self._focus = None

    def _record(self, record_id: int) -> R | None:
        return next((record for record in self._records if record.id == record_id), None)
