"""What the deadlines of a person ask for besides the facts that the law looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain.calendar import Span
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import RecordRef


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the catalogue document_kinds, valid through a day."""

    kind: str
    valid_until: PartialDate | None
    ref: RecordRef | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A benefit of the catalogue benefit_kinds, granted through a day; `renewed`: an extension is applied for."""

    kind: str
    until: date | None
    renewed: bool = False
    ref: RecordRef | None = None


@dataclass(frozen=True, slots=True)
class ChildBornHere:
    """A child born in Germany that needs a residence title; `applied`: one is held or applied for."""

    born_on: PartialDate
    applied: bool = False
    ref: RecordRef | None = None


@dataclass(frozen=True, slots=True)
class PlanReview:
    """The day by which the Förderplan of an open case is to be looked at again (facts.md § 5.1, phase 6)."""

    on: date
    ref: RecordRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFacts:
    """Documents, benefits, children, reviews of the Förderplan, and the course beyond what `Facts` tells.

    `land`: code of the catalogue laender, for holidays. `admitted`: the way into the course is an admission that was
    given. `paper_issued_on`: of the Teilnahmeberechtigung. `interrupted_on`: the course stands still since then.
    `finished`: it is over. `youth_service`: the desk is a Jugendmigrationsdienst. `title_lead`: how early the
    organisation wants to see the end of a title (None: as the program does).
    """

    papers: tuple[Paper, ...] = ()
    grants: tuple[Grant, ...] = ()
    children: tuple[ChildBornHere, ...] = ()
    reviews: tuple[PlanReview, ...] = ()
    land: str = ""
    admitted: bool = False
    paper_issued_on: date | None = None
    interrupted_on: date | None = None
    finished: bool = False
    youth_service: bool = False
    title_lead: Span | None = None
