"""How far a person is: one small rule a station, from the recorded facts as they stood on a day.

Records of a later day are as if unknown. A date known only by month or year counts from its first possible day;
a status counts as ended only after its last possible day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from hin_desktop.domain.calendar import age_on
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import (
    LawFinding,
    Milestone,
    PathFacts,
    PathRules,
    RecordRef,
    ResidenceFact,
    Station,
    StationKey,
    StationState,
)
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.errors import Message

FOURTH = (StationKey.WORK, StationKey.SCHOOL)
NOT_COMPUTED = Message("not yet computed")
NOTHING_RECORDED = Message("nothing recorded yet")
NAMES = {
    StationKey.ARRIVAL: Message("Arrival"),
    StationKey.FIRST_TALK: Message("First talk"),
    StationKey.LANGUAGE: Message("Language & course"),
    StationKey.WORK: Message("Work & training"),
    StationKey.SCHOOL: Message("School & training"),
    StationKey.RESIDENCE: Message("Securing residence"),
    StationKey.NATURALISATION: Message("Naturalisation"),
}


def read_path(
    facts: PathFacts, on: date, rules: PathRules, findings: Mapping[StationKey, LawFinding] | None = None
) -> tuple[Station, ...]:
    """The six stations as of `on`, in their order.

    Of the stations that the facts leave open the first is the next one. A station set by hand wins, a finding of
    the law answers only where the facts do not.
    """
    view = _View(facts, on, rules, findings or {})
    read = (_arrival(view), _first_talk(view), _language(view), _work(view), _residence(view), _naturalisation(view))
    stations = tuple(_overridden(_documented(station, view), view) for station in read)
    if facts.death is not None and facts.death.earliest <= on:
        return tuple(_ended(station, facts.death) for station in stations)
    return _one_next(stations, view)


@dataclass(frozen=True, slots=True)
class _View:
    """The facts as they stood on a day."""

    facts: PathFacts
    on: date
    rules: PathRules
    findings: Mapping[StationKey, LawFinding]

    def happened(self, day: PartialDate | None) -> bool:
        """Whether it may have happened by then."""
        return day is not None and day.earliest <= self.on

    def running(self, until: PartialDate | None) -> bool:
        """Whether what ends on that day (inclusive) may still last."""
        return until is None or until.latest >= self.on

    def steps(self, *keys: StationKey) -> list[Milestone]:
        """Every milestone of these stations, the oldest first."""
        found = (m for m in self.facts.milestones if m.station in keys and self.happened(m.on))
        return sorted(found, key=lambda m: (m.on.earliest, m.ref.id))

    def reached(self, *keys: StationKey) -> list[Milestone]:
        """Those that these stations are for."""
        return [m for m in self.steps(*keys) if m.reaches]

    def begun(self, *keys: StationKey) -> list[Milestone]:
        """Those that lead there."""
        return [m for m in self.steps(*keys) if m.begins and not m.reaches]

    def residence(self) -> list[ResidenceFact]:
        """Every right of residence that has begun, the one that lasts longest at the end."""
        begun = (p for p in self.facts.residence if p.kind != TitleKind.NONE and self.happened(p.valid_from))
        return sorted(begun, key=lambda p: (_end(p), p.valid_from.earliest, p.ref.id))


def _end(period: ResidenceFact) -> date:
    return date.max if period.valid_until is None else period.valid_until.latest


def _station(
    key: StationKey,
    state: StationState,
    detail: Message,
    since: PartialDate | None = None,
    records: Iterable[RecordRef] = (),
    missing: tuple[Message, ...] = (),
) -> Station:
    return Station(key, NAMES[key], state, detail, since, None, tuple(records), missing)


def _done(key: StationKey, day: PartialDate, *records: RecordRef) -> Station:
    return _station(key, StationState.DONE, Message("{date}", date=day), day, records)


def _open(key: StationKey, view: _View, detail: Message, *missing: Message) -> Station:
    """A station the facts leave open: the law's answer, or the next thing to do."""
    finding = view.findings.get(key)
    if finding is not None:
        return _station(key, finding.state, finding.detail, finding.since, (), finding.missing or missing)
    return _station(key, StationState.NEXT, detail, None, (), missing)


def _arrival(view: _View) -> Station:
    key, facts = StationKey.ARRIVAL, view.facts
    reached = view.reached(key)
    if facts.arrival_germany is not None and view.happened(facts.arrival_germany):
        return _done(key, facts.arrival_germany, facts.client)
    if reached:
        return _done(key, reached[0].on, reached[0].ref)
    missing = (Message("Date of arrival in Germany"),)
    if facts.arrival_town is not None and view.happened(facts.arrival_town):
        detail = Message("in town since {date}", date=facts.arrival_town)
        return _station(key, StationState.DONE, detail, facts.arrival_town, (facts.client,), missing)
    return _station(key, StationState.UNKNOWN, Message("date not known"), None, (), missing)


def _first_talk(view: _View) -> Station:
    key, talk, case = StationKey.FIRST_TALK, view.facts.first_talk, view.facts.case_opened
    reached = view.reached(key)
    if talk is not None and view.happened(talk.on):
        return _done(key, talk.on, talk.ref)
    if reached:
        return _done(key, reached[0].on, reached[0].ref)
    if case is not None and view.happened(case.on):
        detail = Message("case opened {date}, no talk yet", date=case.on)
        return _station(key, StationState.CURRENT, detail, case.on, (case.ref,), (Message("First talk"),))
    return _open(key, view, Message("no talk yet"), Message("First talk"))


def _language(view: _View) -> Station:
    """Reached with the target level; under way with a lower one or a course."""
    key, levels, target = StationKey.LANGUAGE, view.rules.levels, view.rules.target_level
    reached, begun = view.reached(key), view.begun(key)
    level, proofs = _level(view)
    share = 0.0 if level is None else (levels.index(level) + 1) / (levels.index(target) + 1)
    if level is not None and share >= 1:
        first = level == view.rules.first_language
        detail = Message("German as first language") if first else Message("German {level}", level=level)
        return _station(key, StationState.DONE, detail, proofs[0].on if proofs else None, (view.facts.client,))
    if reached:
        return _done(key, reached[0].on, reached[0].ref)
    missing, since = Message("German {level}", level=target), begun[0].on if begun else None
    if level is not None:
        detail = Message("German {level} of {target}", level=level, target=target)
        station = _station(key, StationState.CURRENT, detail, since, (view.facts.client,), (missing,))
        return replace(station, progress=share)
    if begun:
        detail = Message("course since {month}", month=_month(begun[0].on))
        return _station(key, StationState.CURRENT, detail, since, (), (missing,))
    return _open(key, view, NOTHING_RECORDED, missing)


def _level(view: _View) -> tuple[str | None, list[Milestone]]:
    """The highest level known, on the person's sheet or by a milestone, and the milestones that prove it."""
    levels, steps = view.rules.levels, view.steps(StationKey.LANGUAGE)
    known = [text for text in (view.facts.german_level, *(m.level for m in steps)) if text in levels]
    highest = max(known, key=lambda text: levels.index(text or ""), default=None)
    return highest, [m for m in steps if highest is not None and m.level == highest]


def _work(view: _View) -> Station:
    """Work or training; school for whoever is under age by every reading of the birth date."""
    born = view.facts.born
    young = born is not None and age_on(born.earliest, view.on) < view.rules.young_until
    key = StationKey.SCHOOL if young else StationKey.WORK
    reached = view.reached(*FOURTH)
    begun = view.begun(*FOURTH)
    running = [m for m in reached if view.running(m.until)]
    if running:
        detail = Message("since {month}", month=_month(running[0].on))
        return _station(key, StationState.DONE, detail, running[0].on)
    missing = Message("A place at school or in training") if young else Message("Work or training")
    if begun:
        detail = Message("under way since {month}", month=_month(begun[0].on))
        return _station(key, StationState.CURRENT, detail, begun[0].on, (), (missing,))
    ended = max((m.until for m in reached if m.until is not None), key=lambda day: day.latest, default=None)
    if ended is not None:
        return _open(key, view, Message("ended {month}", month=_month(ended)), missing)
    return _open(key, view, NOTHING_RECORDED, missing)


def _residence(view: _View) -> Station:
    key, begun = StationKey.RESIDENCE, view.residence()
    reached, applied = view.reached(key), view.begun(key)
    naturalised = view.reached(StationKey.NATURALISATION)
    running = [p for p in begun if view.running(p.valid_until)]
    lasting = [p for p in running if p.permanent or p.kind == TitleKind.GERMAN]
    if lasting:
        first = min(lasting, key=lambda p: (p.valid_from.earliest, p.ref.id))
        detail = Message("secured since {date}", date=first.valid_from)
        return _station(key, StationState.DONE, detail, first.valid_from, [p.ref for p in lasting])
    if view.facts.german or naturalised:
        return _station(key, StationState.DONE, Message("German nationality"), None, [m.ref for m in naturalised])
    if reached:
        return _done(key, reached[0].on, reached[0].ref)
    if running:
        return _running_title(running[-1], view)
    if begun:
        last = begun[-1]
        missing = (Message("A valid title, or the application for it"),)
        detail = Message("expired {date}", date=last.valid_until)
        return _station(key, StationState.OVERDUE, detail, last.valid_until, (last.ref,), missing)
    return _applied(key, applied) if applied else _computed(key, view)


def _running_title(title: ResidenceFact, view: _View) -> Station:
    """The title that lasts longest; what the law would still want stands beside it."""
    key, until = StationKey.RESIDENCE, title.valid_until
    finding = view.findings.get(key)
    missing = finding.missing if finding else ()
    detail = Message("valid without end date") if until is None else Message("valid until {date}", date=until)
    if until is not None and until.exact is None:
        missing = (Message("The exact day on which the title ends"), *missing)
    return _station(key, StationState.CURRENT, detail, title.valid_from, (title.ref,), missing)


def _naturalisation(view: _View) -> Station:
    key = StationKey.NATURALISATION
    reached, applied = view.reached(key), view.begun(key)
    if reached:
        return _done(key, reached[0].on, reached[0].ref)
    german = [p for p in view.residence() if p.kind == TitleKind.GERMAN and view.running(p.valid_until)]
    if view.facts.german or german:
        records = [p.ref for p in german] or [view.facts.client]
        return _station(key, StationState.DONE, Message("German nationality"), None, records)
    return _applied(key, applied) if applied else _computed(key, view)


def _applied(key: StationKey, applied: list[Milestone]) -> Station:
    detail, missing = Message("applied {date}", date=applied[-1].on), (Message("The decision of the authority"),)
    return _station(key, StationState.CURRENT, detail, applied[-1].on, (), missing)


def _computed(key: StationKey, view: _View) -> Station:
    """A station that only the law can answer."""
    return _open(key, view, NOT_COMPUTED) if key in view.findings else _station(key, StationState.UNKNOWN, NOT_COMPUTED)


def _month(day: PartialDate) -> PartialDate:
    return replace(day, day=None)


def _same(key: StationKey) -> tuple[StationKey, ...]:
    """Work and school are the same station."""
    return FOURTH if key in FOURTH else (key,)


def _documented(station: Station, view: _View) -> Station:
    """With every milestone of the station among its records, also those that change nothing."""
    records = (*station.records, *(m.ref for m in view.steps(*_same(station.key))))
    return replace(station, records=tuple(dict.fromkeys(records)))


def _overridden(station: Station, view: _View) -> Station:
    """The latest setting by hand, if there is one."""
    valid = [o for o in view.facts.overrides if o.station in _same(station.key) and o.set_on <= view.on]
    if not valid:
        return station
    chosen = max(valid, key=lambda o: (o.set_on, o.ref.id))
    detail = Message("set by hand: {reason}", reason=chosen.reason)
    records = (chosen.ref, *station.records)
    return replace(station, state=chosen.state, detail=detail, progress=None, records=records, overridden=True)


def _ended(station: Station, death: PartialDate) -> Station:
    if station.state is StationState.DONE:
        return station
    detail = Message("deceased {date}", date=death)
    return replace(station, state=StationState.NOT_APPLICABLE, detail=detail, progress=None, missing=())


def _one_next(stations: tuple[Station, ...], view: _View) -> tuple[Station, ...]:
    """Of the stations that no hand and no finding has set, only the first open one is the next."""
    free = [s for s in stations if s.state is StationState.NEXT and not s.overridden and s.key not in view.findings]
    by_hand = any(s.state is StationState.NEXT and s.overridden for s in stations)
    later = free if by_hand else free[1:]
    return tuple(replace(s, state=StationState.UNKNOWN) if s in later else s for s in stations)
