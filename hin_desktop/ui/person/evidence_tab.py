"""Nachweise: work, benefits, course, milestones, and the facts that only the computations ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services import entries, legal_sheets
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.evidence import (
    BENEFITS,
    COURSES,
    EMPLOYMENTS,
    BenefitRow,
    CourseEntitlementRow,
    EmploymentRow,
)
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.milestones import MILESTONES, MilestoneRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person.evidence_kinds import BENEFIT, COURSE, EMPLOYMENT, MILESTONE
from hin_desktop.ui.person.legal_sheet import LEGAL_SHEET, LegalSheetCard
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.widgets.page_parts import SectionGrid


@dataclass(frozen=True, slots=True)
class EvidenceRecords:
    """What the overview does not hold."""

    employments: tuple[EmploymentRow, ...]
    benefits: tuple[BenefitRow, ...]
    courses: tuple[CourseEntitlementRow, ...]
    milestones: tuple[MilestoneRow, ...]
    sheet: LegalSheetRow


def read_evidence(desk: OpenDesk, client_id: int) -> EvidenceRecords:
    """Everything of the tab, from one view."""
    with desk.reading() as view:
        return EvidenceRecords(
            entries.of_client(view, EMPLOYMENTS, client_id),
            entries.of_client(view, BENEFITS, client_id),
            entries.of_client(view, COURSES, client_id),
            entries.of_client(view, MILESTONES, client_id),
            legal_sheets.read(view, client_id),
        )


class EvidenceTab(PersonTab):
    """Four sections of records and one sheet."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        self.employments = RecordSection(person, EMPLOYMENT)
        self.benefits = RecordSection(person, BENEFIT)
        self.courses = RecordSection(person, COURSE)
        self.milestones = RecordSection(person, MILESTONE)
        self.facts = LegalSheetCard(person)
        self._wanted = False
        grid = SectionGrid(person.kit)
        for card in (self.employments, self.courses, self.facts):
            grid.left.addWidget(card)
        for section in (self.benefits, self.milestones):
            grid.right.addWidget(section)
        self.column.addWidget(self.facts.form_card)
        self.column.addWidget(grid)

    def sections(self) -> Sequence[RecordSection[Any]]:
        """In reading order."""
        return (self.employments, self.courses, self.benefits, self.milestones)

    def show_person(self) -> None:
        """Everything, when it is read."""
        self.person.read("evidence", read_evidence, self._show, self)

    def forget(self) -> None:
        """The sheet too."""
        super().forget()
        self._wanted = False
        self.facts.forget()

    def edit_facts(self) -> None:
        """Open the sheet's form; as soon as it is read."""
        self._wanted = self.facts.row is None
        self.facts.edit()

    def focus_record(self, ref: RecordRef) -> None:
        """The sheet, or a record of a section."""
        if ref.kind == LEGAL_SHEET.name:
            self.facts.edit_button.setFocus()
            self.person.look_at.emit(self.facts)
        else:
            super().focus_record(ref)

    def resume(self, key: DraftKey) -> None:
        """The sheet's form, or that of a record."""
        if key.form == LEGAL_SHEET.name:
            self.edit_facts()
        else:
            super().resume(key)

    def _show(self, records: EvidenceRecords) -> None:
        self.employments.show_records(records.employments)
        self.benefits.show_records(records.benefits)
        self.courses.show_records(records.courses)
        self.milestones.show_records(records.milestones)
        self.facts.show_row(records.sheet)
        self.all_read()
        if self._wanted:
            self.edit_facts()
