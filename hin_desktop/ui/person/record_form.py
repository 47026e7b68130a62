"""One record in its form, with everything around it: draft, saving, conflict, undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from hin_desktop.errors import Conflict, Difference, HinError, Message
from hin_desktop.services.drafts import DraftKey, DraftRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import FormKind, R
from hin_desktop.ui.shell.notices import Tone
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import Button, IconLabel, label

DRAFT_AFTER = 1000  # milliseconds without a key until a draft is kept


class DraftLine(QWidget):
    """Above a form that was begun earlier: since when, and the way to throw it away."""

    def __init__(self, kit: Kit, draft: DraftRow) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(kit.theme.px(8))
        self.discard = Button(kit, kit.texts("Discard draft"), "trash-2", "plain")
        when = kit.texts("Your draft of {when} is back.", when=draft.saved_at.astimezone())
        line.addWidget(IconLabel(kit, "history", "accent", 16))
        line.addWidget(label(when, tone="accent", wrap=True), 1)
        line.addWidget(self.discard)


class RecordForm(QWidget, Generic[R]):
    """Empty until `edit`; the form then stands here, inline. Whatever is typed survives as a draft.

    `closed(id)` follows saving (the record's id) and leaving (None).
    """

    closed = Signal(object)
    opened = Signal()

    def __init__(self, person: OpenPerson, kind: FormKind[R]) -> None:
        super().__init__()
        self.person = person
        self.kind = kind
        self.panel: FormPanel | None = None
        self._record: R | None = None
        self._client = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, person.kit.theme.px(10))
        self._timer = QTimer(self, interval=DRAFT_AFTER, singleShot=True)
        self._timer.timeout.connect(self.keep)
        self.hide()
        person.forms.append(self)

    @property
    def record_id(self) -> int | None:
        """The record that is being edited: 0 for a new one, None for none."""
        return self._record.id if self._record is not None else None

    @property
    def key(self) -> DraftKey | None:
        """Under which its draft is kept; None while nothing is edited."""
        return self._key(self._record) if self._record is not None else None

    def edit(self, record: R) -> None:
        """Show a record (id 0: a new one) in its form; an earlier draft of it is brought back."""
        if self.panel is not None and self.record_id == record.id and self._client == self.person.id:
            self.panel.form.focus_first()
            return
        self.leave()
        self._close()
        self._record, self._client = record, self.person.id
        draft = self.person.drafts.get(self._key(record))
        self._build(record, draft.payload if draft is not None else {})
        if draft is not None:
            self._offer(draft)
        self.show()
        self.opened.emit()
        if self.panel is not None:
            self.panel.form.focus_first()
        self.person.look_at.emit(self)

    def leave(self) -> None:
        """Keep at once what is not saved yet; the form stays as it is."""
        if self._timer.isActive():
            self.keep()

    def close_quietly(self) -> None:
        """Take the form away (another person comes up); its draft is kept."""
        self.leave()
        self._close()

    @Slot()
    def keep(self) -> None:
        """Keep the draft of what is typed."""
        self._timer.stop()
        if self.panel is None or self._record is None:
            return
        if self.panel.form.dirty:
            payload = {"version": self.panel.version or 0, "values": self.panel.form.draft()}
            self.person.keep_draft(self._key(self._record), payload)
        else:
            self.person.drop_draft(self._key(self._record))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a form with typed text: the text becomes a draft, the form goes."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self._cancelled(None, self.panel.form.dirty)
        else:
            super().keyPressEvent(event)

    def _build(self, record: R, draft: Mapping[str, object]) -> None:
        panel = FormPanel(self.person.kit, self.kind.heading(record), self.kind.spec(self.person, record))
        self.panel = panel
        panel.setProperty("card", False)
        frame = panel.layout()
        if frame is not None:
            frame.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(panel)
        if self.kind.dress is not None:
            self.kind.dress(self.person, panel, record)
        for cell in panel.form.cells.values():
            cell.label.setWordWrap(True)  # at 200 % three columns have no room for long labels
            cell.label.setMinimumWidth(1)
        panel.saved.connect(self._save)
        panel.cancelled.connect(self._cancelled)
        panel.edited.connect(self._timer.start)
        version, values = draft.get("version", record.version), draft.get("values")
        panel.begin(
            self.kind.values(record),
            version if isinstance(version, int) else record.version,
            values if isinstance(values, dict) else None,
        )

    def _offer(self, draft: DraftRow) -> None:
        if self.panel is not None:
            line = DraftLine(self.person.kit, draft)
            line.discard.clicked.connect(self._discard)
            self.panel.body.insertWidget(0, line)

    @Slot()
    def _discard(self) -> None:
        """Throw the draft away and show the record as it is stored."""
        record = self._record
        if record is not None:
            self._timer.stop()
            self.person.drop_draft(self._key(record))
            self._close()
            self.edit(record)

    @Slot(object)
    def _save(self, values: Mapping[str, object]) -> None:
        panel, record = self.panel, self._record
        if panel is None or record is None:
            return
        wanted = replace(self.kind.filled(record, values), version=panel.version or 0)
        desk, save = self.person.desk, self.kind.save
        self.person.do(
            lambda: save(desk, wanted),
            partial(self._saved, panel, self._key(record)),
            partial(self._failed, panel, wanted),
        )

    def _saved(self, panel: FormPanel, key: DraftKey, record: R) -> None:
        self._timer.stop()
        self.person.drop_draft(key)
        if panel is self.panel:
            self._close()
            self.closed.emit(record.id)

    def _failed(self, panel: FormPanel, wanted: R, fault: HinError) -> None:
        if panel is not self.panel:
            self.person.place.notices.fault(fault)
        elif isinstance(fault, Conflict):
            desk, stored = self.person.desk, self.kind.stored
            self.person.place.background.query(
                "stored", lambda _: stored(desk, wanted), partial(self._compare, panel, wanted, fault), self,
                panel.show_error,
            )
        else:
            panel.show_error(fault)

    def _compare(self, panel: FormPanel, wanted: R, conflict: Conflict, stored: R) -> None:
        """Show both versions field by field; what the form does not hold is as the other one saved it."""
        if panel is not self.panel or not isValid(panel):
            return
        self._record = stored
        mine, theirs = self.kind.values(wanted), self.kind.values(stored)
        differences = tuple(
            Difference(name, mine[name], theirs[name]) for name in panel.form.cells if mine.get(name) != theirs[name]
        )
        panel.show_error(Conflict(differences, conflict.who, conflict.when, stored.version))

    @Slot(object, bool)
    def _cancelled(self, _values: object, dirty: bool) -> None:
        self.keep()
        if dirty:
            self.person.place.notices.say(Message("What you typed is kept as a draft."), tone=Tone.INFO)
        self._close()
        self.closed.emit(None)

    def _close(self) -> None:
        self._timer.stop()
        if self.panel is None:
            return
        self._column.removeWidget(self.panel)
        self.panel.hide()
        self.panel.deleteLater()
        self.panel, self._record = None, None
        self.hide()
        self.person.drafts_changed.emit()

    def _key(self, record: R) -> DraftKey:
        name = self.kind.draft(record) if self.kind.draft is not None else self.kind.name
        return DraftKey(name, self._client, record.id or None)
