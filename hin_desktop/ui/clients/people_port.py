"""People from anywhere in the window: for the Ctrl+K box, and the command that takes in a new person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from hin_desktop.errors import Message
from hin_desktop.services import drafts, search
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.search import ClientRow
from hin_desktop.ui.shell.commands import Command, Group
from hin_desktop.ui.shell.palette import PersonHit
from hin_desktop.ui.shell.workplace import Workplace

NEW = Command("clients.new", Message("New person"), "user-plus", "Ctrl+N", Group.PERSON)


class PeopleFinder(QObject):
    """Made once for a window, before its pages; its command is there on every page."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        place.registry.register(NEW, self._new, owner=self)

    def find_people(self, text: str, callback: Callable[[Sequence[PersonHit]], None]) -> None:
        """Look for people in the background; an empty text gives those opened last. The latest call wins."""
        find = partial(_find, self._place.desk, text)
        self._place.background.query("people", lambda _: find(), lambda rows: callback(self._hits(rows)), self)

    def _hits(self, rows: Sequence[ClientRow]) -> list[PersonHit]:
        return [PersonHit(row.id, self._name(row), self._detail(row)) for row in rows]

    def _name(self, row: ClientRow) -> str:
        name = self._place.kit.texts(row.name.display)
        original = row.name.original.strip()
        return f"{name} · {original}" if original and original != name else name

    def _detail(self, row: ClientRow) -> str:
        born = self._place.kit.texts("born {date}", date=row.birth_date) if row.birth_date else ""
        return " · ".join(filter(None, (born, row.file_number)))

    def _new(self) -> None:
        self._place.navigator.go("clients", new=object())


def _find(desk: OpenDesk, text: str) -> tuple[ClientRow, ...]:
    if text.strip():
        return search.suggest(desk, text)
    with desk.reading() as connection:
        return search.rows(connection, drafts.recent(connection, desk))
