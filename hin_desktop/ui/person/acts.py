"""What can be done with a person, as commands: menus, Ctrl+K and the buttons of the header."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hin_desktop.errors import Message
from hin_desktop.services import clients
from hin_desktop.services.letters import SUMMARY
from hin_desktop.services.naturalisation_prints import Print
from hin_desktop.ui.person.evidence_tab import EvidenceTab
from hin_desktop.ui.person.file_view import FileView
from hin_desktop.ui.person.letters_tab import LettersTab
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.overview_tab import OverviewTab
from hin_desktop.ui.person.places import TAB_KEYS, TABS
from hin_desktop.ui.shell.commands import Binding, Command, Group, Where

ADDS = (
    ("talks", "consultation", Message("Record consultation"), "message-circle", "Ctrl+B"),
    ("talks", "case", Message("Open case"), "folder-open", ""),
    ("residence", "residence_period", Message("Record residence title"), "id-card", "Ctrl+T"),
    ("residence", "absence", Message("Record a stay abroad"), "plane", ""),
    ("residence", "identity_document", Message("Record an identity document"), "id-card", ""),
    ("residence", "asylum_procedure", Message("Record an asylum procedure"), "scale", ""),
    ("evidence", "employment", Message("Record employment"), "briefcase", ""),
    ("evidence", "benefit", Message("Record a benefit"), "landmark", ""),
    ("evidence", "course_entitlement", Message("Record a course entitlement"), "book-open", ""),
    ("evidence", "milestone", Message("Record a milestone"), "flag", ""),
    ("post", "notice", Message("Record post"), "mail", "Ctrl+Shift+B"),
    ("family", "relation", Message("Add a relative"), "users", ""),
    ("family", "representative", Message("Add a representative"), "scale", ""),
    ("overview", "address", Message("Add an address"), "map-pin", ""),
    ("overview", "authority_reference", Message("Add a number at an authority"), "landmark", ""),
)
"""Tab, kind of record, title, icon and keys of the commands that open a form for a new record."""
PRINTS = (
    (SUMMARY, Message("Print case summary"), "Ctrl+Shift+P"),
    (Print.PATH, Message("Print the path to naturalisation"), ""),
    (Print.REPORT, Message("Print the legal assessment"), ""),
)
"""Kind of sheet, title and keys of the commands that print."""


class PersonActs:
    """The acts of the page."""

    def __init__(self, person: OpenPerson, view: FileView) -> None:
        self.person = person
        self.view = view
        view.header.talk_button.clicked.connect(partial(self.add, "talks", "consultation"))
        view.header.title_button.clicked.connect(partial(self.add, "residence", "residence_period"))
        view.header.summary_button.clicked.connect(partial(self.start_print, SUMMARY))
        person.print_wanted.connect(self.start_print)

    def add(self, tab: str, kind: str) -> None:
        """Open the form for a new record of this kind."""
        shown = self.view.show_tab(tab)
        for section in shown.sections() if shown is not None else ():
            if section.kind.form.name == kind:
                section.add()

    def edit_sheet(self) -> None:
        """Open the person's own sheet."""
        tab = self.view.show_tab("overview")
        if isinstance(tab, OverviewTab):
            tab.edit_sheet()

    def edit_legal_sheet(self) -> None:
        """Open the facts for the computation."""
        tab = self.view.show_tab("evidence")
        if isinstance(tab, EvidenceTab):
            tab.edit_facts()

    def start_print(self, kind: str) -> None:
        """Choose and preview a sheet: SUMMARY, a Print."""
        tab = self.view.show_tab("letters")
        if isinstance(tab, LettersTab):
            tab.start_print(kind)

    def delete_person(self) -> None:
        """Delete the person; the notice offers to undo it."""
        desk, client = self.person.desk, self.person.overview.client
        self.person.do(lambda: clients.remove(desk, client.id, client.version))

    def bindings(self) -> list[Binding]:
        """All acts, for the registry."""
        made = [
            self._binding(f"person.add.{kind}", title, icon, keys, partial(self.add, tab, kind))
            for tab, kind, title, icon, keys in ADDS
        ]
        made += [
            self._binding("person.edit", Message("Edit personal details"), "pencil", "Ctrl+E", self.edit_sheet),
            self._binding(
                "person.legal_sheet", Message("Edit facts for the computation"), "pencil", "", self.edit_legal_sheet
            ),
        ]
        made += [
            self._binding(f"person.print.{kind}", title, "printer", keys, partial(self.start_print, kind))
            for kind, title, keys in PRINTS
        ]
        made += [
            self._binding(f"person.tab.{key}", title, "", TAB_KEYS[key], partial(self._show_tab, key))
            for key, title in TABS.items()
        ]
        return [*made, self._binding("person.delete", Message("Delete person"), "trash-2", "", self.delete_person)]

    def _show_tab(self, key: str) -> None:
        self.view.show_tab(key)

    def _binding(self, name: str, title: Message, icon: str, keys: str, run: Callable[[], None]) -> Binding:
        return Binding(Command(name, title, icon, keys, Group.PERSON, Where.PAGE), run, self._shown)

    def _shown(self) -> bool:
        """Whether there is somebody to do it with."""
        return self.view.isVisible() and bool(self.person.id)
