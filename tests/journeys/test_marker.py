"""After a whole path a client's name stands in no file but those that the counsellor saved."""

from __future__ import annotations

from pathlib import Path

from hin_desktop.services import pdf_pages
from tests.journeys.child import child, told
from tests.journeys.marked import MARKER

WRITTEN = tuple(text.encode(code) for text in (MARKER, MARKER.upper(), MARKER.lower())
                for code in ("utf-8", "utf-16-le", "utf-16-be"))


def test_the_name_is_in_no_file_but_the_saved_pdf(tmp_path: Path) -> None:
    with child("marked", tmp_path, home=tmp_path) as process:
        assert told(process) == "left"
        process.wait()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert {"desk.db", "keys.json", "machine.json"} <= {file.name for file in files}
    assert any(file.parent.name == "backups" for file in files)
    assert MARKER in pdf_pages.text((tmp_path / "out" / "summary.pdf").read_bytes())
    elsewhere = [file for file in files if file.parent.name != "out"]
    assert not [file for file in elsewhere if _holds(file)]
    assert not [file for file in files if MARKER.lower() in file.name.lower()]


def _holds(file: Path) -> bool:
    content = file.read_bytes()
    return any(word in content for word in WRITTEN)
