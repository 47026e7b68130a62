"""How long somebody without a lasting title has been here: Duldung, Gestattung or permit (§§ 25a, 25b AufenthG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.calendar import DAY
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.absences import interrupting
from hin_desktop.domain.residence.chain import unbroken_run
from hin_desktop.domain.residence.timeline import Count, Stretch, Timeline, timeline
from hin_desktop.domain.residence.titles import TitleKind

CHANCE = "AE_104C"
HERE = frozenset({TitleKind.PERMIT, TitleKind.BLUE_CARD, TitleKind.ICT, TitleKind.ASYLUM_PROCEDURE})


@dataclass(frozen=True, slots=True)
class Stay:
    """A person on a day: the status, and the line without long stays abroad."""

    view: LegalView
    line: Timeline
    present: Stretch

    @property
    def tolerated(self) -> bool:
        """Whether the person holds a Duldung."""
        return self.present.title.kind is TitleKind.TOLERATION

    @property
    def chance(self) -> bool:
        """Whether the person holds chance residence."""
        return self.present.title.code == CHANCE

    def counts(self, stretch: Stretch) -> bool:
        """Whether it is a Duldung that counts as one: § 60b does not, but for holders of chance residence."""
        unclear = stretch.title.code in self.view.law.codes("aufenthg.identity_time")
        return stretch.title.kind is TitleKind.TOLERATION and stretch.count is not Count.AWAY and (
            self.chance or not unclear)

    def tolerated_since(self) -> date | None:
        """The first day of the Duldung that goes on today."""
        return unbroken_run(self.line, self.view.on, self.counts)

    def here_since(self) -> date | None:
        """The first day of the stay with a Duldung, a Gestattung or a permit that goes on today."""
        return unbroken_run(self.line, self.view.on, self._here)

    def _here(self, stretch: Stretch) -> bool:
        return self.counts(stretch) or (stretch.title.kind in HERE and stretch.count is not Count.AWAY)


def stay_on(view: LegalView) -> Stay | None:
    """The stay of the day; None where no status is recorded for it."""
    whole = timeline(view)
    present = whole.on(view.on)
    if present is None:
        return None
    cuts = ((away.departed + DAY, away.back_by(view.on + DAY) - DAY) for away in interrupting(view, eu=False))
    return Stay(view, whole.without(cuts), present)
