"""While a counsellor works, the GUI thread opens no file and touches no database."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.child import child, told
from tests.journeys.stage import quick_desk


def test_the_gui_thread_does_no_file_and_no_database_work(tmp_path: Path) -> None:
    desk = quick_desk(tmp_path / "desk")
    """The child tells what it saw, and that it would have seen a file and a database."""
    with child("idle_gui", tmp_path / "state", desk) as process:
        assert told(process) == []
        assert {"open", "Connection.execute"} <= set(told(process))
