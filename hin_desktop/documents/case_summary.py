"""The case summary: one person on paper, for the person, a colleague or, with a release, another office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable, Spacer

from hin_desktop.documents.case_summary_data import (
    CaseSummary,
    ContactLine,
    SummaryCase,
    SummaryChoice,
    SummaryConsultation,
    SummaryMember,
    SummaryPerson,
    SummaryResidence,
    SummaryStep,
)
from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.layout import Column, Entry, Row
from hin_desktop.documents.page import build_pdf
from hin_desktop.documents.palette import WRONG
from hin_desktop.documents.path_painter import PathPicture
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from hin_desktop.documents.sheet_parts import RIGHT, RIGHT_SECOND, SECOND, STRONG, VALUE, SheetWriter
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Plural
from hin_desktop.texts import Texts

_NOTE = TextStyle(9, 13, align=Align.START)
_RIGHT_WRONG = TextStyle(8.5, 12, Weight.STRONG, WRONG, Align.RIGHT)
_FACT_LINES = 6
_PAIR = 2


def render_case_summary(data: CaseSummary, choice: SummaryChoice, texts: Texts) -> bytes:
    """The case summary as a PDF, A4, dated `data.printed_on`."""
    writer = _Writer(texts, Fonts(), data, choice)
    title = texts("Case summary")
    foot = writer.confidentiality(data.author, data.printed_on, data.privacy_law)
    info = writer.confidential_page(title, data.letterhead.name, data.person, data.printed_on)
    return build_pdf(list(writer.story()), data.letterhead, foot, info, texts, writer.fonts)


@dataclass(frozen=True, slots=True)
class _Writer(SheetWriter):
    """Turns the data into flowables, section by section."""

    data: CaseSummary
    choice: SummaryChoice

    def story(self) -> Iterator[Flowable]:
        """The sections that were chosen and have something in them."""
        data, choice, texts = self.data, self.choice, self.texts
        yield self.heading(texts("Case summary"), data.person, data.printed_on)
        yield Spacer(1, 14)
        if choice.path and data.stations:
            yield PathPicture(data.stations, texts, self.fonts)
            yield Spacer(1, 14)
        yield from self.section(texts("Person"), self.person(data.person), ruled=False)
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

    def person(self, person: SummaryPerson) -> Iterator[Flowable]:
        """What is known of the person, two facts a row."""
        facts = [self.fact(label, value) for label, value in self.known(person) if value]
        for start in range(0, len(facts), _PAIR):
            pair = facts[start : start + _PAIR]
            empty = self.fact("", "")
            yield Row([*pair, empty][:_PAIR])

    def known(self, person: SummaryPerson) -> Iterator[tuple[str, str]]:
        """Labels and values in their order; empty values are left out later."""
        texts = self.texts
        yield texts("Born"), self.day(person.birth)
        yield texts("Nationality"), ", ".join(person.nationalities)
        yield texts("Languages"), ", ".join(person.languages)
        yield texts("Interpreting"), person.interpreter
        if self.choice.contact:
            yield from ((line.label, line.value) for line in printable(person.contact))

    def fact(self, label: str, value: str) -> Column:
        """A small label over its value."""
        return Column([self.text(label, SECOND, most_lines=1), self.text(value, VALUE, _FACT_LINES)])

    def member(self, member: SummaryMember) -> Entry:
        """Name and relation of somebody in the household."""
        return Entry([self.text(member.name, VALUE, _FACT_LINES)], [self.text(member.relation, RIGHT_SECOND)])

    def residence(self, period: SummaryResidence) -> Entry:
        """A residence title with its validity."""
        texts = self.texts
        end = texts("unlimited") if period.unlimited else self.day(period.end) or texts("open")
        right = [self.text(f"{self.day(period.start) or texts('open')} – {end}", RIGHT)]
        if period.expired:
            right.append(self.text(texts("expired"), _RIGHT_WRONG))
        elif period.continues:
            right.append(self.text(texts("continues by ordinance"), RIGHT_SECOND))
        return self.entry(period.title, (period.legal_basis, period.authority), right)

    def case(self, case: SummaryCase) -> Entry:
        """A counselling relation with its span."""
        texts = self.texts
        if case.closed is None:
            span, state = texts("since {day}", day=case.opened), self.text(texts("open case"), RIGHT_SECOND)
        else:
            span = f"{texts.date(case.opened)} – {texts.date(case.closed)}"
            state = self.text(texts("closed"), RIGHT_SECOND)
        return self.entry(case.name, (case.counsellor, case.closing_reason), [self.text(span, RIGHT), state])

    def consultation(self, talk: SummaryConsultation) -> Entry:
        """One talk; its note only if notes were chosen."""
        minutes = "" if talk.minutes is None else self.texts(Plural("{n} minute", "{n} minutes", talk.minutes))
        title, details = ", ".join(talk.topics), (talk.channel, minutes, talk.interpreter)
        note = talk.note if self.choice.notes else ""
        return self.entry(title or talk.channel, details, [self.text(self.texts.date(talk.on), RIGHT)], note)

    def step(self, step: SummaryStep) -> Entry:
        """An agreed step with its day."""
        right = []
        if step.due:
            right.append(self.text(self.texts("by {day}", day=step.due), RIGHT))
            if step.due < self.data.printed_on:
                right.append(self.text(self.texts("overdue"), _RIGHT_WRONG))
        return Entry([self.text(step.text, VALUE)], right)

    def entry(self, title: str, details: Iterable[str], right: list[TextBlock], note: str = "") -> Entry:
        """A strong line, a muted one below it, perhaps a note."""
        left: list[Flowable] = [self.text(title, STRONG)]
        if second := " · ".join(filter(None, details)):
            left.append(self.text(second, SECOND))
        if note:
            left += [Spacer(1, 2), self.text(note, _NOTE)]
        return Entry(left, right)

    def day(self, day: PartialDate | date | None) -> str:
        """A date as far as it is known; '' for none."""
        if isinstance(day, PartialDate):
            return self.texts.date(day.exact) if day.exact else str(day)
        return self.texts.date(day)


def printable(lines: Iterable[ContactLine]) -> Iterator[ContactLine]:
    """The ways of contact that may stand on paper: a protected address is never printed (§ 51 BMG)."""
    return (line for line in lines if not line.protected)
