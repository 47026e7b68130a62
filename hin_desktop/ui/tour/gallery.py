"""The second half of the tour: the practice desk, every page of it photographed."""

from __future__ import annotations

from functools import partial

from hin_desktop.domain.pathway import StationKey
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.album import BOTH, Album
from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_person import Talk
from hin_desktop.ui.tour.steps_unlock import practise

WHO = "Yusuf Al-Masri"
PAGES = (("today", "Alt+1"), ("clients", "Alt+2"), ("settings", "Ctrl+,"), ("shortcuts", "Ctrl+F1"), ("help", "F1"))
PICTURED = ("today", "clients", "residence")
TABS = (("talks", 2), ("residence", 3), ("family", 4), ("history", 6))
TALK = Talk(("RES",), "Abrechnungen sind vollständig. Antrag auf Verlängerung unterschrieben.",
            "Antrag bei der Ausländerbehörde abgeben", "+1w")


def gallery(seat: Seat, album: Album) -> Walk:
    """Every page filled: once round in dark, once in light; then what is typed, in both."""
    yield seat.until_quiet()
    yield from album.picture("unlock", "unlock")
    yield from album.large("unlock")
    yield from practise(seat)
    yield seat.until_sees(seat.say("Agreed steps"))
    yield seat.until_quiet()
    for mode in BOTH:
        album.modes = (mode,)
        yield from _pages(seat, album)
        yield from _person(seat, album)
    album.modes = BOTH
    yield from _forms(seat, album)
    yield from acts.quit_program(seat)


def _pages(seat: Seat, album: Album) -> Walk:
    """All pages but the person's."""
    for name, keys in PAGES:
        yield from seat.press(keys)
        yield seat.until_quiet()
        yield from album.picture(name, name) if name in PICTURED else album.photo(name)
    yield from seat.choose("About HIN Desktop")
    yield seat.until_quiet()
    yield from album.photo("about")
    yield from seat.press("Alt+2", "Ctrl+F")
    yield from seat.type("al m")
    yield seat.until_quiet()
    yield from album.photo("clients-found")
    yield from seat.press("Ctrl+A", "Backspace", "Alt+1")
    yield seat.until_quiet()
    yield from album.large("today")
    yield from seat.press("Ctrl+K")
    yield seat.until_at("Find people and commands")
    yield from seat.type("al")
    yield seat.until_quiet()
    yield from album.photo("find-people-and-commands")
    yield from seat.press("Escape")


def _person(seat: Seat, album: Album) -> Walk:
    """The file of one person, tab by tab."""
    yield from acts.open_person(seat, WHO)
    yield from seat.press("Ctrl+1")
    yield seat.until_quiet()
    yield from album.picture("person", "person")
    yield from album.large("person")
    for name, number in TABS:
        yield from seat.press(f"Ctrl+{number}")
        yield seat.until_quiet()
        photo = f"person-{name}"
        yield from album.picture(photo, name) if name in PICTURED else album.photo(photo)
    yield from acts.open_station(seat, StationKey.RESIDENCE)
    yield seat.until_quiet()
    yield from album.photo("person-station")
    yield from seat.press("Escape")


def _forms(seat: Seat, album: Album) -> Walk:
    """The person's sheet, a consultation under way, and a summary with its preview."""
    yield from seat.press("Ctrl+E")
    yield seat.until_at("Given names")
    yield from album.photo("person-sheet-form")
    yield from seat.press("Escape")
    yield from acts.begin_talk(seat, TALK)
    yield from album.photo("person-consultation-form")
    yield from album.large("person-consultation-form")
    yield from acts.save(seat, "What was discussed")
    summary = partial(album.picture, title="summary")
    yield from acts.file_summary(seat, album.file("case-summary-practice.pdf"), summary)
