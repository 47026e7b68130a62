"""Taking somebody in: typed, warned of a second file, saved, kept as a draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services import cases, clients, drafts, entries, search
from hin_desktop.services.search import ClientFilter
from hin_desktop.ui.clients.page import ClientsPage
from hin_desktop.ui.clients.person_form import name_typed
from tests.services.people import take_in
from tests.ui.workplace import RecordingWorkplace, settle, show


@pytest.fixture
def page(qtbot: QtBot, workplace: RecordingWorkplace) -> ClientsPage:
    """The page with the form open."""
    made = ClientsPage(workplace)
    show(qtbot, made)
    made.open(new=object())
    settle(qtbot, workplace)
    return made


def put(qtbot: QtBot, page: ClientsPage, **texts: str) -> None:
    for name, text in texts.items():
        field = page.form.panel.form.cells[name].editor.findChild(QLineEdit)
        field.setFocus()
        qtbot.keyClicks(field, text)


def everybody(workplace: RecordingWorkplace) -> tuple[int, ...]:
    return search.find(workplace.desk, ClientFilter())


def test_somebody_is_taken_in_by_typing(qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage) -> None:
    assert page.first_focus() is page.form.panel.form.cells["given_names"].editor.input()
    put(qtbot, page, given_names="Nadia", family_name="Rahimi", birth_date="1994", nationalities="Afghan",
        phone="0170 1", arrival_town="3/2022", counselling_type="Case")  # fmt: skip
    last = page.form.panel.form.cells["phone"].editor.input()
    qtbot.keyClick(last, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(workplace.visits))
    (client_id,) = everybody(workplace)
    saved = clients.get(workplace.desk, client_id)
    assert (saved.name.full, saved.birth_date, saved.arrival_town) == (
        "Nadia Rahimi", PartialDate(1994), PartialDate(2022, 3))  # fmt: skip
    assert [nation.code for nation in saved.nationalities] == ["AFG"]
    assert [row.counselling_type for row in entries.get(workplace.desk, cases.CASES, client_id)] == ["CM"]
    assert (workplace.visits, workplace.said) == ([("person", {"client_id": client_id})], ["Person taken in"])


def test_taking_in_can_be_undone(qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage) -> None:
    put(qtbot, page, given_names="Nadia")
    page.form.panel.submit()
    qtbot.waitUntil(lambda: bool(workplace.visits))
    workplace.undo_last()
    settle(qtbot, workplace)
    assert everybody(workplace) == ()


def test_a_language_with_its_level_is_kept(qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage) -> None:
    put(qtbot, page, given_names="Nadia")
    page.form.panel.form.set_value("languages", [{"code": "fa", "level": "NATIVE", "reads": True}, {"code": None}])
    page.form.panel.form.set_value("open_case", False)
    page.form.panel.submit()
    qtbot.waitUntil(lambda: bool(workplace.visits))
    (client_id,) = everybody(workplace)
    skills = clients.get(workplace.desk, client_id).languages
    assert [(skill.code, skill.level, skill.reads) for skill in skills] == [("fa", "NATIVE", True)]
    assert entries.get(workplace.desk, cases.CASES, client_id) == ()


def test_an_impossible_day_is_said_at_its_field(qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage) -> None:
    put(qtbot, page, given_names="Nadia", birth_date="31.02.1990")
    page.form.panel.submit()
    assert page.form.panel.form.cells["birth_date"].error
    assert everybody(workplace) == ()


def test_what_the_service_refuses_is_said_at_its_field(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    put(qtbot, page, birth_date="2000", arrival_germany="1999")
    page.form.panel.submit()
    cell = page.form.panel.form.cells["arrival_germany"]
    qtbot.waitUntil(lambda: cell.error == "The arrival lies before the birth.")
    assert page.form.panel.save.isEnabled()


def test_somebody_who_may_be_here_already_is_shown_and_opened(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    known = take_in(workplace.desk, "Mohammed", "Haddad", birth_date=PartialDate(1985))
    put(qtbot, page, given_names="Muhamad", family_name="Haddad")
    qtbot.waitUntil(page.form.alike.isVisible)
    (row,) = (page.form.alike.body.itemAt(0).widget(),)
    row.click()
    assert workplace.visits == [("person", {"client_id": known.id})]


def test_esc_keeps_what_was_typed_and_it_comes_back(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    put(qtbot, page, given_names="Nadia", birth_date="31.02")
    qtbot.keyClick(page.form.panel.form.cells["birth_date"].editor.input(), Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert workplace.said == ["What you typed is kept as a draft."]
    page.take_in("")
    settle(qtbot, workplace)
    assert page.form.panel.form.draft()["given_names"] == "Nadia"
    assert page.form.panel.form.draft()["birth_date"] == "31.02"


def test_a_draft_outlives_the_page_and_can_be_discarded(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    page.form.panel.form.set_value("original_name", "نادیا")
    page.leave()
    settle(qtbot, workplace)
    other = ClientsPage(workplace)
    show(qtbot, other)
    other.open(new=object())
    settle(qtbot, workplace)
    assert other.form.panel.form.values()["original_name"] == "نادیا"
    other.form._draft_line.discard.click()
    settle(qtbot, workplace)
    assert (drafts.mine(workplace.desk), other.form.panel.form.dirty) == ((), False)


def test_saving_drops_the_draft(qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage) -> None:
    put(qtbot, page, given_names="Nadia")
    page.leave()
    page.form.panel.submit()
    qtbot.waitUntil(lambda: bool(workplace.visits))
    assert drafts.mine(workplace.desk) == ()


def test_going_back_does_not_open_the_form_again(
    qtbot: QtBot, workplace: RecordingWorkplace, page: ClientsPage
) -> None:
    wish = object()
    page.open(new=wish)
    page.show_list()
    page.open(new=wish)
    assert page.list.isVisible()
    page.open(new=object())
    assert page.list.isHidden()
    settle(qtbot, workplace)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Nadia Rahimi", {"given_names": "Nadia", "family_name": "Rahimi"}),
        ("Al-Masri, Yusuf Ali", {"given_names": "Yusuf Ali", "family_name": "Al-Masri"}),
        ("Rahimi", {"given_names": "", "family_name": "Rahimi"}),
        ("نادیا", {"original_name": "نادیا"}),
        ("0142", {}),
    ],
)
def test_a_search_becomes_the_parts_of_a_name(typed: str, parts: dict[str, str]) -> None:
    assert name_typed(typed) == parts
