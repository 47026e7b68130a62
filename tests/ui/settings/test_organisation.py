"""The organisation: its form with draft and conflict, and the logo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from hin_desktop.services import drafts, organisations
from hin_desktop.ui.settings.page import SettingsPage
from hin_desktop.ui.widgets.form_panel import FormPanel
from tests.ui.typing_keys import press, type_into
from tests.ui.workplace import RecordingWorkplace, settle


def form(page: SettingsPage) -> FormPanel:
    page.organisation.edit()
    panel = page.organisation.form.panel
    assert panel is not None
    return panel


def line(panel: FormPanel, name: str) -> QLineEdit:
    found = panel.form.cells[name].editor.input()
    assert isinstance(found, QLineEdit)
    return found


def choose_logo(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace, file: Path) -> None:
    page.organisation.logo.choose.click()
    dialog = page.organisation.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(workplace.said))
    settle(qtbot, workplace)


def test_the_address_is_saved(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    panel = form(page)
    type_into(line(panel, "town"), "Herne")
    panel.submit()
    settle(qtbot, workplace)
    assert organisations.get(workplace.desk).town == "Herne" and workplace.said == ["Organisation changed"]
    assert page.organisation.form.panel is None and page.organisation.facts.isVisible()


def test_what_was_typed_comes_back(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    panel = form(page)
    type_into(line(panel, "town"), "Her")
    press(panel, Qt.Key.Key_Escape)
    settle(qtbot, workplace)
    assert [row.key.form for row in drafts.mine(workplace.desk)] == ["organisation"]
    again = form(page)
    settle(qtbot, workplace)
    assert line(again, "town").text() == "Her"
    again.submit()
    settle(qtbot, workplace)
    assert not drafts.mine(workplace.desk)


def test_leaving_the_page_keeps_the_draft(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    type_into(line(form(page), "town"), "Her")
    page.leave()
    settle(qtbot, workplace)
    assert drafts.mine(workplace.desk)[0].payload["town"] == "Her"


def test_a_colleague_was_faster(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    panel = form(page)
    organisations.change(workplace.desk, replace(organisations.get(workplace.desk), town="Bochum"))
    type_into(line(panel, "town"), "Herne")
    panel.submit()
    settle(qtbot, workplace)
    assert panel._conflict is not None and organisations.get(workplace.desk).town == "Bochum"


def test_a_name_is_needed(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    panel = form(page)
    line(panel, "name").clear()
    panel.submit()
    assert panel.form.cells["name"].error


def test_a_logo_comes_and_goes(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(file))
    choose_logo(qtbot, page, workplace, file)
    logo = page.organisation.logo
    assert logo.picture.isVisible() and organisations.get(workplace.desk).logo_sha256
    logo.remove.click()
    qtbot.waitUntil(logo.none.isVisible)
    workplace.undo_last()
    qtbot.waitUntil(logo.picture.isVisible)


def test_a_text_is_no_logo(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_text("kein Bild")
    choose_logo(qtbot, page, workplace, file)
    assert workplace.said == ["Please choose a PNG or JPEG image."]


def test_a_file_that_is_gone_is_said(
    qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace, tmp_path: Path
) -> None:
    choose_logo(qtbot, page, workplace, tmp_path / "gone.png")
    assert workplace.said == ["The file could not be read."]
