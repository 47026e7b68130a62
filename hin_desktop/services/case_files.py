"""Case files assessed: `hin assess`. No desk is needed; the law is the shipped one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from hin_desktop.domain import course_rights, programme, residence_duty
from hin_desktop.domain.law import LawBook, NoLaw
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import assess
from hin_desktop.domain.naturalisation.birth import by_birth
from hin_desktop.domain.remarks import remarks
from hin_desktop.domain.residence.continuation import lasting
from hin_desktop.domain.settlement.assessment import assess as assess_settlement
from hin_desktop.errors import Message, Refused
from hin_desktop.exchange import case_results
from hin_desktop.exchange.case_file import CaseInput, CaseKind, read_cases
from hin_desktop.exchange.case_results import Plain
from hin_desktop.exchange.yaml_place import KnownCodes
from hin_desktop.services.catalogues import Catalogues, load_catalogues
from hin_desktop.services.law import load_law_book
from hin_desktop.services.legal_facts import codes_of

Answer = Callable[[LegalView], Plain]


def assess_file(text: str, file: str, as_of: date | None) -> list[Plain]:
    """One object a case; `as_of` overrules the days of the file. Raises BadCaseFile, and Refused without any day."""
    catalogues, book = load_catalogues(), load_law_book()
    found = read_cases(text, file, _known(catalogues, book))
    results = []
    for case in found.cases:
        on = as_of or case.as_of or found.as_of
        if on is None:
            raise Refused(Message("The file names no day."), Message("Add as_of to the file, or say --as-of DAY."))
        results.append({"id": case.id, **_answered(case, on, catalogues, book)})
    return results


def _answered(case: CaseInput, on: date, catalogues: Catalogues, book: LawBook) -> Plain:
    try:
        law = book.on(on)
    except NoLaw:
        return {"error": case_results.NO_LAW}
    facts = replace(case.facts, segments=lasting(case.facts.segments, law))
    view = LegalView(facts, on, law, codes_of(catalogues))
    return {**ANSWERS[case.kind](view), **case_results.warnings(remarks(view))}


def _known(catalogues: Catalogues, book: LawBook) -> KnownCodes:
    law = book.on(max(rule.valid_from for rule in book.rules))
    return KnownCodes(
        titles=frozenset(entry.code for entry in catalogues.residence_titles),
        nationalities=frozenset(entry.code for entry in catalogues.nationalities),
        course_types=frozenset(entry.code for entry in catalogues.course_types),
        test_questions=law.number("einbtestv.questions"))


def _residence(view: LegalView) -> Plain:
    return {**case_results.naturalisation(assess(view)), **case_results.settlement(assess_settlement(view))}


def _course(view: LegalView) -> Plain:
    """The days of the title that the case names, else of the day's."""
    title = view.codes.titles.find(view.facts.title)
    rights = course_rights.course_rights(view)
    if title is not None:
        return case_results.course(course_rights.course_days(view, title))
    return case_results.course(rights.days) if rights is not None else {}


ANSWERS: Final[Mapping[CaseKind, Answer]] = {
    CaseKind.RESIDENCE: _residence,
    CaseKind.SETTLEMENT: _residence,
    CaseKind.BIRTH: lambda view: case_results.birth(by_birth(view)),
    CaseKind.COURSE: _course,
    CaseKind.PROGRAMME: lambda view: case_results.programme(programme.programme(view)),
    CaseKind.RESIDENCE_DUTY: lambda view: case_results.residence_duty(residence_duty.residence_duty(view)),
    CaseKind.ARITHMETIC: lambda _view: {},
}
