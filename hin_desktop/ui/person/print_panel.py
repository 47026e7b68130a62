"""Which sheet is printed, in which language, and what goes in; the preview follows every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from hin_desktop.errors import Message
from hin_desktop.services import letters, naturalisation_prints, summaries
from hin_desktop.services.naturalisation_prints import Print
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.summaries import SummaryChoice
from hin_desktop.texts import Texts
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.parts import IconButton

_SOON = 200  # milliseconds from the last change to the new preview
K = FieldKind
Prepare = Callable[[OpenDesk, int, Texts], bytes]
SUMMARY = Message("Case summary")
TITLES: dict[str, Message] = {letters.SUMMARY: SUMMARY, **naturalisation_prints.TITLES}
"""The sheets by the kind of letter that they become."""
GERMAN_FIRST = frozenset({Print.PATH})
"""Sheets for the person: German unless another language is chosen."""
LANGUAGES = (Choice("de", Message("German")), Choice("en", Message("English")))
SHEET = FormSpec((
    Section((
        FieldSpec("sheet", Message("Sheet"), K.CHOICE, choices=tuple(Choice(k, title) for k, title in TITLES.items()),
                  required=True),
        FieldSpec("language", Message("Language of the sheet"), K.CHOICE, choices=LANGUAGES, required=True),
    )),
))  # fmt: skip
PARTS = FormSpec((
    Section((
        FieldSpec("contact", Message("Contact data"), K.CHECK),
        FieldSpec("household", Message("Household"), K.CHECK),
        FieldSpec("residence", Message("Residence titles"), K.CHECK),
        FieldSpec("path", Message("The path"), K.CHECK),
        FieldSpec("cases", Message("Cases"), K.CHECK),
        FieldSpec("steps", Message("Next steps"), K.CHECK),
        FieldSpec("consultations", Message("How many consultations"), K.NUMBER, minimum=0, maximum=100),
        FieldSpec("notes", Message("Notes of the consultations"), K.CHECK, span=2, help=Message(
            "Notes are meant for the office. Print them only if the person asks for them.")),
    )),
))  # fmt: skip
TICKS = ("contact", "household", "residence", "path", "cases", "steps", "notes")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it would be printed now; `kind` as letters keep it, `title` in the sheet's own language."""

    kind: str
    pdf: bytes
    language: str
    title: str


class PrintPanel(Card):
    """The choice. `made(Sheet)` follows every change. `closed`: it is not wanted any more."""

    made = Signal(object)
    closed = Signal()

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person.kit, person.texts("What is printed"))
        self.person = person
        self._last: Sheet | None = None
        self.form, self.parts = Form(SHEET, person.kit), Form(PARTS, person.kit)
        self.body.addWidget(self.form)
        self.body.addWidget(self.parts)
        close = IconButton(person.kit, "x", person.texts("Close"), size=16)
        close.clicked.connect(self.dismiss)
        self.head.addWidget(close)
        self._timer = QTimer(self, interval=_SOON, singleShot=True)
        self._timer.timeout.connect(self.make)
        for form in (self.form, self.parts):
            form.changed.connect(self._timer.start)
        self.form.changed.connect(self._show_parts)
        self.hide()

    def begin(self, kind: str = letters.SUMMARY) -> None:
        """Start with a sheet and its usual choice: of a summary everything but notes."""
        usual = SummaryChoice()
        ticks: dict[str, object] = {name: getattr(usual, name) for name in TICKS}
        self.parts.set_values({**ticks, "consultations": usual.consultations})
        self.form.set_values(
            {"sheet": str(kind), "language": "de" if kind in GERMAN_FIRST else self.person.texts.language}
        )
        self._last = None
        self._show_parts()
        self.show()
        self.form.focus_first()
        self.make()

    def choice(self) -> SummaryChoice:
        """What is ticked for a summary."""
        values = self.parts.values()
        count = values["consultations"]
        ticks = {name: bool(values[name]) for name in TICKS}
        return SummaryChoice(consultations=count if isinstance(count, int) else 0, **ticks)

    @Slot()
    def make(self) -> None:
        """Make the sheet as it is chosen now, of what is known now."""
        self._timer.stop()
        if not self.form.check() or not self.parts.check():
            return
        kind, language = str(self.form.values()["sheet"]), str(self.form.values()["language"])
        prepare, gender = self._preparing(kind), self.person.texts.gender

        def work(desk: OpenDesk, client_id: int) -> Sheet:
            texts = Texts(language, gender)  # reads a file: not on the thread of the window
            return Sheet(kind, prepare(desk, client_id, texts), language, texts(TITLES[kind]))

        self.person.read("sheet", work, self._made, self)

    def _preparing(self, kind: str) -> Prepare:
        if kind == letters.SUMMARY:
            choice = self.choice()
            return lambda desk, client_id, texts: summaries.prepare(desk, client_id, choice, texts)
        sheet, today = Print(kind), self.person.kit.today()
        return lambda desk, client_id, texts: naturalisation_prints.prepare(desk, client_id, sheet, texts, today)

    def _made(self, sheet: Sheet) -> None:
        """The same bytes again need no new preview: the page that is looked at stays where it is."""
        if not self.isHidden() and sheet != self._last:
            self._last = sheet
            self.made.emit(sheet)

    @Slot()
    def _show_parts(self) -> None:
        self.parts.setVisible(self.form.values()["sheet"] == letters.SUMMARY)

    @Slot()
    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
