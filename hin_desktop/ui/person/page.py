"""The page Person: who it is, how far they are, and everything recorded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.errors import Gone, HinError
from hin_desktop.services import drafts
from hin_desktop.ui.person.acts import PersonActs
from hin_desktop.ui.person.file_view import FileView
from hin_desktop.ui.person.open_person import OpenPerson, PersonFile, read_file
from hin_desktop.ui.person.places import TABS, tab_of
from hin_desktop.ui.person.preview import AskPath, ask_path
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.commands import Binding
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.page_parts import EmptyState

ALWAYS_OURS = frozenset({"setting", "user", "organisation", "law_version"})


class PersonPage(Page):
    """Shows one person at a time; another one comes into the same widgets.

    `ask` is asked where a PDF is to be saved; it gives a path, '' for nowhere.
    """

    def __init__(self, workplace: Workplace, ask: AskPath = ask_path) -> None:
        super().__init__()
        self.place = workplace
        self.client = OpenPerson(workplace, self)
        self.view = FileView(self.client, ask)
        self.acts = PersonActs(self.client, self.view)
        self._wanted, self._noted = 0, True
        self._target: tuple[str, RecordRef | None] | None = None
        texts = workplace.kit.texts
        self.gone = EmptyState(
            workplace.kit, "user-x", texts("This person is not in the desk (any more)."), texts("To the list"), "users"
        )
        self.gone.button.clicked.connect(partial(workplace.navigator.go, "clients"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        column.addWidget(self.gone)
        self.view.hide()
        self.gone.hide()
        self.client.written.connect(self.refresh)

    def title(self) -> str:
        """The person's name."""
        shown = self.client.id and self.client.id == self._wanted
        return self.place.kit.texts(self.client.overview.client.name.display) if shown else ""

    def person(self) -> int | None:
        """Who is on the page."""
        return self._wanted or None

    def open(self, **target: object) -> None:
        """Show a person: `client_id`, perhaps `tab` (see TABS), and `record` (a RecordRef)."""
        client_id, tab, record = target.get("client_id"), target.get("tab"), target.get("record")
        if not isinstance(client_id, int):
            return
        if client_id != self._wanted:
            self.view.close_forms()
            self._wanted, self._noted = client_id, False
        ref = record if isinstance(record, RecordRef) else None
        self._target = (tab if isinstance(tab, str) and tab in TABS else tab_of(ref), ref)
        self.refresh()

    def refresh(self) -> None:
        """Read the person anew; scroll position, selection and open forms stay."""
        desk, client_id = self.place.desk, self._wanted
        if client_id:
            self.place.background.query(
                "person", lambda _: read_file(desk, client_id), self._show, self, self._not_read
            )

    def cares(self, changes: Sequence[ChangeLike]) -> bool:
        """Whether this person is concerned, or what holds for everybody."""
        return any(
            self._wanted in change.clients or (not change.clients and (not change.id or change.kind in ALWAYS_OURS))
            for change in changes
        )

    def commands(self) -> Sequence[Binding]:
        """Everything that can be done with a person."""
        return self.acts.bindings()

    def leave(self) -> None:
        """Keep every open form as a draft."""
        for form in self.view.forms():
            form.leave()

    def first_focus(self) -> QWidget | None:
        """The next likely act; Tab goes on to the path and the records."""
        return self.view.header.talk_button

    def _show(self, file: PersonFile) -> None:
        if file.overview.client.id != self._wanted:
            return
        target, self._target = self._target, None
        tab, ref = target or ("", None)
        self.gone.hide()
        self.view.show()
        self.view.show_file(file, tab, ref, opened=target is not None)
        self.title_changed.emit()
        if not self._noted:  # only now: a write beside the reading would hold it up
            self._noted, desk, client_id = True, self.place.desk, self._wanted
            self.client.quietly(lambda: drafts.note_opened(desk, client_id))

    def _not_read(self, fault: HinError) -> None:
        if isinstance(fault, Gone):
            self.view.close_forms()
            self.view.hide()
            self.gone.show()
            self.gone.button.setFocus()
        else:
            self.place.notices.fault(fault)
