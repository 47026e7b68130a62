"""The printed summary, read back: what stands on it, and what must never stand there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Gone
from hin_desktop.services import clients, consultations, contacts, entries, households, pdf_pages, settings, summaries
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.contacts import AddressRow
from hin_desktop.services.households import RelationRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.summaries import SummaryChoice
from hin_desktop.texts import Texts
from tests.documents.reading import flat
from tests.services.people import talk, title

DAY = date(2026, 11, 3)
SECRET = "Verborgenweg 99"


def printed(desk: OpenDesk, client: ClientRecord, language: str = "en", **choice: object) -> str:
    return flat(summaries.prepare(desk, client.id, replace(SummaryChoice(), **choice), Texts(language)))


def at_home(desk: OpenDesk, client: ClientRecord, *, protected: bool = False) -> None:
    row = AddressRow(client_id=client.id, street=SECRET, postcode="44623", town="Herne", protected=protected)
    entries.save(desk, contacts.ADDRESSES, row)


def test_name_number_title_and_talk(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_24", DAY, date(2027, 3, 4))
    talk(open_desk, olena, held=DAY, topics=("RES",), agreed_next="Pass mitbringen")
    text = printed(open_desk, olena)
    for word in ("Olena Kowalenko", olena.file_number, "§ 24", "Pass mitbringen", "Ayşe Yılmaz", "Beratungsstelle"):
        assert word in text


@pytest.mark.parametrize(("code", "said", "unsaid"), [
    ("AE_24", ("4 Mar 2027", "continues by ordinance"), "expired"),
    ("AE_25_3", ("4 Mar 2026", "expired"), "continues"),
])  # fmt: skip
def test_a_title_ends_on_paper_when_the_law_ends_it(
    open_desk: OpenDesk, olena: ClientRecord, code: str, said: tuple[str, ...], unsaid: str
) -> None:
    title(open_desk, olena, code, date(2024, 3, 4), date(2026, 3, 4))
    text = printed(open_desk, olena)
    assert [word for word in said if word not in text] == []
    assert unsaid not in text


def test_an_address_is_printed(open_desk: OpenDesk, olena: ClientRecord) -> None:
    at_home(open_desk, olena)
    assert SECRET in printed(open_desk, olena)
    assert SECRET not in printed(open_desk, olena, contact=False)


def test_a_protected_address_is_not(open_desk: OpenDesk, olena: ClientRecord) -> None:
    at_home(open_desk, olena, protected=True)
    assert SECRET not in printed(open_desk, olena)


def test_no_address_under_a_disclosure_ban(open_desk: OpenDesk, olena: ClientRecord) -> None:
    at_home(open_desk, olena)
    clients.change(open_desk, replace(olena, disclosure_ban=True))
    text = printed(open_desk, olena)
    assert SECRET not in text
    assert "44623 Herne" not in text


def test_an_old_protected_address_does_not_hide_behind_the_new_one(open_desk: OpenDesk, olena: ClientRecord) -> None:
    past = AddressRow(client_id=olena.id, street=SECRET, town="Herne", protected=True,
                      valid_from=PartialDate(2020), valid_until=PartialDate(2024))  # fmt: skip
    entries.save(open_desk, contacts.ADDRESSES, past)
    now = AddressRow(client_id=olena.id, street="Bahnhofstraße 1", town="Herne", valid_from=PartialDate(2025))
    entries.save(open_desk, contacts.ADDRESSES, now)
    text = printed(open_desk, olena)
    assert (SECRET in text, "Bahnhofstraße 1" in text) == (False, True)


def test_a_number_that_must_not_be_called_is_not_printed(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, phone="02323 4711", may_call=False))
    assert "02323 4711" not in printed(open_desk, olena)


def test_notes_only_when_asked_for_and_only_the_persons_own(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord
) -> None:
    held = talk(open_desk, olena, taras, held=DAY, summary="Familiengespräch")
    people = tuple(replace(one, note=f"Notiz{one.client_id}") for one in held.participants)
    from_both = replace(held, participants=people)
    consultations.save(open_desk, from_both)
    assert "Familiengespräch" not in printed(open_desk, olena)
    text = printed(open_desk, olena, notes=True)
    assert "Familiengespräch" in text
    assert (f"Notiz{olena.id}" in text, f"Notiz{taras.id}" in text) == (True, False)


def test_of_the_household_name_and_relation_alone(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord
) -> None:
    clients.change(open_desk, replace(taras, birth_date=PartialDate(2011, 6, 7), phone="0170 99", note="geheim"))
    row = RelationRow(client_id=olena.id, kind="CHILD", related_client_id=taras.id)
    entries.save(open_desk, households.RELATIONS, row)
    text = printed(open_desk, olena)
    assert "Taras Kowalenko" in text
    assert "Child" in text
    assert not any(word in text for word in ("2011", "0170 99", "geheim", taras.file_number))


def test_whoever_comes_in_confidence_stands_on_no_paper_of_the_others(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord
) -> None:
    households.live_together(open_desk, olena.id, taras.id, "Zuhause")
    clients.change(open_desk, replace(taras, household_confidential=True))
    assert "Taras" not in printed(open_desk, olena)
    assert "Olena" in printed(open_desk, taras)


def test_the_sheet_speaks_the_language_asked_for(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_24", DAY, None)
    assert printed(open_desk, olena, "de") != printed(open_desk, olena, "en")


@pytest.mark.parametrize("law", ["DSGVO", "KDG", "DSG_EKD", "DSG_NRW"])
def test_every_privacy_law_has_its_sheet(open_desk: OpenDesk, olena: ClientRecord, law: str) -> None:
    settings.change(open_desk, "privacy_law", law)
    assert printed(open_desk, olena)


def test_as_many_talks_as_chosen(open_desk: OpenDesk, olena: ClientRecord) -> None:
    for day in range(1, 6):
        talk(open_desk, olena, held=date(2026, 11, day), summary=f"Gespräch {day}")
    text = printed(open_desk, olena, notes=True, consultations=2)
    assert [day for day in range(1, 6) if f"Gespräch {day}" in text] == [4, 5]


@pytest.mark.parametrize(
    "name", ["يوسف المصري", "ሃይለ ገብረ", "' OR 1=1 --", "<b>&amp;", "👩🏽\u200d⚕️ Zoë", "\u202eabc\u202c"]
)
def test_every_name_can_be_printed(open_desk: OpenDesk, name: str) -> None:
    person = clients.add(open_desk, ClientRecord(family_name=name, original_name=name)).value
    assert pdf_pages.read(summaries.prepare(open_desk, person.id, SummaryChoice(), Texts())).pages >= 1


def test_a_very_long_note_flows_over_pages(open_desk: OpenDesk, olena: ClientRecord) -> None:
    talk(open_desk, olena, held=DAY, summary="Zeile " * 1700)
    pdf = summaries.prepare(open_desk, olena.id, SummaryChoice(notes=True), Texts())
    assert pdf_pages.read(pdf).pages >= 3


def test_nobody_has_no_summary(open_desk: OpenDesk) -> None:
    with pytest.raises(Gone):
        summaries.prepare(open_desk, 4711, SummaryChoice(), Texts())
