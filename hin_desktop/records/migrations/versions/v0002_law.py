"""What the law needs: evidence, the asylum procedure, answers for the computations, post, own rows of the law."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hin_desktop.records.migrations.parts import DAY, NUMBER, TEXT, YES_NO, columns, record, ref, unique

CHANGES_ROWS: frozenset[str] = frozenset()


def upgrade() -> None:
    """Make the new tables, and the new columns of what is there already."""
    _evidence()
    _legal_sheet()
    _law_version()
    _notice()
    _new_columns()


def _evidence() -> None:
    record(
        "employment",
        ref("employment", "client_id", "client"),
        *columns(TEXT, "kind", "started_on", "employer", "note"),
        *columns(TEXT, "ended_on", null=True),
        *columns(NUMBER, "weekly_hours", null=True),
    )
    op.create_index("ix_employment_client_id", "employment", ["client_id"])
    record(
        "benefit",
        ref("benefit", "client_id", "client"),
        *columns(TEXT, "kind", "office", "note"),
        *columns(DAY, "granted_from", "granted_until", "renewal_filed_on", null=True),
    )
    op.create_index("ix_benefit_client_id", "benefit", ["client_id"])
    op.create_index("ix_benefit_until", "benefit", ["granted_until", "client_id"])
    record(
        "course_entitlement",
        ref("course_entitlement", "client_id", "client"),
        *columns(TEXT, "basis", "course_type", "provider", "note"),
        *columns(DAY, "title_issued_on", "issued_on", "registered_on", "started_on", "interrupted_on", null=True),
        *columns(DAY, "finished_on", null=True),
    )
    op.create_index("ix_course_entitlement_client_id", "course_entitlement", ["client_id"])
    record(
        "asylum_procedure",
        ref("asylum_procedure", "client_id", "client"),
        *columns(TEXT, "outcome", "note"),
        *columns(DAY, "made_on", "arrival_proof_on", "lodged_on", "decided_on", "recognised_on", null=True),
    )
    op.create_index("ix_asylum_procedure_client_id", "asylum_procedure", ["client_id"])


def _legal_sheet() -> None:
    record(
        "legal_sheet",
        ref("legal_sheet", "client_id", "client"),
        *columns(NUMBER, "pension_months", "spouse_full_time_months", "residence_duty_violation_days", null=True),
        *columns(DAY, "pension_as_of", "co_applicant_eligible_on", null=True),
        *columns(TEXT, "blue_card_employment_from", null=True),
        *columns(YES_NO, "domestic_qualification", "spouse_ne_18c", "recruited", "stateless_since_birth", null=True),
        *columns(YES_NO, "benefit_own_fault", "spouse_full_time_now", "hardship_4a", null=True),
        *columns(YES_NO, "illness_or_disability", "special_integration", "custody_german_child", null=True),
        *columns(TEXT, "identity", "democratic_order", "history_declaration", "livelihood"),
        *columns(TEXT, "convictions", "exclusion", "bar"),
        unique("legal_sheet", "client_id"),
    )


def _law_version() -> None:
    record(
        "law_version",
        *columns(TEXT, "key", "value", "citation", "note"),
        *columns(DAY, "valid_from"),
        *columns(DAY, "valid_until", null=True),
    )


def _notice() -> None:
    record(
        "notice",
        ref("notice", "client_id", "client"),
        *columns(TEXT, "kind", "authority", "reference", "delivery", "instruction", "done_as", "note"),
        *columns(TEXT, "printed_remedy", "printed_addressee", "printed_unit"),
        *columns(NUMBER, "printed_term", null=True),
        *columns(DAY, "dated_on", "posted_on", "received_on", "printed_last_day", "deadline", "done_on", null=True),
        *columns(YES_NO, "envelope_kept", null=True),
        *columns(YES_NO, "refuses_title"),
    )
    op.create_index("ix_notice_client_id", "notice", ["client_id"])
    op.create_index("ix_notice_done", "notice", ["done_on", "client_id"])


def _new_columns() -> None:
    """What is there already was never asked; only where a column has no "unknown" does a value stand in."""
    op.add_column(
        "residence_period", sa.Column("late_application", YES_NO, nullable=False, server_default=sa.false())
    )
    op.add_column("milestone", sa.Column("points", NUMBER, nullable=True))
    for column in (*columns(TEXT, "since", "until", null=True), *columns(YES_NO, "german", null=True)):
        op.add_column("relation", column)
    op.add_column("relation", sa.Column("ended_by", TEXT, nullable=False, server_default=""))
