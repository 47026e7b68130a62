"""The open desk as a window: its pages, the commands that belong to no page, locking and closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from hin_desktop.errors import HinError, Message
from hin_desktop.services import drafts, history, organisations, settings
from hin_desktop.services.desks import OpenedDesk, VaultSlots
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.texts import GenderStyle, Texts
from hin_desktop.ui.clients.page import ClientsPage
from hin_desktop.ui.clients.people_port import PeopleFinder
from hin_desktop.ui.help.about import AboutPage
from hin_desktop.ui.help.page import HelpPage
from hin_desktop.ui.law.page import LawPage
from hin_desktop.ui.person.page import PersonPage
from hin_desktop.ui.settings.page import SettingsPage
from hin_desktop.ui.shell.background import Background, Broadcast
from hin_desktop.ui.shell.commands import Command, CommandRegistry, Group
from hin_desktop.ui.shell.fonts import add_other_fonts, read_other_fonts
from hin_desktop.ui.shell.icons import read_drawings
from hin_desktop.ui.shell.idle import IdleLock
from hin_desktop.ui.shell.main_window import MainWindow
from hin_desktop.ui.shell.notices import NoticeQueue, Tone
from hin_desktop.ui.shell.page import PageSpec, Place
from hin_desktop.ui.shell.theme import Mode, Theme
from hin_desktop.ui.shell.top_bar import Identity
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.today.page import TodayPage
from hin_desktop.ui.widgets.kit import Kit

WINDOW_STATE = "window"
FIRST_PAGE = "today"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the window needs to know of a desk before it is painted; read on a worker."""

    opened: OpenedDesk
    settings: dict[str, str | int]
    identity: Identity
    state: dict[str, str]
    recovery_confirmed: bool
    last_backup: datetime | None
    fonts: tuple[bytes, ...]
    drawings: dict[str, str]


def prepare(opened: OpenedDesk) -> Prepared:
    """Read what the window needs first."""
    desk = opened.desk
    organisation = organisations.get(desk)
    state = drafts.load_state(desk, WINDOW_STATE)
    known = {str(key): str(value) for key, value in state.items()} if isinstance(state, dict) else {}
    identity = Identity(organisation.short_name or organisation.name, organisation.service, desk.actor.display_name)
    return Prepared(opened, settings.values(desk), identity, known, opened.recovery_confirmed,
                    opened.last_backup, read_other_fonts(), read_drawings())


class DeskState:
    """The window's memory inside the desk: read once, written in the background."""

    def __init__(self, desk: OpenDesk, background: Background, owner: QObject, known: dict[str, str]) -> None:
        self._desk, self._background, self._owner, self._known = desk, background, owner, known

    def load(self, key: str) -> str | None:
        """What was kept, None if nothing was."""
        return self._known.get(key)

    def save(self, key: str, value: str) -> None:
        """Keep it."""
        if self._known.get(key) != value:
            self._known[key] = value
            self._background.command(partial(_save_state, self._desk, dict(self._known)), None, None, self._owner)


def _save_state(desk: OpenDesk, state: dict[str, str]) -> Done[None]:
    drafts.save_state(desk, WINDOW_STATE, state)
    return Done(None, (), Message("Window state kept"), None)


class DeskWindow(QObject):
    """Holds the main window of one opened desk from unlocking to locking."""

    locked = Signal()
    """The desk is closed and its key forgotten."""
    finished = Signal()
    """The window was closed, after the backup."""
    rebuilt = Signal(object)
    """A setting wants the window built anew (its language); hands over the opened desk."""

    def __init__(self, theme: Theme, background: Background, prepared: Prepared) -> None:
        super().__init__()
        self._theme, self._background = theme, background
        self._opened, self.desk = prepared.opened, prepared.opened.desk
        self._settings = prepared.settings
        self.texts = Texts(str(prepared.settings["language"]), GenderStyle(str(prepared.settings["gender_style"])))
        self.registry, self.notices = CommandRegistry(), NoticeQueue()
        self._undo_owner = QObject(self)
        self._state = DeskState(self.desk, background, self, prepared.state)
        add_other_fonts(prepared.fonts)
        theme.icons.add(prepared.drawings)
        theme.set_mode(Mode(str(prepared.settings["theme"])))
        theme.set_text_size(int(prepared.settings["text_size"]))
        self.workplace = Workplace(
            Kit(theme, self.texts, self.desk.today), self.desk,
            VaultSlots(prepared.opened.unlocked, prepared.identity.organisation), background, self.notices,
            self.registry, self)
        self.main = self._window(prepared)
        self.idle = IdleLock(int(prepared.settings["idle_minutes"]), self)
        self.idle.lock_wanted.connect(self.lock)
        background.read_through(self.desk.view)
        background.changed.connect(self._renew_undo)
        background.fault.connect(self.notices.fault)
        self._renew_undo()
        if not prepared.recovery_confirmed:
            self.notices.say(Message("The recovery sheet was never confirmed. Print a new one in the settings."),
                             tone=Tone.CARE)

    def show(self) -> None:
        """Show the window with the page that was open last."""
        self.main.start(FIRST_PAGE)

    def go(self, page: str, **target: object) -> None:
        """Show a page; the present one leaves first and keeps its drafts."""
        self.main.go(page, **target)

    def lock(self) -> None:
        """Hide everything, keep drafts, close the engine, forget the key."""
        self.idle.stop()
        self.main.set_before_close(None)
        self.main.blank()
        self._background.when_quiet(self._abandon)

    def _abandon(self) -> None:
        self.main.hide()
        self._background.read_through(None)
        self._background.long(lambda _: self._opened.abandon(), lambda _: self.locked.emit(), self,
                              Message("Locking the desk …"))

    def _window(self, prepared: Prepared) -> MainWindow:
        window = MainWindow(self._theme, self.texts, self.registry, self._background, self.notices, self._state,
                            PeopleFinder(self.workplace).find_people)
        window.add_pages(self._pages())
        window.top_bar.set_identity(prepared.identity)
        window.top_bar.set_status(_saved(prepared.last_backup))
        window.identity_wanted.connect(partial(self.go, "settings"))
        window.set_conversation_view(prepared.settings["conversation_view"] == "on")
        window.set_before_close(self._close)
        window.lock_wanted.connect(self.lock)
        window.palette_box.person_chosen.connect(self._open_person)
        return window

    def _open_person(self, client_id: int) -> None:
        self.go("person", client_id=client_id)

    def _pages(self) -> tuple[PageSpec, ...]:
        place = self.workplace
        return (
            PageSpec("today", Message("Today"), "sun", partial(TodayPage, place), shortcut="Alt+1"),
            PageSpec("clients", Message("Clients"), "users", partial(ClientsPage, place), shortcut="Alt+2"),
            PageSpec("person", Message("Person"), "user", partial(PersonPage, place), Place.HIDDEN, "clients"),
            PageSpec("law", Message("State of the law"), "scale", partial(LawPage, place), Place.BOTTOM),
            PageSpec("settings", Message("Settings"), "settings", partial(SettingsPage, place, self.apply),
                     Place.BOTTOM, shortcut="Ctrl+,"),
            PageSpec("help", Message("Help"), "circle-question-mark", partial(HelpPage, place), Place.BOTTOM,
                     shortcut="F1"),
            PageSpec("about", Message("About HIN Desktop"), "info", partial(AboutPage, place), Place.HIDDEN, "help"),
        )

    def apply(self, key: str, value: str | int) -> None:
        """Let a setting take effect at once."""
        acts: dict[str, Callable[[], None]] = {
            "theme": lambda: self._theme.set_mode(Mode(str(value))),
            "text_size": lambda: self._theme.set_text_size(int(value)),
            "idle_minutes": lambda: self.idle.set_minutes(int(value)),
            "conversation_view": lambda: self.main.set_conversation_view(value == "on"),
            "language": self._rebuild, "gender_style": self._rebuild,
        }
        if key in acts:
            acts[key]()

    def _rebuild(self) -> None:
        self.idle.stop()
        self.main.set_before_close(None)
        self.main.blank()
        self._background.when_quiet(lambda: self.rebuilt.emit(self._opened))

    def _close(self, then: Callable[[], None]) -> None:
        """Finish what is running, back up, close; then let the window go."""
        self.idle.stop()

        def gone(_: object) -> None:
            then()
            self.finished.emit()

        def back_up() -> None:
            self._background.read_through(None)
            self._background.long(lambda _: self._opened.close(datetime.now(UTC)), gone, self,
                                  Message("Backing up and closing …"))

        self._background.when_quiet(back_up)

    def _renew_undo(self, _: Broadcast | None = None) -> None:
        """Name in words what undo and redo would do now."""
        self._background.query("undo", lambda _: history.next_steps(self.desk), self._name_undo, self)

    def _name_undo(self, steps: history.NextSteps) -> None:
        self.registry.drop(self._undo_owner)
        undo = Message("Undo: {verb}", verb=steps.undo) if steps.undo else Message("Undo")
        redo = Message("Redo: {verb}", verb=steps.redo) if steps.redo else Message("Redo")
        self.registry.register(Command("edit.undo", undo, "undo-2", "Ctrl+Z", Group.EDIT), self.undo,
                               lambda: steps.undo is not None, self._undo_owner)
        self.registry.register(Command("edit.redo", redo, "redo-2", "Ctrl+Shift+Z", Group.EDIT), self.redo,
                               lambda: steps.redo is not None, self._undo_owner)

    def undo(self) -> None:
        """Take back the last act of this session."""
        self._background.command(partial(_required, history.undo, self.desk), self._said, self._refused, self)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._background.command(partial(_required, history.redo, self.desk), self._said, self._refused, self)

    def _said(self, done: Done[None]) -> None:
        self.notices.say(done.verb)

    def _refused(self, fault: HinError) -> None:
        self.notices.fault(fault)


def _saved(last_backup: datetime | None) -> Message:
    if last_backup is None:
        return Message("saved · first backup when you close")
    return Message("saved · backup {when}", when=last_backup.astimezone())


def _required(act: Callable[[OpenDesk], Done[None] | None], desk: OpenDesk) -> Done[None]:
    return act(desk) or Done(None, (), Message("There is nothing to undo."), None)
