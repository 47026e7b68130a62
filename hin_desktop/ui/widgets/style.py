"""The rules that the reusable widgets need beyond the theme's own; the theme puts them behind its stylesheet."""

from __future__ import annotations

from collections.abc import Callable

from hin_desktop.ui.shell.tokens import Tokens

_SOFT = ("accent", "met", "soon", "wrong")


def stylesheet(t: Tokens, px: Callable[[float], int]) -> str:
    """The rules in these colours; `px` turns a length of the sketches into pixels."""
    return "\n".join((_words(t, px), _cards(t, px), _fields(t, px), _lists(t, px), _calendar(t, px)))


def _points(size: float, px: Callable[[float], int]) -> str:
    return f"{size * px(100) / 100:.2f}pt"


def _words(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QLabel[type="small"] {{ font-size: {_points(9, px)}; }}
QLabel[type="strong"] {{ font-weight: 600; }}
QLabel[type="headline"] {{ font-size: {_points(13, px)}; font-weight: 600; }}
QLabel[role="avatar"] {{
    background: {t.accent_soft}; color: {t.accent}; border-radius: {px(26)}px;
    font-size: {_points(13, px)}; font-weight: 600;
}}
QPushButton[role="chip"] {{
    background: {t.accent_soft}; color: {t.text}; border: 1px solid {t.accent_soft}; border-radius: {px(10)}px;
    padding: {px(3)}px {px(9)}px; min-height: {px(18)}px;
}}
QPushButton[role="plain"][slim="true"] {{ padding: {px(2)}px {px(6)}px; min-height: 0; }}
QPushButton[role="plain"][slim="true"]:focus {{ padding: {px(2) - 1}px {px(6) - 1}px; }}
QPushButton[role="chip"]:checked {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[role="chip"]:hover {{ border-color: {t.accent}; }}
QPushButton[role="chip"]:focus {{ border: 2px solid {t.accent}; padding: {px(3) - 1}px {px(9) - 1}px; }}
"""


def _cards(t: Tokens, px: Callable[[float], int]) -> str:
    pills = "\n".join(
        f'QFrame[role="pill"][tone="{tone}"] {{ background: {t.color(tone + "_soft")}; }}' for tone in _SOFT
    )
    remarks = "\n".join(
        f'QFrame[role="remark"][tone="{tone}"] {{ background: {t.color(tone + "_soft")}; }}' for tone in _SOFT
    )
    return f"""
QFrame[role="remark"] {{ background: {t.hover}; border: 0; border-radius: {px(6)}px; }}
{remarks}
QFrame[line="true"][inset="true"] {{ margin: 0 {px(8)}px; }}
QFrame[role="pill"] {{ background: {t.hover}; border: 0; border-radius: {px(10)}px; }}
{pills}
QAbstractButton[role="row"] {{ background: transparent; border: 2px solid transparent; border-radius: {px(6)}px; }}
QAbstractButton[role="row"][opens="true"]:hover {{ background: {t.hover}; }}
QAbstractButton[role="row"]:focus {{ border-color: {t.accent}; }}
QScrollArea[role="preview"] {{ background: {t.ground}; border: 2px solid transparent; border-radius: {px(6)}px; }}
QScrollArea[role="preview"]:focus {{ border-color: {t.accent}; }}
QScrollArea[role="preview"] > QWidget > QWidget {{ background: {t.ground}; }}
"""


def _fields(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.muted}; }}
QLineEdit, QComboBox {{ min-height: {px(18)}px; }}
QComboBox {{ padding-right: {px(28)}px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{
    border: 0; padding: 0; margin: 0; background: transparent; min-height: 0;
}}
QComboBox::drop-down {{ border: 0; width: {px(28)}px; }}
QComboBox::down-arrow {{ image: none; }}
QRadioButton::indicator {{
    width: {px(14)}px; height: {px(14)}px; border: 2px solid {t.border}; border-radius: {px(7) + 2}px;
    background: {t.surface};
}}
QRadioButton::indicator:checked {{
    border-color: {t.accent};
    background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
        stop:0.55 {t.accent}, stop:0.65 {t.surface});
}}
QRadioButton::indicator:focus {{ border-color: {t.accent}; }}
"""


def _lists(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QAbstractItemView[role="choices"] {{ border: 1px solid {t.border}; border-radius: 0; padding: 0; }}
QAbstractItemView[role="choices"]::item {{ min-height: {px(28)}px; padding: 0 {px(6)}px; color: {t.text}; }}
QTableView[role="table"] {{ border: 2px solid transparent; }}
QTableView[role="table"]:focus {{ border-color: {t.accent}; }}
QTableView[role="table"] QHeaderView::section {{ padding: {px(7)}px {px(8) + 3}px; }}
QTableView[role="table"]::item {{ border: 0; border-bottom: 1px solid {t.hairline}; padding: 0 {px(8)}px; }}
"""


def _calendar(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QFrame[role="popup"] {{ background: {t.surface}; border: 1px solid {t.border}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.surface}; }}
QCalendarWidget QToolButton {{ padding: {px(4)}px; font-weight: 600; }}
QCalendarWidget QAbstractItemView {{
    border: 0; border-radius: 0; selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {t.muted}; }}
"""
