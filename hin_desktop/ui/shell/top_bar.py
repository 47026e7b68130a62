"""The bar above every page: search, what is running, whether everything is saved, and who works where."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Busy
from hin_desktop.ui.shell.commands import key_text
from hin_desktop.ui.shell.notices import Tone
from hin_desktop.ui.shell.theme import Theme

SEARCH_KEYS = "Ctrl+K"
_ROOM_FOR_STATUS, _ROOM_FOR_WORDS = 900, 640  # pixels of a bar at 100 % text


@dataclass(frozen=True, slots=True)
class Identity:
    """Who works here: the organisation's short name, its service (MBE, JMD), the counsellor."""

    organisation: str
    service: str
    counsellor: str

    @property
    def line(self) -> str:
        """All three, what is empty left out."""
        return " · ".join(part for part in (self.organisation, self.service, self.counsellor) if part)


class BusyIndicator(QWidget):
    """Says what is running and how far it is; can stop it where that is possible."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._busy: Busy | None = None
        self.setAccessibleName(texts("Running work"))
        self.said = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.said.setProperty("tone", "small")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(theme.px(72))
        self.stop = QToolButton()
        self.stop.setAccessibleName(texts("Cancel"))
        self.stop.setToolTip(texts("Cancel"))
        self.stop.clicked.connect(self._cancel)
        theme.dress(self.stop, "x", "muted", 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.said, self.bar, self.stop):
            row.addWidget(part)
        self.hide()

    def show_busy(self, busy: Busy | None) -> None:
        """Show this, or nothing for None."""
        self._busy = busy
        self.setVisible(busy is not None)
        if busy is None:
            return
        title = self._texts(busy.title)
        if busy.total:
            title = self._texts("{what} {done} of {total}", what=title, done=busy.done, total=busy.total)
        self.said.setText(title)
        self.bar.setRange(0, busy.total)
        self.bar.setValue(busy.done)
        self.bar.setAccessibleName(title)
        self.stop.setVisible(busy.cancel is not None)

    def _cancel(self) -> None:
        if self._busy is not None and self._busy.cancel is not None:
            self._busy.cancel()


class SearchButton(QPushButton):
    """Looks like a field and opens the box that is one; says less where there is little room."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._offers = (texts("Find a name, file number or command …"), texts("Find …"))
        self.setProperty("role", "search")
        self.setAccessibleName(texts("Find people and commands"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.dress(self, "search", "muted", 16)
        self._keys = QLabel(key_text(SEARCH_KEYS, texts.language))
        self._keys.setProperty("tone", "small")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(12), 0)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the words that fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, words = self._theme.px, self.fontMetrics().horizontalAdvance
        self.setMaximumWidth(px(520))
        self.setMinimumWidth(words(self._offers[1]) + self._keys.sizeHint().width() + px(72))
        room = self.width() - self._keys.sizeHint().width() - px(72)
        self.setText(f"\u2002{self._offers[0] if words(self._offers[0]) <= room else self._offers[1]}")


class TopBar(QFrame):
    """Search on the left, state on the right."""

    search_wanted = Signal()
    menu_wanted = Signal()
    identity_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._identity = Identity("", "", "")
        self.search = SearchButton(theme, texts)
        self.search.clicked.connect(self.search_wanted)
        self.busy = BusyIndicator(theme, texts)
        self.status_icon, self.status = QLabel(), QLabel(textFormat=Qt.TextFormat.PlainText)
        self.status.setProperty("tone", "small")
        self.identity = QToolButton()
        self.identity.setProperty("pill", "accent")
        self.identity.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.identity.clicked.connect(self.identity_wanted)
        theme.dress(self.identity, "user", "accent", 14)
        self.menu = QToolButton()
        self.menu.setAccessibleName(texts("Menu"))
        self.menu.setToolTip(f"{texts('Menu')} (F10)")
        self.menu.clicked.connect(self.menu_wanted)
        theme.dress(self.menu, "menu", "text", 20)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.search, 100)
        self._row.addStretch(1)
        for part in (self.busy, self.status_icon, self.status, self.identity, self.menu):
            self._row.addWidget(part)
        theme.changed.connect(self._fit)
        self.set_identity(self._identity)

    def set_status(self, message: Message | None, tone: Tone = Tone.DONE) -> None:
        """Say whether everything is saved and backed up; None shows nothing."""
        said = self._texts(message) if message is not None else ""
        self.status.setText(said)
        self.status_icon.setVisible(bool(said))
        self.status_icon.setToolTip(said)
        self.status_icon.setAccessibleName(said)
        self._theme.dress(self.status_icon, tone.icon, tone.value, 16)
        self._fit()

    def set_identity(self, identity: Identity) -> None:
        """Say who works here; empty parts show nothing."""
        self._identity = identity
        self.identity.setVisible(bool(identity.line))
        self.identity.setAccessibleName(identity.line or self._texts("Account"))
        self._fit()

    def show_busy(self, busy: Busy | None) -> None:
        """Show what is running in the place of the status; nothing for None."""
        self.busy.show_busy(busy)
        self._fit()

    def clear(self) -> None:
        """Forget who works here and what is going on."""
        self.show_busy(None)
        self.set_status(None)
        self.set_identity(Identity("", "", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where they do not fit; icons and tool tips stay."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        room = self.width() / self._theme.factor
        words = room >= _ROOM_FOR_WORDS
        self._row.setContentsMargins(px(24), px(14), px(20), px(6))
        self._row.setSpacing(px(12))
        quiet = self.busy.isHidden()
        self.status.setVisible(room >= _ROOM_FOR_STATUS and quiet and bool(self.status.text()))
        shown = self._identity.line if words else self._identity.counsellor
        self.identity.setText(f" {shown.replace('&', '&&')}")
        self.identity.setToolTip(self._identity.line)
