"""What the law asks to be proven: work, benefits, the right to a course, the asylum procedure."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import PartialDateText


class Employment(Record, Base):
    """Work or training from `started_on` through `ended_on` (both inclusive; None: still)."""

    __tablename__ = "employment"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    weekly_hours: Mapped[int | None]
    started_on: Mapped[PartialDate] = mapped_column(PartialDateText)
    ended_on: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    employer: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")


class Benefit(Record, Base):
    """A benefit granted from `granted_from` through `granted_until` (both inclusive; None: open or not known)."""

    __tablename__ = "benefit"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")
    __table_args__ = (Index("ix_benefit_until", "granted_until", "client_id"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    granted_from: Mapped[date | None]
    granted_until: Mapped[date | None]
    office: Mapped[str] = mapped_column(Text, default="")
    renewal_filed_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")


class CourseEntitlement(Record, Base):
    """A Teilnahmeberechtigung for the integration course, and how far the person came with it.

    `title_issued_on` is the day of the title on which the right stands, `issued_on` that of the paper itself.
    """

    __tablename__ = "course_entitlement"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    basis: Mapped[str] = mapped_column(Text)
    title_issued_on: Mapped[date | None]
    issued_on: Mapped[date | None]
    registered_on: Mapped[date | None]
    started_on: Mapped[date | None]
    interrupted_on: Mapped[date | None]
    finished_on: Mapped[date | None]
    course_type: Mapped[str] = mapped_column(Text, default="")
    provider: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")


class AsylumProcedure(Record, Base):
    """The days of an asylum procedure (facts.md 1.2) and how it ended. Reasons for flight have no field (§ 7.5)."""

    __tablename__ = "asylum_procedure"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    made_on: Mapped[date | None]
    arrival_proof_on: Mapped[date | None]
    lodged_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    recognised_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
