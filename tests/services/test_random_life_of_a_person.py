"""A person's random life through the services: undone to the last step it leaves nothing, and the search knows it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records import journal_chain
from hin_desktop.records.base import Base, table_of
from hin_desktop.records.journal import JOURNAL, NOT_JOURNALLED
from hin_desktop.records.models.interface import SearchTerm
from hin_desktop.services import clients, consultations, contacts, entries, history, households, residence, search
from hin_desktop.services.cases import CASES, CaseRow
from hin_desktop.services.clients import ClientRecord, NameVariant, Nationality
from hin_desktop.services.consultations import ConsultationRow, ParticipantRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter
from tests.desk_factory import Desk, open_store
from tests.open_desk import World, opened

NAMES = st.sampled_from(["Şükrü", "Olena", "يوسف", "ሃይለ", "O'Neil-D'Arc", "Müller", ""])
CODES = st.lists(st.sampled_from(["RES", "WORK", "FAM", "COURSE"]), unique=True).map(tuple)
DAYS = st.integers(0, 900).map(lambda days: date(2024, 6, 1) + timedelta(days=days))
KINDS = (contacts.ADDRESSES, residence.PERIODS, households.RELATIONS, CASES)
TABLES = [table for table in Base.metadata.sorted_tables if table.name not in {*JOURNAL, *NOT_JOURNALLED}]
LIVES = 8
Picture = dict[tuple[str, int], dict[str, Any]]


class Life(RuleBasedStateMachine):
    """One counsellor at one desk; `acts` counts what can be taken back, `first` is the desk before all of it."""

    template: Path
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "desk.db")
        self.files = Desk(self.folder / "desk.db", open_store(self.folder / "desk.db"))
        self.desk: OpenDesk = opened(self.files, self.world)
        self.first = self.picture()
        self.acts = 0
        self.back = 0

    def teardown(self) -> None:
        before = self.picture()
        for _ in range(self.acts):
            history.undo(self.desk)
        assert self.picture() == self.first
        assert history.undo(self.desk) is None
        for _ in range(self.acts):
            history.redo(self.desk)
        assert self.picture() == before
        self.everything_holds()
        self.files.store.close()
        shutil.rmtree(self.folder)

    def picture(self) -> Picture:
        """Every row of the history's tables but what counts on by itself."""
        with self.desk.reading() as connection:
            return {(table.name, row["id"]): {**row, "version": 0, "updated_at": None}
                    for table in TABLES for row in connection.execute(select(table)).mappings()}  # fmt: skip

    def did(self, act: Callable[[], Any]) -> None:
        self.files.now += timedelta(minutes=1)
        if act().entry_id is not None:
            self.acts, self.back = self.acts + 1, 0

    def somebody(self, data: st.DataObject) -> ClientRecord:
        return clients.get(self.desk, data.draw(st.sampled_from(sorted(search.find(self.desk, ClientFilter())))))

    def people(self) -> bool:
        return bool(search.find(self.desk, ClientFilter()))

    @rule(given_names=NAMES, family_name=NAMES, case=st.sampled_from([None, "MBE"]))
    def take_in(self, given_names: str, family_name: str, case: str | None) -> None:
        record = ClientRecord(given_names=given_names, family_name=family_name)
        self.did(lambda: clients.add(self.desk, record, case))

    @precondition(people)
    @rule(data=st.data(), name=NAMES, codes=st.lists(st.sampled_from(["SYR", "UKR", "DEU"]), unique=True))
    def change(self, data: st.DataObject, name: str, codes: list[str]) -> None:
        record = self.somebody(data)
        variants = (*record.names[1:], NameVariant(kind="BIRTH", text=name))
        nations = tuple(Nationality(code=code) for code in codes)
        self.did(lambda: clients.change(self.desk, replace(
            record, original_name=name, names=variants, nationalities=nations)))  # fmt: skip

    @precondition(people)
    @rule(data=st.data(), day=DAYS, topics=CODES, together=st.booleans())
    def talk(self, data: st.DataObject, day: date, topics: tuple[str, ...], together: bool) -> None:
        ids = {self.somebody(data).id, self.somebody(data).id} if together else {self.somebody(data).id}
        cases = {person: entries.get(self.desk, CASES, person) for person in sorted(ids)}
        row = ConsultationRow(held_on=day, channel="OFFICE", counsellor_id=1, topics=topics, participants=tuple(
            ParticipantRow(client_id=person, case_id=found[0].id if found else None)
            for person, found in cases.items()))  # fmt: skip
        self.did(lambda: consultations.save(self.desk, row))

    @precondition(people)
    @rule(data=st.data(), topics=CODES, note=NAMES, delete=st.booleans())
    def talk_again(self, data: st.DataObject, topics: tuple[str, ...], note: str, delete: bool) -> None:
        talks = consultations.of_client(self.desk, self.somebody(data).id)
        if talks and delete:
            self.did(lambda: consultations.remove(self.desk, talks[0]))
        elif talks:
            people = tuple(replace(person, note=note) for person in talks[-1].participants)
            changed = replace(talks[-1], topics=topics, participants=people)
            self.did(lambda: consultations.save(self.desk, changed))

    @precondition(people)
    @rule(data=st.data(), day=DAYS, name=NAMES)
    def add_entry(self, data: st.DataObject, day: date, name: str) -> None:
        person, other, since = self.somebody(data), self.somebody(data), PartialDate.of(day)
        rows = (
            (contacts.ADDRESSES, contacts.AddressRow(client_id=person.id, town="Herne", valid_from=since)),
            (residence.PERIODS, residence.ResidencePeriodRow(client_id=person.id, code="AE_24", valid_from=since)),
            (CASES, CaseRow(client_id=person.id, counsellor_id=1, opened_on=day)),
            (households.RELATIONS, households.RelationRow(
                client_id=person.id, kind="SIBLING", related_name=name or "N",
                related_client_id=other.id if other.id != person.id else None)),
        )  # fmt: skip
        kind, row = data.draw(st.sampled_from(rows))
        self.did(lambda: entries.save(self.desk, kind, row))

    @precondition(people)
    @rule(data=st.data(), delete=st.booleans())
    def entry_again(self, data: st.DataObject, delete: bool) -> None:
        kind, person = data.draw(st.sampled_from(KINDS)), self.somebody(data)
        rows = entries.get(self.desk, kind, person.id)
        if rows:
            act = entries.remove if delete else entries.save
            self.did(lambda: act(self.desk, kind, rows[0]))

    @precondition(people)
    @rule(data=st.data())
    def move_in_or_out(self, data: st.DataObject) -> None:
        one, other = self.somebody(data), self.somebody(data)
        homes = households.family(self.desk, one.id).households
        if homes:
            self.did(lambda: households.leave(self.desk, homes[0].own))
        elif one.id != other.id:
            self.did(lambda: households.live_together(self.desk, one.id, other.id, "Zuhause"))

    @precondition(people)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        record = self.somebody(data)
        self.did(lambda: clients.remove(self.desk, record.id, record.version))

    @precondition(lambda self: self.acts)
    @rule()
    def undo(self) -> None:
        assert history.undo(self.desk) is not None
        self.acts, self.back = self.acts - 1, self.back + 1

    @precondition(lambda self: self.back)
    @rule()
    def redo(self) -> None:
        assert history.redo(self.desk) is not None
        self.acts, self.back = self.acts + 1, self.back - 1

    @invariant()
    def everything_holds(self) -> None:
        with self.desk.reading() as connection:
            assert journal_chain.verify(connection).faults == ()
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert self.words() == self.words_anew()

    def words(self) -> set[tuple[str, int]]:
        table = table_of(SearchTerm)
        with self.desk.reading() as connection:
            found = connection.execute(select(table.c.term, table.c.client_id)).all()
        assert len(found) == len(set(found))
        return {(row.term, row.client_id) for row in found}

    def words_anew(self) -> set[tuple[str, int]]:
        """The words that a freshly built index has; what is written for it is thrown away."""
        table = table_of(SearchTerm)
        try:
            with self.files.writing("Index") as writer:
                for person in search.find(self.desk, ClientFilter()):
                    search.index_person(writer, person)
                found = writer.connection.execute(select(table.c.term, table.c.client_id)).all()
                raise ThrowAwayError
        except ThrowAwayError:
            return {(row.term, row.client_id) for row in found}


class ThrowAwayError(Exception):
    """Ends a transaction that is not wanted."""


@pytest.mark.timeout(120)
def test_a_random_life(template_desk: Path, world: World) -> None:
    life = type("Life", (Life,), {"template": template_desk, "world": world})
    run_state_machine_as_test(life, settings=settings(
        max_examples=LIVES, stateful_step_count=20, deadline=None,
        suppress_health_check=[HealthCheck.too_slow]))  # fmt: skip
