"""A station of the path set by hand: state and reason."""

from __future__ import annotations

from dataclasses import replace

from hin_desktop.domain.pathway import StationState
from hin_desktop.errors import Message
from hin_desktop.services import entries
from hin_desktop.services.done import Done
from hin_desktop.services.milestones import OVERRIDES, OverrideRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import FormKind, entry_form
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section
from hin_desktop.ui.widgets.path_view import STATES


def form(_person: OpenPerson, _row: OverrideRow) -> FormSpec:
    """State and reason; the reason stands under the station."""
    states = tuple(Choice(state.value, STATES[state]) for state in StationState)
    return FormSpec((
        Section((
            FieldSpec("state", Message("State"), FieldKind.CHOICE, choices=states, required=True),
            FieldSpec("reason", Message("Reason"), required=True, span=2,
                      help=Message("Shown under the station, on screen and on paper.")),
        ), columns=3),
    ))  # fmt: skip


def save(desk: OpenDesk, row: OverrideRow) -> Done[OverrideRow]:
    """Set the station as of today. Raises Invalid, Conflict."""
    return entries.save(desk, OVERRIDES, replace(row, set_on=desk.today()))


def draft_name(row: OverrideRow) -> str:
    """Each station has an unfinished form of its own: 'station_override work'."""
    return f"{OVERRIDES.name} {row.station}"


BY_HAND: FormKind[OverrideRow] = replace(
    entry_form(OVERRIDES, Message("Set by hand"), form), save=save, draft=draft_name)  # fmt: skip
