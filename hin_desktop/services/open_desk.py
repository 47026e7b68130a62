"""An open desk with the counsellor who works at it: what every service function is handed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from hin_desktop.domain.pathway import PathRules
from hin_desktop.errors import Conflict, Difference, Gone, Message
from hin_desktop.records import journal
from hin_desktop.records.base import Record
from hin_desktop.records.store import Store, interrupter
from hin_desktop.records.writer import RowGone, StaleRow, Writer
from hin_desktop.services.catalogues import Catalogues
from hin_desktop.services.done import Done, T
from hin_desktop.services.rows import R, Row, values_of

FOREIGN_KEY = "FOREIGN KEY"
Calling = Callable[[Callable[[], None]], AbstractContextManager[None]]
"""Makes a block stoppable by what it is handed."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The counsellor at the desk."""

    user_id: int
    organisation_id: int
    login: str
    display_name: str
    role: str


class Act:
    """One service call under way: one transaction, one journal entry."""

    def __init__(self, writer: Writer, verb: Message) -> None:
        self.writer = writer
        self.verb = verb

    def save(self, model: type[Record], row: R, *, subjects: Sequence[int] | None = None,
             beside: Iterable[Difference] = (), **more: object) -> R:
        """Insert a new row (id 0) or change the stored one, if nobody changed it since. Raises Conflict, Gone.

        `more` are columns that are no fields of the row; `subjects` the people concerned, where that is known;
        `beside` says where lists that are edited together with the row differ from what is stored.
        """
        values, lists = {**values_of(row, model), **more}, tuple(beside)
        with self._in_words(model, row, lists), _belonging():
            if not row.id:
                return replace(row, id=self.writer.insert(model, values, subjects=subjects), version=1)
            version = self.writer.update(model, row.id, row.version, values, subjects=subjects, renew=bool(lists))
        return replace(row, version=version)

    def remove(self, model: type[Record], row: Row, *, subjects: Sequence[int] | None = None) -> None:
        """Delete the row, if nobody changed it since. Raises Conflict, Gone."""
        with self._in_words(model, row):
            self.writer.delete(model, row.id, row.version, subjects=subjects)

    def done(self, value: T) -> Done[T]:
        """The result, once the transaction is closed."""
        return Done(value, self.writer.changes, self.verb, self.writer.entry_id)

    @contextmanager
    def _in_words(self, model: type[Record], row: Row, lists: tuple[Difference, ...] = ()) -> Iterator[None]:
        try:
            yield
        except StaleRow as stale:
            raise self._conflict(model, row, stale, lists) from stale
        except RowGone as gone:
            raise Gone from gone

    def _conflict(self, model: type[Record], row: Row, stale: StaleRow, lists: tuple[Difference, ...]) -> Conflict:
        mine = values_of(row, model)
        columns = tuple(Difference(name, mine[name], stale.current[name]) for name in mine
                        if mine[name] != stale.current[name])
        last = journal.last_change(self.writer.connection, model.__tablename__, row.id)
        who, when = (last.who, last.at) if last else ("", stale.current["updated_at"])
        return Conflict((*columns, *lists), who, when, stale.current["version"])


@contextmanager
def _belonging() -> Iterator[None]:
    """Whom or what a row belongs to may have been deleted in the meantime: then it is gone too."""
    try:
        yield
    except IntegrityError as error:
        if FOREIGN_KEY not in str(error.orig).upper():
            raise
        raise Gone from error


class OpenDesk:
    """The store, the catalogues, the counsellor and the clock; services take it as their first argument."""

    def __init__(self, store: Store, catalogues: Catalogues, path_rules: PathRules, actor: Actor,
                 clock: Callable[[], datetime], session: str) -> None:
        self.store = store
        self.catalogues = catalogues
        self.path_rules = path_rules
        self.actor = actor
        self.session = session
        self._clock = clock

    def now(self) -> datetime:
        """This moment, with its zone."""
        return self._clock()

    def today(self) -> date:
        """This day where the desk stands."""
        return self._clock().astimezone().date()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view for reading; nothing can be written through it."""
        with self.store.reading() as connection:
            yield connection

    @contextmanager
    def view(self, calling: Calling) -> Iterator[None]:
        """One picture for all that is read meanwhile on this thread; `calling` may stop it from another one."""
        with self.store.reading() as connection, calling(interrupter(connection)):
            yield

    @contextmanager
    def writing(self, verb: Message, *, undoes: int | None = None) -> Iterator[Act]:
        """One transaction, journalled under `verb`; an exception undoes all of it."""
        with self.store.writing(verb, user_id=self.actor.user_id, organisation_id=self.actor.organisation_id,
                                session=self.session, now=self.now(), undoes=undoes) as writer:
            yield Act(writer, verb)
