"""'Ihr Weg zur Einbürgerung': one page in plain language for the person to take home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from reportlab.platypus import Flowable, Spacer

from hin_desktop.documents.fonts import Fonts, Weight
from hin_desktop.documents.layout import MARGIN_COLUMN, Column, Marked, Note, Row, Section
from hin_desktop.documents.naturalisation_data import PATH_TITLE, PathItem, PathSheet, Standing
from hin_desktop.documents.page import WIDTH, PageInfo, build_pdf, first_page
from hin_desktop.documents.palette import ACCENT, IDLE, MET, SOON
from hin_desktop.documents.path_painter import PathPicture
from hin_desktop.documents.script_text import TextBlock, TextStyle
from hin_desktop.documents.sheet_parts import SECOND, SMALL, SMALL_STRONG, STRONG, VALUE, SheetWriter
from hin_desktop.domain.finding_words import NON_BINDING
from hin_desktop.errors import Message, Plural
from hin_desktop.texts import Texts

_ANSWER = TextStyle(20, 26, Weight.STRONG, ACCENT)
_SAID = TextStyle(9, 13.5)
_PAPER = TextStyle(9, 13)
_PAIR = 2
_NAME_LINES = 2
_SOME_ROWS = 3
_APART = 5.0
_GAP = 9.0
_NAME_AND_SAID = (0.4, 0.6)
_ANSWER_AND_TEXT = (0.44, 0.56)
_BLOCKS_APART = 11.0
_BESIDE = 6.0
_ANY_HEIGHT = 1e6
_HEADINGS = {
    Standing.HAVE: Message("What you have"),
    Standing.MISSING: Message("What is missing"),
    Standing.OPEN: Message("What is still open"),
}
_MARKS = {
    Standing.HAVE: ("circle-check", MET),
    Standing.MISSING: ("circle-alert", SOON),
    Standing.OPEN: ("circle-question-mark", IDLE),
}


class _Said(IntEnum):
    """How much is said of the items: what is missing or open keeps its sentences longer."""

    ALL = 0
    WHAT_TO_DO = 1
    NAMES = 2


def render_path_sheet(data: PathSheet, texts: Texts) -> bytes:
    """The sheet as a PDF of one A4 page, dated `data.printed_on`. What has no room is left out, the least first."""
    writer = _Writer(texts, Fonts(), data)
    title, foot = texts(PATH_TITLE), writer.foot()
    top, bottom = first_page(data.letterhead, foot, writer.fonts)
    info = PageInfo(title=title, author=data.letterhead.name, printed_on=data.printed_on, footer=title)
    return build_pdf(writer.story(top - bottom), data.letterhead, foot, info, texts, writer.fonts)


@dataclass(frozen=True, slots=True)
class _Writer(SheetWriter):
    """Composes what fits."""

    data: PathSheet

    def story(self, room: float) -> list[Flowable]:
        """The richest page that fits into `room` points: what to do before papers, papers before the picture."""
        top, rows = list(self.top()), self.paper_rows()
        for said in _Said:
            items = list(self.items(said))
            left = room - _height([*top, *items])
            papers = list(self.papers(rows, left, at_least=_SOME_ROWS if said is _Said.ALL else 1))
            if left >= 0 and (papers or not rows or said is not _Said.ALL):
                break
        picture = list(self.picture())
        if _height([*picture, *papers]) > left:
            picture = []
        return [*top, *picture, *items, *papers]

    def top(self) -> Iterator[Flowable]:
        """Who, which way, and from when."""
        data, texts = self.data, self.texts
        yield self.heading(texts(PATH_TITLE), data.person, data.printed_on, _NAME_LINES)
        if data.way is not None:
            yield Spacer(1, 3)
            yield self.text(texts(data.way), SECOND, _NAME_LINES)
        yield Spacer(1, _BLOCKS_APART)
        line = data.headline
        answer = Column([self.text(texts(line.label), SMALL_STRONG, 1), self.text(texts(line.value), _ANSWER, 1)])
        beside = Column([Spacer(1, _BESIDE), self.text(texts(line.text), VALUE, 3)])
        yield Note([Row([answer, beside], _ANSWER_AND_TEXT)])
        yield Spacer(1, _BLOCKS_APART)

    def picture(self) -> Iterator[Flowable]:
        """The path as it is drawn on the screen."""
        if self.data.stations:
            yield PathPicture(self.data.stations, self.texts, self.fonts)
            yield Spacer(1, _BLOCKS_APART)

    def items(self, said: _Said) -> Iterator[Section]:
        """What is there, what is missing, what is open."""
        for standing in Standing:
            chosen = [item for item in self.data.items if item.standing is standing]
            brief = said is _Said.NAMES or (standing is Standing.HAVE and said is _Said.WHAT_TO_DO)
            marked = [Marked(*_MARKS[standing], self.name(item) if brief else self.told(item)) for item in chosen]
            if marked:
                parts = self.pairs(marked) if brief else marked
                yield self.titled(self.texts(_HEADINGS[standing]), Column(parts, _APART), _GAP)

    def name(self, item: PathItem) -> TextBlock:
        """A requirement, without a sentence."""
        return self.text(self.texts(item.name), STRONG, 1)

    def told(self, item: PathItem) -> Row:
        """A requirement and what there is to say of it."""
        return Row([self.text(self.texts(item.name), STRONG), self.text(self.texts(item.text), _SAID)], _NAME_AND_SAID)

    def pairs(self, parts: Sequence[Flowable]) -> list[Row]:
        """Two a row."""
        return [Row([*parts[at : at + _PAIR], self.text("", SMALL)][:_PAIR]) for at in range(0, len(parts), _PAIR)]

    def paper_rows(self) -> list[Row]:
        """Every paper with a box to tick."""
        return self.pairs([Marked("square", IDLE, self.text(paper, _PAPER, 2)) for paper in self.data.papers])

    def papers(self, rows: Sequence[Row], room: float, at_least: int) -> Iterator[Section]:
        """As many papers as there is room for, if that is enough of them."""
        tail = self.text(self.texts(Message("The authority can ask for other papers too.")), SECOND, 2)
        room -= 2 * _GAP + tail.wrap(WIDTH - MARGIN_COLUMN, _ANY_HEIGHT)[1]
        fits = 0
        for row in rows:
            room -= row.wrap(WIDTH - MARGIN_COLUMN, _ANY_HEIGHT)[1] + _APART
            fits += room >= 0
        left_out = len(self.data.papers) - fits * _PAIR
        if left_out > 0:
            ask = Plural("{n} more paper may be needed: ask us.", "{n} more papers may be needed: ask us.", left_out)
            tail = self.text(self.texts(ask), SECOND, 2)
        if fits and fits >= min(len(rows), at_least):
            yield self.titled(self.texts("Papers you need"), Column([*rows[:fits], tail], _APART), _GAP)

    def foot(self) -> Note:
        """That it is no promise, and whom to ask."""
        texts, data = self.texts, self.data
        lines = [self.text(texts(NON_BINDING), SMALL_STRONG, 2)]
        if data.items:
            differs = texts("The date can differ by a day. What counts is what is met on the day of the decision.")
            check = texts("Some of this we still have to check.") if data.to_check else ""
            lines.append(self.text(f"{differs} {check}", SMALL, 3))
        who = " · ".join(part for part in (data.counsellor, *data.contact) if part)
        return Note([*lines, self.text(texts("Your counselling: {who}", who=who), SMALL, 2)])


def _height(parts: Iterable[Flowable]) -> float:
    return sum(part.wrap(WIDTH, _ANY_HEIGHT)[1] for part in parts)
