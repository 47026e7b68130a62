"""A card of rows with remarks below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.parts import Button, label


class RowCard(Card):
    """Rows, and under them what belongs to all of them, in line with the title."""

    def fill(self, rows: Sequence[QWidget], remarks: Sequence[str] = (), more: Button | None = None) -> None:
        """Show these rows in place of what was there; `more` is a button that shows more of them."""
        self.set_rows(rows)
        if more is not None:
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        for remark in remarks:
            self.body.addWidget(self._remark(remark))

    def add_above(self, widget: QWidget) -> None:
        """Put a widget between the title and the rows, where it stays."""
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(1, widget)

    def _remark(self, text: str) -> QLabel:
        made = label(text, tone="muted", wrap=True)
        made.setContentsMargins(self.kit.theme.px(8), 0, self.kit.theme.px(8), 0)
        return made
