"""Own rows that no rule knows any more: they count for nothing, and say so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from hin_desktop.services import law, law_versions
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.ui.settings.work_card import WorkCard
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.cards import Row


class LostCard(WorkCard):
    """Hidden while there are none."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, place.kit.texts("Own rows that are not applied"))
        self.rows: list[Row] = []

    def show_rows(self, own: Sequence[LawVersionRow]) -> None:
        """Show those of the own rows that make no rule."""
        self.rows = [self._row(row) for row in own if law.rule_of(row) is None]
        self.set_rows(self.rows)
        self.setVisible(bool(self.rows))

    def _row(self, row: LawVersionRow) -> Row:
        texts = self.kit.texts
        why = texts("The program does not know this parameter, or not such a value: it counts for nothing.")
        made = Row(self.kit, f"{row.key} = {row.value}", why, icon="triangle-alert", tone="soon", opens=False)
        made.add_action("trash-2", texts("Delete")).clicked.connect(partial(self._remove, row))
        return made

    def _remove(self, row: LawVersionRow) -> None:
        self.save(partial(law_versions.remove, self.place.desk, row))
