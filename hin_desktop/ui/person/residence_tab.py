"""Aufenthalt: the years at a glance, titles, asylum procedures, stays abroad, papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot

from hin_desktop.domain import residence_reading
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services import entries
from hin_desktop.services.evidence import ASYLUM, AsylumProcedureRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import ABSENCES, IDENTITY_DOCUMENTS, AbsenceRow, IdentityDocumentRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.places import tab_of
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.residence_kinds import ABSENCE, ASYLUM_PROCEDURES, DOCUMENTS, TITLES, title_notes
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.person.timeline_card import TimelineCard
from hin_desktop.ui.widgets.page_parts import SectionGrid


@dataclass(frozen=True, slots=True)
class ResidenceRecords:
    """What the overview does not hold yet."""

    absences: tuple[AbsenceRow, ...]
    documents: tuple[IdentityDocumentRow, ...]
    procedures: tuple[AsylumProcedureRow, ...]


def read_residence(desk: OpenDesk, client_id: int) -> ResidenceRecords:
    """Absences, papers and asylum procedures of a person, from one view."""
    with desk.reading() as view:
        return ResidenceRecords(
            entries.of_client(view, ABSENCES, client_id),
            entries.of_client(view, IDENTITY_DOCUMENTS, client_id),
            entries.of_client(view, ASYLUM, client_id),
        )


class ResidenceTab(PersonTab):
    """The timeline, and four sections of records."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        self.timeline = TimelineCard(person.kit, person.words)
        self.timeline.opened.connect(self._open)
        self.titles = RecordSection(person, TITLES)
        self.timeline.add_wanted.connect(self.titles.add)
        self.absences = RecordSection(person, ABSENCE)
        self.documents = RecordSection(person, DOCUMENTS)
        self.procedures = RecordSection(person, ASYLUM_PROCEDURES)
        grid = SectionGrid(person.kit)
        grid.left.addWidget(self.titles)
        grid.left.addWidget(self.procedures)
        grid.right.addWidget(self.documents)
        grid.right.addWidget(self.absences)
        self.column.addWidget(self.timeline)
        self.column.addWidget(grid)
        person.prospects_read.connect(self._law_said)

    def sections(self) -> Sequence[RecordSection[Any]]:
        """In reading order."""
        return (self.titles, self.procedures, self.documents, self.absences)

    def forget(self) -> None:
        """Nothing of the one before stays, the drawing least of all."""
        super().forget()
        self.timeline.forget()

    def show_person(self) -> None:
        """Titles at once, the rest when it is read."""
        titles = self.person.overview.titles
        self.titles.show_records(titles.rows, title_notes(self.person.words, titles.lasting))
        self._draw()
        self.person.read("residence", read_residence, self._show, self)

    @Slot()
    def _law_said(self) -> None:
        """News; a tab that nobody looks at is drawn when it is shown."""
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        """The years, as soon as the law has been asked."""
        if self.person.prospects is not None:
            self.timeline.show_picture(residence_reading.read(self.person.prospects.naturalisation))

    @Slot(object)
    def _open(self, ref: RecordRef) -> None:
        """The form of a record of this tab; what belongs to another tab is shown there."""
        section = next((section for section in self.sections() if section.kind.form.name == ref.kind), None)
        if section is None or not section.edit(ref.id):
            self.person.wanted.emit(tab_of(ref), ref)

    def _show(self, records: ResidenceRecords) -> None:
        self.absences.show_records(records.absences)
        self.documents.show_records(records.documents)
        self.procedures.show_records(records.procedures)
        self.all_read()
