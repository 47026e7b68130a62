"""What an assessment looks at: one person's facts, a day, and the law, titles and nationalities as they then stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.catalogue import Catalogue
from hin_desktop.domain.facts import Facts
from hin_desktop.domain.law import Law
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.titles import ResidenceTitle


@dataclass(frozen=True, slots=True)
class Codes:
    """The catalogues that the rules need: residence titles, and the nationalities with free movement (EU, EEA)."""

    titles: Catalogue[ResidenceTitle]
    free_movement: frozenset[str]


@dataclass(frozen=True, slots=True)
class LegalView:
    """Handed to every rule."""

    facts: Facts
    on: date
    law: Law
    codes: Codes

    @property
    def sources(self) -> Mapping[str, RecordRef]:
        """Which record a fact came from."""
        return self.facts.sources
