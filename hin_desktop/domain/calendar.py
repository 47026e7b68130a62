"""The law's two kinds of periods, the shift off weekends and holidays, and completed age (facts.md § 0.3).

`first_day_after`: the start counts (§ 187 Abs. 2 BGB): residence, possession of a title, marriage, age. `last_day`: the
day of the event does not count (§ 187 Abs. 1, § 188 BGB): remedies, absences, application periods. Every computed day
says which of the two it is.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from holidays import country_holidays

DAY = timedelta(days=1)
MONTHS_OF_A_YEAR = 12
DAYS_OF_A_WEEK = 7
SATURDAY = 5


class Unit(StrEnum):
    """What a span is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as the law names it: so many days, weeks, months or years."""

    length: int
    unit: Unit

    @property
    def months(self) -> int:
        """The length in months; 0 where it is counted in days."""
        if self.unit is Unit.YEARS:
            return self.length * MONTHS_OF_A_YEAR
        return self.length if self.unit is Unit.MONTHS else 0

    @property
    def days(self) -> int:
        """The length in days; 0 where it is counted in months."""
        if self.unit is Unit.WEEKS:
            return self.length * DAYS_OF_A_WEEK
        return self.length if self.unit is Unit.DAYS else 0


class DayKind(StrEnum):
    """Whether a computed day is the first on which something holds, or the last on which something can be done."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class LegalDay:
    """A computed day (inclusive), its kind, and where it was shifted off a weekend or holiday, the day before."""

    day: date
    kind: DayKind
    unshifted: date | None = None


def first_day_after(start: date, span: Span) -> LegalDay:
    """The first day on which a span that began with `start` is over; a missing day is the first of the next month."""
    return LegalDay(first_day(start, span), DayKind.FIRST)


def last_day(event: date, span: Span) -> LegalDay:
    """The last day of a span after an event; a missing day is the last of its month (§ 188 Abs. 3 BGB)."""
    return LegalDay(last(event, span), DayKind.LAST)


def first_day(start: date, span: Span) -> date:
    """As `first_day_after`, the bare day."""
    year, month = _moved(start, span.months)
    if start.day <= _length(year, month):
        return date(year, month, start.day) + span.days * DAY
    return date(*_moved(date(year, month, 1), 1), 1)


def last(event: date, span: Span) -> date:
    """As `last_day`, the bare day."""
    year, month = _moved(event, span.months)
    return date(year, month, min(event.day, _length(year, month))) + span.days * DAY


def back(day: date, span: Span) -> date:
    """The day one span earlier, at most the last of its month: where a window of that length begins."""
    return last(day, Span(-span.length, span.unit))


@lru_cache(maxsize=4096)
def _length(year: int, month: int) -> int:
    """The days of a month; a list of many people asks it a hundred thousand times."""
    return monthrange(year, month)[1]


def _moved(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    return year, month + 1


def shifted(last_of_period: LegalDay, land: str) -> LegalDay:
    """The last day of an act that somebody has to do: off Saturday, Sunday and holidays of the Land.

    § 193 BGB, § 31 Abs. 3 VwVfG, § 222 Abs. 2 ZPO, § 64 Abs. 3 SGG. Never for residence, § 51 AufenthG, § 12b StAG.
    """
    moved = next_working_day(last_of_period.day, land)
    return last_of_period if moved == last_of_period.day else LegalDay(moved, DayKind.LAST, last_of_period.day)


def next_working_day(day: date, land: str) -> date:
    """This day, or the next one that is neither Saturday, Sunday nor a holiday of the Land ('': only nationwide)."""
    while day.weekday() >= SATURDAY or holiday(day, land):
        day += DAY
    return day


def holiday(day: date, land: str) -> str:
    """The German name of the holiday on this day in a Land (code such as NW); '' if it is none."""
    return _holidays(day.year, land).get(day, "")


@lru_cache(maxsize=256)
def _holidays(year: int, land: str) -> dict[date, str]:
    found = country_holidays("DE", subdiv=land or None, years=year, language="de")
    return {day: name for day, name in found.items() if day.year == year}


def completes_age(born: date, age: int) -> date:
    """The first day of being `age` years old; born on 29 February, 1 March in common years (§ 187 Abs. 2 S. 2 BGB)."""
    return first_day(born, Span(age, Unit.YEARS))


def age_on(born: date, day: date) -> int:
    """Completed years of age on a day."""
    return day.year - born.year - (completes_age(born, day.year - born.year) > day)
