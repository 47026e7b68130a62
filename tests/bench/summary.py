"""The sheets about a person: gathered, drawn, as bytes; the first one, which loads the fonts, aside."""

from __future__ import annotations

from collections.abc import Iterator

from hin_desktop.services import naturalisation_prints, pdf_pages, practice, search, summaries
from hin_desktop.services.naturalisation_prints import Print
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter
from hin_desktop.services.summaries import SummaryChoice
from hin_desktop.texts import Texts
from tests.bench.desks import new_desk
from tests.bench.measuring import Result, middle, milliseconds

ROUNDS = 25
CHOICE = SummaryChoice(consultations=8, notes=True)


def measure() -> Iterator[Result]:
    """The summary of two pages, the sheet of one, and a page of the legal assessment, of a practice person."""
    with new_desk() as opened:
        desk, texts = opened.desk, Texts()
        practice.fill(desk, desk.today())
        person = _two_pages(desk, texts)
        times = [milliseconds(lambda: summaries.prepare(desk, person, CHOICE, texts)) for _ in range(ROUNDS)]
        path = [milliseconds(lambda: _print(desk, person, Print.PATH, texts)) for _ in range(ROUNDS)]
        pages = pdf_pages.read(_print(desk, person, Print.REPORT, texts)).pages
        report = [milliseconds(lambda: _print(desk, person, Print.REPORT, texts)) / pages for _ in range(ROUNDS)]
    yield Result("summary", middle(times), 60.0)
    yield Result("path_sheet", middle(path), 60.0)
    yield Result("legal_page", middle(report), 60.0)


def _print(desk: OpenDesk, person: int, kind: Print, texts: Texts) -> bytes:
    return naturalisation_prints.prepare(desk, person, kind, texts, desk.today())


def _two_pages(desk: OpenDesk, texts: Texts) -> int:
    return next(person for person in search.find(desk, ClientFilter())
                if pdf_pages.read(summaries.prepare(desk, person, CHOICE, texts)).pages == 2)
