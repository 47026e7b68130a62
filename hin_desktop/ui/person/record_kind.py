"""A kind of record as the page shows and edits it: data for one section, one form, one history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Generic, TypeVar

from hin_desktop.errors import Gone, Message
from hin_desktop.services import entries
from hin_desktop.services.done import Done
from hin_desktop.services.entries import Entry, EntryKind
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.rows import Row
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import FormSpec

R = TypeVar("R", bound=Row)
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class RowAction(Generic[R]):
    """A small button at the end of a row, where it `fits` the record."""

    icon: str
    name: Message
    run: Callable[[OpenPerson, R], None]
    fits: Callable[[R], bool] = lambda _: True


@dataclass(frozen=True, slots=True)
class FormKind(Generic[R]):
    """How a record is edited. `name` is the table's, and the form's among the drafts.

    `values` and `filled` lead from the record to the form and back, `stored` reads the record anew (raises Gone).
    `dress` adds to the finished panel what a list of fields cannot say. `draft` names the form among the drafts where
    a new record is not enough to tell two of them apart.
    """

    name: str
    heading: Callable[[R], Message]
    spec: Callable[[OpenPerson, R], FormSpec]
    save: Callable[[OpenDesk, R], Done[R]]
    stored: Callable[[OpenDesk, R], R]
    values: Callable[[R], dict[str, object]]
    filled: Callable[[R, Mapping[str, object]], R]
    dress: Callable[[OpenPerson, FormPanel, R], None] | None = None
    draft: Callable[[R], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionKind(Generic[R]):
    """How records of one kind are listed. `empty` says what belongs here, `add` stands on the button.

    A row unfolds to the `more` of its look, one without opens its form; one that is not `editable` (it belongs to
    somebody else's file) does its first action instead.
    """

    form: FormKind[R]
    title: Message
    add: Message
    empty: Message
    look: Callable[[OpenPerson, R], Look]
    blank: Callable[[OpenPerson], R]
    remove: Callable[[OpenDesk, R], Done[None]]
    actions: tuple[RowAction[R], ...] = ()
    editable: Callable[[OpenPerson, R], bool] = lambda _person, _row: True


def row_values(row: Row) -> dict[str, object]:
    """A record as a form shows it: its fields by name."""
    return {field.name: getattr(row, field.name) for field in fields(row)}


def row_filled(row: R, values: Mapping[str, object]) -> R:
    """The record with what the form holds; an empty choice is '' where the record keeps a code."""
    known = row_values(row)
    changed = {
        name: "" if value is None and isinstance(known[name], str) else value
        for name, value in values.items()
        if name in known
    }
    return replace(row, **changed)  # type: ignore[arg-type]  # forms name the fields of their record


def entry_form(
    kind: EntryKind[E],
    heading: Message,
    spec: Callable[[OpenPerson, E], FormSpec],
    dress: Callable[[OpenPerson, FormPanel, E], None] | None = None,
) -> FormKind[E]:
    """The form of entries that hang on one person."""

    def stored(desk: OpenDesk, row: E) -> E:
        found = next((other for other in entries.get(desk, kind, row.client_id) if other.id == row.id), None)
        if found is None:
            raise Gone
        return found

    def save(desk: OpenDesk, row: E) -> Done[E]:
        return entries.save(desk, kind, row)

    return FormKind(kind.name, lambda _: heading, spec, save, stored, row_values, row_filled, dress)


def entry_section(
    kind: EntryKind[E],
    form: FormKind[E],
    *,
    title: Message,
    add: Message,
    empty: Message,
    look: Callable[[OpenPerson, E], Look],
    actions: tuple[RowAction[E], ...] = (),
    blank: Callable[[OpenPerson], E] | None = None,
) -> SectionKind[E]:
    """The section of entries that hang on one person."""

    def new(person: OpenPerson) -> E:
        return kind.row(client_id=person.id)

    def remove(desk: OpenDesk, row: E) -> Done[None]:
        return entries.remove(desk, kind, row)

    return SectionKind(
        form=form, title=title, add=add, empty=empty, look=look, blank=blank or new, remove=remove, actions=actions
    )
