"""What the law says to a person's records: read, assessed, and imagined otherwise. Nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from hin_desktop.domain import answers, residence_answers
from hin_desktop.domain.answers import LegalCard
from hin_desktop.domain.contradictions import Remark
from hin_desktop.domain.course_rights import CourseRights, course_rights
from hin_desktop.domain.deadline import Deadline
from hin_desktop.domain.deadline_facts import DeadlineFacts
from hin_desktop.domain.deadlines import deadlines
from hin_desktop.domain.law import LawBook
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.assessment import Assessment, assess
from hin_desktop.domain.path_findings import path_findings
from hin_desktop.domain.path_reading import read_path
from hin_desktop.domain.pathway import PathFacts, Station
from hin_desktop.domain.remarks import remarks
from hin_desktop.domain.residence_duty import ResidenceDuty, residence_duty
from hin_desktop.domain.settlement.assessment import Settlement
from hin_desktop.domain.settlement.assessment import assess as assess_settlement
from hin_desktop.domain.stay_rights import StayRight, stay_rights
from hin_desktop.domain.what_if import WhatIf, imagined
from hin_desktop.errors import Gone, Message
from hin_desktop.services import deadlines as deadline_service
from hin_desktop.services import law, legal_facts, legal_records
from hin_desktop.services.open_desk import OpenDesk


@dataclass(frozen=True, slots=True)
class Prospects:
    """Everything the law says to one person on a day. `more`: what the deadlines ask besides the facts of the view
    (None: nobody is left who could be late).
    """

    view: LegalView
    book: LawBook
    more: DeadlineFacts | None
    naturalisation: Assessment
    settlement: Settlement | None
    stay_rights: tuple[StayRight, ...]
    course: CourseRights | None
    residence_duty: ResidenceDuty | None
    remarks: tuple[Remark, ...]
    deadlines: tuple[Deadline, ...]

    def what_if(self, change: WhatIf) -> Prospects:
        """The same under other facts, or on another day. Pure, so it answers while it is typed. Raises NoLaw."""
        return prospects(imagined(self.view, change, self.book), self.book, self.more)


def of_person(desk: OpenDesk, client_id: int, on: date) -> Prospects:
    """Read a person and assess. Raises Gone, NoLaw."""
    with desk.reading() as connection:
        return read(desk, connection, client_id, on)


def read(desk: OpenDesk, connection: Connection, client_id: int, on: date) -> Prospects:
    """As `of_person`, in a view that is open."""
    book = law.book(connection)
    records = legal_records.of_people(connection, desk.catalogues, [client_id]).get(client_id)
    if records is None:
        raise Gone
    stands = book.on(on)
    more = deadline_service.facts_of(connection, desk, {client_id: records}, stands)[client_id]
    return prospects(legal_facts.view_of(records, desk.catalogues, stands), book,
                     more if records.death is None else None)


def stations(desk: OpenDesk, path: PathFacts, read: Prospects | None, on: date) -> tuple[Station, ...]:
    """The path with what the law says to it; without (None) the stations that only the law answers stay open."""
    return read_path(path, on, desk.path_rules, path_findings(read.naturalisation) if read is not None else None)


def prospects(view: LegalView, book: LawBook, more: DeadlineFacts | None) -> Prospects:
    """Assess a view."""
    return Prospects(view, book, more, assess(view), assess_settlement(view), stay_rights(view), course_rights(view),
                     residence_duty(view), remarks(view), deadlines(view, more) if more is not None else ())


def cards(found: Prospects) -> tuple[LegalCard, ...]:
    """The questions of the law, in the order of window and paper."""
    on = found.view.on
    return (
        LegalCard("naturalisation", Message("Naturalisation"), tuple(answers.naturalisation(found.naturalisation)),
                  Message("German already."), always=True),
        LegalCard("settlement", Message("Permanent residence"), tuple(residence_answers.settlement(found.settlement)),
                  Message("Nothing to settle from the present status."), always=True),
        LegalCard("stay", Message("Right to stay"), tuple(residence_answers.stay_rights(found.stay_rights, on)),
                  Message("Only with a Duldung, a Gestattung or chance residence.")),
        LegalCard("course", Message("Integration course"), tuple(residence_answers.course_answers(found.course, on)),
                  Message("No title is recorded.")),
        LegalCard("duty", Message("Residence duty (§ 12a AufenthG)"),
                  tuple(residence_answers.duty_answers(found.residence_duty, on)), Message("Not bound to a place.")))
