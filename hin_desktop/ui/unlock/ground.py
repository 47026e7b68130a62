"""What a scroll area scrolls when it holds texts that wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Ground(QWidget):
    """What is scrolled: as high as its texts are at the width it has, not at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        """No height of its own; the layout's height for a width decides."""
        return QSize(super().minimumSizeHint().width(), 0)
