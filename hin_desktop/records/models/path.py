"""What a person has reached on the path, and where a counsellor sees it differently."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import PartialDateText


class Milestone(Record, Base):
    """A step of the catalogue `milestones`: reached on a day, for work or a course perhaps until another.

    `points` are those of a test.
    """

    __tablename__ = "milestone"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    code: Mapped[str] = mapped_column(Text)
    reached_on: Mapped[PartialDate] = mapped_column(PartialDateText)
    until: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    points: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")


class StationOverride(Record, Base):
    """A station set by hand, with the reason; it wins over what the records say."""

    __tablename__ = "station_override"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    station: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    set_on: Mapped[date]
