"""A form built from data: each field gets its label, its name for screen readers, its help and its place for errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hin_desktop.errors import FieldProblem, Invalid, Message
from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.check_box import CheckEditor
from hin_desktop.ui.widgets.chips_field import ChipsField
from hin_desktop.ui.widgets.choice_field import ChoiceField
from hin_desktop.ui.widgets.date_field import DateField
from hin_desktop.ui.widgets.editor import Editor, LongTextEditor, NumberEditor, TextEditor, TimeEditor
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import FaultLine, label
from hin_desktop.ui.widgets.rows_field import RowsField

WIDE_ENOUGH = 170  # pixels at normal text size that one column needs
_EDITORS: Mapping[FieldKind, Callable[[FieldSpec, Kit], Editor]] = {
    FieldKind.LONG_TEXT: LongTextEditor,
    FieldKind.NUMBER: NumberEditor,
    FieldKind.DATE: DateField,
    FieldKind.PARTIAL_DATE: DateField,
    FieldKind.TIME: TimeEditor,
    FieldKind.CHECK: CheckEditor,
    FieldKind.CHOICE: ChoiceField,
    FieldKind.MULTI_CHOICE: ChipsField,
}


def make_editor(spec: FieldSpec, kit: Kit) -> Editor:
    """The editor for a kind of field."""
    if spec.kind is FieldKind.LIST:
        return RowsField(spec, kit, make_editor)
    return _EDITORS.get(spec.kind, TextEditor)(spec, kit)


class FieldCell(QWidget):
    """A field with everything that belongs to it: label above, help and error below."""

    def __init__(self, spec: FieldSpec, kit: Kit, *, alone: bool) -> None:
        super().__init__()
        self._kit = kit
        self.editor = make_editor(spec, kit)
        words = kit.say(spec.label)
        shown = "" if spec.kind is FieldKind.CHECK else words + (" *" if spec.required else "")
        self.label = label(shown, tone="muted", size="small")
        self.label.setBuddy(self.editor.input())
        self.help = kit.say(spec.help) if spec.help else ""
        self.error = ""
        self._fault: FaultLine | None = None  # most fields never need one
        self._name_input(words, spec)
        self._build()
        self.label.setVisible(spec.kind is not FieldKind.CHECK or not alone)
        self.editor.changed.connect(self._edited)

    def _name_input(self, words: str, spec: FieldSpec) -> None:
        field = self.editor.input()
        required = self._kit.texts("{field} (required)", field=words) if spec.required else words
        if spec.kind is not FieldKind.LIST:
            field.setAccessibleName(required)
        field.setAccessibleDescription(self.help)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._kit.theme.px(4))
        self._column.addWidget(self.label)
        self._column.addWidget(self.editor)
        if self.help:
            self._column.addWidget(label(self.help, tone="muted", size="small", wrap=True))
        self._column.addStretch(1)

    @property
    def asked(self) -> bool:
        """Whether it was not taken out of sight, in a form that is shown or not."""
        return not (self.isHidden() and self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide))

    def rename(self, words: str) -> None:
        """Another label, where what is asked depends on another answer. Not for required fields."""
        if self.label.text() != words:
            self.label.setText(words)
            self.editor.input().setAccessibleName(words)

    def show_problem(self, problem: Message | None) -> None:
        """Put a sentence at the field, or take it away."""
        text = self.error = self._kit.say(problem) if problem is not None else ""
        if text and self._fault is None:
            self._fault = FaultLine(self._kit)
            self._column.insertWidget(self._column.count() - 1, self._fault)
        if self._fault is not None:
            self._fault.words.setText(text)
            self._fault.setVisible(bool(text))
        mark(self.editor.input(), "state", "wrong" if text else "")
        self.editor.input().setAccessibleDescription(text or self.help)

    @Slot()
    def _edited(self) -> None:
        if self.error:
            self.show_problem(None)


class Form(QWidget):
    """The fields of a FormSpec. `changed` is emitted for every change by the user (drafts), never by set_values."""

    changed = Signal()

    def __init__(self, spec: FormSpec, kit: Kit) -> None:
        super().__init__()
        self.spec = spec
        self._kit = kit
        self.cells: dict[str, FieldCell] = {}
        self._lines: list[tuple[QBoxLayout, int]] = []
        self.top = label("", tone="wrong", wrap=True)
        self.top.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(10))
        column.addWidget(self.top)
        for index, section in enumerate(spec.sections):
            self._add_section(column, section, first=index == 0)
        self._untouched = self.draft()

    def _add_section(self, column: QVBoxLayout, section: Section, *, first: bool) -> None:
        if section.title is not None:
            if not first:
                column.addSpacing(self._kit.theme.px(6))
            column.addWidget(label(self._kit.say(section.title), size="strong"))
        for specs in section.lines():
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            line.setSpacing(self._kit.theme.px(8))
            for spec in specs:
                cell = FieldCell(spec, self._kit, alone=all(other.kind is FieldKind.CHECK for other in specs))
                cell.editor.changed.connect(self.changed)
                self.cells[spec.name] = cell
                line.addWidget(cell, min(spec.span, section.columns))
            used = sum(min(spec.span, section.columns) for spec in specs)
            if used < section.columns:
                line.addStretch(section.columns - used)
            self._lines.append((line, len(specs)))
            column.addLayout(line)

    def values(self) -> dict[str, object]:
        """The value of every field by its name; see FieldKind for the types. Ask `check` first."""
        return {name: cell.editor.value() for name, cell in self.cells.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show stored values (fields not named are emptied); the form counts as untouched from here."""
        for name, cell in self.cells.items():
            cell.editor.set_value(values.get(name))
        self.clear_problems()
        self._untouched = self.draft()

    def set_value(self, name: str, value: object) -> None:
        """Put a value into one field, as if the user had: the form is touched."""
        self.cells[name].editor.set_value(value)
        self.changed.emit()

    def draft(self) -> dict[str, object]:
        """What stands in the fields, readable or not, as plain JSON data."""
        return {name: cell.editor.typed() for name, cell in self.cells.items()}

    def restore(self, draft: Mapping[str, object]) -> None:
        """Bring a draft back over what is shown; fields it does not know keep their value."""
        for name, cell in self.cells.items():
            if name in draft:
                cell.editor.set_typed(draft[name])

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was last set."""
        return self.draft() != self._untouched

    def check(self) -> bool:
        """Whether everything can be saved; if not, the sentences stand at their fields and the first has the focus.

        Fields that are hidden are not asked.
        """
        asked = {name: cell for name, cell in self.cells.items() if cell.asked}
        for cell in asked.values():
            cell.editor.finish()
        found = [(name, cell.editor.problem()) for name, cell in asked.items()]
        problems = [FieldProblem(name, problem) for name, problem in found if problem is not None]
        self.clear_problems()
        if problems:
            self.show_problems(Invalid(*problems))
        return not problems

    def show_problems(self, invalid: Invalid) -> None:
        """Put each sentence at its field and go to the first; what belongs to no field stands at the top."""
        self.clear_problems()
        names = {problem.field: problem for problem in reversed(invalid.problems)}
        for name, problem in names.items():
            if (cell := self._cell_of(name)) is not None:
                cell.show_problem(problem.message)
        rest = [self._kit.say(problem.message) for problem in invalid.problems if self._cell_of(problem.field) is None]
        self.top.setText("\n".join(rest or ([] if invalid.problems else [self._kit.say(invalid.message)])))
        self.top.setVisible(bool(self.top.text()))
        first = next((cell for cell in self.cells.values() if cell.error), None)
        if first is not None:
            first.editor.input().setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problems(self) -> None:
        """Take all sentences away."""
        self.top.hide()
        for cell in self.cells.values():
            if cell.error:
                cell.show_problem(None)

    def focus_first(self) -> None:
        """Go to the first field."""
        next(iter(self.cells.values())).editor.input().setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fields stand side by side only where each has room for its words."""
        super().resizeEvent(event)
        for line, count in self._lines:
            narrow = self.width() < count * self._kit.theme.px(WIDE_ENOUGH)
            line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _cell_of(self, name: str) -> FieldCell | None:
        """The cell of a problem; 'languages.0.level' belongs to the list 'languages'."""
        return self.cells.get(name) or self.cells.get(name.partition(".")[0])
