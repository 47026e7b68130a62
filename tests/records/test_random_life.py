"""A desk lives a random life: after every step the chain holds, undo restores exactly, nothing is left out."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from hin_desktop.errors import Refused
from hin_desktop.records import journal_chain
from hin_desktop.records.base import table_of
from hin_desktop.records.journal import entries_of_client
from hin_desktop.records.models.client import Address, Client
from hin_desktop.records.undo import replay, steps
from hin_desktop.records.writer import Writer
from tests.desk_factory import SESSION, Desk, open_store
from tests.records.conftest import person

NAMES = st.sampled_from(["Şükrü", "Olena", "يوسف", "ሃይለ", "O'Neil"])
Picture = dict[tuple[str, int], Mapping[str, Any]]


class Life(RuleBasedStateMachine):
    """Counsellor and desk. `pictures` is what the desk looked like before each step that can be taken back."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "desk.db")
        self.desk = Desk(self.folder / "desk.db", open_store(self.folder / "desk.db"))
        self.done: list[Picture] = []
        self.undone: list[Picture] = []
        self.numbers = count()

    def teardown(self) -> None:
        self.desk.store.close()
        shutil.rmtree(self.folder)

    def picture(self) -> Picture:
        """Every row but what counts on by itself."""
        found: Picture = {}
        with self.desk.store.reading() as connection:
            for table in (table_of(Client), table_of(Address)):
                for row in connection.execute(select(table)).mappings():
                    found[table.name, row["id"]] = {**row, "version": 0, "updated_at": None}
        return found

    def ids(self, table: str) -> list[int]:
        return sorted(row_id for kind, row_id in self.picture() if kind == table)

    def saved(self, before: Picture, writer: Writer) -> None:
        """Note a step, and check that its changes name exactly the rows that differ."""
        after = self.picture()
        differ = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        assert {(change.kind, change.id) for change in writer.changes} == differ
        if writer.entry_id is not None:
            self.done.append(before)
            self.undone.clear()

    @rule(names=st.lists(NAMES, min_size=1, max_size=4))
    def take_in(self, names: list[str]) -> None:
        before = self.picture()
        with self.desk.writing() as writer:
            rows = [person(family_name=name, file_number=f"{next(self.numbers)}") for name in names]
            writer.insert_many(Client, rows) if len(rows) > 1 else writer.insert(Client, rows[0])
        self.saved(before, writer)

    @precondition(lambda self: self.ids("client"))
    @rule(data=st.data(), name=NAMES, town=st.none() | NAMES)
    def change(self, data: st.DataObject, name: str, town: str | None) -> None:
        before, client = self.picture(), data.draw(st.sampled_from(self.ids("client")))
        with self.desk.writing() as writer:
            writer.update(Client, client, None, {"given_names": name})
            if town:
                writer.insert(Address, {"client_id": client, "town": town})
        self.saved(before, writer)

    @precondition(lambda self: self.ids("client"))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        before, client = self.picture(), data.draw(st.sampled_from(self.ids("client")))
        with self.desk.writing() as writer:
            for (kind, row_id), row in before.items():
                if kind == "address" and row["client_id"] == client:
                    writer.delete(Address, row_id, None)
            writer.delete(Client, client, None)
        self.saved(before, writer)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.undone.append(self.picture())
        self.replayed(redo=False)
        assert self.picture() == self.done.pop()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append(self.picture())
        self.replayed(redo=True)
        assert self.picture() == self.undone.pop()

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def undo_any(self, data: st.DataObject) -> None:
        """An older step, out of order: taken back, or refused and nothing changed."""
        before = self.picture()
        with self.desk.store.reading() as connection:
            last = steps(connection, SESSION).undo or 0
        entry = data.draw(st.integers(2, last))
        try:
            with self.desk.writing(undoes=entry) as writer:
                replay(writer)
        except Refused:
            assert self.picture() == before
        else:
            self.done.clear()
            self.undone.clear()

    def replayed(self, *, redo: bool) -> None:
        with self.desk.store.reading() as connection:
            found = steps(connection, SESSION)
        with self.desk.writing(undoes=found.redo if redo else found.undo) as writer:
            replay(writer)

    @invariant()
    def the_history_is_whole(self) -> None:
        with self.desk.store.reading() as connection:
            assert journal_chain.verify(connection).faults == ()
            for client in self.ids("client"):
                assert entries_of_client(connection, client, limit=1)


@pytest.mark.timeout(120)
def test_a_random_life(template_desk: Path) -> None:
    life = type("Life", (Life,), {"template": template_desk})
    run_state_machine_as_test(
        life,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
