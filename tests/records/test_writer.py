"""The Writer: stamps, versions, changes, conflicts."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.changes import Change
from hin_desktop.records.journal import JournalEntry
from hin_desktop.records.models.client import Address, Client, ClientName
from hin_desktop.records.models.consultation import Consultation, ConsultationParticipant
from hin_desktop.records.models.household import Household, HouseholdMember, Relation
from hin_desktop.records.models.interface import InterfaceState, SearchTerm
from hin_desktop.records.writer import RowGone, StaleRow
from tests.desk_factory import ORGANISATION, USER, Desk
from tests.records.conftest import person


def test_insert_stamps_the_row(desk: Desk, client_id: int) -> None:
    with desk.store.reading() as connection:
        row = connection.execute(select(Client.__table__)).one()
    assert (row.id, row.version, row.organisation_id) == (client_id, 1, ORGANISATION)
    assert row.created_at == row.updated_at == desk.now
    assert len(row.uid) == 36


def test_update_counts_the_version_and_keeps_the_rest(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        version = writer.update(Client, client_id, 1, {"birth_date": PartialDate(1990, 5), "given_names": "Olena"})
    with desk.store.reading() as connection:
        row = connection.execute(select(Client.__table__)).one()
    assert (version, row.version, row.birth_date, row.updated_at) == (2, 2, PartialDate(1990, 5), desk.now)
    assert row.created_at < row.updated_at
    assert writer.changes == (Change("client", client_id, 2, (client_id,)),)


def test_an_update_without_difference_leaves_no_trace(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        assert writer.update(Client, client_id, 1, {"family_name": "Kowalenko"}) == 1
    assert (writer.changes, writer.entry_id) == ((), None)


def test_a_stale_form_is_told_what_is_stored(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.update(Client, client_id, 1, {"phone": "02323 1"})
    with pytest.raises(StaleRow) as stale, desk.writing() as writer:
        writer.update(Client, client_id, 1, {"phone": "02323 2"})
    assert stale.value.current["phone"] == "02323 1"
    assert stale.value.version == 2


def test_a_stale_deletion_is_refused(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.update(Client, client_id, 1, {"phone": "02323 1"})
    with pytest.raises(StaleRow), desk.writing() as writer:
        writer.delete(Client, client_id, 1)


def test_what_is_gone_cannot_be_changed(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.delete(Client, client_id, 1)
        with pytest.raises(RowGone):
            writer.update(Client, client_id, None, {"phone": "1"})
    assert writer.changes == (Change("client", client_id, 0, (client_id,)),)


def test_an_id_is_never_used_again(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.delete(Client, client_id, 1)
        assert writer.insert(Client, person()) > client_id


def test_a_failed_call_leaves_nothing(desk: Desk, client_id: int) -> None:
    with pytest.raises(ZeroDivisionError), desk.writing() as writer:
        writer.delete(Client, client_id, 1)
        raise ZeroDivisionError
    with desk.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(Client)) == 1
        assert connection.scalar(select(func.max(JournalEntry.id))) == 2


def test_children_are_never_deleted_by_themselves(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.insert(ClientName, {"client_id": client_id, "kind": "birth", "text": "Petrenko"})
    with pytest.raises(IntegrityError), desk.writing() as writer:
        writer.delete(Client, client_id, 1)


def test_search_words_go_with_the_person_and_are_not_journalled(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.insert_many(SearchTerm, [{"term": term, "client_id": client_id} for term in ("olena", "kowalenko")])
    assert writer.entry_id is None
    with desk.writing() as writer:
        writer.delete(Client, client_id, 1)
        assert writer.connection.scalar(select(func.count()).select_from(SearchTerm)) == 0


def test_only_tables_outside_the_journal_can_be_cleared(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        writer.insert(InterfaceState, {"user_id": USER, "key": "page", "value": "today"})
        writer.clear(InterfaceState, key="page")
        assert writer.connection.scalar(select(func.count()).select_from(InterfaceState)) == 0
        with pytest.raises(ValueError, match="journalled"):
            writer.clear(Client, id=client_id)


def test_rows_together_follow_one_another(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        ids = writer.insert_many(Address, [{"client_id": client_id, "town": town} for town in ("Herne", "Bochum")])
    assert writer.changes == tuple(Change("address", row_id, 1, (client_id,)) for row_id in ids)


def test_an_import_is_told_as_a_whole(desk: Desk) -> None:
    with desk.writing() as writer:
        ids = writer.insert_many(Client, [person(family_name=f"F{number}") for number in range(101)])
    assert len(ids) == 101
    assert writer.changes == (Change("client", None, 1, ()),)


def test_no_rows_are_no_call(desk: Desk) -> None:
    with desk.writing() as writer:
        assert list(writer.insert_many(Client, [])) == []
    assert writer.entry_id is None


def test_a_talk_concerns_everybody_who_took_part(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        other = writer.insert(Client, person(family_name="Bondar"))
        talk = writer.insert(Consultation, {"held_on": date(2027, 1, 14), "channel": "office", "counsellor_id": USER})
        both = [{"consultation_id": talk, "client_id": one} for one in (client_id, other)]
        writer.insert_many(ConsultationParticipant, both)
    assert Change("consultation", talk, 1, (client_id, other)) in writer.changes


def test_a_household_given_with_its_people_is_not_looked_up(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        household = writer.insert(Household, {"label": "Bahnhofstraße 1"}, subjects=[client_id])
        writer.insert(HouseholdMember, {"household_id": household, "client_id": client_id})
    assert Change("household", household, 1, (client_id,)) in writer.changes


def test_a_relation_concerns_both_now_and_before(desk: Desk, client_id: int) -> None:
    with desk.writing() as writer:
        second, third = (writer.insert(Client, person(family_name=name)) for name in "BC")
        values = {"client_id": client_id, "kind": "mother", "related_client_id": second}
        relation = writer.insert(Relation, values)
    with desk.writing() as writer:
        writer.update(Relation, relation, 1, {"related_client_id": third})
    assert writer.changes == (Change("relation", relation, 2, (client_id, second, third)),)
