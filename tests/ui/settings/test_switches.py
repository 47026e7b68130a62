"""Every setting is a row; what is chosen is stored, takes effect, and can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hin_desktop.services import settings
from hin_desktop.ui.settings.page import SettingsPage
from hin_desktop.ui.settings.setting_row import SettingRow, SizeRow
from tests.ui.settings.conftest import Applied
from tests.ui.typing_keys import press, type_into
from tests.ui.workplace import RecordingWorkplace, settle


def row(page: SettingsPage, key: str) -> SettingRow:
    return next(card.rows[key] for card in page.switches if key in card.rows)


def test_every_setting_has_its_row(page: SettingsPage, workplace: RecordingWorkplace) -> None:
    shown = {key: each.cell.editor.value() for card in page.switches for key, each in card.rows.items()}
    assert shown == settings.values(workplace.desk)
    names = [each.cell.editor.input().accessibleName() for card in page.switches for each in card.rows.values()]
    assert all(names)


def test_a_choice_is_stored_and_takes_effect(
    qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace, applied: Applied
) -> None:
    field = row(page, "theme").cell.editor
    field.set_value("dark")
    field.changed.emit()
    qtbot.waitUntil(lambda: applied.said == [("theme", "dark")])
    assert settings.values(workplace.desk)["theme"] == "dark" and workplace.said == ["Setting changed: {name}"]


def test_taking_it_back_takes_effect_too(
    qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace, applied: Applied
) -> None:
    row(page, "theme").changed.emit("theme", "dark")
    qtbot.waitUntil(lambda: bool(workplace.said))
    settle(qtbot, workplace)
    workplace.undo_last()
    settle(qtbot, workplace)
    assert applied.said == [("theme", "dark"), ("theme", "system")]
    assert row(page, "theme").cell.editor.value() == "system"


def test_a_number_out_of_bounds_is_said_at_the_field(
    qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace
) -> None:
    minutes = row(page, "idle_minutes")
    line = minutes.cell.editor.input()
    line.selectAll()
    type_into(line, "90")
    page.leave()
    settle(qtbot, workplace)
    assert "at most 60" in minutes.cell.error and settings.values(workplace.desk)["idle_minutes"] == 5


def test_a_bad_pattern_is_refused_by_the_service(
    qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace
) -> None:
    pattern = row(page, "file_number_pattern")
    pattern.changed.emit("file_number_pattern", "HIN")
    qtbot.waitUntil(lambda: bool(pattern.cell.error))
    assert not workplace.said


def test_the_text_size_is_a_slider(
    qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace, applied: Applied
) -> None:
    size = row(page, "text_size")
    assert isinstance(size, SizeRow)
    size.slider.setFocus()
    press(size.slider, Qt.Key.Key_Right)
    assert size._sample.isVisible() and size._sample.font().pointSizeF() == 11
    qtbot.waitUntil(lambda: applied.said == [("text_size", 110)])
    settle(qtbot, workplace)
    assert settings.values(workplace.desk)["text_size"] == 110
