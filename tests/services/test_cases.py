"""Cases: opened, closed, and deleted without the talks that counted for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hin_desktop.errors import Invalid
from hin_desktop.services import cases, consultations, entries, history
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ParticipantRow
from hin_desktop.services.open_desk import OpenDesk
from tests.services.people import case, talk


def test_a_new_case_is_this_counsellors_and_opened_today(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = cases.new_case(open_desk, olena.id)
    assert (row.counsellor_id, row.opened_on, row.closed_on) == (1, open_desk.today(), None)


def test_closing_names_the_reason(open_desk: OpenDesk, olena: ClientRecord) -> None:
    opened = case(open_desk, olena, date(2026, 2, 1))
    closed = cases.close(open_desk, opened, open_desk.today(), "GOAL_REACHED", "Eingebürgert").value
    assert entries.get(open_desk, cases.CASES, olena.id) == (closed,)
    assert (closed.closed_on, closed.closing_reason) == (open_desk.today(), "GOAL_REACHED")


def test_nothing_is_closed_tomorrow(open_desk: OpenDesk, olena: ClientRecord) -> None:
    opened = case(open_desk, olena, date(2026, 2, 1))
    with pytest.raises(Invalid) as fault:
        cases.close(open_desk, opened, open_desk.today() + timedelta(days=1), "GOAL_REACHED")
    assert fault.value.problems[0].field == "closed_on"


def test_a_case_goes_and_its_talks_stay(open_desk: OpenDesk, olena: ClientRecord) -> None:
    opened = case(open_desk, olena, date(2026, 2, 1))
    held = talk(open_desk, olena, held=date(2026, 3, 1))
    mine = replace(held.participants[0], case_id=opened.id)
    consultations.save(open_desk, replace(held, participants=(mine,)))
    entries.remove(open_desk, cases.CASES, opened)
    assert case_of(open_desk, held.id) is None
    history.undo(open_desk)
    assert case_of(open_desk, held.id) == opened.id


def case_of(desk: OpenDesk, talk_id: int) -> int | None:
    (participant,) = consultations.get(desk, talk_id).participants
    assert isinstance(participant, ParticipantRow)
    return participant.case_id
