"""Days of the practice files: told from the day on which the desk is filled (resources/practice/people.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hin_desktop.domain.date_input import months_later
from hin_desktop.domain.partial_date import PartialDate

PAST_WORKDAY: Final = frozenset({
    "held_on", "opened_on", "closed_on", "next_done_on", "set_on", "privacy_info_on", "lodged_on", "decided_on",
    "recognised_on", "registered_on", "dated_on", "posted_on",
})  # fmt: skip
NEXT_WORKDAY: Final = frozenset({"due_on", "deadline", "plan_review_on"})

_STEP = re.compile(r"([+-])(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(~[my])?")
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Days:
    """Tells the days of the files from the day on which the desk is filled."""

    today: date

    def partial(self, text: str) -> PartialDate:
        """A day, month or year. Raises ValueError."""
        match = _STEP.fullmatch(text)
        if match is None:
            return PartialDate.from_iso(text)
        day = self._moved(match)
        known = {"~y": PartialDate(day.year), "~m": PartialDate(day.year, day.month)}
        return known.get(match[6] or "", PartialDate.of(day))

    def exact(self, text: str, field: str) -> date:
        """A day; those on which somebody works are moved off the weekend. Raises ValueError."""
        day = self.partial(text).exact
        if day is None:
            raise ValueError("the day must be known")
        beyond = day.weekday() - _SATURDAY + 1
        if beyond > 0 and field in PAST_WORKDAY:
            return day - timedelta(days=beyond)
        if beyond > 0 and field in NEXT_WORKDAY:
            return day + timedelta(days=3 - beyond)
        return day

    def _moved(self, match: re.Match[str]) -> date:
        sign = -1 if match[1] == "-" else 1
        years, months, weeks, days = (sign * int(match[group] or 0) for group in (2, 3, 4, 5))
        return months_later(self.today, years * 12 + months) + timedelta(days=weeks * 7 + days)
