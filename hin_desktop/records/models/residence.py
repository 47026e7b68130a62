"""Residence: titles over time, absences, identity documents (facts.md § 1, "Extra fields")."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import PartialDateText


class ResidencePeriod(Record, Base):
    """A residence status from `valid_from` through `valid_until` (both inclusive; None: open end).

    `late_application`: it was applied for too late; the gap before it counts under § 12b Abs. 3 StAG.
    """

    __tablename__ = "residence_period"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")
    __table_args__ = (Index("ix_residence_period_until", "valid_until", "client_id"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    code: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[PartialDate] = mapped_column(PartialDateText)
    valid_until: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    issued_on: Mapped[date | None]
    authority: Mapped[str] = mapped_column(Text, default="")
    document: Mapped[str] = mapped_column(Text, default="")
    employment: Mapped[str] = mapped_column(Text, default="")
    residence_duty: Mapped[str] = mapped_column(Text, default="")
    course_note: Mapped[str] = mapped_column(Text, default="")
    late_application: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")


class Absence(Record, Base):
    """A stay abroad: departed and returned are the days of travel (None: still away)."""

    __tablename__ = "absence"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    departed_on: Mapped[PartialDate] = mapped_column(PartialDateText)
    returned_on: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    reason: Mapped[str] = mapped_column(Text, default="")
    authority_deadline: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")


class IdentityDocument(Record, Base):
    """A passport or other paper, usually seen and not copied (facts.md § 7.5)."""

    __tablename__ = "identity_document"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    country: Mapped[str] = mapped_column(Text, default="")
    number: Mapped[str] = mapped_column(Text, default="")
    issued_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    original_seen_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
