"""The program as `hin-desktop --desk FOLDER` starts it, watched from outside: says when its first window is painted."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from hin_desktop import app as program
from tests.bench.paint_mark import PaintMark, say_painted


def main() -> None:
    """Start it and end it once it has been painted."""
    marks = []

    def watched(arguments: Sequence[str]) -> QApplication:
        app = QApplication(arguments)

        def painted() -> None:
            say_painted()
            app.quit()

        marks.append(PaintMark(app, painted))
        return app

    program.QApplication = watched  # type: ignore[misc,assignment]  # the one seam where its event loop can be watched
    sys.exit(program.window())


if __name__ == "__main__":
    main()
