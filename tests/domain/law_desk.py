"""The shipped law and catalogues as the tests of the law read them."""

from __future__ import annotations

from datetime import date

from hin_desktop.domain.facts import Facts
from hin_desktop.domain.law import LawBook
from hin_desktop.domain.legal_view import Codes, LegalView
from hin_desktop.exchange.yaml_place import KnownCodes
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.law import load_law_book

TODAY = date(2026, 11, 22)
BOOK = load_law_book()
CATALOGUES = load_catalogues()
CODES = Codes(CATALOGUES.residence_titles, frozenset(
    entry.code for entry in CATALOGUES.nationalities if entry.text("free_movement") in ("EU", "EEA")))
KNOWN = KnownCodes(*(frozenset(entry.code for entry in entries) for entries in (
    CATALOGUES.residence_titles, CATALOGUES.nationalities, CATALOGUES.course_types)),
    BOOK.on(TODAY).number("einbtestv.questions"))


def view(facts: Facts, on: date = TODAY, book: LawBook = BOOK) -> LegalView:
    """A person as the law sees them on a day."""
    return LegalView(facts, on, book.on(on), CODES)
