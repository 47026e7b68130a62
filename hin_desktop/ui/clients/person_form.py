"""The one short form with which somebody is taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from hin_desktop.domain.catalogue import Catalogue, Entry
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.services.catalogues import choices
from hin_desktop.services.clients import ClientRecord, LanguageSkill, Nationality
from hin_desktop.services.limits import LIMITS
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section

EMPTY: Mapping[str, object] = {"open_case": True}


def spec(place: Workplace) -> FormSpec:
    """The fields, four side by side where there is room."""
    return FormSpec((_name(), _origin(place), _contact(), _case(place)))


def record(values: Mapping[str, object]) -> ClientRecord:
    """The person whom the form describes; '' and None stand for what was not asked."""
    spoken = cast(Sequence[Mapping[str, object]], values["languages"])
    return ClientRecord(
        given_names=_text(values, "given_names"),
        family_name=_text(values, "family_name"),
        original_name=_text(values, "original_name"),
        birth_date=_day(values, "birth_date"),
        phone=_text(values, "phone"),
        may_call=True if values["may_call"] else None,
        arrival_germany=_day(values, "arrival_germany"),
        arrival_town=_day(values, "arrival_town"),
        target_group=_text(values, "target_group"),
        nationalities=tuple(Nationality(code=code) for code in cast(Sequence[str], values["nationalities"])),
        languages=tuple(
            LanguageSkill(code=_text(skill, "code"), level=_text(skill, "level"),
                          reads=True if skill.get("reads") else None)
            for skill in spoken if skill.get("code")),
    )  # fmt: skip


def case_type(values: Mapping[str, object]) -> str | None:
    """The type of the case to be opened, None for no case."""
    return _text(values, "counselling_type") if values["open_case"] else None


def access_source(values: Mapping[str, object]) -> str:
    """How the person came."""
    return _text(values, "access_source")


def name_typed(text: str) -> dict[str, str]:
    """What was typed into a search, as the parts of a name: 'Rahimi, Nadia' and 'Nadia Rahimi' alike."""
    if not any(sign.isascii() and sign.isalpha() for sign in text):
        return {"original_name": text} if any(sign.isalpha() for sign in text) else {}
    family, comma, given = text.partition(",")
    if not comma:
        given, _, family = text.rpartition(" ")
    return {"given_names": given.strip(), "family_name": family.strip()}


def _name() -> Section:
    line = LIMITS.line
    return Section((
        FieldSpec("given_names", Message("Given names"), max_length=line),
        FieldSpec("family_name", Message("Family name"), max_length=line),
        FieldSpec("original_name", Message("Name in own script"), max_length=line),
        FieldSpec("birth_date", Message("Date of birth"), FieldKind.PARTIAL_DATE, prefer_past=True),
    ), columns=4)  # fmt: skip


def _origin(place: Workplace) -> Section:
    lists = place.desk.catalogues
    parts = (
        FieldSpec("code", Message("Language"), FieldKind.CHOICE, choices=_offered(place, lists.languages), span=2),
        FieldSpec("level", Message("Level"), FieldKind.CHOICE, choices=_offered(place, lists.language_levels)),
        FieldSpec("reads", Message("reads it"), FieldKind.CHECK),
    )
    return Section((
        FieldSpec("nationalities", Message("Nationalities"), FieldKind.MULTI_CHOICE, span=2,
                  choices=_offered(place, lists.nationalities)),
        FieldSpec("target_group", Message("Target group"), FieldKind.CHOICE, span=2,
                  choices=_offered(place, lists.target_groups)),
        FieldSpec("languages", Message("Languages"), FieldKind.LIST, fields=parts, span=4,
                  add=Message("Add language")),
    ), columns=4)  # fmt: skip


def _contact() -> Section:
    return Section((
        FieldSpec("phone", Message("Phone"), FieldKind.PHONE, max_length=LIMITS.line),
        FieldSpec("may_call", Message("may be called there"), FieldKind.CHECK),
        FieldSpec("arrival_germany", Message("Arrival in Germany"), FieldKind.PARTIAL_DATE, prefer_past=True),
        FieldSpec("arrival_town", Message("Arrival in town"), FieldKind.PARTIAL_DATE, prefer_past=True),
    ), columns=4)  # fmt: skip


def _case(place: Workplace) -> Section:
    lists = place.desk.catalogues
    return Section((
        FieldSpec("open_case", Message("Open a case today"), FieldKind.CHECK),
        FieldSpec("counselling_type", Message("Type of counselling"), FieldKind.CHOICE,
                  choices=_offered(place, lists.counselling_types)),
        FieldSpec("access_source", Message("How they came"), FieldKind.CHOICE, span=2,
                  choices=_offered(place, lists.access_sources)),
    ), columns=4)  # fmt: skip


def _offered(place: Workplace, catalogue: Catalogue[Entry]) -> list[Choice]:
    pairs = choices(catalogue, place.language, place.kit.today())
    return [Choice(code, place.kit.texts.inclusive(label), code) for code, label in pairs]


def _text(values: Mapping[str, object], name: str) -> str:
    return str(values.get(name) or "")


def _day(values: Mapping[str, object], name: str) -> PartialDate | None:
    day = values.get(name)
    return day if isinstance(day, PartialDate) else None
