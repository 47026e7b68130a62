"""A person's residence to be looked at: periods, gaps and stays abroad with what their days count as.

All days are inclusive; an end of None goes on. Filled by `domain.residence_reading`, laid out by `drawing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hin_desktop.domain.findings import Finding
from hin_desktop.domain.law import Rule
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Message


class Counts(StrEnum):
    """What days count as, for naturalisation or for a settlement permit."""

    FULL = "full"
    HALF = "half"  # § 9 Abs. 4 Nr. 3 AufenthG
    PROCEDURE = "procedure"  # asylum procedure, only for § 26 Abs. 3 and 4 AufenthG
    DOUBTFUL = "doubtful"
    EARLIER = "earlier"  # before an interruption: at most by discretion (§ 12b Abs. 2 StAG)
    REACHED = "reached"  # a permanent right already
    EXPECTED = "expected"  # still to come, if nothing changes
    NO = "no"


class PartKind(StrEnum):
    """What a part of the picture is."""

    PERIOD = "period"
    GAP = "gap"
    LATE_GAP = "late_gap"  # explained by a late application (§ 12b Abs. 3 StAG)
    ABSENCE = "absence"
    LONG_ABSENCE = "long_absence"  # interrupts residence


@dataclass(frozen=True, slots=True)
class Meaning:
    """What days count as, why, and the rule that says so (None: the catalogue of titles does)."""

    counts: Counts
    why: Message
    rule: Rule | None = None

    @property
    def to_check(self) -> bool:
        """Whether the reason has not been compared with its source; what a title counts as is practice."""
        return self.rule is None or self.rule.to_check


@dataclass(frozen=True, slots=True)
class Band:
    """Days that count alike."""

    start: date
    until: date
    meaning: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A period, gap or stay abroad, drawn by itself.

    `begins` and `ends` as they are recorded; `start` and `until` as the law takes them: of a period the days that
    certainly belong to it (none at all where `until` lies before `start`), of a stay abroad its longest reading.
    `code` is the residence status ('' for none), `sign` the few letters that fit into the drawing. What its days count
    as are bands that lie within it.
    """

    kind: PartKind
    begins: PartialDate
    ends: PartialDate | None
    start: date
    until: date | None
    code: str = ""
    sign: str = ""
    current: bool = False
    naturalisation: tuple[Band, ...] = ()
    settlement: tuple[Band, ...] = ()
    ref: RecordRef | None = None

    @property
    def first(self) -> date:
        """The first day that may belong to it."""
        return self.begins.earliest

    @property
    def last(self) -> date | None:
        """The last day that may belong to it."""
        return self.ends.latest if self.ends is not None else None


class Tone(StrEnum):
    """How much a hint weighs."""

    MUTED = "muted"
    SOON = "soon"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at, in words, with the record and the rule behind it."""

    tone: Tone
    message: Message
    ref: RecordRef | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything to be drawn and said. `met_on`: the required residence is over on this day, None where that cannot
    be said, and `finding` says why; `german`: nothing is required any more.
    """

    today: date
    parts: tuple[Part, ...] = ()
    naturalisation: tuple[Band, ...] = ()
    settlement: tuple[Band, ...] = ()
    met_on: date | None = None
    finding: Finding | None = None
    german: bool = False
    hints: tuple[Hint, ...] = ()
