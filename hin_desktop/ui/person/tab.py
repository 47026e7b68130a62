"""What the tabs of the page have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hin_desktop.domain.pathway import RecordRef
from hin_desktop.services.drafts import DraftKey
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.record_kind import Look
from hin_desktop.ui.person.record_section import RecordSection
from hin_desktop.ui.person.row_card import RowCard
from hin_desktop.ui.widgets.cards import Row


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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card that is only read: `about` is what it shows, `act` a button (icon, name, what it does)."""

    about: object
    look: Look
    open: Callable[[], None] | None = None
    act: tuple[str, str, Callable[[], None]] | None = None


class LineCard(RowCard):
    """Lines below each other; built anew only when what they show has changed."""

    def __init__(self, person: OpenPerson, title: str, empty: str) -> None:
        super().__init__(person.kit, title)
        self._empty = empty
        self._shown: object = None
        self.lines: list[Row] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines, or the sentence for none."""
        shown = tuple((line.about, line.look) for line in lines)
        if shown == self._shown:
            return
        self._shown = shown
        self.lines = [self._row(line) for line in lines]
        self.fill(self.lines, [] if self.lines else [self._empty])

    def _row(self, line: Line) -> Row:
        look = line.look
        row = Row(self.kit, look.title, look.detail, icon=look.icon, right=look.right, tone=look.tone,
                  opens=line.open is not None)  # fmt: skip
        if line.open is not None:
            row.clicked.connect(line.open)
        if line.act is not None:
            icon, name, run = line.act
            row.add_action(icon, name).clicked.connect(run)
        return row
