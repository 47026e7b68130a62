"""What an assessment looks at: one person's facts, a day, and the law, titles and nationalities as they then stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from hin_desktop.domain.catalogue import Catalogue
from hin_desktop.domain.facts import Facts
from hin_desktop.domain.law import Law
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.titles import ResidenceTitle

T = TypeVar("T")


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
    _read: dict[Callable[[LegalView], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, reading: Callable[[LegalView], T]) -> T:
        """What a function makes of this view, made once: two dozen rules ask for the same line of days."""
        if reading not in self._read:
            self._read[reading] = reading(self)
        found: T = self._read[reading]
        return found

    @property
    def sources(self) -> Mapping[str, RecordRef]:
        """Which record a fact came from."""
        return self.facts.sources
