"""A person's whole path through the real window, by keyboard alone, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hin_desktop.domain.pathway import StationKey, StationState
from hin_desktop.services import pdf_pages
from hin_desktop.ui.person.places import TAB_KEYS
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.driver import Walk
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_person import Newcomer, Talk, Title
from hin_desktop.ui.tour.steps_unlock import NewDesk, mistype, set_up, unlock
from tests.journeys.stage import PASSWORD, stage

WIFE = Newcomer("Luul", "Haile", "ሉል ኃይለ", "1996", "ERI", "3.2024")
WHO = Newcomer("Selam", "Tesfaye", "ሰላም ተስፋይ", "14.3.1994", "ERI", "8.2024")
TITLE = Title("AE_25_2_FL", "2.9.2025", "1.9.2028")
TALK = Talk(("IK",), "Kurs begonnen.", "Anmeldung zur Prüfung", "+6w", (WIFE.name,))
RESIDENCE, FIRST_TALK, LANGUAGE = StationKey.RESIDENCE, StationKey.FIRST_TALK, StationKey.LANGUAGE
AFTER = {RESIDENCE: StationState.CURRENT, FIRST_TALK: StationState.DONE, LANGUAGE: StationState.DONE}


@pytest.mark.parametrize("language", ["de", "en"])
def test_from_set_up_to_unlocking_again(qapp: QApplication, tmp_path: Path, language: str) -> None:
    with stage(qapp, tmp_path, language) as the:
        the.play(whole_path(the.seat, tmp_path, WHO, tmp_path))
        the.play(everything_there(the.seat, WHO))
    assert WHO.name in pdf_pages.text((tmp_path / "summary.pdf").read_bytes())
    assert list((tmp_path / "desk" / "backups").iterdir())


def whole_path(seat: Seat, folder: Path, who: Newcomer, out: Path) -> Walk:
    """From the first start to the filed summary; PDFs go to `out`."""
    new = NewDesk(folder / "desk", "Beratungsstelle Herne", "Ayşe Yılmaz", PASSWORD)
    yield from set_up(seat, new, out / "sheet.pdf")
    yield seat.until_at("New person")
    yield from acts.take_in(seat, WIFE)
    yield from acts.take_in(seat, who)
    yield acts.until_station(seat, RESIDENCE, StationState.UNKNOWN)
    yield from acts.record_title(seat, TITLE)
    yield acts.until_station(seat, RESIDENCE, StationState.CURRENT)
    yield from acts.add_relative(seat, WIFE.name, "SPOUSE")
    yield acts.until_station(seat, FIRST_TALK, StationState.CURRENT)
    yield from acts.record_talk(seat, TALK)
    yield acts.until_station(seat, FIRST_TALK, StationState.DONE)
    yield from acts.record_milestone(seat, "GERMAN_B1")
    yield acts.until_station(seat, LANGUAGE, StationState.DONE)
    yield from acts.file_summary(seat, out / "summary.pdf")


def everything_there(seat: Seat, who: Newcomer) -> Walk:
    """A wrong delete undone, locked and unlocked: nothing is missing."""
    title = seat.label(seat.catalogues.residence_titles, TITLE.code)
    yield from seat.press(TAB_KEYS["residence"])
    yield seat.until_quiet()
    yield from acts.delete_and_undo(seat, title)
    yield acts.until_station(seat, RESIDENCE, StationState.UNKNOWN)
    yield from acts.undo_in_notice(seat, title)
    yield from acts.lock(seat)
    yield from mistype(seat, "Sieben Stare im Wald")
    yield from unlock(seat, PASSWORD)
    yield seat.until_sees(seat.say("Opened last"))
    yield from acts.open_person(seat, who.name)
    for key, state in AFTER.items():
        yield acts.until_station(seat, key, state)
    for tab, words in (("talks", TALK.summary), ("residence", title), ("family", WIFE.name),
                       ("letters", seat.say("Case summary"))):
        yield from seat.press(TAB_KEYS[tab])
        yield seat.until_sees(words)
