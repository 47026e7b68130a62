"""Was wäre wenn: the same person under other facts, or on another day. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from hin_desktop.domain.calendar import DAY
from hin_desktop.domain.facts import Absence, Facts, German, Segment
from hin_desktop.domain.findings import Status
from hin_desktop.domain.law import LawBook
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is imagined; what is None or false stays as recorded.

    `on`: another day. `title` from `title_from` on (None: from the day looked at). An absence from `departed` to
    `returned`. `german` and `civics`: proved. `work`: full-time work and no more benefits.
    """

    on: date | None = None
    title: str = ""
    title_from: date | None = None
    departed: date | None = None
    returned: date | None = None
    german: German | None = None
    civics: bool = False
    work: bool = False

    @property
    def nothing(self) -> bool:
        """Whether nothing is imagined at all."""
        return self == WhatIf()


def imagined(view: LegalView, change: WhatIf, book: LawBook) -> LegalView:
    """The view as it would be. Raises NoLaw where the day lies before the law on file."""
    on = change.on or (max(view.on, change.title_from) if change.title and change.title_from else view.on)
    facts = view.facts
    if change.title:
        facts = _with_title(facts, change.title, change.title_from or on)
    if change.departed is not None:
        away = Absence(PartialDate.of(change.departed), PartialDate.of(change.returned) if change.returned else None)
        facts = replace(facts, absences=(*facts.absences, away))
    if change.german is not None:
        facts = replace(facts, german=change.german, statuses=_without(facts, "LANG_B1"))
    if change.civics:
        facts = replace(facts, civics_passed=True, statuses=_without(facts, "CIVICS"))
    if change.work:
        facts = replace(facts, full_time_now=True, own_income=True, sgb2_topup=False, sgb12=False,
                        statuses=_without(facts, "LIVELIHOOD"))
    return replace(view, facts=facts, on=on, law=book.on(on))


def _without(facts: Facts, code: str) -> Mapping[str, Status]:
    return MappingProxyType({key: status for key, status in facts.statuses.items() if key != code})


def _with_title(facts: Facts, code: str, start: date) -> Facts:
    """Another title from a day on: what runs then ends the day before, what would begin later is left out."""
    return replace(facts, segments=(*_ended(facts.segments, start), Segment(code, PartialDate.of(start))))


def _ended(segments: Iterable[Segment], start: date) -> Iterable[Segment]:
    for segment in segments:
        if segment.start.latest < start:
            ends_later = segment.until is None or segment.until.latest >= start
            yield replace(segment, until=PartialDate.of(start - DAY)) if ends_later else segment
