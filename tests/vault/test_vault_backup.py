"""Backups are whole or are none, the last seven stay, and the way back loses nothing."""

from __future__ import annotations

import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hin_desktop.errors import DeskFault
from hin_desktop.vault import desk_vault, faults
from hin_desktop.vault.backup import KEPT, BackupInfo, backup_at, list_backups, make_backup
from hin_desktop.vault.connection import connect
from hin_desktop.vault.integrity import check_copy, full_check, quick_check
from hin_desktop.vault.restore import restore
from hin_desktop.vault.slots import QUICK
from hin_desktop.vault.unlocked import Unlocked
from tests.vault.conftest import LOGIN, MARKER, PASSWORD, Desk

NOON = datetime(2027, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def backup(desk: Desk) -> BackupInfo:
    with desk.unlock() as unlocked:
        return make_backup(unlocked, NOON)


def names(desk: Desk) -> list[str]:
    with desk.unlock() as unlocked:
        connection = connect(unlocked.files.database, unlocked.key)
        rows = connection.execute("SELECT name FROM person ORDER BY id").fetchall()
        connection.close()
    return [str(name) for (name,) in rows]


def forget_everybody(desk: Desk) -> None:
    with desk.unlock() as unlocked:
        connection = connect(unlocked.files.database, unlocked.key)
        connection.execute("DELETE FROM person")
        connection.close()


def flip(file: Path, at: int, bit: int = 1) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= bit
    file.write_bytes(content)


def test_a_backup_is_whole_encrypted_and_alone(desk: Desk, backup: BackupInfo) -> None:
    with desk.unlock() as unlocked:
        assert check_copy(backup.database, unlocked.key)["person"] == 300
    assert backup.database.name == "desk-20270305-120000.db"
    assert MARKER.encode() not in backup.database.read_bytes()
    assert backup.keys.read_bytes() == (desk.folder / "keys.json").read_bytes()
    assert len(list(backup.database.parent.iterdir())) == 2


def test_backups_are_for_their_owner_alone(backup: BackupInfo) -> None:
    assert {file.stat().st_mode & 0o777 for file in backup.database.parent.iterdir()} == {0o600}


def test_what_stands_only_in_the_log_is_backed_up_too(unlocked: Unlocked) -> None:
    writer = connect(unlocked.files.database, unlocked.key)
    writer.execute("INSERT INTO person (name) VALUES ('just now')")
    made = make_backup(unlocked, NOON)
    writer.close()
    assert check_copy(made.database, unlocked.key)["person"] == 301


def test_seven_are_kept(unlocked: Unlocked) -> None:
    made = [make_backup(unlocked, NOON + timedelta(days=day)) for day in range(KEPT + 2)]
    assert list_backups(unlocked.folder) == tuple(reversed(made[2:]))
    assert len(list(unlocked.files.backups.iterdir())) == 2 * KEPT


def test_what_an_interrupted_backup_left_is_never_offered_and_goes(unlocked: Unlocked) -> None:
    backups = unlocked.files.backups
    backups.mkdir()
    for name in ("desk-20270101-120000.db.ungeprüft", "desk-20270101-120000.keys.json", "desk-nonsense.db"):
        (backups / name).write_bytes(b"half")
    assert list_backups(unlocked.folder) == ()
    made = make_backup(unlocked, NOON)
    assert {file.name for file in backups.iterdir()} == {made.database.name, made.keys.name, "desk-nonsense.db"}


def test_a_damaged_desk_makes_no_backup_and_drops_none(desk: Desk, backup: BackupInfo) -> None:
    flip(desk.folder / "desk.db", (desk.folder / "desk.db").stat().st_size - 2000)
    with desk.unlock() as unlocked, pytest.raises(faults.DamagedDatabase):
        make_backup(unlocked, NOON + timedelta(days=1))
    assert list_backups(desk.folder) == (backup,)
    assert not list(backup.database.parent.glob("*ungepr*"))


NO_ROOM = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from hin_desktop.errors import DeskFault
from hin_desktop.vault.backup import make_backup
from hin_desktop.vault.desk_vault import unlock

with unlock(Path(sys.argv[1]), sys.argv[2], sys.argv[3]) as unlocked:
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))
    try:
        make_backup(unlocked, datetime.now(UTC))
    except DeskFault as fault:
        sys.stdout.write(type(fault).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_no_room_for_a_backup_is_said_and_leaves_nothing_half(desk: Desk, backup: BackupInfo) -> None:
    command = [sys.executable, "-c", NO_ROOM, str(desk.folder), LOGIN, PASSWORD]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout in {"DiskTrouble", "DiskFull"}
    assert {file.name for file in backup.database.parent.iterdir()} == {backup.database.name, backup.keys.name}
    assert len(names(desk)) == 300


def test_every_flipped_bit_is_noticed(desk: Desk) -> None:
    database, chance = desk.folder / "desk.db", random.Random(5)  # noqa: S311 - a repeatable choice, no secret
    size = database.stat().st_size
    with desk.unlock() as unlocked:
        for _ in range(40):
            at, bit = chance.randrange(16, size), 1 << chance.randrange(8)
            flip(database, at, bit)
            with pytest.raises(faults.DamagedDatabase):
                quick_check(unlocked)
            flip(database, at, bit)
        full_check(unlocked)


@pytest.mark.parametrize("part", [0.5, 0.9, 0.999])
def test_a_truncated_database_is_noticed(desk: Desk, part: float) -> None:
    database = desk.folder / "desk.db"
    content = database.read_bytes()
    database.write_bytes(content[: int(len(content) * part)])
    with desk.unlock() as unlocked, pytest.raises(faults.DamagedDatabase):
        full_check(unlocked)


def test_restoring_brings_back_and_keeps_what_was(desk: Desk, backup: BackupInfo) -> None:
    forget_everybody(desk)
    aside = restore(desk.folder, backup, LOGIN, PASSWORD, NOON)
    assert len(names(desk)) == 300
    with desk.unlock() as unlocked:
        assert check_copy_of_aside(aside, unlocked.key) == 0


def check_copy_of_aside(aside: Path, key: bytes) -> int:
    connection = connect(aside / "desk.db", key)
    row = connection.execute("SELECT count(*) FROM person").fetchone()
    connection.close()
    return int(str(row[0])) if row else -1


def test_restoring_into_an_empty_folder(desk: Desk, backup: BackupInfo, tmp_path: Path) -> None:
    restore(tmp_path / "new machine", backup_at(backup.database), LOGIN, PASSWORD, NOON)
    assert len(names(Desk(tmp_path / "new machine", desk.code))) == 300


@pytest.mark.parametrize("name", ["desk.db", "keys.json"])
@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000, None])
def test_restoring_mends_a_broken_desk(desk: Desk, backup: BackupInfo, name: str, content: bytes | None) -> None:
    (desk.folder / name).unlink() if content is None else (desk.folder / name).write_bytes(content)
    with pytest.raises(DeskFault):
        names(desk)
    aside = restore(desk.folder, backup, LOGIN, PASSWORD, NOON)
    assert len(names(desk)) == 300
    assert content is None or (aside / name).read_bytes() == content


def test_an_interrupted_restore_is_loud_and_can_be_done_again(desk: Desk, backup: BackupInfo) -> None:
    (desk.folder / "desk.db").rename(desk.folder / "vor-wiederherstellung")
    with pytest.raises(faults.MissingFile):
        desk.unlock()
    restore(desk.folder, backup, LOGIN, PASSWORD, NOON)
    assert len(names(desk)) == 300


def test_an_old_log_is_not_replayed_over_a_restored_database(desk: Desk, backup: BackupInfo) -> None:
    with desk.unlock() as unlocked:
        writer = connect(unlocked.files.database, unlocked.key)
        writer.execute("DELETE FROM person")
        log = (desk.folder / "desk.db-wal").read_bytes()
        writer.close()
    (desk.folder / "desk.db").write_bytes(b"rubbish" * 1000)
    (desk.folder / "desk.db-wal").write_bytes(log)
    aside = restore(desk.folder, backup, LOGIN, PASSWORD, NOON)
    assert (aside / "desk.db-wal").read_bytes() == log
    assert len(names(desk)) == 300


def test_who_was_removed_does_not_come_back_with_a_backup(desk: Desk) -> None:
    with desk.unlock() as unlocked:
        desk_vault.add_slot(unlocked, "berta", "ein anderer langer Satz", strength=QUICK)
        backup = make_backup(unlocked, NOON)
        desk_vault.remove_slot(unlocked, "berta")
    restore(desk.folder, backup, LOGIN, PASSWORD, NOON)
    with pytest.raises(faults.UnknownLogin):
        desk_vault.unlock(desk.folder, "berta", "ein anderer langer Satz")


def test_an_old_backup_opens_with_its_old_password(desk: Desk, backup: BackupInfo) -> None:
    new = "ein anderer langer Satz"
    with desk.unlock() as unlocked:
        desk_vault.change_password(unlocked, PASSWORD, new, strength=QUICK)
    with pytest.raises(faults.WrongPassword):
        restore(desk.folder, backup, LOGIN, new, NOON)
    restore(desk.folder, backup, LOGIN, PASSWORD, NOON)
    assert len(names(desk)) == 300


def test_an_open_desk_is_not_restored_over(desk: Desk, backup: BackupInfo) -> None:
    with desk.unlock(), pytest.raises(faults.AlreadyOpen):
        restore(desk.folder, backup, LOGIN, PASSWORD, NOON)


def test_a_damaged_backup_touches_nothing(desk: Desk, backup: BackupInfo) -> None:
    flip(backup.database, backup.size - 3000)
    before = {file.name for file in desk.folder.iterdir()}
    with pytest.raises(faults.DamagedBackup):
        restore(desk.folder, backup, LOGIN, PASSWORD, NOON)
    assert {file.name for file in desk.folder.iterdir()} == before
    assert len(names(desk)) == 300


def test_a_backup_without_its_keys_is_none(backup: BackupInfo) -> None:
    backup.keys.unlink()
    with pytest.raises(faults.MissingFile):
        backup_at(backup.database)
