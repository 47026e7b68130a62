"""What every finding owes to whoever reads it."""

from __future__ import annotations

from dataclasses import fields, replace
from types import MappingProxyType

from hin_desktop.domain.facts import Facts
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Message


def with_sources(facts: Facts) -> Facts:
    """The same facts, each with the record it came from."""
    names = [field.name for field in fields(Facts)]
    sources = {name: RecordRef(name, 1) for name in (*names, "civics_test") if getattr(facts, name, None) is not None}
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
