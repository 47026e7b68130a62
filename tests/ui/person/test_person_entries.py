"""Every kind of record on the page: added, changed, deleted and brought back through its form, by keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt

from hin_desktop.services import entries, milestones, residence
from hin_desktop.services.clients import ClientRecord
from hin_desktop.ui.widgets.form_panel import FormPanel
from tests.ui.person.conftest import Screen, panel_of, titles
from tests.ui.workplace import RecordingWorkplace


@dataclass(frozen=True)
class Case:
    """A kind of record: where it stands, what is typed, how its row reads before and after a change."""

    tab: str
    kind: str
    typed: dict[str, str]
    row: str
    change: dict[str, str]
    changed: str = ""
    detail: str = ""


CASES = [
    Case("residence", "residence_period", {"code": "Ukraine 24", "valid_from": "4.3.24", "valid_until": "2027"},
         "AE temporary protection (Ukraine)", {"authority": "ABH Herne"}),
    Case("residence", "absence", {"departed_on": "1.6.26", "returned_on": "20.6.26"}, "1 Jun 2026 to 20 Jun 2026",
         {"returned_on": "21.6.26"}, "1 Jun 2026 to 21 Jun 2026"),
    Case("residence", "identity_document", {"kind": "Passport", "number": "N 123"}, "Passport", {"country": "Syria"},
         "Passport · Syria"),
    Case("evidence", "milestone", {"code": "German B1", "reached_on": "11/2026"}, "German B1 reached",
         {"note": "telc"}, detail="telc"),
    Case("residence", "asylum_procedure", {"outcome": "Refugee", "made_on": "3.2.23", "recognised_on": "1.9.24"},
         "Refugee status (Geneva Convention)", {"decided_on": "1.9.24"}, detail="3 Feb 2023 to 1 Sep 2024"),
    Case("evidence", "employment", {"kind": "Full time", "started_on": "3/2025", "weekly_hours": "38"}, "Full time",
         {"employer": "Elektro Koch"}, detail="since 03/2025 · Elektro Koch · 38 hours a week"),
    Case("evidence", "benefit", {"kind": "Jobcenter", "granted_until": "30.6.27"},
         "Basic income support (SGB II, Jobcenter)", {"office": "Jobcenter Herne"}, detail="Jobcenter Herne"),
    Case("evidence", "course_entitlement", {"basis": "Obliged", "issued_on": "1.2.26"}, "Integration course",
         {"course_type": "Literacy"}, "Literacy course", detail="Obliged (§ 44a AufenthG)"),
    Case("post", "notice", {"kind": "Hearing", "deadline": "1.2.27"}, "Hearing (Anhörung)",
         {"authority": "Jobcenter Herne"}, "Hearing (Anhörung) · Jobcenter Herne", detail="as the letter says"),
    Case("family", "relation", {"kind": "Spouse", "related_name": "Rima"}, "Rima", {"related_name": "Rima Al-Masri"},
         "Rima Al-Masri"),
    Case("family", "representative", {"kind": "Lawyer", "name": "RA Kurt"}, "RA Kurt", {"scope": "residence"},
         detail="Lawyer · residence"),
    Case("overview", "address", {"street": "Hauptstr. 1", "postcode": "44649", "town": "Herne"},
         "Hauptstr. 1, 44649 Herne", {"street": "Hauptstr. 2"}, "Hauptstr. 2, 44649 Herne"),
    Case("overview", "authority_reference", {"kind": "AZR", "number": "123 456"}, "123 456", {"caseworker": "Fr. Uhl"},
         detail="AZR number · Fr. Uhl"),
    Case("talks", "case", {"counselling_type": "anonym"}, "Anonymous counselling", {"concern": "Wohnung"}),
]  # fmt: skip
EACH = pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])


def add(screen: Screen, case: Case) -> None:
    """Add the record by its form."""
    screen.page.acts.add(case.tab, case.kind)
    screen.fill(screen.section(case.tab, case.kind).form, **case.typed)
    screen.save(screen.section(case.tab, case.kind).form)


@EACH
def test_a_record_is_added_and_the_keyboard_goes_to_its_row(screen: Screen, case: Case) -> None:
    add(screen, case)
    section = screen.section(case.tab, case.kind)
    assert case.row in titles(section)
    assert section.form.panel is None


def test_no_title_stands_twice_one_above_the_other(screen: Screen) -> None:
    section = screen.section("residence", "residence_period")
    section.add()
    panel = section.form.panel
    assert panel is not None
    assert not (panel.title.text() == section.title.text() and panel.title.isVisibleTo(panel))


@EACH
def test_a_record_is_changed_in_its_form(screen: Screen, case: Case) -> None:
    add(screen, case)
    section = screen.section(case.tab, case.kind)
    key = next(key for key, made in section.rows.items() if made.row.title.text() == case.row)
    section.edit(key)
    screen.fill(section.form, **case.change)
    screen.save(section.form)
    made = section.rows[key]
    assert made.row.title.text() == (case.changed or case.row)
    assert case.detail in made.row.detail.text()


@EACH
def test_delete_asks_nothing_and_undo_brings_it_back(screen: Screen, case: Case) -> None:
    add(screen, case)
    section = screen.section(case.tab, case.kind)
    before = titles(section)
    made = next(made for made in section.rows.values() if made.row.title.text() == case.row)
    screen.key(made.row, Qt.Key.Key_Delete)
    assert len(titles(section)) == len(before) - 1
    screen.undo()
    assert titles(section) == before


@pytest.mark.parametrize(
    ("tab", "kind", "field", "typed"),
    [
        ("residence", "residence_period", "valid_from", "31.02.2025"),
        ("residence", "absence", "returned_on", "1.1.2020"),
        ("evidence", "milestone", "reached_on", "1.1.2099"),
    ],
)
def test_bad_input_is_named_at_its_field(screen: Screen, tab: str, kind: str, field: str, typed: str) -> None:
    case = next(case for case in CASES if case.kind == kind)
    screen.page.acts.add(tab, kind)
    form = screen.section(tab, kind).form
    screen.fill(form, **{**case.typed, field: typed})
    screen.save(form)
    assert panel_of(form).form.cells[field].error
    assert not screen.section(tab, kind).rows


def test_a_title_that_ends_before_it_starts_is_refused_at_the_end(screen: Screen) -> None:
    screen.page.acts.add("residence", "residence_period")
    form = screen.section("residence", "residence_period").form
    screen.fill(form, code="Ukraine 24", valid_from="1.1.2026", valid_until="1.1.2025")
    screen.save(form)
    assert panel_of(form).form.cells["valid_until"].error == "The title ends before it starts."


def test_gaps_and_overlaps_are_remarked_calmly(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    for start, end in (("1.1.2020", "31.12.2021"), ("1.6.2022", "1.6.2024")):
        form = screen.section("residence", "residence_period").form
        screen.page.acts.add("residence", "residence_period")
        screen.fill(form, code="Ukraine 24", valid_from=start, valid_until=end)
        screen.save(form)
    shown = [remark.text() for remark in screen.section("residence", "residence_period")._remarks]
    assert shown == ["No title is recorded from 1 Jan 2022 to 31 May 2022."]


@pytest.fixture
def conflict(screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord) -> FormPanel:
    """A title that a colleague has saved while it was being changed here."""
    add(screen, CASES[0])
    section, desk = screen.section("residence", "residence_period"), workplace.desk
    stored = entries.get(desk, residence.PERIODS, yusuf.id)[0]
    section.edit(stored.id)
    screen.fill(section.form, authority="mine")
    entries.save(desk, residence.PERIODS, replace(stored, authority="theirs", note="by a colleague"))
    screen.save(section.form)
    return panel_of(section.form)


def test_two_windows_at_one_title_show_both_and_overwrite_nothing(
    conflict: FormPanel, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    assert conflict._conflict is not None
    assert {d.field: (d.mine, d.theirs) for d in conflict._conflict.conflict.differences} == {
        "authority": ("mine", "theirs"), "note": ("", "by a colleague")}  # fmt: skip
    assert entries.get(workplace.desk, residence.PERIODS, yusuf.id)[0].authority == "theirs"


def test_after_a_conflict_the_decisions_are_saved(
    conflict: FormPanel, screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    assert conflict._conflict is not None
    conflict._conflict._groups["authority"].button(0).click()
    conflict._conflict._groups["note"].button(1).click()
    conflict.submit()
    screen.settle()
    saved = entries.get(workplace.desk, residence.PERIODS, yusuf.id)[0]
    assert (saved.authority, saved.note) == ("mine", "by a colleague")


def test_a_milestone_moves_the_path(screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord) -> None:
    before = screen.page.client.stations
    add(screen, CASES[3])
    assert screen.page.client.stations != before
    assert entries.get(workplace.desk, milestones.MILESTONES, yusuf.id)

