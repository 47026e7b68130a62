"""The help: both languages complete, found by words, opened where one is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from hin_desktop import resources
from hin_desktop.texts import GenderStyle, Texts
from hin_desktop.ui.help import page as help_page
from hin_desktop.ui.help.library import read_help
from hin_desktop.ui.help.page import HelpPage
from hin_desktop.ui.widgets.tabs import Tabs
from tests.ui.workplace import RecordingWorkplace, settle, show

PICTURES = {"today.png", "clients.png", "person.png", "residence.png", "law.png", "prospects.png", "post.png",
            "summary.png", "unlock.png"}


def titles(page: HelpPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def opened(qtbot: QtBot, workplace: RecordingWorkplace, **target: object) -> HelpPage:
    page = HelpPage(workplace)
    show(qtbot, page)
    settle(qtbot, workplace)
    page.open(**target)
    return page


def test_both_languages_have_the_same_pages() -> None:
    german, english = read_help("de", str), read_help("en", str)
    assert [text.id for text in german] == [text.id for text in english]
    assert all(text.title and len(text.markdown) > 300 for text in (*german, *english))
    assert {*help_page.TOPICS.values(), *help_page.TAB_TOPICS.values()} <= {text.id for text in german}


@pytest.mark.parametrize("language", ["de", "en"])
def test_only_known_pictures_are_named(language: str) -> None:
    files = resources.path("help", language).glob("*.md")
    named = {found for file in files for found in re.findall(r"\]\(([^)]*)\)", file.read_text(encoding="utf-8"))}
    assert named == PICTURES


def test_gender_is_written_as_the_organisation_wants() -> None:
    colon = read_help("de", Texts("de", GenderStyle.COLON).inclusive)
    assert "Kolleg:innen" in colon[0].markdown and "*innen" not in "".join(text.markdown for text in colon)
    assert r"Kolleg\*innen" in read_help("de", str)[0].markdown


def test_the_page_that_was_asked_for(qtbot: QtBot, workplace: RecordingWorkplace) -> None:
    page = opened(qtbot, workplace, topic="residence")
    assert page.list.currentItem().text() == "Residence" and "§ 81" in page.view.toPlainText()


def test_words_find_their_pages(qtbot: QtBot, workplace: RecordingWorkplace) -> None:
    page = opened(qtbot, workplace)
    page.search.setText("backup encrypted")
    assert titles(page) == ["Locking & backup"] and "Ctrl+L" in page.view.toPlainText()
    page.search.setText("xyzzy")
    assert page.nothing.isVisible()
    page.search.clear()
    assert len(titles(page)) == len(read_help("en", str))


def test_f1_opens_the_page_of_the_task(qtbot: QtBot, workplace: RecordingWorkplace) -> None:
    person, page, stack = QWidget(), HelpPage(workplace), QStackedWidget()
    person.setObjectName("person")
    tabs = Tabs(workplace.kit, "parts")
    tabs.setParent(person)
    for key in ("overview", "residence"):
        tabs.add(key, key, QWidget)
    stack.addWidget(person)
    stack.addWidget(page)
    show(qtbot, stack)
    settle(qtbot, workplace)
    page.open()
    assert page.list.currentItem().text() == "The path"
    tabs.show_tab("residence")
    page.open()
    assert page.list.currentItem().text() == "Residence"


def test_pictures_come_from_memory_alone(qtbot: QtBot, workplace: RecordingWorkplace) -> None:
    page = opened(qtbot, workplace, topic="path")
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImage(2000, 900, QImage.Format.Format_RGB32).save(buffer, "PNG")
    page.view.show_text(replace(page._texts[4], pictures={"person.png": bytes(buffer.data().data())}))
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = page.view.loadResource(kind, QUrl("person.png"))
    assert isinstance(picture, QImage) and picture.width() < page.view.width()
    assert page.view.loadResource(kind, QUrl("file:///etc/passwd")) is None
    assert page.view.loadResource(kind, QUrl("https://example.org/a.png")) is None


def test_the_ways_on(qtbot: QtBot, workplace: RecordingWorkplace) -> None:
    page = opened(qtbot, workplace)
    page._to_about()
    page._to_shortcuts()
    assert [visit[0] for visit in workplace.visits] == ["about", "shortcuts"]
