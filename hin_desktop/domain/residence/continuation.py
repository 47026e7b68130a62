"""Titles that go on beyond the printed day without an application (§ 2 UkraineAufenthFGV).

Whoever reads an end of a title reads it here, so that every place says the same day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from hin_desktop.domain.calendar import DAY
from hin_desktop.domain.facts import Segment
from hin_desktop.domain.law import Law
from hin_desktop.domain.partial_date import PartialDate

TEMPORARY: Final = "AE_24"
END: Final = "ukraineaufenthfgv.extension_end"
CUTOFF: Final = "ukraineaufenthfgv.extension_cutoff"


def continues(segment: Segment, law: Law) -> bool:
    """Whether a title under § 24 was valid on the cut-off day and so goes on, or ends, by ordinance."""
    if segment.code != TEMPORARY or law.find(CUTOFF) is None or segment.start.earliest > law.date(CUTOFF):
        return False
    until = segment.until
    return until is None or (until.latest >= law.date(CUTOFF) and until.earliest <= law.date(END))


def lasting(segments: Sequence[Segment], law: Law) -> tuple[Segment, ...]:
    """The segments with their ends as the law of a day has them; asking twice changes nothing."""
    return tuple(_through(each, _last(each, segments, law)) if continues(each, law) else each for each in segments)


def _last(segment: Segment, segments: Sequence[Segment], law: Law) -> date:
    """The last day of the ordinance, or the day before the next status: what is issued anew continues no more."""
    following = (each.start.earliest - DAY for each in segments if each.start.earliest > segment.start.latest)
    return min((law.date(END), *following))


def _through(segment: Segment, last: date) -> Segment:
    """Through a day, never shorter than it is recorded."""
    kept = segment.until is not None and segment.until.earliest >= last
    return segment if kept else replace(segment, until=PartialDate.of(last))
