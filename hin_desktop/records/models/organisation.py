"""The Träger with its Dienst whose desk this is, and its settings."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import JsonText


class Organisation(Record, Base):
    """One Träger and one Dienst (facts.md § 7.5); a desk has exactly one."""

    __tablename__ = "organisation"
    subjects: ClassVar[Subjects] = Subjects.none()

    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(Text, default="")
    service: Mapped[str] = mapped_column(Text)
    street: Mapped[str] = mapped_column(Text, default="")
    postcode: Mapped[str] = mapped_column(Text, default="")
    town: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    website: Mapped[str] = mapped_column(Text, default="")
    logo_sha256: Mapped[str | None] = mapped_column(Text)


class Setting(Record, Base):
    """One setting that differs from its default; `user_id` is None where it holds for the whole organisation."""

    __tablename__ = "setting"
    subjects: ClassVar[Subjects] = Subjects.none()
    __table_args__ = (UniqueConstraint("user_id", "key"),)

    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    key: Mapped[str] = mapped_column(Text)
    value: Mapped[object] = mapped_column(JsonText)
