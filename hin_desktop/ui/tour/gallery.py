"""The second half of the tour: the practice desk, every page of it photographed."""

from __future__ import annotations

from hin_desktop.domain.pathway import StationKey
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.album import Album
from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_person import Talk
from hin_desktop.ui.tour.steps_unlock import practise

WHO = "Yusuf Al-Masri"
TABS = (("talks", 2), ("residence", 3), ("family", 4), ("history", 6))
TALK = Talk(("RES",), "Abrechnungen sind vollständig. Antrag auf Verlängerung unterschrieben.",
            "Antrag bei der Ausländerbehörde abgeben", "+1w")


def gallery(seat: Seat, album: Album) -> Walk:
    """Every page filled, in light and dark; a few with text twice as large."""
    yield seat.until_quiet()
    yield from album.picture("unlock", "unlock")
    yield from album.large("unlock")
    yield from practise(seat)
    yield seat.until_sees(seat.say("Agreed steps"))
    yield seat.until_quiet()
    yield from album.picture("today", "today")
    yield from album.large("today")
    yield from _clients(seat, album)
    yield from _person(seat, album)
    yield from _rest(seat, album)


def _clients(seat: Seat, album: Album) -> Walk:
    yield from seat.press("Alt+2")
    yield seat.until_quiet()
    yield from album.picture("clients", "clients")
    yield from seat.type("al m")
    yield seat.until_quiet()
    yield from album.photo("clients-found")
    yield from seat.press("Ctrl+A", "Backspace")


def _person(seat: Seat, album: Album) -> Walk:
    yield from acts.open_person(seat, WHO)
    yield from album.picture("person", "person")
    yield from album.large("person")
    for name, number in TABS:
        yield from seat.press(f"Ctrl+{number}")
        yield seat.until_quiet()
        if name == "residence":
            yield from album.picture(f"person-{name}", name)
        else:
            yield from album.photo(f"person-{name}")
    yield from _forms(seat, album)
    yield from acts.file_summary(seat, album.file("case-summary-practice.pdf"), album.photo)


def _forms(seat: Seat, album: Album) -> Walk:
    """A station with its panel, the person's sheet, and a consultation under way."""
    yield from seat.press("Ctrl+1")
    yield seat.until_quiet()
    yield from acts.open_station(seat, StationKey.RESIDENCE)
    yield seat.until_quiet()
    yield from album.photo("person-station")
    yield from seat.press("Escape", "Ctrl+E")
    yield seat.until_at("Given names")
    yield from album.photo("person-sheet-form")
    yield from seat.press("Escape")
    yield from acts.begin_talk(seat, TALK)
    yield from album.photo("person-consultation-form")
    yield from album.large("person-consultation-form")
    yield from acts.save(seat, "What was discussed")


def _rest(seat: Seat, album: Album) -> Walk:
    yield from seat.press("Alt+1")
    yield seat.until_quiet()
    yield from seat.press("Ctrl+K")
    yield seat.until_at("Find people and commands")
    yield from seat.type("al")
    yield seat.until_quiet()
    yield from album.photo("find-people-and-commands")
    yield from seat.press("Escape")
    for name, keys in (("settings", "Ctrl+,"), ("help", "F1"), ("shortcuts", "Ctrl+F1")):
        yield from seat.press(keys)
        yield seat.until_quiet()
        yield from album.photo(name)
    yield from acts.command(seat, "About HIN Desktop")
    yield seat.until_quiet()
    yield from album.photo("about")
    yield from acts.quit_program(seat)
