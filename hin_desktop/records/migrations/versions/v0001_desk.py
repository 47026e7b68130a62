"""The first schema: organisation and users, people and households, counselling, residence, path, paper, journal.

Frozen with the first release. The names of constraints are written out by the same rules as in `records/base.py`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hin_desktop.records.migrations.parts import DAY, MOMENT, NUMBER, TEXT, YES_NO
from hin_desktop.records.migrations.parts import columns as _columns
from hin_desktop.records.migrations.parts import record as _record
from hin_desktop.records.migrations.parts import ref as _ref
from hin_desktop.records.migrations.parts import table as _table
from hin_desktop.records.migrations.parts import unique as _unique

CHANGES_ROWS: frozenset[str] = frozenset()


def upgrade() -> None:
    """Make every table of a new desk."""
    _desk()
    _people()
    _households()
    _counselling()
    _residence()
    _path()
    _paper()
    _journal()
    _window()


def _desk() -> None:
    _record(
        "organisation",
        *_columns(TEXT, "name", "short_name", "service", "street", "postcode", "town", "phone", "email", "website"),
        *_columns(TEXT, "logo_sha256", null=True),
    )
    _record(
        "user",
        *_columns(TEXT, "login", "display_name", "role", "phone", "email"),
        *_columns(YES_NO, "active"),
        _unique("user", "login"),
    )
    _record(
        "setting",
        _ref("setting", "user_id", "user", null=True),
        *_columns(TEXT, "key", "value"),
        _unique("setting", "user_id", "key"),
    )


def _people() -> None:
    _record(
        "client",
        *_columns(TEXT, "file_number", "given_names", "family_name", "original_name", "salutation"),
        *_columns(TEXT, "form_of_address", "birth_place", "birth_country", "sex", "marital_status"),
        *_columns(TEXT, "interpreter_need", "interpreter_language", "phone", "email", "listeners", "contact_note"),
        *_columns(TEXT, "target_group", "note", "sort_name"),
        *_columns(TEXT, "birth_date", "arrival_germany", "arrival_town", "date_of_death", null=True),
        *_columns(YES_NO, "birth_date_assumed", "disclosure_ban", "household_confidential"),
        *_columns(YES_NO, "may_call", "may_leave_message", "may_text", "may_write", "may_email", null=True),
        *_columns(DAY, "disclosure_ban_until", "privacy_info_on", null=True),
        _unique("client", "organisation_id", "file_number"),
    )
    op.create_index("ix_client_sort", "client", ["sort_name", "id"])
    _record("client_name", _ref("client_name", "client_id", "client"), *_columns(TEXT, "kind", "text"))
    op.create_index("ix_client_name_client_id", "client_name", ["client_id"])
    _record("client_nationality", _ref("client_nationality", "client_id", "client"), *_columns(TEXT, "code"))
    op.create_index("ix_client_nationality_client_id", "client_nationality", ["client_id"])
    op.create_index("ix_client_nationality_code", "client_nationality", ["code"])
    _record(
        "client_language",
        _ref("client_language", "client_id", "client"),
        *_columns(TEXT, "code", "level"),
        *_columns(YES_NO, "reads", null=True),
    )
    op.create_index("ix_client_language_client_id", "client_language", ["client_id"])
    _record(
        "address",
        _ref("address", "client_id", "client"),
        *_columns(TEXT, "care_of", "street", "postcode", "town"),
        *_columns(TEXT, "valid_from", "valid_until", null=True),
        *_columns(YES_NO, "protected"),
    )
    op.create_index("ix_address_client_id", "address", ["client_id"])
    _record(
        "authority_reference",
        _ref("authority_reference", "client_id", "client"),
        *_columns(TEXT, "kind", "number", "authority", "caseworker", "phone", "email", "note"),
    )
    op.create_index("ix_authority_reference_client_id", "authority_reference", ["client_id"])


def _households() -> None:
    _record("household", *_columns(TEXT, "label"))
    _record(
        "household_member",
        _ref("household_member", "household_id", "household"),
        _ref("household_member", "client_id", "client"),
    )
    op.create_index("ix_household_member_client_id", "household_member", ["client_id"])
    op.create_index("ix_household_member_household_id", "household_member", ["household_id"])
    _record(
        "relation",
        _ref("relation", "client_id", "client"),
        _ref("relation", "related_client_id", "client", null=True),
        *_columns(TEXT, "kind", "related_name"),
        *_columns(TEXT, "related_birth_date", null=True),
        *_columns(YES_NO, "same_household"),
    )
    op.create_index("ix_relation_client_id", "relation", ["client_id"])
    op.create_index("ix_relation_related_client_id", "relation", ["related_client_id"])
    _record(
        "representative",
        _ref("representative", "client_id", "client"),
        *_columns(TEXT, "kind", "name", "organisation", "phone", "email", "scope"),
        *_columns(TEXT, "valid_from", "valid_until", null=True),
    )
    op.create_index("ix_representative_client_id", "representative", ["client_id"])


def _counselling() -> None:
    _record(
        "case",
        _ref("case", "client_id", "client"),
        _ref("case", "counsellor_id", "user"),
        *_columns(TEXT, "counselling_type", "concern", "access_source", "closing_reason", "closing_note"),
        *_columns(DAY, "opened_on"),
        *_columns(DAY, "closed_on", null=True),
    )
    op.create_index("ix_case_client_id", "case", ["client_id"])
    op.create_index("ix_case_counsellor_id", "case", ["counsellor_id"])
    _record(
        "consultation",
        _ref("consultation", "counsellor_id", "user"),
        *_columns(DAY, "held_on"),
        *_columns(TEXT, "held_at", "channel", "language", "interpreter", "summary", "agreed_next"),
        *_columns(NUMBER, "duration_min", null=True),
        *_columns(DAY, "due_on", "next_done_on", null=True),
    )
    op.create_index("ix_consultation_counsellor_id", "consultation", ["counsellor_id"])
    op.create_index("ix_consultation_due", "consultation", ["next_done_on", "due_on"])
    op.create_index("ix_consultation_held_on", "consultation", ["held_on"])
    _record(
        "consultation_participant",
        _ref("consultation_participant", "consultation_id", "consultation"),
        _ref("consultation_participant", "client_id", "client"),
        _ref("consultation_participant", "case_id", "case", null=True),
        *_columns(TEXT, "note"),
    )
    op.create_index("ix_consultation_participant_consultation_id", "consultation_participant", ["consultation_id"])
    op.create_index("ix_participant_client", "consultation_participant", ["client_id", "consultation_id"])
    _record(
        "consultation_code",
        _ref("consultation_code", "consultation_id", "consultation"),
        *_columns(TEXT, "catalogue", "code"),
    )
    op.create_index("ix_consultation_code_consultation_id", "consultation_code", ["consultation_id"])


def _residence() -> None:
    _record(
        "residence_period",
        _ref("residence_period", "client_id", "client"),
        *_columns(TEXT, "code", "valid_from", "authority", "document", "employment", "residence_duty", "course_note"),
        *_columns(TEXT, "note"),
        *_columns(TEXT, "valid_until", null=True),
        *_columns(DAY, "issued_on", null=True),
    )
    op.create_index("ix_residence_period_client_id", "residence_period", ["client_id"])
    op.create_index("ix_residence_period_until", "residence_period", ["valid_until", "client_id"])
    _record(
        "absence",
        _ref("absence", "client_id", "client"),
        *_columns(TEXT, "departed_on", "reason", "note"),
        *_columns(TEXT, "returned_on", null=True),
        *_columns(DAY, "authority_deadline", null=True),
    )
    op.create_index("ix_absence_client_id", "absence", ["client_id"])
    _record(
        "identity_document",
        _ref("identity_document", "client_id", "client"),
        *_columns(TEXT, "kind", "country", "number", "note"),
        *_columns(DAY, "issued_on", "valid_until", "original_seen_on", null=True),
    )
    op.create_index("ix_identity_document_client_id", "identity_document", ["client_id"])


def _path() -> None:
    _record(
        "milestone",
        _ref("milestone", "client_id", "client"),
        *_columns(TEXT, "code", "reached_on", "note"),
        *_columns(TEXT, "until", null=True),
    )
    op.create_index("ix_milestone_client_id", "milestone", ["client_id"])
    _record(
        "station_override",
        _ref("station_override", "client_id", "client"),
        *_columns(TEXT, "station", "state", "reason"),
        *_columns(DAY, "set_on"),
    )
    op.create_index("ix_station_override_client_id", "station_override", ["client_id"])


def _paper() -> None:
    _record(
        "blob",
        *_columns(TEXT, "sha256", "media_type"),
        *_columns(NUMBER, "size"),
        *_columns(sa.LargeBinary(), "content"),
        _unique("blob", "sha256"),
    )
    _record(
        "letter",
        _ref("letter", "client_id", "client"),
        _ref("letter", "author_id", "user"),
        *_columns(TEXT, "kind", "title", "language", "blob_sha256"),
        *_columns(DAY, "printed_on"),
        *_columns(NUMBER, "pages"),
    )
    op.create_index("ix_letter_blob_sha256", "letter", ["blob_sha256"])
    op.create_index("ix_letter_client_id", "letter", ["client_id"])


def _journal() -> None:
    _table(
        "journal_entry",
        sa.Column("id", NUMBER, nullable=False),
        _ref("journal_entry", "organisation_id", "organisation"),
        _ref("journal_entry", "undoes", "journal_entry", null=True),
        *_columns(MOMENT, "at"),
        *_columns(NUMBER, "user_id", null=True),
        *_columns(sa.String(36), "session"),
        *_columns(TEXT, "verb"),
        *_columns(TEXT, "verb_plural", "verb_values", null=True),
        *_columns(sa.String(32), "verb_salt"),
        *_columns(sa.String(64), "verb_digest", "prev_hash", "hash"),
        sa.PrimaryKeyConstraint("id", name="pk_journal_entry"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_journal_entry_undoes",
        "journal_entry",
        ["undoes"],
        sqlite_where=sa.text("undoes IS NOT NULL"),
        postgresql_where=sa.text("undoes IS NOT NULL"),
    )
    _table(
        "journal_change",
        _ref("journal_change", "entry_id", "journal_entry"),
        _ref("journal_change", "organisation_id", "organisation"),
        *_columns(NUMBER, "position", "first_id", "last_id", "version"),
        *_columns(sa.String(40), "action", "table_name"),
        *_columns(TEXT, "clients", "payload", null=True),
        *_columns(sa.String(32), "salt"),
        *_columns(sa.String(64), "digest"),
        sa.PrimaryKeyConstraint("entry_id", "position", name="pk_journal_change"),
        sqlite_with_rowid=False,
    )
    _table(
        "journal_subject",
        _ref("journal_subject", "organisation_id", "organisation"),
        *_columns(NUMBER, "client_id", "entry_id", "position"),
        sa.PrimaryKeyConstraint("client_id", "entry_id", "position", name="pk_journal_subject"),
        sqlite_with_rowid=False,
    )


def _window() -> None:
    _record(
        "draft",
        _ref("draft", "user_id", "user"),
        _ref("draft", "client_id", "client", null=True),
        *_columns(TEXT, "form", "payload"),
        *_columns(NUMBER, "record_id", null=True),
        _unique("draft", "user_id", "form", "client_id", "record_id"),
    )
    op.create_index("ix_draft_client_id", "draft", ["client_id"])
    _record(
        "interface_state",
        _ref("interface_state", "user_id", "user"),
        *_columns(TEXT, "key", "value"),
        _unique("interface_state", "user_id", "key"),
    )
    _table(
        "search_term",
        sa.Column("id", NUMBER, nullable=False),
        _ref("search_term", "client_id", "client"),
        *_columns(TEXT, "term"),
        sa.PrimaryKeyConstraint("id", name="pk_search_term"),
    )
    op.create_index("ix_search_term_client", "search_term", ["client_id"])
    op.create_index("ix_search_term_term", "search_term", ["term", "client_id"])
