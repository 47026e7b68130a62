"""The words in which the steps write tables. Frozen with the first release: every step reads as it was written.

The names of constraints are written out by the same rules as in `records/base.py`.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

TEXT, NUMBER, YES_NO, DAY, MOMENT = sa.Text(), sa.Integer(), sa.Boolean(), sa.Date(), sa.DateTime(timezone=True)
Part = sa.Column[Any] | sa.Constraint


def record(name: str, *parts: Part) -> None:
    """A table with the columns that every record has."""
    table(
        name,
        sa.Column("id", NUMBER, nullable=False),
        *parts,
        *columns(sa.String(36), "uid"),
        ref(name, "organisation_id", "organisation"),
        *columns(NUMBER, "version"),
        *columns(MOMENT, "created_at", "updated_at"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        unique(name, "uid"),
        sqlite_autoincrement=True,
    )


def table(name: str, *parts: Part, **options: bool) -> None:
    """A table with these columns and constraints alone."""
    op.create_table(name, *parts, **options)


def columns(kind: sa.types.TypeEngine[Any], *names: str, null: bool = False) -> list[sa.Column[Any]]:
    """Columns of one type."""
    return [sa.Column(name, kind, nullable=null) for name in names]


def ref(table: str, column: str, other: str, *, null: bool = False) -> sa.Column[Any]:
    """A column that refers to the id of another table."""
    key = sa.ForeignKey(f"{other}.id", name=f"fk_{table}_{column}")
    return sa.Column(column, NUMBER, key, nullable=null)


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    """These columns together are never twice the same."""
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")
