"""A card in which something is edited: read first, edit on demand, nothing modal, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from hin_desktop.errors import Conflict, HinError, Invalid, Message
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.conflict_view import ConflictView
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.form_spec import FormSpec
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, label


class FormPanel(Card):
    """A form with Save (Ctrl+S, Ctrl+Enter) and Cancel.

    `saved(values)`: everything is readable; the owner calls the service with `version` and then closes the panel or
    calls `show_error`. `cancelled(values, dirty)`: the owner closes it, keeping the draft if dirty.
    `edited()`: something was typed; the owner stores `form.draft()` after a moment. `begun()`: the values are shown.
    """

    saved = Signal(object)
    cancelled = Signal(object, bool)
    edited = Signal()
    begun = Signal()

    def __init__(self, kit: Kit, title: Message | str, spec: FormSpec, *, save: Message | None = None) -> None:
        super().__init__(kit, kit.say(title))
        self.version: int | None = None
        self.form = Form(spec, kit)
        self.fault = label("", tone="wrong", wrap=True)
        self.fault.hide()
        self.save = Button(kit, kit.say(save or Message("Save")), "check", "primary")
        self.save.setToolTip(kit.texts("Save (Ctrl+S)"))
        self.cancel = Button(kit, kit.texts("Cancel"))
        self._conflict: ConflictView | None = None
        self.body.addWidget(self.form)
        self.body.addWidget(self.fault)
        self._add_buttons()
        self.form.changed.connect(self._edited)

    def _add_buttons(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(self.kit.theme.px(8))
        line.addWidget(self.save)
        line.addWidget(self.cancel)
        line.addStretch(1)
        self.body.addLayout(line)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._cancel)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    def begin(
        self, values: Mapping[str, object], version: int | None = None, draft: Mapping[str, object] | None = None
    ) -> None:
        """Show stored values as read with `version`, and over them the draft of an earlier attempt, if there is one."""
        self.version = version
        self._close_conflict()
        self.fault.hide()
        self.form.set_values(values)
        if draft:
            self.form.restore(draft)
        self.set_busy(False)
        self.begun.emit()
        self.form.focus_first()

    def set_busy(self, busy: bool) -> None:
        """While the service works, saving again is not possible; typing is."""
        self.save.setEnabled(not busy)

    def show_error(self, error: HinError) -> None:
        """Say where it belongs why it was not saved: at the fields, side by side, or above the buttons."""
        self.set_busy(False)
        if isinstance(error, Conflict):
            self._show_conflict(error)
        elif isinstance(error, Invalid):
            self.form.show_problems(error)
        else:
            self._say(error)

    @Slot()
    def submit(self) -> None:
        """Check, and offer the values for saving."""
        if not self.save.isEnabled():
            return
        if self._conflict is not None:
            self._take_decisions(self._conflict)
        self.fault.hide()
        if self.form.check():
            self.set_busy(True)
            self.saved.emit(self.form.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an untouched form; typed text is never thrown away by it."""
        if event.key() == Qt.Key.Key_Escape and not self.form.dirty:
            self._cancel()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _cancel(self) -> None:
        self.cancelled.emit(self.form.values(), self.form.dirty)

    @Slot()
    def _edited(self) -> None:
        self.set_busy(self._conflict is not None and not self._conflict.decided)
        self.edited.emit()

    def _say(self, error: HinError) -> None:
        advice = (self.kit.say(error.advice),) if error.advice is not None else ()
        self.fault.setText(" ".join((self.kit.say(error.message), *advice)))
        self.fault.show()

    def _show_conflict(self, conflict: Conflict) -> None:
        self._close_conflict()
        self._conflict = ConflictView(self.kit, conflict, self.form)
        self._conflict.changed.connect(self._decided)
        self.body.insertWidget(self.body.indexOf(self.fault), self._conflict)
        self.fault.hide()
        self._conflict.show()
        self.form.hide()
        self._decided()
        self._conflict.setFocus()

    @Slot()
    def _decided(self) -> None:
        self.set_busy(self._conflict is not None and not self._conflict.decided)

    def _take_decisions(self, view: ConflictView) -> None:
        for name, value in view.taken().items():
            self.form.set_value(name, value)
        self.version = view.conflict.version
        self._close_conflict()

    def _close_conflict(self) -> None:
        if self._conflict is not None:
            self.body.removeWidget(self._conflict)
            self._conflict.hide()
            self._conflict.deleteLater()
            self._conflict = None
        self.form.show()
