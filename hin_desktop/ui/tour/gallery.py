"""The second half of the tour: the practice desk, every page of it photographed."""

from __future__ import annotations

from functools import partial

from hin_desktop.domain.pathway import StationKey
from hin_desktop.ui.person.places import TAB_KEYS
from hin_desktop.ui.shell.theme import Mode
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.album import BOTH, Album
from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_person import Talk
from hin_desktop.ui.tour.steps_unlock import practise

WHO = "Yusuf Al-Masri"
PAGES = (("settings", "Ctrl+,"), ("shortcuts", "Ctrl+F1"), ("help", "F1"))
SHOWN = ("talks", "residence", "prospects", "evidence", "post", "family", "history")
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
    for mode in (Mode.LIGHT, Mode.DARK):
        album.modes = (mode,)
        yield from _today(seat, album)
        yield from _person(seat, album)
        yield from _pages(seat, album)
    album.modes = BOTH
    yield from acts.open_person(seat, WHO)
    yield from _forms(seat, album)
    yield from acts.quit_program(seat)


def _today(seat: Seat, album: Album) -> Walk:
    """The first page, and the box that finds everything."""
    yield from seat.press("Alt+1")
    yield seat.until_quiet()
    yield from album.picture("today", "today")
    yield from album.large("today")
    yield from seat.press("Ctrl+K")
    yield seat.until_at("Find people and commands")
    yield from seat.type("al")
    yield seat.until_quiet()
    yield from album.photo("find-people-and-commands")
    yield from seat.press("Escape")


def _pages(seat: Seat, album: Album) -> Walk:
    """The list, found in and not; settings, help, shortcuts, and who made it."""
    yield from seat.press("Alt+2")
    yield seat.until_quiet()
    yield from album.picture("clients", "clients")
    yield from album.large("clients")
    yield from seat.press("Ctrl+F")
    yield from seat.type("al m")
    yield seat.until_quiet()
    yield from album.photo("clients-found")
    yield from seat.press("Ctrl+A", "Backspace")
    for name, keys in PAGES:
        yield from seat.press(keys)
        yield seat.until_quiet()
        yield from album.photo(name)
        yield from album.large(name)
    yield from seat.choose("About HIN Desktop")
    yield seat.until_quiet()
    yield from album.photo("about")
    yield from _law(seat, album)


def _law(seat: Seat, album: Album) -> Walk:
    """The state of the law: one rule, found while typing, and the titles."""
    yield from acts.command(seat, "State of the law")
    yield seat.until_quiet()
    yield from seat.type("10 stag")
    yield seat.until_quiet()
    yield from album.picture("law", "law")
    yield from album.large("law")
    yield from seat.press("Ctrl+A", "Backspace")
    yield from seat.go_to("Rules or titles")
    yield from seat.press("Right")
    yield seat.until_quiet()
    yield from album.photo("law-titles")
    yield from seat.press("Left")


def _person(seat: Seat, album: Album) -> Walk:
    """The file of one person, tab by tab."""
    yield from acts.open_person(seat, WHO)
    yield from seat.press("Ctrl+1")
    yield seat.until_quiet()
    yield from album.picture("person", "person")
    yield from album.large("person")
    for name in SHOWN:
        yield from seat.press(TAB_KEYS[name])
        yield seat.until_quiet()
        yield from album.picture(f"person-{name}", name)
        yield from album.large(f"person-{name}")
    yield from acts.open_station(seat, StationKey.RESIDENCE)
    yield seat.until_quiet()
    yield from album.photo("person-station")
    yield from acts.close_station(seat)


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
    yield from acts.file_summary(seat, album.file("case-summary-practice.pdf"), partial(_summary, album))


def _summary(album: Album, name: str) -> Walk:
    yield from album.picture(f"person-{name}", "summary")
