"""Consultations and cases on the page: recorded with the family, found again, ticked off, closed."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hin_desktop.services import cases, consultations, drafts, entries, households
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.ui.person import consultation_kind
from hin_desktop.ui.person.open_person import TOPICS_STATE
from hin_desktop.ui.person.overview_tab import OverviewTab
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.talks_tab import TalksTab
from hin_desktop.ui.widgets.parts import Button
from tests.services.people import case, take_in, talk
from tests.ui.person.conftest import Screen, panel_of, titles
from tests.ui.typing_keys import type_into
from tests.ui.workplace import RecordingWorkplace


def talks_tab(screen: Screen) -> TalksTab:
    screen.section("talks", "consultation")
    tab = screen.page.view.current
    assert isinstance(tab, TalksTab)
    return tab


def new_talk(screen: Screen) -> RecordForm:
    screen.page.view.header.talk_button.click()
    screen.settle()
    return screen.section("talks", "consultation").form


def stored(workplace: RecordingWorkplace, client: ClientRecord) -> ConsultationRow:
    return consultations.of_client(workplace.desk, client.id)[0]


def button(form: RecordForm, name: str) -> Button:
    return next(made for made in panel_of(form).findChildren(Button) if made.accessibleName() == name)


@pytest.fixture
def rima(workplace: RecordingWorkplace, yusuf: ClientRecord) -> ClientRecord:
    """Lives with Yusuf, and has a case of her own."""
    made = take_in(workplace.desk, "Rima", "Al-Masri")
    case(workplace.desk, made, workplace.desk.today() - timedelta(days=10))
    households.live_together(workplace.desk, yusuf.id, made.id, "Al-Masri")
    return made


def test_a_talk_is_recorded_with_everything(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    form = new_talk(screen)
    screen.fill(form, held_at="9.30", topics="Housing", summary="Papers sorted", note_1="Shift work")
    screen.fill(form, agreed_next="Call the office")
    button(form, "Duration in minutes: 45").click()
    button(form, "By: 2 weeks").click()
    screen.save(form)
    saved, today = stored(workplace, yusuf), workplace.desk.today()
    assert (saved.held_on, saved.held_at, saved.duration_min) == (today, "09:30", 45)
    assert (saved.summary, saved.agreed_next, saved.due_on) == (
        "Papers sorted", "Call the office", today + timedelta(days=14))  # fmt: skip
    assert saved.participants[0].note == "Shift work"
    assert saved.participants[0].case_id == screen.page.client.overview.cases[0].id


def test_who_took_part_has_the_talk_once_with_an_own_note_and_the_own_case(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord, rima: ClientRecord
) -> None:
    screen.page.refresh()
    screen.settle()
    form = new_talk(screen)
    note = panel_of(form).form.cells[f"note_{rima.id}"]
    assert note.isHidden()
    panel_of(form).form.cells[f"with_{rima.id}"].editor.input().click()
    assert not note.isHidden()
    screen.fill(form, **{f"note_{rima.id}": "About the course"})
    screen.save(form)
    talks = consultations.of_client(workplace.desk, rima.id)
    assert talks == consultations.of_client(workplace.desk, yusuf.id)
    own = next(person for person in talks[0].participants if person.client_id == rima.id)
    assert (own.note, own.case_id) == (
        "About the course", entries.get(workplace.desk, cases.CASES, rima.id)[0].id)  # fmt: skip


def test_taking_somebody_out_of_a_talk_leaves_the_others(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord, rima: ClientRecord
) -> None:
    saved = talk(workplace.desk, yusuf, rima, held=workplace.desk.today())
    screen.page.refresh()
    section = talks_tab(screen).talks
    section.edit(saved.id)
    panel_of(section.form).form.cells[f"with_{rima.id}"].editor.input().click()
    screen.type(section.form, "summary", "only him")
    screen.save(section.form)
    assert [person.client_id for person in stored(workplace, yusuf).participants] == [yusuf.id]
    assert consultations.of_client(workplace.desk, rima.id) == ()


def test_a_talk_in_the_future_is_refused_at_its_field(screen: Screen) -> None:
    form = new_talk(screen)
    screen.fill(form, held_on="+1w", summary="x")
    screen.save(form)
    assert panel_of(form).form.cells["held_on"].error == "The consultation lies in the future."


def test_ten_thousand_characters_are_kept_byte_for_byte(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    text = "Ünïcødé \u200fعربي\u200b 👍 ' OR 1=1 -- \n" * 400
    form = new_talk(screen)
    panel_of(form).form.set_value("summary", text)
    screen.save(form)
    assert stored(workplace, yusuf).summary == text


def test_topics_used_last_come_first(screen: Screen, workplace: RecordingWorkplace) -> None:
    form = new_talk(screen)
    screen.type(form, "topics", "Housing")
    screen.save(form)
    used = drafts.load_state(workplace.desk, TOPICS_STATE)
    form = new_talk(screen)
    spec = panel_of(form).form.cells["topics"].editor.spec
    assert isinstance(used, list)
    assert spec.offered()[0].key == used[0]


def test_the_filter_finds_words_of_the_notes(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    today = workplace.desk.today()
    for days, words in ((1, "Kita gefunden"), (2, "Miete offen")):
        talk(workplace.desk, yusuf, held=today - timedelta(days=days), summary=words)
    screen.page.refresh()
    tab = talks_tab(screen)
    assert titles(tab.talks) == ["Kita gefunden", "Miete offen"]
    type_into(tab.filter, "miete")
    assert titles(tab.talks) == ["Miete offen"]
    type_into(tab.filter, " nirgends")
    assert tab.talks._remark_texts == ("No consultation has these words.",)


def test_a_long_list_shows_more_on_demand(screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord) -> None:
    first = workplace.desk.today() - timedelta(days=60)
    saved = [talk(workplace.desk, yusuf, held=first + timedelta(days=n)) for n in range(30)]
    screen.page.refresh()
    section = talks_tab(screen).talks
    assert len(section.rows) == 25
    assert section.focus_record(saved[0].id)
    assert len(section.rows) == 30


def test_a_next_step_is_ticked_off_and_reopened_by_undo(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    today = workplace.desk.today()
    talk(workplace.desk, yusuf, held=today - timedelta(days=9), agreed_next="Send papers", due_on=today)
    screen.page.refresh()
    screen.settle()
    tab = screen.page.view.current
    assert isinstance(tab, OverviewTab)
    row = next(iter(tab.next.rows.values()))
    assert (row.row.title.text(), row.row.right.text()) == ("Send papers", "today")
    row.buttons[0].click()
    screen.settle()
    assert not tab.next.rows
    screen.undo()
    assert [made.row.title.text() for made in tab.next.rows.values()] == ["Send papers"]


def test_deleting_a_talk_can_be_undone(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord, qtbot: QtBot
) -> None:
    talk(workplace.desk, yusuf, held=workplace.desk.today(), summary="Important")
    screen.page.refresh()
    section = talks_tab(screen).talks
    screen.key(next(iter(section.rows.values())).row, Qt.Key.Key_Delete)
    assert not section.rows
    screen.undo()
    assert titles(section) == ["Important"]


def test_a_case_is_closed_with_a_reason_and_reopened(screen: Screen, workplace: RecordingWorkplace) -> None:
    tab = talks_tab(screen)
    row = next(iter(tab.cases.rows.values()))
    row.buttons[0].click()
    screen.fill(tab.closing, closing_reason="Moved away")
    screen.save(tab.closing)
    closed = screen.page.client.overview.cases[0]
    assert (closed.closed_on, closed.closing_reason) == (workplace.desk.today(), "MOVED")
    next(iter(tab.cases.rows.values())).buttons[0].click()
    screen.settle()
    assert screen.page.client.overview.cases[0].closed_on is None


def test_a_time_of_day_comes_back_into_the_form() -> None:
    row = ConsultationRow(held_at="14:30")
    assert consultation_kind.filled(row, {"held_at": time(14, 30)}).held_at == "14:30"
    assert consultation_kind.filled(row, {"held_at": None}).held_at == ""
