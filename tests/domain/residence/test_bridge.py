"""Between recognition and the first title the stay counts as permitted; a later gap is a gap."""

from __future__ import annotations

from datetime import date

from hin_desktop.domain.facts import Facts, Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.timeline import timeline
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.law import load_law_book
from hin_desktop.services.legal_facts import codes_of

ON = date(2026, 11, 22)


def segment(code: str, start: str, until: str | None = None) -> Segment:
    return Segment(code, PartialDate.from_iso(start), PartialDate.from_iso(until) if until else None)


def held(*segments: Segment, recognised_on: str) -> list[tuple[str, str, bool]]:
    facts = Facts(segments=segments, recognised_on=PartialDate.from_iso(recognised_on))
    line = timeline(LegalView(facts, ON, load_law_book().on(ON), codes_of(load_catalogues())))
    return [(each.code, each.start.isoformat(), each.held) for each in line.stretches]


def test_the_days_from_recognition_to_issue_are_no_gap() -> None:
    assert held(segment("AG_55", "2020-01-01", "2020-06-30"), segment("AE_25_2_FL", "2020-09-01"),
                recognised_on="2020-06-30") == [
        ("AG_55", "2020-01-01", True), ("AE_25_2_FL", "2020-07-01", False), ("AE_25_2_FL", "2020-09-01", True)]


def test_a_gap_before_an_extension_stays_a_gap() -> None:
    assert held(segment("AE_25_2_FL", "2020-09-01", "2023-08-31"), segment("AE_25_2_FL", "2023-11-01"),
                recognised_on="2020-09-01") == [("AE_25_2_FL", "2020-09-01", True), ("AE_25_2_FL", "2023-11-01", True)]
