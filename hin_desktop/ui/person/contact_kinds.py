"""Addresses and the numbers at authorities, as sections of the overview."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from hin_desktop.errors import Message
from hin_desktop.services.contacts import ADDRESSES, AUTHORITY_REFERENCES, AddressRow, AuthorityReferenceRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import RowAction, SectionKind, entry_form, entry_section
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.shell.notices import Tone
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section

K = FieldKind


def address_form(_person: OpenPerson, _row: AddressRow) -> FormSpec:
    """An address over time."""
    return FormSpec((
        Section((
            FieldSpec("care_of", Message("Care of"), span=2),
            FieldSpec("street", Message("Street and number"), span=2),
            FieldSpec("postcode", Message("Postcode")),
            FieldSpec("town", Message("Town")),
            FieldSpec("valid_from", Message("Since"), K.PARTIAL_DATE, prefer_past=True),
            FieldSpec("valid_until", Message("Until"), K.PARTIAL_DATE),
            FieldSpec("protected", Message("Protected address"), K.CHECK, span=2,
                      help=Message("Never printed, exported or shown in the household.")),
        )),
    ))  # fmt: skip


def address_look(person: OpenPerson, row: AddressRow) -> Look:
    """The address; a protected one says so first."""
    texts, place = person.texts, ", ".join(filter(None, (row.street, f"{row.postcode} {row.town}".strip())))
    care_of = texts("care of {name}", name=row.care_of) if row.care_of else ""
    ended = row.valid_until is not None and row.valid_until.latest < person.kit.today()
    protected = row.protected or person.overview.client.disclosure_ban
    return Look(
        place or care_of,
        joined(texts("protected, do not pass on") if protected else "", care_of if place else "",
               person.words.span(row.valid_from, row.valid_until)),
        texts("former") if ended else "", "shield" if protected else "map-pin", "wrong" if protected else "muted",
    )  # fmt: skip


def reference_form(person: OpenPerson, row: AuthorityReferenceRow) -> FormSpec:
    """A number at an authority, with whoever works on it there."""
    kinds = person.words.choices(person.words.catalogues.authority_kinds, keep=row.kind)
    return FormSpec((
        Section((
            FieldSpec("kind", Message("Authority and kind of number"), K.CHOICE, choices=kinds, required=True),
            FieldSpec("number", Message("Number"), required=True),
            FieldSpec("authority", Message("Office")),
            FieldSpec("caseworker", Message("Caseworker")),
            FieldSpec("phone", Message("Telephone"), K.PHONE),
            FieldSpec("email", Message("E-mail"), K.EMAIL),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=2),
        )),
    ))  # fmt: skip


def reference_look(person: OpenPerson, row: AuthorityReferenceRow) -> Look:
    """The number first: it is what is read out on the telephone."""
    kind = person.words.label(person.words.catalogues.authority_kinds, row.kind)
    return Look(row.number, joined(kind, row.authority, row.caseworker, row.phone, row.email, row.note),
                "", "landmark")  # fmt: skip


def copy_number(person: OpenPerson, row: AuthorityReferenceRow) -> None:
    """Put the number onto the clipboard."""
    QGuiApplication.clipboard().setText(row.number)
    person.place.notices.say(Message("Number copied."), tone=Tone.INFO)


ADDRESS: SectionKind[AddressRow] = entry_section(
    ADDRESSES, entry_form(ADDRESSES, Message("Address"), address_form),
    title=Message("Address"), add=Message("Add"), look=address_look, empty=Message("No address recorded."))  # fmt: skip
REFERENCES: SectionKind[AuthorityReferenceRow] = entry_section(
    AUTHORITY_REFERENCES, entry_form(AUTHORITY_REFERENCES, Message("Number at an authority"), reference_form),
    title=Message("Numbers at authorities"), add=Message("Add"), look=reference_look,
    empty=Message("No numbers recorded."), actions=(RowAction("copy", Message("Copy number"), copy_number),),
)  # fmt: skip
