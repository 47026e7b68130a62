"""Two versions of one record side by side, and a choice for each field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from hin_desktop.errors import Conflict, Difference
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconLabel, label

_MINE, _THEIRS = 0, 1


class ConflictView(QWidget):
    """'Your entry' beside 'saved by ...'. Nothing is chosen beforehand; `decided` when every field is."""

    changed = Signal()

    def __init__(self, kit: Kit, conflict: Conflict, form: Form) -> None:
        super().__init__()
        self.conflict = conflict
        self._kit = kit
        self._form = form
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(kit.theme.px(16))
        self._grid.setVerticalSpacing(kit.theme.px(10))
        for column, stretch in enumerate((2, 3, 3)):
            self._grid.setColumnStretch(column, stretch)
        theirs = kit.texts("Saved by {who}, {when}", who=conflict.who, when=conflict.when.astimezone())
        for column, (side, text) in enumerate(((_MINE, kit.texts("Your entry")), (_THEIRS, theirs)), 1):
            self._add_head(column, side, text)
        for difference in conflict.differences:
            if difference.field in form.cells:
                self._add_row(difference)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(kit.theme.px(14))
        column_layout.addLayout(self._sentence())
        column_layout.addLayout(self._grid)
        column_layout.addSpacing(kit.theme.px(4))
        first = next(iter(self._groups.values()), None)
        if first is not None:
            self.setFocusProxy(first.button(_MINE))

    def _sentence(self) -> QHBoxLayout:
        words = (self._kit.say(text) for text in (self.conflict.message, self.conflict.advice) if text is not None)
        line = QHBoxLayout()
        line.setSpacing(self._kit.theme.px(8))
        line.addWidget(IconLabel(self._kit, "triangle-alert", "soon"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(" ".join(words), tone="soon", wrap=True), 1)
        return line

    @property
    def decided(self) -> bool:
        """Whether a choice is made for every field."""
        return all(group.checkedId() >= 0 for group in self._groups.values())

    def taken(self) -> dict[str, object]:
        """The fields for which the stored value was chosen, with it."""
        theirs = {difference.field: difference.theirs for difference in self.conflict.differences}
        return {name: theirs[name] for name, group in self._groups.items() if group.checkedId() == _THEIRS}

    def _add_head(self, column: int, side: int, text: str) -> None:
        everything = Button(self._kit, self._kit.texts("Take all"), "", "plain", slim=True)
        everything.setAccessibleName(self._kit.texts("Take all: {side}", side=text))
        everything.setProperty("side", side)
        everything.clicked.connect(self._take_all)
        head = QHBoxLayout()
        head.addWidget(label(text, size="strong", wrap=True), 1)
        head.addWidget(everything)
        self._grid.addLayout(head, 0, column)

    def _add_row(self, difference: Difference) -> None:
        row = self._grid.rowCount()
        editor = self._form.cells[difference.field].editor
        name = self._kit.say(editor.spec.label)
        self._grid.addWidget(label(name, tone="muted", wrap=True), row, 0)
        group = QButtonGroup(self)
        for side, value in ((_MINE, difference.mine), (_THEIRS, difference.theirs)):
            text = editor.shown(value) or self._kit.texts("(empty)")
            button = QRadioButton()
            button.setAccessibleName(f"{name}: {text}")
            group.addButton(button, side)
            self._grid.addLayout(self._option(button, text), row, side + 1)
        group.idToggled.connect(self.changed)
        self._groups[difference.field] = group

    def _option(self, button: QRadioButton, text: str) -> QHBoxLayout:
        words = ClickLabel(text, button)
        line = QHBoxLayout()
        line.setSpacing(self._kit.theme.px(8))
        line.addWidget(button)
        line.addWidget(words, 1)
        return line

    @Slot()
    def _take_all(self) -> None:
        side = int(self.sender().property("side"))
        for group in self._groups.values():
            group.button(side).setChecked(True)


class ClickLabel(QLabel):
    """The words beside a button: a click on them presses it."""

    def __init__(self, text: str, button: QRadioButton) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._button = button

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button."""
        self._button.click()
