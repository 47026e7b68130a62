"""The legal assessment for the counsellor: every path with its findings, citations, versions, facts, what is missing.

Of convictions, exclusions and bars it says only whether they were talked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.layout import Entry, Kept, Marked
from hin_desktop.documents.naturalisation_data import REPORT_TITLE, LegalReport
from hin_desktop.documents.page import build_pdf
from hin_desktop.documents.palette import ROLES, SOON
from hin_desktop.documents.script_text import Align, TextBlock, TextStyle
from hin_desktop.documents.sheet_parts import RIGHT_SECOND, SECOND, SMALL, STRONG, VALUE, SheetWriter
from hin_desktop.domain import law_words
from hin_desktop.domain.answers import Answer, LegalCard
from hin_desktop.domain.finding_words import NON_BINDING, standing
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.law import Rule
from hin_desktop.domain.naturalisation.requirement import DELICATE, WORDS
from hin_desktop.errors import Message
from hin_desktop.texts import Texts

_QUESTION = TextStyle(13, 18, Weight.STRONG)
_TO_CHECK = TextStyle(8.5, 12, Weight.STRONG, SOON, Align.RIGHT)
_ROOM_TO_BEGIN = 160.0
_BEFORE_FINDINGS = 9.0
_SEPARATOR = " · "
_LIST = "; "


def render_report(data: LegalReport, texts: Texts) -> bytes:
    """The assessment as a PDF of A4 pages, dated `data.printed_on`."""
    writer = _Writer(texts, Fonts(), data)
    title = texts(REPORT_TITLE)
    info = writer.confidential_page(title, data.letterhead.name, data.person, data.printed_on)
    foot = writer.confidentiality(data.author, data.printed_on, data.privacy_law)
    return build_pdf(list(writer.story()), data.letterhead, foot, info, texts, writer.fonts)


@dataclass(frozen=True, slots=True)
class _Writer(SheetWriter):
    """Turns the cards into flowables."""

    data: LegalReport

    def story(self) -> Iterator[Flowable]:
        """What should be seen beside the answers first, then question by question."""
        data, texts = self.data, self.texts
        yield self.heading(texts(REPORT_TITLE), data.person, data.printed_on)
        yield Spacer(1, 4)
        law = texts("Law of {date}.", date=data.on)
        yield self.text(f"{law} {texts(NON_BINDING)}", SECOND)
        yield Spacer(1, 14)
        remarks = [Marked("triangle-alert", SOON, self.text(texts(each), VALUE)) for each in data.remarks]
        yield from self.section(texts("Please note"), remarks, ruled=False)
        for card in data.cards:
            yield from self.card(card)

    def card(self, card: LegalCard) -> Iterator[Flowable]:
        """The question as a heading, its answers one below the other."""
        yield CondPageBreak(_ROOM_TO_BEGIN)
        yield Spacer(1, 6)
        yield self.text(self.texts(card.title), _QUESTION)
        yield Spacer(1, 6)
        seen: set[Finding] = set()
        for answer in card.answers:
            title = answer.short or answer.name  # a long name has no room in the margin; the lines hold it
            yield from self.section(self.texts(title), self.answer(answer, seen))
            seen.update(answer.findings)
        if not card.answers:
            yield self.text(self.texts(card.nothing), VALUE)
            yield Spacer(1, 10)

    def answer(self, answer: Answer, seen: set[Finding]) -> Iterator[Flowable]:
        """Headline, remarks, findings; what was said under an earlier answer is only named."""
        lines = [self.text(self.texts(line), SECOND) for line in answer.lines]
        headline = TextStyle(12, 17, Weight.STRONG, ROLES[answer.tone])
        new = [self.finding(answer, finding) for finding in answer.findings if finding not in seen]
        begin = [Spacer(1, _BEFORE_FINDINGS), *new[:1]] if new else []  # no headline alone at the foot of a page
        yield Kept([self.text(self.texts(answer.headline), headline), *lines, *begin])
        yield from new[1:]
        said = [self.name(answer, finding) for finding in answer.findings if finding in seen]
        if said:
            yield self.text(self.texts("As above: {names}.", names=", ".join(said)), SECOND)

    def name(self, answer: Answer, finding: Finding) -> str:
        """What the requirement is called."""
        return self.texts(answer.names.get(finding.requirement, Message(finding.requirement)))

    def finding(self, answer: Answer, finding: Finding) -> Marked:
        """One requirement: how it stands at the right, why at the left."""
        shown = standing(finding)
        colour = ROLES[shown.role]
        right = [self.text(self.texts(shown.words), TextStyle(9.5, 13.5, Weight.STRONG, colour, Align.RIGHT))]
        if finding.status is Status.MET and finding.since is not None:
            right.append(self.text(self.texts("since {date}", date=finding.since), RIGHT_SECOND))
        if finding.until is not None:
            right.append(self.text(self.texts("until {date}", date=finding.until), RIGHT_SECOND))
        if finding.to_check:
            right.append(self.text(self.texts("to be checked"), _TO_CHECK))
        rules = [self.text(line, SECOND) for line in dict.fromkeys(map(self.rule, finding.rules))]
        left = [self.text(self.name(answer, finding), STRONG), *self.why(finding), *rules]
        return Marked(shown.icon, colour, Entry(left, right))

    def why(self, finding: Finding) -> Iterator[TextBlock]:
        """The explanation, the facts it rests on, what is missing, what to do; nothing of what is delicate."""
        if finding.requirement in DELICATE:
            return
        texts = self.texts
        if not finding.missing or finding.explanation != WORDS[Status.OPEN]:
            yield self.text(texts(finding.explanation), VALUE)
        if finding.on_decision:
            yield self.text(texts("What counts is the day of the authority's decision."), SMALL)
        if finding.missing:
            yield self.text(texts("Missing: {what}", what=self.listed(finding.missing)), SMALL)
        if finding.used:
            used = self.listed(used.fact for used in finding.used)
            yield self.text(texts("Facts used: {what}", what=used), SMALL)
        if finding.advice is not None:
            yield self.text(texts("Next step: {what}", what=finding.advice), SMALL)

    def listed(self, messages: Iterable[Message]) -> str:
        """Several facts in a row, each once."""
        return _LIST.join(dict.fromkeys(self.texts(message) for message in messages))

    def rule(self, rule: Rule) -> str:
        """Where it is written, in which version, and whether that was compared with the source."""
        texts = self.texts
        checked = texts("to be checked") if rule.to_check else texts("verified")
        own = texts("own row of the organisation") if rule.own else ""
        parts = (rule.citation, texts(law_words.version(rule)), checked, own)
        return _SEPARATOR.join(filter(None, parts))
