"""kill -9 at any moment: what was acknowledged is there, the desk is whole, the unfinished form is offered again."""

from __future__ import annotations

import os
import random
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select

from hin_desktop.records import journal_chain
from hin_desktop.records.models.consultation import Consultation
from hin_desktop.services import consultations, drafts
from hin_desktop.services.consultations import ConsultationRow, ParticipantRow
from hin_desktop.services.desks import OpenedDesk
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.rows import table_of
from hin_desktop.vault import backup, integrity
from tests.faults.children import FULL, Tell, at, child, now

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is tried on POSIX alone")
ROUNDS = 200 if FULL else 12
BACKUP_ROUNDS = 25 if FULL else 3
LONGEST_LIFE = 0.15
FORM = DraftKey("consultation", 1)
NOTE = "Antrag auf Verlängerung besprochen. " * 20


def talks_without_end(folder: Path, tell: Tell) -> None:
    """A draft, then the talk, and so on; each is told once the service has come back."""
    with at(folder) as opened:
        day = opened.desk.today()
        for number in count():
            drafts.keep(opened.desk, FORM, {"summary": f"{number}"})
            tell(f"draft {number}")
            row = ConsultationRow(held_on=day, channel="OFFICE", counsellor_id=1, summary=NOTE, topics=("RES", "WORK"),
                                  participants=(ParticipantRow(client_id=1, case_id=1),))  # fmt: skip
            tell(f"talk {consultations.save(opened.desk, row).value.id}")


def backups_without_end(folder: Path, tell: Tell) -> None:
    with at(folder) as opened:
        for _ in count():
            tell(backup.make_backup(opened.unlocked, now()).database.name)


def stored(opened: OpenedDesk) -> set[int]:
    with opened.desk.reading() as connection:
        assert journal_chain.verify(connection).faults == ()
        return set(connection.scalars(select(table_of(Consultation).c.id)))


@pytest.mark.timeout(600)
def test_no_acknowledged_save_is_lost(folder: Path) -> None:
    acknowledged: set[int] = set()
    chance = random.Random(20270114)  # noqa: S311 - the moments of dying, not a secret
    for _ in range(ROUNDS):
        with child(lambda tell: talks_without_end(folder, tell)) as working:
            heard = [line.split() for line in working.lines_until_killed(chance.uniform(0, LONGEST_LIFE))]
        acknowledged |= {int(number) for kind, number in heard if kind == "talk"}
        with at(folder) as opened:
            assert acknowledged <= stored(opened)
            (draft,) = drafts.mine(opened.desk)
            assert int(str(draft.payload["summary"])) >= max(int(number) for kind, number in heard if kind == "draft")
            integrity.full_check(opened.unlocked)
    assert len(acknowledged) > ROUNDS


def test_a_talk_is_there_whole_or_not_at_all(folder: Path) -> None:
    with child(lambda tell: talks_without_end(folder, tell)) as working:
        working.lines_until_killed(LONGEST_LIFE)
    with at(folder) as opened:
        found = consultations.of_client(opened.desk, 1)
        assert {(row.topics, len(row.participants), row.summary) for row in found} == {(("RES", "WORK"), 1, NOTE)}
        assert {row.id for row in found} == stored(opened)


@pytest.mark.timeout(300)
def test_a_backup_cut_off_is_never_offered(folder: Path) -> None:
    chance = random.Random(8)  # noqa: S311 - as above
    for _ in range(BACKUP_ROUNDS):
        with child(lambda tell: backups_without_end(folder, tell)) as working:
            working.lines_until_killed(chance.uniform(0, LONGEST_LIFE))
        with at(folder) as opened:
            for kept in backup.list_backups(folder):
                assert integrity.check_copy(kept.database, opened.unlocked.key)["client"] == 1
