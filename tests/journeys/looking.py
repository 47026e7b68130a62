"""What must hold of whatever is on the screen: everything has a name, nothing is cut off, Tab goes everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.hand import MOST_STOPS, name_of
from hin_desktop.ui.tour.seat import Seat

HAIR = 2  # pixels that rounding may take


def shown(window: QWidget) -> Iterator[QWidget]:
    """The widgets of the window that are shown."""
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def stops(window: QWidget) -> list[QWidget]:
    """Where the Tab key must stop: of radio buttons only the chosen one, of a field its inner line."""
    policy = Qt.FocusPolicy.TabFocus
    return [widget for widget in shown(window)
            if widget.isEnabled() and widget.focusPolicy() & policy == policy and widget.focusProxy() is None
            and not (isinstance(widget, QRadioButton) and not widget.isChecked())]


def nameless(window: QWidget) -> list[str]:
    """Stops of the Tab key of which a screen reader could say nothing."""
    return [_told(widget) for widget in stops(window) if not name_of(widget)]


def unreached(seat: Seat, window: QWidget, missed: list[str]) -> Walk:
    """Press Tab once round; stops that were not reached go to `missed`."""
    wanted = stops(window)
    seen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        yield from seat.press("Tab")
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.append(here)
    held = [*seen, *(proxy for each in seen if (proxy := each.focusProxy()) is not None)]
    missed += [_told(widget) for widget in wanted if widget not in held and widget.isVisible()]


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit into them, and widgets that reach out of what holds them."""
    return [_told(widget) for widget in shown(window) if _too_narrow(widget) or _reaches_out(widget)]


def _too_narrow(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.text() and widget.textFormat() is not Qt.TextFormat.RichText:
        return _label_too_small(widget)
    if isinstance(widget, QPushButton | QToolButton) and widget.text():
        return widget.width() + HAIR < widget.minimumSizeHint().width() or _words_wider(widget)
    return False


def _words_wider(button: QAbstractButton) -> bool:
    words = button.text().replace("&&", "&")
    return button.width() + HAIR < QFontMetrics(button.font()).horizontalAdvance(words)


def _label_too_small(label: QLabel) -> bool:
    room = label.contentsRect()
    if label.wordWrap():
        return room.height() + HAIR < label.heightForWidth(label.width()) - 2 * label.margin()
    need = QFontMetrics(label.font()).size(0, label.text())
    return room.width() + HAIR < need.width() or room.height() + HAIR < need.height()


def _reaches_out(widget: QWidget) -> bool:
    """Sideways out of its parent, unless that scrolls sideways."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, QTabBar) or _scrolls(parent):
        return False
    return widget.width() > HAIR and (widget.x() < -HAIR or widget.geometry().right() > parent.width() + HAIR)


def _scrolls(parent: QWidget) -> bool:
    area = parent.parentWidget()
    return (isinstance(area, QScrollArea) and area.viewport() is parent
            and area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _told(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")()
    around = widget.parentWidget()
    where = QRect(widget.pos(), widget.size()).getRect()
    return f"{type(widget).__name__} {words or widget.accessibleName()!r} {where} in {type(around).__name__}"
