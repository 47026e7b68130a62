"""A talk: stored once, with everybody who took part."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.records.base import Base, Record, Subjects

WAITING = "next_done_on IS NULL AND agreed_next != ''"
"""What is agreed and not done. SQLite uses the index of these few rows for this very condition, not for a bound ''."""


class Consultation(Record, Base):
    """One talk (Beratung). The summary is the household's common part; what concerns one person stands with them."""

    __tablename__ = "consultation"
    subjects: ClassVar[Subjects] = Subjects.via("consultation_participant", "consultation_id", "client_id")
    __table_args__ = (Index("ix_consultation_waiting", "due_on", sqlite_where=text(WAITING)),)

    held_on: Mapped[date] = mapped_column(index=True)
    held_at: Mapped[str] = mapped_column(Text, default="")
    duration_min: Mapped[int | None]
    channel: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text, default="")
    interpreter: Mapped[str] = mapped_column(Text, default="")
    counsellor_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    summary: Mapped[str] = mapped_column(Text, default="")
    agreed_next: Mapped[str] = mapped_column(Text, default="")
    due_on: Mapped[date | None]
    next_done_on: Mapped[date | None]


class ConsultationParticipant(Record, Base):
    """Who took part, the case it counts for, and the note that concerns this person alone."""

    __tablename__ = "consultation_participant"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")
    __table_args__ = (Index("ix_participant_client", "client_id", "consultation_id"),)

    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultation.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    note: Mapped[str] = mapped_column(Text, default="")


class ConsultationCode(Record, Base):
    """A topic, an outcome or a referral destination of a talk; `catalogue` says which."""

    __tablename__ = "consultation_code"
    subjects: ClassVar[Subjects] = Subjects.via("consultation_participant", "consultation_id", key="consultation_id")

    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultation.id"), index=True)
    catalogue: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
