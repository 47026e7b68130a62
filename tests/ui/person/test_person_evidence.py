"""Nachweise: the sheet of answers, read first and edited in one form, and fields that come with an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hin_desktop.domain.pathway import RecordRef, StationKey, StationState
from hin_desktop.services import drafts, legal_sheets
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.legal_sheets import LegalSheetRow
from hin_desktop.ui.person.evidence_tab import EvidenceTab
from hin_desktop.ui.person.legal_sheet import LegalSheetCard
from tests.services.people import take_in
from tests.ui.person.conftest import Screen, panel_of
from tests.ui.workplace import RecordingWorkplace


@pytest.fixture
def facts(screen: Screen) -> LegalSheetCard:
    """The sheet, with its form open."""
    screen.page.acts.edit_legal_sheet()
    screen.settle()
    tab = screen.page.view.current
    assert isinstance(tab, EvidenceTab)
    return tab.facts


def answers(card: LegalSheetCard) -> dict[str, str]:
    """What was answered, by question."""
    rows = (made.row for group in card.groups for made in group.rows.values())
    return {row.title.text(): row.right.text() for row in rows}


def test_the_sheet_is_filled_in_and_read(screen: Screen, facts: LegalSheetCard) -> None:
    assert facts.intro.isVisibleTo(facts)
    screen.fill(facts.form, pension_months="48", recruited="no", identity="Met", convictions="Talked")
    screen.save(facts.form)
    assert facts.form.panel is None and facts.form_card.isHidden()
    assert answers(facts) == {"Months of pension contributions": "48", "Identity and nationality clarified": "Met",
                              "Gastarbeiter or Vertragsarbeitnehmer generation": "no",
                              "Convictions (§ 12a StAG)": "Talked about"}  # fmt: skip
    assert not facts.intro.isVisibleTo(facts)


def test_a_row_opens_the_form_at_its_question(screen: Screen, facts: LegalSheetCard) -> None:
    screen.fill(facts.form, bar="lawyer")
    screen.save(facts.form)
    row = next(made.row for made in facts.groups[2].rows.values())
    screen.key(row, Qt.Key.Key_Return)
    assert panel_of(facts.form).form.cells["bar"].editor.input().hasFocus()


def test_what_is_typed_comes_back(screen: Screen, facts: LegalSheetCard, workplace: RecordingWorkplace) -> None:
    screen.type(facts.form, "pension_months", "12")
    screen.page.leave()
    screen.open(take_in(workplace.desk, "Rima", "Al-Masri"))
    assert not answers(facts)
    (kept,) = drafts.mine(workplace.desk)
    screen.page.open(client_id=kept.key.client_id, record=RecordRef("legal_sheet", 0))
    screen.settle()
    assert panel_of(facts.form).form.values()["pension_months"] == 12


def test_a_colleague_began_the_sheet_meanwhile(
    screen: Screen, facts: LegalSheetCard, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    screen.type(facts.form, "pension_months", "12")
    theirs = legal_sheets.save(workplace.desk, LegalSheetRow(client_id=yusuf.id, pension_months=14)).value
    screen.save(facts.form)
    panel = panel_of(facts.form)
    assert panel._conflict is not None
    panel._conflict._groups["pension_months"].button(0).click()
    panel.submit()
    screen.settle()
    assert legal_sheets.get(workplace.desk, yusuf.id) == replace(theirs, pension_months=12, version=2)


def test_the_record_behind_a_finding_is_brought_into_view(screen: Screen, yusuf: ClientRecord) -> None:
    screen.open(yusuf, record=RecordRef("legal_sheet", 1))
    tab = screen.page.view.current
    assert isinstance(tab, EvidenceTab)
    assert tab.facts.edit_button.hasFocus()


@pytest.mark.parametrize(
    ("tab", "kind", "chooser", "other", "fitting", "followers"),
    [
        ("evidence", "milestone", "code", "German B1", "Leben", ("points",)),
        ("family", "relation", "kind", "Sibling", "Spouse", ("since", "until", "ended_by")),
    ],
)
def test_fields_come_with_the_answer_they_belong_to(
    screen: Screen, tab: str, kind: str, chooser: str, other: str, fitting: str, followers: tuple[str, ...]
) -> None:
    screen.page.acts.add(tab, kind)
    form = screen.section(tab, kind).form
    cells = panel_of(form).form.cells
    for typed, seen in ((other, False), (fitting, True)):
        screen.type(form, chooser, typed)
        assert [cells[name].isVisibleTo(form) for name in followers] == [seen] * len(followers)


def test_work_moves_the_path_and_is_behind_its_station(screen: Screen) -> None:
    screen.page.view.show_station(StationKey.WORK)
    assert screen.page.view.tabs.current == "evidence"
    screen.page.acts.add("evidence", "employment")
    form = screen.section("evidence", "employment").form
    screen.fill(form, kind="Full time", started_on="3.2.2025")
    screen.save(form)
    station = next(each for each in screen.page.client.stations if each.key is StationKey.WORK)
    assert (station.state, [ref.kind for ref in station.records]) == (StationState.DONE, ["employment"])
