"""Becoming German by birth in Germany to foreign parents (§ 4 Abs. 3 StAG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.calendar import Span, Unit, first_day
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.titles import NatTitle

UNLIMITED = frozenset({NatTitle.UNLIMITED, NatTitle.UNLIMITED_DOUBTFUL, NatTitle.LIKE_EU})
LIKE_UNLIMITED = frozenset({"CH_FZA", "ARB_180"})  # named in § 4 Abs. 3; to check for the association right (facts 3.5)
UNDECIDED = frozenset({NatTitle.OPEN, NatTitle.LIKE_PREVIOUS})
RESIDENCE = "stag.residence_parent"
AT_ONCE = Span(0, Unit.DAYS)


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
    decided = min((day for german, day in answers if german and day), default=None)
    entitled = [day for parent, (_, day) in zip(parents, answers, strict=True) if _unlimited(parent, view) and day]
    known = entitled or [day for _, day in answers if day is not None]
    german = True if decided else None if any(answer is None for answer, _ in answers) else False
    return ByBirth(german, decided or min(known, default=None))


def _five_years(parent: _Parent, view: LegalView) -> date | None:
    since = parent.lawful_since
    return first_day(since.latest, view.law.span(RESIDENCE)) if since is not None else None


def _unlimited(parent: _Parent, view: LegalView) -> bool | None:
    """Whether the right is unlimited; None where the title is not known or does not tell."""
    title = view.codes.titles.find(parent.title)
    if title is None or title.nat_title in UNDECIDED:
        return None
    return title.nat_title in UNLIMITED or title.code in LIKE_UNLIMITED


def _qualifies(parent: _Parent, born: PartialDate | None, view: LegalView) -> bool | None:
    """Whether this parent makes the child German; None while it depends on a fact that is not known.

    What counts is the law of the day of birth: None where the version at hand did not stand then.
    """
    unlimited = _unlimited(parent, view)
    if not (parent.title or parent.lawful_since) or unlimited is False:
        return False
    rule = view.law.rule(RESIDENCE)
    if born is None or not (rule.in_force(born.earliest) and rule.in_force(born.latest)):
        return None
    answers = (unlimited, _over(parent.lawful_since, view.law.span(RESIDENCE), born),
               _over(parent.title_from, AT_ONCE, born))
    return False if False in answers else None if None in answers else True


def _over(since: PartialDate | None, span: Span, born: PartialDate) -> bool | None:
    """Whether a span was over on the day of birth; None where the days do not tell."""
    if since is None:
        return None
    if first_day(since.latest, span) <= born.earliest:
        return True
    return None if first_day(since.earliest, span) <= born.latest else False
