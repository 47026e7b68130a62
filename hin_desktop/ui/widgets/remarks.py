"""Sentences that must not be missed: a sign, a word that says how much it presses, and what is to be minded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import IconLabel, label


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence. `word` says in a word what `tone` (wrong, soon) and `icon` show."""

    word: str
    text: str
    icon: str
    tone: str


class RemarkLine(QFrame):
    """A remark on the soft ground of its colour."""

    def __init__(self, kit: Kit, remark: Remark) -> None:
        super().__init__()
        self.setProperty("role", "remark")
        self.setProperty("tone", remark.tone)
        px = kit.theme.px
        line = QHBoxLayout(self)
        line.setContentsMargins(px(10), px(6), px(10), px(6))
        line.setSpacing(px(8))
        self.word = label(remark.word, tone=remark.tone, size="strong")
        self.text = label(remark.text, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAccessibleName(f"{remark.word}: {remark.text}")
        line.addWidget(IconLabel(kit, remark.icon, remark.tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.word, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)


class Remarks(QWidget):
    """Remarks below each other; hidden while there are none."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: tuple[Remark, ...] = ()
        self.lines: list[RemarkLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(4))
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these; nothing moves where they are the same."""
        if self._shown == tuple(remarks):
            return
        self._shown = tuple(remarks)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [RemarkLine(self._kit, remark) for remark in remarks]
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(remarks))
