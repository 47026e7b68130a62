"""A counselling relation: opened, accompanied, closed."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.records.base import Base, Record, Subjects


class Case(Record, Base):
    """A Fall of one person with the counsellor responsible; open while `closed_on` is None."""

    __tablename__ = "case"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    counsellor_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    counselling_type: Mapped[str] = mapped_column(Text, default="")
    concern: Mapped[str] = mapped_column(Text, default="")
    access_source: Mapped[str] = mapped_column(Text, default="")
    opened_on: Mapped[date]
    plan_review_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    closing_reason: Mapped[str] = mapped_column(Text, default="")
    closing_note: Mapped[str] = mapped_column(Text, default="")
