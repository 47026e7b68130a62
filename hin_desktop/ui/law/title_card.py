"""One residence title with every column of the catalogue in words."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hin_desktop.domain.residence.titles import ResidenceTitle
from hin_desktop.ui.law.entries import title_sign
from hin_desktop.ui.law.title_words import columns
from hin_desktop.ui.widgets.cards import Card, KeyValues, Pill
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import label


class TitleCard(Card):
    """Read only: the catalogue comes with the program."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, " ")
        self.pill = Pill(kit)
        self.facts = KeyValues(kit)
        note = kit.texts("Verified covers the title, the course and the way to a settlement permit; what a title "
                         "counts as for naturalisation, counselling and usual validity are practice, to be checked.")
        self.body.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.facts)
        self.body.addWidget(label(note, tone="muted", size="small", wrap=True))

    def show_title(self, title: ResidenceTitle) -> None:
        """Show a title."""
        texts = self.kit.texts
        self.title.setText(texts.inclusive(title.label(texts.language)))
        self.setAccessibleName(self.title.text())
        sign = title_sign(title)
        self.pill.show_words(texts(sign.words), sign.tone, sign.icon)
        self.facts.set_pairs(columns(title, texts))
