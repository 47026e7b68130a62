"""What is known of one station of the path: state, reason, what is missing; and setting it by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.domain.pathway import Station, StationKey, StationState
from hin_desktop.services import entries
from hin_desktop.services.done import Done
from hin_desktop.services.milestones import OVERRIDES, OverrideRow
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.station_form import BY_HAND
from hin_desktop.ui.widgets.cards import Card, KeyValues, Pill
from hin_desktop.ui.widgets.parts import Button, IconButton
from hin_desktop.ui.widgets.path_view import STATES

TONES = {
    StationState.DONE: ("met", "circle-check"),
    StationState.CURRENT: ("accent", "circle-dot"),
    StationState.NEXT: ("accent", "circle-dashed"),
    StationState.OVERDUE: ("wrong", "circle-alert"),
    StationState.NOT_APPLICABLE: ("muted", "minus"),
    StationState.UNKNOWN: ("muted", "circle-question-mark"),
}


class StationPanel(Card):
    """Stands under the path while a station is looked at. `closed` when it goes."""

    closed = Signal()

    def __init__(self, person: OpenPerson) -> None:
        super().__init__(person.kit, " ")
        self.person = person
        self._station: Station | None = None
        texts = person.texts
        self.pill = Pill(person.kit)
        self.head.insertWidget(1, self.pill)
        self.close_button = IconButton(person.kit, "x", texts("Close"), size=16)
        self.close_button.clicked.connect(self.dismiss)
        self.head.addWidget(self.close_button)
        self.facts = KeyValues(person.kit)
        self.form: RecordForm[OverrideRow] = RecordForm(person, BY_HAND)
        self.by_hand = Button(person.kit, texts("Set station by hand"), "pencil")
        self.by_hand.clicked.connect(self.edit)
        self.by_records = Button(person.kit, texts("Follow the records again"), "undo-2")
        self.by_records.clicked.connect(self._follow)
        self.body.addWidget(self.facts)
        self.body.addWidget(self._buttons())
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.addWidget(self.form)
        self.hide()

    def _buttons(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.kit.theme.px(8))
        line.addWidget(self.by_hand)
        line.addWidget(self.by_records)
        line.addStretch(1)
        self.form.opened.connect(holder.hide)
        self.form.closed.connect(holder.show)
        return holder

    @property
    def key(self) -> StationKey | None:
        """The station that is shown, None while hidden."""
        return self._station.key if self._station is not None else None

    def show_station(self, station: Station) -> None:
        """Show a station."""
        if self._station is not None and station.key is not self._station.key:
            self.form.close_quietly()
        self._station = station
        texts = self.person.texts
        self.title.setText(texts(station.name))
        self.setAccessibleName(texts(station.name))
        tone, icon = TONES[station.state]
        self.pill.show_words(texts(STATES[station.state]), tone, icon)
        self.facts.set_pairs((
            (texts("Reason"), texts(station.detail)),
            (texts("Missing"), "\n".join(texts(what) for what in station.missing)),
        ))  # fmt: skip
        self.by_records.setVisible(station.overridden)
        self.show()

    def refresh(self, stations: tuple[Station, ...]) -> None:
        """Show the same station as it stands now; hide if there is none of its kind any more."""
        now = next((station for station in stations if station.key is self.key), None)
        if now is not None:
            self.show_station(now)
        elif self._station is not None:
            self.dismiss()

    def dismiss(self) -> None:
        """Go away; an unfinished form becomes a draft."""
        self.form.close_quietly()
        self._station = None
        self.hide()
        self.closed.emit()

    def edit(self) -> None:
        """Open the form, with what was set before."""
        key = self.key
        if key is not None:
            self.person.read("override", partial(_stored, key), self._open, self)

    def _open(self, row: OverrideRow | None) -> None:
        if self.key is not None:
            self.form.edit(row or OverrideRow(client_id=self.person.id, station=self.key))

    def _follow(self) -> None:
        key, desk, client_id = self.key, self.person.desk, self.person.id
        if key is not None:
            self.form.close_quietly()
            self.person.do(lambda: _remove(desk, client_id, key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


def _stored(key: StationKey, desk: OpenDesk, client_id: int) -> OverrideRow | None:
    found = [row for row in entries.get(desk, OVERRIDES, client_id) if row.station in _same(key)]
    return max(found, key=lambda row: row.id, default=None)


def _same(key: StationKey) -> tuple[StationKey, ...]:
    fourth = (StationKey.WORK, StationKey.SCHOOL)
    return fourth if key in fourth else (key,)


def _remove(desk: OpenDesk, client_id: int, key: StationKey) -> Done[None]:
    row = _stored(key, desk, client_id)
    if row is None:
        return Done(None, (), OVERRIDES.removed, None)
    return entries.remove(desk, OVERRIDES, row)
