"""Post with a deadline: notices with their instruction on remedies, and letters that ask for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.domain import checks
from hin_desktop.errors import Message
from hin_desktop.records.models.legal import Notice
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.limits import LIMITS


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


NOTICES = EntryKind(NoticeRow, Notice, Message("Post added"), Message("Post changed"), Message("Post deleted"),
                    lambda row, today: checks.check_notice(row, today, LIMITS), ("dated_on",))
