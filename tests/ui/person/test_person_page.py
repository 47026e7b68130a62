"""The page as a whole: header, path, tabs, another person, somebody deleted, and news from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef, StationKey, StationState
from hin_desktop.services import clients, drafts, households
from hin_desktop.services.clients import ClientRecord, LanguageSkill, Nationality
from hin_desktop.services.done import Change
from hin_desktop.ui.person.family_tab import FamilyTab
from hin_desktop.ui.person.overview_tab import OverviewTab
from hin_desktop.ui.person.places import TABS
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.words import Words
from hin_desktop.ui.widgets.cards import Pill
from hin_desktop.ui.widgets.path_view import StationButton
from tests.services.people import take_in, talk, title
from tests.ui.person.conftest import Screen, panel_of
from tests.ui.workplace import RecordingWorkplace


def shown(screen: Screen) -> str:
    """Everything in the header."""
    header = screen.page.view.header
    return " ".join(words.text() for words in header.findChildren(QLabel) if not words.isHidden())


def pills(screen: Screen) -> list[str]:
    header = screen.page.view.header
    found = [pill for pill in header.findChildren(Pill) if not pill.isHidden()]
    return [words.text() for pill in found for words in pill.findChildren(QLabel) if words.text()]


def sheet_form(screen: Screen) -> RecordForm:
    screen.page.acts.edit_sheet()
    tab = screen.page.view.current
    assert isinstance(tab, OverviewTab)
    return tab.sheet_form


def test_the_header_says_who_this_is(screen: Screen) -> None:
    for words in ("Yusuf Al-Masri", "يوسف المصري", "34 years", "Syria ·", "Arabic, German A2 ·", "HIN-2027-0001"):
        assert words in shown(screen)
    assert pills(screen) == ["MBE since 14 Jan 2027"]


@pytest.mark.parametrize(
    ("born", "assumed", "words"),
    [
        (PartialDate(1992, 5, 14), False, "34 years"), (PartialDate(1992), False, "34 or 35 years"),
        (PartialDate(1992, 1, 1), True, "about 35 years"), (None, False, ""),
        (PartialDate(2026, 1, 14), False, "1 year"),
    ],
)  # fmt: skip
def test_an_age_is_only_as_sure_as_the_birth_date(
    workplace: RecordingWorkplace, born: PartialDate | None, assumed: bool, words: str
) -> None:
    kit = workplace.kit
    made = Words(kit.texts, workplace.desk.catalogues, kit.today)
    assert made.age(ClientRecord(birth_date=born, birth_date_assumed=assumed)) == words


@pytest.mark.parametrize(
    ("days", "pill"), [(200, None), (20, "Residence title valid until 3 Feb 2027"),
                       (-5, "Residence title expired on 9 Jan 2027")],
)  # fmt: skip
def test_a_title_that_ends_stands_in_the_header(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord, days: int, pill: str | None
) -> None:
    today = workplace.desk.today()
    title(workplace.desk, yusuf, "AE_25_3", today - timedelta(days=400), today + timedelta(days=days))
    screen.page.refresh()
    screen.settle()
    assert pills(screen)[1:] == ([pill] if pill else [])


def test_death_and_a_ban_on_disclosure_are_shown(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    changed = replace(yusuf, date_of_death=PartialDate(2026, 11), disclosure_ban=True)
    clients.change(workplace.desk, changed)
    screen.page.refresh()
    screen.settle()
    assert "deceased 11/2026" in shown(screen)
    assert "Auskunftssperre" in pills(screen)


def test_someone_without_a_name_has_a_page(screen: Screen, workplace: RecordingWorkplace) -> None:
    screen.open(take_in(workplace.desk))
    assert "Without a name" in shown(screen)
    assert screen.page.title() == "Without a name"


@pytest.mark.parametrize("name", ["' OR 1=1 --", "A\u200f\u200bعلي👍", "Ñ" * 300, "<b>bold</b>"])
def test_any_name_is_shown_as_it_is_and_does_not_widen_the_page(
    screen: Screen, workplace: RecordingWorkplace, name: str
) -> None:
    many = tuple(LanguageSkill(code=code) for code in ("ar", "de", "en", "fr", "it"))
    screen.open(take_in(workplace.desk, name, "", languages=many, nationalities=(Nationality(code="SYR"),)))
    view = screen.page.view
    assert view.header.title.text() == name
    assert view.header.title.textFormat() is Qt.TextFormat.PlainText
    assert view.content.width() == view.viewport().width()


def test_two_hundred_percent_fits_into_the_width(screen: Screen, workplace: RecordingWorkplace) -> None:
    workplace.kit.theme.set_text_size(200)
    for key in TABS:
        screen.page.view.show_tab(key)
        screen.settle()
        assert screen.page.view.content.minimumSizeHint().width() <= screen.page.view.viewport().width(), key


def test_a_tab_that_is_asked_for_has_half_of_the_page(screen: Screen, workplace: RecordingWorkplace) -> None:
    view = screen.page.view
    screen.page.resize(1280, 640)
    workplace.kit.theme.set_text_size(200)
    screen.settle()
    view.verticalScrollBar().setValue(0)
    view.show_tab("evidence")
    screen.qtbot.waitUntil(lambda: 0 <= view.tabs.mapTo(view.viewport(), QPoint(0, 0)).y() <= view.height() / 2)


def test_a_station_opens_what_is_behind_it_and_says_what_is_missing(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    saved = talk(workplace.desk, yusuf, held=workplace.desk.today())
    screen.page.refresh()
    screen.settle()
    buttons = screen.page.view.path.findChildren(StationButton)
    screen.key(next(made for made in buttons if made.key is StationKey.FIRST_TALK), Qt.Key.Key_Return)
    assert screen.page.view.tabs.current == "talks"
    assert screen.section("talks", "consultation").rows[saved.id].is_open
    assert screen.page.view.panel.title.text() == "First talk"
    screen.key(screen.page.view.panel.close_button, Qt.Key.Key_Escape)
    assert screen.page.view.panel.isHidden()


def test_a_station_is_set_by_hand_and_follows_the_records_again(screen: Screen) -> None:
    view = screen.page.view
    view.show_station(StationKey.WORK)
    view.panel.by_hand.click()
    screen.settle()
    screen.fill(view.panel.form, state="done", reason="works abroad")
    screen.save(view.panel.form)
    station = next(s for s in screen.page.client.stations if s.key is StationKey.WORK)
    assert (station.state, station.overridden) == (StationState.DONE, True)
    view.panel.by_records.click()
    screen.settle()
    assert not any(s.overridden for s in screen.page.client.stations)
    screen.undo()
    assert any(s.overridden for s in screen.page.client.stations)


def test_the_sheet_is_changed_with_its_lists(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    form = sheet_form(screen)
    screen.fill(form, phone="0176 1", birth_date="1991", nationalities="Afghan")
    panel_of(form).form.set_value("languages", ({"code": "de", "level": "B1", "reads": True},))
    screen.save(form)
    saved = clients.get(workplace.desk, yusuf.id)
    assert (saved.phone, saved.birth_date) == ("0176 1", PartialDate(1991))
    assert [row.code for row in saved.nationalities] == ["SYR", "AFG"]
    assert [(row.id, row.code, row.level, row.reads) for row in saved.languages] == [(2, "de", "B1", True)]


def test_two_windows_at_one_sheet_show_the_lists_too(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    form = sheet_form(screen)
    screen.fill(form, phone="mine")
    theirs = replace(yusuf, phone="theirs", nationalities=())
    clients.change(workplace.desk, theirs)
    screen.save(form)
    conflict = panel_of(form)._conflict
    assert conflict is not None
    assert {d.field for d in conflict.conflict.differences} == {"phone", "nationalities"}
    assert clients.get(workplace.desk, yusuf.id).phone == "theirs"


def test_another_person_comes_into_the_same_widgets(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    talk(workplace.desk, yusuf, held=workplace.desk.today(), summary="Secret of Yusuf")
    screen.page.refresh()
    section = screen.section("talks", "consultation")
    other = take_in(workplace.desk, "Daria", "Ivanova")
    screen.open(other, tab="talks")
    assert screen.section("talks", "consultation") is section
    assert not section.rows
    assert screen.page.title() == "Daria Ivanova"


def test_opening_puts_the_person_on_top_of_those_opened_last(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    assert drafts.load_state(workplace.desk, drafts.RECENT) == [yusuf.id]
    assert screen.page.person() == yusuf.id


def test_the_person_is_deleted_and_brought_back(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    screen.page.acts.delete_person()
    screen.settle()
    assert not screen.page.gone.isHidden()
    assert screen.page.view.isHidden()
    screen.undo()
    assert screen.page.gone.isHidden()
    assert "Yusuf" in shown(screen)


def test_the_page_of_nobody_leads_back_to_the_list(screen: Screen, workplace: RecordingWorkplace) -> None:
    screen.page.open(client_id=999)
    screen.settle()
    screen.page.gone.button.click()
    assert workplace.visits == [("clients", {})]
    assert screen.page.title() == ""


def test_only_news_of_this_person_concern_the_page(screen: Screen, yusuf: ClientRecord) -> None:
    assert screen.page.cares((Change("case", 4, 1, (yusuf.id,)),))
    assert screen.page.cares((Change("client", None, 0),))
    assert screen.page.cares((Change("setting", 3, 1),))
    assert not screen.page.cares((Change("case", 4, 1, (99,)),))


def test_news_leave_an_open_form_alone(screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord) -> None:
    screen.page.acts.add("talks", "consultation")
    form = screen.section("talks", "consultation").form
    screen.type(form, "summary", "typing")
    talk(workplace.desk, yusuf, held=workplace.desk.today(), summary="by a colleague")
    screen.page.refresh()
    screen.settle()
    assert panel_of(form).form.values()["summary"] == "typing"
    assert len(screen.section("talks", "consultation").rows) == 1


def test_every_command_has_its_own_keys_and_the_tabs_theirs(
    screen: Screen, workplace: RecordingWorkplace
) -> None:
    workplace.registry.register_all(screen.page.commands(), screen.page)
    workplace.registry.activate(screen.page)
    keys = {command.shortcut for command in workplace.registry.here()}
    assert {f"Ctrl+{n}" for n in range(1, 10)} | {"Ctrl+B", "Ctrl+E"} <= keys
    assert workplace.registry.run("person.tab.history")
    assert screen.page.view.tabs.current == "history"


def test_a_record_is_shown_where_it_stands(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    today = workplace.desk.today()
    saved = title(workplace.desk, yusuf, "AE_24", today, None)
    screen.open(yusuf, record=RecordRef("residence_period", saved.id))
    assert screen.page.view.tabs.current == "residence"
    assert screen.section("residence", "residence_period").rows[saved.id].is_open


def test_a_tab_left_open_shows_nothing_of_the_one_before(
    screen: Screen, workplace: RecordingWorkplace, yusuf: ClientRecord
) -> None:
    households.live_together(workplace.desk, yusuf.id, take_in(workplace.desk, "Rima", "Al-Masri").id, "Familie")
    screen.open(yusuf, tab="family")
    tab = screen.page.view.current
    assert isinstance(tab, FamilyTab)
    assert tab.household.rows
    screen.open(take_in(workplace.desk, "Selam", "Tesfaye"))
    screen.page.view.show_tab("family")
    screen.settle()
    assert not tab.household.rows
