"""The page Ratsuchende: everybody in the desk, and the form that takes somebody in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hin_desktop.errors import Message, Plural
from hin_desktop.services.search import ClientSort
from hin_desktop.ui.clients.client_list import ClientList
from hin_desktop.ui.clients.new_person import NewPerson
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.commands import Binding, Command, Group, Where
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.page_parts import PageHeader

FIND = Command("clients.filter", Message("Find in the list"), "search", "Ctrl+F", Group.EDIT, Where.PAGE)
RESET = Command("clients.reset", Message("Reset filters"), "x", "Ctrl+Shift+F", Group.VIEW, Where.PAGE)
SORT = {
    ClientSort.NAME: Message("Sort by name"),
    ClientSort.FILE_NUMBER: Message("Sort by file number"),
    ClientSort.BIRTH_DATE: Message("Sort by date of birth"),
    ClientSort.LAST_CONTACT: Message("Sort by last contact"),
}
OURS = frozenset({"case", "client", "client_name", "client_nationality", "consultation", "consultation_participant",
                  "user"})  # fmt: skip


class ClientsPage(Page):
    """The list; in its place the form, while somebody is being taken in."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.place = workplace
        self._asked: object = None
        self._count = 0
        texts = workplace.kit.texts
        self.header = PageHeader(workplace.kit, texts("Clients"), " ")
        self.new = self.header.add_button(texts("New person"), "user-plus", primary=True)
        self.list = ClientList(workplace)
        self.form = NewPerson(workplace)
        self.area = QScrollArea()
        self._lay_out()
        self.new.clicked.connect(partial(self.take_in, ""))
        self.list.opened.connect(self._open_person)
        self.list.new_wanted.connect(self.take_in)
        self.list.counted.connect(self._show_count)
        self.form.taken_in.connect(self._open_new)
        self.form.left.connect(self.show_list)

    def _lay_out(self) -> None:
        px = self.place.kit.theme.px
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(16))
        column.setSpacing(px(14))
        for widget in (self.header, self.list, self.area):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
        column.setStretchFactor(self.area, 1)
        self.area.hide()

    def open(self, **target: object) -> None:
        """Show the list, or with `new` (a fresh object for every wish) the form."""
        asked = target.get("new")
        self.list.refresh()
        if asked is not None and asked is not self._asked:
            self._asked = asked
            self.take_in("")
        elif asked is None:
            self.show_list()

    def refresh(self) -> None:
        """Read the list anew; filter, selection and an open form stay."""
        self.list.refresh()

    def cares(self, changes: Sequence[ChangeLike]) -> bool:
        """Whether people, their cases or talks have changed."""
        return any(change.kind in OURS for change in changes)

    def commands(self) -> Sequence[Binding]:
        """Find, reset, and every order by name."""
        orders = [
            Binding(Command(f"clients.sort.{key}", title, "", "", Group.VIEW, Where.PAGE), partial(self._sort, key))
            for key, title in SORT.items()
        ]
        return (Binding(FIND, self._find), Binding(RESET, self.list.filter.clear), *orders)

    def leave(self) -> None:
        """Keep what was typed into the form."""
        self.form.leave()

    def first_focus(self) -> QWidget | None:
        """The name to find, or the first field of the form."""
        if self.area.isHidden():
            return self.list.filter.text
        return next(iter(self.form.panel.form.cells.values())).editor.input()

    @Slot(str)
    def take_in(self, typed: str) -> None:
        """Show the form in place of the list, with the name that was looked for."""
        if self.area.isHidden():
            self.list.hide()
            self.new.hide()
            self.area.show()
            self.header.subtitle.hide()
            self.form.begin(typed)
        self.form.panel.form.focus_first()

    @Slot()
    def show_list(self) -> None:
        """Show the list again."""
        if self.area.isHidden():
            return
        self.form.leave()
        self.area.hide()
        self.list.show()
        self.new.show()
        self.header.subtitle.show()
        self.list.filter.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.show_list()
        self.list.focus_filter()

    def _sort(self, key: ClientSort) -> None:
        """Sort by a column; asked for again, the other way round."""
        wanted = self.list.filter.wanted
        self.list.filter.sort_by(key, wanted.sort is key and not wanted.descending)

    @Slot(object)
    def _open_person(self, client_id: int) -> None:
        self.place.navigator.go("person", client_id=client_id)

    @Slot(int)
    def _open_new(self, client_id: int) -> None:
        self.show_list()
        self._open_person(client_id)

    @Slot(int)
    def _show_count(self, count: int) -> None:
        people = Plural("{n} client", "{n} clients", count)
        self.header.show_texts(self.place.kit.texts("Clients"), self.place.kit.texts(people))
        self.header.subtitle.setVisible(self.area.isHidden())
