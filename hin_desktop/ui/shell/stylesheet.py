"""The one stylesheet of the window, written from the tokens and one factor for all sizes.

Widgets ask for a look by properties: `role` of a button (primary, danger, plain), `tone` of a label (title, card,
strong, muted, small, or a colour: accent, met, soon, wrong), `pill` (accent, met, soon, wrong, idle) of a label or
tool button, `card` of a frame, `state` of a field (wrong).
"""

from __future__ import annotations

from collections.abc import Callable

from hin_desktop.ui.shell.tokens import Tokens, blend

TITLE, CARD, TEXT, SECOND = 17.0, 10.5, 10.0, 9.0  # points: page title, card title, text, second line
_FIELDS = "QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox"
_MEANINGS = ("accent", "met", "soon", "wrong")


def stylesheet(tokens: Tokens, factor: float) -> str:
    """The whole stylesheet for these colours; `factor` 1.0 is 100 % text size."""

    def px(length: float) -> str:
        return f"{max(1, round(length * factor))}px"

    def pt(size: float) -> str:
        return f"{size * factor:.2f}pt"

    parts = (_surfaces(tokens, px), _words(tokens, pt), _pills(tokens, px, pt), _buttons(tokens, px))
    return "\n".join((*parts, _fields(tokens, px), _lists(tokens, px), _tabs(tokens, px), _menus(tokens, px)))


def _surfaces(t: Tokens, px: Callable[[float], str]) -> str:
    return f"""
QMainWindow, QDialog, QStackedWidget#pages, QWidget[page="true"] {{ background: {t.ground}; }}
QFrame[card="true"] {{ background: {t.surface}; border: 1px solid {t.hairline}; border-radius: {px(10)}; }}
QFrame[line="true"] {{ background: {t.hairline}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}; margin: 0; }}
QScrollBar::handle {{ background: {t.idle}; margin: {px(3)}; border-radius: {px(3)}; }}
QScrollBar::handle:vertical {{ min-height: {px(36)}; }}
QScrollBar::handle:horizontal {{ min-width: {px(36)}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QToolTip {{ background: {t.text}; color: {t.ground}; border: none; padding: {px(6)} {px(8)}; }}
"""


def _words(t: Tokens, pt: Callable[[float], str]) -> str:
    meanings = "".join(f'QLabel[tone="{name}"] {{ color: {t.color(name)}; }}\n' for name in _MEANINGS)
    return f"""
QLabel {{ background: transparent; color: {t.text}; }}
QLabel[tone="title"] {{ font-size: {pt(TITLE)}; font-weight: 600; }}
QLabel[tone="card"] {{ font-size: {pt(CARD)}; font-weight: 600; }}
QLabel[tone="strong"] {{ font-weight: 600; }}
QLabel[tone="muted"] {{ color: {t.muted}; }}
QLabel[tone="small"] {{ color: {t.muted}; font-size: {pt(SECOND)}; }}
QLabel[role="brand"] {{ color: {_bright(t)}; font-size: {pt(12.5)}; font-weight: 600; }}
QLabel[role="badge"] {{ color: {_bright(t)}; font-size: {pt(SECOND)}; font-weight: 600; }}
{meanings}"""


def _pills(t: Tokens, px: Callable[[float], str], pt: Callable[[float], str]) -> str:
    shape = f"border: none; border-radius: {px(11)}; padding: {px(3)} {px(10)}; font-size: {pt(SECOND)};"
    colours = "".join(
        f'QLabel[pill="{name}"], QToolButton[pill="{name}"] '
        f"{{ {shape} background: {t.color(name + '_soft')}; color: {t.color(name)}; }}\n"
        for name in _MEANINGS
    )
    return f"""{colours}
QLabel[pill="idle"], QToolButton[pill="idle"] {{ {shape} background: {t.hover}; color: {t.muted}; }}
QToolButton[pill] {{ padding: {px(3)} {px(4)} {px(3)} {px(10)}; border: 2px solid transparent; }}
QToolButton[pill]:focus {{ border-color: {t.accent}; }}
QToolButton[pill]:hover {{ text-decoration: underline; }}
"""


def _buttons(t: Tokens, px: Callable[[float], str]) -> str:
    pressed = blend(t.surface, t.text, 0.12)
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; border-radius: {px(6)};
  padding: {px(6)} {px(14)}; min-height: {px(18)}; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {pressed}; }}
QPushButton:disabled {{ color: {t.idle}; border-color: {t.hairline}; background: transparent; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: {px(5)} {px(13)}; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
  font-weight: 600; }}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{ background: {t.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[role="primary"]:disabled {{ background: {t.hairline}; color: {t.muted}; border-color: {t.hairline}; }}
QPushButton[role="danger"] {{ color: {t.wrong}; border-color: {t.wrong}; }}
QPushButton[role="danger"]:hover {{ background: {t.wrong_soft}; }}
QPushButton[role="plain"] {{ background: transparent; border-color: transparent; color: {t.accent}; }}
QPushButton[role="plain"]:hover {{ background: {t.accent_soft}; }}
QPushButton[role="plain"]:focus {{ border-color: {t.accent}; }}
QToolButton {{ background: transparent; color: {t.text}; border: 2px solid transparent; border-radius: {px(6)};
  padding: {px(3)}; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="search"] {{ text-align: left; color: {t.muted}; padding: {px(8)} {px(12)};
  border-color: {t.border}; border-radius: {px(8)}; }}
QFrame#navigation {{ background: {t.nav}; border: none; }}
QPushButton[role="nav"] {{ background: transparent; color: {t.nav_text}; border: 2px solid transparent; margin: 0;
  border-radius: {px(7)}; text-align: left; padding: {px(5)} {px(9)}; min-height: {px(20)}; }}
QPushButton[role="nav"][small="true"] {{ padding: {px(3)} {px(9)}; }}
QPushButton[role="nav"]:hover {{ background: {blend(t.nav, t.nav_text, 0.08)}; }}
QPushButton[role="nav"]:checked {{ background: {t.nav_active}; color: {_bright(t)}; font-weight: 600; }}
QPushButton[role="nav"]:focus {{ border-color: {t.nav_text}; }}
"""


def _fields(t: Tokens, px: Callable[[float], str]) -> str:
    focus = ", ".join(f"{name}:focus" for name in _FIELDS.split(", "))
    wrong = ", ".join(f'{name}[state="wrong"]' for name in _FIELDS.split(", "))
    readonly = ", ".join(f"{name}:read-only" for name in ("QLineEdit", "QPlainTextEdit", "QTextEdit"))
    return f"""
{_FIELDS} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; border-radius: {px(6)};
  padding: {px(6)} {px(9)}; margin: 1px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
{readonly} {{ background: {t.ground}; }}
{wrong} {{ border-color: {t.wrong}; background: {t.wrong_soft}; }}
{focus} {{ border: 2px solid {t.accent}; margin: 0; }}
QLineEdit[role="bare"] {{ border: none; background: transparent; margin: 0; padding: {px(8)} {px(4)}; }}
{", ".join(f"{name}:disabled" for name in _FIELDS.split(", "))} {{ color: {t.muted}; background: {t.ground}; }}
QCheckBox, QRadioButton {{ spacing: {px(8)}; color: {t.text}; background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QGroupBox {{ border: none; margin-top: {px(22)}; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; padding: 0; }}
QProgressBar {{ background: {t.hairline}; border: none; border-radius: {px(3)}; max-height: {px(6)};
  min-height: {px(6)}; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(3)}; }}
"""


def _lists(t: Tokens, px: Callable[[float], str]) -> str:
    return f"""
QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.hairline}; outline: none;
  border-radius: {px(8)}; selection-background-color: {t.accent_soft}; selection-color: {t.text};
  alternate-background-color: {t.surface}; }}
QAbstractItemView:focus {{ border: 2px solid {t.accent}; }}
QListView::item {{ padding: {px(4)} {px(8)}; }}
QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
QAbstractItemView::item:hover:!selected {{ background: {t.hover}; }}
QComboBox QAbstractItemView {{ border: 1px solid {t.border}; padding: {px(4)}; border-radius: 0; }}
QComboBox QAbstractItemView::item {{ min-height: {px(26)}; padding: 0 {px(6)}; }}
QListView[role="bare"], QListView[role="bare"]:focus {{ border: none; background: transparent; }}
QTableView {{ gridline-color: {t.hairline}; }}
QHeaderView {{ background: {t.surface}; border: none; border-radius: {px(8)}; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: none;
  border-bottom: 1px solid {t.hairline}; padding: {px(7)} {px(8)}; font-weight: 600; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
"""


def _tabs(t: Tokens, px: Callable[[float], str]) -> str:
    return f"""
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: none; padding: {px(7)} {px(4)} {px(6)} {px(4)};
  margin-right: {px(22)}; border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ color: {t.accent}; font-weight: 600; border-bottom: 2px solid {t.accent}; }}
QTabBar:focus {{ border: none; }}
QTabBar::scroller {{ width: {px(36)}; }}
QTabBar QToolButton {{ background: {t.ground}; border-radius: 0; }}
QTabBar QToolButton::left-arrow, QTabBar QToolButton::right-arrow {{ width: {px(14)}; height: {px(14)}; }}
QTabBar::tab:selected:focus {{ background: {t.accent_soft}; border-radius: {px(4)}; }}
"""


def _menus(t: Tokens, px: Callable[[float], str]) -> str:
    return f"""
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; padding: {px(5)}; }}
QMenu::item {{ padding: {px(6)} {px(28)} {px(6)} {px(12)}; border-radius: {px(5)}; background: transparent; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.idle}; }}
QMenu::icon {{ padding-left: {px(10)}; }}
QMenu::separator {{ height: 1px; background: {t.hairline}; margin: {px(5)} {px(8)}; }}
QFrame#palette {{ background: {t.surface}; border: 2px solid {t.accent}; border-radius: {px(10)}; }}
QFrame#notice {{ background: {t.text}; border: none; border-radius: {px(8)}; }}
QFrame#notice QLabel {{ color: {t.ground}; }}
QFrame#notice QPushButton {{ background: transparent; color: {t.ground}; border: 1px solid {t.ground};
  padding: {px(3)} {px(10)}; margin: 1px; font-weight: 600; }}
QFrame#notice QPushButton:hover {{ background: {blend(t.text, t.ground, 0.15)}; }}
QFrame#notice QPushButton:focus {{ border: 3px solid {t.ground}; margin: 0; }}
"""


def _bright(t: Tokens) -> str:
    """The strongest ink on the navigation."""
    return blend(t.nav_text, "#FFFFFF", 0.85)
