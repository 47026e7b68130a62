"""Rules in the words of the page Rechtsstand: statutes, marks, and how a version stands today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hin_desktop.domain import law_words
from hin_desktop.domain.law import Rule
from hin_desktop.errors import Message
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.texts import Texts

FORM = "law_version"  # of drafts; behind it stands the key of the rule
DAY = timedelta(days=1)
STATUTES = {
    "ao": "AO · Abgabenordnung",
    "asylg": "AsylG · Asylgesetz",
    "aufenthg": "AufenthG · Aufenthaltsgesetz",
    "bgb": "BGB · Bürgerliches Gesetzbuch",
    "deufoev": "DeuFöV · Deutschsprachförderverordnung",
    "einbtestv": "EinbTestV · Einbürgerungstestverordnung",
    "freizuegg_eu": "FreizügG/EU · Freizügigkeitsgesetz/EU",
    "intv": "IntV · Integrationskursverordnung",
    "justg_nrw": "JustG NRW · Justizgesetz Nordrhein-Westfalen",
    "sgb_i": "SGB I · Allgemeiner Teil",
    "sgb_ii": "SGB II · Grundsicherung für Arbeitsuchende",
    "sgb_vi": "SGB VI · Gesetzliche Rentenversicherung",
    "sgb_x": "SGB X · Sozialverwaltungsverfahren",
    "sgg": "SGG · Sozialgerichtsgesetz",
    "stag": "StAG · Staatsangehörigkeitsgesetz",
    "stl_uebk": "AusfG StaatenlMindÜbk",
    "ukraineaufenthfgv": "UkraineAufenthFGV",
    "ukraineaufenthuev": "UkraineAufenthÜV",
    "vwgo": "VwGO · Verwaltungsgerichtsordnung",
    "vwvfg": "VwVfG · Verwaltungsverfahrensgesetz",
    "vwzg": "VwZG · Verwaltungszustellungsgesetz",
}
"""Names of the law stay German in every language."""
PRACTICE = ("practice", Message("Practice, guidelines and lead times of this program"))
CODED = ("notice_kinds", "authority_kinds", "course_types", "benefit_kinds")


@dataclass(frozen=True, slots=True)
class Sign:
    """A word with its icon and tone: never colour alone."""

    icon: str
    tone: str
    words: Message


VERIFIED = Sign("circle-check", "met", Message("verified"))
TO_CHECK = Sign("circle-question-mark", "soon", Message("to be checked"))
OWN = Sign("users", "accent", Message("own row"))


def sign_of(rule: Rule) -> Sign:
    """Whether the value was compared with its source; an own row is the organisation's."""
    return OWN if rule.own else TO_CHECK if rule.to_check else VERIFIED


def statute_name(statute: str, texts: Texts) -> str:
    """The name of a statute by its file; one without a name by its letters."""
    return texts(PRACTICE[1]) if statute == PRACTICE[0] else STATUTES.get(statute, statute.upper())


def value_text(rule: Rule, texts: Texts, catalogues: Catalogues) -> str:
    """The value in words; codes of the program's lists by their labels. '' for a rule without a value."""
    if isinstance(rule.value, tuple):
        return law_words.LIST_SIGN.join(_code(code, texts, catalogues) for code in rule.value)
    return texts(law_words.value_words(rule.value))


def _code(code: str, texts: Texts, catalogues: Catalogues) -> str:
    title = catalogues.residence_titles.find(code)
    if title is not None:
        return title.legal_basis
    lists = (catalogues.named(name) for name in CODED)
    found = next((entry for each in lists if (entry := each.find(code)) is not None), None)
    return texts.inclusive(found.label(texts.language)) if found is not None else code


def in_force(rule: Rule, versions: Sequence[Rule], texts: Texts) -> str:
    """From when until when, a later version taking its place: 'since 27.06.2024', '01.01.2025 to 31.12.2025'."""
    until = ends(rule, versions)
    if until is None:
        return texts("since {date}", date=rule.valid_from)
    return texts("{start} to {end}", start=rule.valid_from, end=until)


def ends(rule: Rule, versions: Sequence[Rule]) -> date | None:
    """The last day of a version: its own, or the day before one that replaces it for good."""
    later = [each.valid_from - DAY for each in versions
             if each.valid_from > rule.valid_from and each.valid_until is None]
    return min([day for day in (rule.valid_until, *later) if day is not None], default=None)


def standing(rule: Rule, current: Rule | None, on: date) -> Message:
    """How a version stands on a day."""
    if rule == current:
        return Message("in force")
    if rule.valid_from > on:
        return Message("from {date}", date=rule.valid_from)
    return Message("replaced") if rule.in_force(on) else Message("ended")
