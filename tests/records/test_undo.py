"""Taking steps back and doing them again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from hin_desktop.errors import Message, Refused
from hin_desktop.records import journal_chain
from hin_desktop.records.journal import changes_of, entries_of_client
from hin_desktop.records.models.client import Address, Client, ClientName
from hin_desktop.records.models.consultation import Consultation, ConsultationParticipant
from hin_desktop.records.models.interface import SearchTerm
from hin_desktop.records.undo import Steps, Touched, replay, steps
from hin_desktop.records.writer import Writer
from tests.desk_factory import SESSION, USER, Desk
from tests.records.conftest import person


def do(desk: Desk, act: Callable[[Writer], object]) -> int:
    """One call; the id of its entry."""
    with desk.writing() as writer:
        act(writer)
    assert writer.entry_id is not None
    return writer.entry_id


def undo(desk: Desk, entry: int) -> int:
    with desk.writing("Undone", undoes=entry) as writer:
        replay(writer)
    assert writer.entry_id is not None
    return writer.entry_id


def stored(desk: Desk, client_id: int) -> dict[str, Any] | None:
    with desk.store.reading() as connection:
        row = connection.execute(select(Client.__table__).where(Client.id == client_id)).mappings().one_or_none()
    return None if row is None else {**row, "version": 0, "updated_at": None}


def refused(desk: Desk, entry: int) -> str:
    """Why the undo is refused."""
    with pytest.raises(Refused) as refusal, desk.writing(undoes=entry) as writer:
        replay(writer)
    reason = refusal.value.message.values["reason"]
    assert isinstance(reason, Message)
    return reason.key


def test_undo_and_redo_of_a_change(desk: Desk, client_id: int) -> None:
    before = stored(desk, client_id)
    entry = do(desk, lambda writer: writer.update(Client, client_id, 1, {"phone": "1", "note": "n"}))
    after = stored(desk, client_id)
    undone = undo(desk, entry)
    assert stored(desk, client_id) == before
    undo(desk, undone)
    assert stored(desk, client_id) == after


def test_a_deleted_row_comes_back_as_it_was(desk: Desk, client_id: int) -> None:
    before = stored(desk, client_id)
    entry = do(desk, lambda writer: writer.delete(Client, client_id, 1))
    undo(desk, entry)
    assert stored(desk, client_id) == before


def test_after_delete_and_restore_the_first_insert_can_still_be_undone(desk: Desk, client_id: int) -> None:
    entry = do(desk, lambda writer: writer.delete(Client, client_id, 1))
    undo(desk, entry)
    undo(desk, 2)
    assert stored(desk, client_id) is None


def test_a_step_can_go_back_and_forth(desk: Desk, client_id: int) -> None:
    entry = 2
    for there in (False, True, False, True):
        entry = undo(desk, entry)
        assert (stored(desk, client_id) is not None) == there


def test_other_fields_changed_since_are_kept(desk: Desk, client_id: int) -> None:
    entry = do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "1"}))
    do(desk, lambda writer: writer.update(Client, client_id, None, {"note": "later"}))
    undo(desk, entry)
    row = stored(desk, client_id)
    assert row is not None
    assert (row["phone"], row["note"]) == ("", "later")


def test_the_same_field_changed_since_is_refused(desk: Desk, client_id: int) -> None:
    entry = do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "1"}))
    do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "2"}))
    assert "same field" in refused(desk, entry)


def test_a_row_changed_since_is_not_taken_away(desk: Desk, client_id: int) -> None:
    do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "1"}))
    assert "changed in the meantime" in refused(desk, 2)


def test_a_row_whose_changes_were_undone_can_be_taken_away(desk: Desk, client_id: int) -> None:
    undo(desk, do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "1"})))
    undo(desk, 2)
    assert stored(desk, client_id) is None


def test_a_child_added_since_is_kept_and_the_undo_refused(desk: Desk, client_id: int) -> None:
    do(desk, lambda writer: writer.insert(Address, {"client_id": client_id, "town": "Herne"}))
    assert "added" in refused(desk, 2)
    assert stored(desk, client_id) is not None


def test_a_row_deleted_since_is_not_changed_back(desk: Desk, client_id: int) -> None:
    entry = do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "1"}))
    do(desk, lambda writer: writer.delete(Client, client_id, None))
    assert "deleted" in refused(desk, entry)


def test_nothing_is_undone_twice(desk: Desk, client_id: int) -> None:
    undo(desk, 2)
    assert "already" in refused(desk, 2)
    assert "not in the history" in refused(desk, 99)


def test_what_was_erased_cannot_come_back(desk: Desk, client_id: int) -> None:
    entry = do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "1"}))
    erasure = do(desk, lambda writer: journal_chain.erase(writer, client_id))
    assert "erased" in refused(desk, entry)
    assert "erased" in refused(desk, erasure)


def test_search_words_do_not_stand_in_the_way(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.insert(SearchTerm, {"term": "olena", "client_id": client_id})
    undo(desk, 2)
    assert stored(desk, client_id) is None


def _family_talk(writer: Writer, client_id: int) -> None:
    other = writer.insert(Client, person(family_name="B"))
    talk = writer.insert(Consultation, {"held_on": date(2027, 1, 14), "channel": "office", "counsellor_id": USER})
    both = [{"consultation_id": talk, "client_id": one, "note": "n"} for one in (client_id, other)]
    writer.insert_many(ConsultationParticipant, both)


def test_a_family_talk_goes_and_comes_back_in_everybodys_history(desk: Desk, client_id: int) -> None:
    undone = undo(desk, do(desk, lambda writer: _family_talk(writer, client_id)))
    undo(desk, undone)
    with desk.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(ConsultationParticipant)) == 2
        histories = [[entry.id for entry in entries_of_client(connection, one)] for one in (client_id, client_id + 1)]
        tables = [{row.table for row in changes_of(connection, number, client_id=client_id)} for number in (3, 4, 5)]
    assert histories == [[5, 4, 3, 2], [5, 4, 3]]
    assert tables == [{"consultation", "consultation_participant"}] * 3


def test_the_caller_learns_what_to_renew(desk: Desk, client_id: int) -> None:
    entry = do(desk, lambda writer: writer.insert(ClientName, {"client_id": client_id, "kind": "birth", "text": "P"}))
    with desk.writing(undoes=entry) as writer:
        touched = replay(writer)
    assert touched == (Touched("client_name", range(1, 2), frozenset({client_id})),)


def test_an_import_goes_and_comes_back_as_a_whole(desk: Desk) -> None:
    rows = [person(family_name=str(number)) for number in range(300)]
    entry = do(desk, lambda writer: writer.insert_many(Client, rows))
    first, last = stored(desk, 1), stored(desk, 300)
    undone = undo(desk, entry)
    assert (stored(desk, 1), stored(desk, 300)) == (None, None)
    undo(desk, undone)
    assert (stored(desk, 1), stored(desk, 300)) == (first, last)
    with desk.store.reading() as connection:
        assert [entry.id for entry in entries_of_client(connection, 150)] == [4, 3, 2]
        assert journal_chain.verify(connection).faults == ()


def test_an_import_of_which_somebody_was_changed_stays(desk: Desk) -> None:
    entry = do(desk, lambda writer: writer.insert_many(Client, [person(family_name=name) for name in "ABC"]))
    do(desk, lambda writer: writer.update(Client, 2, 1, {"phone": "1"}))
    assert "changed" in refused(desk, entry)


def test_steps_follow_the_session(desk: Desk, client_id: int) -> None:
    def now() -> Steps:
        with desk.store.reading() as connection:
            return steps(connection, SESSION)

    change = do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "1"}))
    assert now() == Steps(change, None)
    first = undo(desk, change)
    assert now() == Steps(2, first)
    second = undo(desk, 2)
    assert now() == Steps(None, second)
    again = undo(desk, second)
    assert now() == Steps(again, first)
    fresh = do(desk, lambda writer: writer.update(Client, client_id, None, {"phone": "2"}))
    assert now() == Steps(fresh, None)


def test_a_new_session_has_nothing_to_undo(desk: Desk, client_id: int) -> None:
    with desk.store.reading() as connection:
        assert steps(connection, "another") == Steps(None, None)


def test_a_replay_must_say_what_it_undoes(desk: Desk) -> None:
    with pytest.raises(ValueError, match="which entry"), desk.writing() as writer:
        replay(writer)
