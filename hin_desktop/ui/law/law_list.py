"""A long list of rules or titles under headings: painted, so that it scrolls and narrows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hin_desktop.ui.shell.fonts import text_font
from hin_desktop.ui.shell.stylesheet import SECOND, TEXT
from hin_desktop.ui.widgets.choice_search import folded
from hin_desktop.ui.widgets.kit import Kit

_ROW, _HEADING, _SIDE, _ICON = 48, 36, 10, 18
_SHARE = 0.42  # of the row that the value may take
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LawEntry:
    """A row: `group` is the heading it stands under, `right` its value; `searched` are further words to find it."""

    key: str
    group: str
    title: str
    detail: str
    right: str
    icon: str
    tone: str
    to_check: bool
    searched: str = ""

    @property
    def words(self) -> str:
        """Everything it is found by."""
        return folded(" ".join((self.group, self.title, self.detail, self.right, self.searched)))

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(filter(None, (self.title, self.right, self.detail, self.group)))


class LawList(QListWidget):
    """Shows entries under their headings; `chosen(key)` when another one is looked at."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self.entries: dict[str, LawEntry] = {}
        self._words: dict[str, str] = {}
        self._kit = kit
        self._shown: tuple[str, ...] = ()
        self.setProperty("role", "bare")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Rows(self, kit))
        self.currentItemChanged.connect(self._look)
        kit.theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current(self) -> str:
        """The key of the entry that is looked at, '' for none."""
        row = self.currentRow()
        return str(self.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys of the entries that pass the filter, from the top."""
        return self._shown

    def fill(self, entries: Sequence[LawEntry]) -> None:
        """Know these entries; `narrow` shows them."""
        self.entries = {entry.key: entry for entry in entries}
        self._words = {entry.key: entry.words for entry in entries}

    def narrow(self, text: str, *, only_to_check: bool) -> None:
        """Show what holds every word; the entry that was looked at stays, else the first one is."""
        wanted, before = folded(text).split(), self.current
        found = [entry for key, entry in self.entries.items()
                 if (entry.to_check or not only_to_check) and all(word in self._words[key] for word in wanted)]
        self._shown = tuple(entry.key for entry in found)
        with QSignalBlocker(self):
            self.clear()
            group = ""
            for entry in found:
                if entry.group != group:
                    group = entry.group
                    self.addItem(_heading(group))
                self.addItem(_item(entry))
            self.go_to(before if before in self._shown else next(iter(self._shown), ""))
        if self.current != before:
            self.chosen.emit(self.current)

    def go_to(self, key: str) -> None:
        """Look at an entry, if it is shown."""
        for row in range(self.count()):
            item = self.item(row)
            if key and item.data(Qt.ItemDataRole.UserRole) == key:
                self.setCurrentItem(item)
                self.scrollToItem(item)

    @Slot()
    def _look(self) -> None:
        self.chosen.emit(self.current)


def _heading(text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(Qt.ItemDataRole.UserRole, "")
    return item


def _item(entry: LawEntry) -> QListWidgetItem:
    item = QListWidgetItem(entry.title)
    item.setData(Qt.ItemDataRole.UserRole, entry.key)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
    item.setToolTip("\n".join(filter(None, (entry.title, entry.right, entry.detail))))
    return item


class _Rows(QStyledItemDelegate):
    """Paints headings, and entries with icon, title, second line, and the value at the right."""

    def __init__(self, owner: LawList, kit: Kit) -> None:
        super().__init__(owner)
        self._owner, self._kit = owner, kit

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows have one height, all headings another."""
        heading = not index.data(Qt.ItemDataRole.UserRole)
        return QSize(0, self._kit.theme.px(_HEADING if heading else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        entry = self._owner.entries.get(str(index.data(Qt.ItemDataRole.UserRole)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            self._paint_heading(painter, option.rect, str(index.data()))
        else:
            self._paint_entry(painter, option, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        px = self._kit.theme.px
        inner = area.adjusted(px(_SIDE), px(8), -px(_SIDE), 0)
        self._word(painter, inner, text, SECOND, "accent", strong=True)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: LawEntry) -> None:
        px, theme, area = self._kit.theme.px, self._kit.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(area.adjusted(px(2), 1, -px(2), -1), px(6), px(6))
        size = px(_ICON)
        theme.icons.icon(entry.icon, entry.tone, size).paint(painter, area.left() + px(_SIDE), area.top() + px(6), size,
                                                             size)
        inner = area.adjusted(px(_SIDE) + size + px(10), px(5), -px(_SIDE), -px(5))
        line = QFontMetrics(self._font(TEXT)).height()
        right = QRect(inner)
        right.setLeft(inner.right() - round(inner.width() * _SHARE))
        right.setHeight(line)
        used = self._word(painter, right, entry.right, TEXT, "text", right=True)
        upper = QRect(inner.left(), inner.top(), inner.width() - (used + px(12) if used else 0), line)
        self._word(painter, upper, entry.title, TEXT, "text")
        lower = QRect(inner.left(), inner.top() + line, inner.width(), inner.height() - line)
        self._word(painter, lower, entry.detail, SECOND, "muted")

    def _font(self, points: float, *, strong: bool = False) -> QFont:
        font = text_font(points * self._kit.theme.factor)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _word(self, painter: QPainter, area: QRect, text: str, points: float, role: str, *, right: bool = False,
              strong: bool = False) -> int:
        """Paint a text in an area, shortened where it must be; gives its width in pixels."""
        if not text or area.width() <= 0:
            return 0
        font = self._font(points, strong=strong)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._kit.theme.color(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
