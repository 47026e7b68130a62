"""Which counselling service a person belongs to by age and time: JMD, MBE (facts.md §§ 5.1, 5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.calendar import DAY, DayKind, LegalDay, completes_age, first_day_after
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.titles import TitleKind

LASTING = frozenset({TitleKind.PERMIT, TitleKind.BLUE_CARD, TitleKind.ICT, TitleKind.SETTLEMENT,
                     TitleKind.FREE_MOVEMENT, TitleKind.GERMAN, TitleKind.OTHER})


@dataclass(frozen=True, slots=True)
class Programme:
    """`jmd_until`: the last day before the 27th birthday; `mbe_from`: that birthday.

    `mbe_period_end`: the first day after the years in which MBE comes first: a hint, never a limit. Each None where a
    day is missing.
    """

    jmd_from: LegalDay | None
    jmd_until: LegalDay | None
    mbe_from: LegalDay | None
    mbe_period_end: LegalDay | None


def programme(view: LegalView) -> Programme:
    """The days of a person; an uncertain birth is taken at its earliest, so that the change is never too late."""
    born, law = view.facts.birthdate, view.law
    period_end = mbe_period_end(view)
    if born is None:
        return Programme(None, None, None, period_end)
    change = completes_age(born.earliest, law.number("practice.jmd_age"))
    begin = completes_age(born.earliest, law.number("practice.jmd_from"))
    return Programme(LegalDay(begin, DayKind.FIRST), LegalDay(change - DAY, DayKind.LAST),
                     LegalDay(change, DayKind.FIRST), period_end)


def mbe_period_end(view: LegalView) -> LegalDay | None:
    """Three years from the later of entry and the first lasting status."""
    titles = ((each, view.codes.titles.find(each.code)) for each in view.facts.segments)
    lasting = [each.start.latest for each, title in titles if title is not None and title.kind in LASTING]
    entry = [view.facts.entry_on.latest] if view.facts.entry_on is not None else []
    start: date | None = max([*entry, *([min(lasting)] if lasting else [])], default=None)
    return first_day_after(start, view.law.span("practice.mbe_period")) if start is not None else None
