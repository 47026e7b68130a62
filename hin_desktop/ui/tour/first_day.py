"""The first half of the tour: from the first start to a desk that was locked and opened again."""

from __future__ import annotations

from hin_desktop.domain.pathway import StationKey, StationState
from hin_desktop.ui.person.places import TAB_KEYS
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.album import Album
from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_person import Newcomer, Talk, Title
from hin_desktop.ui.tour.steps_unlock import NewDesk, mistype, set_up, unlock

WHO = Newcomer("Selam", "Tesfaye", "ሰላም ተስፋይ", "14.3.1994", "ERI", "8.2024")
TITLE = Title("AE_25_2_FL", "2.9.2025", "1.9.2028")
TALK = Talk(("IK", "WORK"), "Kurs begonnen, Montag bis Freitag vormittags. Möchte danach in die Pflege.",
            "Anmeldung zur B1-Prüfung", "+6w")
RESIDENCE, FIRST_TALK = StationKey.RESIDENCE, StationKey.FIRST_TALK


def first_day(seat: Seat, album: Album, new: NewDesk) -> Walk:
    """Set up, take in, record, print, undo, lock, unlock."""
    yield from set_up(seat, new, album.file("recovery-sheet.pdf"), album.photo)
    yield seat.until_at("New person")
    yield seat.until_quiet()
    yield from album.photo("today-empty")
    yield from seat.press("Alt+2")
    yield seat.until_quiet()
    yield from album.photo("clients-empty")
    yield from acts.take_in(seat, WHO, album.photo)
    yield acts.until_station(seat, RESIDENCE, StationState.UNKNOWN)
    yield from album.photo("newcomer")
    yield from acts.record_title(seat, TITLE, album.photo)
    yield acts.until_station(seat, RESIDENCE, StationState.CURRENT)
    yield from acts.record_talk(seat, TALK, album.photo)
    yield acts.until_station(seat, FIRST_TALK, StationState.DONE)
    yield from album.photo("newcomer-after-the-talk")
    yield from acts.file_summary(seat, album.file("case-summary.pdf"), album.photo)
    yield from _mistake(seat, album)
    yield from _lock(seat, album, new)


def _mistake(seat: Seat, album: Album) -> Walk:
    """A title is deleted by mistake, and is back."""
    title = seat.label(seat.catalogues.residence_titles, TITLE.code)
    yield from seat.press(TAB_KEYS["residence"])
    yield seat.until_quiet()
    yield from acts.delete_and_undo(seat, title)
    yield acts.until_station(seat, RESIDENCE, StationState.UNKNOWN)
    yield from album.photo("notice-with-undo")
    yield from acts.undo_in_notice(seat, title)
    yield acts.until_station(seat, RESIDENCE, StationState.CURRENT)


def _lock(seat: Seat, album: Album, new: NewDesk) -> Walk:
    """Locked, opened with a wrong and then the right password: everything is there."""
    yield from acts.lock(seat)
    yield from mistype(seat, "Sieben Stare im Wald", album.photo)
    yield from unlock(seat, new.password)
    yield seat.until_sees(seat.say("Opened last"))
    yield seat.until_quiet()
    yield from album.photo("today-after-unlocking")
    yield from acts.open_person(seat, WHO.name)
    for key, state in ((RESIDENCE, StationState.CURRENT), (FIRST_TALK, StationState.DONE)):
        yield acts.until_station(seat, key, state)
    yield from seat.press(TAB_KEYS["letters"])
    yield seat.until_sees(seat.say("Case summary"))
    yield from acts.lock(seat)
