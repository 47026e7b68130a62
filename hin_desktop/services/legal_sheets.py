"""The answers about a person that the computations need and no other record gives: one sheet a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from hin_desktop.domain import checks
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Invalid, Message
from hin_desktop.records.models.legal import LegalSheet
from hin_desktop.services.done import Done
from hin_desktop.services.entries import Entry, EntryKind, of_client
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import OpenDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalSheetRow(Entry):
    """The sheet; None or '': nobody asked yet.

    Codes: `identity` to `livelihood` of assessed_states (`livelihood` overrules what the records say); `convictions`
    (CRIM), `exclusion` (EXCL_11) and `bar` (BAR_35A) of discussed_states, nothing more is kept of them.
    """

    pension_months: int | None = None
    pension_as_of: date | None = None
    domestic_qualification: bool | None = None
    blue_card_employment_from: PartialDate | None = None
    spouse_ne_18c: bool | None = None
    recruited: bool | None = None
    stateless_since_birth: bool | None = None
    benefit_own_fault: bool | None = None
    spouse_full_time_now: bool | None = None
    spouse_full_time_months: int | None = None
    hardship_4a: bool | None = None
    illness_or_disability: bool | None = None
    special_integration: bool | None = None
    custody_german_child: bool | None = None
    co_applicant_eligible_on: date | None = None
    residence_duty_violation_days: int | None = None
    identity: str = ""
    democratic_order: str = ""
    history_declaration: str = ""
    livelihood: str = ""
    convictions: str = ""
    exclusion: str = ""
    bar: str = ""


SHEETS = EntryKind(LegalSheetRow, LegalSheet, Message("Facts for the computation added"),
                   Message("Facts for the computation changed"), Message("Facts for the computation deleted"),
                   lambda row, today: checks.check_legal_sheet(row, today, LIMITS))


def read(connection: Connection, client_id: int) -> LegalSheetRow:
    """The person's sheet; an empty one (id 0) where none is stored."""
    return next(iter(of_client(connection, SHEETS, client_id)), LegalSheetRow(client_id=client_id))


def get(desk: OpenDesk, client_id: int) -> LegalSheetRow:
    """As `read`, with a view of its own."""
    with desk.reading() as connection:
        return read(connection, client_id)


def save(desk: OpenDesk, row: LegalSheetRow) -> Done[LegalSheetRow]:
    """Store the sheet. Raises Invalid; Conflict also where a colleague began one in the meantime; Gone."""
    problems = SHEETS.check(row, desk.today())
    if problems:
        raise Invalid(*problems)
    with desk.writing(SHEETS.changed if row.id else SHEETS.added) as act:
        stored = read(act.writer.connection, row.client_id)
        saved = act.save(LegalSheet, row if row.id else replace(row, id=stored.id))
    return act.done(saved)
