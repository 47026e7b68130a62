"""The form of a letter: its kind first, then only what this kind of letter and this way of delivery need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Final

from hin_desktop.domain.notices.notice import POST, Delivery, Instruction, NoticeKind
from hin_desktop.errors import Message
from hin_desktop.services.notices import NoticeRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.quick_buttons import add_answer_buttons
from hin_desktop.ui.person.record_kind import row_filled
from hin_desktop.ui.person.words import YES_NO
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.kit import Kit

K = FieldKind
ALWAYS: Final = frozenset({"kind", "authority", "reference", "dated_on", "note", "done_on", "done_as"})
OF_NOTICE: Final = frozenset({"delivery", "instruction"})
PRINTED: Final = frozenset(
    {"printed_remedy", "printed_addressee", "printed_term", "printed_unit", "printed_last_day"})
BY_DELIVERY: Final[Mapping[str, frozenset[str]]] = {
    Delivery.LETTER: frozenset({"posted_on", "received_on", "envelope_kept"}),
    Delivery.REGISTERED: frozenset({"posted_on", "received_on"}),
    Delivery.PZU: frozenset({"received_on", "envelope_kept"}),
    Delivery.PORTAL: frozenset({"posted_on", "received_on"}),
    Delivery.RECEPTION: frozenset({"posted_on", "received_on"}),
    Delivery.UNDELIVERABLE: frozenset({"posted_on"}),
}
LABELS: Final[Mapping[str, Mapping[str, Message]]] = {
    "posted_on": {
        Delivery.PORTAL: Message("Message from the portal on"),
        Delivery.RECEPTION: Message("Handed to the reception centre on"),
    },
    "received_on": {
        Delivery.REGISTERED: Message("Day on the return receipt"),
        Delivery.PZU: Message("Day on the yellow envelope"),
        Delivery.PORTAL: Message("Retrieved on"),
        Delivery.RECEPTION: Message("Handed over on"),
    },
}
POSTED, RECEIVED = Message("Posted on (postmark)"), Message("Arrived on (counts only if later)")
USUAL_TERMS: Final = (
    (Message("1 month"), {"printed_term": 1, "printed_unit": "MONTHS"}),
    (Message("2 weeks"), {"printed_term": 2, "printed_unit": "WEEKS"}),
    (Message("1 week"), {"printed_term": 1, "printed_unit": "WEEKS"}),
)


def form(person: OpenPerson, row: NoticeRow) -> FormSpec:
    """Everything that can be asked of a letter; how it ended is asked of a stored one."""
    sections = [_letter(person, row), _delivery(person, row), _instruction(person, row), _rest()]
    return FormSpec((*sections, _done(person, row)) if row.id else tuple(sections))


def _letter(person: OpenPerson, row: NoticeRow) -> Section:
    words, known = person.words, person.words.catalogues
    return Section((
        FieldSpec("kind", Message("What kind of letter"), K.CHOICE, span=2, required=True,
                  choices=words.choices(known.notice_kinds, keep=row.kind)),
        FieldSpec("dated_on", Message("Date of the letter"), K.DATE, prefer_past=True),
        FieldSpec("authority", Message("Office"), span=2),
        FieldSpec("reference", Message("Reference")),
        FieldSpec("refuses_title", Message("It refuses a residence title or its extension"), K.CHECK, span=3),
        FieldSpec("deadline", Message("Deadline, as it stands in the letter"), K.DATE),
    ), columns=3)  # fmt: skip


def _delivery(person: OpenPerson, row: NoticeRow) -> Section:
    ways = person.words.choices(person.words.catalogues.deliveries, keep=row.delivery)
    return Section((
        FieldSpec("delivery", Message("How it came"), K.CHOICE, choices=ways),
        FieldSpec("posted_on", POSTED, K.DATE, prefer_past=True),
        FieldSpec("received_on", RECEIVED, K.DATE, prefer_past=True),
        FieldSpec("envelope_kept", Message("Envelope kept"), K.CHOICE, choices=YES_NO),
    ), columns=4)  # fmt: skip


def _instruction(person: OpenPerson, row: NoticeRow) -> Section:
    words, known = person.words, person.words.catalogues
    return Section((
        FieldSpec("instruction", Message("Instruction on the remedy (Rechtsbehelfsbelehrung)"), K.CHOICE,
                  choices=words.choices(known.instructions, keep=row.instruction)),
        FieldSpec("printed_remedy", Message("Remedy it names"), K.CHOICE, choices=_printed_remedies(person)),
        FieldSpec("printed_addressee", Message("To whom, as printed")),
        FieldSpec("printed_term", Message("Time limit, as printed"), K.NUMBER, minimum=1),
        FieldSpec("printed_unit", Message("Unit"), K.CHOICE,
                  choices=words.choices(known.term_units, keep=row.printed_unit)),
        FieldSpec("printed_last_day", Message("Last day, if printed"), K.DATE),
    ), columns=3)  # fmt: skip


def _printed_remedies(person: OpenPerson) -> Sequence[Choice]:
    """What an instruction can name."""
    words, remedies = person.words, person.words.catalogues.remedies
    return tuple(Choice(entry.code, words.label(remedies, entry.code))
                 for entry in remedies if entry.extra.get("printed") is True)  # fmt: skip


def _rest() -> Section:
    return Section((FieldSpec("note", Message("Note"), K.LONG_TEXT, span=3, lines=2),), columns=3)


def _done(person: OpenPerson, row: NoticeRow) -> Section:
    remedies = person.words.choices(person.words.catalogues.remedies, keep=row.done_as)
    return Section((
        FieldSpec("done_on", Message("Done on"), K.DATE, prefer_past=True),
        FieldSpec("done_as", Message("What was done"), K.CHOICE, choices=remedies),
    ), columns=3)  # fmt: skip


def needed(row: NoticeRow) -> frozenset[str]:
    """The fields that this letter needs, by what is known of it so far."""
    if not row.kind:
        return frozenset({"kind"})
    if row.kind in POST:
        return ALWAYS | {"deadline"}
    title = {"refuses_title"} if row.kind == NoticeKind.ABH else frozenset()
    printed = PRINTED if row.instruction in (Instruction.COMPLETE, Instruction.WRONG) else frozenset()
    return ALWAYS | OF_NOTICE | title | printed | BY_DELIVERY.get(row.delivery, frozenset())


def filled(row: NoticeRow, typed: Mapping[str, object]) -> NoticeRow:
    """The letter with what the form holds; what it does not need is not kept."""
    plain = row_filled(row, typed)
    wanted = needed(plain)
    unused = {field.name: field.default for field in fields(plain) if field.name in typed and field.name not in wanted}
    return replace(plain, **unused)  # type: ignore[arg-type]  # the defaults of its own fields


def show_needed(kit: Kit, form: Form, row: NoticeRow) -> None:
    """Only the fields that this letter needs, each under the name that it has here."""
    wanted = needed(row)
    for name, cell in form.cells.items():
        cell.setVisible(name in wanted)
    for name, usual in (("posted_on", POSTED), ("received_on", RECEIVED)):
        form.cells[name].rename(kit.say(LABELS[name].get(row.delivery, usual)))


def add_usual_terms(kit: Kit, form: Form) -> None:
    """The usual time limits, at a click."""
    add_answer_buttons(kit, form, "printed_term", USUAL_TERMS)
