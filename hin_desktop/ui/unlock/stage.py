"""The frame of the first window: the head, one screen on a card, and a calm line while something runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hin_desktop.errors import HinError, Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.unlock.brand import Brand
from hin_desktop.ui.unlock.ground import Ground
from hin_desktop.ui.unlock.screen import Screen
from hin_desktop.ui.unlock.style import stylesheet
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.parts import label

Result = TypeVar("Result")
WIDTH = 520  # of the card at normal text size
_LOW = 600  # pixels at normal text size: below, the head is short
_TONGUES = (("de", "Deutsch"), ("en", "English"))  # each in its own language

OPENING = Message("Opening the desk …")


class Stage(QWidget):
    """Shows one screen at a time and runs its work beside the window; everything is disabled meanwhile."""

    language_chosen = Signal(str)

    def __init__(self, kit: Kit, background: Background) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kit, self._background = kit, background
        self._screen: Screen | None = None
        self._build: Callable[[], Screen] | None = None
        self.busy_line = label("", tone="muted")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._place = self._arrange()
        self._dress()
        kit.theme.changed.connect(self._dress)
        background.bug.connect(self.rest)
        self.rest()

    @property
    def shown(self) -> Screen | None:
        """The screen that is shown."""
        return self._screen

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._screen is not None and not self._screen.isEnabled()

    def show_screen(self, build: Callable[[], Screen]) -> None:
        """Show a screen in place of the one before; `build` is asked again when the language changes."""
        if self._screen is not None:
            self._place.removeWidget(self._screen)
            self._screen.hide()
            self._screen.deleteLater()
        self._build = build
        self._screen = build()
        self._place.insertWidget(0, self._screen)
        self._screen.show()
        self.rest()
        self._scroll.verticalScrollBar().setValue(0)
        self.focus()

    def speak(self, texts: Texts) -> None:
        """Say everything in another language; what was typed stays, passwords aside."""
        self.kit = replace(self.kit, texts=texts)
        if self._screen is not None:
            self._screen.keep()
        for kept in (self.busy_line, self.progress):
            kept.setParent(self)
        self._screen = None
        self._place = self._arrange()
        if self._build is not None:
            self.show_screen(self._build)

    def focus(self) -> None:
        """Put the keyboard where the screen wants it."""
        first = self._screen.first_focus() if self._screen is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._fit()

    def run(
        self,
        title: Message,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        on_fault: Callable[[HinError], None] | None = None,
    ) -> None:
        """Do work beside the window. A fault goes to the screen; `then` calls `rest` or shows what comes next."""
        self.wait(title)
        self._background.long(lambda _progress: work(), then, self, title, on_fault or self.fail)

    def wait(self, title: Message) -> None:
        """Say what runs; nothing can be pressed until `rest`."""
        if self._screen is not None:
            self._screen.clear_faults()
            self._screen.setEnabled(False)
        self.busy_line.setText(self.kit.say(title))
        self.busy_line.show()
        self.progress.show()
        QTimer.singleShot(0, self, self._look_at_progress)

    def rest(self, _bug: object = None) -> None:
        """Nothing runs any more."""
        self.busy_line.hide()
        self.progress.hide()
        if self._screen is not None:
            self._screen.setEnabled(True)

    def fail(self, fault: HinError) -> None:
        """Back to the screen, which says what went wrong; the keyboard was nowhere while it was disabled."""
        self.rest()
        self.focus()
        if self._screen is not None:
            self._screen.show_fault(fault)
        QTimer.singleShot(0, self, self._look_at_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has no room for more than the name."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall = self._screen.tall if self._screen is not None else False
        self._brand.set_short(tall or self.height() < self.kit.theme.px(_LOW))
        QTimer.singleShot(0, self, self._look_at_focus)

    def _look_at_focus(self) -> None:
        """Scroll to the field that has the keyboard, once everything has its place."""
        focused = self.focusWidget()
        if self._screen is not None and self._screen.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, self.kit.theme.px(48))

    def _look_at_progress(self) -> None:
        if self.progress.isVisible():
            self._scroll.ensureWidgetVisible(self.progress)

    def _arrange(self) -> QVBoxLayout:
        """Build head and card; gives the place of the screen."""
        px = self.kit.theme.px
        card = QFrame()
        card.setProperty("card", True)
        card.setMaximumWidth(px(WIDTH))
        self._card = card
        place = QVBoxLayout(card)
        place.setContentsMargins(px(28), px(24), px(28), px(24))
        place.setSpacing(px(12))
        place.addWidget(self.busy_line)
        place.addWidget(self.progress)
        ground = Ground()
        ground.setObjectName("ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(px(24), px(16), px(24), px(32))
        column.setSpacing(px(20))
        column.addLayout(self._languages())
        column.addStretch(2)
        self._brand = Brand(self.kit)
        column.addWidget(self._brand)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card, 100)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(3)
        self._scroll.setWidget(ground)  # the one before is deleted by it
        return place

    def _languages(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.kit.theme.px(2))
        line.addStretch(1)
        group = QButtonGroup(self)
        for at, (code, name) in enumerate(_TONGUES):
            if at:
                line.addWidget(QLabel("·"))
            button = QPushButton(name)
            button.setProperty("role", "tongue")
            button.setProperty("code", code)
            button.setCheckable(True)
            button.setChecked(code == self.kit.texts.language)
            button.setAccessibleName(name)
            group.addButton(button)
            line.addWidget(button)
        group.buttonClicked.connect(self._chosen)
        return line

    def _chosen(self, button: QPushButton) -> None:
        code = str(button.property("code"))
        if code != self.kit.texts.language:
            self.language_chosen.emit(code)

    def _dress(self) -> None:
        self._card.setMaximumWidth(self.kit.theme.px(WIDTH))
        self.setStyleSheet(stylesheet(self.kit.theme))
