"""A card of the law: the one date or sentence that matters, the checklist behind it, and what else is possible."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.domain.answers import Answer
from hin_desktop.errors import Message
from hin_desktop.ui.person.finding_look import finding_look
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.row_card import RowCard, RowData
from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.flow_layout import FlowLayout
from hin_desktop.ui.widgets.parts import Button, label


class FindingsCard(RowCard):
    """Shows the first of several answers; buttons choose another one. Each finding unfolds to its why."""

    def __init__(self, person: OpenPerson, title: Message, nothing: Message) -> None:
        super().__init__(person.kit, person.texts(title), person.texts(nothing))
        self.person = person
        self.answers: tuple[Answer, ...] = ()
        self._chosen = ""
        self._said_below: tuple[str, ...] = ()
        px = person.kit.theme.px
        self.headline = label("", size="headline", wrap=True)
        self.lines = label("", tone="muted", wrap=True)
        self.choices = QWidget()
        self.buttons: dict[str, Button] = {}
        self._flow = FlowLayout(px(6))
        self.choices.setLayout(self._flow)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(px(8), 0, px(8), 0)
        column.setSpacing(px(4))
        for widget in (self.headline, self.lines, self.choices):
            column.addWidget(widget)
            widget.hide()
        self.add_above(top)

    def show_answers(self, answers: Sequence[Answer], remarks: Sequence[str] = ()) -> None:
        """Show these; the one that was chosen stays chosen while it is among them."""
        self.answers = tuple(answers)
        self._said_below = tuple(remarks)
        if self._chosen not in [answer.key for answer in answers]:
            self._chosen = answers[0].key if answers else ""
        self._offer()
        self._show()

    def choose(self, key: str) -> None:
        """Look at another answer."""
        self._chosen = key
        self._show()

    def forget(self) -> None:
        """Nothing of anybody."""
        self._chosen = ""
        self.show_answers(())

    @property
    def answer(self) -> Answer | None:
        """The one on the screen."""
        return next((answer for answer in self.answers if answer.key == self._chosen), None)

    def _offer(self) -> None:
        """A button for each answer where there are several."""
        wanted = [answer.key for answer in self.answers] if len(self.answers) > 1 else []
        if wanted != list(self.buttons):
            for button in self.buttons.values():
                self._flow.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.buttons = {}
            for answer in self.answers if wanted else ():
                button = Button(self.kit, self.person.texts(answer.short or answer.name), "", "chip")
                button.setCheckable(True)
                button.clicked.connect(partial(self.choose, answer.key))
                self._flow.addWidget(button)
                self.buttons[answer.key] = button
        self.choices.setVisible(bool(wanted))

    def _show(self) -> None:
        answer, texts = self.answer, self.person.texts
        for key, button in self.buttons.items():
            button.setChecked(key == self._chosen)
        self.headline.setVisible(answer is not None)
        self.lines.setVisible(answer is not None and bool(answer.lines))
        if answer is None:
            self.fill(())
            return
        self.headline.setText(texts(answer.headline))
        mark(self.headline, "tone", answer.tone)
        self.lines.setText("\n".join(texts(line) for line in answer.lines))
        rows = [RowData(place, finding_look(self.person, finding, answer.names))
                for place, finding in enumerate(answer.findings)]
        self.fill(rows, self._said_below)
