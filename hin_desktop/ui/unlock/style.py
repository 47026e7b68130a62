"""The rules that only the first window needs, behind the theme's own."""

from __future__ import annotations

from hin_desktop.ui.shell.theme import Theme


def stylesheet(theme: Theme) -> str:
    """The rules in the colours and sizes of now."""
    t, px = theme.tokens, theme.px
    size = f"{22 * theme.factor:.2f}pt"
    return f"""
QWidget#unlock, QWidget#unlock QScrollArea, QWidget#unlock QWidget#ground {{ background: {t.ground}; }}
QLabel[role="product"] {{ font-size: {size}; font-weight: 600; }}
QLabel[role="code"] {{ background: {t.ground}; border-radius: {px(6)}px; padding: {px(8)}px {px(4)}px;
  font-weight: 600; }}
QPushButton[role="choice"], QPushButton[role="choice-filled"] {{ background: {t.surface};
  border: 1px solid {t.border}; border-radius: {px(8)}px; padding: 0; text-align: left; }}
QPushButton[role="choice"]:hover {{ background: {t.hover}; }}
QPushButton[role="choice-filled"] {{ background: {t.accent}; border-color: {t.accent}; }}
QPushButton[role="choice-filled"]:hover {{ background: {t.accent_hover}; }}
QPushButton[role="choice-filled"] QLabel {{ color: {t.on_accent}; }}
QPushButton[role="choice"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[role="choice-filled"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[role="plain"] {{ padding: {px(5)}px {px(4)}px; }}
QPushButton[role="plain"]:focus {{ padding: {px(4)}px {px(3)}px; }}
QPushButton[role="tongue"] {{ background: transparent; border: 2px solid transparent; color: {t.muted};
  padding: {px(2)}px {px(6)}px; min-height: 0; }}
QPushButton[role="tongue"]:checked {{ color: {t.text}; font-weight: 600; background: transparent; }}
QPushButton[role="tongue"]:focus {{ border-color: {t.accent}; }}
"""
