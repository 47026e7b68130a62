"""The case summary: one person on paper, for the person, a colleague or, with a release, another office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reportlab.platypus import Flowable, Spacer

from hin_desktop.documents.case_summary_data import (
    CaseSummary,
    ContactLine,
    PrivacyLaw,
    SummaryCase,
    SummaryChoice,
    SummaryConsultation,
    SummaryMember,
    SummaryPerson,
    SummaryResidence,
    SummaryStep,
)
from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.layout import Column, Entry, Fact, FactRow, Note, Section
from hin_desktop.documents.page import PageInfo, build_pdf
from hin_desktop.documents.palette import ACCENT, MUTED, WRONG
from hin_desktop.documents.path_painter import PathPicture
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message, Plural
from hin_desktop.texts import Texts

_EYEBROW = TextStyle(9.5, 14, Weight.STRONG, ACCENT)
_NAME = TextStyle(20, 26, Weight.STRONG)
_ORIGINAL_NAME = TextStyle(13, 20, colour=MUTED)
_TITLE = TextStyle(9.5, 13.5, Weight.STRONG, ACCENT)
_CONTINUED = TextStyle(9.5, 13.5, colour=MUTED)
_STRONG = TextStyle(9.5, 13.5, Weight.STRONG)
_VALUE = TextStyle(9.5, 13.5)
_SECOND = TextStyle(8.5, 12, colour=MUTED)
_NOTE = TextStyle(9, 13, align=Align.START)
_RIGHT = TextStyle(9.5, 13.5, align=Align.RIGHT)
_RIGHT_SECOND = TextStyle(8.5, 12, colour=MUTED, align=Align.RIGHT)
_RIGHT_WRONG = TextStyle(8.5, 12, Weight.STRONG, WRONG, Align.RIGHT)
_SMALL = TextStyle(8.5, 12)
_FACT_LINES = 6
_ENTRY_DISTANCE = 11.0
_PAIR = 2

PRIVACY_NOTES = {
    PrivacyLaw.DSGVO: Message("Data protection: DSGVO and BDSG."),
    PrivacyLaw.KDG: Message("Data protection: Gesetz über den Kirchlichen Datenschutz (KDG)."),
    PrivacyLaw.DSG_EKD: Message("Data protection: EKD-Datenschutzgesetz (DSG-EKD)."),
    PrivacyLaw.DSG_NRW: Message("Data protection: DSGVO, DSG NRW and Sozialgeheimnis (§ 35 SGB I, §§ 67 ff. SGB X)."),
}


def render_case_summary(data: CaseSummary, choice: SummaryChoice, texts: Texts) -> bytes:
    """The case summary as a PDF, A4, dated `data.printed_on`."""
    writer = _Writer(data, choice, texts, Fonts())
    title = texts("Case summary")
    running = (data.person.file_number, title, texts.date(data.printed_on))
    info = PageInfo(
        title=title,
        author=data.letterhead.name,
        printed_on=data.printed_on,
        footer=texts("Confidential · duty of secrecy under § 203 StGB"),
        running_left=data.person.name,
        running_right=" · ".join(filter(None, running)),
    )
    return build_pdf(list(writer.story()), data.letterhead, writer.confidentiality(), info, texts, writer.fonts)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns the data into flowables, section by section."""

    data: CaseSummary
    choice: SummaryChoice
    texts: Texts
    fonts: Fonts

    def story(self) -> Iterator[Flowable]:
        """The sections that were chosen and have something in them."""
        data, choice, texts = self.data, self.choice, self.texts
        yield self.heading(data.person)
        yield Spacer(1, 14)
        if choice.path and data.stations:
            yield PathPicture(data.stations, texts, self.fonts)
            yield Spacer(1, 14)
        yield from self.section(texts("Person"), self.person(data.person))
        if choice.household:
            yield from self.section(texts("Household"), map(self.member, data.household))
        if choice.residence:
            yield from self.section(texts("Residence"), map(self.residence, data.residence))
        if choice.cases:
            yield from self.section(texts("Counselling cases"), map(self.case, data.cases))
        chosen = data.consultations[: max(0, choice.consultations)]
        yield from self.section(texts("Last consultations"), map(self.consultation, chosen))
        if choice.steps:
            yield from self.section(texts("Agreed next steps"), map(self.step, data.steps))

    def text(self, text: str, style: TextStyle, most_lines: int | None = None) -> TextBlock:
        """A text in one of the styles of this sheet."""
        return TextBlock(text, style, self.fonts, most_lines)

    def section(self, title: str, entries: Iterable[Flowable]) -> Iterator[Flowable]:
        """A section, unless there is nothing in it."""
        parts = list(entries)
        if parts:
            ruled = not isinstance(parts[0], FactRow)
            again = self.texts("continued")
            continued = self.text(f"{title}\n{again}", _CONTINUED)
            yield Section(self.text(title, _TITLE), continued, Column(parts, _ENTRY_DISTANCE, ruled))

    def heading(self, person: SummaryPerson) -> Entry:
        """Name and original name on the left, file number and day on the right."""
        name = person.name or self.texts("Name not known")
        left = [self.text(self.texts("Case summary"), _EYEBROW), self.text(name, _NAME, most_lines=4)]
        if person.original_name:
            left.append(self.text(person.original_name, _ORIGINAL_NAME, most_lines=3))
        as_of = self.texts("As of {day}", day=self.data.printed_on)
        right = [self.text(person.file_number, replace(_RIGHT, weight=Weight.STRONG)), self.text(as_of, _RIGHT_SECOND)]
        return Entry(left, right if person.file_number else right[1:])

    def person(self, person: SummaryPerson) -> Iterator[Flowable]:
        """What is known of the person, two facts a row."""
        facts = [self.fact(label, value) for label, value in self.known(person) if value]
        for start in range(0, len(facts), _PAIR):
            pair = facts[start : start + _PAIR]
            empty = self.fact("", "")
            yield FactRow([*pair, empty][:_PAIR])

    def known(self, person: SummaryPerson) -> Iterator[tuple[str, str]]:
        """Labels and values in their order; empty values are left out later."""
        texts = self.texts
        yield texts("Born"), self.day(person.birth)
        yield texts("Nationality"), ", ".join(person.nationalities)
        yield texts("Languages"), ", ".join(person.languages)
        yield texts("Interpreting"), person.interpreter
        if self.choice.contact:
            yield from ((line.label, line.value) for line in printable(person.contact))

    def fact(self, label: str, value: str) -> Fact:
        """A small label over its value."""
        return Fact(self.text(label, _SECOND, most_lines=1), self.text(value, _VALUE, _FACT_LINES))

    def member(self, member: SummaryMember) -> Entry:
        """Name and relation of somebody in the household."""
        return Entry([self.text(member.name, _VALUE, _FACT_LINES)], [self.text(member.relation, _RIGHT_SECOND)])

    def residence(self, period: SummaryResidence) -> Entry:
        """A residence title with its validity."""
        texts = self.texts
        end = texts("unlimited") if period.unlimited else self.day(period.end) or texts("open")
        right = [self.text(f"{self.day(period.start) or texts('open')} – {end}", _RIGHT)]
        if period.expired:
            right.append(self.text(texts("expired"), _RIGHT_WRONG))
        return self.entry(period.title, (period.legal_basis, period.authority), right)

    def case(self, case: SummaryCase) -> Entry:
        """A counselling relation with its span."""
        texts = self.texts
        if case.closed is None:
            span, state = texts("since {day}", day=case.opened), self.text(texts("open case"), _RIGHT_SECOND)
        else:
            span = f"{texts.date(case.opened)} – {texts.date(case.closed)}"
            state = self.text(texts("closed"), _RIGHT_SECOND)
        return self.entry(case.name, (case.counsellor, case.closing_reason), [self.text(span, _RIGHT), state])

    def consultation(self, talk: SummaryConsultation) -> Entry:
        """One talk; its note only if notes were chosen."""
        minutes = "" if talk.minutes is None else self.texts(Plural("{n} minute", "{n} minutes", talk.minutes))
        title, details = ", ".join(talk.topics), (talk.channel, minutes, talk.interpreter)
        note = talk.note if self.choice.notes else ""
        return self.entry(title or talk.channel, details, [self.text(self.texts.date(talk.on), _RIGHT)], note)

    def step(self, step: SummaryStep) -> Entry:
        """An agreed step with its day."""
        right = []
        if step.due:
            right.append(self.text(self.texts("by {day}", day=step.due), _RIGHT))
            if step.due < self.data.printed_on:
                right.append(self.text(self.texts("overdue"), _RIGHT_WRONG))
        return Entry([self.text(step.text, _VALUE)], right)

    def entry(self, title: str, details: Iterable[str], right: list[TextBlock], note: str = "") -> Entry:
        """A strong line, a muted one below it, perhaps a note."""
        left: list[Flowable] = [self.text(title, _STRONG)]
        if second := " · ".join(filter(None, details)):
            left.append(self.text(second, _SECOND))
        if note:
            left += [Spacer(1, 2), self.text(note, _NOTE)]
        return Entry(left, right)

    def confidentiality(self) -> Note:
        """What whoever holds the sheet must know: secrecy, law, author."""
        texts = self.texts
        rule = texts(
            "This sheet contains particularly protected information. Handing it on needs the consent of the person "
            "concerned (Schweigepflichtentbindung) or a statutory power."
        )
        privacy = texts(PRIVACY_NOTES[self.data.privacy_law])
        made = texts("Made by {who} on {day}.", who=self.data.author, day=self.data.printed_on)
        return Note(
            [
                self.text(texts("Confidential"), replace(_SMALL, weight=Weight.STRONG)),
                self.text(rule, _SMALL),
                self.text(f"{made} {privacy}", _SECOND),
            ]
        )

    def day(self, day: PartialDate | date | None) -> str:
        """A date as far as it is known; '' for none."""
        if isinstance(day, PartialDate):
            return self.texts.date(day.exact) if day.exact else str(day)
        return self.texts.date(day)


def printable(lines: Iterable[ContactLine]) -> Iterator[ContactLine]:
    """The ways of contact that may stand on paper: a protected address is never printed (§ 51 BMG)."""
    return (line for line in lines if not line.protected)
