"""What all fields of a form have in common, and the simple ones: text, long text, number, time, yes/no."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hin_desktop.domain.date_input import DateProblem, read_time
from hin_desktop.errors import Message
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec
from hin_desktop.ui.widgets.kit import Kit

_PARAGRAPH = "\u2029"


class Editor(QWidget):
    """One field: gives and takes a value, keeps what was typed as it was typed.

    `value` is what to save (the last good one says nothing: ask `problem` first). `typed` is what a draft keeps: plain
    text, numbers, lists.
    """

    changed = Signal()

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__()
        self.spec = spec
        self.kit = kit

    def input(self) -> QWidget:
        """The widget that takes the focus: the label's buddy and the one that is read out."""
        raise NotImplementedError

    def value(self) -> object:
        """What to save; see FieldKind for the type."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a stored value (None: empty)."""
        raise NotImplementedError

    def typed(self) -> object:
        """What stands in the field, for a draft."""
        return self.value()

    def set_typed(self, typed: object) -> None:
        """Bring a draft back."""
        self.set_value(typed)

    def finish(self) -> None:
        """Make an answer of unfinished words, as leaving the field does; called before saving."""

    def problem(self) -> Message | None:
        """Why what was typed cannot be saved; None if it can."""
        if self.spec.required and self.value() in (None, "", ()):
            return Message("Please fill this in.")
        return None

    def shown(self, value: object) -> str:
        """A value of this field in words, for a comparison."""
        return "" if value is None else str(value)

    def _hold(self, widget: QWidget) -> None:
        """Fill the editor with its one input."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)  # no focus proxy: Tab would find the input at two places of its chain


def length_problem(text: str, limit: int | None) -> Message | None:
    """The sentence for a text that is longer than its field."""
    if limit is None or len(text) <= limit:
        return None
    return Message("At most {limit} characters fit here; this is {length}.", limit=limit, length=len(text))


class LineEdit(QLineEdit):
    """A line edit that keeps every character and shows the beginning of its text when it is left."""

    def __init__(self, kit: Kit, placeholder: Message | None = None) -> None:
        super().__init__()
        self.setMaxLength(10_000_000)  # Qt would cut pasted text silently; limits are said in words instead
        if placeholder is not None:
            self.setPlaceholderText(kit.say(placeholder))

    def show_text(self, text: str) -> None:
        """Set the text with its beginning in view; while it is typed into, the cursor goes to its end."""
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)


class TextEditor(Editor):
    """One line of text, a phone number, an e-mail address or a password."""

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__(spec, kit)
        self.line = LineEdit(kit, spec.placeholder)
        if spec.kind is FieldKind.PASSWORD:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._hold(self.line)
        self.line.textEdited.connect(self.changed)

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def value(self) -> str:
        """The text, byte for byte."""
        return self.line.text()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.line.show_text("" if value is None else str(value))

    def typed(self) -> object:
        """The text; nothing of a password."""
        return "" if self.spec.kind is FieldKind.PASSWORD else self.value()

    def problem(self) -> Message | None:
        """Missing, too long, or no e-mail address."""
        text = self.value()
        if self.spec.kind is FieldKind.EMAIL and text and (text.count("@") != 1 or " " in text.strip()):
            return Message("An e-mail address looks like name@example.org.")
        return super().problem() or length_problem(text, self.spec.max_length)


class LongTextEditor(Editor):
    """Several lines of text; Tab leaves the field. Grows with its text up to three times its height."""

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__(spec, kit)
        self.area = QPlainTextEdit()
        self.area.setTabChangesFocus(True)
        if spec.placeholder is not None:
            self.area.setPlaceholderText(kit.say(spec.placeholder))
        self._hold(self.area)
        self._quiet = False
        self.area.textChanged.connect(self._tell)
        self._fit()

    def input(self) -> QWidget:
        """The text area."""
        return self.area

    def value(self) -> str:
        """The text with line feeds; non-breaking spaces and invisible characters are kept."""
        return self.area.document().toRawText().replace(_PARAGRAPH, "\n")

    def set_value(self, value: object) -> None:
        """Show a text."""
        self._quiet = True
        self.area.setPlainText("" if value is None else str(value))
        self._quiet = False

    def problem(self) -> Message | None:
        """Missing or too long."""
        return super().problem() or length_problem(self.value(), self.spec.max_length)

    def changeEvent(self, event: QEvent) -> None:
        """A larger font needs a higher field."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _tell(self) -> None:
        self._fit()
        if not self._quiet:
            self.changed.emit()

    def _fit(self) -> None:
        lines = min(max(self.spec.lines, self.area.blockCount() + 1), self.spec.lines * 3)
        self.area.setFixedHeight(lines * self.area.fontMetrics().lineSpacing() + self.kit.theme.px(22))


class NumberEditor(TextEditor):
    """A whole number, typed; no wheel or arrows that change it by accident."""

    def value(self) -> int | None:  # type: ignore[override]  # the same line, read as a number
        """The number, None if empty or not one."""
        text = self.line.text().strip()
        return int(text) if _is_number(text) else None

    def typed(self) -> object:
        """The text as it stands."""
        return self.line.text()

    def problem(self) -> Message | None:
        """Missing, not a number, or out of bounds."""
        text, low, high = self.line.text().strip(), self.spec.minimum, self.spec.maximum
        if text and not _is_number(text):
            return Message("Please enter a whole number.")
        number = self.value()
        if number is not None and low is not None and number < low:
            return Message("The number must be at least {limit}.", limit=low)
        if number is not None and high is not None and number > high:
            return Message("The number must be at most {limit}.", limit=high)
        return Editor.problem(self)


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) <= 15


class TimeEditor(TextEditor):
    """A time of day: 9:30, 930, 9.30, 14."""

    def __init__(self, spec: FieldSpec, kit: Kit) -> None:
        super().__init__(spec, kit)
        self.line.editingFinished.connect(self._tidy)

    def value(self) -> time | None:  # type: ignore[override]  # the same line, read as a time
        """The time, None if empty or not one."""
        try:
            return read_time(self.line.text())
        except DateProblem:
            return None

    def set_value(self, value: object) -> None:
        """Show a time (or the text of one)."""
        self.line.show_text(self.shown(value))

    def typed(self) -> object:
        """The text as it stands."""
        return self.line.text()

    def problem(self) -> Message | None:
        """Missing, or no time of day."""
        try:
            read_time(self.line.text() or "0:00")
        except DateProblem as problem:
            return problem.message
        return Editor.problem(self)

    def shown(self, value: object) -> str:
        """09:30."""
        return f"{value:%H:%M}" if isinstance(value, time) else str(value or "")

    @Slot()
    def _tidy(self) -> None:
        moment = self.value()
        if moment is not None:
            self.line.show_text(self.shown(moment))
