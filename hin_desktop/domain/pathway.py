"""The path from arrival to naturalisation, read off the recorded facts.

Each station says how far it is, since or from when, which records say so and what is missing. What the law
says comes in as findings; where none are supplied the station says so instead of guessing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.residence.titles import TitleKind
from hin_desktop.errors import Message


class StationKey(StrEnum):
    """The stations in their order; SCHOOL stands in the place of WORK under 18."""

    ARRIVAL = "arrival"
    FIRST_TALK = "first_talk"
    LANGUAGE = "language"
    WORK = "work"
    SCHOOL = "school"
    RESIDENCE = "residence"
    NATURALISATION = "naturalisation"


class StationState(StrEnum):
    """How far a station is."""

    DONE = "done"
    CURRENT = "current"
    NEXT = "next"
    OVERDUE = "overdue"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Points at a stored record: its kind (table name) and id."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Station:
    """One station of a person's path, ready to be drawn and read out.

    `detail` is the line under the name (a date or the reason); `since` the date it rests on; `progress` 0..1 for the
    ring of a current station (None: no measure known); `missing` what would bring it further.
    """

    key: StationKey
    name: Message
    state: StationState
    detail: Message
    since: PartialDate | None = None
    progress: float | None = None
    records: tuple[RecordRef, ...] = ()
    missing: tuple[Message, ...] = ()
    overridden: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something recorded that happened on a day."""

    on: PartialDate
    ref: RecordRef


@dataclass(frozen=True, slots=True)
class Milestone:
    """A recorded step of a station.

    `reaches`: it is what the station is for (naturalised, in work). `begins`: under way towards it (application, course
    begun). Neither: it is shown with the station and changes nothing. `until` ends it (inclusive; None: goes on);
    `level` is the German level it proves.
    """

    code: str
    station: StationKey
    on: PartialDate
    until: PartialDate | None
    ref: RecordRef
    reaches: bool
    begins: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True)
class ResidenceFact:
    """A residence status, both days inclusive (None: open end).

    `permanent`: it does not have to be renewed (a kind of NE, a permanent right of a Union citizen).
    """

    code: str
    kind: TitleKind
    valid_from: PartialDate
    valid_until: PartialDate | None
    ref: RecordRef
    permanent: bool


@dataclass(frozen=True, slots=True)
class Override:
    """A station set by hand, with the reason as the counsellor wrote it."""

    station: StationKey
    state: StationState
    reason: str
    set_on: date
    ref: RecordRef


@dataclass(frozen=True, slots=True)
class PathFacts:
    """What is recorded of one person, in no particular order. `german`: has German nationality."""

    client: RecordRef
    born: PartialDate | None = None
    arrival_germany: PartialDate | None = None
    arrival_town: PartialDate | None = None
    death: PartialDate | None = None
    german: bool = False
    german_level: str | None = None
    first_talk: Event | None = None
    case_opened: Event | None = None
    milestones: tuple[Milestone, ...] = ()
    residence: tuple[ResidenceFact, ...] = ()
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class PathRules:
    """The measures of a path, from the catalogues.

    `young_until`: the age from which the fourth station is work; `levels`: codes of German levels in ascending
    order; `target_level`: the one at which the language station is reached; `first_language`: the level's code of
    whoever grew up with German.
    """

    young_until: int
    levels: tuple[str, ...]
    target_level: str
    first_language: str = ""


@dataclass(frozen=True, slots=True)
class LawFinding:
    """What the law says of a station whose facts leave it open."""

    state: StationState
    detail: Message
    since: PartialDate | None = None
    missing: tuple[Message, ...] = ()
