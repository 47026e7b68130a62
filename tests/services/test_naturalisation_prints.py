"""The two sheets of real records: every practice person, both languages, and what is recorded but never printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.domain.law import NoLaw
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Gone
from hin_desktop.services import clients, entries, legal_sheets, milestones, naturalisation_prints, practice, search
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.milestones import MilestoneRow
from hin_desktop.services.naturalisation_prints import Print
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.pathway import set_station
from hin_desktop.services.search import ClientFilter
from hin_desktop.texts import LANGUAGES, Texts
from tests.documents.assessed import NEVER
from tests.documents.reading import flat
from tests.services.people import title

SINCE = date(2022, 3, 14)


def printed(desk: OpenDesk, client: ClientRecord, kind: Print = Print.PATH, language: str = "de") -> str:
    return flat(naturalisation_prints.prepare(desk, client.id, kind, Texts(language), desk.today()))


@pytest.fixture
def refugee(open_desk: OpenDesk, olena: ClientRecord) -> ClientRecord:
    title(open_desk, olena, "AE_25_2_FL", SINCE, None)
    return olena


def test_the_sheet_of_a_person(open_desk: OpenDesk, refugee: ClientRecord) -> None:
    text = printed(open_desk, refugee)
    for part in (
        "Olena Kowalenko", refugee.file_number, "Aufenthaltszeit erfüllt ab 14.03.2027", "Gebühr: 255,00 €",
        "Pass oder Ausweis Ihres Landes", "Ayşe Yılmaz", "Anspruch nach fünf Jahren",
    ):  # fmt: skip
        assert part in text


def test_an_application_that_was_made_needs_no_form(open_desk: OpenDesk, refugee: ClientRecord) -> None:
    row = MilestoneRow(client_id=refugee.id, code="NAT_APPLIED", reached_on=PartialDate(2026, 10, 1))
    entries.save(open_desk, milestones.MILESTONES, row)
    text = printed(open_desk, refugee)
    assert "Sie haben den Antrag gestellt." in text
    assert "Antrag (Formular der Behörde)" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_delicate_stays_off_the_sheet(open_desk: OpenDesk, refugee: ClientRecord, language: str) -> None:
    sheet = replace(legal_sheets.get(open_desk, refugee.id), convictions="LAWYER", exclusion="DISCUSSED", bar="LAWYER")
    before = printed(open_desk, refugee, language=language)
    legal_sheets.save(open_desk, sheet)
    assert printed(open_desk, refugee, language=language) == before
    assert NEVER.findall(before) == []
    assert "with a lawyer" in printed(open_desk, refugee, Print.REPORT, "en")


def test_the_reason_of_a_station_set_by_hand_stays_in_the_office(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "DEU", SINCE, None)  # a short sheet, with room for the picture
    set_station(open_desk, olena.id, "work", "next", "wegen der Vorstrafe")
    text = printed(open_desk, olena)
    assert "Arbeit & Ausbildung" in text
    assert NEVER.findall(text) == []


def test_every_practice_person_has_both_sheets(open_desk: OpenDesk) -> None:
    practice.fill(open_desk, open_desk.today())
    people = search.find(open_desk, ClientFilter())
    assert len(people) > 40
    for client_id in people:
        client = clients.get(open_desk, client_id)
        for language, one_page in (("de", "Seite 1 von 1"), ("en", "Page 1 of 1")):
            text = printed(open_desk, client, language=language)
            assert client.file_number in text
            assert one_page in text
            assert NEVER.findall(text) == []
            assert "{" not in text
        assert "{" not in printed(open_desk, client, Print.REPORT)


def test_another_day_has_its_own_law(open_desk: OpenDesk, refugee: ClientRecord) -> None:
    texts = Texts()
    early = flat(naturalisation_prints.prepare(open_desk, refugee.id, Print.REPORT, texts, date(2025, 1, 2)))
    assert "Recht vom 02.01.2025" in early
    assert "§ 35a StAG" not in early
    with pytest.raises(NoLaw):
        naturalisation_prints.prepare(open_desk, refugee.id, Print.PATH, texts, date(2020, 1, 1))


def test_nobody_has_no_sheet(open_desk: OpenDesk) -> None:
    with pytest.raises(Gone):
        naturalisation_prints.prepare(open_desk, 4711, Print.PATH, Texts(), open_desk.today())
