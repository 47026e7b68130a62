"""The guided walk: a desk is set up, a newcomer taken in, and every page photographed, all by typed keys."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hin_desktop.services.catalogues import load_catalogues
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.theme import Mode, Theme
from hin_desktop.ui.tour.album import Album
from hin_desktop.ui.tour.driver import Driver, Until, Walk
from hin_desktop.ui.tour.first_day import first_day
from hin_desktop.ui.tour.gallery import gallery
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_unlock import NewDesk


class Guided(Protocol):
    """The program as far as the tour leads through it."""

    theme: Theme
    background: Background

    def show(self) -> None:
        """Show the first window."""


def tour(app: QApplication, program: Guided, folder: Path, out: Path) -> int:
    """Walk through the window; desks lie below `folder`, pictures and PDFs go to `out`. Gives the exit status."""
    out.mkdir(parents=True, exist_ok=True)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app.setQuitOnLastWindowClosed(False)
    program.theme.set_mode(Mode.LIGHT)
    seat = Seat(app, Texts("de"), load_catalogues(), program.background)
    album = Album(app, program.theme, seat.until_quiet, out)
    driver = Driver(_noted(_walk(seat, album, folder), album))
    ends: list[str] = []
    driver.ended.connect(ends.append)
    driver.ended.connect(app.quit)  # ends the loop of a dialog too, if the walk stopped in one
    program.show()
    driver.start()
    while not ends:
        app.exec()
    album.watch.stop()
    why = "".join(ends)
    if why:
        album.last_look()
        why = f"{why}; the keyboard was in {seat.here!r}"
    return _report(album, why)


def _walk(seat: Seat, album: Album, folder: Path) -> Walk:
    new = NewDesk(folder / "desk", "Beratungsstelle Herne e. V.", "Ayşe Yılmaz", "Sieben Stare im Garten")
    yield from first_day(seat, album, new)
    yield from gallery(seat, album)


def _noted(walk: Walk, album: Album) -> Walk:
    """The same walk; the watch knows at each step what goes on."""
    for step in walk:
        album.watch.doing = step.what if isinstance(step, Until) else " ".join(map(str, getattr(step, "args", ())))
        yield step


def _report(album: Album, why: str) -> int:
    """Say what was made, and how long the window was away from its events at most."""
    for file in sorted(file for file in album.made if file.exists()):
        sys.stdout.write(f"{file}\n")
    watch = album.watch
    where = f" ({watch.where})" if watch.where else ""
    sys.stdout.write(f"Longest block of the window: {watch.longest * 1000:.0f} ms{where}\n")
    if why:
        sys.stderr.write(f"The tour stopped: {why}\n")
    return 1 if why else 0
