"""Every kind of entry of a person: added, changed, deleted, taken back, done again, refused at the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Conflict, Gone, Invalid
from hin_desktop.services import (
    cases,
    clients,
    contacts,
    entries,
    evidence,
    history,
    households,
    legal_sheets,
    milestones,
    notices,
    residence,
)
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.open_desk import OpenDesk

Kind = EntryKind[Any]
DAY = date(2026, 3, 2)
SINCE, BEFORE = PartialDate(2026, 3, 2), PartialDate(2026, 1)
EVERY: tuple[tuple[Kind, dict[str, object], dict[str, object]], ...] = (
    (contacts.ADDRESSES, {"street": "Bahnhofstraße 1", "town": "Herne", "valid_from": SINCE}, {"protected": True}),
    (contacts.AUTHORITY_REFERENCES, {"kind": "AZR", "number": "123456789012"}, {"caseworker": "Frau Öz"}),
    (residence.PERIODS, {"code": "AE_24", "valid_from": SINCE}, {"valid_until": PartialDate(2027, 3, 4)}),
    (residence.ABSENCES, {"departed_on": SINCE}, {"returned_on": PartialDate(2026, 4)}),
    (residence.IDENTITY_DOCUMENTS, {"kind": "PASSPORT", "number": "FA 1"}, {"original_seen_on": DAY}),
    (households.RELATIONS, {"kind": "CHILD", "related_name": "Lina"}, {"same_household": False}),
    (households.REPRESENTATIVES, {"kind": "LAWYER", "name": "RAin Sommer"}, {"scope": "Asylverfahren"}),
    (cases.CASES, {"counsellor_id": 1, "opened_on": DAY}, {"concern": "Verlängerung"}),
    (milestones.MILESTONES, {"code": "GERMAN_B1", "reached_on": SINCE}, {"note": "telc"}),
    (milestones.OVERRIDES, {"station": "work", "state": "done", "reason": "Minijob", "set_on": DAY},
     {"reason": "Arbeit"}),
    (evidence.EMPLOYMENTS, {"kind": "FULL_TIME", "started_on": SINCE, "weekly_hours": 38}, {"employer": "Koch GmbH"}),
    (evidence.BENEFITS, {"kind": "SGB2", "granted_until": DAY}, {"renewal_filed_on": DAY}),
    (evidence.COURSES, {"basis": "ENTITLED", "issued_on": DAY}, {"registered_on": DAY, "course_type": "IK_ALLG"}),
    (evidence.ASYLUM, {"outcome": "PENDING", "made_on": DAY}, {"outcome": "FLUECHTLING", "recognised_on": DAY}),
    (legal_sheets.SHEETS, {"pension_months": 36, "recruited": False}, {"identity": "MET", "bar": "DISCUSSED"}),
    (notices.NOTICES, {"kind": "SGB2", "dated_on": DAY}, {"printed_term": 1, "printed_unit": "MONTHS"}),
)
BAD: tuple[tuple[Kind, dict[str, object], str], ...] = (
    (contacts.ADDRESSES, {"town": " "}, "town"),
    (contacts.ADDRESSES, {"town": "Herne", "valid_from": SINCE, "valid_until": BEFORE}, "valid_until"),
    (contacts.AUTHORITY_REFERENCES, {"kind": "AZR", "number": "1", "email": "amt"}, "email"),
    (residence.PERIODS, {"code": "", "valid_from": SINCE}, "code"),
    (residence.PERIODS, {"code": "AE_24", "valid_from": SINCE, "valid_until": BEFORE}, "valid_until"),
    (residence.ABSENCES, {"departed_on": SINCE, "returned_on": BEFORE}, "returned_on"),
    (residence.IDENTITY_DOCUMENTS, {"kind": "PASSPORT", "issued_on": date(2030, 1, 1)}, "issued_on"),
    (households.RELATIONS, {"kind": "CHILD"}, "related_name"),
    (households.REPRESENTATIVES, {"kind": "LAWYER", "name": ""}, "name"),
    (cases.CASES, {"counsellor_id": 1, "opened_on": DAY, "closed_on": date(2026, 1, 1)}, "closed_on"),
    (cases.CASES, {"counsellor_id": 1, "opened_on": DAY, "plan_review_on": date(2026, 1, 1)}, "plan_review_on"),
    (milestones.MILESTONES, {"code": "GERMAN_B1", "reached_on": PartialDate(2031)}, "reached_on"),
    (milestones.OVERRIDES, {"station": "work", "state": "done", "reason": "  "}, "reason"),
    (milestones.MILESTONES, {"code": "LID_PASSED", "reached_on": SINCE, "points": 34}, "points"),
    (households.RELATIONS, {"kind": "SPOUSE", "related_name": "Ali", "since": SINCE, "until": BEFORE}, "until"),
    (evidence.EMPLOYMENTS, {"kind": "MINIJOB"}, "started_on"),
    (evidence.EMPLOYMENTS, {"kind": "MINIJOB", "started_on": SINCE, "ended_on": BEFORE}, "ended_on"),
    (evidence.EMPLOYMENTS, {"kind": "MINIJOB", "started_on": SINCE, "weekly_hours": 169}, "weekly_hours"),
    (evidence.BENEFITS, {"kind": "SGB2", "granted_from": DAY, "granted_until": date(2026, 3, 1)}, "granted_until"),
    (evidence.COURSES, {"issued_on": DAY}, "basis"),
    (evidence.COURSES, {"basis": "OBLIGED", "registered_on": DAY, "started_on": date(2026, 3, 1)}, "started_on"),
    (evidence.ASYLUM, {"outcome": "NONE", "made_on": DAY, "decided_on": date(2026, 3, 1)}, "decided_on"),
    (evidence.ASYLUM, {"outcome": "ASYL", "recognised_on": date(2031, 3, 1)}, "recognised_on"),
    (legal_sheets.SHEETS, {"pension_months": -1}, "pension_months"),
    (notices.NOTICES, {"kind": "ABH", "dated_on": DAY, "received_on": date(2026, 3, 1)}, "received_on"),
    (notices.NOTICES, {"kind": "ABH", "printed_term": 1}, "printed_unit"),
    (notices.NOTICES, {"kind": "ABH", "printed_unit": "WEEKS"}, "printed_term"),
)


def names(kinds: tuple[tuple[Kind, Any, Any], ...]) -> list[str]:
    return [kind.name for kind, _, _ in kinds]


@pytest.fixture(params=EVERY, ids=names(EVERY))
def stored(request: pytest.FixtureRequest, open_desk: OpenDesk, olena: ClientRecord) -> tuple[Kind, Entry, Entry]:
    """The kind, an entry just added, and the same with a change not yet saved."""
    kind, values, change = request.param
    row = entries.save(open_desk, kind, kind.row(client_id=olena.id, **values)).value
    return kind, row, replace(row, **change)


def test_added_and_changed(open_desk: OpenDesk, olena: ClientRecord, stored: tuple[Kind, Entry, Entry]) -> None:
    kind, row, changed = stored
    assert entries.get(open_desk, kind, olena.id) == (row,)
    done = entries.save(open_desk, kind, changed)
    assert entries.get(open_desk, kind, olena.id) == (done.value,) == (replace(changed, version=2),)
    assert [(change.kind, change.id, change.clients) for change in done.changes] == [(kind.name, row.id, (olena.id,))]
    assert done.verb == kind.changed


def test_taken_back_and_done_again(open_desk: OpenDesk, olena: ClientRecord, stored: tuple[Kind, Entry, Entry]) -> None:
    kind, row, changed = stored
    entries.save(open_desk, kind, changed)
    history.undo(open_desk)
    assert entries.get(open_desk, kind, olena.id) == (replace(row, version=3),)
    history.undo(open_desk)
    assert entries.get(open_desk, kind, olena.id) == ()
    history.redo(open_desk)
    history.redo(open_desk)
    (again,) = entries.get(open_desk, kind, olena.id)
    assert replace(again, version=0) == replace(changed, version=0)


def test_deleted_and_brought_back(open_desk: OpenDesk, olena: ClientRecord, stored: tuple[Kind, Entry, Entry]) -> None:
    kind, row, _ = stored
    done = entries.remove(open_desk, kind, row)
    assert entries.get(open_desk, kind, olena.id) == ()
    assert done.verb == kind.removed
    history.undo(open_desk, done.entry_id)
    assert entries.get(open_desk, kind, olena.id) == (replace(row, version=2),)


def test_two_counsellors(open_desk: OpenDesk, colleague: OpenDesk, stored: tuple[Kind, Entry, Entry]) -> None:
    kind, row, changed = stored
    kept = entries.save(colleague, kind, changed).value
    with pytest.raises(Conflict) as conflict:
        entries.remove(open_desk, kind, row)
    assert (conflict.value.who, conflict.value.version) == ("Jonas Beck", 2)
    assert {difference.field for difference in conflict.value.differences} <= {"id", *vars_of(changed)}
    assert entries.get(open_desk, kind, row.client_id) == (kept,)


def vars_of(row: Entry) -> set[str]:
    return {name for each in type(row).__mro__ for name in getattr(each, "__slots__", ())}


@pytest.mark.parametrize(("kind", "values", "field"), BAD, ids=[f"{kind.name}-{field}" for kind, _, field in BAD])
def test_refused_at_the_field(
    open_desk: OpenDesk, olena: ClientRecord, kind: Kind, values: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as fault:
        entries.save(open_desk, kind, kind.row(client_id=olena.id, **values))
    assert [problem.field for problem in fault.value.problems] == [field]
    assert entries.get(open_desk, kind, olena.id) == ()


def test_an_entry_of_somebody_deleted_meanwhile_is_gone(
    open_desk: OpenDesk, colleague: OpenDesk, olena: ClientRecord
) -> None:
    clients.remove(colleague, olena.id, olena.version)
    with pytest.raises(Gone):
        entries.save(open_desk, contacts.ADDRESSES, contacts.AddressRow(client_id=olena.id, town="Herne"))
    relation = households.RelationRow(client_id=olena.id, kind="CHILD", related_name="Lina")
    with pytest.raises(Gone):
        entries.save(open_desk, households.RELATIONS, replace(relation, id=77, version=1))


def test_the_latest_comes_first(open_desk: OpenDesk, olena: ClientRecord) -> None:
    for year in (2023, 2026, 2024):
        row = residence.ResidencePeriodRow(client_id=olena.id, code="AE_24", valid_from=PartialDate(year))
        entries.save(open_desk, residence.PERIODS, row)
    found = [row.valid_from.year for row in entries.get(open_desk, residence.PERIODS, olena.id) if row.valid_from]
    assert found == [2026, 2024, 2023]
