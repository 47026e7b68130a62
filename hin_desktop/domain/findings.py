"""What an assessment says: one finding a requirement, with the rule, the facts it rests on, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hin_desktop.domain.law import Rule
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Message


class Status(StrEnum):
    """How a requirement stands. OPEN: facts are missing; never read as no. NOT_REQUIRED: the law lets it off."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"
    NOT_REQUIRED = "not_required"


@dataclass(frozen=True, slots=True)
class Used:
    """A fact that a finding rests on: in words, and the record that holds it (None: none of its own)."""

    fact: Message
    ref: RecordRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One requirement of the law, as the facts stand on a day.

    `rules` are the versions applied, the main one first. `since`/`until`: how long it has been so (inclusive);
    `earliest`: the first day on which it can be met. `on_decision`: met today, but what counts is the day of the
    authority's decision. `variant` names the exception that was used, `advice` the next thing to do. `unsure`: not the
    rule but how it is applied here has not been checked.
    """

    requirement: str
    status: Status
    rules: tuple[Rule, ...]
    explanation: Message
    since: date | None = None
    until: date | None = None
    earliest: date | None = None
    used: tuple[Used, ...] = ()
    missing: tuple[Message, ...] = ()
    on_decision: bool = False
    variant: str = ""
    unsure: bool = False
    advice: Message | None = None

    @property
    def rule(self) -> Rule:
        """The version of the law that was applied."""
        return self.rules[0]

    @property
    def citation(self) -> str:
        """Where it is written, exceptions included."""
        return "; ".join(dict.fromkeys(rule.citation for rule in self.rules))

    @property
    def to_check(self) -> bool:
        """Whether something it rests on has not been compared with its source."""
        return self.unsure or any(rule.to_check for rule in self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The findings on everything that one right asks for, in the order of the law."""

    findings: tuple[Finding, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Codes of the requirements that are not met."""
        return self._with(Status.NOT_MET)

    @property
    def open(self) -> tuple[str, ...]:
        """Codes of the requirements of which facts are missing."""
        return self._with(Status.OPEN)

    def finding(self, requirement: str) -> Finding | None:
        """The finding on one requirement."""
        return next((finding for finding in self.findings if finding.requirement == requirement), None)

    def _with(self, status: Status) -> tuple[str, ...]:
        return tuple(finding.requirement for finding in self.findings if finding.status is status)
