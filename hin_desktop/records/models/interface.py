"""What the window remembers, and the search documents. Not part of the history."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import JsonText


class Draft(Record, Base):
    """An unfinished form, kept inside the desk until it is saved or thrown away."""

    __tablename__ = "draft"
    subjects: ClassVar[Subjects] = Subjects.none()
    __table_args__ = (UniqueConstraint("user_id", "form", "client_id", "record_id"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    form: Mapped[str] = mapped_column(Text)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"), index=True)
    record_id: Mapped[int | None]
    payload: Mapped[object] = mapped_column(JsonText)


class InterfaceState(Record, Base):
    """Window geometry, people opened last, last page: one value a user and key."""

    __tablename__ = "interface_state"
    subjects: ClassVar[Subjects] = Subjects.none()
    __table_args__ = (UniqueConstraint("user_id", "key"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    key: Mapped[str] = mapped_column(Text)
    value: Mapped[object] = mapped_column(JsonText)


class SearchTerm(Base):
    """One folded word under which a person is found. A plain list: rebuilt whenever the names change."""

    __tablename__ = "search_term"
    __table_args__ = (Index("ix_search_term_term", "term", "client_id"), Index("ix_search_term_client", "client_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    term: Mapped[str] = mapped_column(Text)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
