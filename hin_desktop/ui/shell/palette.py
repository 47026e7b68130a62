"""The Ctrl+K box: people and commands in one place, by keyboard alone.

While a person is open on the screen (conversation view), nobody else's name comes up until it is asked for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hin_desktop.texts import Texts
from hin_desktop.ui.shell.commands import Command, CommandRegistry, Group, key_text
from hin_desktop.ui.shell.palette_list import Entry, PaletteList
from hin_desktop.ui.shell.theme import Theme
from hin_desktop.ui.shell.window_commands import FIND

_MOST_COMMANDS = 12
_ORDER = (Group.PERSON, Group.GO, Group.EDIT, Group.VIEW, Group.HELP, Group.FILE)  # leaving and locking come last
_FORWARDED = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person as the box shows them: `detail` tells people of one name apart (file number, year of birth)."""

    id: int
    name: str
    detail: str


FindPeople = Callable[[str, Callable[[Sequence[PersonHit]], None]], None]
"""Looks for people in the background and calls back on the GUI thread; the text may be empty (recently opened)."""


class Palette(QFrame):
    """A box over the window; it closes by Esc, by choosing, and when the keyboard goes elsewhere."""

    person_chosen = Signal(int)
    """Id of the person."""

    def __init__(
        self, host: QWidget, theme: Theme, texts: Texts, registry: CommandRegistry, find_people: FindPeople | None
    ) -> None:
        super().__init__(host)
        self.setObjectName("palette")
        self.setAccessibleName(texts("Find people and commands"))
        self._host = host
        self._theme, self._texts, self._registry, self._find = theme, texts, registry, find_people
        self._guarded = False
        self._pending = False
        self._enter_waits = False
        self._people: Sequence[PersonHit] = ()
        self._asked = 0
        self._before: QWidget | None = None
        self.field = QLineEdit(placeholderText=texts("Find a name, file number or command …"))
        self.field.setProperty("role", "bare")
        self.field.setAccessibleName(texts("Find people and commands"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = PaletteList(theme)
        self.list.setAccessibleName(texts("Found"))
        self.list.chosen.connect(self._choose)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        icon = QLabel()
        self._theme.dress(icon, "search", "muted", 18)
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(14), 0, self._theme.px(10), 0)
        row.addWidget(icon)
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(self._theme.px(6),) * 4)
        column.setSpacing(self._theme.px(4))
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def open(self, guarded: bool = False) -> None:
        """Come up empty. `guarded`: a person sits in front of the screen, so names only when asked for."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._guarded = guarded
        self._before = self.window().focusWidget()
        self.show()
        self.raise_()
        self.field.clear()
        self._search("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_box(self) -> None:
        """Go away and forget what was typed; the keyboard returns to where it was."""
        if not self.isVisible():
            return
        held = self.field.hasFocus()
        self._asked += 1
        self._people = ()
        self.hide()
        self.field.clear()
        self.list.fill(())
        before, self._before = self._before, None
        if held and before is not None and before.isVisible():
            before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that belong to the list, and the field losing the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            reasons = Qt.FocusReason
            if event.reason() not in (reasons.ActiveWindowFocusReason, reasons.PopupFocusReason):
                QTimer.singleShot(0, self, self._lost)
        return super().eventFilter(watched, event)

    def _lost(self) -> None:
        if not self.field.hasFocus():
            self.close_box()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_box()
        elif key in _FORWARDED:
            self.list.step(key)
        elif key in _ENTER:
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._pending:
            self._enter_waits = True  # a quick typist means the person who is just being looked up
            return
        self._choose()

    def _choose(self) -> None:
        entry = self.list.current()
        if entry is not None:
            entry.act()

    def _search(self, text: str) -> None:
        self._asked += 1
        self._people = ()
        self._enter_waits = False
        self._pending = False
        wanted = text.strip()
        if self._find is not None and not self._guarded and self.isVisible():
            self._pending = bool(wanted)
            self._find(wanted, partial(self._take_people, self._asked))
        self._fill()

    def _take_people(self, asked: int, people: Sequence[PersonHit]) -> None:
        if asked != self._asked:
            return
        self._pending = False
        self._people = people
        self._fill()
        if self._enter_waits:
            self._choose()

    def _fill(self) -> None:
        text = self.field.text().strip()
        people = [Entry("user", hit.name, hit.detail, "", partial(self._open, hit.id)) for hit in self._people]
        commands = [self._entry(command) for command in matching(self._registry, self._texts, text)]
        rows = [*people, *commands[:_MOST_COMMANDS]]
        if self._guarded and self._find is not None:
            detail = self._texts("Conversation view: names stay hidden")
            rows.append(Entry("eye", self._texts("Look for other people"), detail, "", self._reveal))
        if not rows and not self._pending:
            rows.append(Entry("circle-question-mark", self._texts("Nothing found"), "", "", self.close_box))
        self.list.fill(rows)
        self._place()

    def _entry(self, command: Command) -> Entry:
        keys = key_text(command.shortcut, self._texts.language)
        run = partial(self._run, command.id)
        return Entry(command.icon or "chevron-right", self._texts(command.title), "", keys, run)

    def _open(self, person: int) -> None:
        self.close_box()
        self.person_chosen.emit(person)

    def _run(self, command: str) -> None:
        self.close_box()
        self._registry.run(command)

    def _reveal(self) -> None:
        self._guarded = False
        self._search(self.field.text())

    def _place(self) -> None:
        """Over the search field of the window, as high as its rows need."""
        px, host = self._theme.px, self._host
        width = min(px(560), host.width() - 2 * px(16))
        wanted = self.field.sizeHint().height() + self.list.rows_height() + px(24)
        height = min(wanted, px(460), host.height() - 2 * px(12))
        self.setGeometry(min(px(212), host.width() - width - px(16)), px(12), width, height)


def matching(registry: CommandRegistry, texts: Texts, text: str) -> list[Command]:
    """The commands that can be done now and whose name has every typed word; those that start with it come first."""
    words = plain(text).split()
    found = []
    offered = sorted(registry.here(), key=lambda command: _ORDER.index(command.group))
    for command in offered:
        title = plain(texts(command.title))
        if command.id != FIND.id and all(_fits(word, title) for word in words) and registry.is_enabled(command.id):
            found.append((not title.startswith(tuple(words[:1])), command))
    return [command for _, command in sorted(found, key=lambda pair: pair[0])]


def _fits(word: str, title: str) -> bool:
    """The beginning of any word of the title, or from three letters on any part of it."""
    return any(part.startswith(word) for part in title.split()) or (len(word) > 2 and word in title)


def plain(text: str) -> str:
    """Small letters without accents, so that 'uber' finds 'Über'."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
