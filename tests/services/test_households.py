"""Who lives with whom, who is related, and who must not be named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Conflict, Invalid
from hin_desktop.services import clients, entries, history, households
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.households import Family, RelationRow
from hin_desktop.services.open_desk import OpenDesk
from tests.services.people import take_in


def others(family: Family) -> list[str]:
    return [person.name.full for home in family.households for person in home.others]


def relatives(family: Family) -> list[tuple[str, str, bool]]:
    return [(person.name.full, person.kind, person.inverse) for person in family.relatives]


def test_two_live_together(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    done = households.live_together(open_desk, olena.id, taras.id, "Familie Kowalenko")
    assert {client for change in done.changes for client in change.clients} == {olena.id, taras.id}
    assert others(households.family(open_desk, olena.id)) == ["Taras Kowalenko"]
    assert others(households.family(open_desk, taras.id)) == ["Olena Kowalenko"]
    assert households.family(open_desk, taras.id).households[0].label == "Familie Kowalenko"


def test_a_third_joins_the_same_household(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    lina = take_in(open_desk, "Lina", "Kowalenko")
    first = households.live_together(open_desk, olena.id, taras.id, "Zuhause").value
    assert households.live_together(open_desk, lina.id, taras.id, "Anders").value == first
    assert others(households.family(open_desk, olena.id)) == ["Taras Kowalenko", "Lina Kowalenko"]
    assert households.live_together(open_desk, olena.id, lina.id, "").entry_id is None


def test_nobody_lives_together_with_themselves(open_desk: OpenDesk, olena: ClientRecord) -> None:
    with pytest.raises(Invalid):
        households.live_together(open_desk, olena.id, olena.id, "Allein")


def test_a_household_of_one_is_none(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    households.live_together(open_desk, olena.id, taras.id, "Zuhause")
    own = households.family(open_desk, taras.id).households[0].own
    households.leave(open_desk, own)
    assert households.family(open_desk, olena.id).households == ()
    history.undo(open_desk)
    assert others(households.family(open_desk, olena.id)) == ["Taras Kowalenko"]


def test_three_stay_two(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    lina = take_in(open_desk, "Lina", "Kowalenko")
    for other in (taras, lina):
        households.live_together(open_desk, olena.id, other.id, "Zuhause")
    households.leave(open_desk, households.family(open_desk, lina.id).households[0].own)
    assert others(households.family(open_desk, olena.id)) == ["Taras Kowalenko"]
    assert households.family(open_desk, lina.id).households == ()


def test_a_relative_is_seen_from_both_sides(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    row = RelationRow(client_id=olena.id, kind="CHILD", related_client_id=taras.id)
    entries.save(open_desk, households.RELATIONS, row)
    assert relatives(households.family(open_desk, olena.id)) == [("Taras Kowalenko", "CHILD", False)]
    assert relatives(households.family(open_desk, taras.id)) == [("Olena Kowalenko", "PARENT", True)]


def test_a_relation_recorded_in_both_files_is_shown_once(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord
) -> None:
    for one, other, kind in ((olena, taras, "CHILD"), (taras, olena, "PARENT")):
        row = RelationRow(client_id=one.id, kind=kind, related_client_id=other.id)
        entries.save(open_desk, households.RELATIONS, row)
    assert relatives(households.family(open_desk, taras.id)) == [("Olena Kowalenko", "PARENT", False)]


def test_a_relative_without_a_file(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = RelationRow(client_id=olena.id, kind="SIBLING", related_name="Iryna", related_birth_date=PartialDate(2001))
    entries.save(open_desk, households.RELATIONS, row)
    (sister,) = households.family(open_desk, olena.id).relatives
    assert (sister.name.full, sister.birth_date, sister.client_id) == ("Iryna", PartialDate(2001), None)


def test_who_comes_in_confidence_is_not_named_to_the_others(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord
) -> None:
    households.live_together(open_desk, olena.id, taras.id, "Zuhause")
    row = RelationRow(client_id=olena.id, kind="SPOUSE", related_client_id=taras.id)
    entries.save(open_desk, households.RELATIONS, row)
    clients.change(open_desk, replace(olena, household_confidential=True))
    seen = households.family(open_desk, taras.id)
    assert (others(seen), seen.relatives) == ([], ())
    own = households.family(open_desk, olena.id)
    assert (others(own), len(own.relatives)) == (["Taras Kowalenko"], 1)


def test_a_relation_to_somebody_in_confidence_is_not_shown_either(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord
) -> None:
    row = RelationRow(client_id=taras.id, kind="SPOUSE", related_client_id=olena.id)
    entries.save(open_desk, households.RELATIONS, row)
    clients.change(open_desk, replace(olena, household_confidential=True))
    assert households.family(open_desk, taras.id).relatives == ()


def test_nobody_is_their_own_relative(open_desk: OpenDesk, olena: ClientRecord) -> None:
    with pytest.raises(Invalid) as fault:
        entries.save(open_desk, households.RELATIONS,
                     RelationRow(client_id=olena.id, kind="CHILD", related_client_id=olena.id))  # fmt: skip
    assert fault.value.problems[0].field == "related_client_id"


def test_leaving_twice_is_told(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    households.live_together(open_desk, olena.id, taras.id, "Zuhause")
    own = households.family(open_desk, taras.id).households[0].own
    with pytest.raises(Conflict):
        households.leave(open_desk, replace(own, version=own.version + 1))
    assert others(households.family(open_desk, olena.id)) == ["Taras Kowalenko"]
