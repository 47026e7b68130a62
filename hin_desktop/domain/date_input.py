"""Reading a date as it is typed in the counselling room: 03.02.25, 3.2., 2019, 5/2019, 3. Mai 2019, +6w, heute.

The day stands before the month, as in Germany. Years are completed by two rules, so that the same keys always give
the same date:

- *two digits*: the year from 79 years back to 20 years ahead of today; with `prefer_past` (births, arrivals) the latest
  such year that does not lie after today.
- *no year*: the day nearest to today (the later one of two equally near); with `prefer_past` the latest that is not
  after today.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import HinError, Message

MONTHS = (
    Message("January"),
    Message("February"),
    Message("March"),
    Message("April"),
    Message("May"),
    Message("June"),
    Message("July"),
    Message("August"),
    Message("September"),
    Message("October"),
    Message("November"),
    Message("December"),
)
EARLIEST_YEAR, LATEST_YEAR = 1850, 2199
_YEARS_AHEAD = 20

_WORDS = {
    "heute": 0, "today": 0, "gestern": -1, "yesterday": -1, "vorgestern": -2,
    "morgen": 1, "tomorrow": 1, "übermorgen": 2, "uebermorgen": 2,
}  # fmt: skip
_UNITS = {"t": "day", "d": "day", "w": "week", "m": "month", "j": "year", "y": "year"}
_NAMES = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_OTHER_NAMES = {"mär": "mar", "mrz": "mar", "mae": "mar", "may": "mai", "oct": "okt", "dec": "dez"}

_RELATIVE = re.compile(r"([+-])\s*(\d{1,4})\s*([a-z])[a-zä]*")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?")
_FULL = re.compile(r"(?P<day>\d{1,2})(?P<gap>[./])(?P<month>\d{1,2})(?:(?P=gap)(?P<year>\d{4}|\d{2})?)?")
_MONTH = re.compile(r"(?P<month>\d{1,2})[./](?P<year>\d{4})")
_YEAR = re.compile(r"(?P<year>\d{4})")
_DIGITS = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?(?: ?(?:uhr|h))?")
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s*)?([^\W\d]{3,9})\.?\s*(\d{4}|\d{2})?")


class DateProblem(HinError):
    """What was typed is no date, or none that exists; the message says why."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The numbers as they were typed; `year` as text because two digits mean something else than four."""

    year: str | None
    month: int | None
    day: int | None


def read_date(text: str, today: date, *, partial: bool = False, prefer_past: bool = False) -> PartialDate:
    """The date that `text` means on the day `today`; raises DateProblem.

    `partial` allows a month or a year alone. `prefer_past` completes years towards the past (see the module).
    """
    typed = " ".join(text.casefold().split())
    if not typed:
        raise DateProblem(Message("Please enter a date."))
    moved = _moved(typed, today)
    if moved is not None:
        return PartialDate.of(moved)
    parts = _parts(typed)
    if parts.day is None and not partial:
        raise DateProblem(Message("Please enter the whole date, with day and month, for example 03.02.2025."))
    _check_month(parts.month)
    year = _year(parts, today, prefer_past)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise _too_far(str(year))
    _check_day(year, parts)
    return PartialDate(year, parts.month, parts.day)


def read_time(text: str) -> time:
    """The time of day in 9:30, 9.30, 930, 14 or 14 Uhr; raises DateProblem."""
    match = _CLOCK.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        raise DateProblem(Message("This is not a time of day. Write it like 9:30."))
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        raise DateProblem(Message("There is no such time: a day has hours 0 to 23 and minutes 0 to 59."))
    return time(hour, minute)


def _moved(typed: str, today: date) -> date | None:
    """The day for a word (heute, morgen) or a step from today (+6w, -2m); None for anything else."""
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    match = _RELATIVE.fullmatch(typed)
    unit = _UNITS.get(match[3]) if match else None
    if match is None or unit is None:
        return None
    step = int(match[2]) * (-1 if match[1] == "-" else 1)
    if unit in ("day", "week"):
        day = today + timedelta(days=step * (7 if unit == "week" else 1))
    else:
        day = months_later(today, step * (12 if unit == "year" else 1))
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise _too_far(str(day.year))
    return day


def months_later(day: date, months: int) -> date:
    """The same day `months` later (or earlier); the last day of that month where it is shorter.

    For planning only: periods of the law have functions of their own. Raises DateProblem outside 1850..2199.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise _too_far(str(year))
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _parts(typed: str) -> _Parts:
    for pattern in (_ISO, _MONTH, _FULL, _YEAR, _DIGITS):
        match = pattern.fullmatch(typed.replace(" ", ""))
        if match is not None:
            found = match.groupdict()
            month, day = found.get("month"), found.get("day")
            return _Parts(found["year"], int(month) if month else None, int(day) if day else None)
    named = _NAMED.fullmatch(typed)
    month_number = _month_number(named[2]) if named else None
    if named is None or month_number is None or (named[1] is None and named[3] is None):
        raise DateProblem(Message("This is not a date. Write it like 03.02.2025, 3.2. or +6w."))
    return _Parts(named[3], month_number, int(named[1]) if named[1] else None)


def _month_number(name: str) -> int | None:
    short = name[:3]
    short = _OTHER_NAMES.get(short, short)
    return _NAMES.index(short) + 1 if short in _NAMES else None


def _check_month(month: int | None) -> None:
    if month is not None and not 1 <= month <= 12:
        raise DateProblem(Message("There is no month {month}. Months go from 1 to 12.", month=month))


def _check_day(year: int, parts: _Parts) -> None:
    if parts.month is None or parts.day is None:
        return
    days = calendar.monthrange(year, parts.month)[1]
    if not 1 <= parts.day <= days:
        values = {"day": parts.day, "month": MONTHS[parts.month - 1], "year": year, "days": days}
        raise DateProblem(Message("There is no day {day}: {month} {year} has {days} days.", **values))


def _too_far(year: str) -> DateProblem:
    values = {"year": year, "first": EARLIEST_YEAR, "last": LATEST_YEAR}
    return DateProblem(Message("The year {year} is out of reach. It must lie between {first} and {last}.", **values))


def _year(parts: _Parts, today: date, prefer_past: bool) -> int:
    if parts.year is None:
        return _nearest_year(parts, today, prefer_past)
    if len(parts.year) > 2:
        return int(parts.year)
    latest = today.year if prefer_past else today.year + _YEARS_AHEAD
    year = latest - (latest - int(parts.year)) % 100
    return year - 100 if prefer_past and _after(year, parts, today) else year


def _after(year: int, parts: _Parts, today: date) -> bool:
    """Whether the date of this year lies after today, as far as it is known."""
    return (year, parts.month or 0, parts.day or 0) > (today.year, today.month, today.day)


def _nearest_year(parts: _Parts, today: date, prefer_past: bool) -> int:
    """The year that a day without one means; this year if it exists in none (checked next)."""
    years = [year for year in (today.year - 1, today.year, today.year + 1) if _exists(year, parts)]
    if prefer_past:
        years = [year for year in years if not _after(year, parts, today)]
    if not years or parts.month is None or parts.day is None:
        return today.year
    return min(reversed(years), key=lambda year: abs(date(year, parts.month or 1, parts.day or 1) - today))


def _exists(year: int, parts: _Parts) -> bool:
    if parts.month is None or parts.day is None:
        return False
    return 1 <= parts.day <= calendar.monthrange(year, parts.month)[1]
