"""About: every library with its licence, the notices that must be shown, and a word when the program is old."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from hin_desktop.ui.help.about import PARTS, AboutPage, is_old
from hin_desktop.ui.help.licences import read_licences
from tests.ui.workplace import RecordingWorkplace, settle, show

ROOT = Path(__file__).resolve().parents[3]


def wanted(name: str) -> list[str]:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    found = (re.match(r"[A-Za-z][\w.-]*", line) for line in lines)
    return [match.group() for match in found if match is not None]


def plain(name: str) -> str:
    return name.lower().replace("_", "-")


def test_every_library_is_named_with_a_licence() -> None:
    read = read_licences()
    assert {plain(name) for name in wanted("run.in")} <= {plain(each.name) for each in read.libraries}
    assert all(each.version and each.licence not in ("", "–") for each in read.libraries)


def test_every_dependency_has_its_reason() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    named = {plain(found) for found in re.findall(r"^\| `([^`]+)` \| .{20,} \|$", page, re.MULTILINE)}
    assert named == {plain(name) for name in (*wanted("run.in"), *wanted("dev.in"))}


def test_the_notices_are_shown_in_full(qtbot: QtBot, workplace: RecordingWorkplace) -> None:
    page = AboutPage(workplace)
    show(qtbot, page)
    settle(qtbot, workplace)
    assert "ZETETIC LLC" in page.notice_text.text() and "POSSIBILITY OF SUCH DAMAGE" in page.notice_text.text()
    assert {"Qt, PySide6", "SQLCipher", "OpenSSL"} <= {name for name, _ in PARTS} and page.old.isHidden()


def test_an_old_program_says_so() -> None:
    assert not is_old("2026-11-23", date(2027, 11, 22))
    assert is_old("2026-11-23", date(2027, 11, 24))
