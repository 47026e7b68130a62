"""Every status of the catalogue, held for exactly five years: whether the time counts and whether the title is enough.

The groups are those of facts.md § 1 (columns nat_count and nat_title), § 10 Abs. 1 S. 1 Nr. 2 StAG and vocabulary 12.
"""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Facts, Protection, Segment
from hin_desktop.domain.findings import Status
from hin_desktop.domain.naturalisation.assessment import Assessment, assess
from hin_desktop.domain.naturalisation.paths import Path
from hin_desktop.domain.partial_date import PartialDate
from tests.domain.law_desk import CATALOGUES, TODAY, view

FIVE_YEARS_AGO = date(2021, 11, 22)
TABLE = """
Y ok: AE_7_1_3 AE_16G AE_18A AE_18B AE_18D BK_18G AE_19C AE_19D AE_21 AE_23_1 AE_23_2 AE_23_4 AE_25_1 AE_25_2_FL
Y ok: AE_25_2_SUB AE_25A AE_25B AE_28_1_1 AE_28_1_2 AE_28_1_3 AE_30 AE_31 AE_32 AE_33 AE_34 AE_36 AE_36A AE_37 AE_38
Y ok: AE_38A CH_FZA ARB_180 SPA_8
Y unlimited: NE_18C NE_35 NE_9 DE_9A NE_26_3 NE_26_4 NE_28_2 EU_2 EU_4A EU_FAM_5 EU_FAM_DA GB_16 HAO
Y no: AE_16A AE_16B AE_16D AE_20 AE_22 AE_23A AE_24 AE_25_3 AE_25_4_2 AE_25_4A AE_25_5 AE_104C
Y no: VIS_D TITELFREI_UKR FB_81_3_1
Y? no: AE_16E AE_16F AE_17 AE_18F ICT_19 ICT_19B AE_19E AE_20A AE_25_4_1 AE_25_4B MOB_16C MOB_18E
Y open: FB_81_4 FB_81_4_3 EU_3A
N no: VIS_C DU_60A DU_60A_2_3 DU_60B DU_60C DU_60D FB_81_3_2 NONE AG_55 ANK_63A
- -: SPA_4 DEU
"""
STATUSES = [(code, *group.split()) for group, codes in
            (line.split(":") for line in TABLE.strip().splitlines()) for code in codes.split()]
TITLES = {"ok": Status.MET, "unlimited": Status.MET, "open": Status.OPEN, "no": Status.NOT_MET}


def held(code: str, protection: Protection | None = None) -> Assessment:
    segment = Segment(code, PartialDate.of(FIVE_YEARS_AGO))
    return assess(view(Facts(segments=(segment,), protection=protection)))


def test_no_status_is_forgotten() -> None:
    assert sorted(code for code, *_ in STATUSES) == sorted(entry.code for entry in CATALOGUES.residence_titles)


@pytest.mark.parametrize(("code", "counts", "title"), [each for each in STATUSES if each[1].startswith("Y")])
def test_time_that_counts(code: str, counts: str, title: str) -> None:
    claim = next(path for path in held(code).paths if path.path is Path.CLAIM)
    assert claim.residence_met_on == TODAY
    assert claim.finding("TITLE").status is TITLES[title]
    assert claim.earliest == (TODAY if title != "no" else None)
    assert claim.finding("RES_5Y").unsure == (counts == "Y?")
    assert claim.duration.time.strict is None


@pytest.mark.parametrize("code", [code for code, counts, _ in STATUSES if counts == "N"])
def test_time_that_does_not_count(code: str) -> None:
    claim = next(path for path in held(code).paths if path.path is Path.CLAIM)
    assert (claim.residence_met_on, claim.earliest) == (None, None)
    assert {"RES_5Y", "TITLE"} <= set(claim.missing)


@pytest.mark.parametrize("code", ["AG_55", "ANK_63A"])
@pytest.mark.parametrize("protection", Protection)
def test_a_procedure_counts_with_protection_only(code: str, protection: Protection) -> None:
    """§ 55 Abs. 3 AsylG: asylum and international protection, not a ban on deportation."""
    claim = next(path for path in held(code, protection).paths if path.path is Path.CLAIM)
    protected = protection in (Protection.ASYLUM, Protection.REFUGEE, Protection.SUBSIDIARY)
    assert claim.residence_met_on == (TODAY if protected else None)


@pytest.mark.parametrize("code", ["SPA_4", "DEU"])
def test_germans_are_not_naturalised(code: str) -> None:
    assessment = held(code)
    assert assessment.german and assessment.proposed is None and assessment.alternative is None
    assert assessment.next_steps == ()
