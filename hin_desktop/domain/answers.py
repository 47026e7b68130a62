"""The answers of the law, as window and paper show them: naturalisation first. Never a promise: time, not a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.naturalisation.paths import NAMES as PATHS
from hin_desktop.domain.naturalisation.paths import Character, PathAssessment
from hin_desktop.domain.naturalisation.requirement import DELICATE
from hin_desktop.domain.naturalisation.requirement import NAMES as REQUIREMENTS
from hin_desktop.domain.path_drawing import Role
from hin_desktop.errors import Message, Plural

CHARACTERS: Final = {
    Character.CLAIM: Message("claim: the authority has to naturalise where everything is met"),
    Character.AS_A_RULE: Message("as a rule: the authority naturalises but for special reasons"),
    Character.DISCRETION: Message("by discretion of the authority"),
}
TELLING: Final = (Status.NOT_MET, Status.OPEN, Status.MET, Status.NOT_REQUIRED)
DECLARED: Final = frozenset({"FDGO", "HIST"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to a right: `name` is what it is called, `headline` its day or sentence.

    `lines` are muted sentences under the headline; `tone` colours the headline by its meaning; `names` are those of
    the requirements by their codes; `short` tells it from the other answers where the name is long.
    """

    key: str
    name: Message
    headline: Message
    tone: Role = Role.ACCENT
    lines: tuple[Message, ...] = ()
    findings: tuple[Finding, ...] = ()
    names: Mapping[str, Message] = field(default_factory=dict)
    short: Message | None = None


@dataclass(frozen=True, slots=True)
class LegalCard:
    """A question of the law with its answers, the proposed one first.

    `nothing` is said where there are none; only a question for everybody (`always`) is asked in the window even then.
    """

    key: str
    title: Message
    answers: tuple[Answer, ...]
    nothing: Message
    always: bool = False


def naturalisation(assessment: Assessment) -> list[Answer]:
    """Every path, the proposed one first."""
    return [Answer(path.path, PATHS[path.path], time_met(path.residence_met_on, assessment.on),
                   _tone(path, assessment.on), tuple(_lines(path, proposed=path is assessment.proposed)),
                   path.findings, REQUIREMENTS) for path in assessment.paths]


def time_met(day: date | None, on: date) -> Message:
    """'Aufenthaltszeit erfüllt ab …'; a day already past reads 'erfüllt' (vocabulary.md 8)."""
    if day is None:
        return Message("Residence: not to be said yet")
    if day <= on:
        return Message("Residence met")
    return Message("Residence met from {date}", date=day)


def telling(path: PathAssessment, count: int) -> tuple[Finding, ...]:
    """So many findings that tell most, in the order of the checklist: what is not met or open, then what only counts
    on the day of decision. What is said at the application itself comes last; what is delicate never.
    """
    told = [finding for finding in path.findings if finding.requirement not in DELICATE]
    most = sorted(told, key=_tells_less)[:count]
    return tuple(finding for finding in told if finding in most)


def _tells_less(finding: Finding) -> tuple[bool, int, bool]:
    return finding.requirement in DECLARED, TELLING.index(finding.status), not finding.on_decision


def _tone(path: PathAssessment, on: date) -> Role:
    """Green only where the time is met and nothing is missing."""
    met = path.residence_met_on is not None and path.residence_met_on <= on
    return Role.MET if met and not path.missing else Role.ACCENT if path.earliest is not None else Role.SOON


def _lines(path: PathAssessment, *, proposed: bool) -> Iterator[Message]:
    """What stands beside the day: the path, and the days under another reading."""
    time = path.duration.time
    if proposed:
        yield Message("Proposed: fewest requirements are missing here.")
    yield CHARACTERS[path.character]
    if path.missing or path.open:
        yield Message("{missing}, {open}", missing=Plural("{n} not met", "{n} not met", len(path.missing)),
                      open=Plural("{n} open", "{n} open", len(path.open)))
    if path.residence_met_on is not None:
        yield Message("± 1 day: some offices count differently.")
    if time.lenient is not None:
        yield Message("With the days of the gap credited: {date}", date=time.lenient)
    if time.strict is not None:
        yield Message("Without periods that may not be habitual residence: {date}", date=time.strict)
    if time.discretion is not None:
        yield Message("With earlier residence credited by discretion (§ 12b Abs. 2 StAG): {date}", date=time.discretion)
    yield fee(path)


def fee(path: PathAssessment) -> Message:
    """What the authority charges (§ 38 StAG)."""
    return Message("Fee: {amount}", amount=path.fee)
