"""The version of the schema. The one module that knows where a database keeps it, besides `vault` on opening.

Light on purpose: whether to migrate is decided here, with nothing of Alembic imported. When `version_of` differs
from SCHEMA_VERSION, import `hin_desktop.records.migrations.run` and call its `upgrade`.
"""

from __future__ import annotations

from sqlalchemy import Connection

SCHEMA_VERSION = 3


def version_of(connection: Connection) -> int:
    """The version the database has; 0 before the first migration."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_version(connection: Connection, version: int) -> None:
    """Note that the database has this version now; part of the transaction under way."""
    connection.exec_driver_sql(f"PRAGMA user_version={version:d}")
