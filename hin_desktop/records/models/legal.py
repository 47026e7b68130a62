"""What the computations ask beside the records, the organisation's own rows of the law, and post with a deadline."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.base import Base, Record, Subjects
from hin_desktop.records.types import PartialDateText


class LegalSheet(Record, Base):
    """Answers about one person that no other record gives; at most one sheet a person. None or '': nobody asked yet.

    `convictions`, `exclusion` and `bar` say only whether it was talked about; nothing more is kept (facts.md § 7.5).
    """

    __tablename__ = "legal_sheet"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")
    __table_args__ = (UniqueConstraint("client_id"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    pension_months: Mapped[int | None]
    pension_as_of: Mapped[date | None]
    domestic_qualification: Mapped[bool | None]
    blue_card_employment_from: Mapped[PartialDate | None] = mapped_column(PartialDateText)
    spouse_ne_18c: Mapped[bool | None]
    recruited: Mapped[bool | None]
    stateless_since_birth: Mapped[bool | None]
    benefit_own_fault: Mapped[bool | None]
    spouse_full_time_now: Mapped[bool | None]
    spouse_full_time_months: Mapped[int | None]
    hardship_4a: Mapped[bool | None]
    illness_or_disability: Mapped[bool | None]
    special_integration: Mapped[bool | None]
    custody_german_child: Mapped[bool | None]
    co_applicant_eligible_on: Mapped[date | None]
    residence_duty_violation_days: Mapped[int | None]
    identity: Mapped[str] = mapped_column(Text, default="")
    democratic_order: Mapped[str] = mapped_column(Text, default="")
    history_declaration: Mapped[str] = mapped_column(Text, default="")
    livelihood: Mapped[str] = mapped_column(Text, default="")
    convictions: Mapped[str] = mapped_column(Text, default="")
    exclusion: Mapped[str] = mapped_column(Text, default="")
    bar: Mapped[str] = mapped_column(Text, default="")


class LawVersion(Record, Base):
    """A dated value of the law that the organisation entered itself; both days inclusive (None: until further notice).

    `key` names the parameter as the shipped rows of the law do.
    """

    __tablename__ = "law_version"
    subjects: ClassVar[Subjects] = Subjects.none()

    key: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    citation: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")


class Notice(Record, Base):
    """A Bescheid with its instruction on remedies, or other post with a deadline typed from the letter (facts.md 3.6).

    The printed_… columns repeat the instruction as it stands in the letter. Open while `done_on` is None.
    """

    __tablename__ = "notice"
    subjects: ClassVar[Subjects] = Subjects.column("client_id")
    __table_args__ = (Index("ix_notice_done", "done_on", "client_id"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    authority: Mapped[str] = mapped_column(Text, default="")
    reference: Mapped[str] = mapped_column(Text, default="")
    dated_on: Mapped[date | None]
    posted_on: Mapped[date | None]
    received_on: Mapped[date | None]
    delivery: Mapped[str] = mapped_column(Text, default="")
    envelope_kept: Mapped[bool | None]
    refuses_title: Mapped[bool] = mapped_column(default=False)
    instruction: Mapped[str] = mapped_column(Text, default="")
    printed_remedy: Mapped[str] = mapped_column(Text, default="")
    printed_addressee: Mapped[str] = mapped_column(Text, default="")
    printed_term: Mapped[int | None]
    printed_unit: Mapped[str] = mapped_column(Text, default="")
    printed_last_day: Mapped[date | None]
    deadline: Mapped[date | None]
    done_on: Mapped[date | None]
    done_as: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
