"""The practice desk: fictional people to try things on, put into a new desk in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from hin_desktop.domain import checks, file_number
from hin_desktop.errors import FieldProblem, Invalid, Message, Refused
from hin_desktop.records.models.client import Client
from hin_desktop.records.models.consultation import Consultation, ConsultationCode, ConsultationParticipant
from hin_desktop.records.models.household import Household, HouseholdMember
from hin_desktop.records.models.user import User
from hin_desktop.services import (
    cases,
    contacts,
    evidence,
    households,
    legal_sheets,
    milestones,
    notices,
    practice_people,
    residence,
    search,
)
from hin_desktop.services.cases import CaseRow
from hin_desktop.services.clients import LISTS
from hin_desktop.services.consultations import CATALOGUES, ParticipantRow
from hin_desktop.services.done import Done
from hin_desktop.services.entries import E, Entry, EntryKind
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.open_desk import Act, OpenDesk
from hin_desktop.services.practice_people import Practice, PracticePerson, Talk
from hin_desktop.services.rows import table_of, values_of
from hin_desktop.services.settings import setting

KINDS: Final[tuple[EntryKind[Any], ...]] = (
    contacts.ADDRESSES, contacts.AUTHORITY_REFERENCES, residence.PERIODS, residence.ABSENCES,
    residence.IDENTITY_DOCUMENTS, households.REPRESENTATIVES, milestones.MILESTONES, evidence.ASYLUM,
    evidence.EMPLOYMENTS, evidence.BENEFITS, evidence.COURSES, legal_sheets.SHEETS, notices.NOTICES,
    milestones.OVERRIDES,
)  # fmt: skip


def fill(desk: OpenDesk, today: date) -> Done[int]:
    """Put the practice people into an empty desk, with all days told from `today`; gives how many there are.

    Raises Refused for a desk that already holds people, BadPractice for a fault in the shipped files.
    """
    practice = practice_people.read(desk.catalogues, today)
    with desk.writing(Message("Practice people filled in")) as act:
        if act.writer.connection.scalar(select(table_of(Client).c.id).limit(1)) is not None:
            raise Refused(Message("There are people in this desk already."),
                          Message("Practice people go into a new desk of their own."))
        pattern = str(setting(act.writer.connection, desk, "file_number_pattern"))
        _Filling(act, practice, desk.actor.user_id, today).run(_file_numbers(practice, pattern, today))
    return act.done(len(practice.people))


def _file_numbers(practice: Practice, pattern: str, today: date) -> Mapping[str, str]:
    """A number for each person: counted within the year of the first case, in the order of coming."""
    came = {person.key: min((case.row.opened_on or today for case in person.cases), default=today)
            for person in practice.people}
    numbers: dict[str, str] = {}
    highest: dict[int, str] = {}
    for key in sorted(came, key=lambda key: (came[key], key)):
        year = came[key].year
        numbers[key] = highest[year] = file_number.next_number(pattern, year, highest.get(year))
    return numbers


@dataclass(slots=True)
class _Filling:
    """One filling under way; the ids given so far, by key, login and person."""

    act: Act
    practice: Practice
    user_id: int
    today: date
    clients: dict[str, int] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=dict)
    cases: dict[str, list[CaseRow]] = field(default_factory=dict)

    def run(self, numbers: Mapping[str, str]) -> None:
        """Colleagues, people, what belongs to each, then what connects them."""
        self.users = {"": self.user_id, **{user.login: self.act.save(User, user).id
                                           for user in self.practice.colleagues}}
        for person in self.practice.people:
            self.clients[person.key] = self._add_sheet(person, numbers[person.key])
            self._add_cases(person)
        self._add_entries()
        self._add_households()
        self._add_talks([talk for person in self.practice.people for talk in person.talks])

    def _add_sheet(self, person: PracticePerson, number: str) -> int:
        sheet = person.sheet
        _require(checks.check_person(sheet, self.today, LIMITS))
        saved = self.act.save(Client, replace(sheet, file_number=number), sort_name=sheet.name.sort_key)
        for name, _, model in LISTS:
            for row in getattr(sheet, name):
                self.act.save(model, row, client_id=saved.id)
        search.index_person(self.act.writer, saved.id)
        return saved.id

    def _add_cases(self, person: PracticePerson) -> None:
        kind = cases.CASES
        rows = [replace(case.row, client_id=self.clients[person.key], counsellor_id=self.users[case.by])
                for case in person.cases]
        self.cases[person.key] = [self.act.save(kind.model, self._checked(kind, row)) for row in rows]

    def _add_entries(self) -> None:
        kinds = {kind.row: kind for kind in (*KINDS, households.RELATIONS)}
        for row in self._entries():
            kind = kinds[type(row)]
            self.act.save(kind.model, self._checked(kind, row))

    def _entries(self) -> Iterator[Entry]:
        for person in self.practice.people:
            client_id = self.clients[person.key]
            yield from (replace(row, client_id=client_id) for row in person.entries)
            for relative in person.relatives:
                yield replace(relative.row, client_id=client_id, related_client_id=self.clients.get(relative.who))

    def _checked(self, kind: EntryKind[E], row: E) -> E:
        _require(kind.check(row, self.today))
        return row

    def _add_households(self) -> None:
        for label, members in self.practice.households:
            ids = [self.clients[key] for key in members]
            home = self.act.writer.insert(Household, {"label": label}, subjects=ids)
            self.act.writer.insert_many(
                HouseholdMember, [{"household_id": home, "client_id": client_id} for client_id in ids], subjects=ids)

    def _add_talks(self, talks: Iterable[Talk]) -> None:
        """In the order in which they were held, so that the history reads as it would have grown."""
        for talk in sorted(talks, key=lambda talk: talk.row.held_on or self.today):
            subjects = [self.clients[key] for key in talk.people]
            row = replace(talk.row, counsellor_id=self.users[talk.by])
            _require(checks.check_consultation(row, self.today, LIMITS))
            talk_id = self.act.writer.insert(Consultation, values_of(row, Consultation), subjects=subjects)
            for key in talk.people:
                self.act.save(ConsultationParticipant, self._participant(talk, key), consultation_id=talk_id)
            codes = [{"consultation_id": talk_id, "catalogue": catalogue, "code": code}
                     for name, catalogue in CATALOGUES for code in getattr(row, name)]
            self.act.writer.insert_many(ConsultationCode, codes, subjects=subjects)

    def _participant(self, talk: Talk, key: str) -> ParticipantRow:
        return ParticipantRow(client_id=self.clients[key], case_id=self._case_on(key, talk.row.held_on),
                              note=talk.notes.get(key, ""))

    def _case_on(self, key: str, day: date | None) -> int | None:
        """The case of the person that was open on a day."""
        fitting = [case.id for case in self.cases[key] if day and case.opened_on and case.opened_on <= day
                   and (case.closed_on is None or day <= case.closed_on)]
        return fitting[-1] if fitting else None


def _require(problems: tuple[FieldProblem, ...]) -> None:
    if problems:
        raise Invalid(*problems)
