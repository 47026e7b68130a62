"""What changed, in the words of the forms: each column by its label, each code by its catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from hin_desktop.errors import Message
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.contacts import AddressRow, AuthorityReferenceRow
from hin_desktop.services.evidence import AsylumProcedureRow, BenefitRow, CourseEntitlementRow, EmploymentRow
from hin_desktop.services.history import FieldChange
from hin_desktop.services.households import RelationRow, RepresentativeRow
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.milestones import MilestoneRow, OverrideRow
from hin_desktop.services.notices import NoticeRow
from hin_desktop.services.residence import AbsenceRow, IdentityDocumentRow, ResidencePeriodRow
from hin_desktop.ui.person import (
    case_kinds,
    consultation_kind,
    contact_kinds,
    evidence_kinds,
    family_kinds,
    legal_sheet,
    notice_form,
    residence_kinds,
    sheet,
    station_form,
)
from hin_desktop.ui.person.field_words import FieldWords
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.words import Words
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec

HIDDEN = frozenset({
    "id", "uid", "version", "organisation_id", "created_at", "updated_at", "sort_name", "client_id", "user_id",
    "consultation_id", "household_id", "case_id", "author_id", "blob_sha256", "catalogue", "station", "set_on",
})  # fmt: skip


class HistoryWords:
    """Labels and values of changes, read off the forms; one for each open page."""

    def __init__(self, person: OpenPerson) -> None:
        self._texts = person.texts
        self._fields = _fields(person)
        self._values: dict[str, FieldWords] = defaultdict(lambda: FieldWords(person.words))

    def pair(self, change: FieldChange) -> tuple[str, str] | None:
        """A change as its label and 'before → after'; None for what only the machine needs."""
        spec = self._fields.get((change.record, change.field))
        if spec is None or change.field in HIDDEN:
            return None
        words = self._values[change.record]
        before, after = words.value(spec, change.before), words.value(spec, change.after)
        if before == after:
            return None
        shown = f"{before} → {after}" if before and after else after or self._texts("{old} → (empty)", old=before)
        return self._texts(spec.label), shown


def _fields(person: OpenPerson) -> dict[tuple[str, str], FieldSpec]:
    """Every column that a form knows, by table and name."""
    nobody = person.id
    forms: Sequence[tuple[str, Any, Any]] = (
        ("client", sheet.form, ClientRecord()),
        ("residence_period", residence_kinds.title_form, ResidencePeriodRow(client_id=nobody)),
        ("absence", residence_kinds.absence_form, AbsenceRow(client_id=nobody)),
        ("identity_document", residence_kinds.document_form, IdentityDocumentRow(client_id=nobody)),
        ("asylum_procedure", residence_kinds.asylum_form, AsylumProcedureRow(client_id=nobody)),
        ("employment", evidence_kinds.employment_form, EmploymentRow(client_id=nobody)),
        ("benefit", evidence_kinds.benefit_form, BenefitRow(client_id=nobody)),
        ("course_entitlement", evidence_kinds.course_form, CourseEntitlementRow(client_id=nobody)),
        ("milestone", evidence_kinds.milestone_form, MilestoneRow(client_id=nobody)),
        ("legal_sheet", legal_sheet.form, LegalSheetRow(client_id=nobody)),
        ("notice", notice_form.form, NoticeRow(client_id=nobody, id=1)),
        ("address", contact_kinds.address_form, AddressRow(client_id=nobody)),
        ("authority_reference", contact_kinds.reference_form, AuthorityReferenceRow(client_id=nobody)),
        ("case", case_kinds.case_form, CaseRow(client_id=nobody)),
        ("case", case_kinds.closing_form, CaseRow(client_id=nobody)),
        ("relation", family_kinds.relation_form, RelationRow(client_id=nobody)),
        ("representative", family_kinds.representative_form, RepresentativeRow(client_id=nobody)),
        ("consultation", consultation_kind.form, ConsultationRow()),
        ("station_override", station_form.form, OverrideRow(client_id=nobody)),
    )
    found = {(table, spec.name): spec for table, form, row in forms for spec in form(person, row).fields()}
    lists = {("client_name", "names"), ("client_language", "languages")}
    inner = {(table, part.name): part for table, name in lists for part in found["client", name].fields}
    return {**found, **inner, **_more(person.words)}


def _more(words: Words) -> dict[tuple[str, str], FieldSpec]:
    """Columns that no form names by themselves."""
    known = words.catalogues
    codes = [*words.choices(known.topics)(), *words.choices(known.outcomes)(),
             *words.choices(known.referral_destinations)()]  # fmt: skip
    nationalities = words.choices(known.nationalities)
    return {
        ("client_nationality", "code"): FieldSpec(
            "code", Message("Nationality"), FieldKind.CHOICE, choices=nationalities),
        ("consultation_code", "code"): FieldSpec(
            "code", Message("Topic, outcome or referral"), FieldKind.CHOICE, choices=codes),
        ("consultation_participant", "note"): FieldSpec("note", Message("Note")),
        ("consultation", "next_done_on"): FieldSpec("next_done_on", Message("Next step done"), FieldKind.DATE),
        ("household", "label"): FieldSpec("label", Message("Household")),
        ("letter", "title"): FieldSpec("title", Message("Letter")),
    }  # fmt: skip
