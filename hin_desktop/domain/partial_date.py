"""Dates as people know them: a day, a month, or only a year.

Stored and exchanged as ISO text of its own length: '2019', '2019-05', '2019-05-03'. The rules never guess:
they take the earliest or the latest day that the date may mean.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or month and day, may be unknown (None). Impossible dates raise ValueError."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day without a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A date known to the day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read '2019', '2019-05' or '2019-05-03'; anything else raises ValueError."""
        return _read(text)

    @property
    def iso(self) -> str:
        """The ISO text, as long as what is known."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def exact(self) -> date | None:
        """The day, if it is known."""
        return None if self.month is None or self.day is None else date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        """The first day that this may be (inclusive)."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that this may be (inclusive)."""
        month = self.month or DECEMBER
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """As written in German: 2019, 05/2019, 03.05.2019; the same in every language, for it cannot be misread."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.month:02}/{self.year:04}"
        return f"{self.day:02}.{self.month:02}.{self.year:04}"


@lru_cache(maxsize=4096)
def _read(text: str) -> PartialDate:
    """The same days come again and again where many people are read."""
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError("not an ISO date of a year, month or day")
    return PartialDate(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]  # the year is always there
