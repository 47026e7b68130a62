"""A process that plays the main part of a path and tells which files and databases its GUI thread touched."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import FrameType

import sqlcipher3
from PySide6.QtWidgets import QApplication

from hin_desktop.domain.pathway import StationKey, StationState
from hin_desktop.ui.person.places import TAB_KEYS
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.driver import Walk
from tests.journeys import test_whole_path as path
from tests.journeys.child import tell
from tests.journeys.stage import Stage, stage

FILES = frozenset({"open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "shutil.move",
                   "sqlite3.connect", "tempfile.mkstemp"})
DEPTH = 8  # frames told
DATABASES = ("sqlcipher3", "sqlite3", "_sqlite3")
FLAGS = ("interrupt",)  # a superseded query is told to stop: that sets a flag, reads and writes nothing


class Guard:
    """Writes down what the GUI thread does to files and databases while it watches."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._watching = False
        sys.addaudithook(self._audit)

    def watch(self, on: bool) -> None:
        """From now on, or no more."""
        self._watching = on
        sys.setprofile(self._called if on else None)

    def tried(self) -> list[str]:
        """What it notes of a file opened and a database asked on purpose."""
        self.seen.clear()
        self.watch(True)
        Path(__file__).open().close()
        sqlcipher3.connect(":memory:").execute("select 1")
        self.watch(False)
        return [each.partition(" ")[0] for each in self.seen]

    def _audit(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._watching and event in FILES and threading.current_thread() is threading.main_thread():
            self._note(f"{event} {arguments[0]!r}")

    def _called(self, _frame: FrameType, event: str, function: object) -> None:
        owner, name = getattr(function, "__self__", None), getattr(function, "__name__", "")
        if event == "c_call" and name not in FLAGS and type(owner).__module__.partition(".")[0] in DATABASES:
            self._note(f"{type(owner).__name__}.{name}")

    def _note(self, what: str) -> None:
        frame, where = sys._getframe(2), list[str]()
        while frame is not None and len(where) < DEPTH:
            where.append(f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}")
            frame = frame.f_back
        self.seen.append(f"{what} in {' '.join(where)}")


def main_part(the: Stage, guard: Guard) -> Walk:
    """Once round through all pages, unwatched; then what a counsellor does all day, watched."""
    yield from the.open_desk()
    yield from _once(the, path.WIFE, guard, watched=False)
    yield from _once(the, path.WHO, guard, watched=True)


def _once(the: Stage, who: acts.Newcomer, guard: Guard, *, watched: bool) -> Walk:
    seat = the.seat
    guard.watch(watched)
    yield from acts.take_in(seat, who)
    yield from acts.record_title(seat, path.TITLE)
    yield acts.until_station(seat, StationKey.RESIDENCE, StationState.CURRENT)
    yield from acts.record_talk(seat, acts.Talk(("IK",), "Kurs", "Prüfung", "+6w"))
    yield from acts.record_milestone(seat, "GERMAN_B1")
    for keys in (*TAB_KEYS.values(), "Ctrl+Shift+P", "Alt+1", "Alt+2", "Ctrl+,", "F1"):
        yield from seat.press(keys)
        yield seat.until_quiet()
    guard.watch(False)


def main(folder: Path, desk: Path) -> None:
    """Play it."""
    guard = Guard()
    with stage(QApplication([]), folder, desk=desk) as the:
        the.play(main_part(the, guard))
    tell(guard.seen)
    tell(guard.tried())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
