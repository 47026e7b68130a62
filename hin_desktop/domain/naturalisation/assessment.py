"""The assessment: every path, the best of them, what stands beside it, and what is contradictory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.facts import GERMAN_NATIONALITY
from hin_desktop.domain.findings import Finding
from hin_desktop.domain.law import Law
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.paths import Path, PathAssessment, assess_paths
from hin_desktop.domain.naturalisation.residence_time import Residence, residence
from hin_desktop.domain.residence.timeline import Count
from hin_desktop.errors import Message


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the law of a day says to the recorded facts. `paths`: the best first; empty for Germans."""

    on: date
    law: Law
    paths: tuple[PathAssessment, ...]
    residence: Residence

    @property
    def german(self) -> bool:
        """Whether the person is German already."""
        return not self.paths

    @property
    def proposed(self) -> PathAssessment | None:
        """The path with the fewest requirements missing; of equals the earlier one."""
        return self.paths[0] if self.paths else None

    @property
    def alternative(self) -> PathAssessment | None:
        """The next one that may be proposed."""
        return next((path for path in self.paths[1:] if path.path is not Path.DISCRETION), None)

    @property
    def next_steps(self) -> tuple[Message, ...]:
        """What to do next on the proposed path, in the order of the checklist."""
        findings: tuple[Finding, ...] = self.proposed.findings if self.proposed is not None else ()
        return tuple(dict.fromkeys(finding.advice for finding in findings if finding.advice is not None))


def assess(view: LegalView) -> Assessment:
    """Assess a person on the day of the view."""
    lived = residence(view)
    german = (lived.present.count is Count.GERMAN if lived.present is not None
              else GERMAN_NATIONALITY in view.facts.nationality)
    paths = () if german else sorted(assess_paths(lived), key=_best_first)
    return Assessment(view.on, view.law, tuple(paths), lived)


def _best_first(path: PathAssessment) -> tuple[bool, int, date, int]:
    """Fewest missing, then the earliest, then the order of the paths; discretion last of all."""
    return (path.path is Path.DISCRETION, len(path.missing), path.earliest or date.max, list(Path).index(path.path))
