"""What the list is narrowed down by: a name or number while it is typed, nationality, counsellor, status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from hin_desktop.errors import Message
from hin_desktop.services.catalogues import choices
from hin_desktop.services.search import ClientFilter, ClientSort, ClientStatus
from hin_desktop.services.users import UserRow
from hin_desktop.ui.clients.rows import STATUS
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.choice_field import ChoiceField
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec
from hin_desktop.ui.widgets.parts import Button


class NameField(QLineEdit):
    """Enter and Down go on to the list, Esc empties the field."""

    onwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that lead out of the field."""
        if event.key() == Qt.Key.Key_Down:
            self.onwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Says which people are wanted; `changed` at every keystroke."""

    changed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._wanted = ClientFilter()
        kit, texts = place.kit, place.kit.texts
        self.text = NameField(placeholderText=texts("Name or file number"))
        self.text.setAccessibleName(texts("Find by name or file number"))
        self.text.setClearButtonEnabled(False)
        self.text.setMinimumWidth(kit.theme.px(230))
        self.nationality = self._field("nationality", Message("Citizenship"), self._nationalities())
        self.counsellor = self._field("counsellor", Message("Responsible"), ())
        self.status = self._field("status", Message("Status"), [Choice(key, label) for key, label in STATUS.items()])
        self.reset = Button(kit, texts("Reset filters"), "x", "plain")
        self._lists = QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self.text.textChanged.connect(self._read)
        self.reset.clicked.connect(self.clear)
        self.reset.hide()

    def _lay_out(self) -> None:
        px = self._place.kit.theme.px
        for field in (self.nationality, self.counsellor, self.status):
            self._lists.addWidget(field, 1)
        self._lists.addWidget(self.reset)
        self._lists.setSpacing(px(8))
        self._line.setContentsMargins(px(8), 0, px(8), 0)
        self._line.setSpacing(px(8))
        self._line.addWidget(self.text, 2)
        self._line.addLayout(self._lists, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lists go below the name where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self._place.kit.theme.px(700)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    @property
    def wanted(self) -> ClientFilter:
        """The filter as it stands."""
        return self._wanted

    @property
    def narrowed(self) -> bool:
        """Whether anything but the name narrows the list."""
        wanted = self._wanted
        return bool(wanted.nationality or wanted.counsellor_id is not None or wanted.status)

    def sort_by(self, key: ClientSort, descending: bool) -> None:
        """Another order of the same people."""
        self._wanted = replace(self._wanted, sort=key, descending=descending)
        self.changed.emit()

    def offer_counsellors(self, people: Sequence[UserRow]) -> None:
        """Name those who can be filtered by; what was chosen stays chosen."""
        chosen, before = self.counsellor.value(), self.counsellor
        answers = [Choice(user.id, user.display_name) for user in people]
        self.counsellor = self._field("counsellor", Message("Responsible"), answers)
        self.counsellor.set_value(chosen)
        self._lists.replaceWidget(before, self.counsellor)
        before.hide()
        before.deleteLater()

    @Slot()
    def clear(self) -> None:
        """Everybody again, in the order that was chosen."""
        for field in (self.nationality, self.counsellor, self.status):
            field.set_value(None)
        self.text.clear()
        self._read()
        self.text.setFocus()

    def _field(self, name: str, label: Message, answers: Sequence[Choice]) -> ChoiceField:
        spec = FieldSpec(name, label, FieldKind.CHOICE, choices=answers, placeholder=label)
        field = ChoiceField(spec, self._place.kit)
        field.input().setAccessibleName(self._place.kit.say(label))
        field.setMinimumWidth(self._place.kit.theme.px(110))
        field.changed.connect(self._read)
        return field

    def _nationalities(self) -> list[Choice]:
        place = self._place
        pairs = choices(place.desk.catalogues.nationalities, place.language, place.kit.today())
        return [Choice(code, place.kit.texts.inclusive(label), code) for code, label in pairs]

    @Slot()
    def _read(self) -> None:
        counsellor, status = self.counsellor.value(), self.status.value()
        wanted = replace(
            self._wanted, text=self.text.text(), nationality=str(self.nationality.value() or ""),
            counsellor_id=counsellor if isinstance(counsellor, int) else None,
            status=ClientStatus(str(status)) if status else None)  # fmt: skip
        self.reset.setVisible(bool(wanted.text) or wanted != ClientFilter(
            text=wanted.text, sort=wanted.sort, descending=wanted.descending))
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()
