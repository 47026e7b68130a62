"""Perspektiven: what the law says to what is recorded, why, what is missing, and what would be if."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hin_desktop.domain.answers import LegalCard
from hin_desktop.domain.finding_words import NON_BINDING
from hin_desktop.domain.what_if import WhatIf
from hin_desktop.errors import HinError
from hin_desktop.services import assessments
from hin_desktop.services.assessments import Prospects
from hin_desktop.services.naturalisation_prints import TITLES
from hin_desktop.ui.person.findings_card import FindingsCard
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.person.what_if_panel import WhatIfPanel
from hin_desktop.ui.widgets.flow_layout import FlowLayout
from hin_desktop.ui.widgets.page_parts import SectionGrid
from hin_desktop.ui.widgets.parts import Button, IconLabel, label


class ProspectsTab(PersonTab):
    """Cards that answer; each line opens its why."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person)
        texts = person.texts
        self.what_if_button = Button(person.kit, texts("What if …"), "sparkles")
        self.what_if = WhatIfPanel(person)
        self.what_if_button.clicked.connect(self.what_if.open)
        self.print_buttons = {kind: Button(person.kit, texts(title), "printer") for kind, title in TITLES.items()}
        for kind, button in self.print_buttons.items():
            button.clicked.connect(partial(person.print_wanted.emit, kind))
        self.what_if.changed.connect(self._imagine)
        self.what_if.closed.connect(self.what_if_button.setFocus)
        self.remark = label("", tone="muted", size="small", wrap=True)
        self.warnings = label("", tone="soon", wrap=True)
        self.cards: dict[str, FindingsCard] = {}
        self._lay_out()
        person.prospects_read.connect(self._law_said)

    def _lay_out(self) -> None:
        px = self.person.kit.theme.px
        head = QWidget()
        buttons = FlowLayout(px(8))
        head.setLayout(buttons)
        for button in (self.what_if_button, *self.print_buttons.values()):
            buttons.addWidget(button)
        self.warning_line = QWidget()
        warned = QHBoxLayout(self.warning_line)
        warned.setContentsMargins(0, 0, 0, 0)
        warned.setSpacing(px(8))
        warned.addWidget(IconLabel(self.person.kit, "triangle-alert", "soon", 16))
        warned.addWidget(self.warnings, 1)
        self.warning_line.hide()
        self.grid = SectionGrid(self.person.kit)
        for widget in (head, self.remark, self.what_if, self.warning_line, self.grid):
            self.column.addWidget(widget)

    def first_focus(self) -> QWidget | None:
        """The first line of the first card."""
        rows = [made for card in self.cards.values() for made in card.rows.values()]
        return rows[0].row if rows else self.what_if_button

    def forget(self) -> None:
        """Another person comes up."""
        super().forget()
        if self.what_if.isVisibleTo(self):
            self.what_if.hide()
        self.what_if.reset()
        for card in self.cards.values():
            card.forget()

    def show_person(self) -> None:
        """The cards, as soon as the law has been asked."""
        if self.person.prospects is not None:
            self._show(self.person.prospects)

    @Slot()
    def _law_said(self) -> None:
        """News; a tab that nobody looks at is filled when it is shown."""
        self.filled = self.isVisible()
        if self.filled:
            self.show_person()

    @Slot(object)
    def _imagine(self, change: WhatIf) -> None:
        """Assess what is imagined, from what was read: no question to the desk."""
        read = self.person.prospects
        if read is None:
            return
        self.what_if.say("on", None) if self.what_if.form is not None else None
        try:
            self._show(read if change.nothing else read.what_if(change), imagined=not change.nothing)
        except HinError as fault:
            self.what_if.say("on", fault.message)

    def _show(self, read: Prospects, *, imagined: bool = False) -> None:
        texts = self.person.texts
        law = texts("Law of {date}.", date=read.naturalisation.on)
        what = texts("What if:") if imagined else ""
        self.remark.setText(" ".join(filter(None, (what, texts(NON_BINDING), law))))
        said = [texts(found.message) for found in read.remarks]
        self.warnings.setText("\n".join(dict.fromkeys(said)))
        self.warning_line.setVisible(bool(said))
        for card in assessments.cards(read):
            shown = self._card(card)
            shown.show_answers(card.answers)
            shown.setVisible(bool(card.answers) or card.always)

    def _card(self, wanted: LegalCard) -> FindingsCard:
        """The card of a question, made when it is first asked: naturalisation at the left, the others beside it."""
        if wanted.key not in self.cards:
            made = FindingsCard(self.person, wanted.title, wanted.nothing)
            column = self.grid.right if self.cards else self.grid.left
            column.addWidget(made)
            self.cards[wanted.key] = made
        return self.cards[wanted.key]
