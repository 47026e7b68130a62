"""Keep a filled desk of today's schema as SQL text, for the releases to come: python -m tests.records.keep

Run once for each release (and while the newest step is not yet released, whenever it changes).
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from sqlalchemy import Connection

from hin_desktop.records.schema import SCHEMA_VERSION
from hin_desktop.vault.connection import Use, connect
from tests.desk_factory import KEY, new_database
from tests.records.filled import fill

KEPT = Path(__file__).parent / "kept"


def dump(connection: Connection) -> str:
    """Everything in the database as statements that make it again."""
    lines = ["PRAGMA foreign_keys=off;", "BEGIN;"]
    made = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY rowid").all()
    for kind, name, sql in made:
        if sql is None or name.startswith("sqlite_"):
            continue
        lines.append(f"{sql};")
        if kind == "table":
            lines.extend(_rows(connection, name))
    lines.extend((f"PRAGMA user_version={SCHEMA_VERSION};", "COMMIT;"))
    return "\n".join(lines) + "\n"


def _rows(connection: Connection, table: str) -> list[str]:
    names = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (table,)).scalars().all()
    quoted = " || ',' || ".join(f'quote("{name}")' for name in names)
    rows = connection.exec_driver_sql(f'SELECT {quoted} FROM "{table}"').scalars()  # noqa: S608  # names of the schema
    columns = ", ".join(f'"{name}"' for name in names)
    return [f'INSERT INTO "{table}" ({columns}) VALUES ({row});' for row in rows]  # noqa: S608  # quoted by SQLite


def load(database: Path, script: str) -> None:
    """Make an encrypted desk from such statements."""
    connection = connect(database, KEY, Use.NEW)
    for statement in script.split(";\n"):
        connection.execute(statement)
    connection.close()


def main() -> None:
    """Write the file of today's schema version."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_database(Path(folder) / "desk.db")
        fill(store)
        with store.reading() as connection:
            (KEPT / f"{SCHEMA_VERSION:04}.sql").write_text(dump(connection), encoding="utf-8")
        store.close()


if __name__ == "__main__":
    main()
