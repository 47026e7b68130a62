"""The page of one person over a real desk, and short ways to what stands on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services import clients
from hin_desktop.services.clients import ClientRecord, LanguageSkill, Nationality
from hin_desktop.ui.person.page import PersonPage
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.widgets.chips_field import ChipsField
from hin_desktop.ui.widgets.choice_field import ChoiceField
from hin_desktop.ui.widgets.form_panel import FormPanel
from tests.desk_factory import desk, template_desk
from tests.open_desk import open_desk, world
from tests.ui.typing_keys import CTRL, press, type_into
from tests.ui.workplace import RecordingWorkplace, settle, show, workplace

__all__ = ["desk", "open_desk", "template_desk", "workplace", "world"]

YUSUF = ClientRecord(
    given_names="Yusuf", family_name="Al-Masri", original_name="يوسف المصري", birth_date=PartialDate(1992, 5, 14),
    nationalities=(Nationality(code="SYR"),), arrival_germany=PartialDate(2023, 8, 14),
    languages=(LanguageSkill(code="ar", level="NATIVE"), LanguageSkill(code="de", level="A2")))  # fmt: skip


class Screen:
    """The page with a counsellor's hands: opens, types, presses, waits until all work is done."""

    def __init__(self, qtbot: QtBot, place: RecordingWorkplace, page: PersonPage) -> None:
        self.qtbot, self.place, self.page = qtbot, place, page

    def open(self, client: ClientRecord, **target: object) -> None:
        """Open a person."""
        self.page.open(client_id=client.id, **target)
        self.settle()

    def settle(self) -> None:
        """Wait for what was started."""
        settle(self.qtbot, self.place)

    def section(self, tab: str, kind: str) -> RecordSection:
        """A section of a tab, which is shown."""
        if self.page.view.tabs.current != tab:
            self.page.view.show_tab(tab)
            self.settle()
        current = self.page.view.current
        assert current is not None
        return next(section for section in current.sections() if section.kind.form.name == kind)

    def type(self, form: RecordForm, field: str, text: str) -> None:
        """Type into a field, in place of what stands there, and leave it."""
        editor = panel_of(form).form.cells[field].editor
        widget = editor.box.line() if isinstance(editor, ChoiceField) else editor.input()
        widget.setFocus()
        press(widget, Qt.Key.Key_A, CTRL)
        type_into(widget, text)
        if isinstance(editor, ChoiceField | ChipsField):
            editor.finish()

    def fill(self, form: RecordForm, **fields: str) -> None:
        """Type into several fields."""
        for field, text in fields.items():
            self.type(form, field, text)

    def save(self, form: RecordForm) -> None:
        """Ctrl+S, as from any field of the form."""
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)
        focused = self.page.focusWidget()
        assert form.isAncestorOf(focused)
        self.qtbot.keyClick(focused, Qt.Key.Key_S, CTRL)
        self.settle()

    def key(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key and wait for what it does."""
        press(widget, key)
        self.settle()

    def undo(self) -> None:
        """Press 'undo' in the latest notice."""
        self.place.undo_last()
        self.settle()


def panel_of(form: RecordForm) -> FormPanel:
    """The open form."""
    assert form.panel is not None
    return form.panel


def titles(section: RecordSection) -> list[str]:
    """What stands in the rows."""
    return [made.row.title.text() for made in section.rows.values()]


@pytest.fixture
def yusuf(workplace: RecordingWorkplace) -> ClientRecord:
    """A person with an open case."""
    return clients.add(workplace.desk, YUSUF, "CM").value


@pytest.fixture
def asked() -> list[str]:
    """Where the next PDF is to be saved; nowhere while it is empty."""
    return []


@pytest.fixture
def screen(qtbot: QtBot, workplace: RecordingWorkplace, yusuf: ClientRecord, asked: list[str]) -> Screen:
    """The page, with Yusuf on it."""
    page = PersonPage(workplace, lambda _owner, _name: asked.pop() if asked else "")
    show(qtbot, page)
    made = Screen(qtbot, workplace, page)
    made.open(yusuf)
    return made
