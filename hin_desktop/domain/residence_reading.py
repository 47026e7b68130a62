"""A person's residence read for the eye: what each day counts as and why, what stands out, and when it is enough.

The same rules as the assessment, told along the line of days; nothing is computed here that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from hin_desktop.domain.calendar import DAY
from hin_desktop.domain.facts import Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.naturalisation.residence_time import Residence
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.absences import all_away, interrupting
from hin_desktop.domain.residence.chain import Chain
from hin_desktop.domain.residence.picture import Band, Counts, Meaning, Part, PartKind, Picture
from hin_desktop.domain.residence.timeline import Count, Stretch, Timeline, exact, timeline
from hin_desktop.domain.residence.titles import ResidenceTitle, SettlementCount, TitleKind
from hin_desktop.domain.residence_hints import hints
from hin_desktop.errors import Message

POSSESSION: Final = {
    SettlementCount.YES: Counts.FULL, SettlementCount.YES_WITH_PROCEDURE: Counts.FULL,
    SettlementCount.BY_EQUIVALENCE: Counts.FULL, SettlementCount.HALF: Counts.HALF,
    SettlementCount.PROCEDURE: Counts.PROCEDURE}
SETTLEMENT_WORDS: Final = {
    Counts.FULL: Message("Counts as possession of a residence permit."),
    Counts.HALF: Message("Counts half (study and training)."),
    Counts.PROCEDURE: Message("Asylum procedure: counts only for § 26 Abs. 3 and 4 AufenthG."),
    Counts.REACHED: Message("A permanent right already."),
    Counts.NO: Message("Does not count."),
}


def read(assessment: Assessment) -> Picture:
    """The picture of a person on the day of the assessment."""
    lived, chain = assessment.residence, _chain(assessment)
    line = timeline(lived.view)
    days = tuple(_merged(_naturalisation(lived, chain)))
    possession = tuple(_merged(_settlement(lived)))
    parts = (*_periods(lived.view, line), *_gaps(lived.view, line), *_absences(lived))
    told = tuple(replace(part, naturalisation=_within(days, part), settlement=_within(possession, part))
                 if part.kind is PartKind.PERIOD else part for part in sorted(parts, key=_place))
    return replace(_said(assessment), parts=told, naturalisation=(*days, *_expected(assessment, chain)),
                   settlement=possession, hints=hints(assessment))


def _said(assessment: Assessment) -> Picture:
    """The day on which the required residence is over, on the path that is proposed."""
    best = assessment.proposed
    if best is None:
        return Picture(today=assessment.on, german=True)
    return Picture(today=assessment.on, met_on=best.residence_met_on, finding=best.duration.finding)


def _chain(assessment: Assessment) -> Chain | None:
    return assessment.proposed.duration.time.chain if assessment.proposed is not None else None


def _place(part: Part) -> tuple[date, date, str]:
    return part.first, part.last or date.max, part.kind


def _periods(view: LegalView, line: Timeline) -> Iterator[Part]:
    """Every recorded status, overlapping ones too; a later one than the day of the view as well."""
    certain = {segment: (start, until) for start, until, segment in exact(view.facts.segments)}
    present = line.on(view.on)
    for segment in view.facts.segments:
        start, until = certain.get(segment, (segment.start.latest, segment.start.latest - DAY))
        title = view.codes.titles.find(segment.code)
        yield Part(kind=PartKind.PERIOD, begins=segment.start, ends=segment.until, start=start,
                   until=until if until < date.max else None, code=segment.code, sign=_sign(segment, title, view.on),
                   current=present is not None and present.held and segment.ref == present.ref
                   and segment.code == present.code, ref=segment.ref)


def _sign(segment: Segment, title: ResidenceTitle | None, on: date) -> str:
    """The paragraph as it is numbered now; the code where the catalogue knows none."""
    return title.legal_basis_on(on) if title is not None else segment.code


def _gaps(view: LegalView, line: Timeline) -> Iterator[Part]:
    """Days that certainly no status covers, up to the day of the view; what the law bridges is no gap."""
    for start, until in _uncovered(view):
        for stretch in line.stretches:
            if stretch.start <= start <= stretch.until:
                start = stretch.until + DAY if stretch.until < date.max else date.max
            elif start < stretch.start <= until:
                until = stretch.start - DAY
        if start <= until:
            kind = PartKind.LATE_GAP if line.explained(start, until) else PartKind.GAP
            yield Part(kind=kind, begins=PartialDate.of(start), start=start, until=until,
                       ends=PartialDate.of(until) if until < view.on else None)


def _uncovered(view: LegalView) -> Iterator[tuple[date, date]]:
    """First and last day of what lies between or after the recorded statuses, in every reading of their days."""
    covered: date | None = None
    for segment in sorted(view.facts.segments, key=lambda each: each.start.earliest):
        if covered is not None and covered < min(segment.start.earliest - DAY, view.on):
            yield covered + DAY, min(segment.start.earliest - DAY, view.on)
        end = segment.until.latest if segment.until is not None else date.max
        covered = end if covered is None else max(covered, end)
    if covered is not None and covered < view.on:
        yield covered + DAY, view.on


def _absences(lived: Residence) -> Iterator[Part]:
    """Every stay abroad, at its longest."""
    long = interrupting(lived.view, eu=lived.eu)
    for away in all_away(lived.view):
        absence = away.absence
        yield Part(kind=PartKind.LONG_ABSENCE if away in long else PartKind.ABSENCE, begins=absence.departed,
                   ends=absence.returned, start=away.departed, until=away.returned, ref=absence.ref)


def _naturalisation(lived: Residence, chain: Chain | None) -> Iterator[Band]:
    """What the days up to the view count as; what lies before the chain counts at most by discretion."""
    on = lived.view.on
    if lived.present is not None and lived.present.count is Count.GERMAN:
        return
    for stretch in lived.line.until(on):
        before = chain is None or stretch.until < chain.start
        yield Band(stretch.start, min(stretch.until, on), _counted(lived, stretch, before=before))


def _counted(lived: Residence, stretch: Stretch, *, before: bool) -> Meaning:
    law = lived.view.law
    if stretch.count is Count.AWAY:
        absence = law.rule("freizuegg_eu.absence" if lived.eu else "stag.absence")
        return Meaning(Counts.NO, Message("Abroad for too long: residence begins anew with the return."), absence)
    if stretch.count is Count.SUSPENDED:
        return Meaning(Counts.NO, Message("Applied for too late: no interruption, but not credited."),
                       law.rule("stag.late_application"))
    if not stretch.counts:
        procedure = stretch.title.kind is TitleKind.ASYLUM_PROCEDURE
        return (Meaning(Counts.NO, Message("Counts only where protection was granted."),
                        law.rule("asylg.procedure_time"))
                if procedure else Meaning(Counts.NO, Message("Does not count.")))
    if before:
        return Meaning(Counts.EARLIER, Message("Before an interruption: credited at most by discretion."),
                       law.rule("stag.credit"))
    return _credited(lived, stretch)


def _credited(lived: Residence, stretch: Stretch) -> Meaning:
    if stretch.count is Count.DOUBTFUL:
        return Meaning(Counts.DOUBTFUL, Message("Lawful, but perhaps not habitual: the purpose is temporary."))
    if stretch.title.kind is TitleKind.ASYLUM_PROCEDURE:
        return Meaning(Counts.FULL, Message("Counts because protection was granted."),
                       lived.view.law.rule("asylg.procedure_time"))
    return Meaning(Counts.FULL, Message("Counts as lawful habitual residence."))


def _expected(assessment: Assessment, chain: Chain | None) -> Iterator[Band]:
    """From tomorrow to the day on which it is enough, if nothing changes."""
    met_on = assessment.proposed.residence_met_on if assessment.proposed is not None else None
    if chain is not None and met_on is not None and met_on > assessment.on:
        words = Message("Still to come, if nothing changes.")
        yield Band(assessment.on + DAY, met_on, Meaning(Counts.EXPECTED, words))


def _settlement(lived: Residence) -> Iterator[Band]:
    """Possession of a title, as the catalogue has it for each (§ 9 Abs. 2 S. 1 Nr. 1 AufenthG)."""
    on = lived.view.on
    for stretch in lived.line.until(on):
        yield Band(stretch.start, min(stretch.until, on), _possession(lived, stretch))


def _possession(lived: Residence, stretch: Stretch) -> Meaning:
    if stretch.count is Count.AWAY:
        return Meaning(Counts.NO, Message("Abroad for too long: the title can lapse."),
                       lived.view.law.rule("freizuegg_eu.absence" if lived.eu else "aufenthg.absence"))
    if stretch.title.permanent:
        counts = Counts.REACHED
    else:
        counts = POSSESSION.get(stretch.title.settlement_count, Counts.NO) if stretch.held else Counts.NO
    return Meaning(counts, SETTLEMENT_WORDS[counts])


def _merged(bands: Iterable[Band]) -> Iterator[Band]:
    """Neighbours that count alike, for the same reason, are one."""
    kept: Band | None = None
    for band in bands:
        if kept is not None and kept.meaning == band.meaning and kept.until + DAY == band.start:
            kept = replace(kept, until=band.until)
            continue
        if kept is not None:
            yield kept
        kept = band
    if kept is not None:
        yield kept


def _within(bands: Sequence[Band], part: Part) -> tuple[Band, ...]:
    """The bands in the days of a part."""
    until = part.until or date.max
    return tuple(replace(band, start=max(band.start, part.start), until=min(band.until, until))
                 for band in bands if band.start <= until and part.start <= band.until)
