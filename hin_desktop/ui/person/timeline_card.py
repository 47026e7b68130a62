"""The card on top of the tab Aufenthalt: residence over the years, what it counts as, and what stands out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.domain.finding_words import NON_BINDING
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.picture import Counts, Hint, Part, Picture, Tone
from hin_desktop.errors import Message
from hin_desktop.ui.person import timeline_words
from hin_desktop.ui.person.row_card import Look, RowCard, RowData
from hin_desktop.ui.person.words import Words
from hin_desktop.ui.widgets.cards import Card, strip
from hin_desktop.ui.widgets.flow_layout import FlowLayout
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.page_parts import SectionGrid
from hin_desktop.ui.widgets.parts import IconLabel, label
from hin_desktop.ui.widgets.timeline_view import Sample, TimelineView, Told

ICONS = {Tone.WRONG: "triangle-alert", Tone.SOON: "clock", Tone.MUTED: "info"}
_SMALL_ICON = 14
MOST_LINES = 3


class TimelineCard(Card):
    """Shows a picture; `opened(ref)` asks for the form of a record, `add_wanted` for one of a new title."""

    opened = Signal(object)
    add_wanted = Signal()

    def __init__(self, kit: Kit, words: Words) -> None:
        super().__init__(kit, kit.texts("Residence over time"))
        self._words = words
        self._picture: Picture | None = None
        self.headline = label(tone="accent", size="headline", wrap=True)
        self.reason = label(tone="muted", size="small", wrap=True)
        self.view = TimelineView(kit)
        self.part = PartWords(kit)
        self.legend = Legend(kit)
        self.hints = RowCard(kit)
        self.note = label(kit.texts(NON_BINDING), tone="muted", size="small", wrap=True)
        self.view.activated.connect(self._open)
        self.view.looked_at.connect(self._look)
        self._lay_out()

    def _lay_out(self) -> None:
        self.below = SectionGrid(self.kit)
        strip(self.hints)
        for words in (self.part, self.legend):
            self.below.left.addWidget(words)
        self.below.right.addWidget(self.hints)
        said = QVBoxLayout()
        said.setSpacing(self.kit.theme.px(2))
        said.addWidget(self.headline)
        said.addWidget(self.reason)
        self.body.addLayout(said)
        for widget in (self.view, self.below, self.note):
            self.body.addWidget(widget)

    def show_picture(self, picture: Picture) -> None:
        """Show another person's residence, or the same with news."""
        if picture == self._picture:
            return
        self._picture = picture
        words, some = self._words, bool(picture.parts)
        empty = words.texts("As soon as a title is recorded with its beginning, its time is drawn here.")
        self.headline.setText(timeline_words.headline(words, picture) if some else "")
        self.reason.setText(timeline_words.reason(words, picture) if some else empty)
        self.view.show_picture(picture, [timeline_words.told(words, part) for part in picture.parts])
        self.legend.show_picture(picture)
        self._look(next((at for at, part in enumerate(picture.parts) if part.current), len(picture.parts) - 1))
        self.hints.fill([self._row(at, hint) for at, hint in enumerate(picture.hints)])
        self.hints.setVisible(bool(picture.hints))
        for widget in (self.headline, self.view, self.below, self.note):
            widget.setVisible(some)

    def forget(self) -> None:
        """Show nothing of anybody."""
        if self._picture is not None:
            self.show_picture(Picture(today=self._picture.today))
            self._picture = None

    def _row(self, at: int, hint: Hint) -> RowData:
        source = hint.rule.citation if hint.rule is not None else ""
        mark = self.kit.texts("to be checked") if hint.rule is not None and hint.rule.to_check else ""
        detail = ", ".join(filter(None, (source, mark)))
        look = Look(self.kit.texts(hint.message), detail, "", ICONS[hint.tone], hint.tone)
        return RowData(at, look, partial(self._show, hint.ref) if hint.ref is not None else None)

    def _show(self, ref: RecordRef | None) -> None:
        self.opened.emit(ref)

    @Slot(int)
    def _open(self, index: int) -> None:
        """The record of a part; of a gap there is none, it wants a title."""
        part = self._part(index)
        if part is not None and part.ref is not None:
            self.opened.emit(part.ref)
        elif part is not None:
            self.add_wanted.emit()

    @Slot(int)
    def _look(self, index: int) -> None:
        part = self._part(index)
        if part is not None:
            self.part.show_told(timeline_words.told(self._words, part))

    def _part(self, index: int) -> Part | None:
        parts: Sequence[Part] = self._picture.parts if self._picture is not None else ()
        return parts[index] if 0 <= index < len(parts) else None


class PartWords(QWidget):
    """Below the drawing: what the part is that is being looked at."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.name = label(size="strong", wrap=True)
        self.days = label(tone="muted", size="small", wrap=True)
        self.lines = [label(wrap=True) for _ in range(MOST_LINES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(2))
        for words in (self.name, self.days, *self.lines):
            column.addWidget(words)

    def show_told(self, told: Told) -> None:
        """Say it."""
        self.name.setText(told.name)
        self.days.setText(told.days)
        for place, words in enumerate(self.lines):
            words.setText(told.lines[place] if place < len(told.lines) else "")
            words.setVisible(place < len(told.lines))


class Legend(QWidget):
    """Patterns and signs with their words: only those that the drawing has."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.entries: list[QWidget] = []
        self._flow = FlowLayout(kit.theme.px(10))
        self.setLayout(self._flow)

    def show_picture(self, picture: Picture) -> None:
        """The entries of this picture."""
        for entry in self.entries:
            self._flow.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        counted = {band.meaning.counts for band in (*picture.naturalisation, *picture.settlement)}
        kinds = {part.kind for part in picture.parts}
        self.entries = [self._band(counts) for counts in timeline_words.LEGEND if counts in counted]
        self.entries += [self._entry(*sign) for kind, sign in timeline_words.SIGNS.items() if kind in kinds]
        for entry in self.entries:
            self._flow.addWidget(entry)

    def _band(self, counts: Counts) -> QWidget:
        icon, words = timeline_words.LEGEND[counts]
        return self._entry(icon, "muted", words, Sample(self._kit, counts))

    def _entry(self, icon: str, tone: str, words: Message, sample: QWidget | None = None) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._kit.theme.px(5))
        if sample is not None:
            line.addWidget(sample)
        line.addWidget(IconLabel(self._kit, icon, tone, _SMALL_ICON))
        line.addWidget(label(self._kit.say(words), tone="muted", size="small"))
        return made
