"""Nothing typed is lost: drafts are kept, offered again, and gone when saved or thrown away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hin_desktop.domain.pathway import RecordRef, StationKey
from hin_desktop.services import drafts
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.drafts import DraftKey
from hin_desktop.ui.person import record_form
from hin_desktop.ui.person.record_form import DraftLine, RecordForm
from tests.services.people import take_in
from tests.ui.person.conftest import Screen, panel_of
from tests.ui.workplace import RecordingWorkplace

NEW_TALK = "consultation"


@pytest.fixture
def begun(screen: Screen) -> RecordForm:
    """A consultation that was begun."""
    screen.page.acts.add("talks", NEW_TALK)
    screen.settle()
    form = screen.section("talks", NEW_TALK).form
    screen.type(form, "summary", "Half a sent")
    return form


def kept(workplace: RecordingWorkplace) -> list[str]:
    return [draft.key.form for draft in drafts.mine(workplace.desk)]


def test_what_is_typed_is_kept_after_a_moment(
    begun: RecordForm, workplace: RecordingWorkplace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: kept(workplace) == [NEW_TALK], timeout=3 * record_form.DRAFT_AFTER)


def test_leaving_keeps_it_at_once(screen: Screen, begun: RecordForm, workplace: RecordingWorkplace) -> None:
    screen.page.leave()
    screen.settle()
    assert kept(workplace) == [NEW_TALK]


def test_escape_closes_and_keeps(screen: Screen, begun: RecordForm, workplace: RecordingWorkplace) -> None:
    screen.key(panel_of(begun).form.cells["summary"].editor.input(), Qt.Key.Key_Escape)
    assert begun.panel is None
    assert kept(workplace) == [NEW_TALK]
    assert "What you typed is kept as a draft." in workplace.said


def test_the_form_comes_back_with_the_draft_and_says_so(screen: Screen, begun: RecordForm) -> None:
    begun.close_quietly()
    screen.page.acts.add("talks", NEW_TALK)
    assert panel_of(begun).form.values()["summary"] == "Half a sent"
    assert begun.findChildren(DraftLine)


def test_a_draft_can_be_thrown_away(screen: Screen, begun: RecordForm, workplace: RecordingWorkplace) -> None:
    begun.close_quietly()
    screen.page.acts.add("talks", NEW_TALK)
    begun.findChildren(DraftLine)[0].discard.click()
    screen.settle()
    assert panel_of(begun).form.values()["summary"] == ""
    assert kept(workplace) == []


def test_saving_drops_the_draft(screen: Screen, begun: RecordForm, workplace: RecordingWorkplace) -> None:
    begun.leave()
    screen.settle()
    screen.save(begun)
    assert kept(workplace) == []


def test_another_person_gets_no_word_of_it(
    screen: Screen, begun: RecordForm, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    other = take_in(workplace.desk, "Daria", "Ivanova")
    screen.open(other, tab="talks")
    assert begun.panel is None
    assert drafts.mine(workplace.desk)[0].key == DraftKey(NEW_TALK, yusuf.id)
    assert screen.page.view.drafts.isHidden()
    screen.open(yusuf)
    assert list(screen.page.view.drafts.buttons) == [DraftKey(NEW_TALK, yusuf.id)]


def test_a_new_page_offers_it_again_and_continues(
    screen: Screen, begun: RecordForm, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    begun.close_quietly()
    screen.page.refresh()
    screen.settle()
    screen.page.view.drafts.buttons[DraftKey(NEW_TALK, yusuf.id)].click()
    screen.settle()
    assert panel_of(begun).form.values()["summary"] == "Half a sent"
    assert screen.page.view.drafts.isHidden()


def test_coming_from_the_first_page_opens_the_begun_form(
    screen: Screen, begun: RecordForm, yusuf: ClientRecord
) -> None:
    begun.close_quietly()
    screen.page.view.show_tab("family")
    screen.settle()  # the draft is written beside the window
    screen.open(yusuf, record=RecordRef(NEW_TALK, 0))
    assert screen.page.view.tabs.current == "talks"
    assert panel_of(begun).form.values()["summary"] == "Half a sent"


def test_each_station_has_a_draft_of_its_own(screen: Screen, workplace: RecordingWorkplace) -> None:
    view = screen.page.view
    for key in (StationKey.WORK, StationKey.LANGUAGE):
        view.show_station(key)
        view.panel.edit()
        screen.settle()
        screen.type(view.panel.form, "reason", key.value)
    screen.page.leave()
    screen.settle()
    assert sorted(kept(workplace)) == ["station_override language", "station_override work"]
    view.drafts.show_drafts(frozenset())
    view.drafts.buttons[DraftKey("station_override work", screen.page.client.id)].click()
    screen.settle()
    assert panel_of(view.panel.form).form.values()["reason"] == "work"
