"""The history: reading it, and the proof that it is whole."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection, delete, select, update

from hin_desktop.errors import Message, Plural
from hin_desktop.records import journal_chain
from hin_desktop.records.journal import (
    Action,
    JournalChange,
    JournalEntry,
    changes_of,
    entries,
    entries_of_client,
    last_change,
)
from hin_desktop.records.models.client import Address, Client
from hin_desktop.records.seal import START
from tests.desk_factory import USER, Desk
from tests.records.conftest import person


def verify(desk: Desk) -> journal_chain.ChainReport:
    with desk.store.reading() as connection:
        return journal_chain.verify(connection)


def tampered(desk: Desk) -> Connection:
    """A transaction past the Writer, as somebody with the key could make it."""
    return desk.store.writer_engine.connect()


def test_an_entry_says_who_when_and_what_in_words(desk: Desk, client_id: int) -> None:
    with desk.store.reading() as connection:
        entry = entries_of_client(connection, client_id)[0]
    assert (entry.user_id, entry.who, entry.at) == (USER, "Ayşe Yılmaz", desk.now)
    assert entry.verb == Message("Person taken in")
    assert (entry.undoes, entry.undone_by) == (None, None)


@pytest.mark.parametrize(
    "verb",
    [
        Message("Filed: {title}", title="Übersicht ‹{x}›"),
        Message("Ends on {day}", day=date(2027, 2, 1)),
        Message("Undone: {what}", what=Message("Filed: {title}", title="A")),
        Plural("{n} row", "{n} rows of {file}", 3, file="a.xlsx"),
    ],
)
def test_a_verb_comes_back_as_it_was_said(desk: Desk, verb: Message) -> None:
    with desk.writing(verb) as writer:
        writer.insert(Client, person())
    with desk.store.reading() as connection:
        assert entries(connection)[0].verb == verb


def test_an_update_shows_both_sides_in_the_columns_own_values(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.update(Client, client_id, 1, {"disclosure_ban_until": date(2027, 5, 1), "disclosure_ban": True})
    with desk.store.reading() as connection:
        (change,) = changes_of(connection, writer.entry_id or 0)
    assert change.before == {"disclosure_ban_until": None, "disclosure_ban": False}
    assert change.after == {"disclosure_ban_until": date(2027, 5, 1), "disclosure_ban": True}


def test_an_insert_keeps_no_copy_and_a_deletion_the_whole_row(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.delete(Client, client_id, 1)
    with desk.store.reading() as connection:
        taken_in, deleted = (changes_of(connection, number)[0] for number in (2, 3))
    assert (taken_in.action, taken_in.before, taken_in.after) == (Action.INSERTED, {}, {})
    assert (deleted.action, deleted.before["family_name"]) == (Action.DELETED, "Kowalenko")
    assert deleted.before.keys() == {column.name for column in Client.__table__.columns}


def test_a_persons_history_is_theirs_alone(desk: Desk, client_id: int) -> None:
    with desk.writing("Two addresses") as writer:
        other = writer.insert(Client, person())
        writer.insert(Address, {"client_id": client_id, "town": "Herne"})
    with desk.store.reading() as connection:
        assert [entry.verb.key for entry in entries_of_client(connection, other)] == ["Two addresses"]
        (change,) = changes_of(connection, writer.entry_id or 0, client_id=client_id)
    assert change.table == "address"


def test_a_history_comes_in_pages(desk: Desk, client_id: int) -> None:
    for number in range(5):
        with desk.writing(f"Call {number}") as writer:
            writer.update(Client, client_id, None, {"phone": str(number)})
    with desk.store.reading() as connection:
        first = entries_of_client(connection, client_id, limit=3)
        rest = entries_of_client(connection, client_id, limit=9, before=first[-1].id)
    assert [entry.verb.key for entry in first] == ["Call 4", "Call 3", "Call 2"]
    assert [entry.verb.key for entry in rest] == ["Call 1", "Call 0", "Person taken in"]


def test_everybody_of_an_import_finds_it_in_their_history(desk: Desk) -> None:
    with desk.writing("Imported") as writer:
        ids = writer.insert_many(Client, [person(family_name=str(number)) for number in range(200)])
    with desk.store.reading() as connection:
        assert {entries_of_client(connection, client)[0].verb.key for client in (ids[0], ids[-1])} == {"Imported"}
        last = last_change(connection, "client", ids[150])
    assert last is not None
    assert (last.entry_id, last.who, last.at) == (writer.entry_id, "Ayşe Yılmaz", desk.now)


def test_the_last_change_is_the_newest(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.update(Client, client_id, None, {"phone": "1"})
    with desk.store.reading() as connection:
        last = last_change(connection, "client", client_id)
        assert last_change(connection, "client", 999) is None
    assert last is not None
    assert last.at == desk.now


def test_the_chain_of_an_untouched_desk_is_whole(desk: Desk, client_id: int) -> None:
    report = verify(desk)
    assert (report.entries, report.faults) == (2, ())
    assert report.head != START


@pytest.mark.parametrize("column", ["user_id", "verb", "undoes", "session"])
def test_an_altered_entry_is_noticed(desk: Desk, client_id: int, column: str) -> None:
    value = 1 if column in {"user_id", "undoes"} else "x"
    with tampered(desk) as connection, connection.begin():
        connection.execute(update(JournalEntry).where(JournalEntry.id == 1).values({column: value}))
    assert [fault.entry_id for fault in verify(desk).faults] == [1]


def test_an_altered_payload_is_noticed(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.update(Client, client_id, 1, {"phone": "1"})
    with tampered(desk) as connection, connection.begin():
        connection.execute(
            update(JournalChange).where(JournalChange.entry_id == 3).values(payload='{"phone":["","2"]}')
        )
    assert verify(desk).faults == (journal_chain.ChainFault(3, Message("What it changed was altered.")),)


def test_a_removed_change_and_a_removed_entry_are_noticed(desk: Desk, client_id: int) -> None:
    for number in range(2):
        with desk.writing() as writer:
            writer.insert(Address, {"client_id": client_id, "town": str(number)})
    with tampered(desk) as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=off")  # type: ignore[union-attr]  # DB-API
        with connection.begin():
            connection.execute(delete(JournalChange).where(JournalChange.entry_id == 2))
            connection.execute(delete(JournalEntry).where(JournalEntry.id == 3))
    assert [fault.entry_id for fault in verify(desk).faults] == [2, 4]


def test_a_person_is_forgotten_and_the_chain_still_holds(desk: Desk, client_id: int) -> None:
    with desk.writing(Message("Renamed: {name}", name="Kowalenko")) as writer:
        writer.update(Client, client_id, 1, {"family_name": "Bondar"})
    with desk.writing("Erased") as writer:
        writer.delete(Client, client_id, None)
        assert journal_chain.erase(writer, client_id) == 1
    with desk.store.reading() as connection:
        kept = [
            *connection.scalars(select(JournalChange.payload)),
            *connection.scalars(select(JournalEntry.verb_values)),
        ]
        renamed = entries(connection, before=4)[0]
        (change,) = changes_of(connection, 3)
    assert not [text for text in kept if text and ("Kowalenko" in text or "Bondar" in text)]
    assert (renamed.verb, change.erased) == (Message("Renamed: {name}", name="…"), True)
    assert verify(desk).faults == ()
