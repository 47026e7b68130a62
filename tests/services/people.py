"""Short ways to people and what happens to them, through the services."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.models.user import User
from hin_desktop.services import cases, clients, consultations, entries, residence
from hin_desktop.services.cases import CASES, CaseRow
from hin_desktop.services.clients import ClientRecord, LanguageSkill, NameVariant, Nationality
from hin_desktop.services.consultations import ConsultationRow, ParticipantRow
from hin_desktop.services.notices import NOTICES, NoticeRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import ResidencePeriodRow
from tests.desk_factory import Desk

OLENA = ClientRecord(
    given_names="Olena", family_name="Kowalenko", original_name="Олена Коваленко", birth_date=PartialDate(1990, 4, 2),
    phone="0170 1", may_call=True, nationalities=(Nationality(code="UKR"),),
    languages=(LanguageSkill(code="uk", level="NATIVE", reads=True),),
    names=(NameVariant(kind="BIRTH", text="Olena Tkatschenko"),))  # fmt: skip


def person(given: str = "", family: str = "", **values: object) -> ClientRecord:
    """Somebody, not stored yet."""
    return replace(ClientRecord(given_names=given, family_name=family), **values)


def take_in(desk: OpenDesk, given: str = "", family: str = "", **values: object) -> ClientRecord:
    """Somebody, stored."""
    return clients.add(desk, person(given, family, **values)).value


def case(desk: OpenDesk, client: ClientRecord, opened: date, **values: object) -> CaseRow:
    """A case of this counsellor."""
    row = replace(cases.new_case(desk, client.id), opened_on=opened, **values)
    return entries.save(desk, CASES, row).value


def talk(desk: OpenDesk, *people: ClientRecord, held: date, **values: object) -> ConsultationRow:
    """A talk with these people."""
    row = replace(
        consultations.new_consultation(desk, people[0].id, None), held_on=held, channel="OFFICE",
        participants=tuple(ParticipantRow(client_id=one.id) for one in people), **values)  # fmt: skip
    return consultations.save(desk, row).value


def title(desk: OpenDesk, client: ClientRecord, code: str, start: date, end: date | None) -> ResidencePeriodRow:
    """A residence title, both days inclusive."""
    row = ResidencePeriodRow(client_id=client.id, code=code, valid_from=PartialDate.of(start),
                             valid_until=PartialDate.of(end) if end else None)  # fmt: skip
    return entries.save(desk, residence.PERIODS, row).value


def letter(desk: OpenDesk, client: ClientRecord, kind: str = "HEARING", **values: object) -> NoticeRow:
    """A letter with a deadline."""
    return entries.save(desk, NOTICES, replace(NoticeRow(client_id=client.id, kind=kind), **values)).value


def colleague(desk: Desk, name: str = "Jonas Beck") -> int:
    """Another counsellor of the same desk."""
    with desk.writing("Colleague") as writer:
        return writer.insert(User, {"login": name.lower(), "display_name": name, "role": "counsellor"})
