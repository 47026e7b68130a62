"""The answers of the law in the words of the cards: naturalisation first. Never a promise: time, not a result."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.naturalisation.paths import NAMES as PATHS
from hin_desktop.domain.naturalisation.paths import Character, PathAssessment
from hin_desktop.domain.naturalisation.requirement import NAMES as REQUIREMENTS
from hin_desktop.errors import Message, Plural
from hin_desktop.ui.person.findings_card import Answer

CHARACTERS: Final = {
    Character.CLAIM: Message("claim: the authority has to naturalise where everything is met"),
    Character.AS_A_RULE: Message("as a rule: the authority naturalises but for special reasons"),
    Character.DISCRETION: Message("by discretion of the authority"),
}


def naturalisation(assessment: Assessment) -> list[Answer]:
    """Every path, the proposed one first."""
    return [Answer(path.path, PATHS[path.path], _headline(path, assessment.on), _tone(path, assessment.on),
                   tuple(_lines(path)), path.findings, REQUIREMENTS) for path in assessment.paths]


def time_met(day: date | None, on: date) -> Message:
    """'Aufenthaltszeit erfüllt ab …'; a day already past reads 'erfüllt' (vocabulary.md 8)."""
    if day is None:
        return Message("Residence: not to be said yet")
    if day <= on:
        return Message("Residence met")
    return Message("Residence met from {date}", date=day)


def _headline(path: PathAssessment, on: date) -> Message:
    return time_met(path.residence_met_on, on)


def _tone(path: PathAssessment, on: date) -> str:
    """Green only where the time is met and nothing is missing."""
    met = path.residence_met_on is not None and path.residence_met_on <= on
    return "met" if met and not path.missing else "accent" if path.earliest is not None else "soon"


def _lines(path: PathAssessment) -> Iterable[Message]:
    """What stands beside the day: the path, and the days under another reading."""
    time = path.duration.time
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
    if path.blocked_until is not None and path.finding("BAR_35A") is not None:
        yield Message("Barred until {date}", date=path.blocked_until)
