"""Angaben zur Berechnung: what the computations ask and no other record says; read first, one form to edit it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import Slot

from hin_desktop.errors import Message, Plural
from hin_desktop.services import legal_sheets
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person.field_words import FieldWords
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.record_kind import FormKind, row_filled, row_values
from hin_desktop.ui.person.row_card import Look, RowCard, RowData
from hin_desktop.ui.person.words import YES_NO
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.parts import label

K = FieldKind
ICONS: Mapping[object, tuple[str, str]] = {
    "MET": ("circle-check", "met"), "NOT_MET": ("circle-alert", "wrong"), "OPEN": ("circle-question-mark", "muted"),
    "LAWYER": ("scale", "soon"), False: ("minus", "muted"),
}  # fmt: skip
ANSWERED = ("check", "muted")


def form(person: OpenPerson, row: LegalSheetRow) -> FormSpec:
    """All questions in three groups."""
    return FormSpec((_residence(), _naturalisation(person, row), _discussed(person, row)))


def _asked(*questions: tuple[str, Message]) -> Iterator[FieldSpec]:
    """Questions with yes, no, or nobody asked yet."""
    for name, words in questions:
        yield FieldSpec(name, words, K.CHOICE, choices=YES_NO, placeholder=Message("not asked yet"))


def _residence() -> Section:
    return Section((
        FieldSpec("pension_months", Message("Months of pension contributions"), K.NUMBER, minimum=0,
                  help=Message("From the Versicherungsverlauf; child care and home care count.")),
        FieldSpec("pension_as_of", Message("Pension record of"), K.DATE, prefer_past=True),
        FieldSpec("blue_card_employment_from", Message("Work on the Blue Card since"), K.PARTIAL_DATE,
                  prefer_past=True),
        *_asked(("domestic_qualification", Message("Qualification from Germany")),
                ("spouse_ne_18c", Message("Spouse with Niederlassungserlaubnis § 18c"))),
        FieldSpec("residence_duty_violation_days", Message("Days outside the Wohnsitzregelung"), K.NUMBER, minimum=0,
                  help=Message("They prolong it (§ 12a AufenthG).")),
    ), Message("Residence & settlement"), columns=3)  # fmt: skip


def _naturalisation(person: OpenPerson, row: LegalSheetRow) -> Section:
    states = person.words.catalogues.assessed_states
    seen = (
        ("identity", Message("Identity and nationality clarified"), None),
        ("livelihood", Message("Livelihood"), Message("Only where you know better than the records: this overrules.")),
        ("democratic_order", Message("Commitment to the FDGO"), None),
        ("history_declaration", Message("Commitment to historical responsibility"), None),
    )
    return Section((
        *(FieldSpec(name, words, K.CHOICE, choices=person.words.choices(states, keep=getattr(row, name)), help=told)
          for name, words, told in seen),
        *_asked(
            ("special_integration", Message("Special integration achievements")),
            ("stateless_since_birth", Message("Stateless since birth")),
            ("recruited", Message("Gastarbeiter or Vertragsarbeitnehmer generation")),
            ("benefit_own_fault", Message("Draws benefits through own fault")),
            ("spouse_full_time_now", Message("Spouse works full time"))),
        FieldSpec("spouse_full_time_months", Message("Spouse: months of full time in the last 24"), K.NUMBER,
                  minimum=0),
        *_asked(
            ("custody_german_child", Message("Has custody of a German child of the marriage")),
            ("hardship_4a", Message("B1 impossible despite every effort (hardship)"))),
        FieldSpec("illness_or_disability", Message("Illness, disability or age stand in the way"), K.CHOICE,
                  choices=YES_NO, placeholder=Message("not asked yet"),
                  help=Message("Yes or no only: no diagnosis is kept.")),
        FieldSpec("co_applicant_eligible_on", Message("Together with spouse or parent from"), K.DATE,
                  help=Message("The day on which that person meets the conditions.")),
    ), Message("Naturalisation"), columns=3)  # fmt: skip


def _discussed(person: OpenPerson, row: LegalSheetRow) -> Section:
    states = person.words.catalogues.discussed_states
    talked = (
        ("convictions", Message("Convictions (§ 12a StAG)")),
        ("exclusion", Message("Reasons for exclusion (§ 11 StAG)")),
        ("bar", Message("Bar after deception (§ 35a StAG)")),
    )
    return Section(
        tuple(FieldSpec(name, words, K.CHOICE, choices=person.words.choices(states, keep=getattr(row, name)))
              for name, words in talked),
        Message("Talked about: nothing more is kept of this"), columns=3)  # fmt: skip


def _heading(_row: LegalSheetRow) -> Message:
    return Message("Facts for the computation")


def _stored(desk: OpenDesk, row: LegalSheetRow) -> LegalSheetRow:
    return legal_sheets.get(desk, row.client_id)


LEGAL_SHEET: FormKind[LegalSheetRow] = FormKind(
    legal_sheets.SHEETS.name, _heading, form, legal_sheets.save, _stored, row_values, row_filled)  # fmt: skip


class LegalSheetCard(Card):
    """The answers by group, and below each group what nobody asked yet. A row opens the form at its question.

    `form_card` holds the form; its owner gives it the room.
    """

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person.kit, person.texts("Facts for the computation"))
        self.person = person
        self.row: LegalSheetRow | None = None
        self._values = FieldWords(person.words)
        self.edit_button = self.add_link(person.texts("Edit"), "pencil")
        self.edit_button.clicked.connect(partial(self.edit, ""))
        self.intro = label(person.texts(
            "What the computations ask and no other record says: pension months, declarations, hardship. "
            "What nobody asked yet stays open; it never counts as no."), tone="muted", wrap=True)  # fmt: skip
        px = person.kit.theme.px
        self.intro.setContentsMargins(px(8), 0, px(8), 0)
        self.body.setContentsMargins(0, 0, 0, 0)  # the rows of the groups have the room at their sides
        self.body.addWidget(self.intro)
        self.groups: list[RowCard] = []
        self.form: RecordForm[LegalSheetRow] = RecordForm(person, LEGAL_SHEET)
        self.form_card = Card(person.kit)
        self.form_card.body.addWidget(self.form)
        self.form_card.hide()
        self.form.opened.connect(self.form_card.show)
        self.form.closed.connect(self._closed)

    def show_row(self, row: LegalSheetRow) -> None:
        """Show the sheet as it is now."""
        self.row = row
        self.intro.setVisible(row.id == 0)
        sections = form(self.person, row).sections
        while len(self.groups) < len(sections):
            self._add_group(sections[len(self.groups)])
        for group, section in zip(self.groups, sections, strict=True):
            rows = list(self._answers(row, section.fields))
            group.fill(rows, self._unasked(row, section.fields) if rows else ())
            group.setVisible(bool(rows))

    def forget(self) -> None:
        """Nothing of the person before stays in sight."""
        self.row = None
        for group in self.groups:
            group.fill(())

    def edit(self, field: str = "") -> None:
        """Open the form, at one of its questions."""
        if self.row is None:
            return
        self.form.edit(self.row)
        if self.form.panel is not None and field in self.form.panel.form.cells:
            self.form.panel.form.cells[field].editor.input().setFocus()

    def _add_group(self, section: Section) -> None:
        made = RowCard(self.kit, self.kit.say(section.title) if section.title is not None else "")
        made.setProperty("card", False)
        frame = made.layout()
        if frame is not None:
            frame.setContentsMargins(0, self.kit.theme.px(4), 0, 0)
        self.body.addWidget(made)
        self.groups.append(made)

    def _answers(self, row: LegalSheetRow, fields: Iterable[FieldSpec]) -> Iterator[RowData]:
        for number, spec in enumerate(fields):
            value = getattr(row, spec.name)
            words = self._values.value(spec, value)
            if words:
                icon, tone = ICONS.get(value, ANSWERED) if isinstance(value, str | bool) else ANSWERED
                look = Look(self.kit.say(spec.label), "", words, icon, tone)
                yield RowData(number, look, partial(self.edit, spec.name))

    def _unasked(self, row: LegalSheetRow, fields: Iterable[FieldSpec]) -> tuple[str, ...]:
        left = sum(getattr(row, spec.name) in (None, "") for spec in fields)
        told = Plural("{n} question not asked yet", "{n} questions not asked yet", left)
        return (self.kit.texts(told),) if left else ()

    @Slot(object)
    def _closed(self, _record_id: object) -> None:
        self.form_card.hide()
        self.edit_button.setFocus()
