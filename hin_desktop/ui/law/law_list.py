"""A long list of rules or titles under headings: painted, so that it scrolls and narrows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hin_desktop.ui.shell.fonts import text_font
from hin_desktop.ui.shell.stylesheet import SECOND, TEXT
from hin_desktop.ui.widgets.choice_search import folded
from hin_desktop.ui.widgets.kit import Kit

_ROW, _HEADING, _SIDE, _ICON = 48, 36, 10, 18
_SHARE = 0.42  # of the row that the value may take
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LawEntry:
    """A row: `group` is the heading it stands under, `right` its value; `words` is what it is found by, folded."""

    key: str
    group: str
    title: str
    detail: str
    right: str
    icon: str
    tone: str
    to_check: bool
    words: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(filter(None, (self.title, self.right, self.detail, self.group)))


class _Lines(QAbstractListModel):
    """Headings (plain texts) and entries, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LawEntry | str] = []

    def show(self, entries: Sequence[LawEntry]) -> None:
        """These entries, each group under its heading."""
        self.beginResetModel()
        self.lines = []
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self.lines.append(group)
            self.lines.append(entry)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where an entry stands, -1 where it does not."""
        return next((row for row, line in enumerate(self.lines) if isinstance(line, LawEntry) and line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is read out, and what the mouse is told; the rest is painted."""
        line = self.lines[index.row()]
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        said = {Qt.ItemDataRole.DisplayRole: line.title, Qt.ItemDataRole.AccessibleTextRole: line.spoken,
                Qt.ItemDataRole.ToolTipRole: "\n".join(filter(None, (line.title, line.right, line.detail)))}
        return said.get(Qt.ItemDataRole(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen: the arrows go past them."""
        if isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LawList(QListView):
    """Shows entries under their headings; `chosen(key)` when another one is looked at."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self.entries: dict[str, LawEntry] = {}
        self.shown: tuple[str, ...] = ()
        self._lines = _Lines()
        self._narrowed: tuple[str, bool] | None = None
        self.setProperty("role", "bare")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Rows(self, kit))
        self.setModel(self._lines)
        self.selectionModel().currentChanged.connect(self._look)
        kit.theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current(self) -> str:
        """The key of the entry that is looked at, '' for none."""
        line = self.line(self.currentIndex())
        return line.key if isinstance(line, LawEntry) else ""

    def line(self, index: Index) -> LawEntry | str:
        """What stands at a place; '' for none."""
        return self._lines.lines[index.row()] if index.isValid() else ""

    def fill(self, entries: Sequence[LawEntry]) -> None:
        """Know these entries; `narrow` shows them."""
        self.entries = {entry.key: entry for entry in entries}
        self._narrowed = None

    def narrow(self, text: str, *, only_to_check: bool) -> None:
        """Show what holds every word; the entry that was looked at stays, else the first one is."""
        if self._narrowed == (text, only_to_check):
            return
        self._narrowed = (text, only_to_check)
        wanted, before = folded(text).split(), self.current
        found = [entry for entry in self.entries.values()
                 if (entry.to_check or not only_to_check) and all(word in entry.words for word in wanted)]
        self.shown = tuple(entry.key for entry in found)
        self._lines.show(found)
        self.go_to(before if before in self.shown else next(iter(self.shown), ""))

    def go_to(self, key: str) -> None:
        """Look at an entry, if it is shown."""
        row = self._lines.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))

    @Slot()
    def _look(self) -> None:
        self.chosen.emit(self.current)


class _Rows(QStyledItemDelegate):
    """Paints headings, and entries with icon, title, second line, and the value at the right."""

    def __init__(self, owner: LawList, kit: Kit) -> None:
        super().__init__(owner)
        self._owner, self._kit = owner, kit

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows have one height, all headings another."""
        heading = isinstance(self._owner.line(index), str)
        return QSize(0, self._kit.theme.px(_HEADING if heading else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        line = self._owner.line(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            self._paint_heading(painter, option.rect, line)
        else:
            self._paint_entry(painter, option, line)
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
