"""The law: one full assessment, and the deadlines of many people as Heute reads them.

Time of the processor, not of the clock: it is what the code costs, whoever else is busy on the machine.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from hin_desktop.domain.deadline_facts import DeadlineFacts
from hin_desktop.domain.facts import Absence, Facts, German, Protection, Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.records.base import Record
from hin_desktop.records.models.case import Case
from hin_desktop.records.models.evidence import AsylumProcedure, Benefit, CourseEntitlement, Employment
from hin_desktop.records.models.household import Relation
from hin_desktop.records.models.path import Milestone
from hin_desktop.records.models.residence import Absence as AbsenceRecord
from hin_desktop.records.models.residence import IdentityDocument, ResidencePeriod
from hin_desktop.services import assessments, deadlines, worklist
from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.services.law import load_law_book
from hin_desktop.services.legal_facts import codes_of
from hin_desktop.services.open_desk import OpenDesk
from tests.bench import crowd
from tests.bench.desks import new_desk
from tests.bench.measuring import Result, middle

ROUNDS, FEWER, PEOPLE, CASES = 200, 7, 10_000, 300
DAY = timedelta(days=1)
TODAY = date(2026, 11, 23)


def assessing() -> Iterator[Result]:
    """Naturalisation, settlement, rights to stay, course, § 12a and deadlines of somebody with a long history."""
    book, facts = load_law_book(), _history()
    stands, codes = book.on(TODAY), codes_of(load_catalogues())

    def assess() -> None:
        assessments.prospects(LegalView(facts, TODAY, stands, codes), book, DeadlineFacts(land="NW"))

    yield Result("assess", _processor(assess, ROUNDS), 2.0, remark="8 periods, 3 stays abroad")


def deadlines_of_many() -> Iterator[Result]:
    """One counsellor's open cases, and everybody: read, made facts of, and computed, chunk by chunk."""
    with new_desk() as opened:
        desk = opened.desk
        crowd.fill(desk, PEOPLE)
        _records(desk)
        mine = worklist.today(desk, desk.today(), mine_only=True).people
        everybody = range(1, PEOPLE + 1)
        yield Result("deadlines_300", _processor(lambda: _deadlines(desk, mine), FEWER), 150.0,
                     remark=f"{len(mine)} cases, {_deadlines(desk, mine)} deadlines, {PEOPLE} people at the desk")
        yield Result("deadlines_all", _processor(lambda: _deadlines(desk, everybody), 2) / 1000, 5.0, unit="s",
                     remark=f"{_deadlines(desk, everybody)} deadlines of {PEOPLE} people")


def _processor(act: Callable[[], object], rounds: int) -> float:
    """The median of a few runs in milliseconds of processor time; the first is a try."""
    times = []
    for _ in range(rounds + 1):
        begun = time.thread_time()
        act()
        times.append((time.thread_time() - begun) * 1000)
    return middle(times[1:])


def _deadlines(desk: OpenDesk, people: range | tuple[int, ...]) -> int:
    chunks = (people[at : at + deadlines.CHUNK] for at in range(0, len(people), deadlines.CHUNK))
    return sum(len(deadlines.of_people(desk, chunk, desk.today())) for chunk in chunks)


def _history() -> Facts:
    held = (("TITELFREI_UKR", "2016-02-01", "2016-02-20"), ("AG_55", "2016-02-10", "2017-05-31"),
            ("AE_25_2_SUB", "2017-06-01", "2018-05-31"), ("FB_81_4", "2018-06-01", "2018-08-31"),
            ("AE_25_2_SUB", "2018-09-01", "2020-08-31"), ("AE_16B", "2020-09-01", "2022-08-31"),
            ("AE_18B", "2022-10-01", "2025-09-30"), ("AE_18B", "2025-10-01", "2027-01-14"))
    abroad = (("2019-07-01", "2019-08-15"), ("2021-12-20", "2022-03-05"), ("2024-06-01", "2024-07-20"))
    day = PartialDate.from_iso
    return Facts(
        segments=tuple(Segment(code, day(start), day(until)) for code, start, until in held),
        absences=tuple(Absence(day(departed), day(returned)) for departed, returned in abroad),
        birthdate=day("1992-05-14"), entry_on=day("2016-02-01"), nationality=("SYR",), protection=Protection.SUBSIDIARY,
        asylum_made_on=day("2016-02-05"), asylum_lodged_on=day("2016-03-10"), decision_on=day("2017-05-02"),
        recognised_on=day("2017-05-10"), german=German.B1, civics_points=21, full_time_now=True,
        full_time_months_last24=22, title="AE_18B", issued_on=day("2025-10-01"), first_ae_on=day("2017-06-01"))


def _records(desk: OpenDesk) -> None:
    """What a real desk has beside cases, titles and talks; and three hundred open cases of one counsellor."""
    chance, today = random.Random(2), desk.today()  # noqa: S311 - days, no secrets
    everybody = range(1, PEOPLE + 1)

    def some(share: float) -> list[int]:
        return [one for one in everybody if chance.random() < share]

    def near(low: int, high: int) -> date:
        return today + chance.randint(low, high) * DAY

    def partial(low: int, high: int) -> PartialDate:
        return PartialDate.of(near(low, high))

    rows: dict[type[Record], list[dict[str, object]]] = {
        ResidencePeriod: [{"client_id": one, "code": code, "valid_from": PartialDate.of(today - begun * DAY),
                           "valid_until": PartialDate.of(today - (begun - 700) * DAY)} for one in some(0.7)
                          for code, begun in (("AG_55", 2600), ("AE_25_2_FL", 1900))],
        AbsenceRecord: [{"client_id": one, "departed_on": partial(-900, -400), "returned_on": partial(-390, -300)}
                        for one in some(0.2)],
        IdentityDocument: [{"client_id": one, "kind": "PASSPORT", "valid_until": near(-30, 2000)} for one in some(0.8)],
        AsylumProcedure: [{"client_id": one, "made_on": near(-2700, -2650), "lodged_on": near(-2640, -2600),
                           "decided_on": near(-2000, -1950), "outcome": "FLUECHTLING"} for one in some(0.5)],
        Employment: [{"client_id": one, "kind": "FULL_TIME", "started_on": partial(-900, -10)} for one in some(0.4)],
        Benefit: [{"client_id": one, "kind": "SGB2", "granted_from": near(-200, -100), "granted_until": near(-60, 300)}
                  for one in some(0.5)],
        CourseEntitlement: [{"client_id": one, "basis": "ENTITLED", "issued_on": near(-700, -100),
                             "title_issued_on": near(-700, -100), "registered_on": near(-90, -1)} for one in some(0.5)],
        Milestone: [{"client_id": one, "code": "GERMAN_B1", "reached_on": partial(-600, -1)} for one in some(0.3)],
        Relation: [{"client_id": one, "kind": "SPOUSE", "related_client_id": one + 1} for one in some(0.3)
                   if one < PEOPLE],
    }
    with desk.writing(Message("Records")) as act:
        for model, values in rows.items():
            act.writer.insert_many(model, values)
        missing = CASES - len(worklist.today(desk, today, mine_only=True).people)
        free = [one for one in everybody if one % crowd.EVERY_OPEN][:missing]
        act.writer.insert_many(Case, ({"client_id": one, "counsellor_id": desk.actor.user_id,
                                       "counselling_type": "MBE", "opened_on": today} for one in free))
