"""The mark of a rule or title as a pill, which can change its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hin_desktop.ui.law.words import Sign
from hin_desktop.ui.widgets.cards import Pill
from hin_desktop.ui.widgets.kit import Kit


class SignPill(QWidget):
    """Holds a pill; for another mark another pill comes in its place."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._sign: Sign | None = None
        self.pill: Pill | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)

    def show_sign(self, sign: Sign) -> None:
        """Show a mark."""
        if sign == self._sign:
            return
        self._sign = sign
        if self.pill is not None:
            self._line.removeWidget(self.pill)
            self.pill.hide()
            self.pill.deleteLater()
        self.pill = Pill(self._kit, self._kit.say(sign.words), sign.tone, sign.icon)
        self._line.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)
