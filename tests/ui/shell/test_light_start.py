"""What the unlock window is painted with comes up without the heavy half of the program."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("sqlalchemy", "alembic", "reportlab", "babel", "hin_desktop.services", "hin_desktop.records")
PROBE = """
import sys
import hin_desktop.ui.shell.theme, hin_desktop.ui.shell.background, hin_desktop.ui.shell.notices
print(sorted(name for name in {heavy} if name in sys.modules))
"""


PAPER = ("reportlab", "PIL", "fontTools", "uharfbuzz", "pypdfium2", "alembic")
DAY = """
import sys
import hin_desktop.app
hin_desktop.app.heavy()
print(sorted(name for name in {heavy} if name in sys.modules))
"""


def test_a_day_without_printing_loads_nothing_for_paper() -> None:
    probe = [sys.executable, "-c", DAY.format(heavy=PAPER)]
    assert subprocess.run(probe, capture_output=True, text=True, check=True).stdout.strip() == "[]"


SOURCES = """
import linecache
from hin_desktop import start
start.root().heavy()
print(sum(("sqlalchemy" in name or "hin_desktop" in name) and name[0] != "<" for name in linecache.cache))
"""


def test_no_source_is_read_and_kept_to_look_for_what_nobody_uses() -> None:
    """PySide6 does so for every module imported after it; should it do it another way one day, 30 MB are back."""
    probe = [sys.executable, "-c", SOURCES]
    assert subprocess.run(probe, capture_output=True, text=True, check=True).stdout.strip() == "0"


def test_theme_and_background_import_nothing_heavy() -> None:
    probe = [sys.executable, "-c", PROBE.format(heavy=HEAVY)]
    assert subprocess.run(probe, capture_output=True, text=True, check=True).stdout.strip() == "[]"
