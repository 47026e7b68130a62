"""Beratung: the cases, and every talk, the latest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hin_desktop.domain.names import PersonName
from hin_desktop.errors import Message
from hin_desktop.services import consultations
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person import consultation_kind
from hin_desktop.ui.person.case_kinds import CLOSING, case_section, new_closing
from hin_desktop.ui.person.consultation_kind import CONSULTATIONS
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.record_kind import RowAction
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.widgets.editor import LineEdit

Talks = tuple[tuple[ConsultationRow, ...], Mapping[int, PersonName]]


def read_talks(desk: OpenDesk, client_id: int) -> Talks:
    """Every talk of a person, and the names of everybody who took part."""
    rows = consultations.of_client(desk, client_id)
    return rows, consultation_kind.people_of(desk, rows)


class TalksTab(PersonTab):
    """Consultations with a filter; cases above them."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        self._rows: tuple[ConsultationRow, ...] = ()
        self.closing: RecordForm[CaseRow] = RecordForm(person, CLOSING)
        action: RowAction[CaseRow] = RowAction(
            "archive", Message("Close case"), self._close_case, lambda row: row.closed_on is None
        )
        self.cases = RecordSection(person, case_section(action))
        self.cases.add_above(self.closing)
        self.talks = RecordSection(person, CONSULTATIONS)
        self.filter = LineEdit(person.kit, Message("Filter: topic, word, date"))
        self.filter.setAccessibleName(person.texts("Filter the consultations"))
        self.filter.setMaximumWidth(person.kit.theme.px(300))
        self.filter.textChanged.connect(self._show_talks)
        self.talks.head.insertWidget(1, self.filter, 1)
        self.column.addWidget(self.talks)
        self.column.addWidget(self.cases)

    def sections(self) -> Sequence[RecordSection[Any]]:
        """Talks, then cases."""
        return (self.talks, self.cases)

    def first_focus(self) -> QWidget | None:
        """The latest talk, or the button that records one."""
        return next((made.row for made in self.talks.rows.values()), self.talks.add_button)

    def forget(self) -> None:
        """No talk, no filter."""
        super().forget()
        self._rows = ()
        self.filter.clear()

    def resume(self, key: DraftKey) -> None:
        """A talk, a case, or the end of one."""
        if key.form == CLOSING.name:
            row = next((row for row in self.person.overview.cases if row.id == key.record_id), None)
            if row is not None:
                self._close_case(self.person, row)
        else:
            super().resume(key)

    def show_person(self) -> None:
        """Cases at once, the talks when they are read."""
        self.cases.show_records(self.person.overview.cases)
        self.person.read("talks", read_talks, self._take, self)

    def _take(self, read: Talks) -> None:
        self._rows, names = read
        self.person.names.update(names)
        self._show_talks()
        self.all_read()

    @Slot()
    def _show_talks(self) -> None:
        words = self.filter.text().casefold().split()
        rows = self._rows
        if words:
            rows = tuple(row for row in rows if _fits(consultation_kind.searched(self.person, row), words))
        texts = self.person.texts
        self.talks.set_hint(texts("{n} of {count}", n=len(rows), count=len(self._rows)) if words else "")
        self.talks.show_records(rows, empty=texts("No consultation has these words.") if words and self._rows else "")

    def _close_case(self, person: OpenPerson, row: CaseRow) -> None:
        self.closing.edit(new_closing(person, row))


def _fits(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)
