"""Assessed people for the sheets on naturalisation, and what may never stand on the person's own."""

from __future__ import annotations

import re
from datetime import date

from hin_desktop.documents import naturalisation_words as plain
from hin_desktop.documents.case_summary_data import SummaryPerson
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.documents.naturalisation_data import PathSheet
from hin_desktop.domain.facts import Facts, Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import Assessment, assess
from hin_desktop.domain.naturalisation.paths import NAMES
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.law import load_law_book
from hin_desktop.services.legal_facts import codes_of
from tests.documents.people import logo, stations

ON = date(2026, 11, 23)
NEVER = re.compile(
    r"vorstraf|straf|verurteil|sperr|ausschl|ausgeschlossen|täuschung|anwalt|anwält|extremis|ermittlung|geldstrafe"
    r"|convict|sentence|criminal|\bbar(red)?\b|exclu|decepti|lawyer|§§? ?(11|12a|35a|37)\b|CRIM|EXCL|35A",
    re.IGNORECASE,
)
HEAD = Letterhead(
    "AWO Kreisverband Herne e. V.",
    ("Migrationsberatung für erwachsene Zuwanderer", "Musterstraße 1", "44623 Herne", "Telefon 02323 000-00"),
    logo(),
)


def assessed(code: str = "AE_25_2_FL", since: PartialDate | None = None, **facts: object) -> Assessment:
    """Somebody with one title, assessed by the shipped law."""
    segments = (Segment(code, since or PartialDate(2024, 3, 14)),) if code else ()
    law = load_law_book().on(ON)
    return assess(LegalView(Facts(segments=segments, **facts), ON, law, codes_of(load_catalogues())))


def sheet(found: Assessment, name: str = "Yusuf Al-Masri", original: str = "يوسف المصري", papers: int = 8) -> PathSheet:
    """The person's sheet of an assessment."""
    path = found.proposed
    return PathSheet(
        letterhead=HEAD,
        person=SummaryPerson(name, original, "HIN-2025-0142"),
        printed_on=ON,
        counsellor="Ayşe Demir",
        contact=("02323 000-00", "mbe@example.org"),
        headline=plain.headline(path, ON),
        way=NAMES[path.path] if path is not None else None,
        items=plain.path_items(path, ON) if path is not None else (),
        papers=tuple(f"Unterlage Nummer {number}" for number in range(1, papers + 1)),
        to_check=True,
        stations=stations(),
    )
