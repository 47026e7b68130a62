"""A person's titles as the law has them: how long they last, which one is held, and the end that has to be minded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from hin_desktop.domain.deadline import Deadline
from hin_desktop.domain.deadlines import title_end
from hin_desktop.domain.facts import Facts
from hin_desktop.domain.law import NoLaw
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.periods import current_on
from hin_desktop.services import law, settings
from hin_desktop.services.deadlines import title_lead
from hin_desktop.services.legal_facts import codes_of, segments_of
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import ResidencePeriodRow


@dataclass(frozen=True, slots=True)
class Titles:
    """`rows` as recorded, `lasting` the same with the last days that the law gives them, in the same order.

    `held` is the one of today as it lasts, None for none; `end` the deadline of what is held last, where it is to be
    shown.
    """

    rows: tuple[ResidencePeriodRow, ...] = ()
    lasting: tuple[ResidencePeriodRow, ...] = ()
    held: ResidencePeriodRow | None = None
    end: Deadline | None = None

    def as_it_lasts(self, row: ResidencePeriodRow) -> ResidencePeriodRow:
        """A recorded title with its last day by law."""
        return next((each for each in self.lasting if each.id == row.id), row)

    def continues(self, row: ResidencePeriodRow) -> bool:
        """Whether a title goes on beyond the day that is printed on it."""
        printed = next((each.valid_until for each in self.rows if each.id == row.id), None)
        return self.as_it_lasts(row).valid_until != printed


def read(connection: Connection, desk: OpenDesk, rows: Sequence[ResidencePeriodRow], on: date) -> Titles:
    """The titles of one person on a day; as recorded where no law is on file for it."""
    try:
        stands = law.book(connection).on(on)
    except NoLaw:
        return Titles(tuple(rows), tuple(rows), current_on(rows, on))
    segments = segments_of(rows, stands)
    until = {each.ref.id: each.until for each in segments if each.ref is not None}
    lasting = tuple(replace(row, valid_until=until.get(row.id, row.valid_until)) for row in rows)
    view = LegalView(Facts(segments=segments), on, stands, codes_of(desk.catalogues))
    end = title_end(view, title_lead(settings.values(desk)))
    return Titles(tuple(rows), lasting, current_on(lasting, on), end if end is not None and end.shown_on(on) else None)
