"""Saving a consultation: the service with journal and commit, against the same rows by bare sqlcipher3."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from hin_desktop.services import clients, consultations
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.vault.connection import Connection, connect
from tests.bench.desks import new_desk
from tests.bench.measuring import Result, side_by_side

ROUNDS = 300
NOTE = "Antrag auf Verlängerung besprochen, Unterlagen durchgesehen, Termin bei der Ausländerbehörde vorbereitet. " * 3
TABLES = ("consultation", "consultation_participant", "consultation_code")


def measure() -> Iterator[Result]:
    """One talk of one person with three topics: five rows."""
    with new_desk() as opened, new_desk() as bare:
        desk, talk = opened.desk, _talk(opened.desk)
        _talk(bare.desk)
        consultations.save(bare.desk, talk)
        connection = connect(bare.unlocked.files.database, bare.unlocked.key)
        with _bare(connection) as again:
            ours, reference = side_by_side(lambda: consultations.save(desk, talk), again, ROUNDS)
    yield Result("save", ours, 3.0, reference)


def _talk(desk: OpenDesk) -> ConsultationRow:
    person = clients.add(desk, ClientRecord(given_names="Yusuf", family_name="Al-Masri"), "MBE").value
    return ConsultationRow(
        held_on=desk.today(), held_at="10:30", duration_min=45, channel="office", language="ar", interpreter="phone",
        counsellor_id=desk.actor.user_id, summary=NOTE, agreed_next="Lohnabrechnungen mitbringen", due_on=desk.today(),
        topics=("RES", "WORK", "COURSE"), participants=consultations.new_consultation(desk, person.id, 1).participants)


@contextmanager
def _bare(connection: Connection) -> Iterator[Callable[[], None]]:
    """Insert the stored rows again, with ids of their own, in one transaction."""
    inserts = [_insert(connection, table) for table in TABLES]

    def again() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for sql, rows in inserts:
            for row in rows:
                connection.execute(sql, (str(uuid4()), *row))
        connection.execute("COMMIT")

    yield again
    connection.close()


def _insert(connection: Connection, table: str) -> tuple[str, list[tuple[object, ...]]]:
    """The INSERT of every column but the id, the uid first, and the values stored."""
    columns = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]
    given = [name for name in columns if name not in {"id", "uid"}]
    places = ", ".join("?" for _ in ("uid", *given))
    rows = connection.execute(f"SELECT {', '.join(given)} FROM {table}").fetchall()  # noqa: S608 - our own names
    return f"INSERT INTO {table} (uid, {', '.join(given)}) VALUES ({places})", rows  # noqa: S608 - as above
