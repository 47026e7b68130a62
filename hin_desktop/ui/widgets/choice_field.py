"""One answer out of many: opened with a click, or found by typing any part of its words."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QStyle, QStyleOptionComboBox, QWidget

from hin_desktop.errors import Message
from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.choice_search import Answers, Matches
from hin_desktop.ui.widgets.editor import Editor
from hin_desktop.ui.widgets.form_spec import FieldSpec, Key
from hin_desktop.ui.widgets.kit import Kit

ROWS_SHOWN = 12
_LETTERS = 8


def matching_completer(matches: Matches, kit: Kit, owner: QWidget) -> QCompleter:
    """A pop-up under a line edit that shows what `matches` lets through."""
    completer = QCompleter(matches, owner)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setMaxVisibleItems(ROWS_SHOWN)
    popup = cast(QListView, completer.popup())  # Qt's own: its rows have their height from the start
    popup.setAccessibleName(kit.texts("Matches"))
    mark(popup, "role", "choices")
    return completer


class ChoiceBox(QComboBox):
    """The look and role of an editable combo box. It holds no answers itself: `opened` asks for their list.

    (Qt's own list is laid out anew with every change of style or font, which with 250 countries takes long.)
    """

    opened = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes its own completer away with it
        kit.theme.changed.connect(self.update)

    def line(self) -> QLineEdit:
        """The line that is typed into."""
        return cast(QLineEdit, self.lineEdit())  # editable since the constructor

    def showPopup(self) -> None:
        """Ask for the list of answers."""
        self.opened.emit()

    def sizeHint(self) -> QSize:
        """As high as a line, with room for some words."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        words = QSize(metrics.averageCharWidth() * _LETTERS, metrics.height() + 2)  # as a line edit adds
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, words, self)

    def minimumSizeHint(self) -> QSize:
        """The same: long answers are shown from their beginning."""
        return self.sizeHint()

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
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.opened.emit()
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
        self._answers = Answers(spec.offered(), kit, empty=not spec.required)
        self._chosen: Key | None = None  # counts while its words stand in the line
        self._before = ""
        self._matches: Matches | None = None
        self.box = ChoiceBox(kit)
        if spec.placeholder is not None:
            self.box.line().setPlaceholderText(kit.say(spec.placeholder))
        self._hold(self.box)
        self.box.opened.connect(self.open_list)
        self.box.line().textEdited.connect(self._typed)
        self.box.line().editingFinished.connect(self.finish, Qt.ConnectionType.QueuedConnection)

    def input(self) -> QWidget:
        """The combo box."""
        return self.box

    def value(self) -> Key | None:
        """The key of the answer; None while the words name none."""
        typed = self.typed()
        if self._chosen is not None and self._answers.words(self._chosen) == typed:
            return self._chosen
        row = self._answers.row_named(typed)
        return None if row is None else self._answers.key(row)

    def set_value(self, value: object) -> None:
        """Show an answer by its key; one that is no longer offered is shown by its key and kept."""
        self._chosen = value if isinstance(value, str | int) else None
        self._show(self._answers.words(self._chosen))

    def typed(self) -> str:
        """The words as they stand."""
        return self.box.line().text()

    def set_typed(self, typed: object) -> None:
        """Bring a draft back."""
        self._show(str(typed or ""))

    def problem(self) -> Message | None:
        """Missing, or not among the answers."""
        if self.typed().strip() and self.value() is None:
            return Message("Please choose an answer from the list.")
        return super().problem()

    def shown(self, value: object) -> str:
        """The words of an answer."""
        return self._answers.words(value)

    @Slot()
    def open_list(self) -> None:
        """Show all answers."""
        self._search().look_for("")
        self._before = self.typed()
        self.box.line().setFocus()
        self._completer.complete()

    @Slot()
    def finish(self) -> None:
        """Words that can mean only one answer become it."""
        typed = self.typed()
        if typed.strip() and self.value() is None:
            row = self._search().only_match(typed)
            if row is not None:
                self._chosen = self._answers.key(row)
                self._show(self._answers.words(self._chosen))
                self.changed.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc closes the list and leaves the words as they were before it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._popup.hide()
            self._show(self._before)
            return True
        return False

    def _show(self, words: str) -> None:
        self.box.line().setText(words)
        self.box.line().setCursorPosition(0)

    def _search(self) -> Matches:
        """The filter and its pop-up; made when they are wanted for the first time."""
        if self._matches is None:
            self._matches = Matches(self._answers)
            self._completer = matching_completer(self._matches, self.kit, self.box)
            self._popup = cast(QListView, self._completer.popup())
            self.box.line().setCompleter(self._completer)
            self._popup.installEventFilter(self)
            self._completer.activated.connect(self._picked, Qt.ConnectionType.QueuedConnection)
        return self._matches

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._before = text
        self._search().look_for(text)
        self.changed.emit()

    @Slot()
    def _picked(self) -> None:
        """An answer of the list; Qt has written its words into the line by now."""
        self.box.line().setCursorPosition(0)
        self.changed.emit()
