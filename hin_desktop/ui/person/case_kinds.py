"""Cases: opened, changed, closed with a reason, reopened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hin_desktop.errors import Message
from hin_desktop.services import cases, entries
from hin_desktop.services.cases import CASES, CaseRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import FormKind, RowAction, SectionKind, entry_form, entry_section
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section

K = FieldKind


def case_form(person: OpenPerson, row: CaseRow) -> FormSpec:
    """A case; how it ended is asked only of one that is closed."""
    words, known = person.words, person.words.catalogues
    sections = [
        Section((
            FieldSpec("opened_on", Message("Opened on"), K.DATE, required=True, prefer_past=True),
            FieldSpec("counsellor_id", Message("Counsellor"), K.CHOICE, choices=_colleagues(person), required=True),
            FieldSpec("counselling_type", Message("Kind of counselling"), K.CHOICE,
                      choices=words.choices(known.counselling_types, keep=row.counselling_type)),
            FieldSpec("access_source", Message("How the person came"), K.CHOICE,
                      choices=words.choices(known.access_sources, keep=row.access_source)),
            FieldSpec("plan_review_on", Message("Review the support plan by"), K.DATE,
                      help=Message("It comes up on Today in time.")),
            FieldSpec("concern", Message("Concern"), K.LONG_TEXT, span=2, lines=2),
        )),
    ]  # fmt: skip
    if row.closed_on is not None:
        sections.append(_ending(person, row))
    return FormSpec(tuple(sections))


def closing_form(person: OpenPerson, row: CaseRow) -> FormSpec:
    """The end of a case."""
    return FormSpec((_ending(person, row),))


def _ending(person: OpenPerson, row: CaseRow) -> Section:
    reasons = person.words.choices(person.words.catalogues.closing_reasons, keep=row.closing_reason)
    return Section((
        FieldSpec("closed_on", Message("Closed on"), K.DATE, required=True, prefer_past=True),
        FieldSpec("closing_reason", Message("Reason"), K.CHOICE, choices=reasons, required=True),
        FieldSpec("closing_note", Message("Note on closing"), K.LONG_TEXT, span=2, lines=2),
    ), Message("Closing"))  # fmt: skip


def _colleagues(person: OpenPerson) -> Sequence[Choice]:
    return tuple(Choice(user_id, name) for user_id, name in person.file.colleagues.items())


def case_look(person: OpenPerson, row: CaseRow) -> Look:
    """Which counselling, by whom, since when; or why it ended."""
    words, texts, known = person.words, person.texts, person.words.catalogues
    kind = words.label(known.counselling_types, row.counselling_type) or texts("Counselling")
    closed = row.closed_on is not None
    review = row.plan_review_on if not closed else None
    planned = texts("support plan: review by {date}", date=review) if review is not None else ""
    return Look(
        kind,
        joined(words.span(row.opened_on, row.closed_on), person.file.colleagues.get(row.counsellor_id, ""),
               words.label(known.closing_reasons, row.closing_reason), planned, row.concern),
        texts("closed") if closed else texts("open"), "archive" if closed else "folder-open",
        "muted" if closed else "met",
    )  # fmt: skip


def reopen(person: OpenPerson, row: CaseRow) -> None:
    """Open a closed case again."""
    again = replace(row, closed_on=None, closing_reason="", closing_note="")
    person.do(lambda: entries.save(person.desk, CASES, again))


def _new(person: OpenPerson) -> CaseRow:
    return cases.new_case(person.desk, person.id)


def case_section(closing: RowAction[CaseRow]) -> SectionKind[CaseRow]:
    """The cases; `closing` opens the form that closes one."""
    return entry_section(
        CASES, entry_form(CASES, Message("Case"), case_form), title=Message("Cases"), add=Message("Open case"),
        look=case_look, blank=_new, empty=Message("No case yet. A consultation can be recorded without one."),
        actions=(closing, RowAction("undo-2", Message("Reopen"), reopen, lambda row: row.closed_on is not None)),
    )  # fmt: skip


def new_closing(person: OpenPerson, row: CaseRow) -> CaseRow:
    """The case as its closing form starts: closed today."""
    return replace(row, closed_on=person.kit.today())


CLOSING: FormKind[CaseRow] = replace(
    entry_form(CASES, Message("Close case"), closing_form), name="case_closing")  # fmt: skip
