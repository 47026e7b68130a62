"""The rows of the Ctrl+K box: icon, name, what tells it apart, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hin_desktop.ui.shell.fonts import text_font
from hin_desktop.ui.shell.stylesheet import SECOND, TEXT
from hin_desktop.ui.shell.theme import Theme

_ROW = 40
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row and what choosing it does."""

    icon: str
    title: str
    detail: str
    keys: str
    act: Callable[[], None]

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.detail, self.keys) if part)


class PaletteList(QListWidget):
    """Shows the rows; the keyboard stays in the field above."""

    chosen = Signal()
    """The current row was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entries: tuple[Entry, ...] = ()
        self._theme = theme
        self.setItemDelegate(_Rows(self, theme))
        self.itemClicked.connect(self._click)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown, from above."""
        return self._entries

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these rows; the first is the current one."""
        self._entries = tuple(entries)
        self.clear()
        for entry in self._entries:
            item = QListWidgetItem(entry.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
            self.addItem(item)
        self.setCurrentRow(0)

    def step(self, key: Qt.Key) -> None:
        """Move the current row by an arrow or page key; it goes round at the ends."""
        if self._entries:
            wanted = self.currentRow() + _STEPS[key]
            last = len(self._entries) - 1
            round_about = last if wanted < 0 else 0
            one = abs(_STEPS[key]) == 1
            self.setCurrentRow(wanted if 0 <= wanted <= last else round_about if one else min(max(wanted, 0), last))

    def rows_height(self) -> int:
        """How high all rows are together, in pixels."""
        return len(self._entries) * self._theme.px(_ROW)

    def current(self) -> Entry | None:
        """The row that Enter would choose."""
        row = self.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _click(self, item: QListWidgetItem) -> None:
        self.setCurrentItem(item)
        self.chosen.emit()


class _Rows(QStyledItemDelegate):
    """Paints an entry."""

    def __init__(self, rows: PaletteList, theme: Theme) -> None:
        super().__init__(rows)
        self._rows, self._theme = rows, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows have one height."""
        return QSize(0, self._theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Icon, name, second line beside it, keys at the right edge."""
        entry = self._rows.entries[index.row()]
        px, tokens = self._theme.px, self._theme.tokens
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), px(6), px(6))
        size = px(18)
        icon = self._theme.icons.icon(entry.icon, "accent" if chosen else "muted", size)
        icon.paint(painter, area.left() + px(10), area.top() + (area.height() - size) // 2, size, size)
        inner = area.adjusted(px(40), 0, -px(12), 0)
        inner.setRight(inner.right() - self._word(painter, inner, entry.keys, SECOND, "muted", right=True))
        inner.setLeft(inner.left() + self._word(painter, inner, entry.title, TEXT, "text") + px(10))
        self._word(painter, inner, entry.detail, SECOND, "muted")
        painter.restore()

    def _word(self, painter: QPainter, area: QRect, text: str, points: float, role: str, *, right: bool = False) -> int:
        """Paint a word in the area; gives its width with the space beside it, in pixels."""
        if not text or area.width() <= 0:
            return 0
        font = text_font(points * self._theme.factor)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown) + (self._theme.px(12) if right else 0)
