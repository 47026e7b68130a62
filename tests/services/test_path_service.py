"""The path as the services read it: every record moves its station, a hand-set one says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef, Station, StationKey, StationState
from hin_desktop.errors import Gone, Invalid
from hin_desktop.services import clients, entries, evidence, history, milestones, pathway
from hin_desktop.services.clients import ClientRecord, LanguageSkill, Nationality
from hin_desktop.services.evidence import CourseEntitlementRow, EmploymentRow
from hin_desktop.services.milestones import MilestoneRow
from hin_desktop.services.open_desk import OpenDesk
from tests.services.people import case, talk, title

DONE, NEXT = StationState.DONE, StationState.NEXT


def station(desk: OpenDesk, client: ClientRecord, key: StationKey) -> Station:
    return next(each for each in pathway.path_of(desk, client.id, desk.today()) if each.key is key)


def test_a_newcomer_has_six_stations_and_a_next_one(open_desk: OpenDesk, olena: ClientRecord) -> None:
    stations = pathway.path_of(open_desk, olena.id, open_desk.today())
    assert len(stations) == 6
    assert [each.state for each in stations].count(NEXT) == 1


def test_the_arrival(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, arrival_germany=PartialDate(2022, 3)))
    arrival = station(open_desk, olena, StationKey.ARRIVAL)
    assert (arrival.state, arrival.since) == (DONE, PartialDate(2022, 3))


def test_the_first_of_several_talks(open_desk: OpenDesk, olena: ClientRecord) -> None:
    talk(open_desk, olena, held=date(2026, 5, 2))
    first = talk(open_desk, olena, held=date(2026, 2, 3))
    read = station(open_desk, olena, StationKey.FIRST_TALK)
    assert (read.state, read.since) == (DONE, PartialDate(2026, 2, 3))
    assert RecordRef("consultation", first.id) in read.records


def test_a_level_reached(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = MilestoneRow(client_id=olena.id, code="GERMAN_B1", reached_on=PartialDate(2026, 4))
    entries.save(open_desk, milestones.MILESTONES, row)
    assert station(open_desk, olena, StationKey.LANGUAGE).state is DONE
    history.undo(open_desk)
    assert station(open_desk, olena, StationKey.LANGUAGE).state is not DONE


@pytest.mark.parametrize(("kind", "state"), [("FULL_TIME", DONE), ("TRAINING", DONE), ("MINIJOB", NEXT)])
def test_employment_stands_for_its_step(
    open_desk: OpenDesk, olena: ClientRecord, kind: str, state: StationState
) -> None:
    talk(open_desk, olena, held=date(2026, 2, 3))
    for code in ("GERMAN_B1", "COURSE_FINISHED"):
        entries.save(open_desk, milestones.MILESTONES,
                     MilestoneRow(client_id=olena.id, code=code, reached_on=PartialDate(2026)))  # fmt: skip
    clients.change(open_desk, replace(clients.get(open_desk, olena.id), arrival_germany=PartialDate(2022, 3)))
    row = EmploymentRow(client_id=olena.id, kind=kind, started_on=PartialDate(2026, 3))
    entries.save(open_desk, evidence.EMPLOYMENTS, row)
    assert station(open_desk, olena, StationKey.WORK).state is state


def test_a_course_begins_and_ends_with_its_entitlement(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = CourseEntitlementRow(client_id=olena.id, basis="ENTITLED", started_on=date(2026, 2, 1))
    saved = entries.save(open_desk, evidence.COURSES, row).value
    read = station(open_desk, olena, StationKey.LANGUAGE)
    assert (read.state, read.since) == (StationState.CURRENT, PartialDate(2026, 2, 1))
    assert RecordRef("course_entitlement", saved.id) in read.records


def test_whoever_grew_up_with_german(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, languages=(LanguageSkill(code="de", level="NATIVE"),)))
    assert station(open_desk, olena, StationKey.LANGUAGE).state is DONE


def test_work_that_lasts(open_desk: OpenDesk, olena: ClientRecord) -> None:
    row = MilestoneRow(client_id=olena.id, code="WORK_FULL_TIME", reached_on=PartialDate(2026, 9))
    saved = entries.save(open_desk, milestones.MILESTONES, row).value
    assert station(open_desk, olena, StationKey.WORK).state is DONE
    entries.save(open_desk, milestones.MILESTONES, replace(saved, until=PartialDate(2026, 10)))
    assert station(open_desk, olena, StationKey.WORK).state is not DONE


def test_school_instead_of_work_for_the_young(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, birth_date=PartialDate(2015)))
    keys = [each.key for each in pathway.path_of(open_desk, olena.id, open_desk.today())]
    assert StationKey.SCHOOL in keys
    assert StationKey.WORK not in keys


def test_a_title_that_ran_out(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_25_3", date(2024, 3, 4), date(2026, 3, 4))
    assert station(open_desk, olena, StationKey.RESIDENCE).state is StationState.OVERDUE
    title(open_desk, olena, "NE_9", date(2026, 5, 1), None)
    assert station(open_desk, olena, StationKey.RESIDENCE).state is DONE


def test_a_german(open_desk: OpenDesk, olena: ClientRecord) -> None:
    clients.change(open_desk, replace(olena, nationalities=(Nationality(code="DEU"),)))
    assert station(open_desk, olena, StationKey.NATURALISATION).state in {DONE, StationState.NOT_APPLICABLE}


def test_the_law_is_not_guessed(open_desk: OpenDesk, olena: ClientRecord) -> None:
    case(open_desk, olena, date(2026, 1, 5))
    assert station(open_desk, olena, StationKey.NATURALISATION).detail.key == "not yet computed"


def test_set_by_hand_with_a_reason_and_back(open_desk: OpenDesk, olena: ClientRecord) -> None:
    pathway.set_station(open_desk, olena.id, StationKey.WORK, StationState.NOT_APPLICABLE, "Rente")
    row = pathway.set_station(open_desk, olena.id, StationKey.WORK, DONE, "Rente und Minijob").value
    read = station(open_desk, olena, StationKey.WORK)
    assert (read.state, read.overridden, read.detail.values["reason"]) == (DONE, True, "Rente und Minijob")
    assert len(entries.get(open_desk, milestones.OVERRIDES, olena.id)) == 1
    entries.remove(open_desk, milestones.OVERRIDES, row)
    assert not station(open_desk, olena, StationKey.WORK).overridden


def test_never_without_a_reason(open_desk: OpenDesk, olena: ClientRecord) -> None:
    with pytest.raises(Invalid) as fault:
        pathway.set_station(open_desk, olena.id, StationKey.WORK, DONE, " ")
    assert fault.value.problems[0].field == "reason"


def test_nobody_has_no_path(open_desk: OpenDesk) -> None:
    with pytest.raises(Gone):
        pathway.path_of(open_desk, 4711, open_desk.today())
