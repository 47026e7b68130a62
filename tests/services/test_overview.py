"""A person at a glance: everything on the page, read in one view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from hin_desktop.domain.deadline import DeadlineKind
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import StationKey
from hin_desktop.errors import Gone, Message
from hin_desktop.services import clients, consultations, contacts, entries, overview, pathway
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.contacts import AddressRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.titles import Titles
from tests.services.people import case, talk, title

DAY = date(2026, 11, 3)


def test_an_empty_sheet(open_desk: OpenDesk, olena: ClientRecord) -> None:
    seen = overview.of_person(open_desk, olena.id, open_desk.today())
    assert (seen.client, seen.titles, seen.talk_count) == (olena, Titles(), 0)
    assert (seen.cases, seen.letters, seen.next_steps, seen.last_talks, seen.addresses) == ((), (), (), (), ())


def test_what_was_recorded_is_there(open_desk: OpenDesk, olena: ClientRecord) -> None:
    opened = case(open_desk, olena, DAY)
    permit = title(open_desk, olena, "AE_24", DAY, date(2027, 3, 4))
    home = entries.save(open_desk, contacts.ADDRESSES, AddressRow(client_id=olena.id, town="Herne")).value
    seen = overview.of_person(open_desk, olena.id, open_desk.today())
    assert (seen.cases, seen.titles.rows, seen.titles.held, seen.addresses) == ((opened,), (permit,), permit, (home,))


def test_the_last_three_of_four_talks(open_desk: OpenDesk, olena: ClientRecord) -> None:
    for days in range(4):
        talk(open_desk, olena, held=DAY + timedelta(days=days), topics=("RES",))
    seen = overview.of_person(open_desk, olena.id, open_desk.today())
    assert [row.held_on for row in seen.last_talks] == [DAY + timedelta(days=days) for days in (3, 2, 1)]
    assert seen.talk_count == 4


def test_steps_by_their_day_the_undated_last(open_desk: OpenDesk, olena: ClientRecord) -> None:
    for due in (None, DAY + timedelta(days=9), DAY + timedelta(days=2)):
        talk(open_desk, olena, held=DAY, agreed_next="Unterlagen", due_on=due)
    steps = overview.of_person(open_desk, olena.id, open_desk.today()).next_steps
    assert [row.due_on for row in steps] == [DAY + timedelta(days=2), DAY + timedelta(days=9), None]


def test_a_step_on_the_page_is_a_whole_talk(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    held = talk(open_desk, olena, taras, held=DAY, agreed_next="Kita", topics=("FAM",))
    (step,) = overview.of_person(open_desk, olena.id, open_desk.today()).next_steps
    consultations.save(open_desk, replace(step, agreed_next="Kitaplatz"))
    stored = consultations.get(open_desk, held.id)
    assert (stored.topics, stored.participants) == (held.topics, held.participants)


def test_a_title_that_ended_is_not_the_title_of_today(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_25_3", date(2024, 3, 4), date(2026, 3, 4))
    seen = overview.of_person(open_desk, olena.id, open_desk.today())
    assert (seen.titles.held, len(seen.titles.rows)) == (None, 1)
    assert seen.titles.end is not None
    assert seen.titles.end.day.day == date(2026, 3, 4)


def test_a_title_under_24_goes_on_by_ordinance_wherever_it_is_told(open_desk: OpenDesk, olena: ClientRecord) -> None:
    permit, last = title(open_desk, olena, "AE_24", date(2024, 3, 4), date(2026, 3, 4)), PartialDate(2027, 3, 4)
    seen = overview.of_person(open_desk, olena.id, open_desk.today())
    (now,) = seen.titles.lasting
    assert (now, seen.titles.held, seen.titles.rows) == (replace(permit, valid_until=last), now, (permit,))
    assert seen.titles.continues(permit)
    assert seen.titles.end is not None
    assert seen.titles.end.kind is DeadlineKind.TEMPORARY_PROTECTION
    assert [fact.valid_until for fact in seen.path.residence] == [last]
    station = next(each for each in pathway.path_of(open_desk, olena.id, open_desk.today())
                   if each.key is StationKey.RESIDENCE)
    assert station.detail == Message("valid until {date}", date=last)


def test_one_view_and_few_questions(open_desk: OpenDesk, olena: ClientRecord) -> None:
    asked: list[str] = []
    for days in range(5):
        talk(open_desk, olena, held=DAY + timedelta(days=days), agreed_next="Termin")
    with open_desk.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    overview.of_person(open_desk, olena.id, open_desk.today())
    assert [statement for statement in asked if statement == "BEGIN"] == ["BEGIN"]
    assert len(asked) < 32


def test_nobody(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.remove(open_desk, olena.id, olena.version)
    with pytest.raises(Gone):
        overview.of_person(open_desk, olena.id, open_desk.today())


def test_a_birth_year_is_enough(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, birth_date=PartialDate(1985)))
    assert overview.of_person(open_desk, olena.id, open_desk.today()).client.birth_date == PartialDate(1985)
