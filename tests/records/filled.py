"""One row in every table, made from the schema alone, so that a new table is filled without being named here."""

from __future__ import annotations

from datetime import date
from enum import Enum as PythonEnum
from typing import Any

from sqlalchemy import Boolean, Column, Date, Enum, Integer, LargeBinary, Table, func, select

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message
from hin_desktop.records.base import Base, table_of
from hin_desktop.records.journal import JOURNAL
from hin_desktop.records.statements import STAMPS
from hin_desktop.records.store import Store
from hin_desktop.records.types import JsonText, PartialDateText
from hin_desktop.records.writer import Model
from tests.desk_factory import SESSION, START

NAMES = {"family_name": "Kowalenko", "given_names": "Olena"}


def fill(store: Store) -> None:
    """One row in each table that has none; each refers to the first rows of the others."""
    with store.reading() as connection:
        founded = connection.exec_driver_sql("SELECT count(*) FROM organisation").scalar()
    organisation = 1 if founded else None
    call = store.writing(Message("Filled"), user_id=1, organisation_id=organisation, session=SESSION, now=START)
    with call as writer:
        for model in _in_order():
            table = table_of(model)
            if writer.connection.scalar(select(func.count()).select_from(table)) == 0:
                writer.insert(model, _row(table))


def _in_order() -> list[Model]:
    models = {table_of(mapper.class_).name: mapper.class_ for mapper in Base.registry.mappers}
    return [models[table.name] for table in Base.metadata.sorted_tables if table.name not in JOURNAL]


def _row(table: Table) -> dict[str, Any]:
    return {column.name: _value(column) for column in table.c if column.name not in {"id", *STAMPS}}


def _value(column: Column[Any]) -> object:
    kind = column.type
    if column.foreign_keys or isinstance(kind, Integer):
        return 1
    if isinstance(kind, Enum) and kind.enum_class is not None and issubclass(kind.enum_class, PythonEnum):
        return next(iter(kind.enum_class))
    known = (
        (PartialDateText, PartialDate(2019, 5)),
        (JsonText, {"ü": [1, None]}),
        (Boolean, True),
        (Date, date(2027, 1, 14)),
        (LargeBinary, b"%PDF"),
    )
    return next((value for each, value in known if isinstance(kind, each)), NAMES.get(column.name, "ü"))
