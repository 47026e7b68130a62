"""What every finding owes to whoever reads it, and the short way to one."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from types import MappingProxyType

from hin_desktop.domain.facts import Facts, Segment
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import assess
from hin_desktop.domain.naturalisation.paths import Path, PathAssessment
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Message
from tests.domain.law_desk import TODAY, view

MET, NOT_MET, OPEN, NOT_REQUIRED = Status.MET, Status.NOT_MET, Status.OPEN, Status.NOT_REQUIRED


def with_sources(facts: Facts) -> Facts:
    """The same facts, each with the record it came from."""
    names = [field.name for field in fields(Facts)]
    sources = {name: RecordRef(name, 1) for name in names if getattr(facts, name) is not None}
    if facts.civics_passed is not None or facts.civics_points is not None:
        sources["civics_test"] = RecordRef("civics_test", 1)
    segments = tuple(replace(each, ref=RecordRef("segment", number)) for number, each in enumerate(facts.segments))
    return replace(facts, segments=segments, sources=MappingProxyType(sources))


def check(finding: Finding, view: LegalView) -> None:
    """It says why, by which rule of the day, on which records, what is missing and what to do."""
    assert finding.rules and all(rule.in_force(view.on) for rule in finding.rules)
    assert says(finding.explanation)
    assert all(says(each.fact) and each.ref is not None for each in finding.used)
    assert all(says(each) for each in finding.missing)
    undecided = finding.status in (Status.NOT_MET, Status.OPEN)
    assert says(finding.advice) if undecided else finding.advice is None
    assert not finding.on_decision or finding.status is Status.MET
    by_hand = finding.requirement in view.facts.statuses
    assert bool(finding.missing) or by_hand or finding.status is not Status.OPEN


def says(message: Message | None) -> bool:
    """Whether the text can be said with the values it has."""
    assert message is not None
    return bool(message.key.format(**message.values)) and None not in message.values.values()


def day(text: str) -> PartialDate:
    return PartialDate.from_iso(text)


def since(code: str, start: str, until: str = "") -> Segment:
    return Segment(code, day(start), day(until) if until else None)


def path(facts: Facts, which: Path = Path.CLAIM, on: date = TODAY) -> PathAssessment:
    return next(each for each in assess(view(with_sources(facts), on)).paths if each.path is which)


def found(facts: Facts, code: str, which: Path = Path.CLAIM, on: date = TODAY) -> Finding:
    finding = path(facts, which, on).finding(code)
    assert finding is not None
    check(finding, view(with_sources(facts), on))
    return finding


def since_or_from(finding: Finding) -> str:
    """Whether it tells of the past or of a day to come."""
    return finding.explanation.key.split()[1]


def keys(finding: Finding) -> list[str]:
    return [rule.key for rule in finding.rules]


def values(finding: Finding) -> dict[str, object]:
    return dict(finding.explanation.values)
