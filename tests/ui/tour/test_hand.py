"""Hands type, press and find their way by Tab alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hin_desktop.ui.tour.driver import Driver, Walk
from hin_desktop.ui.tour.hand import Hand
from tests.ui.tour.conftest import Small

Play = Callable[[Walk], str]


@pytest.fixture
def hand(qapp: QApplication, small: Small) -> Hand:
    return Hand(qapp)


@pytest.fixture
def play(qtbot: QtBot) -> Play:
    """Play a walk to its end; gives why it stopped."""

    def playing(walk: Walk) -> str:
        driver = Driver(walk)
        with qtbot.waitSignal(driver.ended) as ended:
            driver.start()
        return str(ended.args[0])

    return playing


def test_any_script_is_typed(hand: Hand, small: Small, play: Play) -> None:
    assert play(hand.type("Łé ሰላም يوسف 🙂")) == ""
    assert small.name.text() == "Łé ሰላም يوسف 🙂"


def test_a_field_is_filled_in_place_of_what_stood_there(hand: Hand, small: Small, play: Play) -> None:
    assert play(hand.fill("Place", "Herne")) == ""
    assert small.place.text() == "Herne"


def test_a_required_field_and_a_named_button_are_found(hand: Hand, small: Small, play: Play) -> None:
    def walk() -> Walk:
        yield from hand.choose("Tick me")
        yield from hand.choose("Save")
        yield from hand.go_to("Name")

    assert play(walk()) == ""
    assert (small.box.isChecked(), small.done, small.name.hasFocus()) == (True, ["button"], True)


def test_what_is_not_there_ends_the_walk_and_names_what_was_passed(hand: Hand, play: Play) -> None:
    why = play(hand.go_to("Nowhere"))
    assert "'Nowhere'" in why
    assert "'Place'" in why


def test_a_shortcut_of_the_window_is_pressed(hand: Hand, small: Small, play: Play) -> None:
    assert play(hand.press("Ctrl+D")) == ""
    assert small.done == ["shortcut"]


def test_keys_that_the_field_claims_stay_in_the_field(hand: Hand, small: Small, play: Play) -> None:
    small.actions()[0].setShortcut("Ctrl+A")
    assert play(hand.press("Ctrl+A")) == ""
    assert small.done == []
