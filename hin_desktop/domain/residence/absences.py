"""Stays abroad: which of them interrupt habitual residence or end a title, and how many days they add up to.

§ 12b Abs. 1 StAG, § 51 Abs. 1 Nr. 7 AufenthG; for Union citizens and their families § 4a Abs. 6 FreizügG/EU instead.
An uncertain absence is taken at its longest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.calendar import Span, back, last
from hin_desktop.domain.facts import Absence, AbsenceReason
from hin_desktop.domain.law import Law
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.titles import TitleKind

LIMIT = "stag.absence"
IMPORTANT = frozenset({AbsenceReason.CHILDBIRTH, AbsenceReason.ILLNESS, AbsenceReason.STUDY,
                       AbsenceReason.VOCATIONAL_TRAINING, AbsenceReason.POSTING})
LIKE_EU = "GB_16"


@dataclass(frozen=True, slots=True)
class Away:
    """A stay abroad with its cautious days of travel; `returned` None: still away on the day of the view."""

    departed: date
    returned: date | None
    absence: Absence

    def back_by(self, day: date) -> date:
        """The day of return, at the latest this day."""
        return min(self.returned, day) if self.returned is not None else day

    def exceeds(self, limit: Span, on: date) -> bool:
        """Whether it was longer than a span: the day of departure does not count."""
        return self.back_by(max(on, self.departed)) > last(self.departed, limit)


def all_away(view: LegalView) -> tuple[Away, ...]:
    """Every stay abroad, the oldest first."""
    return view.once(_all_away)


def _all_away(view: LegalView) -> tuple[Away, ...]:
    found = (Away(each.departed.earliest, each.returned.latest if each.returned else None, each)
             for each in view.facts.absences)
    return tuple(sorted(found, key=lambda away: (away.departed, away.returned or date.max)))


def under_eu_rule(view: LegalView) -> bool:
    """Whether § 4a Abs. 6 FreizügG/EU stands in the place of § 12b Abs. 1 S. 1–3 StAG."""
    titles = (view.codes.titles.find(each.code) for each in view.facts.segments if each.start.earliest <= view.on)
    return bool(view.codes.free_movement & set(view.facts.nationality)) or any(
        title is not None and (title.kind is TitleKind.FREE_MOVEMENT or title.code == LIKE_EU) for title in titles)


def interrupting(view: LegalView, *, eu: bool) -> tuple[Away, ...]:
    """The stays abroad, begun by the day of the view, that interrupt residence; it begins anew with the return."""
    away = [each for each in all_away(view) if each.departed <= view.on]
    return _beyond_eu_rule(away, view) if eu else tuple(each for each in away if too_long(each, view.law, view.on))


def too_long(away: Away, law: Law, on: date) -> bool:
    """Over six months, or over the longer period that the Ausländerbehörde set (§ 12b Abs. 1 S. 1, 2 StAG)."""
    deadline = away.absence.abh_deadline
    kept = deadline is not None and away.back_by(max(on, away.departed)) <= deadline
    return away.exceeds(law.span(LIMIT), on) and not kept


def _beyond_eu_rule(away: Sequence[Away], view: LegalView) -> tuple[Away, ...]:
    """Six months in any twelve, military service aside; one absence of up to twelve months for an important reason.

    That one is used where it is needed, however short it was.
    """
    once, found, counted = False, [], list[Away]()
    for each in away:
        if each.absence.reason is AbsenceReason.MILITARY:
            continue
        counted.append(each)
        if not _over_six_months_a_year(counted, each, view):
            continue
        excused = None if once else _excused(counted, each, view)
        if excused is None:
            found.append(each)
        else:
            once = True
            counted.remove(excused)
    return tuple(found)


def _excused(counted: Sequence[Away], latest: Away, view: LegalView) -> Away | None:
    """The absence for an important reason without which the year is not over the limit."""
    once = view.law.span("freizuegg_eu.absence_once")
    important = (each for each in counted if each.absence.reason in IMPORTANT and not each.exceeds(once, view.on))
    return next((each for each in important if not _over_six_months_a_year(
        [other for other in counted if other is not each], latest, view)), None)


def _over_six_months_a_year(away: Sequence[Away], latest: Away, view: LegalView) -> bool:
    """Whether the twelve months before the return from the latest are over the limit."""
    returned, year = latest.back_by(view.on), view.law.span("freizuegg_eu.absence_year")
    window = back(returned, year)
    inside = [each for each in away if each.back_by(returned) > window]
    if not inside:
        return False
    first = max(min(each.departed for each in inside), window)
    return days_of(inside, first, returned) > (last(first, view.law.span("freizuegg_eu.absence")) - first).days


def days_away(view: LegalView, window_start: date) -> int:
    """Days abroad from a day up to the view's: return less departure (vocabulary.md 5)."""
    return days_of(all_away(view), window_start, view.on)


def days_of(away: Iterable[Away], first: date, on: date) -> int:
    """Days abroad from a day up to another; of stays that overlap each day counts once. The oldest comes first."""
    days, counted = 0, first
    for each in away:
        until = each.back_by(on)
        days += max(0, (until - max(each.departed, counted)).days)
        counted = max(counted, until)
    return days
