"""Several answers out of many: each chosen one is a chip, the line behind them finds the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from hin_desktop.errors import Message
from hin_desktop.ui.widgets.choice_field import matching_completer
from hin_desktop.ui.widgets.choice_search import Answers, Matches
from hin_desktop.ui.widgets.editor import Editor, LineEdit
from hin_desktop.ui.widgets.flow_layout import FlowLayout
from hin_desktop.ui.widgets.form_spec import FieldSpec, Key
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button


class ChipsField(Editor):
    """A tuple of keys in the order they were chosen.

    Typing finds, Enter adds, Backspace in the empty line takes the last chip away; a chip is a button that removes it.
    """

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__(spec, kit)
        self._answers = Answers(spec.offered(), kit)
        self._matches = Matches(self._answers)
        self._chips: dict[Key, Button] = {}
        self.line = LineEdit(kit, spec.placeholder or Message("Type to add"))
        self.line.setMinimumWidth(kit.theme.px(120))
        self._completer: QCompleter | None = None
        self._flow = FlowLayout(kit.theme.px(6), stretch_last=True)
        self.setLayout(self._flow)
        self._flow.addWidget(self.line)
        self.line.textEdited.connect(self._typed)
        # queued: the pop-up writes into the line after the key has come
        self.line.editingFinished.connect(self.finish, Qt.ConnectionType.QueuedConnection)
        self.line.installEventFilter(self)

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def value(self) -> tuple[Key, ...]:
        """The keys chosen."""
        return tuple(self._chips)

    def set_value(self, value: object) -> None:
        """Show chosen keys; those no longer offered are shown by their key."""
        for key in tuple(self._chips):
            self._drop(key)
        for key in value if isinstance(value, Sequence) and not isinstance(value, str) else ():
            self._add(key)

    def typed(self) -> dict[str, object]:
        """The keys and the words not finished yet."""
        return {"keys": list(self._chips), "text": self.line.text()}

    def set_typed(self, typed: object) -> None:
        """Bring a draft back."""
        if isinstance(typed, dict):
            self.set_value(typed.get("keys", []))
            self.line.setText(str(typed.get("text", "")))

    def problem(self) -> Message | None:
        """Missing, or words that are no answer."""
        if self.line.text().strip():
            return Message("Please choose an answer from the list.")
        return super().problem()

    def shown(self, value: object) -> str:
        """The words, one after the other."""
        keys = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
        return ", ".join(self._answers.words(key) for key in keys)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Backspace in the empty line removes the last chip; Down shows all answers."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
            self._remove(next(reversed(self._chips)))
            return True
        if event.key() == Qt.Key.Key_Down:
            self._matches.look_for(self.line.text())
            self._list().complete()
            return True
        return False

    def _list(self) -> QCompleter:
        """The pop-up of matches; made when it is wanted for the first time."""
        if self._completer is None:
            self._completer = matching_completer(self._matches, self.kit, self.line)
            self._completer.activated.connect(self.finish, Qt.ConnectionType.QueuedConnection)
            self.line.setCompleter(self._completer)
        return self._completer

    def _add(self, key: Key) -> None:
        if key in self._chips:
            return
        words = self._answers.words(key)
        chip = Button(self.kit, words, "x", "chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAccessibleName(self.kit.texts("Remove {answer}", answer=words))
        chip.setToolTip(chip.accessibleName())
        chip.setProperty("key", key)
        chip.clicked.connect(self._chip_clicked)
        self._chips[key] = chip
        self._flow.addWidget(chip)
        self._flow.move_last_to(len(self._chips) - 1)
        chip.show()
        QWidget.setTabOrder(self.line, chip)  # to the line's place, then the line behind it: Tab goes as one reads
        QWidget.setTabOrder(chip, self.line)
        self.updateGeometry()

    def _drop(self, key: Key) -> None:
        chip = self._chips.pop(key)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    def _remove(self, key: Key) -> None:
        self._drop(key)
        self.line.setFocus()
        self.changed.emit()

    @Slot()
    def _chip_clicked(self) -> None:
        self._remove(self.sender().property("key"))

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._list()
        self._matches.look_for(text)
        self.changed.emit()

    @Slot()
    def finish(self) -> None:
        """Words that can mean only one answer become its chip."""
        typed = self.line.text()
        row = self._matches.only_match(typed) if typed.strip() else None
        key = self._answers.key(row) if row is not None else None
        if key is not None:
            self._take(key)

    def _take(self, key: Key) -> None:
        self._add(key)
        self.line.clear()
        self._matches.look_for("")
        self.changed.emit()
