"""Messages wait for the window, offer undo, and leave by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hin_desktop.errors import Gone, Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.main_window import MainWindow
from hin_desktop.ui.shell.notice_bar import NoticeBar
from hin_desktop.ui.shell.notices import Notice, NoticeQueue, NoticeRecorder, Tone
from hin_desktop.ui.shell.theme import Theme
from tests.ui.typing_keys import press


def test_messages_wait_until_there_is_a_window() -> None:
    queue, shown = NoticeQueue(), list[Notice]()
    queue.say(Message("Saved."))
    queue.attach(shown.append)
    queue.say(Message("Deleted."))
    assert [notice.message.key for notice in shown] == ["Saved.", "Deleted."]


def test_a_locked_window_shows_nothing_until_it_is_back() -> None:
    queue, shown = NoticeQueue(), list[Notice]()
    queue.attach(shown.append)
    queue.detach()
    queue.say(Message("Saved."))
    assert shown == []
    queue.attach(shown.append)
    assert len(shown) == 1


def test_undo_is_reached_by_keyboard_and_done_once(window: MainWindow, notices: NoticeQueue, qtbot: QtBot) -> None:
    undone: list[int] = []
    notices.say(Message("Deleted."), lambda: undone.append(1))
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        if window.focusWidget() is window.notice_bar.undo_button:
            break
        window.pages.setFocus()
        window.notice_bar.undo_button.setFocus()
    press(window.notice_bar.undo_button, Qt.Key.Key_Space)
    assert undone == [1]
    assert window.notice_bar.text == ""


def test_a_notice_leaves_by_itself_but_not_under_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host).addWidget(QLineEdit())  # holds the keyboard
    bar = NoticeBar(host, theme, Texts("en"), shown_for=1)
    host.show()
    bar.show_notice(Notice(Message("Saved.")))
    qtbot.waitUntil(lambda: bar.text == "")
    bar.show_notice(Notice(Message("Deleted."), lambda: None))
    bar.undo_button.setFocus()
    bar.show_notice(Notice(Message("Next.")))
    assert bar.text == "Deleted."
    press(bar.close_button, Qt.Key.Key_Space)
    assert bar.text == "Next."


def test_a_notice_makes_way_for_what_is_being_typed_into(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(640, 480)
    above, below = QLineEdit(host), QLineEdit(host)
    below.setGeometry(0, 430, 640, 40)
    bar = NoticeBar(host, theme, Texts("en"))
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    above.setFocus()
    bar.show_notice(Notice(Message("Saved.")))
    assert bar.geometry().intersects(below.geometry())
    below.setFocus()
    assert not bar.geometry().intersects(below.geometry())
    above.setFocus()
    assert bar.geometry().intersects(below.geometry())


def test_a_fault_says_what_to_do(window: MainWindow, notices: NoticeQueue) -> None:
    notices.fault(Gone())
    assert window.notice_bar.text.startswith("This entry no longer exists. It was deleted.")


def test_a_name_is_never_read_as_html(window: MainWindow, notices: NoticeQueue) -> None:
    notices.say(Message("{name} saved.", name="<b>Eve</b>"))
    assert window.notice_bar.text == "<b>Eve</b> saved."
    assert window.notice_bar._text.textFormat() == Qt.TextFormat.PlainText


def test_the_recorder_remembers() -> None:
    recorder = NoticeRecorder()
    recorder.say(Message("Saved."), tone=Tone.CARE)
    recorder.fault(Gone())
    assert [notice.tone for notice in recorder.said] == [Tone.CARE, Tone.FAULT]
