"""What left the house on paper, exactly as it left."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.records.base import Base, Record, Subjects


class Letter(Record, Base):
    """An archived PDF of one person."""

    __tablename__ = "letter"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    printed_on: Mapped[date]
    pages: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    blob_sha256: Mapped[str] = mapped_column(Text, index=True)


class Blob(Record, Base):
    """The content of a file, once per content and never changed."""

    __tablename__ = "blob"
    subjects: ClassVar[Subjects] = Subjects.none()
    __table_args__ = (UniqueConstraint("sha256"),)

    sha256: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
