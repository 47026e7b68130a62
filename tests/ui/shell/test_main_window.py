"""The window as a counsellor meets it: keyboard, going back, changes, locking, large text, screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hin_desktop.errors import Message
from hin_desktop.ui.shell.background import Background, Broadcast
from hin_desktop.ui.shell.bug_report import describe
from hin_desktop.ui.shell.main_window import MainWindow
from hin_desktop.ui.shell.notices import NoticeQueue
from hin_desktop.ui.shell.theme import Theme
from hin_desktop.ui.shell.window_state import MemoryState
from tests.ui.shell.conftest import OneChange
from tests.ui.typing_keys import ALT, CTRL, press


def test_pages_are_built_when_first_wanted(window: MainWindow, diary: list[str]) -> None:
    assert window.pages.count() == 1
    window.go("person", client_id=7, tab="residence")
    assert window.pages.count() == 2
    assert diary == ["today open", "today leave", "person open client_id=7 tab=residence"]


def test_a_page_that_does_not_exist_is_a_bug(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.go("nowhere")


def test_the_hidden_page_marks_where_it_belongs(window: MainWindow) -> None:
    window.go("person", client_id=7)
    assert window.navigation.entries["clients"].isChecked()
    assert window.windowTitle() == "Person – HIN Desktop"


def test_alt_left_and_right_go_back_and_forward(window: MainWindow, qtbot: QtBot, diary: list[str]) -> None:
    window.go("person", client_id=7)
    window.go("person", client_id=8)
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert diary[-1] == "person open client_id=7"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.pages.visit is not None
    assert window.pages.visit.page == "today"
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert diary[-1] == "person open client_id=7"


def test_a_new_way_forgets_the_old_way_forward(window: MainWindow) -> None:
    window.go("clients")
    window.pages.step(-1)
    window.go("settings")
    assert not window.pages.can_step(1)


def test_the_navigation_is_used_by_keyboard(window: MainWindow) -> None:
    today, clients = (window.navigation.entries[name] for name in ("today", "clients"))
    today.setFocus()
    press(today, Qt.Key.Key_Down)
    assert window.focusWidget() is clients
    press(clients, Qt.Key.Key_Space)
    assert window.pages.visit is not None
    assert window.pages.visit.page == "clients"


def test_f6_walks_through_the_areas(window: MainWindow, qtbot: QtBot) -> None:
    starts = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        starts.append(window.focusWidget())
    assert starts == [
        window.navigation.entries["today"],
        window.top_bar.search,
        window.pages.currentWidget().first_focus(),
    ]


def test_only_the_open_page_hears_the_shared_keys(window: MainWindow, qtbot: QtBot, diary: list[str]) -> None:
    window.go("clients")
    window.menus.rebuild()
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert diary[-1] == "clients save"


def test_a_change_refreshes_who_cares_and_nobody_hears_himself(window: MainWindow, diary: list[str]) -> None:
    window.go("clients")
    diary.clear()
    window.pages.receive(Broadcast((OneChange("clients"),), window.pages.currentWidget()))
    assert diary == []
    window.pages.receive(Broadcast((OneChange("clients"), OneChange("today")), None))
    assert diary == ["clients refresh"]
    window.go("today")
    assert diary == ["clients refresh", "clients leave", "today open", "today refresh"]


def test_a_badge_is_shown_and_spoken(window: MainWindow) -> None:
    window.pages.currentWidget().badge_changed.emit(7)
    entry = window.navigation.entries["today"]
    assert entry.badge.text() == "7"
    assert entry.accessibleName() == "Today, 7"


def test_blank_hides_and_forgets_everything(
    window: MainWindow, notices: NoticeQueue, diary: list[str], qtbot: QtBot
) -> None:
    window.go("person", client_id=7)
    notices.say(Message("Yusuf deleted."), lambda: None)
    page = window.pages.currentWidget()
    window.blank()
    assert diary[-1] == "person leave"
    assert window.windowTitle() == "HIN Desktop"
    assert window.pages.count() == 0
    assert not any(part.isVisible() for part in (window.navigation, window.top_bar, window.notice_bar))
    assert window.top_bar.identity.text().strip() == ""
    assert not window.pages.can_step(-1)
    qtbot.waitUntil(lambda: not isValid(page))


def test_a_blank_window_takes_no_shortcut(window: MainWindow, qtbot: QtBot) -> None:
    window.blank()
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert not window.palette_box.isVisible()


def test_ctrl_l_asks_for_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_wanted):
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)


def test_the_window_comes_back_where_it_was(window: MainWindow, state: MemoryState, diary: list[str]) -> None:
    window.go("clients")
    window.resize(770, 600)
    window.close()
    assert state.kept["window.page"] == "clients"
    window.resize(790, 650)
    window.start("today")
    assert (window.width(), diary[-1]) == (770, "clients open")


def test_closing_waits_for_the_backup(window: MainWindow) -> None:
    go_on: list[Callable[[], None]] = []
    window.set_before_close(go_on.append)
    window.close()
    window.close()
    assert window.isVisible()
    go_on[0]()
    assert not window.isVisible()


def test_a_bug_leaves_the_work_on_the_screen(window: MainWindow, background: Background, qtbot: QtBot) -> None:
    background.bug.emit(describe(ValueError("Yusuf")))
    dialog = window._errors
    assert dialog is not None
    assert not dialog.isModal()
    assert "ValueError" in dialog.details.toPlainText()
    assert "Yusuf" not in dialog.details.toPlainText()
    background.bug.emit(describe(KeyError()))
    assert window._errors is dialog


def test_it_fits_with_text_of_200_percent(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.resize(1280, 720)
    theme.set_text_size(200)
    qtbot.waitUntil(lambda: window.navigation.width() == theme.px(58))
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720
    bar = window.top_bar
    for part in (bar.search, bar.identity, bar.menu):
        qtbot.waitUntil(lambda part=part: part.width() >= part.minimumSizeHint().width())
        assert part.geometry().right() <= bar.width()


def test_what_has_the_focus_stays_in_sight_when_the_text_grows(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    page = window.pages.page
    assert page is not None
    area, content = QScrollArea(page), QWidget()
    column = QVBoxLayout(content)
    words = [QPushButton(str(number)) for number in range(40)]
    for button in words:
        column.addWidget(button)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    area.show()
    words[20].setFocus()
    area.ensureWidgetVisible(words[20])
    theme.set_text_size(200)
    qtbot.waitUntil(lambda: not words[20].visibleRegion().isEmpty())
    assert area.verticalScrollBar().value() > 0


def test_a_narrow_window_shows_icons_with_names_to_hear(window: MainWindow) -> None:
    window.resize(900, 700)
    entry = window.navigation.entries["clients"]
    assert entry.text() == ""
    assert (entry.toolTip(), entry.accessibleName()) == ("Clients", "Clients")


@pytest.mark.parametrize("page", ["today", "shortcuts"])
def test_what_takes_the_keyboard_has_a_name(window: MainWindow, notices: NoticeQueue, page: str) -> None:
    window.go(page)
    notices.say(Message("Deleted."), lambda: None)
    window.palette_box.open()
    reached = [part for part in window.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    visible = [part for part in reached if part.isVisible()]
    nameless = [part for part in visible if not _spoken(part)]
    assert len(visible) > 8
    assert nameless == []


def _spoken(part: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
