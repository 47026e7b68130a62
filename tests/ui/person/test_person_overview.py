"""What comes next and naturalisation at a glance: filled as soon as the law has been asked, the same as everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from hin_desktop.domain.naturalisation.requirement import DELICATE, NAMES
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import StationKey
from hin_desktop.services import clients, entries, evidence
from hin_desktop.services.clients import ClientRecord, Nationality
from hin_desktop.services.evidence import BenefitRow
from hin_desktop.ui.person.overview_tab import OverviewTab
from hin_desktop.ui.person.residence_tab import ResidenceTab
from tests.services.people import take_in, talk, title
from tests.ui.person.conftest import Screen
from tests.ui.person.test_person_page import pills
from tests.ui.workplace import RecordingWorkplace

TODAY = date(2027, 1, 14)


def tab(screen: Screen) -> OverviewTab:
    current = screen.page.view.current
    assert isinstance(current, OverviewTab)
    return current


def again(screen: Screen) -> OverviewTab:
    screen.page.refresh()
    screen.settle()
    return tab(screen)


def test_deadlines_and_steps_come_by_their_day_with_the_rule(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    desk = workplace.desk
    permit = title(desk, yusuf, "AE_25_2_FL", date(2022, 1, 3), TODAY + timedelta(days=52))
    entries.save(desk, evidence.BENEFITS, BenefitRow(
        client_id=yusuf.id, kind="SGB2", granted_until=TODAY + timedelta(days=17)))
    talk(desk, yusuf, held=TODAY, agreed_next="Payslips", due_on=TODAY + timedelta(days=20))
    talk(desk, yusuf, held=TODAY, agreed_next="Some day")
    rows = [made.row for made in again(screen).next.rows.values()]
    assert [(row.title.text(), row.right.text()) for row in rows] == [
        ("Apply for further benefits", "in 17 days"), ("Payslips", "in 20 days"),
        ("Extend the residence title", "in 52 days"), ("Some day", "no date"),
        ("Time for permanent residence", "since 3 Jan 2027"),
        ("Time for naturalisation", "since 3 Jan 2027")]  # fmt: skip
    assert "ends on 7 Mar 2027 · § 81 Abs. 4 AufenthG" in rows[2].detail.text()
    screen.key(rows[2], Qt.Key.Key_Return)
    current = screen.page.view.current
    assert isinstance(current, ResidenceTab)
    assert current.titles.rows[permit.id].row.hasFocus()
    screen.page.view.show_tab("overview")
    screen.key(rows[4], Qt.Key.Key_Return)
    assert screen.page.view.tabs.current == "prospects"


def test_naturalisation_at_a_glance(screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord) -> None:
    title(workplace.desk, yusuf, "AE_25_2_FL", date(2023, 8, 14), date(2029, 8, 13))
    card = again(screen).naturalisation
    assert card.headline.text() == "Residence met from 14 Aug 2028"
    rows = [made.row for made in card.rows.values()]
    assert len(rows) == 5
    assert not {row.title.text() for row in rows} & {NAMES[code].key for code in DELICATE}
    first = rows[0]
    assert (first.title.text(), first.right.text()) == ("Residence of five years", "from 14 Aug 2028")
    assert all(row.right.text() and row.picture.isVisible() for row in rows)
    assert "Non-binding · law of 14 Jan 2027" in [words.text() for words in card._remarks]
    screen.key(first, Qt.Key.Key_Return)
    assert screen.page.view.tabs.current == "prospects"


def test_no_card_for_a_german_for_the_dead_and_for_the_next_person_until_the_law_is_asked(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    card = tab(screen).naturalisation
    assert card.isVisible()
    screen.open(take_in(workplace.desk, "Anna", nationalities=(Nationality(code="DEU"),)))
    assert card.isHidden()
    clients.change(workplace.desk, replace(clients.get(workplace.desk, yusuf.id), date_of_death=PartialDate(2026)))
    screen.open(yusuf)
    assert card.isHidden()


@pytest.mark.parametrize("end", [date(2026, 3, 4), date(2026, 12, 31)])
def test_temporary_protection_ends_on_one_day_wherever_one_looks(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord, end: date
) -> None:
    permit = title(workplace.desk, yusuf, "AE_24", date(2024, 3, 4), end)
    overview = again(screen)
    deadline, *_ = (made.row for made in overview.next.rows.values())
    (held,) = (made.row for made in overview.title.rows.values())
    station = next(each for each in screen.page.client.stations if each.key is StationKey.RESIDENCE)
    said = [deadline.detail.text(), held.detail.text(), *pills(screen)[1:], workplace.kit.texts(station.detail)]
    assert ["4 Mar 2027" in text or "04.03.2027" in text for text in said] == [True] * 4
    assert deadline.right.text() == held.right.text() == "in 49 days"
    section = screen.section("residence", "residence_period")
    assert "continues by ordinance until 4 Mar 2027" in section.rows[permit.id].row.detail.text()
    assert not [note for note in section._remarks if "No title" in note.text()]
