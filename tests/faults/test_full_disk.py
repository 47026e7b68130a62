"""A disk without room: told in a sentence, everything acknowledged is whole, and it goes on once there is room."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from hin_desktop.errors import HinError
from hin_desktop.services import clients, consultations, drafts, letters
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.consultations import ConsultationRow, ParticipantRow
from hin_desktop.services.desks import OpenedDesk
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.vault import backup, faults, integrity
from tests.faults.children import Tell, at, child, now

resource = pytest.importorskip("resource", reason="the size of a file can be limited on POSIX alone")
CLONE_NEWNS, CLONE_NEWUSER = 0x00020000, 0x10000000
MS_REC, MS_PRIVATE = 0x4000, 0x40000
ROOM = 96 * 1024
NOTE = "Antrag auf Verlängerung besprochen. " * 60


@contextmanager
def little_room(opened: OpenedDesk) -> Iterator[None]:
    """No file may become larger than the desk's largest one and a little."""
    files = opened.unlocked.files
    largest = max(file.stat().st_size for file in (files.database, *files.side_files) if file.exists())
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + ROOM, resource.RLIM_INFINITY))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def talk(desk: OpenDesk) -> int:
    row = ConsultationRow(held_on=desk.today(), channel="OFFICE", counsellor_id=1, summary=NOTE,
                          participants=(ParticipantRow(client_id=1),))  # fmt: skip
    return consultations.save(desk, row).value.id


def until_full(opened: OpenedDesk, tell: Tell) -> None:
    """Save until the disk is full; then once more with room."""
    with little_room(opened):
        for _ in range(1000):
            try:
                tell(f"talk {talk(opened.desk)}")
            except HinError as fault:
                tell(f"fault {type(fault).__name__} {fault.message.key}")
                break
    tell(f"talk {talk(opened.desk)}")


def test_a_file_that_may_not_grow(folder: Path) -> None:
    def work(tell: Tell) -> None:
        with at(folder) as opened:
            until_full(opened, tell)

    with child(work) as working:
        heard = list(working.lines())
    told = [line.split(" ", 2) for line in heard]
    assert [word[1] for word in told if word[0] == "fault"] == ["DiskTrouble"]
    with at(folder) as opened:
        integrity.full_check(opened.unlocked)
        acknowledged = {int(word[1]) for word in told if word[0] == "talk"}
        assert len(acknowledged) >= 2
        assert {row.id for row in consultations.of_client(opened.desk, 1)} == acknowledged


def fill_and_empty(folder: Path, tell: Tell) -> None:
    """The same on a disk of 2 MB of its own, with a file that fills it and goes away again; checked in its place."""
    filler = folder / "filler"
    with at(folder) as opened:
        tell(f"talk {talk(opened.desk)}")
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
        for _ in range(1000):
            try:
                tell(f"talk {talk(opened.desk)}")
            except HinError as fault:
                tell(f"fault {type(fault).__name__}")
                break
        filler.unlink()
        tell(f"talk {talk(opened.desk)}")
    with at(folder) as opened:
        integrity.full_check(opened.unlocked)
        tell(f"stored {' '.join(str(row.id) for row in consultations.of_client(opened.desk, 1))}")


def test_a_disk_that_is_full(folder: Path, tmp_path: Path) -> None:
    def work(tell: Tell) -> None:
        small = tmp_path / "small"
        small.mkdir()
        if mount_small_disk(small):
            shutil.copytree(folder, small / "desk")
            fill_and_empty(small / "desk", tell)

    with child(work) as working:
        told = [line.split() for line in working.lines()]
    if not told:
        pytest.skip("no disk can be mounted here")
    assert [words[1] for words in told if words[0] == "fault"] == ["DiskFull"]
    assert set(told[-1][1:]) == {words[1] for words in told if words[0] == "talk"}


def mount_small_disk(folder: Path) -> bool:
    """A disk of 2 MB for this process alone; it goes with it. False where the system does not allow it."""
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(CLONE_NEWNS | (CLONE_NEWUSER if user else 0)):
        return False
    if user:
        for name, content in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
            Path(f"/proc/self/{name}").write_text(content, "ascii")
    private = libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None)
    return not private and not libc.mount(b"none", bytes(folder), b"tmpfs", 0, b"size=2m")


def refusals(opened: OpenedDesk) -> Iterator[tuple[str, HinError | None]]:
    """What each of these says without room; None where it found some."""
    desk, typed = opened.desk, {"note": NOTE * 100}
    acts = {
        "draft": lambda: drafts.keep(desk, DraftKey("person"), typed),
        "person": lambda: clients.add(desk, ClientRecord(note=NOTE * 40)),
        "letter": lambda: letters.archive(desk, 1, letters.SUMMARY, "Übersicht", "de", bytes(400_000), 1),
        "backup": lambda: backup.make_backup(opened.unlocked, now()),
    }
    for name, act in acts.items():
        try:
            act()
        except HinError as fault:
            yield name, fault
        else:
            yield name, None


def test_every_act_has_its_sentence(folder: Path) -> None:
    def work(tell: Tell) -> None:
        with at(folder) as opened:
            before = opened.unlocked.files.database.stat().st_size
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (before // 2, resource.RLIM_INFINITY))
            for name, fault in refusals(opened):
                advice = fault.advice.key if fault and fault.advice else ""
                tell(f"{name}|{type(fault).__name__}|{advice}")

    with child(work) as working:
        told = {line.split("|")[0]: line.split("|")[1:] for line in working.lines()}
    assert told["letter"][0] == told["backup"][0] == "DiskTrouble"
    assert all(advice for fault, advice in told.values() if fault != "NoneType")
    with at(folder) as opened:
        integrity.full_check(opened.unlocked)
        assert letters.of_client(opened.desk, 1) == ()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT])
def test_every_name_of_a_full_disk(number: int) -> None:
    assert isinstance(faults.explain(OSError(number, "no room")), faults.DiskFull)
