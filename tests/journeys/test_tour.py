"""The whole tour in a process of its own, as `make run` plays it where there is no screen."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from hin_desktop.services import pdf_pages
from tests.journeys.child import ROOT, at_home

RUN = "import sys; from hin_desktop import app; sys.exit(app.command_line())"
VIEWS = {
    "first-start", "set-up-organisation", "set-up-counsellor", "set-up-recovery-sheet", "today-empty", "clients-empty",
    "newcomer", "notice-with-undo", "locked-wrong-password", "unlock", "today", "clients", "clients-found", "person",
    "person-talks", "person-residence", "person-prospects", "person-evidence", "person-post", "person-family",
    "person-history", "person-station", "person-sheet-form", "person-consultation-form", "person-summary-preview",
    "find-people-and-commands", "settings", "help", "shortcuts", "about", "law", "law-titles",
}  # fmt: skip
LARGE = {"unlock", "today", "person", "law", "person-consultation-form"}


def test_the_tour_makes_a_picture_of_every_page_in_light_and_dark(tmp_path: Path) -> None:
    out, environment = tmp_path / "out", {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **at_home(tmp_path)}
    done = subprocess.run([sys.executable, "-c", RUN, "tour", "--out", str(out)], env=environment, text=True,
                          capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    pictures = {re.sub(r"^\d+-", "", file.stem) for file in out.glob("*.png")}
    assert {f"{view}-{mode}" for view in VIEWS for mode in ("light", "dark")} <= pictures
    assert {f"{view}-200" for view in LARGE} <= pictures
    assert "Longest block of the window:" in done.stdout
    assert all(str(file) in done.stdout for file in out.rglob("*") if file.is_file())
    assert "Selam Tesfaye" in pdf_pages.text((out / "case-summary.pdf").read_bytes())
    assert not list((tmp_path / "temp").iterdir())
