"""The catalogues of the desk, read once from the shipped files; languages and countries named by CLDR (Babel)."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache

from babel import Locale

from hin_desktop.domain.catalogue import BadCatalogue, Catalogue, Entry, parse
from hin_desktop.domain.residence.titles import ResidenceTitle, parse_titles
from hin_desktop.resources import read_text


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Every coded list of the program, one attribute each; the attribute is the name of the file."""

    absence_reasons: Catalogue[Entry]
    access_sources: Catalogue[Entry]
    assessed_states: Catalogue[Entry]
    asylum_outcomes: Catalogue[Entry]
    authority_kinds: Catalogue[Entry]
    benefit_kinds: Catalogue[Entry]
    channels: Catalogue[Entry]
    closing_reasons: Catalogue[Entry]
    counselling_services: Catalogue[Entry]
    counselling_types: Catalogue[Entry]
    countries: Catalogue[Entry]
    course_bases: Catalogue[Entry]
    course_notes: Catalogue[Entry]
    course_types: Catalogue[Entry]
    deliveries: Catalogue[Entry]
    discussed_states: Catalogue[Entry]
    document_kinds: Catalogue[Entry]
    employment_kinds: Catalogue[Entry]
    hin_fields: Catalogue[Entry]
    instructions: Catalogue[Entry]
    interpreter: Catalogue[Entry]
    interpreter_needs: Catalogue[Entry]
    laender: Catalogue[Entry]
    language_levels: Catalogue[Entry]
    languages: Catalogue[Entry]
    marital_status: Catalogue[Entry]
    milestones: Catalogue[Entry]
    name_kinds: Catalogue[Entry]
    nationalities: Catalogue[Entry]
    naturalisation_papers: Catalogue[Entry]
    notice_kinds: Catalogue[Entry]
    outcomes: Catalogue[Entry]
    privacy_laws: Catalogue[Entry]
    referral_destinations: Catalogue[Entry]
    relation_ends: Catalogue[Entry]
    relations: Catalogue[Entry]
    remedies: Catalogue[Entry]
    representative_kinds: Catalogue[Entry]
    residence_duties: Catalogue[Entry]
    residence_titles: Catalogue[ResidenceTitle]
    salutations: Catalogue[Entry]
    sexes: Catalogue[Entry]
    side_conditions: Catalogue[Entry]
    target_groups: Catalogue[Entry]
    term_units: Catalogue[Entry]
    title_documents: Catalogue[Entry]
    topics: Catalogue[Entry]

    def named(self, name: str) -> Catalogue[Entry]:
        """The catalogue of this name, for records that keep the name beside the code. Unknown name: KeyError."""
        if name not in _NAMES:
            raise KeyError(name)
        found: Catalogue[Entry] = getattr(self, name)
        return found


_NAMES = frozenset(field.name for field in fields(Catalogues))
_BUILT = frozenset({"countries", "languages", "residence_titles"})


@cache
def load_catalogues() -> Catalogues:
    """All catalogues, read once: the files are shipped and never change. Raises BadCatalogue for one that is faulty."""
    german, english = Locale("de"), Locale("en")
    plain = {name: parse(name, _read(name)) for name in sorted(_NAMES - _BUILT)}
    return Catalogues(
        countries=_countries(_read("countries"), german, english),
        languages=_languages(_read("languages_supplement"), german, english),
        residence_titles=parse_titles(_read("residence_titles")),
        **plain,
    )


def choices(catalogue: Catalogue[Entry], language: str, on: date) -> list[tuple[str, str]]:
    """Code and label of what may be chosen for a day, for a drop-down.

    In catalogue order, or by label where the catalogue is alphabetical; then answers such as "keine Angabe" come last.
    """
    entries = catalogue.valid_on(on)
    pairs = [(entry.last, entry.code, entry.label(language)) for entry in entries]
    if catalogue.alphabetical:
        pairs.sort(key=lambda pair: (pair[0], "" if pair[0] else sort_key(pair[2])))
    return [(code, label) for _last, code, label in pairs]


def sort_key(label: str) -> str:
    """A label as German lists sort it: without case and accents, Ä like A, ß like ss."""
    return "".join(sign for sign in unicodedata.normalize("NFD", label.casefold()) if not unicodedata.combining(sign))


def _read(name: str) -> dict[str, object]:
    return tomllib.loads(read_text("catalogues", f"{name}.toml"))


def _languages(data: Mapping[str, object], german: Locale, english: Locale) -> Catalogue[Entry]:
    supplement = parse("languages", data)
    leave_out = data.get("leave_out")
    if not isinstance(leave_out, list):
        raise BadCatalogue("languages: no list leave_out")
    named = {code: name for code, name in english.languages.items() if "_" not in code and code not in leave_out}
    cldr = [
        Entry(code, german.languages[code], name)
        for code, name in named.items()
        if code in german.languages and code not in supplement
    ]
    return Catalogue("languages", (*cldr, *supplement), alphabetical=True)


def _countries(data: Mapping[str, object], german: Locale, english: Locale) -> Catalogue[Entry]:
    supplement = parse("countries", data)
    alpha2 = data.get("alpha2")
    if not isinstance(alpha2, dict):
        raise BadCatalogue("countries: no table alpha2")
    cldr = [
        Entry(code, german.territories[short], english.territories[short], extra={"alpha2": short})
        for code, short in alpha2.items()
    ]
    return Catalogue("countries", (*cldr, *supplement), alphabetical=True)
