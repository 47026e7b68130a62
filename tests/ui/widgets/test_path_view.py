"""The path on screen: reachable by keyboard, readable aloud, the same shapes as everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from hin_desktop.domain.path_drawing import Disc, Hit
from hin_desktop.domain.pathway import Station, StationKey, StationState
from hin_desktop.errors import Message
from hin_desktop.ui.shell.theme import Mode
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.path_paint import broken
from hin_desktop.ui.widgets.path_view import PathView
from tests.ui.typing_keys import press
from tests.ui.widgets.conftest import Show

STATIONS = (
    Station(StationKey.ARRIVAL, Message("Arrival"), StationState.DONE, Message("14.08.2023")),
    Station(StationKey.FIRST_TALK, Message("First talk"), StationState.NOT_APPLICABLE, Message("before our time")),
    Station(
        StationKey.LANGUAGE,
        Message("Language & course"),
        StationState.CURRENT,
        Message("Module 5 of 7"),
        progress=5 / 7,
        missing=(Message("B1 certificate"),),
        overridden=True,
    ),
    Station(StationKey.WORK, Message("Work & training"), StationState.NEXT, Message("open")),
    Station(StationKey.RESIDENCE, Message("Secure residence"), StationState.OVERDUE, Message("expired 01.11.2026")),
    Station(
        StationKey.NATURALISATION, Message("Naturalisation"), StationState.UNKNOWN, Message("not yet computed " * 9)
    ),
)


def path(kit: Kit, show: Show, width: int = 1100) -> PathView:
    made = PathView(kit, STATIONS)
    show(made, width, 300)
    return made


def test_left_and_right_walk_along_the_path_and_enter_opens(kit: Kit, show: Show, qtbot: QtBot) -> None:
    view = path(kit, show)
    first, second = view._buttons[:2]
    first.setFocus()
    press(first, Qt.Key.Key_Left)
    assert first.hasFocus()
    press(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(view.activated) as opened:
        press(second, Qt.Key.Key_Return)
    assert opened.args == [StationKey.FIRST_TALK]


def test_a_station_is_read_out_with_state_reason_and_what_is_missing(kit: Kit, show: Show) -> None:
    view = path(kit, show)
    button = view._buttons[2]
    assert button.accessibleName() == "Language & course: current"
    assert button.accessibleDescription() == "Module 5 of 7 · Missing: B1 certificate · Set by hand"
    assert "Missing: B1 certificate" in button.toolTip()
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Language & course: current"


def test_the_buttons_lie_on_the_hits_of_the_drawing(kit: Kit, show: Show) -> None:
    view = path(kit, show)
    hits: tuple[Hit, ...] = view._drawing.hits
    assert [button.key for button in view._buttons] == [hit.key for hit in hits]
    assert [button.x() for button in view._buttons] == [round(hit.x) for hit in hits]


def test_narrow_paths_take_more_height(kit: Kit, show: Show) -> None:
    view = path(kit, show)
    assert view.heightForWidth(420) > 1.5 * view.heightForWidth(1100)


def test_the_path_grows_with_the_text(kit: Kit, show: Show) -> None:
    view = path(kit, show)
    before = view.heightForWidth(2200)
    kit.theme.set_text_size(200)
    assert view.heightForWidth(2200) > 1.7 * before


def test_every_state_is_painted_in_the_colours_of_the_theme(kit: Kit, show: Show) -> None:
    view = path(kit, show)
    disc = next(shape for shape in view._drawing.shapes if isinstance(shape, Disc))
    for mode in (Mode.LIGHT, Mode.DARK):
        kit.theme.set_mode(mode)
        picture = view.grab().toImage()
        seen = picture.pixelColor(round(disc.x - disc.radius / 1.6), round(disc.y))
        assert seen == QColor(kit.theme.tokens.accent)


def test_the_focus_stays_at_its_station_over_a_refresh(kit: Kit, show: Show) -> None:
    view = path(kit, show)
    view._buttons[3].setFocus()
    view.set_stations(STATIONS)
    assert view._buttons[3].hasFocus()


def test_a_text_too_long_is_shortened_to_two_lines(kit: Kit, show: Show) -> None:
    view = path(kit, show)
    lines = broken("word " * 40, view.font(), 120)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert broken("", view.font(), 120) == [""]
