"""Verlauf: acts in words, changes in the labels of the forms, taken back one by one, filtered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services import clients, consultations, entries, residence
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.history import FieldChange
from hin_desktop.ui.person.history_tab import HistoryTab
from hin_desktop.ui.person.history_words import HistoryWords
from tests.services.people import talk, title
from tests.ui.person.conftest import Screen
from tests.ui.typing_keys import type_into
from tests.ui.workplace import RecordingWorkplace


@pytest.fixture
def tab(screen: Screen) -> HistoryTab:
    screen.page.view.show_tab("history")
    screen.settle()
    shown = screen.page.view.current
    assert isinstance(shown, HistoryTab)
    return shown


def refresh(screen: Screen) -> None:
    screen.page.refresh()
    screen.settle()


def acts(tab: HistoryTab) -> list[str]:
    return [made.row.title.text() for made in tab.card.rows.values()]


def test_every_act_has_its_words_and_who_did_it(
    screen: Screen, tab: HistoryTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    title(workplace.desk, yusuf, "AE_24", workplace.desk.today(), None)
    refresh(screen)
    assert acts(tab) == ["Residence title added", "Person taken in"]
    assert "Ayşe Yılmaz" in next(iter(tab.card.rows.values())).row.detail.text()


def test_changes_are_told_in_labels_and_catalogue_words(
    screen: Screen, tab: HistoryTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    today = workplace.desk.today()
    saved = title(workplace.desk, yusuf, "AE_24", today, None)
    until = PartialDate.of(today + timedelta(days=30))
    entries.save(workplace.desk, residence.PERIODS, replace(saved, code="NE_9", valid_until=until))
    refresh(screen)
    row = next(iter(tab.card.rows.values()))
    assert row.data is not None
    told = dict(row.data.look.more)
    assert told["Title or status"].startswith("AE temporary protection (Ukraine) – § 24 Abs. 1 → ")
    assert told["Valid until"] == "13 Feb 2027"


def test_an_act_is_undone_from_its_row(
    screen: Screen, tab: HistoryTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    clients.change(workplace.desk, replace(yusuf, phone="0176 1"))
    refresh(screen)
    next(iter(tab.card.rows.values())).buttons[0].click()
    screen.settle()
    assert clients.get(workplace.desk, yusuf.id).phone == ""
    assert acts(tab)[0] == "Undone: Personal details changed"
    assert "undone" in list(tab.card.rows.values())[1].row.right.text()


def test_what_cannot_be_undone_is_explained(
    screen: Screen, tab: HistoryTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    first = clients.change(workplace.desk, replace(yusuf, phone="1")).value
    clients.change(workplace.desk, replace(first, phone="2"))
    refresh(screen)
    list(tab.card.rows.values())[1].buttons[0].click()
    screen.settle()
    assert clients.get(workplace.desk, yusuf.id).phone == "2"
    assert acts(tab)[0] == "Personal details changed"


def test_the_filter_looks_into_the_changes(
    screen: Screen, tab: HistoryTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    saved = talk(workplace.desk, yusuf, held=workplace.desk.today(), summary="Miete")
    consultations.save(workplace.desk, replace(saved, summary="Mietvertrag geprüft"))
    clients.change(workplace.desk, replace(yusuf, phone="0176 1"))
    refresh(screen)
    type_into(tab.filter, "mietvertrag")
    assert acts(tab) == ["Consultation changed"]
    type_into(tab.filter, "xyz")
    assert acts(tab) == []


def test_older_entries_come_on_demand(
    screen: Screen, tab: HistoryTab, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    client = yusuf
    for number in range(32):
        client = clients.change(workplace.desk, replace(client, phone=str(number))).value
    refresh(screen)
    assert (len(acts(tab)), tab.more.isHidden()) == (30, False)
    tab.more.click()
    screen.settle()
    assert (len(acts(tab)), tab.more.isHidden()) == (33, True)


def test_machine_columns_are_not_shown(screen: Screen) -> None:
    words = HistoryWords(screen.page.client)
    assert words.pair(FieldChange("client", "sort_name", "a", "b")) is None
    assert words.pair(FieldChange("client", "version", 1, 2)) is None
    assert words.pair(FieldChange("client", "may_call", None, True)) == ("May be called", "yes")
    assert words.pair(FieldChange("client", "birth_date", "1990", None)) == ("Date of birth", "1990 → (empty)")
    assert words.pair(FieldChange("client_language", "level", "A1", "A2")) == ("Level", "A1 → A2")
