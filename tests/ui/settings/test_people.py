"""Colleagues come, change and leave; one's own password; a new recovery sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from hin_desktop.services import users
from hin_desktop.services.desks import VaultSlots
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.settings.page import SettingsPage
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.vault import desk_vault, key_file
from hin_desktop.vault.recovery import RecoveryCode
from hin_desktop.vault.slots import QUICK
from hin_desktop.vault.unlocked import Unlocked
from tests.ui.workplace import RecordingWorkplace, settle, show

OLD, NEW = "Die Katze schläft gern", "Der Hund bellt am Abend"


def fill(panel: FormPanel | None, **values: object) -> FormPanel:
    assert panel is not None
    for name, value in values.items():
        panel.form.set_value(name, value)
    return panel


def logins(desk: OpenDesk) -> list[tuple[str, bool]]:
    return [(user.login, user.active) for user in users.everybody(desk)]


def add_olena(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    page.people.add_button.click()
    panel = fill(page.people.form.panel, display_name="Olena K.", login="olena", password=OLD)
    panel.submit()
    qtbot.waitUntil(lambda: bool(workplace.said))
    settle(qtbot, workplace)


def test_a_colleague_is_added_with_a_key(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    add_olena(qtbot, page, workplace)
    assert logins(workplace.desk) == [("ayse", True), ("olena", True)]
    assert workplace.said == ["Colleague added: {name}"] and len(page.people.rows) == 2


def test_the_login_is_proposed(page: SettingsPage) -> None:
    page.people.add_button.click()
    panel = page.people.form.panel
    assert panel is not None
    name = panel.form.cells["display_name"].editor
    name.set_value("Olena Kovalenko")
    name.changed.emit()
    assert panel.form.cells["login"].editor.value() == "olena.kovalenko"


def test_a_taken_login_is_said_at_the_field(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    page.people.add_button.click()
    panel = fill(page.people.form.panel, display_name="Ayşe", login="ayse", password=OLD)
    panel.submit()
    qtbot.waitUntil(lambda: bool(panel.form.cells["login"].error))


def test_a_colleague_is_changed(qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace) -> None:
    add_olena(qtbot, page, workplace)
    page.people._change_somebody(users.everybody(workplace.desk)[1])
    fill(page.people.form.panel, phone="02323 1").submit()
    qtbot.waitUntil(lambda: len(workplace.said) == 2)
    assert users.everybody(workplace.desk)[1].phone == "02323 1"


def test_who_leaves_keeps_the_name_and_loses_the_key(
    qtbot: QtBot, page: SettingsPage, workplace: RecordingWorkplace
) -> None:
    add_olena(qtbot, page, workplace)
    page.people._ask_leaving(users.everybody(workplace.desk)[1])
    panel = page.people.form.panel
    assert panel is not None
    panel.submit()
    assert panel.form.cells["sure"].error
    box = panel.form.cells["sure"].editor.input()
    assert isinstance(box, QCheckBox)
    box.click()
    panel.submit()
    qtbot.waitUntil(lambda: logins(workplace.desk) == [("ayse", True), ("olena", False)])


@pytest.fixture
def unlocked(tmp_path: Path) -> Iterator[Unlocked]:
    """A real vault beside the desk of the test."""
    opened, _ = desk_vault.create(tmp_path / "vault", "ayse", OLD, strength=QUICK)
    yield opened
    opened.close()


@pytest.fixture
def real(qtbot: QtBot, workplace: RecordingWorkplace, unlocked: Unlocked) -> SettingsPage:
    """The page with real key slots."""
    place = Workplace(
        workplace.kit,
        workplace.desk,
        VaultSlots(unlocked, "AWO Herne"),
        workplace.background,
        workplace.notices,
        workplace.registry,
        workplace.navigator,
    )
    page = SettingsPage(place, lambda key, value: None)
    show(qtbot, page)
    page.open()
    settle(qtbot, workplace)
    return page


def test_the_own_password_is_changed(
    qtbot: QtBot, real: SettingsPage, workplace: RecordingWorkplace, unlocked: Unlocked
) -> None:
    real.access.password.click()
    fill(real.access.form.panel, old=OLD, password=NEW, again=NEW).submit()
    qtbot.waitUntil(lambda: workplace.said == ["Password changed"], timeout=20_000)
    unlocked.close()
    desk_vault.unlock(unlocked.folder, "ayse", NEW).close()


@pytest.mark.parametrize(("values", "field"), [
    ({"old": "falsch", "password": NEW, "again": NEW}, "old"),
    ({"old": OLD, "password": NEW, "again": OLD}, "again"),
    ({"old": OLD, "password": "kurz", "again": "kurz"}, "password"),
])  # fmt: skip
def test_what_is_wrong_with_a_password_is_said_at_the_field(
    qtbot: QtBot, real: SettingsPage, values: dict[str, str], field: str
) -> None:
    real.access.password.click()
    panel = fill(real.access.form.panel, **values)
    panel.submit()
    qtbot.waitUntil(lambda: bool(panel.form.cells[field].error), timeout=20_000)


def test_a_new_recovery_sheet_is_made_saved_and_confirmed(
    qtbot: QtBot, real: SettingsPage, workplace: RecordingWorkplace, unlocked: Unlocked, tmp_path: Path
) -> None:
    access = real.access
    access.recovery.click()
    qtbot.waitUntil(access.sheet.isVisible, timeout=20_000)
    access.sheet.save.click()
    dialog = access.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(workplace.said))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    made = access._made
    assert made is not None
    access.sheet.code.set_text("-".join(RecoveryCode(bytes(20)).groups))
    qtbot.keyClick(access.sheet.code.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in access.sheet.code.problem, timeout=20_000)
    access.sheet.code.set_text(" ".join(made.code).lower())
    qtbot.keyClick(access.sheet.code.line, Qt.Key.Key_Return)
    qtbot.waitUntil(access.sheet.isHidden, timeout=20_000)
    assert key_file.recovery_confirmed(unlocked.folder)
