"""Heute on the screen: what waits, opened and ticked off by keyboard, and how the page was left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services import clients, consultations, drafts, notices
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.deadlines import CHUNK
from hin_desktop.services.drafts import DraftKey
from hin_desktop.ui.today.page import TodayPage
from tests.services.people import case, letter, take_in, talk, title
from tests.ui.workplace import RecordingWorkplace, settle, show


@pytest.fixture
def nadia(workplace: RecordingWorkplace) -> ClientRecord:
    """In this counsellor's care; two steps agreed, a title that runs out."""
    desk, today = workplace.desk, workplace.desk.today()
    saved = take_in(desk, "Nadia", "Rahimi")
    case(desk, saved, today - timedelta(days=400))
    talk(desk, saved, held=today - timedelta(days=9), agreed_next="Call the office", due_on=today - timedelta(days=2))
    talk(desk, saved, held=today - timedelta(days=3), agreed_next="Letter", due_on=today + timedelta(days=30))
    title(desk, saved, "AE_25_3", today - timedelta(days=300), today + timedelta(days=20))
    return saved


@pytest.fixture
def page(qtbot: QtBot, workplace: RecordingWorkplace) -> TodayPage:
    """The page, read and shown."""
    made = TodayPage(workplace)
    show(qtbot, made)
    made.open()
    settle(qtbot, workplace)
    return made


def lines(page: TodayPage) -> list[tuple[str, str]]:
    rows = (*page.steps.rows, *page.deadlines.rows, *page.watch.rows)
    return [(row.title.text(), row.right.text()) for row in rows]


def test_what_waits_is_shown_by_urgency_with_its_reason(nadia: ClientRecord, page: TodayPage) -> None:
    assert lines(page) == [
        ("Call the office – Nadia Rahimi", "2 days overdue"),
        ("Letter – Nadia Rahimi", "in 30 days"),
        ("Extend the residence title – Nadia Rahimi", "in 20 days"),
    ]
    assert page.header.title.text().endswith("Ayşe Yılmaz")
    assert page.header.subtitle.text() == "Thursday, 14 January 2027 · 2 steps, 1 of them overdue"


def test_open_letters_come_first_and_open_with_enter(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    today = workplace.desk.today()
    assert page.letters.isHidden()
    hearing = letter(workplace.desk, nadia, deadline=today + timedelta(days=3))
    letter(workplace.desk, nadia, "ABH", dated_on=today)
    late = letter(workplace.desk, nadia, "INVITATION", deadline=today - timedelta(days=1))
    letter(workplace.desk, nadia, "ASYLG", dated_on=today)
    badges: list[int] = []
    page.badge_changed.connect(badges.append)
    page.refresh()
    settle(qtbot, workplace)
    assert [(row.title.text(), row.detail.text(), row.right.text()) for row in page.letters.rows] == [
        ("Invitation – Nadia Rahimi", "last day 13 Jan 2027", "1 day overdue"),
        ("BAMF: asylum decision (AsylG) – Nadia Rahimi", "copy the time limit from the letter", "last day not known"),
        ("Hearing (Anhörung) – Nadia Rahimi", "last day 17 Jan 2027", "in 3 days"),
        ("Ausländerbehörde – Nadia Rahimi", "complete the facts", "last day not known")]  # fmt: skip
    assert page.header.subtitle.text().endswith("4 letters with a deadline · 2 steps, 1 of them overdue")
    assert badges == [3]
    first = page.first_focus()
    assert first is page.letters.rows[0]
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert workplace.visits[-1][1]["record"] == RecordRef("notice", late.id)
    assert page.cares(notices.finish(workplace.desk, hearing, today).changes)


def test_enter_opens_the_person_at_the_record(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    first = page.first_focus()
    assert first is page.steps.rows[0]
    qtbot.keyClick(first, Qt.Key.Key_Return)
    ((where, target),) = workplace.visits
    assert (where, target["client_id"]) == ("person", nadia.id)
    assert target["record"] == RecordRef("consultation", page.steps.items[0].ref.id)


def test_a_deadline_has_its_rule_and_opens_its_record(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    (row,), (item,) = page.deadlines.rows, page.deadlines.items
    assert row.detail.text().endswith("ends on 3 Feb 2027 · § 81 Abs. 4 AufenthG · to be checked")
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert workplace.visits == [
        ("person", {"client_id": nadia.id, "tab": "residence", "record": item.deadline.ref})]  # fmt: skip
    assert page.deadlines.hint.isHidden()


def test_time_reached_stands_apart_never_late_and_opens_the_prospects(
    qtbot: QtBot, workplace: RecordingWorkplace, page: TodayPage
) -> None:
    desk, badges = workplace.desk, list[int]()
    page.badge_changed.connect(badges.append)
    saved = take_in(desk, "Amir")
    case(desk, saved, desk.today())
    title(desk, saved, "AE_25_2_FL", date(2022, 1, 3), date(2029, 1, 2))
    page.refresh()
    settle(qtbot, workplace)
    assert page.deadlines.rows == []
    assert [(row.title.text(), row.right.text()) for row in page.reached.rows] == [
        ("Time for permanent residence – Amir", "since 3 Jan 2027"),
        ("Time for naturalisation – Amir", "since 3 Jan 2027")]  # fmt: skip
    qtbot.keyClick(page.reached.rows[0], Qt.Key.Key_Return)
    assert workplace.visits == [("person", {"client_id": saved.id, "tab": "prospects", "record": None})]
    assert badges == [0]


def test_deadlines_come_some_people_at_a_time_and_stay_while_they_are_read_again(
    qtbot: QtBot, workplace: RecordingWorkplace, page: TodayPage
) -> None:
    desk, seen = workplace.desk, list[tuple[int, int]]()
    for number in range(CHUNK + 2):
        saved = take_in(desk, f"Person {number}")
        case(desk, saved, desk.today())
        title(desk, saved, "AE_25_3", date(2026, 1, 2), desk.today() + timedelta(days=1 + number % 90))
    page.feed.came.connect(lambda: seen.append((page.feed.done, len(page.deadlines.items))))
    page.refresh()
    settle(qtbot, workplace)
    assert seen == [(0, 0), (CHUNK, 0), (CHUNK + 2, CHUNK + 2)]
    page.scope.setCurrentIndex(1)
    settle(qtbot, workplace)
    assert seen[3:] == [(0, 0), (CHUNK, CHUNK), (CHUNK + 2, CHUNK + 2)]
    seen.clear()
    page.deadlines.rows[2].setFocus()
    page.refresh()
    settle(qtbot, workplace)
    assert [count for _, count in seen] == [CHUNK + 2] * 3
    qtbot.waitUntil(page.deadlines.rows[2].hasFocus)


def test_a_step_is_ticked_off_and_brought_back(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    held = page.steps.items[0].ref.id
    page.acts.tick_off(page.steps.items[0])
    qtbot.waitUntil(lambda: len(page.steps.rows) == 1)
    assert consultations.get(workplace.desk, held).next_done_on == workplace.desk.today()
    assert workplace.said == ["Next step done"]
    workplace.undo_last()
    qtbot.waitUntil(lambda: len(page.steps.rows) == 2)
    assert workplace.said[-1] == "Undone: {verb}"


def test_the_keyboard_stays_in_the_card_when_a_row_goes(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    page.steps.rows[0].setFocus()
    page.acts.tick_off(page.steps.items[0])
    qtbot.waitUntil(lambda: len(page.steps.rows) == 1)
    qtbot.waitUntil(page.steps.rows[0].hasFocus)


def test_the_oldest_silence_is_told_and_who_it_is_only_when_asked(
    qtbot: QtBot, workplace: RecordingWorkplace, page: TodayPage
) -> None:
    for number, days in enumerate((60, 70, 100)):
        saved = take_in(workplace.desk, f"Silent{number}")
        case(workplace.desk, saved, workplace.desk.today() - timedelta(days=days))
    page.refresh()
    settle(qtbot, workplace)
    assert page.watch.rows == []
    assert page.watch.summary is not None
    assert page.watch.summary.title.text() == "3 cases without contact"
    assert page.watch.summary.detail.text() == "the oldest: no contact for 14 weeks"
    qtbot.keyClick(page.watch.summary, Qt.Key.Key_Return)
    assert [row.title.text() for row in page.watch.rows] == ["Silent2", "Silent1", "Silent0"]
    qtbot.waitUntil(page.watch.summary.hasFocus)
    page.watch.summary.click()
    case(workplace.desk, take_in(workplace.desk, "Another"), workplace.desk.today() - timedelta(days=61))
    page.refresh()
    settle(qtbot, workplace)
    assert page.watch.summary.title.text() == "4 cases without contact"


def test_the_first_six_are_shown_and_the_rest_when_asked(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    for number in range(6):
        talk(workplace.desk, nadia, held=workplace.desk.today(), agreed_next=f"Step {number}")
    page.refresh()
    settle(qtbot, workplace)
    assert (len(page.steps.rows), page.steps.link.text()) == (6, "All 8")
    page.steps.link.click()
    assert (len(page.steps.rows), page.steps.link.text()) == (8, "Fewer")
    page.steps.link.click()
    assert len(page.steps.rows) == 6


def test_initials_hide_every_name_and_are_remembered(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    drafts.note_opened(workplace.desk, nadia.id)
    run = {binding.command.id: binding.run for binding in page.commands()}
    run["today.initials"]()
    settle(qtbot, workplace)
    shown = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))
    assert "Nadia" not in shown
    assert "Call the office – N.R." in shown
    assert "Extend the residence title – N.R." in shown
    assert drafts.load_state(workplace.desk, "today") == {"mine": True, "initials": True}


def test_whose_cases_is_remembered(qtbot: QtBot, workplace: RecordingWorkplace, page: TodayPage) -> None:
    page.scope.setCurrentIndex(1)
    settle(qtbot, workplace)
    other = TodayPage(workplace)
    qtbot.addWidget(other)
    other.open()
    settle(qtbot, workplace)
    assert other.scope.currentIndex() == 1


def test_forms_begun_can_be_gone_on_with_or_thrown_away_and_brought_back(
    qtbot: QtBot, workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    key = DraftKey("consultation", nadia.id)
    drafts.keep(workplace.desk, key, {"values": {"summary": "x"}})
    page.refresh()
    settle(qtbot, workplace)
    assert [row.title.text() for row in page.begun.rows] == ["Consultation – Nadia Rahimi"]
    page.begun.rows[0].click()
    assert workplace.visits[-1][1]["client_id"] == nadia.id
    page.acts.discard(page.begun.items[0])
    settle(qtbot, workplace)
    assert (drafts.mine(workplace.desk), page.begun.isHidden()) == ((), True)
    workplace.undo_last()
    settle(qtbot, workplace)
    assert [draft.key for draft in drafts.mine(workplace.desk)] == [key]


def test_an_empty_desk_says_what_to_do(qtbot: QtBot, workplace: RecordingWorkplace, page: TodayPage) -> None:
    assert page.nothing.isVisible()
    assert page.steps.isHidden()
    page.nothing.button.click()
    assert workplace.visits[0][0] == "clients"
    assert "new" in workplace.visits[0][1]


def test_a_name_is_shown_as_it_is_never_read_as_code(
    qtbot: QtBot, workplace: RecordingWorkplace, page: TodayPage
) -> None:
    saved = take_in(workplace.desk, "<b>Nadia</b>", "{n} & Söhne")
    drafts.note_opened(workplace.desk, saved.id)
    page.refresh()
    settle(qtbot, workplace)
    (row,) = page.recent.rows
    assert row.title.text() == "<b>Nadia</b> {n} & Söhne"
    assert row.title.textFormat() is Qt.TextFormat.PlainText


def test_it_looks_again_when_a_case_changes_and_not_for_a_draft(
    workplace: RecordingWorkplace, nadia: ClientRecord, page: TodayPage
) -> None:
    changed = clients.change(workplace.desk, clients.get(workplace.desk, nadia.id)).changes
    done = clients.remove(workplace.desk, nadia.id, nadia.version)
    assert not page.cares(changed)
    assert page.cares(done.changes)
