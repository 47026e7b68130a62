"""Heute: what waits for this counsellor and for all, who was opened last, which forms were begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.worklist import Tone, WorkItem, WorkKind, WorkLimits
from hin_desktop.services import clients, consultations, drafts, entries, settings, worklist
from hin_desktop.services.cases import CASES
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.open_desk import OpenDesk
from tests.desk_factory import Desk
from tests.services.people import case, colleague, letter, take_in, talk

TODAY = date(2027, 1, 14)
LONG_AGO = date(2026, 1, 1)


def items(desk: OpenDesk, kind: WorkKind, *, mine: bool = True) -> list[WorkItem]:
    return [item for item in worklist.today(desk, TODAY, mine_only=mine).items if item.kind is kind]


@pytest.fixture
def nadia(open_desk: OpenDesk) -> ClientRecord:
    """Somebody in this counsellor's care, seen yesterday."""
    saved = take_in(open_desk, "Nadia", "Rahimi")
    case(open_desk, saved, LONG_AGO)
    talk(open_desk, saved, held=TODAY - timedelta(days=1))
    return saved


def test_an_empty_desk_has_nothing_waiting(open_desk: OpenDesk) -> None:
    empty = worklist.Today(WorkLimits(silent_weeks=8, soon_days=14), (), (), (), ())
    assert worklist.today(open_desk, TODAY, mine_only=False) == empty


def test_steps_come_by_urgency(open_desk: OpenDesk, nadia: ClientRecord) -> None:
    for days, what in ((30, "later"), (-2, "late"), (3, "soon")):
        talk(open_desk, nadia, held=LONG_AGO, agreed_next=what, due_on=TODAY + timedelta(days=days))
    talk(open_desk, nadia, held=LONG_AGO, agreed_next="some day")
    found = items(open_desk, WorkKind.NEXT_STEP)
    assert [item.text for item in found] == ["late", "soon", "later", "some day"]
    assert [item.tone for item in found] == [Tone.OVERDUE, Tone.SOON, Tone.LATER, Tone.LATER]


def test_a_step_that_is_ticked_off_is_gone_until_it_is_opened_again(open_desk: OpenDesk, nadia: ClientRecord) -> None:
    held = talk(open_desk, nadia, held=LONG_AGO, agreed_next="call", due_on=TODAY)
    done = consultations.finish_next_step(open_desk, held, TODAY).value
    assert items(open_desk, WorkKind.NEXT_STEP) == []
    consultations.finish_next_step(open_desk, done, None)
    assert len(items(open_desk, WorkKind.NEXT_STEP)) == 1


def test_the_step_of_a_family_stands_there_once(open_desk: OpenDesk, nadia: ClientRecord) -> None:
    other = take_in(open_desk, "Reza", "Rahimi")
    talk(open_desk, other, nadia, held=LONG_AGO, agreed_next="school", due_on=TODAY)
    for mine in (True, False):
        assert [item.text for item in items(open_desk, WorkKind.NEXT_STEP, mine=mine)] == ["school"]


def test_what_i_agreed_stays_mine_even_without_a_case(open_desk: OpenDesk) -> None:
    saved = take_in(open_desk, "Amir")
    talk(open_desk, saved, held=LONG_AGO, agreed_next="call back")
    assert [item.client_id for item in items(open_desk, WorkKind.NEXT_STEP)] == [saved.id]


def test_the_cases_of_a_colleague_are_shown_only_with_all(open_desk: OpenDesk, desk: Desk) -> None:
    jonas, saved = colleague(desk), take_in(open_desk, "Amir")
    case(open_desk, saved, LONG_AGO, counsellor_id=jonas)
    talk(open_desk, saved, held=LONG_AGO, agreed_next="call", counsellor_id=jonas)
    letter(open_desk, saved, deadline=TODAY)
    for kind in WorkKind:
        assert len(items(open_desk, kind, mine=False)) == 1
        assert items(open_desk, kind, mine=True) == []
    assert [worklist.today(open_desk, TODAY, mine_only=mine).people for mine in (True, False)] == [(), (saved.id,)]


def test_silence_in_a_colleagues_case_is_not_mine_although_we_share_the_person(
    open_desk: OpenDesk, desk: Desk
) -> None:
    saved, jonas = take_in(open_desk, "Amir"), colleague(desk)
    mine = case(open_desk, saved, LONG_AGO)
    case(open_desk, saved, LONG_AGO, counsellor_id=jonas)
    assert [item.ref.id for item in items(open_desk, WorkKind.CONTACT)] == [mine.id]


def test_a_letter_waits_for_me_also_where_nobody_has_a_case(open_desk: OpenDesk, nadia: ClientRecord) -> None:
    amir = take_in(open_desk, "Amir")
    mine, done, nobodys = (letter(open_desk, client, deadline=TODAY + timedelta(days=days), done_on=done)
                           for client, days, done in ((nadia, 3, None), (nadia, 1, TODAY), (amir, 2, None)))
    for only_mine in (True, False):
        found = items(open_desk, WorkKind.NOTICE, mine=only_mine)
        assert [(item.ref.id, item.client_id) for item in found] == [(nobodys.id, amir.id), (mine.id, nadia.id)]
    assert done.id not in {item.ref.id for item in found}


def test_no_letter_waits_for_the_dead(open_desk: OpenDesk, nadia: ClientRecord) -> None:
    letter(open_desk, nadia, deadline=TODAY)
    clients.change(open_desk, replace(clients.get(open_desk, nadia.id), date_of_death=PartialDate(2027, 1)))
    assert items(open_desk, WorkKind.NOTICE) == []


@pytest.mark.parametrize(("days", "shown"), [(55, 0), (56, 1)])
def test_eight_weeks_of_silence(open_desk: OpenDesk, days: int, shown: int) -> None:
    saved = take_in(open_desk, "Amir")
    case(open_desk, saved, LONG_AGO)
    talk(open_desk, saved, held=TODAY - timedelta(days=days))
    assert len(items(open_desk, WorkKind.CONTACT)) == shown


def test_the_limit_is_a_setting(open_desk: OpenDesk) -> None:
    case(open_desk, take_in(open_desk, "Amir"), TODAY - timedelta(weeks=10))
    assert len(items(open_desk, WorkKind.CONTACT)) == 1
    settings.change(open_desk, "stale_weeks", 11)
    assert items(open_desk, WorkKind.CONTACT) == []


def test_nobody_is_looked_through_who_is_dead_or_whose_case_is_closed(
    open_desk: OpenDesk, nadia: ClientRecord
) -> None:
    clients.change(open_desk, replace(clients.get(open_desk, nadia.id), date_of_death=PartialDate(2027, 1)))
    amir = take_in(open_desk, "Amir")
    row = case(open_desk, amir, LONG_AGO)
    assert worklist.today(open_desk, TODAY, mine_only=True).people == (amir.id,)
    entries.save(open_desk, CASES, replace(row, closed_on=TODAY))
    seen = worklist.today(open_desk, TODAY, mine_only=True)
    assert (seen.people, seen.items) == ((), ())


def test_the_people_opened_last_are_there_once_the_latest_first(open_desk: OpenDesk) -> None:
    one, other = take_in(open_desk, "One"), take_in(open_desk, "Other")
    for saved in (one, other, one):
        drafts.note_opened(open_desk, saved.id)
    clients.remove(open_desk, other.id, other.version)
    assert [row.id for row in worklist.today(open_desk, TODAY, mine_only=True).recent] == [one.id]


def test_forms_begun_are_offered_with_the_name_of_the_person(open_desk: OpenDesk, nadia: ClientRecord) -> None:
    for text in ("a", "ab"):
        drafts.keep(open_desk, DraftKey("new_person"), {"given_names": text})
    drafts.keep(open_desk, DraftKey("consultation", nadia.id), {"summary": "x"})
    last, first = worklist.today(open_desk, TODAY, mine_only=True).begun
    assert (last.name, first.name) == (nadia.name, None)
    assert first.draft.payload == {"given_names": "ab"}
