"""What goes into the case summary, and its language; the preview follows every tick."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from hin_desktop.errors import Message
from hin_desktop.services import summaries
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.overview import PersonOverview
from hin_desktop.services.summaries import SummaryChoice
from hin_desktop.texts import Texts
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.form import Form
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.parts import IconButton

_SOON = 200  # milliseconds from the last tick to the new preview
K = FieldKind
LANGUAGES = (Choice("de", Message("German")), Choice("en", Message("English")))
FORM = FormSpec((
    Section((
        FieldSpec("contact", Message("Contact data"), K.CHECK),
        FieldSpec("household", Message("Household"), K.CHECK),
        FieldSpec("residence", Message("Residence titles"), K.CHECK),
        FieldSpec("path", Message("The path"), K.CHECK),
        FieldSpec("cases", Message("Cases"), K.CHECK),
        FieldSpec("steps", Message("Next steps"), K.CHECK),
        FieldSpec("consultations", Message("How many consultations"), K.NUMBER, minimum=0, maximum=100),
        FieldSpec("language", Message("Language of the sheet"), K.CHOICE, choices=LANGUAGES, required=True),
        FieldSpec("notes", Message("Notes of the consultations"), K.CHECK, span=2, help=Message(
            "Notes are meant for the office. Print them only if the person asks for them.")),
    )),
))  # fmt: skip
TICKS = ("contact", "household", "residence", "path", "cases", "steps", "notes")


TITLE = Message("Case summary")


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary as it would be printed now; `title` is in its own language."""

    pdf: bytes
    language: str
    title: str


class SummaryPanel(Card):
    """The choice. `made(Summary)` follows every change. `closed`: it is not wanted any more."""

    made = Signal(object)
    closed = Signal()

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person.kit, person.texts("What goes into the summary"))
        self.person = person
        self._made_of: PersonOverview | None = None
        self.form = Form(FORM, person.kit)
        self.body.addWidget(self.form)
        close = IconButton(person.kit, "x", person.texts("Close"), size=16)
        close.clicked.connect(self.dismiss)
        self.head.addWidget(close)
        self._timer = QTimer(self, interval=_SOON, singleShot=True)
        self._timer.timeout.connect(self.make)
        self.form.changed.connect(self._timer.start)
        self.hide()

    def begin(self) -> None:
        """Start with the usual choice: everything but notes."""
        usual = SummaryChoice()
        ticks: dict[str, object] = {name: getattr(usual, name) for name in TICKS}
        self.form.set_values({**ticks, "consultations": usual.consultations, "language": self.person.texts.language})
        self.show()
        self.form.focus_first()
        self.make()

    def person_changed(self) -> None:
        """Make the summary anew if what is known of the person differs from what it shows."""
        if self.person.overview != self._made_of:
            self.make()

    def choice(self) -> SummaryChoice:
        """What is ticked."""
        values = self.form.values()
        count = values["consultations"]
        ticks = {name: bool(values[name]) for name in TICKS}
        return SummaryChoice(consultations=count if isinstance(count, int) else 0, **ticks)

    @Slot()
    def make(self) -> None:
        """Make the summary as it is chosen now."""
        self._timer.stop()
        if not self.form.check():
            return
        self._made_of = self.person.overview
        choice, language = self.choice(), str(self.form.values()["language"])
        gender = self.person.texts.gender

        def prepare(desk: OpenDesk, client_id: int) -> Summary:
            texts = Texts(language, gender)  # reads a file: not on the thread of the window
            return Summary(summaries.prepare(desk, client_id, choice, texts), language, texts(TITLE))

        self.person.read("summary", prepare, self._made, self)

    def _made(self, summary: Summary) -> None:
        if not self.isHidden():
            self.made.emit(summary)

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
