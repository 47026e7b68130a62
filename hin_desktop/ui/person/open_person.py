"""The person on the screen: what is read of them, and the one way in which the parts of the page write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hin_desktop.domain.names import PersonName
from hin_desktop.domain.pathway import Station
from hin_desktop.services import assessments, drafts, history, organisations, overview, users
from hin_desktop.services.assessments import Prospects
from hin_desktop.services.done import Change, Done
from hin_desktop.services.drafts import DraftKey, DraftRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.overview import PersonOverview
from hin_desktop.texts import Texts
from hin_desktop.ui.person.words import Words
from hin_desktop.ui.shell.background import OnError
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.kit import Kit

T = TypeVar("T")
TOPICS_STATE = "topics_used_last"
UNSEEN = 0.05  # seconds after which nobody waits for a paint: a page that is not on the screen is not painted


@dataclass(frozen=True, slots=True)
class PersonFile:
    """What the page shows at once. `colleagues` are names by id, `topics` the counsellor's, the last used first.

    `service` is the Dienst of the organisation (MBE, JMD).
    """

    overview: PersonOverview
    drafts: Mapping[DraftKey, DraftRow]
    colleagues: Mapping[int, str]
    topics: tuple[str, ...]
    service: str


def read_file(desk: OpenDesk, client_id: int) -> PersonFile:
    """Read a person with what the forms of the page need. Raises Gone."""
    topics = drafts.load_state(desk, TOPICS_STATE)
    return PersonFile(
        overview.of_person(desk, client_id, desk.today()),
        {draft.key: draft for draft in drafts.mine(desk) if draft.key.client_id == client_id},
        {user.id: user.display_name for user in users.everybody(desk)},
        tuple(code for code in topics if isinstance(code, str)) if isinstance(topics, list) else (),
        organisations.get(desk).service,
    )


@dataclass(frozen=True, slots=True)
class _Unseen:
    """The result of a command that changes no record: nobody needs to hear of it."""

    changes: tuple[Change, ...] = field(default=())


class OpenPerson(QObject):
    """Handed to every part of the page; another person comes in by `show_file`, the parts stay."""

    wanted = Signal(str, object)
    """Asks the page to show a tab, and in it a record (its RecordRef, or None)."""
    look_at = Signal(QWidget)
    """Asks the page to scroll until this can be seen."""
    print_wanted = Signal(str)
    """Asks the page to choose and preview a sheet: the kind of letter that it becomes."""
    drafts_changed = Signal()
    """A form was begun, closed or finished."""
    prospects_read = Signal()
    """What the law says to this person is there now, or is there anew."""
    written = Signal()
    """Something was written from this page: it reads the person anew."""

    def __init__(self, place: Workplace, owner: QWidget) -> None:
        super().__init__(owner)
        self.place = place
        self.id = 0
        self.words = Words(place.kit.texts, place.desk.catalogues, place.kit.today)
        self.drafts: dict[DraftKey, DraftRow] = {}
        self.names: dict[int, PersonName] = {}
        self.forms: list[QWidget] = []  # all forms of the page: looking for them among its widgets takes long
        self._owner = owner
        self._file: PersonFile | None = None
        self.prospects: Prospects | None = None
        self.stations: tuple[Station, ...] = ()

    @property
    def kit(self) -> Kit:
        """Look and language."""
        return self.place.kit

    @property
    def texts(self) -> Texts:
        """The language of the window."""
        return self.place.kit.texts

    @property
    def desk(self) -> OpenDesk:
        """The open desk."""
        return self.place.desk

    @property
    def file(self) -> PersonFile:
        """What was read of the person last."""
        if self._file is None:
            raise LookupError("no person is open")
        return self._file

    @property
    def overview(self) -> PersonOverview:
        """The person at a glance."""
        return self.file.overview

    def show_file(self, read: PersonFile, *, opened: bool) -> None:
        """From now on this is the person. Not `opened` anew, the page itself knows best which forms are begun."""
        self._file = read
        if opened:
            self.drafts = dict(read.drafts)
        if self.id != read.overview.client.id:
            self.prospects = None  # of the same person what was said before stands until it is said anew
        self.id = read.overview.client.id
        self._draw()
        family = read.overview.family
        self.names = {r.client_id: r.name for r in family.relatives if r.client_id is not None}
        self.names.update((o.member.client_id, o.name) for home in family.households for o in home.others)
        self.names[self.id] = read.overview.client.name

    def ask_the_law(self, painted: Event) -> None:
        """Assess beside the window once the person is painted: until then both would only slow each other down."""
        today = self.kit.today()

        def assess(desk: OpenDesk, client_id: int) -> Prospects:
            painted.wait(UNSEEN)
            return assessments.of_person(desk, client_id, today)

        self.read("prospects", assess, self._take, self._owner)

    def _take(self, read: Prospects) -> None:
        self.prospects = read
        self._draw()
        self.prospects_read.emit()

    def _draw(self) -> None:
        self.stations = assessments.stations(self.desk, self.overview.path, self.prospects, self.kit.today())

    def name_of(self, client_id: int) -> str:
        """The name of somebody around this person, or of whoever was looked for last."""
        return self.texts(self.names.get(client_id, PersonName("", "")).display)

    def read(self, key: str, fn: Callable[[OpenDesk, int], T], show: Callable[[T], None], owner: QWidget) -> None:
        """Read something more of this person; the answer is dropped when another one is open by then."""
        desk, client_id = self.desk, self.id

        def take(result: T) -> None:
            if self.id == client_id:
                show(result)

        self.place.background.query(key, lambda _: fn(desk, client_id), take, owner, self.place.notices.fault)

    def do(
        self, work: Callable[[], Done[T]], then: Callable[[T], None] | None = None, on_error: OnError | None = None
    ) -> None:
        """Write; say what was done and offer to undo it; a fault goes to `on_error`, or is said."""

        def finish(done: Done[T]) -> None:
            undo = partial(self.undo, done.entry_id) if done.entry_id is not None else None
            self.place.notices.say(done.verb, undo)
            if then is not None:
                then(done.value)
            self.written.emit()

        self.place.background.command(work, finish, on_error or self.place.notices.fault, self._owner)

    def undo(self, entry_id: int) -> None:
        """Take back one act."""
        desk = self.desk
        self.place.background.command(
            lambda: history.undo(desk, entry_id) or _Unseen(), self._say_undone, self.place.notices.fault, self._owner
        )

    def _say_undone(self, done: Done[None] | _Unseen) -> None:
        if isinstance(done, Done):
            self.place.notices.say(done.verb)
            self.written.emit()

    def quietly(self, work: Callable[[], None]) -> None:
        """Write what is no record (drafts, the window's memory)."""

        def run() -> _Unseen:
            work()
            return _Unseen()

        self.place.background.command(run, None, self.place.notices.fault, self._owner)

    def keep_draft(self, key: DraftKey, payload: Mapping[str, object]) -> None:
        """Keep an unfinished form inside the desk."""
        desk = self.desk
        self.drafts[key] = DraftRow(key, payload, desk.now())
        self.quietly(lambda: drafts.keep(desk, key, payload))
        self.drafts_changed.emit()

    def drop_draft(self, key: DraftKey) -> None:
        """Forget an unfinished form."""
        desk = self.desk
        if self.drafts.pop(key, None) is not None:
            self.quietly(lambda: drafts.drop(desk, key))
            self.drafts_changed.emit()
