"""A person asking for advice (Ratsuchende*r), and what belongs to that person alone."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import PartialDateText


class Client(Record, Base):
    """Ratsuchende*r. Codes come from the catalogues; None in a may_… field means nobody asked yet."""

    __tablename__ = "client"
    subjects: ClassVar[Subjects] = Subjects.self_id()
    __table_args__ = (UniqueConstraint("organisation_id", "file_number"), Index("ix_client_sort", "sort_name", "id"))

    file_number: Mapped[str] = mapped_column(Text)
    given_names: Mapped[str] = mapped_column(Text, default="")
    family_name: Mapped[str] = mapped_column(Text, default="")
    original_name: Mapped[str] = mapped_column(Text, default="")
    salutation: Mapped[str] = mapped_column(Text, default="")
    form_of_address: Mapped[str] = mapped_column(Text, default="")
    birth_date: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    birth_date_assumed: Mapped[bool] = mapped_column(default=False)
    birth_place: Mapped[str] = mapped_column(Text, default="")
    birth_country: Mapped[str] = mapped_column(Text, default="")
    sex: Mapped[str] = mapped_column(Text, default="")
    marital_status: Mapped[str] = mapped_column(Text, default="")
    interpreter_need: Mapped[str] = mapped_column(Text, default="")
    interpreter_language: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    may_call: Mapped[bool | None]
    may_leave_message: Mapped[bool | None]
    may_text: Mapped[bool | None]
    may_write: Mapped[bool | None]
    may_email: Mapped[bool | None]
    listeners: Mapped[str] = mapped_column(Text, default="")
    contact_note: Mapped[str] = mapped_column(Text, default="")
    disclosure_ban: Mapped[bool] = mapped_column(default=False)
    disclosure_ban_until: Mapped[date | None]
    household_confidential: Mapped[bool] = mapped_column(default=False)
    arrival_germany: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    arrival_town: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    target_group: Mapped[str] = mapped_column(Text, default="")
    privacy_info_on: Mapped[date | None]
    date_of_death: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    note: Mapped[str] = mapped_column(Text, default="")
    sort_name: Mapped[str] = mapped_column(Text, default="")


class ClientName(Record, Base):
    """A further name or spelling: birth name, former name, name in another script or document."""

    __tablename__ = "client_name"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)


class ClientNationality(Record, Base):
    """One of several nationalities, in the order in which they were named."""

    __tablename__ = "client_nationality"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    code: Mapped[str] = mapped_column(Text, index=True)


class ClientLanguage(Record, Base):
    """A language the person speaks: level by the catalogue, and whether the person reads it."""

    __tablename__ = "client_language"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    code: Mapped[str] = mapped_column(Text)
    level: Mapped[str] = mapped_column(Text, default="")
    reads: Mapped[bool | None]


class Address(Record, Base):
    """Where the person lives or lived. A protected address is never printed, exported or shown in the household."""

    __tablename__ = "address"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    care_of: Mapped[str] = mapped_column(Text, default="")
    street: Mapped[str] = mapped_column(Text, default="")
    postcode: Mapped[str] = mapped_column(Text, default="")
    town: Mapped[str] = mapped_column(Text, default="")
    valid_from: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    valid_until: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    protected: Mapped[bool] = mapped_column(default=False)


class AuthorityReference(Record, Base):
    """A number under which an authority keeps the person, with the caseworker there."""

    __tablename__ = "authority_reference"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(Text)
    authority: Mapped[str] = mapped_column(Text, default="")
    caseworker: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
