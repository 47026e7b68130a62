"""A word typed as a client's name stands in no file: not in the database, its log, a backup, nor a temporary file."""

from __future__ import annotations

from pathlib import Path

import pytest

from hin_desktop.services import clients, drafts, history, letters, search, summaries
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientFilter
from hin_desktop.services.summaries import SummaryChoice
from hin_desktop.texts import Texts
from tests.faults.children import at, now
from tests.faults.conftest import MARKER

SPELLINGS = tuple(word.encode(code) for word in (MARKER, MARKER.lower(), MARKER.upper())
                  for code in ("utf-8", "utf-16-le", "utf-16-be"))  # fmt: skip


def readable(folder: Path) -> list[str]:
    """The files below in which the marker stands."""
    return [str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()
            if any(spelling in file.read_bytes() for spelling in SPELLINGS)]  # fmt: skip


def work(desk: OpenDesk) -> None:
    """A day at this desk, with the marker in every field."""
    person = clients.add(desk, ClientRecord(family_name=MARKER, original_name=MARKER, note=MARKER)).value
    drafts.keep(desk, DraftKey("person"), {"family_name": MARKER})
    drafts.note_opened(desk, person.id)
    assert len(search.find(desk, ClientFilter(text=MARKER))) == 2
    pdf = summaries.prepare(desk, person.id, SummaryChoice(), Texts())
    letters.archive(desk, person.id, letters.SUMMARY, MARKER, "de", pdf, 1)
    clients.remove(desk, person.id, person.version)
    history.undo(desk)


def test_after_a_day_at_the_desk(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    with at(folder) as opened:
        work(opened.desk)
        assert readable(tmp_path) == []
        assert opened.close(now()) is not None
    assert readable(tmp_path) == []
    assert len(list((folder / "backups").glob("*.db"))) == 1
    with at(folder) as opened:
        assert clients.get(opened.desk, 1).family_name == MARKER


def test_the_search_for_the_marker_itself_works(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(f"x{MARKER}x", "utf-8")
    (tmp_path / "wide").write_text(MARKER, "utf-16")
    assert set(readable(tmp_path)) == {"plain", "wide"}

