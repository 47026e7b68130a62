"""The fictional people of the practice desk, read from resources/practice and checked against rows and catalogues.

The files say themselves how they are to be read (people.toml). A fault in them is a fault of the program: BadPractice
names file, person and field.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar, get_type_hints

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.resources import path, read_text
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.services.clients import ClientRecord, LanguageSkill, NameVariant, Nationality
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.contacts import AddressRow, AuthorityReferenceRow
from hin_desktop.services.entries import Entry
from hin_desktop.services.evidence import AsylumProcedureRow, BenefitRow, CourseEntitlementRow, EmploymentRow
from hin_desktop.services.households import RelationRow, RepresentativeRow
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.services.milestones import MilestoneRow, OverrideRow
from hin_desktop.services.notices import NoticeRow
from hin_desktop.services.practice_days import Days
from hin_desktop.services.residence import AbsenceRow, IdentityDocumentRow, ResidencePeriodRow
from hin_desktop.services.rows import OWN, Row
from hin_desktop.services.users import UserRow

R = TypeVar("R", bound=Row)
Plain = dict[str, object]

LISTS: Final[Mapping[str, type[Entry]]] = {
    "addresses": AddressRow, "references": AuthorityReferenceRow, "residence": ResidencePeriodRow,
    "absences": AbsenceRow, "papers": IdentityDocumentRow, "representatives": RepresentativeRow,
    "milestones": MilestoneRow, "asylum": AsylumProcedureRow, "employments": EmploymentRow, "benefits": BenefitRow,
    "courses": CourseEntitlementRow, "facts": LegalSheetRow, "notices": NoticeRow, "stations": OverrideRow}  # fmt: skip
SPANS: Final = (("valid_from", "valid_until"), ("started_on", "ended_on"), ("granted_from", "granted_until"))
"""Days from when until when, for which `from` and `until` stand."""
SHORT_TALK: Final[Mapping[str, str]] = {
    "on": "held_on", "at": "held_at", "min": "duration_min", "via": "channel", "lang": "language", "said": "summary",
    "next": "agreed_next", "due": "due_on", "done": "next_done_on"}  # fmt: skip
CODES: Final[Mapping[type[Row], Mapping[str, str]]] = {
    ClientRecord: {
        "salutation": "salutations", "birth_country": "countries", "sex": "sexes", "marital_status": "marital_status",
        "interpreter_need": "interpreter_needs", "interpreter_language": "languages", "target_group": "target_groups"},
    NameVariant: {"kind": "name_kinds"},
    Nationality: {"code": "nationalities"},
    LanguageSkill: {"code": "languages", "level": "language_levels"},
    AuthorityReferenceRow: {"kind": "authority_kinds"},
    ResidencePeriodRow: {
        "code": "residence_titles", "document": "title_documents", "employment": "side_conditions",
        "residence_duty": "residence_duties", "course_note": "course_notes"},
    AbsenceRow: {"reason": "absence_reasons"},
    IdentityDocumentRow: {"kind": "document_kinds", "country": "countries"},
    RelationRow: {"kind": "relations", "ended_by": "relation_ends"},
    RepresentativeRow: {"kind": "representative_kinds"},
    MilestoneRow: {"code": "milestones"},
    AsylumProcedureRow: {"outcome": "asylum_outcomes"},
    EmploymentRow: {"kind": "employment_kinds"},
    BenefitRow: {"kind": "benefit_kinds"},
    CourseEntitlementRow: {"basis": "course_bases", "course_type": "course_types"},
    LegalSheetRow: {
        **dict.fromkeys(("identity", "democratic_order", "history_declaration", "livelihood"), "assessed_states"),
        **dict.fromkeys(("convictions", "exclusion", "bar"), "discussed_states")},
    NoticeRow: {
        "kind": "notice_kinds", "delivery": "deliveries", "instruction": "instructions", "printed_remedy": "remedies",
        "printed_unit": "term_units", "done_as": "remedies"},
    CaseRow: {"counselling_type": "counselling_types", "access_source": "access_sources",
              "closing_reason": "closing_reasons"},
    ConsultationRow: {
        "channel": "channels", "language": "languages", "interpreter": "interpreter", "topics": "topics",
        "outcomes": "outcomes", "referrals": "referral_destinations"},
}  # fmt: skip
HINTS: Final[Mapping[type, Mapping[str, object]]] = {
    row_type: {name: hint for name, hint in get_type_hints(row_type).items() if name not in OWN}
    for row_type in {*LISTS.values(), *CODES, UserRow}
}
MAY: Final = ("call", "message", "text", "write", "email")
MAY_FIELD: Final = {"message": "may_leave_message"}

class BadPractice(ValueError):
    """The practice files cannot be read: says where and what."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A consultation with the keys of everybody who took part, notes by key, and the login of who held it."""

    row: ConsultationRow
    people: tuple[str, ...]
    notes: Mapping[str, str]
    by: str


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative, and the key of the file of their own ('': none)."""

    row: RelationRow
    who: str


@dataclass(frozen=True, slots=True)
class PracticeCase:
    """A case and the login of its counsellor ('': whoever fills the desk)."""

    row: CaseRow
    by: str


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """A fictional person; rows still without ids."""

    key: str
    sheet: ClientRecord
    entries: tuple[Entry, ...]
    relatives: tuple[Relative, ...]
    cases: tuple[PracticeCase, ...]
    talks: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """All there is to try things on; `households` are labels with the keys of their members."""

    colleagues: tuple[UserRow, ...]
    people: tuple[PracticePerson, ...]
    households: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes rows of plain data; every unknown field, code and impossible value raises BadPractice."""

    catalogues: Catalogues
    days: Days

    def row(self, row_type: type[R], plain: Mapping[str, object], place: str, **more: object) -> R:
        """A row from its fields; `more` are ready values."""
        hints = HINTS[row_type]
        values: dict[str, Any] = dict(more)
        for field, value in plain.items():
            if field not in hints or field in more:
                raise BadPractice(f"{place}: unknown field {field!r}")
            values[field] = self._value(hints[field], field, value, place)
            self._check_codes(row_type, field, values[field], place)
        return row_type(**values)

    def _value(self, hint: object, field: str, value: object, place: str) -> object:
        for kind, types, convert in self._converters(field):
            if hint == kind and isinstance(value, types) and (types is bool) == isinstance(value, bool):
                try:
                    return convert(value)
                except ValueError as fault:
                    raise BadPractice(f"{place}: {field} = {value!r}: {fault}") from fault
        raise BadPractice(f"{place}: {field} cannot be {value!r}")

    def _converters(self, field: str) -> Iterable[tuple[object, type, Callable[[Any], object]]]:
        return (
            (PartialDate | None, str, self.days.partial), (date | None, str, lambda text: self.days.exact(text, field)),
            (str, str, str), (bool, bool, bool), (bool | None, bool, bool), (int | None, int, int),
            (tuple[str, ...], str, _words),
        )  # fmt: skip

    def _check_codes(self, row_type: type[Row], field: str, value: object, place: str) -> None:
        name = CODES.get(row_type, {}).get(field)
        if name is None:
            return
        for code in value if isinstance(value, tuple) else (value,):
            if code not in self.catalogues.named(name):
                raise BadPractice(f"{place}: {field}: {code!r} is not in the catalogue {name}")

    def person(self, plain: Mapping[str, object], place: str) -> PracticePerson:
        """A person with all lists."""
        rest = dict(plain)
        key = _text(rest.pop("key", ""))
        place = f"{place}: {key or 'a person without a key'}"
        entries = tuple(
            self.row(row_type, _renamed(each, _short(row_type)), f"{place}: {name} {number}", client_id=0)
            for name, row_type in LISTS.items() for number, each in enumerate(_tables(rest.pop(name, [])), 1))
        relatives = tuple(self._relative(each, place) for each in _tables(rest.pop("relatives", [])))
        cases = tuple(self._case(each, place) for each in _tables(rest.pop("cases", [])))
        talks = tuple(self._talk(each, key, f"{place}: talk {number}")
                      for number, each in enumerate(_tables(rest.pop("talks", [])), 1))
        return PracticePerson(key, self._sheet(rest, place), entries, relatives, cases, talks)

    def _sheet(self, plain: Plain, place: str) -> ClientRecord:
        names = [_text(each).partition(" ") for each in _list(plain.pop("names", []))]
        lists = {
            "names": tuple(self.row(NameVariant, {"kind": kind, "text": text}, place) for kind, _, text in names),
            "nationalities": tuple(self.row(Nationality, {"code": code}, place)
                                   for code in _words(_text(plain.pop("nationalities", "")))),
            "languages": tuple(self._language(_text(each), place) for each in _list(plain.pop("languages", [])))}
        return self.row(ClientRecord, plain, place, **lists, **_may(_text(plain.pop("may", "")), place))

    def _language(self, text: str, place: str) -> LanguageSkill:
        code, level, *reads = text.split()
        return self.row(LanguageSkill, {"code": code, "level": level}, place,
                        reads={"+": True, "-": False}[reads[0]] if reads else None)

    def _relative(self, plain: Plain, place: str) -> Relative:
        who = _text(plain.pop("who", ""))
        return Relative(self.row(RelationRow, plain, f"{place}: relative", client_id=0), who)

    def _case(self, plain: Plain, place: str) -> PracticeCase:
        by = _text(plain.pop("by", ""))
        return PracticeCase(self.row(CaseRow, plain, f"{place}: case", client_id=0), by)

    def _talk(self, plain: Plain, key: str, place: str) -> Talk:
        people = (key, *_words(_text(plain.pop("with", ""))))
        by, notes = _text(plain.pop("by", "")), plain.pop("notes", {})
        if not isinstance(notes, dict) or not notes.keys() <= set(people):
            raise BadPractice(f"{place}: notes must be of people who took part")
        row = self.row(ConsultationRow, _renamed({"via": "IN_PERSON", **plain}, SHORT_TALK), place)
        return Talk(row, people, {who: _text(note) for who, note in notes.items()}, by)


def read(catalogues: Catalogues, today: date, folder: Path | None = None) -> Practice:
    """All practice people as of a day, from the shipped files or another folder. Raises BadPractice."""
    reader = Reader(catalogues, Days(today))
    people: list[PracticePerson] = []
    households: list[tuple[str, tuple[str, ...]]] = []
    colleagues: list[UserRow] = []
    for file in sorted((folder or path("practice")).glob("*.toml")):
        data = tomllib.loads(read_text(str(file)))
        unknown = data.keys() - {"person", "household", "colleague"}
        if unknown:
            raise BadPractice(f"{file.name}: unknown table {sorted(unknown)}")
        people += [reader.person(each, file.name) for each in _tables(data.get("person", []))]
        colleagues += [reader.row(UserRow, each, file.name, active=False)
                       for each in _tables(data.get("colleague", []))]
        households += [(_text(each["label"]), _words(_text(each["members"])))
                       for each in _tables(data.get("household", []))]
    practice = Practice(tuple(colleagues), tuple(people), tuple(households))
    _check_keys(practice)
    return practice


def _check_keys(practice: Practice) -> None:
    keys = [person.key for person in practice.people]
    logins = {"", *(user.login for user in practice.colleagues)}
    doubled = {key for key in keys if not key or keys.count(key) > 1}
    pointed = [who for _, members in practice.households for who in members]
    by: list[str] = []
    for person in practice.people:
        pointed += [relative.who for relative in person.relatives if relative.who]
        pointed += [who for talk in person.talks for who in talk.people]
        by += [case.by for case in person.cases] + [talk.by for talk in person.talks]
    wrong = sorted(doubled | (set(pointed) - set(keys)) | (set(by) - logins))
    if wrong:
        raise BadPractice(f"keys that are missing, used twice or of nobody: {wrong}")


def _may(text: str, place: str) -> Mapping[str, bool]:
    signs = {word[1:]: word[0] == "+" for word in text.split()}
    if not signs.keys() <= set(MAY) or any(word[0] not in "+-" for word in text.split()):
        raise BadPractice(f"{place}: may = {text!r}")
    return {MAY_FIELD.get(name, f"may_{name}"): allowed for name, allowed in signs.items()}


def _short(row_type: type[Row]) -> Mapping[str, str]:
    return next(({"from": start, "until": end} for start, end in SPANS if start in HINTS[row_type]), {})


def _renamed(plain: Mapping[str, object], short: Mapping[str, str]) -> Plain:
    return {short.get(name, name): value for name, value in plain.items()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise BadPractice(f"{value!r} is not a list")
    return value


def _tables(value: object) -> list[Plain]:
    return [dict(each) for each in _list(value) if isinstance(each, dict)]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadPractice(f"{value!r} is not a text")
    return value
