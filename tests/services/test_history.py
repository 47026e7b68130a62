"""Verlauf in words, and the chain of undo and redo over all services."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.errors import Refused
from hin_desktop.services import clients, consultations, contacts, entries, history, letters, search
from hin_desktop.services.clients import ClientRecord, NameVariant
from hin_desktop.services.contacts import AddressRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter
from tests.desk_factory import Desk
from tests.services.people import case, take_in, talk


def found(desk: OpenDesk, text: str) -> tuple[int, ...]:
    return search.find(desk, ClientFilter(text=text))


def verbs(desk: OpenDesk, client: ClientRecord) -> list[str]:
    return [entry.verb.key for entry in history.of_client(desk, client.id)]


def test_every_act_is_a_line_with_who_and_when(open_desk: OpenDesk, desk: Desk, olena: ClientRecord) -> None:
    desk.now = desk.now.replace(hour=11)
    clients.change(open_desk, replace(olena, phone="0170 1"))
    entry, first = history.of_client(open_desk, olena.id)
    assert (entry.verb.key, entry.who, entry.at) == ("Personal details changed", "Ayşe Yılmaz", desk.now)
    assert [(change.record, change.field, change.before, change.after) for change in entry.changes] == [
        ("client", "phone", "", "0170 1")]  # fmt: skip
    assert (first.verb.key, first.undone, first.undoes) == ("Person taken in", False, False)


def test_a_talk_stands_in_both_files(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    talk(open_desk, olena, taras, held=date(2026, 11, 3))
    assert verbs(open_desk, olena)[0] == verbs(open_desk, taras)[0] == "Consultation recorded"


def test_pages_of_a_long_history(open_desk: OpenDesk, olena: ClientRecord) -> None:
    for number in range(5):
        olena = clients.change(open_desk, replace(olena, phone=str(number))).value
    first = history.of_client(open_desk, olena.id, limit=4)
    rest = history.of_client(open_desk, olena.id, before=first[-1].id, limit=4)
    assert [len(first), len(rest)] == [4, 2]
    assert {entry.id for entry in first}.isdisjoint(entry.id for entry in rest)


def test_what_undo_would_do_is_named(open_desk: OpenDesk, olena: ClientRecord) -> None:
    letters.archive(open_desk, olena.id, letters.SUMMARY, "Übersicht", "de", b"%PDF", 1)
    steps = history.next_steps(open_desk)
    assert steps.undo is not None
    assert (steps.undo.key, steps.undo.values["title"], steps.redo) == ("Filed: {title}", "Übersicht", None)


def test_the_chain_goes_back_and_forth(open_desk: OpenDesk, olena: ClientRecord) -> None:
    for number in range(3):
        olena = clients.change(open_desk, replace(olena, phone=str(number))).value
    seen = []
    for step in (history.undo, history.undo, history.undo, history.redo, history.redo, history.undo, history.redo):
        step(open_desk)
        seen.append(clients.get(open_desk, olena.id).phone)
    assert seen == ["1", "0", "", "0", "1", "0", "1"]


def test_nothing_is_left_to_do(open_desk: OpenDesk, olena: ClientRecord) -> None:
    assert history.redo(open_desk) is None
    history.undo(open_desk)
    assert history.undo(open_desk) is None
    assert history.next_steps(open_desk).undo is None


def test_a_new_act_ends_redo(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, phone="1"))
    history.undo(open_desk)
    take_in(open_desk, "Nadia")
    assert history.redo(open_desk) is None


def test_undone_and_done_again_in_the_lines(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, phone="1"))
    history.undo(open_desk)
    undo, act = history.of_client(open_desk, olena.id)[:2]
    assert (undo.verb.key, undo.undoes, act.undone) == ("Undone: {verb}", True, True)
    history.redo(open_desk)
    redo, undo, act = history.of_client(open_desk, olena.id)[:3]
    assert (redo.verb.key, undo.undone, act.undone) == ("Done again: {verb}", True, False)


def test_a_deleted_person_comes_back_with_everything(open_desk: OpenDesk, taras: ClientRecord) -> None:
    olena = clients.add(open_desk, ClientRecord(
        given_names="Olena", family_name="Kowalenko", original_name="Олена Коваленко",
        names=(NameVariant(kind="BIRTH", text="Tkatschenko"),)), "MBE").value  # fmt: skip
    case(open_desk, olena, date(2026, 2, 1))
    entries.save(open_desk, contacts.ADDRESSES, AddressRow(client_id=olena.id, town="Herne"))
    alone = talk(open_desk, olena, held=date(2026, 11, 2), topics=("RES",))
    shared = talk(open_desk, olena, taras, held=date(2026, 11, 3))
    clients.remove(open_desk, olena.id, olena.version)
    assert (found(open_desk, "Tkatschenko"), found(open_desk, "Olena")) == ((), ())
    history.undo(open_desk)
    assert found(open_desk, "Tkatschenko") == found(open_desk, "Коваленко") == (olena.id,)
    assert len(entries.get(open_desk, contacts.ADDRESSES, olena.id)) == 1
    assert {row.id for row in consultations.of_client(open_desk, olena.id)} == {alone.id, shared.id}


def test_a_new_name_is_found_no_more_once_taken_back(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, family_name="Bondarenko"))
    history.undo(open_desk)
    assert (found(open_desk, "Bondarenko"), found(open_desk, "Kowalenko")) == ((), (olena.id,))


def test_a_colleagues_edit_is_not_undone_by_mine(open_desk: OpenDesk, colleague: OpenDesk, olena: ClientRecord) -> None:
    mine = clients.change(open_desk, replace(olena, phone="1"))
    clients.change(colleague, replace(mine.value, phone="2"))
    with pytest.raises(Refused):
        history.undo(open_desk, mine.entry_id)
    assert clients.get(open_desk, olena.id).phone == "2"


def test_another_field_of_the_same_sheet_is_merged(
    open_desk: OpenDesk, colleague: OpenDesk, olena: ClientRecord
) -> None:
    mine = clients.change(open_desk, replace(olena, phone="1"))
    clients.change(colleague, replace(mine.value, email="olena@example.org"))
    history.undo(open_desk, mine.entry_id)
    now = clients.get(open_desk, olena.id)
    assert (now.phone, now.email) == ("", "olena@example.org")


def test_one_act_of_long_ago_by_its_number(open_desk: OpenDesk, olena: ClientRecord) -> None:
    done = entries.save(open_desk, contacts.ADDRESSES, AddressRow(client_id=olena.id, town="Herne"))
    clients.change(open_desk, replace(olena, phone="1"))
    history.undo(open_desk, done.entry_id)
    assert entries.get(open_desk, contacts.ADDRESSES, olena.id) == ()
    assert clients.get(open_desk, olena.id).phone == "1"
    with pytest.raises(Refused):
        history.undo(open_desk, done.entry_id)
