"""The two engines: what they let through, and what they say when the world interferes."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import OperationalError

from hin_desktop.errors import Cancelled, DeskFault
from hin_desktop.records.models.client import Client
from hin_desktop.records.store import Store, interrupter
from hin_desktop.vault.connection import DBAPI, Use, connect
from hin_desktop.vault.faults import explain
from tests.desk_factory import KEY, Desk
from tests.records.conftest import person

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_reader_cannot_write(desk: Desk) -> None:
    with pytest.raises(DeskFault), desk.store.reading() as connection:
        connection.execute(insert(Client.__table__).values(person()))


def test_a_reader_that_could_write_is_refused(desk: Desk) -> None:
    store = Store(DBAPI, *[lambda: connect(desk.database, KEY, Use.WRITER)] * 2, explain)
    with pytest.raises(RuntimeError, match="query_only"), store.reading():
        pass
    store.close()


def test_a_reader_sees_one_picture(desk: Desk, client_id: int) -> None:
    count = select(func.count()).select_from(Client)
    with desk.store.reading() as connection:
        before = connection.scalar(count)
        with desk.writing() as writer:
            writer.insert(Client, person())
        assert connection.scalar(count) == before == 1
    with desk.store.reading() as connection:
        assert connection.scalar(count) == 2


def test_writers_take_the_lock_at_once(desk: Desk) -> None:
    other = connect(desk.database, KEY)
    other.execute("PRAGMA busy_timeout=0")
    with desk.writing(), pytest.raises(DBAPI.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_read_can_be_stopped_from_another_thread(desk: Desk) -> None:
    with pytest.raises(Cancelled), desk.store.reading() as connection:
        timer = threading.Timer(0.05, interrupter(connection))
        timer.start()
        connection.exec_driver_sql(ENDLESS).scalar()
    timer.join()
    with desk.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_whoever_reads_within_a_reading_sees_the_same_picture(desk: Desk) -> None:
    with desk.store.reading() as outer, desk.store.reading() as inner:
        assert inner is outer
    with desk.store.reading() as later:
        assert later.exec_driver_sql("SELECT 1").scalar() == 1


def test_a_lock_is_explained(desk: Desk) -> None:
    desk.store.writer_engine.dispose()
    other = connect(desk.database, KEY)
    other.execute("BEGIN IMMEDIATE")
    impatient = Store(DBAPI, lambda: _impatient(desk), lambda: connect(desk.database, KEY, Use.READER), explain)
    with pytest.raises(DeskFault):
        desk.now = desk.now.replace(minute=1)
        with Desk(desk.database, impatient).writing():
            pass
    other.close()
    impatient.close()


def _impatient(desk: Desk) -> object:
    connection = connect(desk.database, KEY)
    connection.execute("PRAGMA busy_timeout=0")
    return connection


def test_a_bug_stays_a_bug(desk: Desk) -> None:
    with pytest.raises(OperationalError), desk.store.reading() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")


def test_opening_does_not_import_alembic() -> None:
    code = "import sys, hin_desktop.records.store; sys.exit('alembic' in sys.modules or 'sqlcipher3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
