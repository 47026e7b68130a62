"""The list and what is looked at: side by side, or below each other where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hin_desktop.ui.law.law_list import LawList
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import label

NARROW = 816  # pixels at normal text size: SectionGrid's measure without the margins of the page
LIST_HEIGHT, DETAIL_HEIGHT = 180, 240  # at least


class Panes(QWidget):
    """Lists, of which one is shown, and the card of what is looked at in it."""

    def __init__(self, kit: Kit, lists: Sequence[LawList], cards: Sequence[Card]) -> None:
        super().__init__()
        self._kit, self._lists, self._cards = kit, tuple(lists), tuple(cards)
        self.nothing = label(kit.texts("Nothing holds these words."), tone="muted", wrap=True)
        self.detail = QScrollArea()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(kit.theme.px(14))
        self._both.addWidget(self._framed(), 5)
        self._both.addWidget(self._scrolling(), 4)
        self.show_part(0)

    @property
    def below(self) -> bool:
        """Whether the card stands below the list."""
        return self._both.direction() is QBoxLayout.Direction.TopToBottom

    def show_part(self, part: int) -> None:
        """Show a list and its card, or in its place the sentence that nothing was found."""
        for index, (rows, card) in enumerate(zip(self._lists, self._cards, strict=True)):
            rows.setVisible(index == part)
            card.setVisible(index == part and bool(rows.shown))
        self.nothing.setVisible(bool(self._lists[part].entries) and not self._lists[part].shown)

    def to_top(self) -> None:
        """Another card: it is read from its beginning."""
        self.detail.verticalScrollBar().setValue(0)

    def bring(self, widget: QWidget) -> None:
        """Scroll to a part of the card, as soon as it has its place."""
        QTimer.singleShot(0, widget, lambda: self.detail.ensureWidgetVisible(widget))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between beside and below."""
        super().resizeEvent(event)
        narrow = self.width() < self._kit.theme.px(NARROW)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _framed(self) -> Card:
        px, frame = self._kit.theme.px, Card(self._kit)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        frame.body.setContentsMargins(0, 0, 0, 0)
        for rows in self._lists:
            rows.setMinimumHeight(px(LIST_HEIGHT))
            frame.body.addWidget(rows, 1)
        self.nothing.setContentsMargins(px(8), 0, px(8), 0)
        frame.body.addWidget(self.nothing)
        return frame

    def _scrolling(self) -> QScrollArea:
        inside = Tight()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for card in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        self.detail.setProperty("role", "preview")
        self.detail.setWidgetResizable(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setMinimumHeight(self._kit.theme.px(DETAIL_HEIGHT))
        self.detail.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.detail.setAccessibleName(self._kit.texts("What is looked at"))
        self.detail.setWidget(inside)
        return self.detail


class Tight(QWidget):
    """What scrolls is as high as its words within the width; wrapped labels would else ask for room they never fill."""

    def minimumSizeHint(self) -> QSize:
        """The width alone."""
        return QSize(super().minimumSizeHint().width(), 0)
