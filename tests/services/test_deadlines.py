"""What runs out for people of a real desk: from which record, how early, for one and for many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hin_desktop.domain.deadline import Deadline, DeadlineKind
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services import (
    assessments,
    cases,
    clients,
    deadlines,
    entries,
    evidence,
    households,
    organisations,
    residence,
    settings,
)
from hin_desktop.services.clients import ClientRecord, Nationality
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.evidence import BenefitRow, CourseEntitlementRow
from hin_desktop.services.households import RelationRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import IdentityDocumentRow
from tests.services.people import case, take_in, title

K = DeadlineKind
TODAY = date(2027, 1, 14)


def soon(days: int) -> date:
    return TODAY + timedelta(days=days)


def of(desk: OpenDesk, client: ClientRecord) -> list[Deadline]:
    found = deadlines.of_people(desk, [client.id], TODAY)
    assert {(row.client_id, row.name) for row in found} <= {(client.id, client.name)}
    deadlines_of_prospects = assessments.of_person(desk, client.id, TODAY).deadlines
    assert tuple(row.deadline for row in found) == deadlines_of_prospects  # one truth
    return [row.deadline for row in found]


def kinds(desk: OpenDesk, client: ClientRecord) -> list[DeadlineKind]:
    return [each.kind for each in of(desk, client)]


def test_a_title_that_ends_with_its_record_and_rule(open_desk: OpenDesk, olena: ClientRecord) -> None:
    permit = title(open_desk, olena, "AE_25_3", date(2026, 1, 2), soon(100))
    (found,) = of(open_desk, olena)
    assert (found.kind, found.day.day, found.ref) == (K.TITLE, soon(100), RecordRef("residence_period", permit.id))
    assert found.rule.key == "aufenthg.expiry"
    settings.change(open_desk, "expiry_days", 99)
    assert of(open_desk, olena) == []


def test_temporary_protection_ends_when_the_ordinance_ends_it(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_24", date(2026, 1, 2), date(2026, 3, 4))
    (found,) = of(open_desk, olena)
    assert (found.kind, found.day.day) == (K.TEMPORARY_PROTECTION, date(2027, 3, 4))


@pytest.mark.parametrize(("kind", "row", "expected"), [
    (residence.IDENTITY_DOCUMENTS, IdentityDocumentRow(client_id=0, kind="PASSPORT", valid_until=soon(30)),
     [K.DOCUMENT]),
    (residence.IDENTITY_DOCUMENTS, IdentityDocumentRow(client_id=0, kind="FICTION", valid_until=soon(30)), [K.FICTION]),
    (residence.IDENTITY_DOCUMENTS, IdentityDocumentRow(client_id=0, kind="PASSPORT"), []),
    (evidence.BENEFITS, BenefitRow(client_id=0, kind="SGB2", granted_until=soon(40)), [K.BENEFIT]),
    (evidence.BENEFITS, BenefitRow(client_id=0, kind="SGB2", granted_until=soon(40), renewal_filed_on=TODAY), []),
    (evidence.BENEFITS, BenefitRow(client_id=0, kind="SGB2", granted_until=soon(50)), []),
])  # fmt: skip
def test_papers_and_benefits(open_desk: OpenDesk, olena: ClientRecord, kind: EntryKind[Entry], row: Entry,
                             expected: list[DeadlineKind]) -> None:
    saved = entries.save(open_desk, kind, replace(row, client_id=olena.id)).value
    found = of(open_desk, olena)
    assert [each.kind for each in found] == expected
    assert [each.ref for each in found] == [RecordRef(kind.name, saved.id)] * len(expected)


@pytest.mark.parametrize(("values", "expected"), [
    ({}, [K.COURSE_CLAIM]), ({"registered_on": date(2026, 10, 1)}, []),
    ({"registered_on": date(2026, 2, 1)}, [K.COURSE_START]),
    ({"registered_on": date(2026, 2, 1), "finished_on": TODAY, "started_on": date(2026, 3, 1)}, []),
])  # fmt: skip
def test_the_course(open_desk: OpenDesk, olena: ClientRecord, values: dict[str, date],
                    expected: list[DeadlineKind]) -> None:
    title(open_desk, olena, "AE_25_2_FL", date(2026, 1, 20), date(2029, 1, 19))
    entries.save(open_desk, evidence.COURSES, CourseEntitlementRow(
        client_id=olena.id, basis="ENTITLED", title_issued_on=date(2026, 1, 20), issued_on=date(2026, 1, 20), **values))
    found = [kind for kind in kinds(open_desk, olena) if kind.startswith("course")]
    assert found == expected


@pytest.mark.parametrize(("values", "status", "shown"), [
    ({"birth_country": "DEU"}, "", 1), ({"birth_country": "SYR"}, "", 0), ({}, "", 0),
    ({"birth_country": "DEU"}, "AE_33", 0),
    ({"birth_country": "DEU", "nationalities": (Nationality(code="DEU"),)}, "", 0),
    ({"birth_country": "DEU", "nationalities": (Nationality(code="ROU"),)}, "", 0),
    ({"birth_country": "DEU", "birth_date": PartialDate(2005, 11, 30)}, "", 0),
])  # fmt: skip
def test_a_child_born_here_needs_a_title_of_its_own(
    open_desk: OpenDesk, olena: ClientRecord, values: dict[str, object], status: str, shown: int
) -> None:
    child = take_in(open_desk, "Mila", **{"birth_date": PartialDate(2026, 11, 30), **values})
    tie = entries.save(open_desk, households.RELATIONS, RelationRow(
        client_id=olena.id, kind="CHILD", related_client_id=child.id)).value
    if status:
        title(open_desk, child, status, date(2026, 12, 1), None)
    found = of(open_desk, olena)
    assert [(each.kind, each.ref) for each in found] == [(K.CHILD_APPLICATION, RecordRef("relation", tie.id))] * shown
    assert [each.day.day for each in found] == [date(2027, 5, 31)] * shown  # 30.05.2027 is a Sunday


def test_the_support_plan_of_an_open_case_is_reviewed(open_desk: OpenDesk, olena: ClientRecord) -> None:
    held = case(open_desk, olena, date(2026, 3, 2), plan_review_on=soon(14))
    case(open_desk, olena, date(2026, 4, 1), plan_review_on=soon(15))
    (found,) = of(open_desk, olena)
    assert (found.kind, found.day.day, found.ref) == (K.PLAN_REVIEW, soon(14), RecordRef("case", held.id))
    assert found.rule.key == "practice.lead_plan_review" and found.rule.to_check
    cases.close(open_desk, held, date(2026, 12, 1), "GOAL")
    assert of(open_desk, olena) == []


def test_only_a_youth_service_tells_when_its_time_ends(open_desk: OpenDesk) -> None:
    young = take_in(open_desk, "Amir", birth_date=PartialDate(2000, 2, 1))
    assert kinds(open_desk, young) == []
    organisations.change(open_desk, replace(organisations.get(open_desk), service="JMD"))
    assert kinds(open_desk, young) == [K.PROGRAMME]


def test_time_reached_is_only_told(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_25_2_FL", date(2022, 1, 1), date(2029, 1, 1))
    found = of(open_desk, olena)
    assert [each.kind for each in found if each.information] == [K.SETTLEMENT_TIME, K.NATURALISATION_TIME]


def test_nothing_runs_out_for_the_dead(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_25_3", date(2026, 1, 2), soon(10))
    clients.change(open_desk, replace(clients.get(open_desk, olena.id), date_of_death=PartialDate(2027, 1)))
    assert of(open_desk, olena) == []


def test_many_at_once_are_what_each_is_alone(open_desk: OpenDesk, olena: ClientRecord, taras: ClientRecord) -> None:
    people = [olena, taras, *(take_in(open_desk, f"Person {number}") for number in range(5))]
    for days, one in enumerate(people, -2):
        title(open_desk, one, "AE_25_3", date(2026, 1, 2), soon(days * 30))
    together = deadlines.of_people(open_desk, [one.id for one in people] + [4711], TODAY)
    assert [row.deadline for row in together] == [each for one in people for each in of(open_desk, one)]
    assert [row.name for row in together] == [one.name for one in people]


def test_of_what_is_overdue_the_title_comes_before_an_old_passport(open_desk: OpenDesk, olena: ClientRecord) -> None:
    title(open_desk, olena, "AE_25_3", date(2026, 1, 2), soon(-1))
    for days in (-300, 5):
        taras = take_in(open_desk, f"Taras{days}")
        entries.save(open_desk, residence.IDENTITY_DOCUMENTS, IdentityDocumentRow(
            client_id=taras.id, kind="PASSPORT", valid_until=soon(days)))
    rows = deadlines.of_people(open_desk, [1, 2, 3], TODAY)
    found = sorted(rows, key=lambda row: deadlines.urgency_of(row, TODAY))
    assert [(row.deadline.kind, row.deadline.day.day) for row in found] == [
        (K.TITLE, soon(-1)), (K.DOCUMENT, soon(-300)), (K.DOCUMENT, soon(5))]
