"""Post with a deadline: notices with their instruction on remedies, and letters that ask for an answer.

What follows from a letter is computed each time it is read, never stored: the law on file may have changed since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, select

from hin_desktop.domain import checks
from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.law import LawBook
from hin_desktop.domain.notices.answer import answer
from hin_desktop.domain.notices.notice import Delivery, Instruction, Notice, NoticeAnswer, NoticeKind, Remedy
from hin_desktop.errors import Message
from hin_desktop.records.models.client import Client
from hin_desktop.records.models.legal import Notice as NoticeModel
from hin_desktop.services import entries, law
from hin_desktop.services.done import Done
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import fetch, table_of
from hin_desktop.services.settings import setting

CLIENT, NOTICE = table_of(Client), table_of(NoticeModel)
C = TypeVar("C", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow(Entry):
    """A letter (catalogue notice_kinds) and how it came (deliveries); open while `done_on` is None.

    `printed_remedy` to `printed_last_day` repeat the instruction as it stands in the letter (remedies, term_units);
    `deadline` is typed from other post; `done_as` says what was done (remedies).
    """

    kind: str = ""
    authority: str = ""
    reference: str = ""
    dated_on: date | None = None
    posted_on: date | None = None
    received_on: date | None = None
    delivery: str = ""
    envelope_kept: bool | None = None
    refuses_title: bool = False
    instruction: str = ""
    printed_remedy: str = ""
    printed_addressee: str = ""
    printed_term: int | None = None
    printed_unit: str = ""
    printed_last_day: date | None = None
    deadline: date | None = None
    done_on: date | None = None
    done_as: str = ""
    note: str = ""


NOTICES = EntryKind(NoticeRow, NoticeModel, Message("Letter added"), Message("Letter changed"),
                    Message("Letter deleted"), lambda row, today: checks.check_notice(row, today, LIMITS),
                    ("dated_on",))


@dataclass(frozen=True, slots=True)
class PostRules:
    """What letters are answered by: the law on file, with the organisation's own rows, and the Land."""

    book: LawBook
    land: str

    def answer(self, row: NoticeRow, on: date) -> NoticeAnswer | None:
        """What follows from a letter, stored or just typed; None while its kind is not known."""
        kind = _code(NoticeKind, row.kind)
        return None if kind is None else answer(_notice(row, kind, self.land), self.book, on)


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A letter with what follows from it today; `answer` None: its kind is none the program knows."""

    row: NoticeRow
    answer: NoticeAnswer | None

    @property
    def last_day(self) -> date | None:
        """The last day on which something can be done (inclusive)."""
        day = self.answer.last_day if self.answer is not None else None
        return day.day if day is not None else None


@dataclass(frozen=True, slots=True)
class OpenDeadline:
    """A letter that is not done, with its last day (None: not known) and whether something about it presses now."""

    client_id: int
    notice_id: int
    kind: str
    last_day: date | None
    urgent: bool


def rules(connection: Connection, desk: OpenDesk) -> PostRules:
    """The rules of this desk."""
    return PostRules(law.book(connection), str(setting(connection, desk, "land")))


def of_person(desk: OpenDesk, client_id: int, on: date) -> tuple[PostRules, tuple[NoticeView, ...]]:
    """A person's letters: open ones first, the most pressing on top (no day before any day), then what is done."""
    with desk.reading() as connection:
        known, views = _answered(connection, desk, client_id, on)
    done = sorted((view for view in views if view.row.done_on is not None), key=_done_on, reverse=True)
    return known, (*_waiting(views), *done)


def open_of_person(connection: Connection, desk: OpenDesk, client_id: int, on: date) -> tuple[NoticeView, ...]:
    """Of a person's letters those that are not done, the most pressing on top."""
    return tuple(_waiting(_answered(connection, desk, client_id, on)[1]))


def _answered(connection: Connection, desk: OpenDesk, client_id: int, on: date) -> tuple[PostRules, list[NoticeView]]:
    known = rules(connection, desk)
    rows = entries.of_client(connection, NOTICES, client_id)
    return known, [NoticeView(row, known.answer(row, on)) for row in rows]


def _waiting(views: Sequence[NoticeView]) -> list[NoticeView]:
    return sorted((view for view in views if view.row.done_on is None), key=lambda view: view.last_day or date.min)


def open_deadlines(connection: Connection, desk: OpenDesk, on: date,
                   whose: ColumnElement[bool]) -> Sequence[OpenDeadline]:
    """What is not done of the people for whom a condition on their row holds."""
    theirs = select(CLIENT.c.id).where(CLIENT.c.id == NOTICE.c.client_id, whose).exists()  # few letters, many people
    rows = fetch(connection, NoticeRow, NoticeModel, NOTICE.c.done_on.is_(None), theirs)
    known = rules(connection, desk)
    views = (NoticeView(row, known.answer(row, on)) for row in rows)
    return [OpenDeadline(view.row.client_id, view.row.id, view.row.kind, view.last_day,
                         view.answer is not None and view.answer.urgent) for view in views]


def finish(desk: OpenDesk, row: NoticeRow, on: date | None) -> Done[NoticeRow]:
    """Mark a letter as done on a day, or open it again (None). Raises Conflict, Gone."""
    with desk.writing(Message("Letter done") if on else Message("Letter reopened")) as act:
        saved = act.save(NoticeModel, replace(row, done_on=on))
    return act.done(saved)


def _notice(row: NoticeRow, kind: NoticeKind, land: str) -> Notice:
    """The letter as the rules read it; a code they do not know is as good as none."""
    unit = _code(Unit, row.printed_unit.lower())
    return Notice(
        kind=kind, land=land, dated_on=row.dated_on, posted_on=row.posted_on, received_on=row.received_on,
        delivery=_code(Delivery, row.delivery), envelope_kept=row.envelope_kept, refuses_title=row.refuses_title,
        instruction=_code(Instruction, row.instruction), printed_remedy=_code(Remedy, row.printed_remedy),
        printed_addressee=row.printed_addressee,
        printed_term=Span(row.printed_term, unit) if row.printed_term and unit else None,
        printed_last_day=row.printed_last_day, deadline=row.deadline)


def _code(codes: type[C], text: str) -> C | None:
    return codes(text) if text in set(codes) else None


def _done_on(view: NoticeView) -> date:
    return view.row.done_on or date.min
