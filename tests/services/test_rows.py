"""Constant questions: rendered once, asked with any number of values."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pytest
from sqlalchemy import bindparam, select

from hin_desktop.records.models.client import Client
from hin_desktop.services import clients
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import ask, table_of

CLIENT = table_of(Client)
NAMED = select(CLIENT.c.id, CLIENT.c.arrival_town).where(
    CLIENT.c.id.in_(bindparam("ids", expanding=True)), CLIENT.c.family_name == bindparam("name")).order_by(CLIENT.c.id)


@pytest.fixture
def people(open_desk: OpenDesk) -> list[int]:
    names = ("A", "B", "A", "A", "A")
    return [clients.add(open_desk, ClientRecord(given_names="X", family_name=name), "CM").value.id for name in names]


@pytest.mark.parametrize("kind", [list, tuple, set, dict.fromkeys, lambda ids: range(min(ids), max(ids) + 1)])
def test_any_collection_of_values_will_do(open_desk: OpenDesk, people: list[int], kind: type[Collection[int]]) -> None:
    first, _, third, fourth, fifth = people
    with open_desk.reading() as connection:
        assert [row.id for row in ask(connection, NAMED, ids=kind(people), name="A")] == [first, third, fourth, fifth]
        assert [row.id for row in ask(connection, NAMED, ids=kind(people[:3]), name="A")] == [first, third]
        assert ask(connection, NAMED, ids=[], name="A") == []


def test_values_come_as_their_column_has_them(open_desk: OpenDesk) -> None:
    born = select(CLIENT.c.privacy_info_on.label("day"), (CLIENT.c.family_name != "").label("named"))
    clients.add(open_desk, ClientRecord(given_names="X", family_name="Y", privacy_info_on=date(2026, 5, 1)), "CM")
    with open_desk.reading() as connection:
        row = ask(connection, born)[0]
    assert (row.day, row.named) == (date(2026, 5, 1), True)


def test_one_value_for_several_places_is_a_mistake(open_desk: OpenDesk) -> None:
    with open_desk.reading() as connection, pytest.raises(TypeError):
        ask(connection, NAMED, ids=1, name="A")
    with open_desk.reading() as connection, pytest.raises(TypeError):
        ask(connection, NAMED, ids=[1], name=["A", "B"])
