"""Each page and form, in each language, at normal and double text size, in the smallest window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from hin_desktop.services import practice
from hin_desktop.ui.person.places import TAB_KEYS
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.seat import Seat
from tests.journeys import looking
from tests.journeys.stage import Stage, opened, speak, stage

SIZE = QSize(1280, 720)
WHO = "Yusuf Al-Masri"
PAGES = ("Alt+1", "Alt+2", "Ctrl+,", "Ctrl+F1", "F1")
TABS = tuple(TAB_KEYS.values())
FORMS = ("Ctrl+E", "Ctrl+B", "Ctrl+T", "Ctrl+Shift+P")
COMMANDS = (
    "Record a stay abroad", "Record an identity document", "Record an asylum procedure", "Record employment",
    "Record a benefit", "Record a course entitlement", "Record a milestone", "Edit facts for the computation",
    "Record post", "Add a relative", "Add a representative", "Add an address", "Add a number at an authority",
    "Open case",
)  # fmt: skip
Report = dict[str, list[str]]


@pytest.fixture(scope="session")
def practice_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk full of fictional people, made once."""
    folder = tmp_path_factory.mktemp("practice") / "desk"
    with opened(folder) as desk:
        practice.fill(desk, desk.today())
    return folder


@pytest.fixture(params=[(language, size) for language in ("de", "en") for size in (100, 200)],
                ids=lambda param: "-".join(map(str, param)))
def the(request: pytest.FixtureRequest, qapp: QApplication, practice_desk: Path, tmp_path: Path) -> Iterator[Stage]:
    """The program on a copy of that desk."""
    language, size = request.param
    shutil.copytree(practice_desk, tmp_path / "desk")
    speak(tmp_path / "desk", language)
    with stage(qapp, tmp_path, language, tmp_path / "desk") as made:
        made.play(prepared(made, size))
        yield made


def prepared(the: Stage, size: int) -> Walk:
    """Unlock, in the language and size of the test."""
    yield from the.open_desk()
    the.program.theme.set_text_size(size)
    window = the.seat.app.activeWindow()
    window.resize(SIZE)
    yield the.seat.until_quiet()


def test_pages(the: Stage) -> None:
    report: Report = {}
    the.play(each_page(the.seat, report))
    assert not told(report), told(report)


def test_the_persons_file(the: Stage) -> None:
    report: Report = {}
    the.play(each_form(the.seat, report))
    assert not told(report), told(report)


def told(report: Report) -> str:
    """What was found, a line each; '' for nothing."""
    return "\n".join(f"{where}: {what}" for where, found in report.items() for what in found)


def each_page(seat: Seat, report: Report) -> Walk:
    """All pages, the form that takes somebody in, the box that finds."""
    for keys in PAGES:
        yield from looked_at(seat, report, keys, partial(seat.press, keys))
    yield from looked_at(seat, report, "about", partial(about, seat))
    yield from looked_at(seat, report, "law", partial(acts.command, seat, "State of the law"))
    yield from looked_at(seat, report, "new person", partial(seat.press, "Ctrl+N"))
    yield from seat.press("Escape")


def each_form(seat: Seat, report: Report) -> Walk:
    """All tabs of a person, every form, a station."""
    yield from acts.open_person(seat, WHO)
    for keys in (*TABS, *FORMS):
        yield from looked_at(seat, report, keys, partial(seat.press, keys))
        yield from seat.press("Escape")
    for title in COMMANDS:
        yield from looked_at(seat, report, title, partial(acts.command, seat, title))
        yield from seat.press("Escape")
    station = partial(acts.open_station, seat, acts.StationKey.RESIDENCE)
    yield from looked_at(seat, report, "station", station)


def about(seat: Seat) -> Walk:
    """From the help to whom the program owes what."""
    yield from seat.press("F1")
    yield seat.until_quiet()
    yield from seat.choose("About HIN Desktop")


def looked_at(seat: Seat, report: Report, name: str, opening: Callable[[], Walk]) -> Walk:
    """Open a view and look at all of it."""
    yield from opening()
    yield seat.until_quiet()
    window = seat.app.activeWindow()
    missed: list[str] = []
    first = QApplication.focusWidget()
    yield from looking.unreached(seat, window, missed)
    if first is not None:
        first.setFocus()
    yield seat.until_quiet()
    report[name] = [*(f"no name: {each}" for each in looking.nameless(window)),
                    *(f"cut off: {each}" for each in looking.cut_off(window)),
                    *(f"not reached by Tab: {each}" for each in missed)]
