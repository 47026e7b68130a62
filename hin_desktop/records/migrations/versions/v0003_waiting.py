"""What waits: the day by which the Förderplan of a case is reviewed, and an index of the open steps alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hin_desktop.records.migrations.parts import DAY

CHANGES_ROWS: frozenset[str] = frozenset()


def upgrade() -> None:
    """Of thousands of talks Heute asks only for those whose step is open."""
    op.add_column("case", sa.Column("plan_review_on", DAY, nullable=True))
    op.drop_index("ix_consultation_due", "consultation")
    op.create_index(
        "ix_consultation_waiting",
        "consultation",
        ["due_on"],
        sqlite_where=sa.text("next_done_on IS NULL AND agreed_next != ''"),
    )
