"""Titles over time: what is impossible, and what is allowed though it looks odd."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services import entries, overview, residence
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import ResidencePeriodRow
from tests.services.people import title


@pytest.mark.parametrize("text", ["2027-02-31", "2027-13", "2027-00", "2023-02-29", "0000"])
def test_there_is_no_such_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"month|day|year|ISO"):
        PartialDate.from_iso(text)


def test_titles_may_overlap(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_24", date(2026, 1, 1), date(2027, 3, 4))
    title(open_desk, olena, "AE_18A", date(2026, 6, 1), date(2029, 6, 1))
    assert len(entries.get(open_desk, residence.PERIODS, olena.id)) == 2
    shown = overview.of_person(open_desk, olena.id, open_desk.today())
    assert shown.titles.held is not None
    assert shown.titles.held.code == "AE_18A"


def test_one_day_is_long_enough(open_desk: OpenDesk, olena: ClientRecord) -> None:
    assert title(open_desk, olena, "AE_24", date(2026, 1, 1), date(2026, 1, 1)).id


def test_an_uncertain_end_is_refused_only_where_it_is_impossible(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = ResidencePeriodRow(client_id=olena.id, code="AE_24", valid_from=PartialDate(2026, 5, 9),
                             valid_until=PartialDate(2026))  # fmt: skip
    assert entries.save(open_desk, residence.PERIODS, row).value.valid_until == PartialDate(2026)
