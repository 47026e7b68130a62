"""The residence timeline on screen: reachable by keyboard, readable aloud, in the colours of the theme."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.path_drawing import Role
from hin_desktop.domain.residence.picture import Band, Counts, Meaning, Part, PartKind, Picture
from hin_desktop.domain.residence.shapes import Bar
from hin_desktop.errors import Message
from hin_desktop.ui.shell.theme import Mode
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.timeline_view import Sample, TimelineView, Told
from tests.ui.typing_keys import press
from tests.ui.widgets.conftest import TODAY, Show


def part(start: date, until: date | None, kind: PartKind = PartKind.PERIOD) -> Part:
    return Part(kind=kind, begins=PartialDate.of(start), ends=PartialDate.of(until) if until else None, start=start,
                until=until, sign="§ 18b", current=until is None)


PARTS = (part(date(2020, 1, 1), date(2021, 12, 31)), part(date(2022, 1, 1), date(2022, 2, 1), PartKind.GAP),
         part(date(2022, 2, 2), None))
BAND = Band(date(2020, 1, 1), TODAY, Meaning(Counts.FULL, Message("Does not count.")))
PICTURE = Picture(today=TODAY, parts=PARTS, naturalisation=(BAND,), settlement=(BAND,), met_on=date(2027, 2, 2))
TOLD = (Told("Skilled worker", "2020 to 2021", ("counts",)), Told("Gap", "32 days", ("interrupts",)),
        Told("Skilled worker", "since 2022", ("counts", "counts half")))


@pytest.fixture
def view(kit: Kit, show: Show) -> TimelineView:
    made = TimelineView(kit)
    made.show_picture(PICTURE, TOLD)
    show(made, 900, 200)
    return made


def test_left_and_right_walk_from_part_to_part_and_enter_opens(view: TimelineView, qtbot: QtBot) -> None:
    first, gap, _ = view.buttons
    first.setFocus()
    press(first, Qt.Key.Key_Left)
    assert first.hasFocus()
    with qtbot.waitSignal(view.looked_at) as looked:
        press(first, Qt.Key.Key_Right)
    assert gap.hasFocus() and looked.args == [1]
    with qtbot.waitSignal(view.activated) as opened:
        press(gap, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_a_part_is_read_out_with_its_days_and_what_they_count_as(view: TimelineView) -> None:
    button = view.buttons[2]
    assert button.accessibleName() == "Skilled worker: since 2022"
    assert button.accessibleDescription() == "counts · counts half"
    assert button.toolTip() == "Skilled worker\nsince 2022\ncounts\ncounts half"
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == button.accessibleName()


def test_the_mouse_looks_too(view: TimelineView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view.buttons[2])
    with qtbot.waitSignal(view.looked_at) as looked:
        qtbot.mouseMove(view.buttons[0])
    assert looked.args == [0]


def test_the_focus_stays_at_its_place_when_there_is_news(view: TimelineView) -> None:
    view.buttons[2].setFocus()
    view.show_picture(Picture(today=TODAY, parts=PARTS[:2]), TOLD[:2])
    assert view.buttons[1].hasFocus()


def test_bars_are_painted_in_the_colours_of_the_theme(view: TimelineView, kit: Kit) -> None:
    bar = next(shape for shape in view._drawing.shapes if isinstance(shape, Bar) and shape.role is Role.MET)
    for mode in (Mode.DARK, Mode.LIGHT):
        kit.theme.set_mode(mode)
        seen = view.grab().toImage().pixelColor(round(bar.x + 8), round(bar.y + bar.height / 2))
        assert seen == QColor(kit.theme.tokens.met)


def test_it_grows_with_the_text_and_where_it_is_narrow(view: TimelineView, kit: Kit) -> None:
    before, narrow = view.heightForWidth(2000), view.heightForWidth(220)
    assert narrow > before
    kit.theme.set_text_size(200)
    assert view.heightForWidth(2000) > 1.7 * before


@pytest.mark.parametrize("counts", Counts)
def test_every_kind_of_days_has_a_sample(kit: Kit, show: Show, counts: Counts) -> None:
    sample = Sample(kit, counts)
    show(sample, 40, 20)
    picture = sample.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) > 1
