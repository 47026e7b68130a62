"""Post & Fristen: every letter with its last day, what to mind, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from hin_desktop.errors import Message
from hin_desktop.services import notices
from hin_desktop.services.notices import NOTICES, NoticeRow, NoticeView, PostRules
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person import notice_form
from hin_desktop.ui.person.live_answer import KnownRules, LiveAnswer
from hin_desktop.ui.person.notice_look import letter_look
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import RowAction, SectionKind, entry_form, entry_section
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.widgets.form_panel import FormPanel

Letters = tuple[PostRules, tuple[NoticeView, ...]]


class PostTab(PersonTab):
    """One section; its form answers while it is typed."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        self.known = KnownRules(person, self)
        self.letters = RecordSection(person, letter_section(self.known))
        self.column.addWidget(self.letters)

    def sections(self) -> Sequence[RecordSection[Any]]:
        """The letters."""
        return (self.letters,)

    def first_focus(self) -> QWidget | None:
        """The most pressing letter, or the button that records one."""
        return next((made.row for made in self.letters.rows.values()), self.letters.add_button)

    def show_person(self) -> None:
        """The letters, when they are read and answered."""
        today = self.person.kit.today()

        def read(desk: OpenDesk, client_id: int) -> Letters:
            return notices.of_person(desk, client_id, today)

        self.person.read("post", read, self._show, self)

    def _show(self, read: Letters) -> None:
        rules, views = read
        self.known.take(rules)
        self.letters.show_records([view.row for view in views])
        self.all_read()


def letter_section(known: KnownRules) -> SectionKind[NoticeRow]:
    """The section of letters; `known` answers them."""
    form = replace(
        entry_form(NOTICES, Message("Post"), notice_form.form, partial(_dress, known)),
        filled=notice_form.filled,
    )
    return entry_section(
        NOTICES, form, title=Message("Post & deadlines"), add=Message("Record post"), look=partial(_look, known),
        empty=Message("No post recorded. Record every notice and every letter with a deadline: the last day and what "
                      "can be done are worked out while you type."),
        actions=(
            RowAction("check", Message("Done"), _finish, lambda row: row.done_on is None),
            RowAction("undo-2", Message("Reopen"), _reopen, lambda row: row.done_on is not None),
        ))  # fmt: skip


def _dress(known: KnownRules, person: OpenPerson, panel: FormPanel, row: NoticeRow) -> None:
    notice_form.add_usual_terms(person.kit, panel.form)
    panel.body.addWidget(LiveAnswer(person, panel, row, known))


def _finish(person: OpenPerson, row: NoticeRow) -> None:
    desk, today = person.desk, person.kit.today()
    person.do(lambda: notices.finish(desk, row, today))


def _reopen(person: OpenPerson, row: NoticeRow) -> None:
    desk = person.desk
    person.do(lambda: notices.finish(desk, row, None))


def _look(known: KnownRules, person: OpenPerson, row: NoticeRow) -> Look:
    return letter_look(person, row, known.answer(row))
