"""Cases: the counselling relations of a person, opened and closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from hin_desktop.domain import checks
from hin_desktop.errors import Message
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.consultation import ConsultationParticipant
from hin_desktop.services import entries
from hin_desktop.services.done import Done
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import Act, OpenDesk
from hin_desktop.services.rows import table_of

PARTICIPANT = table_of(ConsultationParticipant)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow(Entry):
    """A Fall; open while `closed_on` is None. Codes of counselling_types, access_sources, closing_reasons.

    `plan_review_on`: by then the Förderplan is to be looked at again.
    """

    counsellor_id: int = 0
    counselling_type: str = ""
    concern: str = ""
    access_source: str = ""
    opened_on: date | None = None
    plan_review_on: date | None = None
    closed_on: date | None = None
    closing_reason: str = ""
    closing_note: str = ""


def _let_go(act: Act, row: CaseRow) -> None:
    """Talks that counted for this case stay, and count for none."""
    for talk in act.writer.connection.scalars(select(PARTICIPANT.c.id).where(PARTICIPANT.c.case_id == row.id)).all():
        act.writer.update(ConsultationParticipant, talk, None, {"case_id": None})


CASES = EntryKind(CaseRow, Case, Message("Case opened"), Message("Case changed"), Message("Case deleted"),
                  lambda row, today: checks.check_case(row, today, LIMITS), ("opened_on",), _let_go)


def new_case(desk: OpenDesk, client_id: int) -> CaseRow:
    """An empty case of this counsellor, opened today; not stored yet."""
    return CaseRow(client_id=client_id, counsellor_id=desk.actor.user_id, opened_on=desk.today())


def close(desk: OpenDesk, row: CaseRow, on: date, reason: str, note: str = "") -> Done[CaseRow]:
    """Close a case on a day with its reason."""
    return entries.save(desk, CASES, replace(row, closed_on=on, closing_reason=reason, closing_note=note))
