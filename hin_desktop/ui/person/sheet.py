"""The person's own sheet (Stammdaten): the full form, in sections, and the way from the record to it and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hin_desktop.errors import Message
from hin_desktop.services import clients
from hin_desktop.services.clients import ClientRecord, LanguageSkill, NameVariant, Nationality
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import FormKind, row_filled, row_values
from hin_desktop.ui.person.words import YES_NO
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section

K = FieldKind
LISTS = ("names", "nationalities", "languages")


def form(person: OpenPerson, row: ClientRecord) -> FormSpec:
    """All sections of the sheet."""
    return FormSpec((
        _names(person, row), _birth(person, row), _origin(person, row), _contact(), _arrival(person, row), _NOTE,
    ))  # fmt: skip


def _names(person: OpenPerson, row: ClientRecord) -> Section:
    words, known = person.words, person.words.catalogues
    return Section((
        FieldSpec("given_names", Message("Given names")),
        FieldSpec("family_name", Message("Family name")),
        FieldSpec("original_name", Message("Name in own script")),
        FieldSpec("salutation", Message("Salutation"), K.CHOICE,
                  choices=words.choices(known.salutations, keep=row.salutation)),
        FieldSpec("form_of_address", Message("Wished form of address"), span=2,
                  help=Message("As the person wants to be addressed, where the salutation is not enough.")),
        FieldSpec("names", Message("Further names and spellings"), K.LIST, add=Message("Add name"), span=3, fields=(
            FieldSpec("kind", Message("Kind"), K.CHOICE, choices=words.choices(known.name_kinds), required=True),
            FieldSpec("text", Message("Name"), required=True, span=2),
        )),
        FieldSpec("file_number", Message("File number")),
    ), Message("Name & address"), columns=3)  # fmt: skip


def _birth(person: OpenPerson, row: ClientRecord) -> Section:
    words, known = person.words, person.words.catalogues
    return Section((
        FieldSpec("birth_date", Message("Date of birth"), K.PARTIAL_DATE, prefer_past=True,
                  help=Message("A year or a month is enough.")),
        FieldSpec("birth_place", Message("Place of birth")),
        FieldSpec("birth_country", Message("Country of birth"), K.CHOICE,
                  choices=words.choices(known.countries, keep=row.birth_country)),
        FieldSpec("birth_date_assumed", Message("Date of birth assumed by an authority"), K.CHECK, span=3),
        FieldSpec("sex", Message("Sex"), K.CHOICE, choices=words.choices(known.sexes, keep=row.sex)),
        FieldSpec("marital_status", Message("Marital status"), K.CHOICE,
                  choices=words.choices(known.marital_status, keep=row.marital_status)),
        FieldSpec("date_of_death", Message("Date of death"), K.PARTIAL_DATE, prefer_past=True),
    ), Message("Birth & person"), columns=3)  # fmt: skip


def _origin(person: OpenPerson, row: ClientRecord) -> Section:
    words, known = person.words, person.words.catalogues
    return Section((
        FieldSpec("nationalities", Message("Nationalities"), K.MULTI_CHOICE, choices=words.choices(known.nationalities),
                  span=2),
        FieldSpec("languages", Message("Languages"), K.LIST, add=Message("Add language"), span=2, fields=(
            FieldSpec("code", Message("Language"), K.CHOICE, choices=words.choices(known.languages), required=True,
                      span=2),
            FieldSpec("level", Message("Level"), K.CHOICE, choices=words.choices(known.language_levels)),
            FieldSpec("reads", Message("Reads it"), K.CHOICE, choices=YES_NO),
        )),
        FieldSpec("interpreter_need", Message("Interpreter"), K.CHOICE,
                  choices=words.choices(known.interpreter_needs, keep=row.interpreter_need)),
        FieldSpec("interpreter_language", Message("Language for interpreting"), K.CHOICE,
                  choices=words.choices(known.languages, keep=row.interpreter_language)),
    ), Message("Nationality & languages"))  # fmt: skip


def _contact() -> Section:
    asked = (
        ("may_call", Message("May be called")),
        ("may_leave_message", Message("Voice message may be left")),
        ("may_text", Message("May be sent text messages")),
        ("may_write", Message("May be sent letters")),
        ("may_email", Message("May be sent e-mail")),
    )
    return Section((
        FieldSpec("phone", Message("Telephone"), K.PHONE),
        FieldSpec("email", Message("E-mail"), K.EMAIL, span=2),
        *(FieldSpec(name, label, K.CHOICE, choices=YES_NO, placeholder=Message("not asked yet"))
          for name, label in asked),
        FieldSpec("listeners", Message("Who listens in or reads along")),
        FieldSpec("contact_note", Message("Note on contact"), K.LONG_TEXT, span=3, lines=2),
        FieldSpec("disclosure_ban", Message("Auskunftssperre (§ 51 BMG)"), K.CHECK, span=3),
        FieldSpec("disclosure_ban_until", Message("Auskunftssperre until"), K.DATE),
        FieldSpec("household_confidential", Message("Confidential towards the household"), K.CHECK, span=3),
    ), Message("Contact"), columns=3)  # fmt: skip


def _arrival(person: OpenPerson, row: ClientRecord) -> Section:
    groups = person.words.choices(person.words.catalogues.target_groups, keep=row.target_group)
    return Section((
        FieldSpec("arrival_germany", Message("In Germany since"), K.PARTIAL_DATE, prefer_past=True),
        FieldSpec("arrival_town", Message("In town since"), K.PARTIAL_DATE, prefer_past=True),
        FieldSpec("target_group", Message("Target group"), K.CHOICE, choices=groups),
        FieldSpec("privacy_info_on", Message("Privacy information handed over on"), K.DATE, prefer_past=True),
    ), Message("Arrival & target group"))  # fmt: skip


_NOTE = Section((
    FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=4, help=Message(
        "Not to be written here: details of convictions, reasons for flight, travel route, other identities, political "
        "activity, whereabouts of people in hiding, diagnoses. A file can be seized.")),
))  # fmt: skip


def values(row: ClientRecord) -> dict[str, object]:
    """The record as the form shows it; lists by their contents."""
    return {
        **row_values(row),
        "names": tuple({"kind": name.kind, "text": name.text} for name in row.names),
        "nationalities": tuple(nationality.code for nationality in row.nationalities),
        "languages": tuple({"code": s.code, "level": s.level, "reads": s.reads} for s in row.languages),
    }


def filled(row: ClientRecord, typed: Mapping[str, object]) -> ClientRecord:
    """The record with what the form holds; a name or language that stays keeps its row."""
    plain = row_filled(row, {name: value for name, value in typed.items() if name not in LISTS})
    kept_names = {(name.kind, name.text): name for name in row.names}
    kept_codes = {nationality.code: nationality for nationality in row.nationalities}
    kept_languages = {skill.code: skill for skill in row.languages}
    names = [(str(line["kind"] or ""), str(line["text"])) for line in _lines(typed["names"])]
    return replace(
        plain,
        names=tuple(kept_names.get(pair) or NameVariant(kind=pair[0], text=pair[1]) for pair in dict.fromkeys(names)),
        nationalities=tuple(kept_codes.get(code) or Nationality(code=code) for code in _codes(typed["nationalities"])),
        languages=tuple(_skill(kept_languages, line) for line in _lines(typed["languages"])),
    )


def _skill(kept: Mapping[str, LanguageSkill], line: Mapping[str, object]) -> LanguageSkill:
    code, level, reads = str(line["code"] or ""), str(line["level"] or ""), line["reads"]
    answer = reads if isinstance(reads, bool) else None
    return replace(kept.get(code) or LanguageSkill(code=code), level=level, reads=answer)


def _lines(value: object) -> Sequence[Mapping[str, object]]:
    return value if isinstance(value, tuple) else ()


def _codes(value: object) -> Sequence[str]:
    return tuple(str(code) for code in value) if isinstance(value, tuple) else ()


def _stored(desk: OpenDesk, row: ClientRecord) -> ClientRecord:
    return clients.get(desk, row.id)


def _save(desk: OpenDesk, row: ClientRecord) -> Done[ClientRecord]:
    return clients.change(desk, row)


SHEET: FormKind[ClientRecord] = FormKind(
    "client", lambda _: Message("Personal details"), form, _save, _stored, values, filled)  # fmt: skip
