"""A desk from its first day: founded, opened, closed with a backup, moved to a newer schema; nothing half done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hin_desktop.errors import DeskFault, Invalid, Message, Refused
from hin_desktop.records.migrations import run
from hin_desktop.records.schema import SCHEMA_VERSION
from hin_desktop.records.store import Store
from hin_desktop.services import clients, desks, history, organisations, settings, users
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.desks import NewDesk, OpenedDesk, VaultSlots
from hin_desktop.services.users import UserRow
from hin_desktop.vault import backup, connection, desk_vault, restore
from hin_desktop.vault.faults import DamagedDatabase, DeskClosed, NewerSchema, UnknownLogin, WrongPassword
from hin_desktop.vault.slots import QUICK

PASSWORD = "Vier Enten am Kanal"
NEW = NewDesk("AWO Herne", "MBE", "Ayşe Yılmaz", "Ayşe", PASSWORD)
NOW = datetime(2027, 1, 14, 16, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def migrate(store: Store) -> None:
    run.upgrade(store.writer_engine)


def found(folder: Path, new: NewDesk = NEW) -> OpenedDesk:
    return desks.found(folder, new, migrate, clock, strength=QUICK)[0]


def open_again(folder: Path, password: str = PASSWORD, login: str = "Ayşe") -> OpenedDesk:
    unlocked = desk_vault.unlock(folder, login, password)
    try:
        return desks.open_unlocked(unlocked, migrate, clock)
    except BaseException:
        unlocked.close()
        raise


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Schreibtisch"


@pytest.fixture
def opened(folder: Path) -> Iterator[OpenedDesk]:
    """A desk just founded, with one person."""
    desk = found(folder)
    clients.add(desk.desk, ClientRecord(family_name="Quittenmarmelade"))
    yield desk
    desk.abandon()


def set_schema(desk: OpenedDesk, version: int) -> None:
    raw = connection.connect(desk.unlocked.files.database, desk.unlocked.key)
    raw.execute(f"PRAGMA user_version={version}")
    raw.close()


def test_founded_with_organisation_and_first_counsellor(opened: OpenedDesk) -> None:
    assert organisations.get(opened.desk).name == "AWO Herne"
    assert [(row.login, row.role) for row in users.everybody(opened.desk)] == [("Ayşe", "lead")]
    assert opened.desk.actor.display_name == "Ayşe Yılmaz"


def test_the_language_of_the_set_up_is_no_act_to_undo(folder: Path) -> None:
    opened = found(folder, replace(NEW, language="en"))
    assert settings.values(opened.desk)["language"] == "en"
    assert history.next_steps(opened.desk).undo is None
    opened.abandon()


@pytest.mark.parametrize("field", ["organisation", "display_name", "login", "password"])
def test_every_field_is_needed_and_nothing_is_left(folder: Path, field: str) -> None:
    values = {name: getattr(NEW, name) for name in NewDesk.__slots__} | {field: " "}
    with pytest.raises(Invalid) as fault:
        found(folder, NewDesk(**values))
    assert fault.value.problems[0].field == field
    assert not folder.exists()


def test_a_failure_in_the_middle_leaves_nothing_behind(folder: Path) -> None:
    def fail(store: Store) -> None:
        migrate(store)
        raise DeskFault(Message("The disk is full."))

    with pytest.raises(DeskFault):
        desks.found(folder, NEW, fail, clock, strength=QUICK)
    assert list(folder.iterdir()) == []
    found(folder).abandon()


def test_open_again_and_everything_is_there(opened: OpenedDesk, folder: Path) -> None:
    opened.abandon()
    again = open_again(folder)
    assert clients.get(again.desk, 1).family_name == "Quittenmarmelade"
    assert again.desk.session != opened.desk.session
    again.abandon()


def test_closing_makes_a_verified_backup(opened: OpenedDesk, folder: Path) -> None:
    made = opened.close(NOW)
    assert made is not None
    assert made == backup.list_backups(folder)[0]
    assert not opened.unlocked.is_open
    with pytest.raises(DeskClosed):
        clients.get(opened.desk, 1)


def test_the_backup_brings_back_what_was_deleted(opened: OpenedDesk, folder: Path) -> None:
    made = opened.close(NOW)
    assert made is not None
    again = open_again(folder)
    clients.remove(again.desk, 1, 1)
    again.abandon()
    restore.restore(folder, made, "Ayşe", PASSWORD, NOW)
    restored = open_again(folder)
    assert clients.get(restored.desk, 1).family_name == "Quittenmarmelade"
    restored.abandon()


def test_no_backup_does_not_keep_the_desk_from_closing(opened: OpenedDesk, folder: Path) -> None:
    (folder / "backups").write_text("a file where the folder should be")
    assert opened.close(NOW) is None
    open_again(folder).abandon()


def test_locking_makes_no_backup(opened: OpenedDesk, folder: Path) -> None:
    opened.abandon()
    assert backup.list_backups(folder) == ()


def test_a_newer_schema_is_refused_untouched(opened: OpenedDesk, folder: Path) -> None:
    set_schema(opened, SCHEMA_VERSION + 1)
    opened.abandon()
    before = (folder / "desk.db").read_bytes()
    with pytest.raises(NewerSchema):
        open_again(folder)
    assert (folder / "desk.db").read_bytes() == before
    assert backup.list_backups(folder) == ()


def test_an_older_schema_is_backed_up_and_then_migrated(opened: OpenedDesk, folder: Path) -> None:
    set_schema(opened, SCHEMA_VERSION - 1)
    opened.abandon()
    seen: list[int] = []

    def raise_schema(store: Store) -> None:
        seen.append(len(backup.list_backups(folder)))
        with store.writer_engine.connect() as raw:
            raw.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")

    desks.open_unlocked(desk_vault.unlock(folder, "Ayşe", PASSWORD), raise_schema, clock).abandon()
    assert seen == [1]


def test_todays_schema_is_not_migrated(opened: OpenedDesk, folder: Path) -> None:
    opened.abandon()

    def never(store: Store) -> None:
        raise AssertionError(store)

    desks.open_unlocked(desk_vault.unlock(folder, "Ayşe", PASSWORD), never, clock).abandon()


def test_damage_is_told_and_the_lock_given_back(opened: OpenedDesk, folder: Path) -> None:
    opened.abandon()
    content = bytearray((folder / "desk.db").read_bytes())
    content[200] ^= 1
    (folder / "desk.db").write_bytes(content)
    with pytest.raises(DamagedDatabase):
        open_again(folder)
    desk_vault.unlock(folder, "Ayşe", PASSWORD).close()


def test_a_colleague_comes_opens_and_leaves(opened: OpenedDesk, folder: Path) -> None:
    slots = VaultSlots(opened.unlocked, "AWO Herne")
    password = "Jonas hat zwei Hunde"
    jonas = users.add(opened.desk, slots, UserRow(login="jonas", display_name="Jonas Beck"), password).value
    opened.abandon()
    again = open_again(folder, password, "jonas")
    assert again.desk.actor.user_id == jonas.id
    again.abandon()
    lead = open_again(folder)
    users.deactivate(lead.desk, VaultSlots(lead.unlocked, "AWO Herne"), jonas)
    lead.abandon()
    with pytest.raises(UnknownLogin):
        open_again(folder, password, "jonas")


def test_a_weak_first_password_leaves_neither_slot_nor_record(opened: OpenedDesk, folder: Path) -> None:
    with pytest.raises(Invalid):
        users.add(opened.desk, VaultSlots(opened.unlocked, ""), UserRow(login="jonas", display_name="Jonas"), "kurz")
    assert len(users.everybody(opened.desk)) == 1
    with pytest.raises(UnknownLogin):
        desk_vault.open_with_password(desk_vault.key_file.read(folder / "keys.json"), "jonas", b"kurz")


def test_another_password(opened: OpenedDesk, folder: Path) -> None:
    slots = VaultSlots(opened.unlocked, "AWO Herne")
    with pytest.raises(WrongPassword):
        slots.change_password("falsch", "Fünf Enten am Kanal")
    slots.change_password(PASSWORD, "Fünf Enten am Kanal")
    opened.abandon()
    open_again(folder, "Fünf Enten am Kanal").abandon()


def test_the_last_slot_stays(opened: OpenedDesk) -> None:
    with pytest.raises(Refused):
        VaultSlots(opened.unlocked, "AWO Herne").remove("Ayşe")


def test_a_slot_without_a_counsellor_is_told(opened: OpenedDesk, folder: Path) -> None:
    desk_vault.add_slot(opened.unlocked, "fremd", "Sieben Enten am Kanal", strength=QUICK)
    opened.abandon()
    with pytest.raises(UnknownLogin):
        open_again(folder, "Sieben Enten am Kanal", "fremd")
