"""Titles, absences, identity documents and asylum procedures, as sections of the tab Aufenthalt."""

from __future__ import annotations

from collections.abc import Iterable

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence import periods
from hin_desktop.domain.worklist import due_words
from hin_desktop.errors import Message, Plural
from hin_desktop.services.evidence import ASYLUM, AsylumProcedureRow
from hin_desktop.services.residence import (
    ABSENCES,
    IDENTITY_DOCUMENTS,
    PERIODS,
    AbsenceRow,
    IdentityDocumentRow,
    ResidencePeriodRow,
)
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import SectionKind, entry_form, entry_section
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import Words, joined
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section

K = FieldKind


def title_form(person: OpenPerson, row: ResidencePeriodRow) -> FormSpec:
    """A residence title."""
    words, known = person.words, person.words.catalogues
    return FormSpec((
        Section((
            FieldSpec("code", Message("Title or status"), K.CHOICE, choices=words.title_choices(keep=row.code),
                      required=True, span=3, placeholder=Message("Name or paragraph, e.g. 25 Abs. 2")),
            FieldSpec("valid_from", Message("Valid from"), K.PARTIAL_DATE, required=True),
            FieldSpec("valid_until", Message("Valid until"), K.PARTIAL_DATE,
                      help=Message("Inclusive; empty for no end.")),
            FieldSpec("issued_on", Message("Issued on"), K.DATE, prefer_past=True),
            FieldSpec("authority", Message("Authority")),
            FieldSpec("document", Message("Document"), K.CHOICE,
                      choices=words.choices(known.title_documents, keep=row.document)),
            FieldSpec("employment", Message("Side condition on work"), K.CHOICE,
                      choices=words.choices(known.side_conditions, keep=row.employment)),
            FieldSpec("residence_duty", Message("Residence requirement"), K.CHOICE,
                      choices=words.choices(known.residence_duties, keep=row.residence_duty)),
            FieldSpec("course_note", Message("Entry on the integration course"), K.CHOICE, span=2,
                      choices=words.choices(known.course_notes, keep=row.course_note)),
            FieldSpec("late_application", Message("Applied for late, after the title before had run out"), K.CHECK,
                      span=3, help=Message(
                          "The gap before it then does not break the time for naturalisation (§ 12b Abs. 3 StAG).")),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=3, lines=2),
        ), columns=3),
    ))


def title_look(person: OpenPerson, row: ResidencePeriodRow) -> Look:
    """The title with its paragraph, how long it is valid, and what it says."""
    words, known = person.words, person.words.catalogues
    entry = words.title_entry(row.code)
    right, tone, icon = _standing(person, row)
    return Look(
        words.title(row.code),
        joined(entry.legal_basis if entry is not None else "", words.span(row.valid_from, row.valid_until),
               _continues(person, row),
               person.texts("applied for late") if row.late_application else "",
               words.to_check(known.residence_titles, row.code)),
        right, icon, tone,
        (
            (person.texts("Valid"), words.span(row.valid_from, row.valid_until)),
            (person.texts("Authority"), row.authority),
            (person.texts("Issued on"), words.day(row.issued_on)),
            (person.texts("Document"), words.label(known.title_documents, row.document)),
            (person.texts("Side condition on work"), words.label(known.side_conditions, row.employment)),
            (person.texts("Residence requirement"), words.label(known.residence_duties, row.residence_duty)),
            (person.texts("Entry on the integration course"), words.label(known.course_notes, row.course_note)),
            (person.texts("Note"), row.note),
        ))


def _standing(person: OpenPerson, row: ResidencePeriodRow) -> tuple[str, str, str]:
    """How the title stands today: words, tone, icon."""
    today, texts = person.kit.today(), person.texts
    if row.valid_from is not None and row.valid_from.earliest > today:
        return texts("not yet valid"), "muted", "clock"
    titles = person.overview.titles
    until, end = titles.as_it_lasts(row).valid_until, titles.end
    if until is not None and until.latest < today:
        return texts("ended"), "muted" if titles.held is not None else "wrong", "history"
    if titles.held is None or row.id != titles.held.id:
        return texts("valid today"), "muted", "id-card"
    if end is not None and end.ref == RecordRef("residence_period", row.id):
        return texts(due_words(periods.days_until(end.day.day, today))), "soon", "clock"
    return texts("current title"), "met", "badge-check"


def _continues(person: OpenPerson, row: ResidencePeriodRow) -> str:
    """Through which day a title goes on that is printed shorter; '' for any other."""
    titles = person.overview.titles
    until = person.words.day(titles.as_it_lasts(row).valid_until)
    return person.texts("continues by ordinance until {date}", date=until) if titles.continues(row) else ""


def title_notes(words: Words, rows: Iterable[ResidencePeriodRow]) -> list[str]:
    """Calm remarks on overlaps and gaps; both may be right."""
    kept = tuple(rows)
    overlaps = [
        words.texts("{first} ({one}) and {second} ({other}) overlap.", first=words.title(a.code),
                    one=words.span(a.valid_from, a.valid_until), second=words.title(b.code),
                    other=words.span(b.valid_from, b.valid_until))
        for a, b in periods.overlaps(kept)
    ]
    gaps = [
        words.texts("No title is recorded from {start} to {end}.", start=start, end=end)
        for start, end in periods.gaps(kept)
    ]
    return gaps + overlaps


def absence_form(person: OpenPerson, row: AbsenceRow) -> FormSpec:
    """A stay abroad."""
    reasons = person.words.choices(person.words.catalogues.absence_reasons, keep=row.reason)
    return FormSpec((
        Section((
            FieldSpec("departed_on", Message("Departure"), K.PARTIAL_DATE, required=True),
            FieldSpec("returned_on", Message("Return"), K.PARTIAL_DATE, help=Message("Empty while still away.")),
            FieldSpec("reason", Message("Reason"), K.CHOICE, choices=reasons),
            FieldSpec("authority_deadline", Message("Longer period set by the Ausländerbehörde, until"), K.DATE),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=2),
        )),
    ))


def absence_look(person: OpenPerson, row: AbsenceRow) -> Look:
    """When away, and how long."""
    words, texts = person.words, person.texts
    start, end = row.departed_on, row.returned_on
    exact = start is not None and start.exact is not None and end is not None and end.exact is not None
    days = texts(Plural("{n} day", "{n} days", (end.latest - start.earliest).days)) if exact and start and end else ""
    deadline = texts("period until {date}", date=row.authority_deadline) if row.authority_deadline else ""
    return Look(
        words.span(start, end), joined(words.label(words.catalogues.absence_reasons, row.reason), deadline, row.note),
        days if end is not None else texts("still away"), "plane", "muted" if end is not None else "soon",
    )


def document_form(person: OpenPerson, row: IdentityDocumentRow) -> FormSpec:
    """An identity document; nothing is copied."""
    words, known = person.words, person.words.catalogues
    return FormSpec((
        Section((
            FieldSpec("kind", Message("Kind"), K.CHOICE, choices=words.choices(known.document_kinds, keep=row.kind),
                      required=True),
            FieldSpec("country", Message("Issued by"), K.CHOICE,
                      choices=words.choices(known.countries, keep=row.country)),
            FieldSpec("number", Message("Number")),
            FieldSpec("original_seen_on", Message("Original seen on"), K.DATE, prefer_past=True,
                      help=Message("No copy is kept (§ 78 Abs. 8 AufenthG, § 20 Abs. 2 PAuswG).")),
            FieldSpec("issued_on", Message("Issued on"), K.DATE, prefer_past=True),
            FieldSpec("valid_until", Message("Valid until"), K.DATE),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=2),
        )),
    ))


def document_look(person: OpenPerson, row: IdentityDocumentRow) -> Look:
    """Which paper, until when, and that it was seen."""
    words, texts = person.words, person.texts
    known = words.catalogues
    seen = texts("Original seen on {date}, no copy", date=row.original_seen_on) if row.original_seen_on else ""
    expired = row.valid_until is not None and row.valid_until < person.kit.today()
    until = texts("valid until {date}", date=row.valid_until) if row.valid_until else ""
    return Look(
        joined(words.label(known.document_kinds, row.kind), words.label(known.countries, row.country)),
        joined(row.number, until, seen or texts("original not seen yet"), row.note),
        texts("expired") if expired else "", "id-card", "wrong" if expired else "muted",
    )


def asylum_form(person: OpenPerson, row: AsylumProcedureRow) -> FormSpec:
    """An asylum procedure by its days; nothing of its reasons."""
    outcomes = person.words.choices(person.words.catalogues.asylum_outcomes, keep=row.outcome)
    days = (
        ("made_on", Message("Asylum asked for on"), None),
        ("arrival_proof_on", Message("Ankunftsnachweis of"), None),
        ("lodged_on", Message("Application lodged on"), Message("In person at the BAMF.")),
        ("decided_on", Message("Decided on"), None),
        ("recognised_on", Message("Recognised on"), Message("The decision that grants protection, or the judgment.")),
    )
    return FormSpec((
        Section((
            FieldSpec("outcome", Message("Outcome"), K.CHOICE, choices=outcomes, required=True, span=3),
            *(FieldSpec(name, label, K.DATE, prefer_past=True, help=told) for name, label, told in days),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=3, lines=2,
                      help=Message("Reasons for flight and travel route do not belong here.")),
        ), columns=3),
    ))


def asylum_look(person: OpenPerson, row: AsylumProcedureRow) -> Look:
    """The outcome, from when until when it took, and all its days below."""
    words, texts = person.words, person.texts
    known = [day for day in (row.made_on, row.arrival_proof_on, row.lodged_on) if day is not None]
    return Look(
        words.label(words.catalogues.asylum_outcomes, row.outcome),
        joined(words.span(min(known, default=None), row.decided_on), row.note),
        words.day(row.recognised_on), "scale", "muted",
        (
            (texts("Asylum asked for on"), words.day(row.made_on)),
            (texts("Ankunftsnachweis of"), words.day(row.arrival_proof_on)),
            (texts("Application lodged on"), words.day(row.lodged_on)),
            (texts("Decided on"), words.day(row.decided_on)),
            (texts("Recognised on"), words.day(row.recognised_on)),
            (texts("Note"), row.note),
        ))


def _new_document(person: OpenPerson) -> IdentityDocumentRow:
    return IdentityDocumentRow(client_id=person.id, original_seen_on=person.kit.today())


TITLES: SectionKind[ResidencePeriodRow] = entry_section(
    PERIODS, entry_form(PERIODS, Message("Residence title"), title_form),
    title=Message("Residence titles"), add=Message("Add title"), look=title_look,
    empty=Message("No title recorded yet. Enter what the person holds now, then what came before."))
ABSENCE: SectionKind[AbsenceRow] = entry_section(
    ABSENCES, entry_form(ABSENCES, Message("Absence"), absence_form),
    title=Message("Stays abroad"), add=Message("Add absence"), look=absence_look,
    empty=Message("None recorded. Stays over six months can end a title."))
DOCUMENTS: SectionKind[IdentityDocumentRow] = entry_section(
    IDENTITY_DOCUMENTS, entry_form(IDENTITY_DOCUMENTS, Message("Identity document"), document_form),
    title=Message("Identity documents"), add=Message("Add document"), look=document_look, blank=_new_document,
    empty=Message("None recorded. Papers are looked at and noted, not copied."))
ASYLUM_PROCEDURES: SectionKind[AsylumProcedureRow] = entry_section(
    ASYLUM, entry_form(ASYLUM, Message("Asylum procedure"), asylum_form),
    title=Message("Asylum procedures"), add=Message("Add procedure"), look=asylum_look,
    empty=Message("None recorded. Where protection was granted its time counts: enter the days from the papers."))
