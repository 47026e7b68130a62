"""The checks of the journeys see what they are made for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys import looking


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def put(window: QWidget, widget: QWidget, width: int, height: int) -> None:
    widget.setParent(window)
    widget.setGeometry(10, 10, width, height)
    widget.show()


def test_a_field_without_a_name_is_told(window: QWidget) -> None:
    put(window, QLineEdit(), 100, 30)
    assert len(looking.nameless(window)) == 1


@pytest.mark.parametrize(("words", "wrap", "width", "height"), [
    ("a label that is too long", False, 60, 30), ("a label that wraps but is too low", True, 60, 20)])
def test_words_that_do_not_fit_are_told(window: QWidget, words: str, wrap: bool, width: int, height: int) -> None:
    put(window, QLabel(words, wordWrap=wrap), width, height)
    assert len(looking.cut_off(window)) == 1


def test_what_fits_is_fine(window: QWidget) -> None:
    put(window, QLabel("short"), 100, 30)
    put(window, QPushButton("short"), 100, 30)
    assert not looking.cut_off(window)
    assert not looking.nameless(window)


def test_what_reaches_out_of_the_window_is_told(window: QWidget) -> None:
    put(window, QPushButton("wide"), 400, 30)
    assert len(looking.cut_off(window)) == 1
