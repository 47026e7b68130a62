"""Cards and the rows in them: what a page is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconButton, IconLabel, label, tinge

_PILL_ICON = 14


class Card(QFrame):
    """A white surface with a title; what it shows goes into `body`. A hint or a link stands at the title's right."""

    def __init__(self, kit: Kit, title: str = "", hint: str = "") -> None:
        super().__init__()
        self.kit = kit
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        px = kit.theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(8), px(12), px(8), px(14))
        outer.setSpacing(px(10))
        self.title = label(title, size="card", wrap=True)
        self.hint = label(hint, tone="muted")
        self.head = QHBoxLayout()
        self.head.setSpacing(px(8))
        self.head.setContentsMargins(px(8), 0, px(8), 0)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.hint)
        outer.addLayout(self.head)
        self.hint.setVisible(bool(hint))  # here for the first time: before it has a parent it would be a window
        self.title.setVisible(bool(title))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(10))
        self.body.setContentsMargins(px(8), 0, px(8), 0)
        outer.addLayout(self.body)
        if title:
            self.setAccessibleName(title)

    def set_hint(self, text: str) -> None:
        """The muted words at the right of the title."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def add_link(self, text: str, icon: str = "") -> Button:
        """A link at the right of the title; connect its `clicked`."""
        link = Button(self.kit, text, icon, "plain", slim=True)
        self.head.addWidget(link)
        return link

    def clear(self) -> None:
        """Take everything out of the body."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show rows below each other with a hairline between them, in place of what was there."""
        self.clear()
        self.body.setSpacing(self.kit.theme.px(4))
        self.body.setContentsMargins(0, 0, 0, 0)  # rows have the room at their sides within their focus ring
        for index, row in enumerate(rows):
            if index:
                self.body.addWidget(hairline())
            self.body.addWidget(row)


def strip(card: Card) -> None:
    """Take frame and margins from a card that stands inside another one."""
    card.setProperty("card", False)
    for layout in (card.layout(), card.head, card.body):
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)


def hairline() -> QFrame:
    """A thin line between rows: decoration only."""
    line = QFrame()
    line.setProperty("line", True)
    line.setProperty("inset", True)
    return line


class Row(QAbstractButton):
    """An icon, one strong line, one muted line, and at the right a date or a few words.

    `clicked` comes from mouse, Enter and Space, if `opens`; otherwise the row is only read. `add_action` puts small
    buttons (edit, delete) at its end. `tone` colours icon and right-hand words by meaning.
    """

    def __init__(
        self,
        kit: Kit,
        title: str,
        detail: str = "",
        *,
        icon: str = "",
        right: str = "",
        tone: str = "muted",
        opens: bool = True,
    ) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("role", "row")
        self.setAccessibleName(title)
        self.setAccessibleDescription(" · ".join(filter(None, (detail, right))))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title, self.detail = label(title, wrap=True), label(detail, tone="muted", size="small", wrap=True)
        self.right = label(right, tone=tone)
        self._opens(opens)
        self._build(icon, tone)
        self.detail.setVisible(bool(detail))
        self.right.setVisible(bool(right))

    def _opens(self, opens: bool) -> None:
        self.setProperty("opens", opens)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation, False)

    def _build(self, icon: str, tone: str) -> None:
        px = self._kit.theme.px
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(px(8), px(6), px(8), px(6))
        self.line.setSpacing(px(12))
        if icon:
            self.line.addWidget(IconLabel(self._kit, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(self.title)
        words.addWidget(self.detail)
        self.line.addLayout(words, 1)
        self.line.addWidget(self.right, 0, Qt.AlignmentFlag.AlignTop)

    def lead(self, widget: QWidget) -> None:
        """Put a widget (a time of day, an avatar) before the words."""
        self.line.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_action(self, icon: str, name: str) -> IconButton:
        """A small button at the end of the row; connect its `clicked`."""
        made = IconButton(self._kit, icon, name, size=16)
        self.line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrows go to the next row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The surface as the stylesheet has it (hover, focus ring)."""
        paint_surface(self)


def paint_surface(widget: QWidget) -> None:
    """Paint the stylesheet's background and border of a widget that Qt leaves bare."""
    option = QStyleOption()
    option.initFrom(widget)
    painter = QPainter(widget)
    widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, widget)


class Pill(QFrame):
    """A few words on a soft ground, with an icon if they carry a meaning. `tone`: accent, met, soon, wrong, muted."""

    def __init__(self, kit: Kit, text: str = "", tone: str = "accent", icon: str = "") -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._kit = kit
        self._line = QHBoxLayout(self)
        self._icon: IconLabel | None = None
        self.words = label(size="small")
        self._line.addWidget(self.words)
        kit.theme.changed.connect(self._fit)
        self._fit()
        self.show_words(text, tone, icon)

    def show_words(self, text: str, tone: str = "accent", icon: str = "") -> None:
        """Say something else."""
        self.words.setText(text)
        mark(self, "tone", tone)
        tinge(self.words, tone)
        if icon and self._icon is None:  # few have any
            self._icon = IconLabel(self._kit, icon, tone, _PILL_ICON)
            self._line.insertWidget(0, self._icon)
        if self._icon is not None:
            if icon:
                self._icon.show_icon(icon, tone)
            self._icon.setVisible(bool(icon))

    @Slot()
    def _fit(self) -> None:
        """High enough for its round ends in every text size."""
        px = self._kit.theme.px
        self._line.setContentsMargins(px(10), px(3), px(10), px(3))
        self._line.setSpacing(px(6))


class Avatar(QLabel):
    """The initials of a name in a circle; a grey sign where there is no name. Decoration: the name stands beside it."""

    def __init__(self, kit: Kit, name: str, size: int = 52) -> None:
        super().__init__()
        self._kit, self._size = kit, size
        self.setProperty("role", "avatar")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_name(name)
        self._fit()
        kit.theme.changed.connect(self._fit)

    def show_name(self, name: str) -> None:
        """Show the initials of another name."""
        self.setText(initials(name))

    @Slot()
    def _fit(self) -> None:
        side = self._kit.theme.px(self._size)
        self.setFixedSize(side, side)


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name; '?' for none."""
    words = ["".join(letter for letter in word if letter.isalpha()) for word in name.split()]
    words = [word for word in words if word]
    if not words:
        return "?"
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper()


class KeyValues(QWidget):
    """Facts as pairs: the muted name at the left, the value beside it; long values wrap and can be copied."""

    def __init__(self, kit: Kit, pairs: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._kit = kit
        self._pairs: list[_Pair] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(6))
        self.set_pairs(pairs)

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show other pairs; those with an empty value are left out. Lines are kept and filled anew."""
        shown = [(name, value) for name, value in pairs if value]
        while len(self._pairs) < len(shown):
            self._pairs.append(_Pair(self._kit, self))
            self._column.addWidget(self._pairs[-1])
        for place, pair in enumerate(self._pairs):
            pair.setVisible(place < len(shown))
            if place < len(shown):
                pair.show_texts(*shown[place])


class _Pair(QWidget):
    """One line of `KeyValues`."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._value = label("", tone="muted", wrap=True), label("", wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(kit.theme.px(12))
        line.addWidget(self._name, 2)
        line.addWidget(self._value, 5)

    def show_texts(self, name: str, value: str) -> None:
        """Fill it."""
        self._name.setText(name)
        self._value.setText(value)
        self._value.setAccessibleName(f"{name}: {value}")
