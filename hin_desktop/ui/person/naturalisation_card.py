"""Naturalisation at a glance: from when the time is met, and the few requirements that tell most."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from hin_desktop.domain import answers
from hin_desktop.domain.findings import Finding
from hin_desktop.domain.naturalisation.paths import PathAssessment
from hin_desktop.domain.naturalisation.requirement import NAMES
from hin_desktop.services.assessments import Prospects
from hin_desktop.ui.person.deadline_look import PROSPECTS
from hin_desktop.ui.person.finding_look import finding_look
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.row_card import RowCard, RowData
from hin_desktop.ui.shell.theme import mark
from hin_desktop.ui.widgets.parts import label

TELLING: Final = 5


class NaturalisationCard(RowCard):
    """Hidden until the law has been asked, and for Germans and the dead; each line leads to the whole assessment."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person.kit, person.texts("Naturalisation"))
        self.person = person
        self.headline = label("", size="headline", wrap=True)
        side = person.kit.theme.px(8)
        self.headline.setContentsMargins(side, 0, side, 0)
        self.add_above(self.headline)
        self._open = partial(person.wanted.emit, PROSPECTS, None)
        self.add_link(person.texts("Prospects")).clicked.connect(self._open)
        self.hide()

    def show_law(self, read: Prospects | None) -> None:
        """What the law says by now (None: not asked yet)."""
        best = read.naturalisation.proposed if read is not None else None
        alive = self.person.overview.client.date_of_death is None
        self.setVisible(best is not None and alive)
        if read is not None and best is not None and alive:
            self._show(read, best)

    def _show(self, read: Prospects, path: PathAssessment) -> None:
        texts, on = self.person.texts, read.naturalisation.on
        answer = answers.naturalisation(read.naturalisation)[0]
        self.headline.setText(texts(answer.headline))
        mark(self.headline, "tone", answer.tone)
        rows = [self._row(place, finding) for place, finding in enumerate(answers.telling(path, TELLING))]
        self.fill(rows, (texts("Non-binding · law of {date}", date=on),))

    def _row(self, place: int, finding: Finding) -> RowData:
        look = finding_look(self.person, finding, NAMES)
        return RowData(place, replace(look, more=(), links=()), self._open)
