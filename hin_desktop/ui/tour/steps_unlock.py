"""Acts at the first window: setting up a desk, unlocking, trying things on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hin_desktop.ui.tour.driver import Until, Walk
from hin_desktop.ui.tour.seat import Seat

Photo = Callable[[str], Walk]
"""Take pictures of what is on the screen, under this name."""


@dataclass(frozen=True, slots=True)
class NewDesk:
    """What is typed at set-up."""

    folder: Path
    organisation: str
    name: str
    password: str


def no_photo(_name: str) -> Walk:
    """Who does not take pictures walks on."""
    yield from ()


def set_up(seat: Seat, new: NewDesk, sheet: Path, photo: Photo = no_photo) -> Walk:
    """From the first question to the open desk; the recovery sheet goes to `sheet` and is typed back."""
    yield seat.until_at("Set up a desk")
    yield from photo("first-start")
    yield from seat.choose("Set up a desk")
    yield seat.until_at("Name of the organisation")
    yield from seat.type(new.organisation)
    yield from seat.fill("Folder of the desk", str(new.folder))
    yield from photo("set-up-organisation")
    yield from seat.choose("Next")
    yield seat.until_at("Your name")
    yield from seat.type(new.name)
    yield from seat.fill("New password", new.password)
    yield from seat.fill("The same password again", new.password)
    yield from photo("set-up-counsellor")
    yield from seat.choose("Next")
    yield seat.until_sees(seat.say("The recovery sheet"))
    code = seat.recovery_code()
    yield from save_file(seat, "Save as PDF …", sheet)
    yield from photo("set-up-recovery-sheet")
    yield from seat.choose("I have the sheet")
    yield seat.until_at("Recovery code")
    yield from seat.type(code.replace("-", "").lower())
    yield from photo("set-up-code-typed-back")
    yield from seat.choose("Open the desk")


def save_file(seat: Seat, button: str, file: Path) -> Walk:
    """Press a button that asks for a file name, and type one."""
    before = seat.app.activeWindow()
    yield from seat.choose(button)
    yield Until("the dialog that asks for a file", lambda: seat.app.activeWindow() not in {before, None})
    yield from seat.press("Ctrl+A")
    yield from seat.type(f"{file}\n")
    yield seat.until_back_in(before)
    yield Until(f"the file {file.name}", file.exists)


def unlock(seat: Seat, password: str) -> Walk:
    """Type the password of the desk that was open last."""
    yield seat.until_at("Password")
    yield from seat.type(f"{password}\n")


def mistype(seat: Seat, wrong: str, photo: Photo = no_photo) -> Walk:
    """Type a wrong password and read what is said about it; it is taken away again."""
    yield from unlock(seat, wrong)
    yield seat.until_told_off()
    yield from photo("locked-wrong-password")
    yield from seat.press("Ctrl+A", "Backspace")


def practise(seat: Seat) -> Walk:
    """Open the practice desk from the first window."""
    yield from seat.choose("Try it out with practice data")
