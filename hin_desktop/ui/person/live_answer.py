"""What follows from a letter while it is still being typed: below its form, computed at once, nothing saved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.domain.notices.notice import NoticeAnswer
from hin_desktop.services.notices import NoticeRow, PostRules
from hin_desktop.ui.person import notice_form, notice_words
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.cards import KeyValues, hairline
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.parts import IconLabel, label
from hin_desktop.ui.widgets.remarks import Remarks


class KnownRules(QObject):
    """The rules by which letters are answered, as soon as they are read."""

    renewed = Signal()

    def __init__(self, person: OpenPerson, owner: QObject) -> None:
        super().__init__(owner)
        self._person = person
        self.rules: PostRules | None = None

    def take(self, rules: PostRules) -> None:
        """These hold from now on."""
        self.rules = rules
        self.renewed.emit()

    def answer(self, row: NoticeRow) -> NoticeAnswer | None:
        """What follows from a letter today; None while that cannot be told."""
        return self.rules.answer(row, self._person.kit.today()) if self.rules is not None else None


class LiveAnswer(QWidget):
    """The last day, large; what to mind; every step behind it. Shows and hides the fields of the form as well."""

    def __init__(self, person: OpenPerson, panel: FormPanel, record: NoticeRow, known: KnownRules) -> None:
        super().__init__()
        self.person, self._panel, self._record, self._known = person, panel, record, known
        self._kind = record.kind
        self.headline = label("", size="headline", wrap=True)
        self.when = label("", tone="muted", wrap=True)
        self.picture = IconLabel(person.kit, "clock")
        self.remarks = Remarks(person.kit)
        self.steps = KeyValues(person.kit)
        self._lay_out()
        panel.form.changed.connect(self.refresh)
        panel.begun.connect(self.refresh)
        known.renewed.connect(self.refresh)

    def _lay_out(self) -> None:
        px = self.person.kit.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(4))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.headline)
        words.addWidget(self.when)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column.addWidget(hairline())
        column.addLayout(head)
        column.addWidget(self.remarks)
        column.addWidget(self.steps)

    @Slot()
    def refresh(self) -> None:
        """What follows from what stands in the fields. Half a word for the kind of letter changes nothing yet."""
        form = self._panel.form
        typed = form.values()
        if typed["kind"] is None and form.cells["kind"].editor.typed():
            return
        row = notice_form.filled(self._record, typed)
        notice_form.show_needed(self.person.kit, form, row)
        answer = self._known.answer(row)
        self._show_head(answer)
        self.remarks.show_remarks(notice_words.remarks(self.person, answer) if answer is not None else ())
        self.steps.set_pairs(tuple(notice_words.reasoning(self.person, answer)) if answer is not None else ())
        self.steps.setVisible(answer is not None)
        if row.kind != self._kind:
            self._kind = row.kind
            self.person.look_at.emit(self._panel)  # it has grown: from its first field on, the answer is in sight

    def _show_head(self, answer: NoticeAnswer | None) -> None:
        texts, now = self.person.texts, notice_words.standing(self.person, answer)
        headline, when = "", texts("First choose what kind of letter it is.")
        if answer is not None:
            known = answer.last_day is not None
            headline = texts("Last day: {date}", date=now.day) if known else texts("No last day yet")
            when = joined(now.when, notice_words.reason(self.person, answer))
        self.headline.setText(headline)
        self.headline.setVisible(bool(headline))
        mark(self.headline, "tone", "" if now.tone == "muted" else now.tone)
        self.when.setText(when)
        self.picture.show_icon(now.icon, now.tone)
        self.picture.setVisible(answer is not None)
