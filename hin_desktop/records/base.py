"""What every table has, and how each says whose data it holds.

    class Residence(Record):
        __tablename__ = "residence"
        subjects = Subjects.column("client_id")
        client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)

`Mapped[PartialDate]`, `Mapped[datetime]` (UTC) and `Mapped[AnyEnum]` (as text) need no further type.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from hin_desktop.records.types import ANNOTATED

ORGANISATION = "organisation"
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


@dataclass(frozen=True, slots=True)
class Subjects:
    """How to find the clients that a row is about: the journal files it under them. Made by the class methods.

    `names` are columns of the row that hold client ids; or `table` has rows whose `link` equals the row's `key` and
    whose `client` is a client id. Neither: the row is about nobody.
    """

    names: tuple[str, ...] = ()
    table: str = ""
    link: str = ""
    client: str = "client_id"
    key: str = "id"

    @classmethod
    def none(cls) -> Subjects:
        """About nobody: the organisation, its users, its settings."""
        return cls()

    @classmethod
    def self_id(cls) -> Subjects:
        """The row is the client."""
        return cls(names=("id",))

    @classmethod
    def column(cls, name: str) -> Subjects:
        """This column holds the client's id."""
        return cls(names=(name,))

    @classmethod
    def columns(cls, *names: str) -> Subjects:
        """Each of these columns holds a client's id or nothing (a relation has two)."""
        return cls(names=names)

    @classmethod
    def via(cls, table: str, link: str, client: str = "client_id", key: str = "id") -> Subjects:
        """Found in `table`, where its indexed `link` equals this row's `key`.

        A household: `via("household_member", "household_id")`. A goal of a case: `via("case", "id", key="case_id")`.
        """
        return cls(table=table, link=link, client=client, key=key)


class Base(DeclarativeBase):
    """The schema as one: naming convention and the columns of the field's own types."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = dict(ANNOTATED)


class Record(Base):
    """A table of the desk. Only the Writer sets these columns.

    `id` is never reused; `uid` is the identity outside this desk; `version` counts the saves, from 1.
    """

    __abstract__ = True

    subjects: ClassVar[Subjects]

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    uid: Mapped[str] = mapped_column(String(36), unique=True, sort_order=10)
    organisation_id: Mapped[int] = mapped_column(ForeignKey(f"{ORGANISATION}.id"), sort_order=10)
    version: Mapped[int] = mapped_column(sort_order=10)
    created_at: Mapped[datetime] = mapped_column(sort_order=10)
    updated_at: Mapped[datetime] = mapped_column(sort_order=10)

    @classmethod
    def __table_cls__(cls, *parts: Any, **options: Any) -> Table:  # noqa: ANN401  # SQLAlchemy hands through what it has
        """Make the table such that SQLite never gives an id twice."""
        return Table(*parts, **{"sqlite_autoincrement": True, **options})


def table_of(model: type[Base]) -> Table:
    """The table of a model."""
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not a table")
    return table
