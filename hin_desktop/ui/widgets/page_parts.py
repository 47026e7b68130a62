"""The frame of a page: its header, its two columns, and what it shows while it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.ui.widgets.cards import Avatar
from hin_desktop.ui.widgets.flow_layout import FlowLayout
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconLabel, label

MOST_BUTTONS = 3


class PageHeader(QWidget):
    """Title, a muted line under it (with pills, if any), and up to three buttons, one of them filled."""

    def __init__(self, kit: Kit, title: str, subtitle: str = "", *, avatar: str | None = None) -> None:
        super().__init__()
        self._kit = kit
        px = kit.theme.px
        self.title = label(title, size="title", wrap=True)
        self.subtitle = label(subtitle, tone="muted")
        self.under = FlowLayout(px(8))
        self.under.addWidget(self.subtitle)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addLayout(self.under)
        left = QHBoxLayout()
        left.setSpacing(px(14))
        self.avatar = Avatar(kit, avatar) if avatar is not None else None
        if self.avatar is not None:
            left.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(words, 1)
        self._buttons: list[Button] = []
        self._right = FlowLayout(px(12))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(12))
        self._line.addLayout(left, 1)
        self._line.addLayout(self._right)
        self.subtitle.setVisible(bool(subtitle))

    def show_texts(self, title: str, subtitle: str = "") -> None:
        """Change title and subtitle."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        if self.avatar is not None:
            self.avatar.show_name(title)
        self._turn()

    def add_pill(self, pill: QWidget) -> None:
        """A pill behind the subtitle."""
        self.under.addWidget(pill)

    def add_button(self, text: str, icon: str = "", *, primary: bool = False) -> Button:
        """One of at most three buttons, left to right; the filled one is the next likely act. Connect `clicked`."""
        if len(self._buttons) == MOST_BUTTONS:
            raise ValueError("a page header holds at most three buttons; everything else is a command")
        button = Button(self._kit, text, icon, "primary" if primary else "")
        self._buttons.append(button)
        self._right.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below the title where there is little room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Beside each other only where the line under the title has its room as well: it would widen the page."""
        words = max(self._kit.theme.px(320), self.subtitle.minimumSizeHint().width() + self._line.spacing())
        narrow = self.width() < self._right.sizeHint().width() + words
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class EmptyState(QWidget):
    """What to do next where there is nothing yet: an icon, a sentence, and the button that does it."""

    def __init__(self, kit: Kit, icon: str, sentence: str, button: str = "", button_icon: str = "plus") -> None:
        super().__init__()
        px = kit.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(20), px(16), px(20))
        column.setSpacing(px(10))
        column.addWidget(IconLabel(kit, icon, "idle", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence = label(sentence, tone="muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        self.button = Button(kit, button, button_icon)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(button))


class SectionGrid(QWidget):
    """Cards in two columns 5 : 3; one column where the page is narrower than `narrow_below` (at normal text size).

    864 is what is left of a window of 1100 beside navigation and margins.
    """

    def __init__(self, kit: Kit, narrow_below: int = 864) -> None:
        super().__init__()
        self._kit = kit
        self._narrow_below = narrow_below
        gap = kit.theme.px(14)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        self._sides = (QWidget(), QWidget())
        for side, column, stretch in zip(self._sides, (self.left, self.right), (5, 3), strict=True):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap)
            side.setLayout(column)
            column.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._line.addWidget(side, stretch)

    @property
    def one_column(self) -> bool:
        """Whether the columns stand below each other."""
        return self._line.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between two columns and one."""
        super().resizeEvent(event)
        narrow = self.width() < self._kit.theme.px(self._narrow_below)
        if narrow != self.one_column:
            self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
            for side, stretch in zip(self._sides, (0, 0) if narrow else (5, 3), strict=True):
                self._line.setStretchFactor(side, stretch)
