"""Colours can be read, sizes follow one factor, and a change reaches what is on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hin_desktop.ui.shell.icons import read_drawings
from hin_desktop.ui.shell.theme import Mode, Theme
from hin_desktop.ui.shell.tokens import DARK, LIGHT, Tokens, blend, contrast

MEANINGS = ("accent", "met", "soon", "wrong")
WRITTEN = [
    *[(ink, ground) for ink in ("text", "muted", *MEANINGS) for ground in ("ground", "surface")],
    *[(name, f"{name}_soft") for name in MEANINGS],
    *[("text", f"{name}_soft") for name in MEANINGS],
    *[("muted", f"{name}_soft") for name in MEANINGS],
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("nav_text", "nav"),
    ("nav_text", "nav_active"),
    ("text", "hover"),
    ("muted", "hover"),
    ("ground", "text"),
]
DRAWN = [
    *[(shape, ground) for shape in ("border", "idle", "accent") for ground in ("ground", "surface")],
    ("border", "wrong_soft"),
    ("nav_text", "nav_active"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), WRITTEN)
def test_text_has_a_contrast_of_at_least_4_5(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), DRAWN)
def test_borders_and_rings_have_a_contrast_of_at_least_3(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert blend("#000000", "#FFFFFF", 0.5) == "#808080"


def test_a_name_that_is_no_token_is_refused() -> None:
    with pytest.raises(KeyError):
        LIGHT.color("dark")


def test_dark_mode_changes_tokens_palette_and_tells_it(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert theme.tokens is DARK
    assert qapp.palette().window().color() == QColor(DARK.ground)


def test_text_size_scales_fonts_and_lengths_and_stays_in_its_limits(theme: Theme, qapp: QApplication) -> None:
    theme.set_text_size(200)
    assert qapp.font().pointSizeF() == 20
    assert theme.px(14) == 28
    theme.set_text_size(900)
    assert theme.factor == 2.0


def test_a_dressed_button_follows_colours_and_size(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    theme.dress(button, "plus")
    before = button.icon().cacheKey()
    theme.set_mode(Mode.DARK)
    theme.set_text_size(150)
    assert button.icon().cacheKey() != before
    assert button.iconSize().width() == 27


def test_a_second_dress_replaces_the_first(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    theme.dress(label, "check", "met")
    theme.dress(label, "x", "wrong")
    assert len(label.children()) == 1


def test_an_icon_is_painted_once_in_its_colour(theme: Theme) -> None:
    icon = theme.icons.icon("plus", "wrong")
    assert theme.icons.icon("plus", "wrong") is icon
    middle = icon.pixmap(18, 18).toImage().pixelColor(9, 9)
    assert abs(middle.hslHue() - QColor(LIGHT.wrong).hslHue()) <= 2


def test_every_shipped_icon_is_a_drawing(theme: Theme) -> None:
    broken = [name for name in sorted(read_drawings()) if not theme.icons.renderer(name).isValid()]
    assert read_drawings()
    assert not broken


def test_an_icon_that_is_not_shipped_is_refused(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.icons.icon("no-such-icon")
