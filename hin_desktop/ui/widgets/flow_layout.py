"""A layout that sets widgets side by side and breaks them into lines like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Left to right, wrapped; `spacing` in pixels between items and lines. The last item may take the rest."""

    def __init__(self, spacing: int, *, stretch_last: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._stretch_last = stretch_last
        self._heights: dict[int, int] = {}  # by width; a layout is asked for the same ones again and again
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item (called by addWidget)."""
        self._items.append(item)

    def move_last_to(self, index: int) -> None:
        """Move the item added last to a position: chips stand before the field that adds them."""
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines within `width` pixels."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), apply=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has another size now."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        """All items in one line."""
        sizes = [item.sizeHint() for item in self._shown]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone in its line."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    @property
    def _shown(self) -> list[QLayoutItem]:
        """Without the hidden ones: they take no room, nor the space beside it."""
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        right = rect.x() + rect.width()
        placed: list[tuple[QLayoutItem, QRect]] = []
        shown = self._shown
        for index, item in enumerate(shown):
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x > rect.x() and x + width > right:
                _settle(placed, line, apply=apply)
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if self._stretch_last and index == len(shown) - 1:
                width = right - x
            placed.append((item, QRect(QPoint(x, y), QSize(width, hint.height()))))
            x, line = x + width + self.spacing(), max(line, hint.height())
        _settle(placed, line, apply=apply)
        return y + line - rect.y()


def _settle(placed: list[tuple[QLayoutItem, QRect]], height: int, *, apply: bool) -> None:
    """Place the items of one line, each in the middle of its height, and begin a new one."""
    for item, rect in placed if apply else ():
        item.setGeometry(rect.translated(0, (height - rect.height()) // 2))
    placed.clear()
