"""A card of rows that are kept and filled anew: another person, or news, comes into the same widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.cards import Card, KeyValues, Row, hairline
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconButton, IconLabel, label
from hin_desktop.ui.widgets.remarks import Remark, Remarks

_BUTTON = 16


@dataclass(frozen=True, slots=True)
class Act:
    """A small button at the end of a row, or a link among its facts."""

    icon: str
    name: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Look:
    """A record in its row. `more` are facts that open below it, `links` lead from there to other records.

    `remarks` stand below the row, open or not. `big`: what stands at the right is what one looks for.
    """

    title: str
    detail: str = ""
    right: str = ""
    icon: str = ""
    tone: str = "muted"
    more: tuple[tuple[str, str], ...] = ()
    links: tuple[Act, ...] = ()
    remarks: tuple[Remark, ...] = ()
    big: bool = False


@dataclass(frozen=True, slots=True)
class RowData:
    """What a row shows and does. `open` is what a click does (None: it unfolds); `delete` what the Delete key does."""

    key: int
    look: Look
    open: Callable[[], None] | None = None
    acts: tuple[Act, ...] = ()
    delete: Callable[[], None] | None = None


class LookRow(Row):
    """The line itself; the Delete key is passed on."""

    def __init__(self, kit: Kit, *, opens: bool) -> None:
        super().__init__(kit, "", opens=opens)
        self.picture = IconLabel(kit, "circle")
        self.delete: Callable[[], None] | None = None
        self.lead(self.picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes, everything else as in any row."""
        if event.key() == Qt.Key.Key_Delete and self.delete is not None:
            self.delete()
        else:
            super().keyPressEvent(event)


class _Unfolded(QWidget):
    """The facts below a row, and the links to other records."""

    def __init__(self, kit: Kit, look: Look) -> None:
        super().__init__()
        px = kit.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(38), 0, px(8), px(8))
        column.setSpacing(px(6))
        column.addWidget(KeyValues(kit, look.more))
        for link in look.links:
            button = Button(kit, link.name, link.icon, "plain", slim=True)
            button.clicked.connect(link.run)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class RecordRow(QWidget):
    """A row with its buttons, and the facts that open below it."""

    def __init__(self, kit: Kit, *, opens: bool) -> None:
        super().__init__()
        self.data: RowData | None = None
        self.row = LookRow(kit, opens=opens)
        self.buttons: list[IconButton] = []
        self.line = hairline()
        self._kit = kit
        self._facts: _Unfolded | None = None
        self._remarks: Remarks | None = None  # few rows have any
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(4))
        self._column.addWidget(self.line)
        self._column.addWidget(self.row)
        self.row.clicked.connect(self._clicked)

    @property
    def is_open(self) -> bool:
        """Whether the facts are shown."""
        return self._facts is not None

    def show_data(self, data: RowData) -> None:
        """Show another record, or the same one as it is now; only the same one stays unfolded."""
        before, self.data = self.data, data
        if before == data:
            return
        self._show_look(data.look)
        self.row.delete = data.delete
        self._show_acts(data.acts)
        same = before is not None and before.key == data.key
        if self._facts is not None and not (same and before is not None and before.look.more == data.look.more):
            self.unfold(False)
            self.unfold(same)

    def unfold(self, shown: bool) -> None:
        """Show or hide the facts."""
        if shown == self.is_open or self.data is None or (shown and not self.data.look.more):
            return
        if self._facts is not None:
            self._column.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
            self._facts = None
            return
        self._facts = _Unfolded(self._kit, self.data.look)
        self._column.addWidget(self._facts)

    def _clicked(self) -> None:
        if self.data is not None and self.data.open is not None:
            self.data.open()
        else:
            self.unfold(not self.is_open)

    def _show_look(self, look: Look) -> None:
        row = self.row
        self._show_remarks(look.remarks)
        for words, text in ((row.title, look.title), (row.detail, look.detail), (row.right, look.right)):
            words.setText(text)
            words.setVisible(bool(text))
        mark(row.right, "tone", look.tone)
        mark(row.right, "type", "headline" if look.big else "")
        row.setAccessibleName(look.title)
        said = (f"{remark.word}: {remark.text}" for remark in look.remarks)
        row.setAccessibleDescription(" · ".join(filter(None, (look.detail, look.right, *said))))
        if look.icon:
            row.picture.show_icon(look.icon, look.tone)
        row.picture.setVisible(bool(look.icon))

    def _show_remarks(self, remarks: Sequence[Remark]) -> None:
        if self._remarks is None and remarks:
            px = self._kit.theme.px
            self._remarks = Remarks(self._kit)
            self._remarks.setContentsMargins(px(38), 0, px(8), px(4))
            self._column.insertWidget(self._column.indexOf(self.row) + 1, self._remarks)
        if self._remarks is not None:
            self._remarks.show_remarks(remarks)

    def _show_acts(self, acts: Sequence[Act]) -> None:
        while len(self.buttons) < len(acts):
            made = self.row.add_action(acts[len(self.buttons)].icon, "")
            made.setProperty("drawn", acts[len(self.buttons)].icon)
            made.clicked.connect(partial(self._press, len(self.buttons)))
            self.buttons.append(made)
        for index, button in enumerate(self.buttons):
            button.setVisible(index < len(acts))
            if index < len(acts):
                button.setAccessibleName(acts[index].name)
                button.setToolTip(acts[index].name)
                if button.property("drawn") != acts[index].icon:
                    button.setProperty("drawn", acts[index].icon)
                    self._kit.theme.dress(button, acts[index].icon, "muted", _BUTTON)

    def _press(self, index: int) -> None:
        if self.data is not None:
            self.data.acts[index].run()


class RowCard(Card):
    """Rows, and under them remarks that belong to all of them; `empty` stands where there are no rows.

    `opens`: a click on a row does something, it can have the focus.
    """

    def __init__(self, kit: Kit, title: str = "", empty: str = "", *, opens: bool = True) -> None:
        super().__init__(kit, title)
        self._empty = empty
        self.rows: dict[int, RecordRow] = {}
        self._opens = opens
        self._pool: list[RecordRow] = []
        self._remarks: list[QWidget] = []
        self._said: tuple[str, ...] | None = None
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(4))
        self.set_rows((self._holder,))

    def fill(self, rows: Sequence[RowData], remarks: Sequence[str] = (), more: Button | None = None) -> None:
        """Show these rows; the focus stays with its record. `more` is a button that shows more of them."""
        held = self._held()
        said = tuple(remarks if rows or remarks or not self._empty else (self._empty,))
        renewed = more is not None or said != self._said or len(rows) > len(self._pool)
        apart = held is None and (renewed or len(rows) != len(self.rows))
        if apart:  # what is shown within something in sight is laid out at once, one after the other
            self._holder.hide()
        if renewed:
            self._drop_remarks()
        self._grow(len(rows))
        self.rows = {data.key: made for data, made in zip(rows, self._pool, strict=False)}
        for data, made in zip(rows, self._pool, strict=False):
            made.show_data(data)
        for index, made in enumerate(self._pool):
            made.line.setVisible(index > 0)
            made.setVisible(index < len(rows))
        if renewed:
            self._remark_all(said, more)
        if apart:
            self._holder.show()
        if held is not None:
            self._focus_again(*held)

    def add_above(self, widget: QWidget) -> None:
        """Put a widget between the title and the rows, where it stays."""
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(1, widget)

    def _grow(self, count: int) -> None:
        for _ in range(count - len(self._pool)):
            made = RecordRow(self.kit, opens=self._opens)
            self._column.addWidget(made)
            self._pool.append(made)

    def _remark_all(self, said: tuple[str, ...], more: Button | None) -> None:
        self._said = said if more is None else None
        if more is not None:
            self._remark(more)
        for remark in said:
            words = label(remark, tone="muted", wrap=True)
            words.setContentsMargins(self.kit.theme.px(8), 0, self.kit.theme.px(8), 0)
            self._remark(words)

    def _remark(self, widget: QWidget) -> None:
        self._remarks.append(widget)
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button) else _WIDE)

    def _drop_remarks(self) -> None:
        for widget in self._remarks:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._remarks = []

    def _held(self) -> tuple[int, int] | None:
        """The record whose row has the focus, and the row's place."""
        focused = QApplication.focusWidget()
        for place, (key, made) in enumerate(self.rows.items()):
            if focused is not None and made.isAncestorOf(focused):
                return key, place
        return None

    def _focus_again(self, key: int, place: int) -> None:
        """To the same record; where it is gone, to the one in its place, else the last."""
        kept = self.rows.get(key)
        if kept is not None and kept is self._pool[place]:
            return
        shown = list(self.rows.values())
        if kept is not None or shown:
            (kept or shown[min(place, len(shown) - 1)]).row.setFocus(Qt.FocusReason.OtherFocusReason)


_WIDE = Qt.AlignmentFlag(0)

