"""Acts in the open desk, shared by tour and journeys: taking in, recording, printing, undoing, locking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hin_desktop.domain.path_reading import NAMES
from hin_desktop.domain.pathway import StationKey, StationState
from hin_desktop.ui.person.places import TAB_KEYS
from hin_desktop.ui.tour.driver import Until, Walk
from hin_desktop.ui.tour.seat import Seat
from hin_desktop.ui.tour.steps_unlock import Photo, no_photo, save_file
from hin_desktop.ui.widgets.path_view import STATES


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is typed of a person; days as a counsellor types them, nationality by its code."""

    given: str
    family: str
    own_script: str
    born: str
    nationality: str
    arrived: str

    @property
    def name(self) -> str:
        """The name as the program shows it."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Title:
    """A residence title by its code."""

    code: str
    valid_from: str
    valid_until: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What is typed of a consultation; `together_with` are names of people who took part."""

    topics: Sequence[str]
    summary: str
    next_step: str
    by: str
    together_with: Sequence[str] = ()


def take_in(seat: Seat, who: Newcomer, photo: Photo = no_photo) -> Walk:
    """Take somebody in by the short form; the new file opens."""
    yield from seat.press("Ctrl+N")
    yield seat.until_at("Given names")
    yield from seat.type(who.given)
    yield from seat.fill("Family name", who.family)
    yield from seat.fill("Name in own script", who.own_script)
    yield from seat.fill("Date of birth", who.born)
    yield from seat.pick("Nationalities", seat.label(seat.catalogues.nationalities, who.nationality))
    yield from seat.fill("Arrival in Germany", who.arrived)
    yield from photo("new-person-form")
    yield from seat.press("Ctrl+S")
    yield open_file(seat, who.name)


def record_title(seat: Seat, title: Title, photo: Photo = no_photo) -> Walk:
    """Record a residence title of the open person."""
    yield from seat.press("Ctrl+T")
    yield seat.until_at("Title or status")
    yield from seat.pick("Title or status", seat.label(seat.catalogues.residence_titles, title.code))
    yield from seat.fill("Valid from", title.valid_from)
    yield from seat.fill("Valid until", title.valid_until)
    yield from photo("title-form")
    yield from save(seat, "Title or status")


def record_talk(seat: Seat, talk: Talk, photo: Photo = no_photo) -> Walk:
    """Record a consultation of the open person."""
    yield from begin_talk(seat, talk)
    yield from photo("consultation-form")
    yield from save(seat, "What was discussed")


def begin_talk(seat: Seat, talk: Talk) -> Walk:
    """Fill the form of a consultation without saving it."""
    yield from seat.press("Ctrl+B")
    yield seat.until_at("Date")
    for code in talk.topics:
        yield from seat.pick("Topics", seat.label(seat.catalogues.topics, code))
    yield from seat.fill("What was discussed", talk.summary)
    for name in talk.together_with:
        yield from seat.choose("{name} took part", name=name)
    yield from seat.fill("Agreed next step", talk.next_step)
    yield from seat.fill("By", talk.by)


def record_milestone(seat: Seat, code: str) -> Walk:
    """Record a step reached on the path, through the box that finds commands."""
    yield from command(seat, "Record a milestone")
    yield seat.until_at("Milestone")
    yield from seat.pick("Milestone", seat.label(seat.catalogues.milestones, code))
    yield from save(seat, "Reached on")


def add_relative(seat: Seat, name: str, relation: str) -> Walk:
    """Connect the open person with somebody who has a file; they live together."""
    search = "Search for a person with a file"
    yield from seat.press(TAB_KEYS["family"])
    yield seat.until_sees(seat.say("Relatives"))
    yield from seat.fill(search, name)
    yield Until(f"{name!r} found", lambda: seat.row_below(name))
    yield from seat.press("Return")
    yield seat.until_at("Is the person's")
    yield from seat.pick("Is the person's", seat.label(seat.catalogues.relations, relation))
    yield from seat.choose("Lives in the same household")
    yield from save(seat, "Own file")


def file_summary(seat: Seat, file: Path, photo: Photo = no_photo) -> Walk:
    """Choose what goes into the case summary, look at it, save it as a PDF: then it is archived too."""
    yield from seat.press("Ctrl+Shift+P")
    yield seat.until_at("Sheet")
    yield seat.until_sees(seat.say("Page {page} of {count}", page=1, count=1)[:-1])
    yield from seat.hand.go_to(seat.say("Contact data"))
    yield from seat.press("Space", "Space")
    yield seat.until_quiet()
    yield from photo("summary-preview")
    yield from save_file(seat, "Save as", file)
    yield Until("the summary among the filed letters", lambda: seat.row_below(seat.say("Case summary")))
    yield from seat.press("Escape")


def delete_and_undo(seat: Seat, row: str) -> Walk:
    """Delete the record of a row by mistake, and take it back in the notice."""
    yield from seat.hand.go_to(row)
    yield from seat.press("Delete")
    yield Until(f"the row {row!r} gone", lambda: not seat.row_below(row))
    yield seat.until_sees(seat.say("Undo"))


def undo_in_notice(seat: Seat, row: str) -> Walk:
    """Go to the notice by F6 and press 'undo'; the row comes back."""
    yield from seat.press("F6")
    yield seat.until_at("Undo")
    yield from seat.press("Space")
    yield Until(f"the row {row!r} back", lambda: seat.row_below(row))


def open_person(seat: Seat, name: str) -> Walk:
    """Find somebody by Ctrl+K and open the file."""
    yield from seat.press("Ctrl+K")
    yield seat.until_at("Find people and commands")
    yield from seat.type(f"{name}\n")
    yield open_file(seat, name)


def command(seat: Seat, title: str) -> Walk:
    """Start a command by its name in the Ctrl+K box."""
    yield from seat.press("Ctrl+K")
    yield seat.until_at("Find people and commands")
    yield from seat.type(f"{seat.say(title)}\n")


def lock(seat: Seat) -> Walk:
    """Lock the desk."""
    yield from seat.press("Ctrl+L")
    yield seat.until_at("Password")


def save(seat: Seat, field: str) -> Walk:
    """Save the form in which the keyboard is; it is gone when it was saved. `field` is one of its fields."""
    yield from seat.press("Ctrl+S")
    yield seat.until_no_field(field)
    yield seat.until_quiet()


def open_file(seat: Seat, name: str) -> Until:
    """The file of this person is open."""
    return Until(f"the file of {name}", lambda: seat.title().startswith(name) and seat.quiet())


def station(seat: Seat, key: StationKey) -> str:
    """How a station of the path stands on the screen: the word behind its name. '' if it is not there."""
    name = f"{seat.say(NAMES[key])}: "
    return next((text.removeprefix(name) for text in seat.all_seen() if text.startswith(name)), "")


def until_station(seat: Seat, key: StationKey, state: StationState) -> Until:
    """A station stands like this."""
    word = seat.say(STATES[state])
    return Until(f"{seat.say(NAMES[key])}: {word}", lambda: station(seat, key) == word)


def open_station(seat: Seat, key: StationKey) -> Walk:
    """Go to a station of the path and open what is known of it."""
    yield from seat.hand.go_to(f"{seat.say(NAMES[key])}: {station(seat, key)}")
    yield from seat.press("Return")
    yield seat.until_sees(seat.say("Set station by hand"))


def close_station(seat: Seat) -> Walk:
    """Close what is known of a station by Esc, from the record it led to."""
    yield from seat.press("Escape")
    yield seat.until_gone(seat.say("Set station by hand"))


def quit_program(seat: Seat) -> Walk:
    """Leave the program; the desk is backed up and closed before the window goes."""
    yield from seat.press("Ctrl+Q")
    yield Until("the window gone", lambda: seat.app.activeWindow() is None)
