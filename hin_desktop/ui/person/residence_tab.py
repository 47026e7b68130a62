"""Aufenthalt: titles over time, asylum procedures, stays abroad, papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hin_desktop.services import entries
from hin_desktop.services.evidence import ASYLUM, AsylumProcedureRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import ABSENCES, IDENTITY_DOCUMENTS, AbsenceRow, IdentityDocumentRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.residence_kinds import ABSENCE, ASYLUM_PROCEDURES, DOCUMENTS, TITLES, title_notes
from hin_desktop.ui.person.tab import PersonTab
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
    """Four sections of records."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        self.titles = RecordSection(person, TITLES)
        self.absences = RecordSection(person, ABSENCE)
        self.documents = RecordSection(person, DOCUMENTS)
        self.procedures = RecordSection(person, ASYLUM_PROCEDURES)
        grid = SectionGrid(person.kit)
        grid.left.addWidget(self.titles)
        grid.left.addWidget(self.procedures)
        grid.right.addWidget(self.documents)
        grid.right.addWidget(self.absences)
        self.column.addWidget(grid)

    def sections(self) -> Sequence[RecordSection[Any]]:
        """In reading order."""
        return (self.titles, self.procedures, self.documents, self.absences)

    def show_person(self) -> None:
        """Titles at once, the rest when it is read."""
        rows = self.person.overview.periods
        self.titles.show_records(rows, title_notes(self.person.words, rows))
        self.person.read("residence", read_residence, self._show, self)

    def _show(self, records: ResidenceRecords) -> None:
        self.absences.show_records(records.absences)
        self.documents.show_records(records.documents)
        self.procedures.show_records(records.procedures)
        self.all_read()
