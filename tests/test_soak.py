"""PySide6 6.12.0 loses a reference at every call on Python 3.11 and aborts after some thousands of calls."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["soak", "-platform", "offscreen"])
label = QLabel()
for _ in range(200_000):
    label.setText("x")
print("survived")
"""


def test_the_pinned_qt_survives_200_000_calls() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "survived"
