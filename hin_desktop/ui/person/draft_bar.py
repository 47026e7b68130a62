"""What was begun and not finished with this person: continued or thrown away with one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hin_desktop.services.drafts import DraftKey, DraftRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.widgets.parts import Button, IconLabel, label


class DraftBar(QFrame):
    """One line a draft; hidden while there is none. `resume(DraftKey)`."""

    resume = Signal(object)

    def __init__(self, person: OpenPerson, names: dict[str, str]) -> None:
        super().__init__()
        self.person = person
        self._names = names
        self._shown: tuple[DraftRow, ...] = ()
        self.buttons: dict[DraftKey, Button] = {}
        self.setProperty("card", True)
        self._column = QVBoxLayout(self)
        px = person.kit.theme.px
        self._column.setContentsMargins(px(16), px(6), px(8), px(6))
        self._column.setSpacing(px(2))
        self.hide()

    def show_drafts(self, open_forms: frozenset[DraftKey]) -> None:
        """Show the drafts of the person, but for those whose form is open."""
        known = (draft for key, draft in self.person.drafts.items() if kind_of(key) in self._names)
        drafts = tuple(draft for draft in known if draft.key not in open_forms)
        if drafts == self._shown:
            return
        self._shown, self.buttons = drafts, {}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for draft in drafts:
            self._column.addWidget(self._line(draft))
        self.setVisible(bool(drafts))

    def _line(self, draft: DraftRow) -> QWidget:
        kit, texts = self.person.kit, self.person.texts
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(kit.theme.px(8))
        name = self._names[kind_of(draft.key)]
        when = texts("Not finished: {form}, {when}", form=name, when=draft.saved_at.astimezone())
        resume = Button(kit, texts("Continue"), "pencil", "plain")
        discard = Button(kit, texts("Discard"), "trash-2", "plain")
        resume.setAccessibleName(texts("Continue: {form}", form=name))
        discard.setAccessibleName(texts("Discard: {form}", form=name))
        resume.clicked.connect(partial(self.resume.emit, draft.key))
        discard.clicked.connect(partial(self.person.drop_draft, draft.key))
        self.buttons[draft.key] = resume
        line.addWidget(IconLabel(kit, "history", "accent", 16))
        line.addWidget(label(when, wrap=True), 1)
        line.addWidget(resume)
        line.addWidget(discard)
        return holder



def kind_of(key: DraftKey) -> str:
    """The kind of record that a draft is of; a station's stands behind it."""
    return key.form.partition(" ")[0]
