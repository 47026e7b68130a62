"""The counsellor's own way in: another password, and a new recovery sheet for the desk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.errors import FieldProblem, HinError, Invalid, Message
from hin_desktop.services import recovery
from hin_desktop.services.done import Done
from hin_desktop.services.recovery import NewSheet
from hin_desktop.ui.settings.kept_form import KeptForm
from hin_desktop.ui.settings.work_card import WorkCard
from hin_desktop.ui.shell.pdf_port import print_pdf
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.unlock.code_field import CodeField
from hin_desktop.ui.unlock.files import ask_file_to_write, write_file
from hin_desktop.ui.unlock.screen import field_of, sentence
from hin_desktop.ui.widgets.cards import Row
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, label

_PASSWORDS = FormSpec((
    Section((
        FieldSpec("old", Message("Present password"), FieldKind.PASSWORD, required=True, span=2),
        FieldSpec("password", Message("New password"), FieldKind.PASSWORD, required=True,
                  help=Message("At least 12 characters. A sentence that only you know is best.")),
        FieldSpec("again", Message("The same password again"), FieldKind.PASSWORD, required=True),
    )),
))  # fmt: skip


class AccessCard(WorkCard):
    """Two rows; what belongs to one opens below them."""

    def __init__(self, place: Workplace) -> None:
        texts = place.kit.texts
        super().__init__(place, texts("Your access"))
        self.password = Row(place.kit, texts("Change password"), texts("The one you open this desk with"), icon="lock")
        self.recovery = Row(
            place.kit,
            texts("New recovery sheet"),
            texts("Opens the desk when passwords are lost; the sheet before becomes worthless"),
            icon="key-round",
        )
        self.password.clicked.connect(self._ask_password)
        self.recovery.clicked.connect(self._make_sheet)
        self.set_rows([self.password, self.recovery])
        self.form = KeptForm(place)
        self.sheet = SheetView(place.kit)
        self.sheet.hide()
        self.sheet.print.clicked.connect(self._print)
        self.sheet.save.clicked.connect(self._ask_where)
        self.sheet.confirmed.connect(self._confirm)
        margin = place.kit.theme.px(8)
        below = QVBoxLayout()
        below.setContentsMargins(margin, 0, margin, 0)
        below.addWidget(self.form)
        below.addWidget(self.sheet)
        self.body.addLayout(below)
        self._made: NewSheet | None = None

    def _ask_password(self) -> None:
        self.form.edit(Message("Change password"), _PASSWORDS, self._change, {})

    def _change(self, values: Mapping[str, object], panel: FormPanel) -> None:
        old, new = str(values["old"]), str(values["password"])
        if new != values["again"]:
            panel.show_error(Invalid(FieldProblem("again", Message("The two passwords differ."))))
            return
        act = partial(_changed, partial(self.place.slots.change_password, old, new))
        self.save(act, lambda _: self.form.close_form(), partial(self._not_changed, panel), undoable=False)

    def _not_changed(self, panel: FormPanel, fault: HinError) -> None:
        if field_of(fault) == "password":
            fault = Invalid(FieldProblem("old", fault.message))
        self.form.show_error(panel, fault)

    def _make_sheet(self) -> None:
        place = self.place
        act = partial(recovery.new_sheet, place.desk, place.slots, place.kit.texts)
        title = Message("The recovery sheet is being made …")
        place.background.long(lambda _: act(), self._show_sheet, self, title, place.notices.fault)

    def _show_sheet(self, made: NewSheet) -> None:
        self._made = made
        self.sheet.show()
        self.sheet.code.set_text("")
        self.sheet.print.setFocus()

    def _print(self) -> None:
        if self._made is not None:
            print_pdf(self.place.background, self.window(), self._made.pdf)

    def _ask_where(self) -> None:
        texts = self.kit.texts
        ask_file_to_write(
            self, texts("Save as PDF …"), Path.home() / texts("Recovery sheet.pdf"), "pdf", self._save_sheet
        )

    def _save_sheet(self, file: Path) -> None:
        if self._made is None:
            return
        pdf, said = self._made.pdf, Message("Saved. Print it now and then delete the file.")
        notices = self.place.notices
        write = partial(write_file, file, pdf)
        self.place.background.long(
            lambda _: write(), lambda _: notices.say(said), self, Message("Saving …"), notices.fault
        )

    def _confirm(self, typed: str) -> None:
        act = partial(_confirmed, partial(self.place.slots.confirm_recovery_code, typed))
        self.save(act, lambda _: self._finish(), self._slip, undoable=False)

    def _slip(self, fault: HinError) -> None:
        self.sheet.code.show_problem(sentence(self.kit, fault))
        self.sheet.code.setFocus()

    def _finish(self) -> None:
        self._made = None
        self.sheet.hide()


class SheetView(QWidget):
    """A sheet just made: get it onto paper, then type it back from there."""

    confirmed = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        texts = kit.texts
        self.print = Button(kit, texts("Print …"), "printer", "primary")
        self.save = Button(kit, texts("Save as PDF …"), "download")
        self.code = CodeField(kit)
        check = Button(kit, texts("Confirm"), "check")
        check.clicked.connect(self._confirm)
        self.code.line.returnPressed.connect(self._confirm)
        words = label(
            texts(
                "The sheet is made, the one before is worthless now. Print it and type the code back from the paper."
            ),
            wrap=True,
        )
        ways, last = QHBoxLayout(), QHBoxLayout()
        for line, buttons in ((ways, (self.print, self.save)), (last, (check,))):
            line.setSpacing(kit.theme.px(8))
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(10))
        column.addWidget(words)
        column.addLayout(ways)
        column.addWidget(self.code)
        column.addLayout(last)

    def _confirm(self) -> None:
        self.confirmed.emit(self.code.text)


def _changed(act: partial[None]) -> Done[None]:
    act()
    return Done(None, (), Message("Password changed"), None)


def _confirmed(act: partial[None]) -> Done[None]:
    act()
    return Done(None, (), Message("Recovery sheet confirmed"), None)
