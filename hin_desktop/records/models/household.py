"""With whom a person lives, is related, and who acts for the person."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import PartialDateText


class Household(Record, Base):
    """People who live together; a person may belong to several."""

    __tablename__ = "household"
    subjects: ClassVar[Subjects] = Subjects.via("household_member", "household_id", "client_id")

    label: Mapped[str] = mapped_column(Text)


class HouseholdMember(Record, Base):
    """A person of a household."""

    __tablename__ = "household_member"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)


class Relation(Record, Base):
    """A relative, as seen from `client_id`: 'is my <kind>'. With a file of their own, or by name and birth date.

    A marriage or partnership has its days (`since` through `until`) and what ended it; `german`: the relative is a
    German citizen (None: nobody asked yet).
    """

    __tablename__ = "relation"
    subjects: ClassVar[Subjects] = Subjects.columns("client_id", "related_client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    related_client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"), index=True)
    related_name: Mapped[str] = mapped_column(Text, default="")
    related_birth_date: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    same_household: Mapped[bool] = mapped_column(default=True)
    since: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    until: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    ended_by: Mapped[str] = mapped_column(Text, default="")
    german: Mapped[bool | None]


class Representative(Record, Base):
    """Somebody who acts for the person: custodian, guardian, legal carer, lawyer, authorised person."""

    __tablename__ = "representative"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    organisation: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    scope: Mapped[str] = mapped_column(Text, default="")
    valid_from: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    valid_until: Mapped[PartialDate | None] = mapped_column(PartialDateText)
