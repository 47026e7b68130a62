"""A process that plays the whole path with a person of an unmistakable name, and leaves properly."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journeys import test_whole_path as path
from tests.journeys.child import tell
from tests.journeys.stage import stage

MARKER = "Quirlabunte"
WHO = replace(path.WHO, family=MARKER)


def main(home: Path) -> None:
    """Play it; PDFs go to `home`/out, where the counsellor saved them."""
    (home / "out").mkdir()
    with stage(QApplication([]), home) as the:
        the.play(path.whole_path(the.seat, home, WHO, home / "out"))
        the.play(path.everything_there(the.seat, WHO))
    tell("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
