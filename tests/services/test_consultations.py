"""Talks: stored once, with everybody who took part, whole after every change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from hin_desktop.errors import Conflict, Gone, Invalid
from hin_desktop.records.models.consultation import Consultation, ConsultationCode, ConsultationParticipant
from hin_desktop.services import clients, consultations, entries, history, overview
from hin_desktop.services.cases import CASES
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow, ParticipantRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import table_of
from tests.services.people import talk

DAY = date(2026, 11, 3)


@pytest.fixture
def held(open_desk: OpenDesk, olena: ClientRecord) -> ConsultationRow:
    """A talk with topics, an outcome, a referral and an agreed step."""
    return talk(open_desk, olena, held=DAY, topics=("RES", "WORK"), outcomes=("INFORMED",), referrals=("BAMF",),
                agreed_next="Pass mitbringen", due_on=DAY + timedelta(days=14))  # fmt: skip


def counted(desk: OpenDesk) -> tuple[int, ...]:
    """How many rows of talks, participants and codes there are."""
    with desk.reading() as connection:
        return tuple(connection.scalar(select(func.count()).select_from(table_of(model))) or 0
                     for model in (Consultation, ConsultationParticipant, ConsultationCode))  # fmt: skip


def test_a_talk_comes_back_whole(open_desk: OpenDesk, olena: ClientRecord, held: ConsultationRow) -> None:
    assert consultations.get(open_desk, held.id) == held
    assert consultations.of_client(open_desk, olena.id) == (held,)


def test_a_talk_with_the_family_is_stored_once(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    held = talk(open_desk, olena, taras, held=DAY)
    assert counted(open_desk)[:2] == (1, 2)
    assert consultations.of_client(open_desk, olena.id) == consultations.of_client(open_desk, taras.id) == (held,)
    assert set(consultations.names_of(open_desk, [olena.id, taras.id])) == {olena.id, taras.id}


def test_a_talk_with_nobody_known_is_possible(open_desk: OpenDesk) -> None:
    row = replace(consultations.new_consultation(open_desk, 1, None), channel="OFFICE", participants=())
    assert consultations.save(open_desk, row).value.participants == ()


def test_topics_alone_can_be_changed(open_desk: OpenDesk, held: ConsultationRow) -> None:
    changed = consultations.save(open_desk, replace(held, topics=("WORK", "COURSE"), referrals=())).value
    assert changed.version == 2
    assert consultations.get(open_desk, held.id) == changed
    assert counted(open_desk)[2] == 3


def test_a_topic_named_twice_is_kept_once(open_desk: OpenDesk, olena: ClientRecord) -> None:
    held = talk(open_desk, olena, held=DAY, topics=("RES", "RES"))
    assert consultations.get(open_desk, held.id).topics == ("RES",)


def test_somebody_joins_and_somebody_leaves(
    open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord, held: ConsultationRow
) -> None:
    both = (*held.participants, ParticipantRow(client_id=taras.id, note="dolmetscht"))
    joined = consultations.save(open_desk, replace(held, participants=both)).value
    assert consultations.get(open_desk, held.id) == joined
    consultations.save(open_desk, replace(joined, participants=joined.participants[1:]))
    assert consultations.of_client(open_desk, olena.id) == ()
    assert [row.id for row in consultations.of_client(open_desk, taras.id)] == [held.id]


def test_the_note_of_one_person_can_be_changed(open_desk: OpenDesk, held: ConsultationRow) -> None:
    own = replace(held.participants[0], note="möchte allein kommen")
    consultations.save(open_desk, replace(held, participants=(own,)))
    assert consultations.get(open_desk, held.id).participants[0].note == "möchte allein kommen"


def test_two_who_change_the_topics(open_desk: OpenDesk, colleague: OpenDesk, held: ConsultationRow) -> None:
    kept = consultations.save(colleague, replace(held, topics=("FAM",))).value
    with pytest.raises(Conflict) as conflict:
        consultations.save(open_desk, replace(held, topics=("RES", "COURSE")))
    (difference,) = conflict.value.differences
    assert (difference.field, difference.theirs, conflict.value.who) == ("topics", ("FAM",), "Jonas Beck")
    assert consultations.get(open_desk, held.id) == kept


def test_saving_without_a_change_is_no_new_version(open_desk: OpenDesk, held: ConsultationRow) -> None:
    done = consultations.save(open_desk, held)
    assert (done.value, done.changes, done.entry_id) == (held, (), None)


def test_changed_topics_are_taken_back(open_desk: OpenDesk, held: ConsultationRow) -> None:
    changed = consultations.save(open_desk, replace(held, topics=("FAM",))).value
    history.undo(open_desk)
    back = consultations.get(open_desk, held.id)
    assert (sorted(back.topics), back.version) == (["RES", "WORK"], 3)
    with pytest.raises(Conflict):
        consultations.save(open_desk, replace(changed, topics=("FAM", "RES")))
    history.redo(open_desk)
    assert consultations.get(open_desk, held.id).topics == ("FAM",)


def test_deleted_for_everybody_and_brought_back_whole(
    open_desk: OpenDesk, olena: ClientRecord, held: ConsultationRow
) -> None:
    done = consultations.remove(open_desk, held)
    assert counted(open_desk) == (0, 0, 0)
    assert {change.clients for change in done.changes} == {(olena.id,)}
    history.undo(open_desk)
    assert plain(consultations.get(open_desk, held.id)) == plain(held)


def plain(row: ConsultationRow) -> ConsultationRow:
    people = tuple(replace(person, version=0) for person in row.participants)
    return replace(row, version=0, topics=tuple(sorted(row.topics)), participants=people)


def test_what_is_gone_is_gone(open_desk: OpenDesk, colleague: OpenDesk, held: ConsultationRow) -> None:
    consultations.remove(colleague, held)
    with pytest.raises(Gone):
        consultations.get(open_desk, held.id)
    with pytest.raises(Gone):
        consultations.save(open_desk, replace(held, summary="zu spät"))


def test_a_talk_with_somebody_deleted_meanwhile(open_desk: OpenDesk, colleague: OpenDesk, taras: ClientRecord) -> None:
    clients.remove(colleague, taras.id, taras.version)
    with pytest.raises(Gone):
        talk(open_desk, taras, held=DAY)
    assert counted(open_desk) == (0, 0, 0)


@pytest.mark.parametrize(("field", "value"), [
    ("held_on", None), ("next_done_on", date(2027, 1, 15)), ("channel", ""), ("held_at", "25:00"), ("duration_min", -1),
    ("duration_min", 1441), ("due_on", DAY - timedelta(days=1)), ("summary", "x" * 100_001)])  # fmt: skip
def test_refused_at_the_field(open_desk: OpenDesk, held: ConsultationRow, field: str, value: object) -> None:
    with pytest.raises(Invalid) as fault:
        consultations.save(open_desk, replace(held, **{field: value}))
    assert [problem.field for problem in fault.value.problems] == [field]
    assert consultations.get(open_desk, held.id) == held


def test_the_next_step_is_ticked_off_and_opened_again(
    open_desk: OpenDesk, olena: ClientRecord, held: ConsultationRow
) -> None:
    (waiting,) = overview.of_person(open_desk, olena.id, open_desk.today()).next_steps
    assert waiting == held
    done = consultations.finish_next_step(open_desk, waiting, open_desk.today()).value
    assert overview.of_person(open_desk, olena.id, open_desk.today()).next_steps == ()
    assert consultations.get(open_desk, held.id) == done
    consultations.finish_next_step(open_desk, done, None)
    assert overview.of_person(open_desk, olena.id, open_desk.today()).next_steps[0].topics == held.topics


def test_a_new_talk_counts_for_the_case_of_the_person(open_desk: OpenDesk) -> None:
    person = clients.add(open_desk, ClientRecord(family_name="Rahimi"), "MBE").value
    (opened,) = entries.get(open_desk, CASES, person.id)
    row = replace(consultations.new_consultation(open_desk, person.id, opened.id), channel="PHONE")
    saved = consultations.save(open_desk, row).value
    assert saved.participants[0].case_id == opened.id
    assert (saved.held_on, saved.counsellor_id) == (open_desk.today(), 1)
