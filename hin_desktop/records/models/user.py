"""The counsellors who work at this desk."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.records.base import Base, Record, Subjects


class User(Record, Base):
    """A counsellor. `login` names the key slot; someone who left stays as a name in the records."""

    __tablename__ = "user"
    subjects: ClassVar[Subjects] = Subjects.none()
    __table_args__ = (UniqueConstraint("login"),)

    login: Mapped[str] = mapped_column(Text)
    display_name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    active: Mapped[bool] = mapped_column(default=True)
