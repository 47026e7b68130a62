"""The window: navigation, top bar, pages, and what lies over them. It knows no record, only pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from hin_desktop.errors import Message
from hin_desktop.texts import Texts
from hin_desktop.ui.shell import window_commands as keys
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.bug_report import BugReport
from hin_desktop.ui.shell.commands import Binding, CommandRegistry
from hin_desktop.ui.shell.error_dialog import ErrorDialog
from hin_desktop.ui.shell.menus import Menus
from hin_desktop.ui.shell.navigation import Navigation
from hin_desktop.ui.shell.notice_bar import NoticeBar
from hin_desktop.ui.shell.notices import NoticeQueue
from hin_desktop.ui.shell.page import PageSpec, Place
from hin_desktop.ui.shell.page_stack import PageStack, Visit
from hin_desktop.ui.shell.palette import FindPeople, Palette
from hin_desktop.ui.shell.shortcuts_overview import ShortcutsOverview
from hin_desktop.ui.shell.theme import Theme
from hin_desktop.ui.shell.top_bar import TopBar
from hin_desktop.ui.shell.window_state import StateStore, restore_window, save_window

PROGRAM = "HIN Desktop"
_NARROW_BELOW = 1000  # pixels of width at 100 % text


class MainWindow(QMainWindow):
    """Shows pages by id (`go`), and nothing at all after `blank`."""

    lock_wanted = Signal()
    """The counsellor wants to lock the desk."""
    identity_wanted = Signal()
    """The name in the upper right corner was chosen."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        registry: CommandRegistry,
        background: Background,
        notices: NoticeQueue,
        state: StateStore,
        find_people: FindPeople | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._texts, self._registry, self._state = theme, texts, registry, state
        self._notices = notices
        self._conversation = True
        self._before_close: Callable[[Callable[[], None]], None] | None = None
        self._closing = False
        self._errors: ErrorDialog | None = None
        self.navigation = Navigation(theme, texts)
        self.top_bar = TopBar(theme, texts)
        self.pages = PageStack(registry)
        self._layers = QStackedWidget()
        self._desk = self._assemble()
        self.palette_box = Palette(self._desk, theme, texts, registry, find_people)
        self.notice_bar = NoticeBar(self._desk, theme, texts)
        self.menus = Menus(self, self.top_bar.menu, registry, theme, texts)
        self._connect(background)
        registry.register_all(self._commands(), self)
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(720, 480)
        self.resize(1280, 800)
        sheet = partial(ShortcutsOverview, registry, theme, texts)
        self.add_pages(
            [PageSpec("shortcuts", Message("Shortcuts"), "keyboard", sheet, Place.HIDDEN, "help", "Ctrl+F1")]
        )

    def add_pages(self, specs: Sequence[PageSpec]) -> None:
        """Make pages known: in the navigation, and as commands of the menu 'Go to'."""
        first = 1 + sum(spec.place is Place.TOP for spec in self.pages.specs)
        self.pages.add(specs)
        self.navigation.add(specs)
        self._registry.register_all(keys.page_commands(specs, self.go, first), self)

    def start(self, first: str) -> None:
        """Show the window as it was left, with the page that was open; `first` if there was none or it needs more."""
        page = restore_window(self, self._state)
        known = {spec.id for spec in self.pages.specs if spec.place is not Place.HIDDEN}
        self.show()
        self.go(page if page in known else first)
        self._notices.attach(self.notice_bar.show_notice)

    def go(self, page: str, **target: object) -> None:
        """Show a page; the present one leaves first and keeps its drafts."""
        self.pages.go(Visit(page, target))

    def set_conversation_view(self, on: bool) -> None:
        """Whether other names stay hidden while a person is open (on by default)."""
        self._conversation = on

    def set_before_close(self, prepare: Callable[[Callable[[], None]], None] | None) -> None:
        """What must happen before the window closes (the backup); it is handed what to call when it is done."""
        self._before_close = prepare

    def blank(self) -> None:
        """Hide everything at once and forget it: pages, way back, names, notices, title. Drafts are kept first."""
        self._keep()
        self._notices.detach()
        self.notice_bar.clear()
        self.palette_box.close_box()
        self.menus.menu.close()
        if self._errors is not None and isValid(self._errors):
            self._errors.close()
        self._layers.setCurrentIndex(1)
        self.pages.clear()
        self.top_bar.clear()
        for name in self.navigation.entries:
            self.navigation.set_count(name, 0)
        self.menus.set_active(False)
        self.setWindowTitle(PROGRAM)

    def show_bug(self, report: BugReport) -> None:
        """Say that the program made a mistake; one dialog at a time is enough."""
        if self._errors is None or not isValid(self._errors):
            self._errors = ErrorDialog(report, self._theme, self._texts, self)
            self._errors.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the navigation out where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep drafts and the window's state; then let the root finish its work before the window goes."""
        self._keep()
        prepare, self._before_close = self._before_close, None
        if prepare is None and not self._closing:
            super().closeEvent(event)
            return
        event.ignore()
        if prepare is not None:
            self._closing = True
            prepare(self._go_away)

    def _go_away(self) -> None:
        self._closing = False
        self.close()

    def _assemble(self) -> QWidget:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.pages, 1)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        self._layers.addWidget(desk)
        self._layers.addWidget(QWidget())
        self.setCentralWidget(self._layers)
        return desk

    def _connect(self, background: Background) -> None:
        background.changed.connect(self.pages.receive)
        background.busy.connect(self.top_bar.show_busy)
        background.bug.connect(self.show_bug)
        self.navigation.chosen.connect(self.go)
        self.navigation.lock_wanted.connect(self.lock_wanted)
        self.top_bar.search_wanted.connect(self._find)
        self.top_bar.menu_wanted.connect(self.menus.popup)
        self.top_bar.identity_wanted.connect(self.identity_wanted)
        self.pages.shown.connect(self._name_page)
        self.pages.retitled.connect(self._name_page)
        self.pages.badge.connect(self.navigation.set_count)
        self._theme.changed.connect(self._fit)
        self._theme.scaled.connect(self._show_focus, Qt.ConnectionType.QueuedConnection)  # after the layouts

    def _commands(self) -> list[Binding]:
        step, can = self.pages.step, self.pages.can_step
        return [
            Binding(keys.FIND, self._find),
            Binding(keys.BACK, partial(step, -1), partial(can, -1)),
            Binding(keys.FORWARD, partial(step, 1), partial(can, 1)),
            Binding(keys.REFRESH, self.pages.refresh),
            Binding(keys.REGION, self._next_region),
            Binding(keys.MENU, self.menus.popup),
            Binding(keys.LOCK, self.lock_wanted.emit),
            Binding(keys.CLOSE, self.close),
        ]

    def _find(self) -> None:
        page = self.pages.page
        self.palette_box.open(guarded=self._conversation and page is not None and page.person() is not None)

    def _next_region(self) -> None:
        """Navigation, search, page, notice, and round again."""
        page = self.pages.page
        areas: list[tuple[QWidget, QWidget]] = [
            (self.navigation, self.navigation.first_focus()),
            (self.top_bar, self.top_bar.search),
        ]
        if page is not None:
            areas.append((page, page.first_focus() or page))
        if self.notice_bar.isVisible():
            areas.append((self.notice_bar, self.notice_bar.first_focus()))
        focus = self.focusWidget()
        here = [at for at, (area, start) in enumerate(areas) if focus in (area, start) or area.isAncestorOf(focus)]
        areas[(here[0] + 1 if here else 0) % len(areas)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _name_page(self) -> None:
        spec, page = self.pages.spec(), self.pages.page
        if spec is None or page is None:
            return
        self.navigation.mark(spec.within or spec.id)
        self.setWindowTitle(f"{page.title() or self._texts(spec.title)} – {PROGRAM}")

    def _fit(self) -> None:
        self.navigation.set_narrow(self.width() / self._theme.factor < _NARROW_BELOW)

    @Slot()
    def _show_focus(self) -> None:
        """Whoever makes the text larger does not lose their place."""
        focus: QWidget | None = self.focusWidget()
        around = focus
        while focus is not None and around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(focus)
            around = around.parentWidget()

    def _keep(self) -> None:
        self.pages.leave()
        save_window(self, self.pages.visit.page if self.pages.visit else "", self._state)
