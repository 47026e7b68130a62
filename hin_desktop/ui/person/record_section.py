"""A card with all records of one kind: listed, added, changed, deleted. The same for every kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt, Slot

from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.record_kind import R, SectionKind
from hin_desktop.ui.person.row_card import Act, RowCard, RowData
from hin_desktop.ui.widgets.parts import Button

PAGE = 25


class RecordSection(RowCard, Generic[R]):
    """Rows of records with an add button and the form, inline. The owner gives the records with `show_records`."""

    def __init__(self, person: OpenPerson, kind: SectionKind[R]) -> None:
        super().__init__(person.kit, person.texts(kind.title))
        self.person = person
        self.kind = kind
        self._records: tuple[R, ...] = ()
        self._remark_texts: tuple[str, ...] = ()
        self._limit = PAGE
        self._saved: int | None = None
        self.add_button = self.add_link(person.texts(kind.add), "plus")
        self.add_button.clicked.connect(self.add)
        self.form: RecordForm[R] = RecordForm(person, kind.form)
        self.form.opened.connect(self._title_once)
        self.form.closed.connect(self._closed)
        self.add_above(self.form)

    def show_records(self, records: Sequence[R], remarks: Sequence[str] = (), empty: str = "") -> None:
        """Show these records; `remarks` stand below them, `empty` in place of the usual sentence for none."""
        nothing = () if records else (empty or self.person.texts(self.kind.empty),)
        self._records, self._remark_texts = tuple(records), (*nothing, *remarks)
        self._show()

    def forget(self) -> None:
        """Show nothing, and know nothing of what was shown."""
        self._limit, self._saved = PAGE, None
        if self._records:  # else nothing of anybody is shown
            self._records, self._remark_texts = (), ()
            self._show()

    @Slot()
    def _title_once(self) -> None:
        """What stands above the section already is not said again above its form."""
        panel = self.form.panel
        if panel is not None:
            panel.title.setVisible(panel.title.text() != self.title.text())

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
        made = self.rows[record_id]
        made.unfold(True)
        made.row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.person.look_at.emit(made)
        return True

    def _show(self) -> None:
        rows = [self._data(record) for record in self._records[: self._limit]]
        self.fill(rows, self._remark_texts, self._more_button())
        if self._saved in self.rows:
            self.rows[self._saved].row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._saved = None

    def _data(self, record: R) -> RowData:
        look, texts = self.kind.look(self.person, record), self.person.texts
        delete = partial(self._remove, record)
        acts = [
            Act(action.icon, texts(action.name), partial(action.run, self.person, record))
            for action in self.kind.actions
            if action.fits(record)
        ]
        if look.more and self.kind.editable(self.person, record):
            acts.append(Act("pencil", texts("Edit"), partial(self.form.edit, record)))
        acts.append(Act("trash-2", texts("Delete"), delete))
        opens = None if look.more else partial(self._open, record.id)
        return RowData(record.id, look, opens, tuple(acts), delete)

    def _open(self, record_id: int) -> None:
        self.edit(record_id)

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
        self._show()

    def _remove(self, record: R) -> None:
        desk, remove = self.person.desk, self.kind.remove
        if self.form.record_id == record.id:
            self.form.close_quietly()
        if len(self._records) == 1:
            self.add_button.setFocus()
        self.person.do(lambda: remove(desk, record))

    @Slot(object)
    def _closed(self, record_id: int | None) -> None:
        """The focus goes to the row that was saved, as soon as it is there; else back to the button."""
        self._saved = record_id
        self.add_button.setFocus()

    def _record(self, record_id: int) -> R | None:
        return next((record for record in self._records if record.id == record_id), None)
