"""What stands out in a person's residence: contradictions, long stays abroad, titles that may have lapsed, vague days.

Overlaps and gaps are named where the titles are listed. An uncertain stay abroad is taken at its longest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from hin_desktop.domain.calendar import DAY, Span, last
from hin_desktop.domain.findings import Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.naturalisation.residence_time import Residence
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.remarks import remarks
from hin_desktop.domain.residence.absences import LIMIT, Away, all_away, interrupting, too_long
from hin_desktop.domain.residence.picture import Hint, Tone
from hin_desktop.domain.residence.timeline import timeline
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.errors import Message

CONTRADICTION: Final = "CONTRADICTION"
LAPSE: Final = "aufenthg.absence"
EU_LIMIT: Final = "freizuegg_eu.absence"
TITLED: Final = frozenset({TitleKind.VISA, TitleKind.PERMIT, TitleKind.BLUE_CARD, TitleKind.ICT, TitleKind.SETTLEMENT})
CLOSE: Final = 1  # so many months, of a limit counted in months, before it is called close


def hints(assessment: Assessment) -> tuple[Hint, ...]:
    """Everything to look at, the gravest first."""
    lived = assessment.residence
    view = lived.view
    found = (*_remarks(view), *_uncovered(view), *_title(assessment), *_abroad(lived), *_vague(view))
    order = list(Tone)
    return tuple(sorted(found, key=lambda hint: -order.index(hint.tone)))


def _remarks(view: LegalView) -> Iterator[Hint]:
    """Contradictions, and what ends for everybody with a title."""
    for each in remarks(view):
        yield Hint(Tone.WRONG if each.code.startswith(CONTRADICTION) else Tone.SOON, each.message, each.ref)


def _uncovered(view: LegalView) -> Iterator[Hint]:
    """Whoever had a status and has none recorded now."""
    line = timeline(view).until(view.on)
    if line and line[-1].until < view.on and not any(
            each.until is None or each.until.latest >= view.on for each in view.facts.segments
            if each.start.earliest <= view.on):
        yield Hint(Tone.WRONG, Message("No status is recorded since {date}.", date=line[-1].until + DAY),
                   line[-1].ref)


def _title(assessment: Assessment) -> Iterator[Hint]:
    """A present title that does not qualify, or of which that is not known: the time alone is not enough."""
    best = assessment.proposed
    finding = best.finding("TITLE") if best is not None else None
    if finding is not None and finding.status in (Status.NOT_MET, Status.OPEN):
        present = assessment.residence.present
        yield Hint(Tone.SOON, finding.explanation, present.ref if present is not None else None, finding.rule)


def _abroad(lived: Residence) -> Iterator[Hint]:
    """One hint a stay abroad that is, may become or may have been too long."""
    view = lived.view
    cut = interrupting(view, eu=lived.eu)
    for away in all_away(view):
        if away in cut:
            yield from _too_long(lived, away)
        elif away.departed > view.on:
            yield from _planned(lived, away)
        elif away.returned is None or away.returned > view.on:
            yield _still_away(lived, away)
        elif _is_close(away, _limit(lived)):
            yield Hint(Tone.MUTED, Message("Abroad for {days} days, close to the limit: keep a proof of the return.",
                                           days=(away.returned - away.departed).days), away.absence.ref,
                       view.law.rule(_rule(lived)))


def _too_long(lived: Residence, away: Away) -> Iterator[Hint]:
    """It interrupts residence; and a title that no deadline keeps may be gone (§ 51 Abs. 1 Nr. 7 AufenthG)."""
    rule = lived.view.law.rule(_rule(lived))
    if _exact(away) or _shortest(away).exceeds(_limit(lived), lived.view.on):
        words = Message("Abroad for too long ({start} to {end}): residence begins anew with the return.",
                        start=away.departed, end=away.back_by(lived.view.on))
    else:
        words = Message("Abroad from {start} to {end}, perhaps for too long: only the exact days decide.",
                        start=away.absence.departed, end=away.absence.returned or lived.view.on)
    yield Hint(Tone.WRONG, words, away.absence.ref, rule)
    held = timeline(lived.view).on(away.departed)
    if not lived.eu and held is not None and held.title.kind in TITLED:
        gone = last(away.departed, lived.view.law.span(LAPSE)) + DAY
        yield Hint(Tone.WRONG, Message("The title held then may have lapsed on {date}; there are exceptions.",
                                       date=gone), away.absence.ref, lived.view.law.rule(LAPSE))


def _planned(lived: Residence, away: Away) -> Iterator[Hint]:
    then = away.returned or date.max - DAY
    if not lived.eu and too_long(away, lived.view.law, then):
        yield Hint(Tone.SOON, Message("The stay abroad planned from {date} would be too long: back by {last}.",
                                      date=away.departed, last=_back_by(lived, away)),
                   away.absence.ref, lived.view.law.rule(LIMIT))


def _still_away(lived: Residence, away: Away) -> Hint:
    words = Message("Abroad since {date}: back by {last}, or residence is interrupted and the title can lapse.",
                    date=away.departed, last=_back_by(lived, away))
    return Hint(Tone.SOON, words, away.absence.ref, lived.view.law.rule(_rule(lived)))


def _back_by(lived: Residence, away: Away) -> date:
    """The last harmless day of return."""
    return max(last(away.departed, _limit(lived)), away.absence.abh_deadline or date.min)


def _rule(lived: Residence) -> str:
    return EU_LIMIT if lived.eu else LIMIT


def _limit(lived: Residence) -> Span:
    return lived.view.law.span(_rule(lived))


def _is_close(away: Away, limit: Span) -> bool:
    return away.returned is not None and away.exceeds(replace(limit, length=limit.length - CLOSE), away.returned)


def _exact(away: Away) -> bool:
    departed, returned = away.absence.departed, away.absence.returned
    return departed.exact is not None and (returned is None or returned.exact is not None)


def _shortest(away: Away) -> Away:
    """The same stay as short as its days allow."""
    absence = away.absence
    return replace(away, departed=absence.departed.latest,
                   returned=absence.returned.earliest if absence.returned is not None else None)


def _vague(view: LegalView) -> Iterator[Hint]:
    """Days that are not known exactly make every date a cautious one."""
    days: list[tuple[PartialDate | None, RecordRef | None]] = []
    for segment in view.facts.segments:
        days += [(segment.start, segment.ref), (segment.until, segment.ref)]
    for absence in view.facts.absences:
        days += [(absence.departed, absence.ref), (absence.returned, absence.ref)]
    for day, ref in {day: ref for day, ref in reversed(days) if day is not None}.items():
        if day.exact is None:
            yield Hint(Tone.MUTED, Message("{date} is not an exact day: the cautious one is taken.", date=day), ref)
