"""The case summary of two pages: gathered, drawn, as bytes; the first one, which loads the fonts, aside."""

from __future__ import annotations

from collections.abc import Iterator

from hin_desktop.services import pdf_pages, practice, search, summaries
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter
from hin_desktop.services.summaries import SummaryChoice
from hin_desktop.texts import Texts
from tests.bench.desks import new_desk
from tests.bench.measuring import Result, middle, milliseconds

ROUNDS = 25
CHOICE = SummaryChoice(consultations=8, notes=True)


def measure() -> Iterator[Result]:
    """A practice person whose sheet has two pages."""
    with new_desk() as opened:
        desk, texts = opened.desk, Texts()
        practice.fill(desk, desk.today())
        person = _two_pages(desk, texts)
        times = [milliseconds(lambda: summaries.prepare(desk, person, CHOICE, texts)) for _ in range(ROUNDS)]
    yield Result("summary", middle(times), 60.0)


def _two_pages(desk: OpenDesk, texts: Texts) -> int:
    return next(person for person in search.find(desk, ClientFilter())
                if pdf_pages.read(summaries.prepare(desk, person, CHOICE, texts)).pages == 2)
