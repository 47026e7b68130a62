"""Views for tests: a person told in a few words, on a day, with the shipped law and catalogues."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hin_desktop.domain.facts import Absence, AbsenceReason, Facts, Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.exchange.case_file import read_cases
from hin_desktop.exchange.yaml_place import KnownCodes
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.law import load_law_book
from hin_desktop.services.legal_facts import codes_of

ON = date(2026, 11, 22)
BOOK = load_law_book()
CODES = codes_of(load_catalogues())
CASES = Path(__file__).parents[1] / "cases"
DAYS = frozenset({
    "birthdate", "entry_on", "ankunftsnachweis_on", "asylum_made_on", "asylum_lodged_on", "decision_on",
    "recognised_on", "blue_card_employment_from", "married_on", "divorced_on", "issued_on", "registered_on",
    "course_started_on", "first_ae_on"})  # fmt: skip


def day(text: str) -> PartialDate:
    return PartialDate.from_iso(text)


def seg(code: str, start: str, until: str | None = None) -> Segment:
    return Segment(code, day(start), day(until) if until else None)


def away(departed: str, returned: str | None, deadline: str | None = None,
         reason: AbsenceReason = AbsenceReason.OTHER) -> Absence:
    return Absence(day(departed), day(returned) if returned else None,
                   date.fromisoformat(deadline) if deadline else None, reason)


def person(*segments: Segment, absences: tuple[Absence, ...] = (), **told: Any) -> Facts:  # noqa: ANN401  # any fact
    days = {name: day(value) for name, value in told.items() if name in DAYS}
    return Facts(segments=segments, absences=absences, **{**told, **days})


def look(facts: Facts, on: date = ON) -> LegalView:
    return LegalView(facts, on, BOOK.on(on), CODES)


def moved(view: LegalView, on: date) -> LegalView:
    return replace(view, on=on, law=BOOK.on(on))


def known() -> KnownCodes:
    catalogues = load_catalogues()
    return KnownCodes(frozenset(title.code for title in catalogues.residence_titles),
                      frozenset(entry.code for entry in catalogues.nationalities),
                      frozenset(entry.code for entry in catalogues.course_types),
                      BOOK.on(ON).number("einbtestv.questions"))


def cases(name: str) -> list[tuple[str, LegalView]]:
    """The cases of a file as views, each on its day."""
    file = read_cases((CASES / name).read_text(encoding="utf-8"), name, known())
    return [(case.id, look(case.facts, case.as_of or file.as_of or ON)) for case in file.cases]
