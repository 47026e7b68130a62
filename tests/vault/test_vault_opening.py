"""Who may open a desk, and what is left behind by those who do."""

from __future__ import annotations

import stat
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from hin_desktop.errors import Invalid, Refused
from hin_desktop.vault import desk_vault, faults, key_file
from hin_desktop.vault.connection import connect
from hin_desktop.vault.passwords import MINIMUM_LENGTH
from hin_desktop.vault.recovery import RecoveryCode
from hin_desktop.vault.slots import QUICK
from hin_desktop.vault.unlocked import Unlocked
from tests.vault.conftest import LOGIN, MARKER, PASSWORD, Desk

NEW = "ein anderer langer Satz"


def test_a_new_desk_waits_for_its_code_to_be_typed_back(tmp_path: Path) -> None:
    unlocked, code = desk_vault.create(tmp_path / "neu", "anna", NEW, strength=QUICK)
    with unlocked:
        assert not key_file.recovery_confirmed(unlocked.folder)
        assert not desk_vault.confirm_recovery(unlocked, RecoveryCode.random())
        assert desk_vault.confirm_recovery(unlocked, RecoveryCode.parse(str(code)))
        assert key_file.recovery_confirmed(unlocked.folder)


def test_a_new_desk_is_for_its_owner_alone(template: Desk) -> None:
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in template.folder.iterdir()}
    assert modes["desk.db"] == modes["keys.json"] == 0o600
    assert stat.S_IMODE(template.folder.stat().st_mode) == 0o700


def test_a_new_desk_takes_no_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "other.txt").touch()
    with pytest.raises(faults.FolderNotEmpty):
        desk_vault.create(tmp_path, "anna", NEW, strength=QUICK)
    assert [file.name for file in tmp_path.iterdir()] == ["other.txt"]


@pytest.mark.parametrize(
    "password", ["kurz", "aaaabbbbccccdddd", "Caritas-Herne 2026!", "anna anna", "mit\tTabulator drin"]
)
def test_weak_passwords_are_refused_at_the_field(tmp_path: Path, password: str) -> None:
    with pytest.raises(Invalid) as caught:
        desk_vault.create(tmp_path / "neu", "anna", password, organisation="Caritas Herne", strength=QUICK)
    assert caught.value.problems[0].field == "password"
    assert not (tmp_path / "neu").exists()


@pytest.mark.parametrize("login", ["", "  ", "a\nb", "x" * 65])
def test_impossible_logins_are_refused_at_the_field(tmp_path: Path, login: str) -> None:
    with pytest.raises(Invalid) as caught:
        desk_vault.create(tmp_path / "neu", login, NEW, strength=QUICK)
    assert caught.value.problems[0].field == "login"


def test_the_practice_desk_alone_has_a_short_password(tmp_path: Path) -> None:
    unlocked, _ = desk_vault.create(tmp_path / "u", "uebung", "uebung", exempt_from_length=True, strength=QUICK)
    unlocked.close()
    assert len("uebung") < MINIMUM_LENGTH
    desk_vault.unlock(tmp_path / "u", "uebung", "uebung").close()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_way_an_umlaut_is_typed_does_not_matter(desk: Desk, form: Literal["NFC", "NFD"]) -> None:
    login, password = (unicodedata.normalize(form, text) for text in (LOGIN.upper(), PASSWORD))
    with desk_vault.unlock(desk.folder, login, password) as unlocked:
        assert unlocked.login == LOGIN


@pytest.mark.parametrize("password", [PASSWORD + " ", " " + PASSWORD, PASSWORD.lower(), ""])
def test_nothing_is_trimmed_or_forgiven_in_a_password(desk: Desk, password: str) -> None:
    with pytest.raises(faults.WrongPassword):
        desk_vault.unlock(desk.folder, LOGIN, password)


def test_changing_the_password_needs_the_old_one_and_ends_it(desk: Desk) -> None:
    with desk.unlock() as unlocked:
        with pytest.raises(faults.WrongPassword):
            desk_vault.change_password(unlocked, NEW, NEW, strength=QUICK)
        desk_vault.change_password(unlocked, PASSWORD, NEW, strength=QUICK)
    with pytest.raises(faults.WrongPassword):
        desk.unlock()
    desk_vault.unlock(desk.folder, LOGIN, NEW).close()


def test_a_colleague_opens_the_same_data(unlocked: Unlocked) -> None:
    desk_vault.add_slot(unlocked, "berta", NEW, strength=QUICK)
    key = unlocked.key
    unlocked.close()
    with desk_vault.unlock(unlocked.folder, "berta", NEW) as other:
        assert other.key == key
    assert key_file.logins(unlocked.folder) == (LOGIN, "berta")


def test_a_login_is_given_once(unlocked: Unlocked) -> None:
    with pytest.raises(Invalid):
        desk_vault.add_slot(unlocked, LOGIN.lower(), NEW, strength=QUICK)


def test_a_removed_colleague_stays_out_and_the_last_one_stays_in(unlocked: Unlocked) -> None:
    desk_vault.add_slot(unlocked, "berta", NEW, strength=QUICK)
    desk_vault.remove_slot(unlocked, "berta")
    with pytest.raises(Refused):
        desk_vault.remove_slot(unlocked, LOGIN)
    unlocked.close()
    with pytest.raises(faults.UnknownLogin):
        desk_vault.unlock(unlocked.folder, "berta", NEW)


def test_the_recovery_code_leads_back_to_a_password(desk: Desk) -> None:
    with desk_vault.unlock_with_recovery(desk.folder, desk.code) as unlocked:
        desk_vault.set_password(unlocked, LOGIN, NEW, strength=QUICK)
    desk_vault.unlock(desk.folder, LOGIN, NEW).close()


def test_a_new_recovery_code_ends_the_old_one(desk: Desk) -> None:
    with desk.unlock() as unlocked:
        new = desk_vault.new_recovery_code(unlocked, strength=QUICK)
    with pytest.raises(faults.WrongRecoveryCode):
        desk_vault.unlock_with_recovery(desk.folder, desk.code)
    desk_vault.unlock_with_recovery(desk.folder, new).close()


def test_a_second_process_hears_who_has_the_desk_open(unlocked: Unlocked) -> None:
    script = (
        "import sys; from pathlib import Path; from hin_desktop.vault.desk_vault import unlock\n"
        "from hin_desktop.vault.faults import AlreadyOpen\n"
        "try: unlock(Path(sys.argv[1]), 'x', 'y')\n"
        "except AlreadyOpen as fault: sys.stdout.write(fault.message.values['user'])"
    )
    done = subprocess.run([sys.executable, "-c", script, unlocked.folder], capture_output=True, text=True, check=True)
    with pytest.raises(faults.AlreadyOpen) as caught:
        desk_vault.unlock(unlocked.folder, LOGIN, PASSWORD)
    assert done.stdout == caught.value.message.values["user"] != ""


def test_a_desk_may_be_closed_from_another_thread(desk: Desk) -> None:
    opened: list[Unlocked] = []
    thread = threading.Thread(target=lambda: opened.append(desk.unlock()))
    thread.start()
    thread.join()
    opened[0].close()
    desk.unlock().close()


def test_a_closed_desk_has_no_key(desk: Desk) -> None:
    unlocked = desk.unlock()
    unlocked.close()
    unlocked.close()
    assert not unlocked.is_open
    with pytest.raises(faults.DeskClosed):
        connect(unlocked.files.database, unlocked.key)


def test_nothing_is_readable_without_the_key(desk: Desk) -> None:
    with desk.unlock() as unlocked:
        writer = connect(unlocked.files.database, unlocked.key)
        writer.execute("UPDATE person SET note = ? WHERE id = 1", (MARKER * 5,))
        writer.execute("INSERT INTO search VALUES (?)", (MARKER,))
        content = {file.name: file.read_bytes() for file in desk.folder.iterdir() if file.is_file()}
        writer.close()
    assert "desk.db-wal" in content
    hidden = (MARKER.encode(), MARKER.lower().encode(), b"person", b"SQLite format 3")
    assert not [name for name, data in content.items() for word in hidden if word in data]


def test_the_vault_is_light() -> None:
    script = (
        "import sys, hin_desktop.vault.restore, hin_desktop.vault.process\n"
        "heavy = {'sqlalchemy', 'alembic', 'babel', 'reportlab', 'segno', 'sqlite3', 'PySide6'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
