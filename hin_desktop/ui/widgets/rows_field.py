"""A list inside a form: small rows of fields, as many as are needed (languages with level, numbers with authority)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hin_desktop.errors import Message
from hin_desktop.ui.widgets.editor import Editor
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconButton, label

_NARROW = 420
MakeEditor = Callable[[FieldSpec, Kit], Editor]


class FieldRow(QWidget):
    """One row of a list field, with the button that removes it."""

    def __init__(self, spec: FieldSpec, kit: Kit, make: MakeEditor) -> None:
        super().__init__()
        self._kit = kit
        self.editors = {part.name: make(part, kit) for part in spec.fields}
        self.remove = IconButton(kit, "x", kit.texts("Remove this row"), size=16)
        self.remove.setFixedHeight(kit.theme.px(34))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(kit.theme.px(8))
        self._labels: list[QLabel] = []
        for part in spec.fields:
            self._parts.addWidget(self._cell(part), part.span)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(kit.theme.px(4))
        line.addLayout(self._parts, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)

    def _cell(self, part: FieldSpec) -> QWidget:
        cell, editor = QWidget(), self.editors[part.name]
        words = self._kit.say(part.label)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._kit.theme.px(4))
        column.addStretch(1)
        if part.kind is not FieldKind.CHECK:
            text = label(words, tone="muted", size="small")
            text.setBuddy(editor.input())
            self._labels.append(text)
            column.addWidget(text)
        editor.input().setAccessibleName(words)
        column.addWidget(editor)
        return cell

    def show_labels(self, shown: bool) -> None:
        """Only the first of rows that stand below each other needs its labels."""
        for text in self._labels:
            text.setVisible(shown)

    def set_narrow(self, narrow: bool) -> None:
        """Fields below each other where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(direction)


class RowsField(Editor):
    """A tuple of dicts, one a row; rows in which nothing stands are left out."""

    def __init__(self, spec: FieldSpec, kit: Kit, make: MakeEditor) -> None:
        super().__init__(spec, kit)
        self._make = make
        self.rows: list[FieldRow] = []
        self.more = Button(kit, kit.say(spec.add or Message("Add row")), "plus", "plain", slim=True)
        self.more.clicked.connect(self._add_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(6))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._empty = self._blank()

    def input(self) -> QWidget:
        """The first field, or the button while there is no row."""
        return next(iter(self.rows[0].editors.values())).input() if self.rows else self.more

    def value(self) -> tuple[dict[str, object], ...]:
        """The filled rows."""
        rows = [{name: editor.value() for name, editor in row.editors.items()} for row in self.rows]
        return tuple(row for row in rows if row != self._empty)

    def set_value(self, value: object) -> None:
        """Show rows."""
        self._fill(value, typed=False)

    def typed(self) -> list[dict[str, object]]:
        """Everything typed, row by row."""
        return [{name: editor.typed() for name, editor in row.editors.items()} for row in self.rows]

    def set_typed(self, typed: object) -> None:
        """Bring a draft back."""
        self._fill(typed, typed=True)

    def finish(self) -> None:
        """Finish every field of every row."""
        for row in self.rows:
            for editor in row.editors.values():
                editor.finish()

    def problem(self) -> Message | None:
        """The first problem of any filled row."""
        for row in self.rows:
            if {name: editor.value() for name, editor in row.editors.items()} != self._empty or _unread(row):
                for editor in row.editors.values():
                    found = editor.problem()
                    if found is not None:
                        return Message("{field}: {problem}", field=editor.spec.label, problem=found)
        return super().problem()

    def shown(self, value: object) -> str:
        """The rows in words."""
        first = FieldRow(self.spec, self.kit, self._make)
        rows = value if isinstance(value, Sequence) else ()
        texts = [
            " · ".join(filter(None, (editor.shown(row.get(name)) for name, editor in first.editors.items())))
            for row in rows
            if isinstance(row, Mapping)
        ]
        first.deleteLater()
        return "\n".join(texts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fields below each other where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _blank(self) -> dict[str, object]:
        row = FieldRow(self.spec, self.kit, self._make)
        values = {name: editor.value() for name, editor in row.editors.items()}
        row.deleteLater()
        return values

    def _fill(self, value: object, *, typed: bool) -> None:
        for row in tuple(self.rows):
            self._drop(row)
        for values in value if isinstance(value, Sequence) and not isinstance(value, str) else ():
            if isinstance(values, Mapping):
                row = self._add()
                for name, editor in row.editors.items():
                    if name in values:
                        (editor.set_typed if typed else editor.set_value)(values[name])
        self._arrange()

    def _add(self) -> FieldRow:
        row = FieldRow(self.spec, self.kit, self._make)
        row.remove.clicked.connect(self._remove_clicked)
        for editor in row.editors.values():
            editor.changed.connect(self.changed)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        row.show()
        self._order(row)
        return row

    def _order(self, row: FieldRow) -> None:
        """Tab goes through the row to the button below it: a new row stands at the end of the window otherwise."""
        stops = [self.more, *(editor.input() for editor in row.editors.values()), row.remove, self.more]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _drop(self, row: FieldRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    @Slot()
    def _add_clicked(self) -> None:
        row = self._add()
        self._arrange()
        next(iter(row.editors.values())).input().setFocus()
        self.changed.emit()

    @Slot()
    def _remove_clicked(self) -> None:
        row = self.sender().parent()
        self._drop(cast(FieldRow, row))  # the button belongs to its row
        self._arrange()
        (next(iter(self.rows[-1].editors.values())).input() if self.rows else self.more).setFocus()
        self.changed.emit()

    def _arrange(self) -> None:
        narrow = self.width() < self.kit.theme.px(_NARROW)
        for index, row in enumerate(self.rows):
            row.set_narrow(narrow)
            row.show_labels(narrow or index == 0)


def _unread(row: FieldRow) -> bool:
    """Whether something stands in a row that is no value yet (half a date)."""
    return any(isinstance(editor.typed(), str) and editor.typed() for editor in row.editors.values())
