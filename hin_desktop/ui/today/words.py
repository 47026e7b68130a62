"""What stands on Heute, in words: the greeting, the counts, and one line for everything that waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale

from hin_desktop.domain import deadline_words
from hin_desktop.domain.names import PersonName
from hin_desktop.domain.worklist import Tone, WorkItem, WorkKind
from hin_desktop.errors import Message, Plural
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.services.deadlines import DeadlineRow
from hin_desktop.services.search import ClientRow
from hin_desktop.services.worklist import SOON_DAYS, BegunForm
from hin_desktop.texts import Texts
from hin_desktop.ui.person.deadline_look import LOOKS, REACHED, reason
from hin_desktop.ui.person.places import FORM_NAMES

NOON, EVENING = 11, 18  # hours of the day from which on one greets otherwise


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is about, the reason, the day, and how urgent it looks."""

    title: str
    detail: str
    right: str = ""
    icon: str = "user"
    tone: str = "muted"


class TodayWords:
    """Says everything in the window's language; with `initials`, names are no names any more. `on` is the day."""

    def __init__(self, texts: Texts, catalogues: Catalogues) -> None:
        self.texts = texts
        self.initials = False
        self.on = date.min
        self._catalogues = catalogues

    def greeting(self, hour: int, name: str) -> str:
        """Good morning, Ayşe Demir."""
        day = Message("Good day, {name}", name=name)
        if hour < NOON:
            day = Message("Good morning, {name}", name=name)
        elif hour >= EVENING:
            day = Message("Good evening, {name}", name=name)
        return self.texts(day)

    def day_line(self, on: date, items: Sequence[WorkItem]) -> str:
        """The day and what waits: Montag, 23. November 2026 · 4 Schritte, 2 davon überfällig."""
        steps = [item for item in items if item.kind is WorkKind.NEXT_STEP]
        late = sum(item.tone is Tone.OVERDUE for item in steps)
        parts = [self.long_day(on)]
        letters = sum(item.kind is WorkKind.NOTICE for item in items)
        if letters:
            parts.append(self.texts(Plural("{n} letter with a deadline", "{n} letters with a deadline", letters)))
        if steps:
            count = self.texts(Plural("{n} step", "{n} steps", len(steps)))
            overdue = self.texts("{n} of them overdue", n=late)
            parts.append(f"{count}, {overdue}" if late else count)
        return " · ".join(parts)

    def long_day(self, on: date) -> str:
        """A day with its weekday and month in words."""
        if self.texts.language == "de":
            return QLocale("de_DE").toString(QDate(on.year, on.month, on.day), "dddd, d. MMMM yyyy")
        return QLocale("en_GB").toString(QDate(on.year, on.month, on.day), "dddd, d MMMM yyyy")

    def name(self, name: PersonName) -> str:
        """A name, or its initials."""
        if self.initials:
            return "".join(f"{letter}." for letter in name.initials)
        return self.texts(name.display)

    def step(self, item: WorkItem) -> Line:
        """A step that was agreed."""
        icon, tone = LOOKS[item.tone]
        due = self.texts("due on {date}", date=item.due) if item.due is not None else ""
        return Line(f"{_one_line(item.text)} – {self.name(item.name)}", due, self.texts(item.when), icon, tone)

    def deadline(self, row: DeadlineRow) -> Line:
        """What runs out by law, with its rule."""
        due = row.deadline
        icon, tone = REACHED if due.information else LOOKS[deadline_words.urgency(due, self.on, SOON_DAYS)]
        what = self.texts(deadline_words.NAMES[due.kind])
        when = self.texts(deadline_words.when(due, self.on))
        return Line(f"{what} – {self.name(row.name)}", reason(self.texts, due), when, icon, tone)

    def letter(self, item: WorkItem) -> Line:
        """A letter that is not done, with its last day."""
        icon, tone = LOOKS[item.tone]
        kind = self._catalogues.notice_kinds.label(item.text, self.texts.language)
        last = Message("last day {date}", date=item.due)
        if item.due is None:
            pressing = item.tone is Tone.OVERDUE
            last = Message("copy the time limit from the letter") if pressing else Message("complete the facts")
        title = f"{self.texts.inclusive(kind)} – {self.name(item.name)}"
        return Line(title, self.texts(last), self.texts(item.when), icon, tone)

    def silence(self, item: WorkItem) -> Line:
        """A case without contact."""
        return Line(self.name(item.name), self.texts(item.when), self.texts.date(item.due), "user-x", "soon")

    def recent(self, row: ClientRow) -> Line:
        """Somebody who was opened lately."""
        heard = self.texts("last contact {date}", date=row.last_contact) if row.last_contact else ""
        return Line(self.name(row.name), " · ".join(filter(None, (row.file_number, heard))))

    def begun(self, form: BegunForm) -> Line:
        """A form that was begun."""
        kind = self.texts(FORM_NAMES.get(form.draft.key.form.partition(" ")[0], Message("New person")))
        about = f"{kind} – {self.name(form.name)}" if form.name is not None else kind
        when = self.texts("begun on {when}", when=form.draft.saved_at.astimezone())
        return Line(about, when, icon="pencil", tone="accent")


def _one_line(text: str) -> str:
    return " ".join(text.split())
