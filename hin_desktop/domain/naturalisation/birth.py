"""Becoming German by birth in Germany to foreign parents (§ 4 Abs. 3 StAG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.calendar import first_day
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.titles import NatTitle

UNLIMITED = frozenset({NatTitle.UNLIMITED, NatTitle.UNLIMITED_DOUBTFUL, NatTitle.LIKE_EU})
SWISS = "CH_FZA"


@dataclass(frozen=True, slots=True)
class ByBirth:
    """Whether the child is German by law (None: a fact is missing), and when the parent's time was over."""

    german: bool | None
    five_years_on: date | None


@dataclass(frozen=True, slots=True)
class _Parent:
    title: str
    title_from: PartialDate | None
    lawful_since: PartialDate | None


def by_birth(view: LegalView) -> ByBirth:
    """One parent with five years of lawful residence and an unlimited right on the day of birth is enough."""
    facts, born = view.facts, view.facts.child_born_on
    parents = (_Parent(facts.father_title, facts.father_title_from, facts.father_lawful_since),
               _Parent(facts.mother_title, facts.mother_title_from, facts.mother_lawful_since))
    answers = [(_qualifies(parent, born, view), _five_years(parent, view)) for parent in parents]
    decided = next((day for german, day in answers if german), None)
    entitled = [day for parent, (_, day) in zip(parents, answers, strict=True) if _unlimited(parent, view) and day]
    known = entitled or [day for _, day in answers if day is not None]
    german = True if decided else None if any(answer is None for answer, _ in answers) else False
    return ByBirth(german, decided or min(known, default=None))


def _five_years(parent: _Parent, view: LegalView) -> date | None:
    since = parent.lawful_since
    return first_day(since.latest, view.law.span("stag.residence_parent")) if since is not None else None


def _unlimited(parent: _Parent, view: LegalView) -> bool:
    title = view.codes.titles.find(parent.title)
    return title is not None and (title.nat_title in UNLIMITED or title.code == SWISS)


def _qualifies(parent: _Parent, born: PartialDate | None, view: LegalView) -> bool | None:
    """Whether this parent makes the child German; None while it depends on a fact that is not known."""
    if parent.title and not _unlimited(parent, view):
        return False
    if not parent.title:
        return False
    five_years = _five_years(parent, view)
    if born is None or five_years is None or parent.title_from is None:
        return None
    return five_years <= born.earliest and parent.title_from.latest <= born.earliest
