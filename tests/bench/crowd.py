"""A desk with as many people as a large service has: twelve counsellors, cases, titles, talks."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hin_desktop.domain.names import PersonName, search_terms
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.client import Client, ClientNationality
from hin_desktop.records.models.consultation import Consultation, ConsultationCode, ConsultationParticipant
from hin_desktop.records.models.interface import SearchTerm
from hin_desktop.records.models.residence import ResidencePeriod
from hin_desktop.records.models.user import User
from hin_desktop.services.open_desk import Act, OpenDesk

GIVEN = ("Yusuf", "Olena", "Amina", "Şükrü", "Nguyễn", "Ion", "Fatima", "Taras", "Zoë", "Haile", "Łukasz", "Mihaela")
FAMILY = ("Al-Masri", "Kowalenko", "Yılmaz", "Popescu", "Rahimi", "Tesfaye", "Öztürk", "Nowak", "Petrov", "Mbeki")
NOTE = "Antrag auf Verlängerung besprochen, Unterlagen durchgesehen, Termin bei der Ausländerbehörde vorbereitet."
TALKS_EACH, COUNSELLORS = 3, 12
EVERY_OPEN, EVERY_SOON, EVERY_STEP = 7, 91, 35  # how rare an open case, a title about to end and a step are


def fill(desk: OpenDesk, people: int) -> None:
    """Put so many people into an empty desk, in one transaction."""
    chance, today = random.Random(1), desk.today()  # noqa: S311 - names and days, no secrets
    with desk.writing(Message("Crowd")) as act:
        ids = _people(act, people, chance)
        team = [desk.actor.user_id, *act.writer.insert_many(User, (
            {"login": f"colleague{number}", "display_name": f"Colleague {number}", "role": "counsellor"}
            for number in range(1, COUNSELLORS)))]  # fmt: skip
        act.writer.insert_many(ClientNationality, ({"client_id": one, "code": "SYR"} for one in ids))
        act.writer.insert_many(Case, (_case(one, team[one % COUNSELLORS], today) for one in ids))
        act.writer.insert_many(ResidencePeriod, (_title(one, today) for one in ids))
        _talks(act, ids, team, today)


def _people(act: Act, people: int, chance: random.Random) -> range:
    names = [PersonName(chance.choice(GIVEN), f"{chance.choice(FAMILY)}{number % 97}") for number in range(people)]
    ids = act.writer.insert_many(Client, (
        {"file_number": f"HIN-2024-{number:05}", "given_names": name.given, "family_name": name.family,
         "sort_name": name.sort_key, "birth_date": PartialDate(1960 + number % 50, 1 + number % 12)}
        for number, name in enumerate(names)))  # fmt: skip
    act.writer.insert_many(SearchTerm, (
        {"term": term, "client_id": one} for one, name in zip(ids, names, strict=True)
        for term in sorted(search_terms(name.given, name.family))))  # fmt: skip
    return ids


def _case(client: int, user: int, today: date) -> dict[str, object]:
    closed = None if client % EVERY_OPEN == 0 else today - timedelta(days=30)
    return {"client_id": client, "counsellor_id": user, "counselling_type": "MBE",
            "opened_on": today - timedelta(days=200), "closed_on": closed}  # fmt: skip


def _title(client: int, today: date) -> dict[str, object]:
    until = today + timedelta(days=60 if client % EVERY_SOON == 0 else 900)
    return {"client_id": client, "code": "AE_24", "valid_from": PartialDate(2023, 5, 1),
            "valid_until": PartialDate.of(until), "authority": "Ausländerbehörde Herne"}  # fmt: skip


def _talks(act: Act, people: range, team: list[int], today: date) -> None:
    held = [(client, today - timedelta(days=15 + 60 * number)) for client in people for number in range(TALKS_EACH)]
    talks = act.writer.insert_many(Consultation, (
        {"held_on": day, "channel": "OFFICE", "counsellor_id": team[client % COUNSELLORS], "summary": NOTE,
         "duration_min": 45, "agreed_next": "Nachweise mitbringen" if client % EVERY_STEP == 0 else "", "due_on": None}
        for client, day in held), subjects=())  # fmt: skip
    act.writer.insert_many(ConsultationParticipant, (
        {"consultation_id": talk, "client_id": client} for talk, (client, _) in zip(talks, held, strict=True)))
    act.writer.insert_many(ConsultationCode, (
        {"consultation_id": talk, "catalogue": "topic", "code": "RES"} for talk in talks), subjects=())

