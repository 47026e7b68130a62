"""Relatives and representatives, as sections of the tab Familie: names and relation, nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from hin_desktop.errors import Message
from hin_desktop.services.households import (
    RELATIONS,
    REPRESENTATIVES,
    RelationRow,
    Relative,
    RepresentativeRow,
)
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.quick_buttons import follow_choice
from hin_desktop.ui.person.record_kind import RowAction, SectionKind, entry_form, entry_section
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import YES_NO, joined
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section

K = FieldKind


def relation_form(person: OpenPerson, row: RelationRow) -> FormSpec:
    """A relative: with a file of their own (then the name stands there) or by name only."""
    kinds = person.words.choices(person.words.catalogues.relations, keep=row.kind)
    own = (FieldSpec("related_client_id", Message("Own file"), K.CHOICE, choices=_own_file(person, row), span=2),)
    name = (
        FieldSpec("related_name", Message("Name"), required=True),
        FieldSpec("related_birth_date", Message("Date of birth"), K.PARTIAL_DATE, prefer_past=True),
    )
    return FormSpec((
        Section((
            FieldSpec("kind", Message("Is the person's"), K.CHOICE, choices=kinds, required=True, span=2),
            *(name if row.related_client_id is None else own),
            FieldSpec("same_household", Message("Lives in the same household"), K.CHECK, span=2),
            FieldSpec("since", Message("Married or registered since"), K.PARTIAL_DATE, prefer_past=True),
            FieldSpec("until", Message("Until"), K.PARTIAL_DATE, prefer_past=True,
                      help=Message("Day of the death, or on which the divorce became final.")),
            FieldSpec("ended_by", Message("Ended by"), K.CHOICE,
                      choices=person.words.choices(person.words.catalogues.relation_ends, keep=row.ended_by)),
            FieldSpec("german", Message("Is a German citizen"), K.CHOICE, choices=YES_NO,
                      placeholder=Message("not asked yet")),
        )),
    ))  # fmt: skip


def _own_file(person: OpenPerson, row: RelationRow) -> Sequence[Choice]:
    other = row.related_client_id or 0
    return (Choice(other, person.name_of(other)),)


def relative_look(person: OpenPerson, relative: Relative) -> Look:
    """Name and relation."""
    words, row = person.words, relative.row
    household = person.texts("same household") if row.same_household else ""
    own = person.texts("own file") if relative.client_id is not None else ""
    german = person.texts("German citizen") if row.german and not relative.inverse else ""
    bond = joined(words.span(row.since, row.until), words.label(words.catalogues.relation_ends, row.ended_by))
    return Look(
        person.texts(relative.name.display),
        joined(words.label(words.catalogues.relations, relative.kind), bond, german, household, own),
        "" if relative.client_id is not None else words.day(relative.birth_date), "users",
    )  # fmt: skip


def relation_look(person: OpenPerson, row: RelationRow) -> Look:
    """As `relative_look`, for the stored row."""
    found = next((r for r in person.overview.family.relatives if r.row.id == row.id), None)
    return relative_look(person, found) if found is not None else Look(row.related_name)


def open_relative(person: OpenPerson, row: RelationRow) -> None:
    """Show the relative's own file."""
    found = next((r for r in person.overview.family.relatives if r.row.id == row.id), None)
    if found is not None and found.client_id is not None:
        person.place.navigator.go("person", client_id=found.client_id)


def representative_form(person: OpenPerson, row: RepresentativeRow) -> FormSpec:
    """Somebody who acts for the person."""
    kinds = person.words.choices(person.words.catalogues.representative_kinds, keep=row.kind)
    return FormSpec((
        Section((
            FieldSpec("kind", Message("Kind of representation"), K.CHOICE, choices=kinds, required=True),
            FieldSpec("name", Message("Name"), required=True),
            FieldSpec("organisation", Message("Organisation")),
            FieldSpec("phone", Message("Telephone"), K.PHONE),
            FieldSpec("email", Message("E-mail"), K.EMAIL),
            FieldSpec("scope", Message("Scope"), help=Message("For example: residence, health, housing.")),
            FieldSpec("valid_from", Message("Since"), K.PARTIAL_DATE, prefer_past=True),
            FieldSpec("valid_until", Message("Until"), K.PARTIAL_DATE),
        )),
    ))  # fmt: skip


def representative_look(person: OpenPerson, row: RepresentativeRow) -> Look:
    """Who, on what ground, and how to reach them."""
    words = person.words
    entry = words.catalogues.representative_kinds.entry(row.kind)
    ended = row.valid_until is not None and row.valid_until.latest < person.kit.today()
    return Look(
        row.name,
        joined(words.label(words.catalogues.representative_kinds, row.kind), entry.text("norm"), row.organisation,
               row.phone, row.email, row.scope, words.span(row.valid_from, row.valid_until)),
        person.texts("ended") if ended else "", "scale",
    )  # fmt: skip


def _days_of_a_bond(person: OpenPerson, panel: FormPanel, _row: RelationRow) -> None:
    bonds = {kind.code for kind in person.words.catalogues.relations if kind.extra.get("bond") is True}
    follow_choice(panel.form, "kind", ("since", "until", "ended_by"), lambda kind: kind in bonds)


def _by_name(person: OpenPerson) -> RelationRow:
    return RelationRow(client_id=person.id, same_household=False)


RELATIVES: SectionKind[RelationRow] = entry_section(
    RELATIONS, entry_form(RELATIONS, Message("Relative"), relation_form, dress=_days_of_a_bond),
    title=Message("Relatives"), add=Message("By name only"), look=relation_look,
    empty=Message("No relatives recorded."), blank=_by_name,
    actions=(RowAction("external-link", Message("Open own file"), open_relative,
                       lambda row: row.related_client_id is not None),),
)  # fmt: skip
REPRESENTATION: SectionKind[RepresentativeRow] = entry_section(
    REPRESENTATIVES, entry_form(REPRESENTATIVES, Message("Representative"), representative_form),
    title=Message("Representatives"), add=Message("Add"), look=representative_look,
    empty=Message("None recorded: custodian, guardian, legal carer, lawyer, authorised person."))  # fmt: skip
