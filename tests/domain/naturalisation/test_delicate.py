"""What may be said of convictions, exclusions and bars."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Discussed, Facts, Segment
from hin_desktop.domain.findings import Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import Assessment, assess
from hin_desktop.domain.naturalisation.conduct import talked
from hin_desktop.domain.naturalisation.requirement import DELICATE
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.law import load_law_book
from hin_desktop.services.legal_facts import codes_of

ON = date(2026, 11, 23)
REFUGEE = Segment("AE_25_2_FL", PartialDate(2021, 3, 1))


def assessed(**facts: object) -> Assessment:
    codes = codes_of(load_catalogues())
    return assess(LegalView(Facts(segments=(REFUGEE,), **facts), ON, load_law_book().on(ON), codes))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"fines_day_rates": (120,)}, Discussed.LAWYER),
        ({"statuses": {"CRIM": Status.MET}}, Discussed.DISCUSSED),
        ({"pending_investigation": True}, Discussed.OPEN),
        ({"discussed": {"CRIM": Discussed.LAWYER}}, Discussed.LAWYER),
        ({"discussed": {"CRIM": Discussed.DISCUSSED}}, Discussed.DISCUSSED),
        ({}, Discussed.OPEN),
    ],
)
def test_of_what_is_delicate_only_three_words(facts: dict[str, object], said: Discussed) -> None:
    path = assessed(**facts).proposed
    finding = path.finding("CRIM") if path is not None else None
    assert finding is not None
    assert finding.requirement in DELICATE
    assert talked(finding) is said


def test_what_was_talked_about_stays_open_and_names_its_record() -> None:
    sheet = RecordRef("legal_sheet", 3)
    path = assessed(discussed={"CRIM": Discussed.LAWYER}, sources={"CRIM": sheet}).proposed
    finding = path.finding("CRIM") if path is not None else None
    assert finding is not None
    assert (finding.status, [(each.fact.key, each.ref) for each in finding.used]) == (
        Status.OPEN, [("with a lawyer", sheet)])


def test_what_is_presumed_says_what_is_missing_only_while_it_is_open() -> None:
    def missing(**facts: object) -> bool:
        path = assessed(**facts).proposed
        finding = path.finding("EXCL_11") if path is not None else None
        assert finding is not None
        return bool(finding.missing)

    assert missing()
    assert not missing(defaults={"EXCL_11": Status.MET})
