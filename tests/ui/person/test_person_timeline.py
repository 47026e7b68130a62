"""The timeline on top of the tab Aufenthalt, over real records."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services import entries, law_versions
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.services.residence import ABSENCES, PERIODS, AbsenceRow, ResidencePeriodRow
from hin_desktop.ui.person.residence_tab import ResidenceTab
from hin_desktop.ui.person.timeline_card import TimelineCard
from tests.ui.person.conftest import Screen


def day(iso: str) -> PartialDate | None:
    return PartialDate.from_iso(iso) if iso else None


@pytest.fixture
def filled(screen: Screen, yusuf: ClientRecord) -> Screen:
    """Two titles with a gap between them, and a long stay abroad."""
    desk = screen.place.desk
    for code, start, end in (("AE_18A", "2015-01-01", "2018-12-31"), ("AE_18B", "2019-03-01", "2099-12-31")):
        entries.save(desk, PERIODS, ResidencePeriodRow(
            client_id=yusuf.id, code=code, valid_from=day(start), valid_until=day(end)))
    entries.save(desk, ABSENCES, AbsenceRow(client_id=yusuf.id, departed_on=day("2020-01-01"),
                                            returned_on=day("2020-12-01")))
    screen.open(yusuf, tab="residence")
    return screen


def card(screen: Screen) -> TimelineCard:
    tab = screen.page.view.current
    assert isinstance(tab, ResidenceTab)
    return tab.timeline


def test_parts_are_drawn_and_read_out(filled: Screen) -> None:
    names = [button.accessibleName().partition(":")[0] for button in card(filled).view.buttons]
    assert names == ["AE skilled worker with vocational training", "No status recorded",
                     "AE skilled worker with a university degree", "Long stay abroad"]
    assert card(filled).headline.text() == "Residence met"


def test_enter_on_a_period_opens_its_form_and_on_a_gap_a_new_one(filled: Screen) -> None:
    shown = card(filled)
    form = filled.section("residence", "residence_period").form
    filled.key(shown.view.buttons[0], Qt.Key.Key_Return)
    assert form.record_id not in (None, 0)
    filled.key(shown.view.buttons[1], Qt.Key.Key_Return)
    assert form.record_id == 0
    filled.key(shown.view.buttons[3], Qt.Key.Key_Return)
    assert filled.section("residence", "absence").form.record_id not in (None, 0)


def test_what_is_looked_at_stands_below_in_words(filled: Screen) -> None:
    shown = card(filled)
    assert shown.part.name.text() == "AE skilled worker with a university degree"
    shown.view.buttons[0].setFocus()
    assert shown.part.name.text() == "AE skilled worker with vocational training"
    assert "Before an interruption" in shown.part.lines[0].text()
    assert "to be checked" in shown.part.lines[1].text()


def test_hints_open_their_record(filled: Screen) -> None:
    row = card(filled).hints.rows[0]
    assert row.row.title.text().startswith("Abroad for too long (")
    filled.key(row.row, Qt.Key.Key_Return)
    assert filled.section("residence", "absence").form.record_id not in (None, 0)


def test_only_what_is_drawn_stands_in_the_legend(filled: Screen) -> None:
    words = {each.text() for entry in card(filled).legend.entries for each in entry.findChildren(QLabel)}
    assert {"counts", "before an interruption, by discretion", "gap", "abroad for too long"} <= words
    assert "counts half" not in words


def test_another_person_comes_and_nothing_of_the_one_before_stays(filled: Screen) -> None:
    shown = card(filled)
    shown.forget()
    assert shown.view.buttons == [] and not shown.headline.isVisible()
    filled.page.refresh()
    filled.settle()
    assert len(shown.view.buttons) == 4


def test_nothing_recorded_says_when_it_appears(screen: Screen) -> None:
    screen.page.view.show_tab("residence")
    screen.settle()
    assert card(screen).reason.text().startswith("As soon as a title is recorded")
    assert not card(screen).view.isVisible()


def test_an_own_row_of_the_law_changes_the_day(screen: Screen, yusuf: ClientRecord) -> None:
    desk, today = screen.place.desk, screen.place.kit.today()
    start = PartialDate(today.year - 4, 1, 1)
    entries.save(desk, PERIODS, ResidencePeriodRow(client_id=yusuf.id, code="AE_18A", valid_from=start))
    screen.open(yusuf, tab="residence")
    assert card(screen).headline.text().startswith("Residence met from")
    screen.page.client.do(lambda: law_versions.save(desk, LawVersionRow(
        key="stag.residence", value="3", valid_from=today, citation="§ 10 StAG")))
    screen.settle()
    assert card(screen).headline.text() == "Residence met"
