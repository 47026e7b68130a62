"""What the two entry points do in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOOK = """
import ctypes, sys
from PySide6.QtCore import QTimer
from hin_desktop import app as program
made, dumpable = program.QApplication, lambda: ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
def watched(arguments):
    app = made(arguments)
    timer = QTimer(app, interval=20)
    timer.timeout.connect(lambda: dumpable() or app.quit())
    timer.start()
    return app
program.QApplication = watched
assert dumpable()
sys.exit(program.window())
"""
SPEAK = """
import ctypes
from hin_desktop import app
try:
    app.command_line()
except SystemExit:
    pass
assert not ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl is Linux's")
@pytest.mark.parametrize("script", [LOOK, SPEAK])
def test_no_other_program_may_read_the_memory(script: str, tmp_path: Path) -> None:
    places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(tmp_path))
    done = subprocess.run([sys.executable, "-c", script, "--help"], env={**os.environ, **places}, capture_output=True,
                          text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
