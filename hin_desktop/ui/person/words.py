"""Codes, dates and facts of a person in the words of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from hin_desktop.domain.calendar import age_on
from hin_desktop.domain.catalogue import Catalogue, Entry, Mark
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.titles import ResidenceTitle
from hin_desktop.errors import Message, Plural
from hin_desktop.services.catalogues import Catalogues, choices
from hin_desktop.services.clients import ClientRecord
from hin_desktop.texts import Texts
from hin_desktop.ui.widgets.form_spec import Choice

YES_NO = (Choice(True, Message("yes")), Choice(False, Message("no")))
SEPARATOR = " · "


class Words:
    """Turns what is stored into what is read. `today` is asked anew each time."""

    def __init__(self, texts: Texts, catalogues: Catalogues, today: Callable[[], date]) -> None:
        self.texts = texts
        self.catalogues = catalogues
        self.today = today
        self._lists: dict[tuple[str, int], tuple[Choice, ...]] = {}

    def label(self, catalogue: Catalogue[Entry], code: str) -> str:
        """The label of a code; '' for none."""
        return self.texts.inclusive(catalogue.label(code, self.texts.language)) if code else ""

    def labels(self, catalogue: Catalogue[Entry], codes: Iterable[str]) -> str:
        """The labels of several codes, one after the other."""
        return ", ".join(self.label(catalogue, code) for code in codes)

    def title(self, code: str) -> str:
        """A residence title by its name."""
        return self.label(self.catalogues.residence_titles, code)

    def title_entry(self, code: str) -> ResidenceTitle | None:
        """Everything the catalogue says of a residence title."""
        return self.catalogues.residence_titles.find(code)

    def to_check(self, catalogue: Catalogue[Entry], code: str) -> str:
        """'to be checked' where the catalogue's entry has not been read in the law yet; '' otherwise."""
        return self.texts("to be checked") if catalogue.entry(code).mark is not Mark.VERIFIED else ""

    def choices(self, catalogue: Catalogue[Entry], *, keep: str = "") -> Callable[[], Sequence[Choice]]:
        """The answers of a catalogue for today; `keep` is a stored one that stays even if it is no longer offered."""

        def offered() -> Sequence[Choice]:
            found = self._offered(catalogue)
            if keep and all(choice.key != keep for choice in found):
                return (*found, Choice(keep, self.label(catalogue, keep)))
            return found

        return offered

    def _offered(self, catalogue: Catalogue[Entry]) -> tuple[Choice, ...]:
        """The answers of a year, put in order once: some six hundred languages in every row of a list."""
        key = (catalogue.name, self.today().year)
        if key not in self._lists:
            pairs = choices(catalogue, self.texts.language, self.today())
            self._lists[key] = tuple(Choice(code, self.texts.inclusive(label)) for code, label in pairs)
        return self._lists[key]

    def title_choices(self, *, keep: str = "") -> Callable[[], Sequence[Choice]]:
        """The residence titles, each with its paragraph: '25 abs 2' finds as well as 'Flüchtling'."""
        plain = self.choices(self.catalogues.residence_titles, keep=keep)

        def offered() -> Sequence[Choice]:
            return tuple(Choice(choice.key, self._with_basis(choice)) for choice in plain())

        return offered

    def _with_basis(self, choice: Choice) -> str:
        entry = self.title_entry(str(choice.key))
        return f"{choice.label} – {entry.legal_basis}" if entry is not None and entry.legal_basis else str(choice.label)

    def day(self, day: PartialDate | date | None) -> str:
        """A day, month or year; '' for none."""
        if isinstance(day, PartialDate):
            return self.texts.date(day.exact) if day.exact is not None else str(day)
        return self.texts.date(day)

    def span(self, start: PartialDate | date | None, end: PartialDate | date | None) -> str:
        """From when until when (inclusive): '14.01.2024 to 14.01.2027', 'since …', 'until …', '' for neither."""
        if start is not None and end is not None:
            return self.texts("{start} to {end}", start=self.day(start), end=self.day(end))
        if start is not None:
            return self.texts("since {date}", date=self.day(start))
        return self.texts("until {date}", date=self.day(end)) if end is not None else ""

    def age(self, client: ClientRecord) -> str:
        """The age, only as sure as the birth date is; '' where it is not known at all."""
        born = client.birth_date
        if born is None:
            return ""
        young, old = age_on(born.latest, self.today()), age_on(born.earliest, self.today())
        if young < old:
            return self.texts("{young} or {old} years", young=max(young, 0), old=old)
        if client.birth_date_assumed:
            return self.texts(Plural("about {n} year", "about {n} years", old))
        return self.texts(Plural("{n} year", "{n} years", old))

    def yes_no(self, answer: bool | None) -> str:
        """Yes, no, or 'not asked yet'."""
        if answer is None:
            return self.texts("not asked yet")
        return self.texts("yes") if answer else self.texts("no")

    def language(self, code: str, level: str) -> str:
        """A language with its level: 'Deutsch A2'."""
        spoken = self.label(self.catalogues.languages, code)
        how_well = self.label(self.catalogues.language_levels, level) if level not in ("", "NO_ANSWER") else ""
        if level == "NATIVE":
            return spoken
        return f"{spoken} {how_well}" if len(how_well) <= len("A2") and how_well else self._rated(spoken, how_well)

    @staticmethod
    def _rated(spoken: str, how_well: str) -> str:
        return f"{spoken} ({how_well})" if how_well else spoken


def joined(*parts: str) -> str:
    """The parts that are not empty, with a dot between them."""
    return SEPARATOR.join(part for part in parts if part)
