"""A form that was read before a colleague's change shows both; nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.services import clients, entries
from hin_desktop.services.clients import ClientRecord
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.residence import PERIODS, ResidencePeriodRow
from hin_desktop.ui.person.places import TAB_KEYS
from hin_desktop.ui.shell.desk_window import DeskWindow
from hin_desktop.ui.tour import steps_person as acts
from hin_desktop.ui.tour.driver import Walk
from tests.journeys.stage import Stage, opened, stage

MINE, THEIRS = "Ausländerbehörde Herne", "Ausländerbehörde Bochum"


def test_a_colleagues_change_is_shown_and_not_overwritten(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path / "desk") as desk:
        who = clients.add(desk, ClientRecord(given_names="Selam", family_name="Tesfaye")).value
        start, end = PartialDate(2025, 9, 2), PartialDate(2028, 9, 1)
        row = ResidencePeriodRow(client_id=who.id, code="AE_25_2_FL", valid_from=start, valid_until=end)
        entries.save(desk, PERIODS, row)
    with stage(qapp, tmp_path, desk=tmp_path / "desk") as the:
        the.play(open_form(the))
        colleague(here(the), who.id)
        the.play(save_mine(the))
        assert entries.get(here(the), PERIODS, who.id)[0].authority == THEIRS


def here(the: Stage) -> OpenDesk:
    """The desk that the window has open."""
    window = getattr(the.program.host, "window", None)
    assert isinstance(window, DeskWindow)
    return window.desk


def colleague(desk: OpenDesk, client_id: int) -> None:
    """Somebody else changes the title meanwhile."""
    row = entries.get(desk, PERIODS, client_id)[0]
    entries.save(desk, PERIODS, replace(row, authority=THEIRS))


def open_form(the: Stage) -> Walk:
    """Open the title and type."""
    seat = the.seat
    yield from the.open_desk()
    yield from acts.open_person(seat, "Selam Tesfaye")
    yield from seat.press(TAB_KEYS["residence"])
    yield seat.until_quiet()
    yield from seat.hand.go_to(seat.label(seat.catalogues.residence_titles, "AE_25_2_FL"))
    yield from seat.choose("Edit")
    yield seat.until_at("Title or status")
    yield from seat.fill("Authority", MINE)


def save_mine(the: Stage) -> Walk:
    """Save: both are shown, and nothing is saved yet."""
    yield from the.seat.press("Ctrl+S")
    yield the.seat.until_sees(THEIRS)
    yield the.seat.until_sees(MINE)
    yield the.seat.until_quiet()
