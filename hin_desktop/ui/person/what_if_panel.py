"""Was wäre wenn: a few facts to play with; the cards answer at once, nothing is saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hin_desktop.domain.facts import German
from hin_desktop.domain.what_if import WhatIf
from hin_desktop.errors import Message
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.parts import IconLabel, label

K = FieldKind


class WhatIfPanel(Card):
    """Hidden until asked for. `changed(WhatIf)` with every change that can be read, `closed` when it goes."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person.kit, person.texts("What if"))
        self.person = person
        self.form: Form | None = None
        self.add_link(person.texts("Everything as recorded"), "undo-2").clicked.connect(self.reset)
        self.close_button = self.add_link(person.texts("Close"), "x")
        self.close_button.clicked.connect(self.dismiss)
        self.body.addWidget(self._remark())
        self.hide()

    def _remark(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.kit.theme.px(8))
        row.addWidget(IconLabel(self.kit, "sparkles", "accent", 16))
        row.addWidget(label(self.person.texts("The cards below answer at once. Nothing of this is saved."),
                            tone="muted", wrap=True), 1)  # fmt: skip
        return line

    def open(self) -> None:
        """Show the panel with the keyboard in it."""
        if self.form is None:
            self._build()
        self.show()
        if self.form is not None:
            self.form.focus_first()
        self.person.look_at.emit(self)

    def _build(self) -> None:
        """The form is made when it is first wanted."""
        words = self.person.words
        self.form = Form(FormSpec((Section((
            FieldSpec("on", Message("On another day"), K.DATE),
            FieldSpec("title", Message("Another title"), K.CHOICE, choices=words.title_choices(), span=2,
                      placeholder=Message("Name or paragraph, e.g. 25 Abs. 2")),
            FieldSpec("title_from", Message("Title from"), K.DATE),
            FieldSpec("departed", Message("Abroad from"), K.DATE),
            FieldSpec("returned", Message("Back on"), K.DATE),
            FieldSpec("b1", Message("German B1 passed"), K.CHECK),
            FieldSpec("civics", Message("Naturalisation test passed"), K.CHECK),
            FieldSpec("work", Message("Full-time work, no benefits"), K.CHECK),
        ), columns=3),)), self.kit)
        self.form.changed.connect(self._edited)
        self.body.addWidget(self.form)

    @Slot()
    def reset(self) -> None:
        """Everything as it is recorded."""
        if self.form is not None:
            self.form.set_values(_NOTHING)
        self.changed.emit(WhatIf())

    @Slot()
    def dismiss(self) -> None:
        """Go away; the cards say again what is recorded."""
        self.reset()
        self.hide()
        self.closed.emit()

    def say(self, field: str, problem: Message | None) -> None:
        """Put a sentence at a field, or take it away."""
        if self.form is not None:
            self.form.cells[field].show_problem(problem)

    @Slot()
    def _edited(self) -> None:
        """Ask again with what can be read; a date half typed is waited for."""
        form = self.form
        if form is None or any(cell.editor.problem() is not None for cell in form.cells.values()):
            return
        change = what_if_of(form.values())
        backwards = change.departed is not None and change.returned is not None and change.returned < change.departed
        self.say("returned", Message("The return lies before the departure.") if backwards else None)
        if not backwards:
            self.changed.emit(change)


_NOTHING: Mapping[str, object] = {"on": None, "title": None, "title_from": None, "departed": None, "returned": None,
                                  "b1": False, "civics": False, "work": False}


def what_if_of(values: Mapping[str, object]) -> WhatIf:
    """What the form says."""
    def day(name: str) -> date | None:
        value = values.get(name)
        return value if isinstance(value, date) else None

    return WhatIf(day("on"), str(values.get("title") or ""), day("title_from"), day("departed"), day("returned"),
                  German.B1 if values.get("b1") else None, bool(values.get("civics")), bool(values.get("work")))
