"""Who this is, at the top of the page: name in both scripts, age, origin, languages, file number, what is urgent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hin_desktop.domain.deadline import DeadlineKind
from hin_desktop.errors import Message
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.overview import PersonOverview
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.widgets.cards import Pill
from hin_desktop.ui.widgets.page_parts import PageHeader
from hin_desktop.ui.widgets.parts import label

_ORIGINAL = 13.0  # points of the name in its own script
_ROOM = 320  # pixels that a name has in any case
_MORE_FACTS = 3  # beside the one in the subtitle
_NAMED = 3
_MOST_PILLS = 3
PillWords = tuple[str, str, str]
"""What a pill says, its tone and its icon."""
END_NAMES: Final = {
    DeadlineKind.TITLE: Message("Residence title"),
    DeadlineKind.STATUS: Message("Residence status"),
    DeadlineKind.TEMPORARY_PROTECTION: Message("Temporary protection"),
    DeadlineKind.FICTION: Message("Fiktionsbescheinigung"),
}


class PersonHeader(PageHeader):
    """The header of the open person; `show_person` brings it up to date."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person.kit, "", avatar="")
        self.person = person
        self.original = label("", tone="muted")
        self._names = QWidget()
        self._name_line = QHBoxLayout(self._names)
        self._name_line.setContentsMargins(0, 0, 0, 0)
        self._name_line.setSpacing(person.kit.theme.px(10))
        frame = self.layout()
        if frame is not None:
            frame.replaceWidget(self.title, self._names, Qt.FindChildOption.FindChildrenRecursively)
        self._name_line.addWidget(self.title)
        self._name_line.addWidget(self.original)
        self._name_line.addStretch(1)
        for words in (self.title, self.original):
            words.setMinimumWidth(1)  # a long name wraps, it never widens the page
        self._more_facts = [label("", tone="muted") for _ in range(_MORE_FACTS)]
        self._pills = [Pill(person.kit) for _ in range(_MOST_PILLS)]
        for part in (*self._more_facts, *self._pills):
            self.add_pill(part)
        texts = person.texts
        self.summary_button = self.add_button(texts("Summary"), "printer")
        self.title_button = self.add_button(texts("Record title"), "id-card")
        self.talk_button = self.add_button(texts("Record consultation"), "plus", primary=True)
        person.kit.theme.changed.connect(self._fit)
        self._fit()
        self._wrap_name()

    def show_person(self) -> None:
        """Name, facts and pills of the person that is open now."""
        overview = self.person.overview
        client = overview.client
        name = self.person.texts(client.name.display)
        facts = [fact for fact in self._facts(client) if fact]
        shown = [f"{fact} ·" for fact in facts[:-1]] + facts[-1:]
        self.show_texts(name, shown[0] if shown else "")
        if self.avatar is not None:
            self.avatar.setText(client.name.initials)
        original = client.original_name.strip()
        self.original.setText(original if original != name else "")
        self.original.setVisible(bool(self.original.text()))
        for place, words in enumerate(self._more_facts, 1):
            words.setText(shown[place] if place < len(shown) else "")
            words.setVisible(place < len(shown))
        self._show_pills(self._said(overview))
        self._wrap_name()

    def _show_pills(self, said: list[PillWords]) -> None:
        for place, pill in enumerate(self._pills):
            if place < len(said):
                pill.show_words(*said[place])
            pill.setVisible(place < len(said))

    def _facts(self, client: ClientRecord) -> tuple[str, ...]:
        words = self.person.words
        known = words.catalogues
        countries = [
            words.label(known.countries if row.code in known.countries else known.nationalities, row.code)
            for row in client.nationalities
        ]
        languages = [words.language(skill.code, skill.level) for skill in client.languages]
        return self._age(client), _first(countries), _first(languages), client.file_number

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A name that has no room in one line takes several."""
        super().resizeEvent(event)
        self._wrap_name()

    def _wrap_name(self) -> None:
        parts = (self.title, self.original)
        wanted = sum(part.fontMetrics().horizontalAdvance(part.text()) for part in parts)
        wraps = wanted + 2 * self._kit.theme.px(10) > max(self._names.width(), self._kit.theme.px(_ROOM))
        if wraps != self.title.wordWrap():
            for place, part in enumerate(parts):
                part.setWordWrap(wraps)
                self._name_line.setStretch(place, 1 if wraps else 0)

    def _age(self, client: ClientRecord) -> str:
        words, texts = self.person.words, self.person.texts
        if client.date_of_death is not None:
            return texts("deceased {date}", date=words.day(client.date_of_death))
        return words.age(client)

    def _said(self, overview: PersonOverview) -> list[PillWords]:
        made = [self._counselling(overview), self._title(overview), self._ban(overview.client)]
        return [words for words in made if words is not None]

    def _counselling(self, overview: PersonOverview) -> PillWords | None:
        opened = [case.opened_on for case in overview.cases if case.closed_on is None and case.opened_on is not None]
        if not opened:
            return None
        service = self.person.file.service or self.person.texts("Counselling")
        return self.person.texts("{service} since {date}", service=service, date=min(opened)), "accent", ""

    def _title(self, overview: PersonOverview) -> PillWords | None:
        """Only what ends soon or is over; a title without trouble stands in its card."""
        texts, end = self.person.texts, overview.titles.end
        if end is None or overview.client.date_of_death is not None:
            return None
        if end.day.day < self._kit.today():
            expired = Message("{what} expired on {date}", what=END_NAMES[end.kind], date=end.day.day)
            return texts(expired), "wrong", "circle-alert"
        valid = Message("{what} valid until {date}", what=END_NAMES[end.kind], date=end.day.day)
        return texts(valid), "soon", "clock"

    def _ban(self, client: ClientRecord) -> PillWords | None:
        until = client.disclosure_ban_until
        if not client.disclosure_ban or (until is not None and until < self._kit.today()):
            return None
        return self.person.texts("Auskunftssperre"), "wrong", "shield"

    @Slot()
    def _fit(self) -> None:
        font = self.original.font()
        font.setPointSizeF(_ORIGINAL * self._kit.theme.factor)
        self.original.setFont(font)


def _first(words: Sequence[str]) -> str:
    """The first three, and how many more there are."""
    more = f" +{len(words) - _NAMED}" if len(words) > _NAMED else ""
    return ", ".join(words[:_NAMED]) + more
