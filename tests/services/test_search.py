"""Finding people: by every spelling of a name, by file number, through filters, in the wanted order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hin_desktop.domain.names import PersonName
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.models.client import Client
from hin_desktop.services import clients, entries, history, search
from hin_desktop.services.cases import CASES
from hin_desktop.services.clients import NameVariant, Nationality
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter, ClientSort, ClientStatus
from tests.desk_factory import Desk
from tests.services.people import OLENA, case, colleague, take_in, talk


def found(desk: OpenDesk, text: str = "", **wanted: object) -> list[str]:
    ids = search.find(desk, ClientFilter(text=text, **wanted))
    return [row.name.full for row in search.list_rows(desk, ids)]


@pytest.fixture
def people(open_desk: OpenDesk) -> OpenDesk:
    clients.add(open_desk, OLENA)
    take_in(open_desk, "Yusuf", "Al-Masri", original_name="يوسف المصري", nationalities=(Nationality(code="SYR"),))
    take_in(open_desk, "Ayşe", "Müller-Öztürk", nationalities=(Nationality(code="TUR"), Nationality(code="DEU")))
    take_in(open_desk, "Mohammed", "Haddad", birth_date=PartialDate(1985))
    take_in(open_desk, original_name="ገብረመድህን")
    return open_desk


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kow", "Olena Kowalenko"),
        ("olena kowal", "Olena Kowalenko"),
        ("kowal olena", "Olena Kowalenko"),
        ("KOWALENKO", "Olena Kowalenko"),
        ("коваленко", "Olena Kowalenko"),
        ("tkatsch", "Olena Kowalenko"),
        ("masri", "Yusuf Al-Masri"),
        ("al-masri", "Yusuf Al-Masri"),
        ("المصري", "Yusuf Al-Masri"),
        ("mueller", "Ayşe Müller-Öztürk"),
        ("muller", "Ayşe Müller-Öztürk"),
        ("ozturk ayse", "Ayşe Müller-Öztürk"),
        ("muhamad", "Mohammed Haddad"),
        ("ገብረ", "ገብረመድህን"),
    ],
)  # fmt: skip
def test_a_name_is_found_by_every_spelling(people: OpenDesk, text: str, name: str) -> None:
    assert found(people, text) == [name]


@pytest.mark.parametrize("text", ["HIN-2027-0002", "hin-2027-0002", "hin20270002", "2027-0002", "0002", "2 yusuf"])
def test_a_file_number_is_found_whole_or_by_its_figures(people: OpenDesk, text: str) -> None:
    assert found(people, text) == ["Yusuf Al-Masri"]


def test_the_letters_of_a_file_number_are_no_name(people: OpenDesk) -> None:
    assert found(people, "h") == ["Mohammed Haddad"]
    assert found(people, "hin") == []


@pytest.mark.parametrize("text", ["zzz", "olena masri", "' OR 1=1 --", "%", "_", "\u200b", "---", "\x00", "olena %"])
def test_whoever_does_not_fit_is_not_found(people: OpenDesk, text: str) -> None:
    assert found(people, text) in ([], ["Olena Kowalenko"] if text == "olena %" else [])


def test_an_empty_or_blank_text_shows_everybody_without_a_name_last(people: OpenDesk) -> None:
    assert found(people) == found(people, "  ")
    assert found(people)[:2] == ["Yusuf Al-Masri", "ገብረመድህን"]


@given(name=st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_has_a_word_in_the_name_is_found_by_it(open_desk: OpenDesk, name: str) -> None:
    saved = take_in(open_desk, name)
    text = name.strip() if search.query_words(name) else ""
    assert saved.id in search.find(open_desk, ClientFilter(text=text))


def test_a_new_name_is_found_and_the_old_one_no_more(open_desk: OpenDesk) -> None:
    saved = take_in(open_desk, "Nadia", "Rahimi")
    changed = clients.change(open_desk, replace(saved, family_name="Karimi")).value
    assert (found(open_desk, "rahimi"), found(open_desk, "karimi")) == ([], ["Nadia Karimi"])
    clients.change(open_desk, replace(changed, names=(NameVariant(kind="FORMER", text="Rahimi"),)))
    assert found(open_desk, "rahimi") == ["Nadia Karimi"]
    history.undo(open_desk)
    assert found(open_desk, "rahimi") == []


def test_filters_hold_together(people: OpenDesk, desk: Desk) -> None:
    jonas, today = colleague(desk), people.today()
    yusuf, olena = (clients.get(people, *search.find(people, ClientFilter(text=name))) for name in ("yusuf", "olena"))
    case(people, yusuf, today, counsellor_id=jonas)
    done = case(people, olena, today)
    assert found(people, status=ClientStatus.OPEN, counsellor_id=jonas) == ["Yusuf Al-Masri"]
    assert found(people, nationality="DEU") == ["Ayşe Müller-Öztürk"]
    assert found(people, "yusuf", nationality="UKR") == []
    entries.save(people, CASES, replace(done, closed_on=today))
    assert found(people, status=ClientStatus.CLOSED) == ["Olena Kowalenko"]
    assert len(found(people, status=ClientStatus.NONE)) == 3


def test_the_order_of_each_column_and_back(open_desk: OpenDesk) -> None:
    anna = take_in(open_desk, "Anna", "Z", birth_date=PartialDate(1990, 5))
    take_in(open_desk, "Berta", "Ä", birth_date=PartialDate(1980))
    talk(open_desk, anna, held=date(2027, 1, 4))
    orders = {sort: [name[0] for name in found(open_desk, sort=sort)] for sort in ClientSort}
    back = {sort: [name[0] for name in found(open_desk, sort=sort, descending=True)] for sort in ClientSort}
    name, number, birth, contact = ClientSort
    assert orders == {name: ["B", "A"], number: ["A", "B"], birth: ["B", "A"], contact: ["B", "A"]}
    assert back == {sort: order[::-1] for sort, order in orders.items()}


def test_a_row_tells_counsellor_status_and_last_contact(open_desk: OpenDesk, desk: Desk) -> None:
    saved = clients.add(open_desk, OLENA).value
    jonas = colleague(desk)
    case(open_desk, saved, date(2026, 1, 1), counsellor_id=jonas)
    case(open_desk, saved, date(2026, 5, 1), closed_on=date(2026, 6, 1))
    talk(open_desk, saved, held=date(2026, 5, 3))
    talk(open_desk, saved, held=date(2026, 12, 3))
    (row,) = search.list_rows(open_desk, [saved.id])
    assert (row.counsellor, row.status, row.last_contact) == ("Jonas Beck", ClientStatus.OPEN, date(2026, 12, 3))
    assert (row.nationalities, row.birth_date, row.name) == (("UKR",), PartialDate(1990, 4, 2), OLENA.name)


def test_rows_come_in_the_order_asked_for_without_the_deleted(people: OpenDesk) -> None:
    ids = search.find(people, ClientFilter())
    gone = clients.get(people, ids[0])
    clients.remove(people, gone.id, gone.version)
    rows = search.list_rows(people, [*reversed(ids), 4711])
    assert [row.id for row in rows] == list(reversed(ids[1:]))


def test_the_command_box_gets_the_first_few_and_nobody_for_nothing(people: OpenDesk) -> None:
    assert [row.name.given for row in search.suggest(people, "o")] == ["Olena", "Ayşe"]
    assert len(search.suggest(people, "2027", limit=2)) == 2
    assert search.suggest(people, " ") == ()


@pytest.mark.parametrize(
    ("name", "born", "alike"),
    [
        (PersonName("Muhamad", "Haddad"), None, ["Mohammed Haddad"]),
        (PersonName("Muhamad", "Khan"), PartialDate(1985, 3, 1), ["Mohammed Haddad"]),
        (PersonName("Muhamad", "Khan"), PartialDate(1986), []),
        (PersonName("", "Kowalenko"), None, ["Olena Kowalenko"]),
        (PersonName("Petro", "Kowalenko"), None, []),
        (PersonName("", "", "المصري"), None, ["Yusuf Al-Masri"]),
        (PersonName("", ""), PartialDate(1985), []),
    ],
)  # fmt: skip
def test_who_may_be_the_same_person(
    people: OpenDesk, name: PersonName, born: PartialDate | None, alike: list[str]
) -> None:
    assert [row.name.full for row in search.similar(people, name, born)] == alike


def test_ten_thousand_people_are_searched_at_once(open_desk: OpenDesk, desk: Desk) -> None:
    rows = [{"file_number": f"{n:05}", "family_name": f"Name{n}", "sort_name": f"{n:05}"} for n in range(10_000)]
    with desk.writing() as writer:
        ids = writer.insert_many(Client, rows)
        writer.insert_many(search.SearchTerm, [{"term": f"name{n}", "client_id": i} for n, i in enumerate(ids)])
    assert len(search.find(open_desk, ClientFilter(text="name"))) == 10_000
    assert search.find(open_desk, ClientFilter(text="name777")) == (ids[777], *ids[7770:7780])
