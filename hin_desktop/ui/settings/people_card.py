"""The colleagues of this desk: who they are, adding one, and what happens when one leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from hin_desktop.errors import Message
from hin_desktop.services import users
from hin_desktop.services.drafts import DraftKey
from hin_desktop.services.users import UserRow
from hin_desktop.ui.settings.kept_form import KeptForm
from hin_desktop.ui.settings.work_card import WorkCard
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.unlock.wanted import login_of
from hin_desktop.ui.widgets.cards import Card, Row, strip
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.parts import label

ROLES = (
    ("counsellor", Message("Counselling")),
    ("lead", Message("Management")),
    ("administration", Message("Administration")),
)


class PeopleCard(WorkCard):
    """One row a colleague, the form below them."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, place.kit.texts("Colleagues"))
        self.add_button = self.add_link(place.kit.texts("Add colleague"), "user-plus")
        self.add_button.clicked.connect(self.add_somebody)
        self.list = Card(place.kit)
        strip(self.list)
        self.rows: list[Row] = []
        self.form = KeptForm(place)
        below, margin = QVBoxLayout(), place.kit.theme.px(8)
        below.setContentsMargins(margin, 0, margin, 0)
        below.addWidget(self.form)
        self.body.setContentsMargins(0, 0, 0, 0)  # rows have the room at their sides within their focus ring
        self.body.addWidget(self.list)
        self.body.addLayout(below)

    def show_people(self, people: Sequence[UserRow]) -> None:
        """Show everybody, active ones first."""
        self.rows = [self._row(row) for row in people]
        self.list.set_rows(self.rows)

    def add_somebody(self) -> None:
        """Open the form for a new colleague."""
        spec = FormSpec((Section((*_fields(), _LOGIN, _PASSWORD)),))
        values = {"role": "counsellor"}
        key = DraftKey("user")
        panel = self.form.edit(Message("New colleague"), spec, self._add, values, key, Message("Add"))
        panel.form.cells["display_name"].editor.changed.connect(partial(_propose_login, panel))

    def keep(self) -> None:
        """Keep what is typed as a draft."""
        self.form.keep()

    def _row(self, row: UserRow) -> Row:
        texts, me = self.kit.texts, row.id == self.place.desk.actor.user_id
        role = next((self.kit.say(words) for key, words in ROLES if key == row.role), row.role)
        detail = " · ".join(filter(None, (row.login, role, row.phone, row.email)))
        right = texts("You") if me else "" if row.active else texts("no longer here")
        made = Row(self.kit, row.display_name, detail, icon="user", right=right, opens=False)
        if row.active:
            made.add_action("pencil", texts("Change {name}", name=row.display_name)).clicked.connect(
                partial(self._change_somebody, row)
            )
        if row.active and not me:
            made.add_action("user-x", texts("{name} is leaving …", name=row.display_name)).clicked.connect(
                partial(self._ask_leaving, row)
            )
        return made

    def _change_somebody(self, row: UserRow) -> None:
        spec = FormSpec((Section(_fields()),))
        values = {name: getattr(row, name) for name in ("display_name", "role", "phone", "email")}
        title = Message("Change {name}", name=row.display_name)
        panel = self.form.edit(title, spec, partial(self._change, row), values, DraftKey("user", None, row.id))
        panel.version = row.version

    def _ask_leaving(self, row: UserRow) -> None:
        """Said before, not after: the key of a colleague cannot be brought back by the history."""
        texts = self.kit.texts
        spec = FormSpec(
            (Section((FieldSpec("sure", Message("Yes, remove the login"), FieldKind.CHECK, required=True),)),)
        )
        title = Message("{name} is leaving", name=row.display_name)
        panel = self.form.edit(title, spec, partial(self._remove, row), {}, None, Message("Remove the login"))
        words = texts(
            "The login stops working at once and cannot be brought back by undo; the name stays in the records. "
            "Whoever kept an old copy of this desk can still read that copy with the old password."
        )
        panel.body.insertWidget(0, label(words, tone="muted", wrap=True))

    def _add(self, values: Mapping[str, object], panel: FormPanel) -> None:
        password = str(values["password"])
        row = UserRow(id=0, version=0, **_texts(values))  # type: ignore[arg-type]  # the names of the form are the row's text fields
        act = partial(users.add, self.place.desk, self.place.slots, row, password)
        self.save(act, lambda _: self.form.close_form(drop=True), partial(self.form.show_error, panel), undoable=False)

    def _change(self, row: UserRow, values: Mapping[str, object], panel: FormPanel) -> None:
        wanted = replace(row, **_texts(values), version=panel.version or row.version)  # type: ignore[arg-type]  # as above
        act = partial(users.change, self.place.desk, wanted)
        self.save(act, lambda _: self.form.close_form(drop=True), partial(self.form.show_error, panel))

    def _remove(self, row: UserRow, _values: Mapping[str, object], panel: FormPanel) -> None:
        act = partial(users.deactivate, self.place.desk, self.place.slots, row)
        self.save(act, lambda _: self.form.close_form(), partial(self.form.show_error, panel), undoable=False)


_LOGIN = FieldSpec("login", Message("Login name"), required=True)
_PASSWORD = FieldSpec(
    "password",
    Message("First password"),
    FieldKind.PASSWORD,
    required=True,
    help=Message("At least 12 characters. Your colleague changes it after the first login."),
)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("display_name", Message("Name"), required=True),
        FieldSpec("role", Message("Role"), FieldKind.CHOICE, choices=[Choice(*pair) for pair in ROLES], required=True),
        FieldSpec("phone", Message("Phone"), FieldKind.PHONE),
        FieldSpec("email", Message("E-mail"), FieldKind.EMAIL),
    )


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value or "").strip() for name, value in values.items() if name != "password"}


def _propose_login(panel: FormPanel) -> None:
    """The login follows the name until somebody types another one."""
    name, login = panel.form.cells["display_name"].editor, panel.form.cells["login"].editor
    proposal = login_of(str(name.value()))
    if proposal.startswith(str(login.value())) or str(login.value()).startswith(proposal):
        login.set_value(proposal)
