"""One answer out of many: opened with a click, or found by typing any part of its words."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from hin_desktop.errors import Message
from hin_desktop.ui.widgets.choice_search import KEY_ROLE, Matches, choice_model
from hin_desktop.ui.widgets.editor import Editor
from hin_desktop.ui.widgets.form_spec import FieldSpec, Key
from hin_desktop.ui.widgets.kit import Kit

ROWS_SHOWN = 12


def matching_completer(matches: Matches, kit: Kit, owner: QWidget) -> QCompleter:
    """A pop-up under a line edit that shows what `matches` lets through."""
    completer = QCompleter(matches, owner)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setMaxVisibleItems(ROWS_SHOWN)
    popup = QListView()
    popup.setProperty("role", "choices")
    popup.setAccessibleName(kit.texts("Matches"))
    completer.setPopup(popup)
    return completer


class ChoiceBox(QComboBox):
    """An editable combo box whose pop-up filters while typing; the wheel changes nothing by accident."""

    def __init__(self, kit: Kit, model: QAbstractItemModel) -> None:
        super().__init__()
        self._kit = kit
        self.setModel(model)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(ROWS_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.view().setProperty("role", "choices")
        kit.theme.changed.connect(self.update)

    def line(self) -> QLineEdit:
        """The line that is typed into."""
        return cast(QLineEdit, self.lineEdit())  # editable since the constructor

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it does not change an answer."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by key selects the text, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.line().selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; Esc is left to the form and keeps what was typed."""
        if event.key() == Qt.Key.Key_Down and not self.view().isVisible():
            self.showPopup()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and the chevron in the theme's colour."""
        super().paintEvent(event)
        side, right = self._kit.theme.px(16), self._kit.theme.px(9)
        icon = self._kit.theme.icons.icon("chevron-down", "muted", side)
        icon.paint(QPainter(self), self.width() - side - right, (self.height() - side) // 2, side, side)


class ChoiceField(Editor):
    """One key out of the field's choices, None if empty. Unfinished words are kept and named as a problem."""

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__(spec, kit)
        self._model = choice_model(spec.offered(), kit, empty=not spec.required)
        self._matches = Matches(self._model)
        self.box = ChoiceBox(kit, self._model)
        self.box.setCompleter(matching_completer(self._matches, kit, self.box))
        self.box.setCurrentIndex(-1)
        if spec.placeholder is not None:
            self.box.line().setPlaceholderText(kit.say(spec.placeholder))
        self._hold(self.box)
        self.box.line().textEdited.connect(self._typed)
        self.box.line().editingFinished.connect(self.finish)
        self.box.activated.connect(self._picked)
        self.box.view().installEventFilter(self)

    def input(self) -> QWidget:
        """The combo box."""
        return self.box

    def value(self) -> Key | None:
        """The key of the answer; None while the words name none."""
        row = self._row()
        return None if row is None else self._model.item(row).data(KEY_ROLE)

    def set_value(self, value: object) -> None:
        """Show an answer by its key; one that is no longer offered is shown by its key."""
        row = self._find(value)
        self.box.setCurrentIndex(row)
        self.box.line().setText(self._model.item(row).text() if row >= 0 else str(value or ""))
        self.box.line().setCursorPosition(0)

    def typed(self) -> str:
        """The words as they stand."""
        return self.box.line().text()

    def set_typed(self, typed: object) -> None:
        """Bring a draft back."""
        self.box.line().setText(str(typed or ""))
        self.box.line().setCursorPosition(0)

    def problem(self) -> Message | None:
        """Missing, or not among the answers."""
        if self.typed().strip() and self._row() is None:
            return Message("Please choose an answer from the list.")
        return super().problem()

    def shown(self, value: object) -> str:
        """The words of an answer."""
        row = self._find(value)
        return self._model.item(row).text() if row >= 0 else str(value or "")

    def _find(self, key: object) -> int:
        """The row of a key, -1 if it is not offered."""
        if key is None:
            return -1
        rows = range(self._model.rowCount())
        return next((row for row in rows if self._model.item(row).data(KEY_ROLE) == key), -1)

    def _row(self) -> int | None:
        """The row whose words stand in the line."""
        typed = self.typed()
        if not typed.strip():
            return None
        here = self.box.currentIndex()
        if here >= 0 and self._model.item(here).text() == typed:
            return here
        found = self.box.findText(typed, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        return found if found >= 0 else None

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._matches.look_for(text)
        self.changed.emit()

    @Slot(int)
    def _picked(self, row: int) -> None:
        self.box.line().setText(self._model.item(row).text())
        self._matches.look_for("")
        self.changed.emit()

    @Slot()
    def finish(self) -> None:
        """Words that can mean only one answer become it."""
        typed = self.typed()
        if typed.strip() and self._row() is None:
            row = self._matches.only_match(typed)
            if row is not None:
                self.box.setCurrentIndex(row)
                self._picked(row)
        self._matches.look_for("")

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A newly opened list starts unfiltered."""
        if event.type() is QEvent.Type.Show:
            self._matches.look_for("")
        return False
