"""Rechtsstand: every rule with value, mark and source; found while typing; rows of our own, validated and undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from hin_desktop import resources
from hin_desktop.errors import Message
from hin_desktop.records.models.legal import LawVersion
from hin_desktop.services import drafts, law_versions
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.law import load_law_book
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.texts import Texts
from hin_desktop.ui.law import title_words
from hin_desktop.ui.law.page import RULES, TITLES, LawPage
from hin_desktop.ui.law.words import PRACTICE, STATUTES
from hin_desktop.ui.shell.theme import Mode
from tests.ui.typing_keys import CTRL, press, type_into
from tests.ui.workplace import RecordingWorkplace, settle

FEE = "stag.fee"
OWN = LawVersionRow(key=FEE, value="300", valid_from=date(2020, 1, 1), citation="§ 38 StAG new")


def search(page: LawPage, text: str) -> tuple[str, ...]:
    page.search.setFocus()
    page.search.clear()
    type_into(page.search, text)
    return page.lists[RULES].shown


def look(page: LawPage, key: str) -> None:
    page.lists[RULES].go_to(key)
    assert page.rule.key == key


def version_rows(page: LawPage) -> list[tuple[str, str]]:
    rows = page.rule.versions.rows.values()
    return [(made.row.title.text(), made.row.right.text()) for made in rows]


def type_row(page: LawPage, **fields: str) -> None:
    panel = page.rule.form.panel
    assert panel is not None
    for name, text in fields.items():
        widget = panel.form.cells[name].editor.input()
        widget.setFocus()
        press(widget, Qt.Key.Key_A, CTRL)
        type_into(widget, text)


def test_every_rule_stands_there_once_and_is_counted(page: LawPage) -> None:
    keys = {rule.key for rule in load_law_book().rules}
    assert set(page.lists[RULES].shown) == keys
    assert page.header.subtitle.text().startswith(f"{len(keys)} parameters · ")


def test_every_statute_has_a_name() -> None:
    files = {file.stem for file in resources.path("law").glob("*.toml")}
    assert files == {*STATUTES, PRACTICE[0]}


@pytest.mark.parametrize(("words", "key"), [
    ("fee child", "stag.fee_child"), ("255", FEE), ("§ 38 stag", FEE), ("18c aufenthg", "aufenthg.ne_18c_1_time")])
def test_it_is_found_by_word_value_and_paragraph(page: LawPage, words: str, key: str) -> None:
    assert key in search(page, words)


def test_nothing_found_says_so(page: LawPage) -> None:
    assert search(page, "xyzzy") == ()
    assert page.panes.nothing.isVisible() and not page.rule.isVisible()
    press(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == "" and page.rule.isVisible()


def test_the_switch_shows_only_what_is_to_be_checked(page: LawPage) -> None:
    page.only.click()
    shown = [page.lists[RULES].entries[key] for key in page.lists[RULES].shown]
    assert shown and all(entry.to_check and "to be checked" in entry.detail for entry in shown)
    assert all(entry.icon == "circle-question-mark" for entry in shown if entry.icon != "history")


def test_a_rule_is_shown_with_value_sentence_source_and_mark(page: LawPage) -> None:
    look(page, FEE)
    card = page.rule
    assert (card.value.text(), card.accessibleName()) == ("€255.00", "Fee")
    assert card.sentence.text().startswith("Naturalisation costs €255.00")
    facts = {label.accessibleName() for label in card.facts.findChildren(type(card.sentence)) if label.accessibleName()}
    assert {"Written in: § 38 StAG", "In force: since 27 Jun 2024"} <= facts
    assert version_rows(page) == [("€255.00", "in force")]


def test_older_and_future_versions_stand_below(page: LawPage) -> None:
    look(page, "intv.fee_lesson")
    assert len(version_rows(page)) == len(load_law_book().versions("intv.fee_lesson")) > 1
    assert sorted(right for _, right in version_rows(page)) == ["ended", "in force"]
    look(page, "stag.residence_turbo")
    assert [right for _, right in version_rows(page)] == ["ended"]
    assert "until 29 Oct 2025" in page.lists[RULES].entries["stag.residence_turbo"].detail


def test_the_keyboard_goes_from_the_search_down_the_list_past_the_headings(page: LawPage) -> None:
    search(page, "stag fee")
    first, second = page.lists[RULES].shown[:2]
    press(page.search, Qt.Key.Key_Down)
    assert page.lists[RULES].hasFocus() and page.rule.key == first
    press(page.lists[RULES], Qt.Key.Key_Down)
    assert page.rule.key == second
    assert "StAG" in str(page.lists[RULES].currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def test_rules_without_a_value_have_no_own_row(page: LawPage) -> None:
    look(page, "stag.livelihood")
    assert not page.rule.add_button.isVisible() and not page.rule.value.isVisible()


def test_an_own_row_is_typed_saved_marked_and_undone(
    page: LawPage, workplace: RecordingWorkplace, qtbot: QtBot
) -> None:
    look(page, FEE)
    page.rule.add_button.click()
    type_row(page, value="300", citation="BGBl. 2027 I Nr. 1", valid_from="01.01.2020")
    panel = page.rule.form.panel
    assert panel is not None
    qtbot.keyClick(panel.form.cells["value"].editor.input(), Qt.Key.Key_S, CTRL)
    settle(qtbot, workplace)
    assert [(row.value, row.citation) for row in law_versions.get(workplace.desk)] == [("300", "BGBl. 2027 I Nr. 1")]
    assert page.rule.form.panel is None
    assert page.rule.value.text() == "€255.00"  # ours began before the shipped one, which is newer
    assert ("€300.00", "replaced") in version_rows(page)
    workplace.undo_last()
    settle(qtbot, workplace)
    assert law_versions.get(workplace.desk) == () and len(version_rows(page)) == 1


def test_an_own_row_in_force_shows_as_our_own_everywhere(
    page: LawPage, workplace: RecordingWorkplace, qtbot: QtBot
) -> None:
    today = workplace.kit.today()
    law_versions.save(workplace.desk, LawVersionRow(key=FEE, value="300", valid_from=today, citation="new"))
    page.refresh()
    settle(qtbot, workplace)
    look(page, FEE)
    entry = page.lists[RULES].entries[FEE]
    assert (entry.right, entry.icon, "own row" in entry.detail) == ("€300.00", "users", True)
    assert page.rule.value.text() == "€300.00"
    assert version_rows(page) == [("€300.00", "in force"), ("€255.00", "replaced")]
    assert page.header.subtitle.text().endswith("1 own row")


def test_a_value_of_another_kind_is_refused_at_its_field(
    page: LawPage, workplace: RecordingWorkplace, qtbot: QtBot
) -> None:
    look(page, FEE)
    page.rule.add_button.click()
    type_row(page, value="much")
    panel = page.rule.form.panel
    assert panel is not None
    panel.submit()
    settle(qtbot, workplace)
    assert panel.form.cells["value"].error == "Please enter an amount such as 255 or 2,29."
    assert law_versions.get(workplace.desk) == ()


@pytest.mark.parametrize(("key", "label"), [
    ("stag.residence", "Value in years *"), ("stag.absence", "Value in months *"), (FEE, "Value in euros *"),
    ("stag.language", "Value *"), ("asylg.procedure_begins_made", "Day *"), ("sgg.objection_kinds", "Codes *"),
    ("intv.fee_share", "Value as a share, for example 0,5 *"), ("stag.of_age", "Value *")])  # fmt: skip
def test_the_value_is_typed_in_the_unit_of_the_rule(page: LawPage, key: str, label: str) -> None:
    look(page, key)
    page.rule.add_own()
    panel = page.rule.form.panel
    assert panel is not None
    assert panel.form.cells["value"].label.text() == label
    assert panel.form.cells["valid_from"].editor.value() == page._place.kit.today()


def test_own_rows_are_changed_and_deleted(page: LawPage, workplace: RecordingWorkplace, qtbot: QtBot) -> None:
    law_versions.save(workplace.desk, OWN)
    page.refresh()
    settle(qtbot, workplace)
    look(page, FEE)
    own = page.rule.versions.rows[1]
    edit, delete = own.buttons[:2]
    edit.click()
    panel = page.rule.form.panel
    assert panel is not None and panel.form.cells["value"].editor.value() == "300"
    type_row(page, value="310,50")
    panel.submit()
    settle(qtbot, workplace)
    assert law_versions.get(workplace.desk)[0].value == "310,50"
    delete = page.rule.versions.rows[1].buttons[1]
    delete.click()
    settle(qtbot, workplace)
    assert law_versions.get(workplace.desk) == ()
    assert workplace.said[-1] == "Own row of the law deleted"
    workplace.undo_last()
    settle(qtbot, workplace)
    assert law_versions.get(workplace.desk)[0].value == "310,50"


def test_what_was_begun_is_a_draft_and_comes_back(
    page: LawPage, workplace: RecordingWorkplace, qtbot: QtBot
) -> None:
    drafts.keep(workplace.desk, DraftKey(f"law_version {FEE}"), {"citation": "half a sent"})
    page.open(rule=FEE, record=0)
    settle(qtbot, workplace)
    assert page.rule.key == FEE
    panel = page.rule.form.panel
    assert panel is not None and panel.form.values()["citation"] == "half a sent"
    look(page, "stag.residence")
    assert page.rule.form.panel is None


def test_the_page_cares_for_own_rows_alone(page: LawPage, workplace: RecordingWorkplace) -> None:
    saved = law_versions.save(workplace.desk, OWN)
    assert page.cares(saved.changes) and not page.cares(())


def test_rows_that_no_rule_knows_any_more_say_so_and_can_go(
    page: LawPage, workplace: RecordingWorkplace, qtbot: QtBot
) -> None:
    assert not page.lost.isVisible()
    with workplace.desk.writing(Message("Own row of the law added")) as act:
        act.save(LawVersion, LawVersionRow(key="stag.gone", value="1", valid_from=date(2020, 1, 1), citation="§ 1"))
    page.refresh()
    settle(qtbot, workplace)
    assert page.lost.isVisible() and page.lost.rows[0].title.text() == "stag.gone = 1"
    page.lost.rows[0].findChildren(QToolButton)[0].click()
    settle(qtbot, workplace)
    assert not page.lost.isVisible()


def test_titles_have_their_columns_in_words(page: LawPage, workplace: RecordingWorkplace) -> None:
    page.tabs.setCurrentIndex(TITLES)
    assert page.title_card.isVisible() and not page.rule.isVisible()
    titles = workplace.desk.catalogues.residence_titles
    assert set(page.lists[TITLES].shown) == {title.code for title in titles}
    page.lists[TITLES].go_to("AE_16A")
    facts = dict(title_words.columns(titles.entry("AE_16A"), workplace.kit.texts))
    assert facts["Time for settlement"] == "counts half" and facts["Title for naturalisation"] == "excluded by name"
    assert page.title_card.accessibleName() == titles.entry("AE_16A").label("en")
    page.search.setText("duldung")
    assert "DU_60A" in page.lists[TITLES].shown and "AE_16A" not in page.lists[TITLES].shown


def test_every_title_can_be_said(workplace: RecordingWorkplace) -> None:
    for title in workplace.desk.catalogues.residence_titles:
        for language in ("de", "en"):
            assert all("{" not in value for _, value in title_words.columns(title, Texts(language)))


def test_what_is_looked_at_goes_below_the_list_where_it_is_narrow(page: LawPage) -> None:
    assert not page.panes.below
    page.resize(700, 680)
    assert page.panes.below


def test_the_list_is_painted_in_the_colours_of_the_theme(page: LawPage, workplace: RecordingWorkplace) -> None:
    theme, rows = workplace.kit.theme, page.lists[RULES]
    for mode in (Mode.DARK, Mode.LIGHT):
        theme.set_mode(mode)
        picture = rows.viewport().grab().toImage()
        colours = {picture.pixelColor(x, y).name().upper() for x in range(0, picture.width(), 2)
                   for y in range(0, picture.height(), 2)}
        assert theme.tokens.accent_soft.upper() in colours


def test_finding_is_a_command_and_so_is_the_switch(page: LawPage) -> None:
    find, only = page.commands()
    find.run()
    assert isinstance(page.focusWidget(), QLineEdit)
    only.run()
    assert page.only.isChecked()
