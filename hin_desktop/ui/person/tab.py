"""What the tabs of the page have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services.drafts import DraftKey
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_section import RecordSection


class PersonTab(QWidget):
    """A tab: told when there is news of the person, asked for its records."""

    def __init__(self, person: OpenPerson) -> None:
        super().__init__()
        self.person = person
        self._later: RecordRef | None = None
        self._resumed: DraftKey | None = None
        self.filled = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(person.kit.theme.px(14))
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_person(self) -> None:
        """Bring what is shown up to date."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another person comes up: nothing of the one before may stay in sight, even for a moment."""
        self._later, self._resumed = None, None
        for section in self.sections():
            section.forget()

    def sections(self) -> Sequence[RecordSection[Any]]:
        """The sections of records, from top to bottom."""
        return ()

    def focus_record(self, ref: RecordRef) -> None:
        """Bring a record into view; one that is not read yet, as soon as it is."""
        of_kind = [section for section in self.sections() if section.kind.form.name == ref.kind]
        found = any(section.focus_record(ref.id) for section in of_kind)
        self._later = None if found or not of_kind else ref

    def all_read(self) -> None:
        """What was read beside the overview is shown now."""
        if self._resumed is not None:
            self.resume(self._resumed)
        later, self._later = self._later, None
        if later is not None:
            self.focus_record(later)
            self._later = None

    def resume(self, key: DraftKey) -> None:
        """Open the form of a draft; of a record that is not read yet, as soon as it is."""
        section = next((section for section in self.sections() if section.kind.form.name == key.form), None)
        found = section is None or section.resume(key.record_id)
        self._resumed = None if found else key

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the tab is chosen."""
        return next((section.add_button for section in self.sections()), None)
