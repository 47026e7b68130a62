"""A person's file on the screen: header, unfinished forms, path with its panel, tabs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hin_desktop.domain.pathway import RecordRef, StationKey
from hin_desktop.services.drafts import DraftKey
from hin_desktop.ui.person.draft_bar import DraftBar
from hin_desktop.ui.person.evidence_tab import EvidenceTab
from hin_desktop.ui.person.family_tab import FamilyTab
from hin_desktop.ui.person.header import PersonHeader
from hin_desktop.ui.person.history_tab import HistoryTab
from hin_desktop.ui.person.letters_tab import LettersTab
from hin_desktop.ui.person.open_person import OpenPerson, PersonFile
from hin_desktop.ui.person.overview_tab import OverviewTab
from hin_desktop.ui.person.places import FORM_NAMES, OVERVIEW, STATION_FORM, TAB_OF_STATION, TABS, tab_of, tab_of_form
from hin_desktop.ui.person.post_tab import PostTab
from hin_desktop.ui.person.preview import AskPath
from hin_desktop.ui.person.prospects_tab import ProspectsTab
from hin_desktop.ui.person.record_form import RecordForm
from hin_desktop.ui.person.residence_tab import ResidenceTab
from hin_desktop.ui.person.station_panel import StationPanel
from hin_desktop.ui.person.tab import PersonTab
from hin_desktop.ui.person.talks_tab import TalksTab
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.path_view import PathView
from hin_desktop.ui.widgets.tabs import Tabs


class Content(QWidget):
    """What is scrolled: as high as its width makes it. Wrapped texts would otherwise ask for the height of a column."""

    def minimumSizeHint(self) -> QSize:
        """As wide as needed; the height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)


class FileView(QScrollArea):
    """Everything of the person that is open; the widgets stay when another one comes."""

    def __init__(self, person: OpenPerson, ask: AskPath) -> None:
        super().__init__()
        self.person = person
        kit = person.kit
        self._stale: set[str] = set()
        self._drawn: object = None
        self._painted = Event()  # what is shown has been painted
        self.header = PersonHeader(person)
        self.drafts = DraftBar(person, {name: kit.texts(title) for name, title in FORM_NAMES.items()})
        self.path = PathView(kit)
        self.panel = StationPanel(person)
        self.tabs = Tabs(kit, kit.texts("Parts of the file"))
        builders: dict[str, Callable[[], PersonTab]] = {
            "overview": partial(OverviewTab, person),
            "talks": partial(TalksTab, person),
            "residence": partial(ResidenceTab, person),
            "prospects": partial(ProspectsTab, person),
            "evidence": partial(EvidenceTab, person),
            "post": partial(PostTab, person),
            "family": partial(FamilyTab, person),
            "letters": partial(LettersTab, person, ask),
            "history": partial(HistoryTab, person),
        }
        for key, title in TABS.items():
            self.tabs.add(key, kit.texts(title), builders[key])
        self._lay_out()
        self.tabs.shown.connect(self._tab_shown)
        self.path.activated.connect(self.show_station)
        person.wanted.connect(self.show_record)
        person.look_at.connect(self._bring_later)
        self.drafts.resume.connect(self._resume)
        person.drafts_changed.connect(self._show_drafts)
        person.prospects_read.connect(self._law_said)

    def _lay_out(self) -> None:
        px = self.person.kit.theme.px
        self.content = Content()
        self.content.setProperty("page", True)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(px(24), px(10), px(24), px(24))
        column.setSpacing(px(14))
        path_card = Card(self.person.kit)
        path_card.body.addWidget(self.path)
        for widget in (self.header, self.drafts, path_card, self.panel, self.tabs):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.content)

    @property
    def current(self) -> PersonTab | None:
        """The tab on the screen."""
        return self._tab(self.tabs.current)

    def forms(self) -> list[RecordForm]:  # type: ignore[type-arg]  # forms of any kind of record
        """Every form of the page, open or not."""
        return [form for form in self.person.forms if isinstance(form, RecordForm)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note when everything in here is painted: at the next turn of the event loop."""
        super().paintEvent(event)
        if not self._painted.is_set():
            QTimer.singleShot(0, self._painted.set)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel of a station from wherever the keyboard went with it."""
        if event.key() == Qt.Key.Key_Escape and self.panel.key is not None:
            self.panel.dismiss()
        else:
            super().keyPressEvent(event)

    def close_forms(self) -> None:
        """Take all forms away before another person comes; what was typed is kept."""
        for form in self.forms():
            form.close_quietly()
        self.panel.dismiss()

    def show_file(self, file: PersonFile, tab: str, ref: RecordRef | None, *, opened: bool) -> None:
        """Show what was read: in a tab ('' for the present one) and there a record, if one is wanted."""
        another = file.overview.client.id != self.person.id
        built = {key: page for key in TABS if (page := self._tab(key)) is not None}
        if another:
            for page in built.values():
                page.forget()
            self.verticalScrollBar().setValue(0)
        self.person.show_file(file, opened=opened)
        self.header.show_person()
        self._draw_path()
        self.panel.refresh(self.person.stations)
        wanted = tab or (OVERVIEW if another or not self.tabs.current else "")
        self._stale = set(built) - {wanted or self.tabs.current}  # the tab left behind too: it shows the one before
        if wanted:
            self.tabs.show_tab(wanted)
        if self.current is not None:
            self.current.show_person()
            self._find(ref)
        self._show_drafts()
        self._painted.clear()
        self.viewport().update()
        self.person.ask_the_law(self._painted)

    @Slot()
    def _law_said(self) -> None:
        """The stations that only the law answers."""
        self._draw_path()
        self.panel.refresh(self.person.stations)

    def _find(self, ref: RecordRef | None) -> None:
        """Go to a record; where its form was begun, bring it back (id 0: a new one)."""
        if ref is None or self.current is None:
            return
        draft = DraftKey(ref.kind, self.person.id, ref.id or None)
        if draft in self.person.drafts:
            self._resume(draft)
        else:
            self.current.focus_record(ref)

    def show_tab(self, key: str) -> PersonTab | None:
        """Show a tab with the keyboard in it; it has at least half of the page, with large text too."""
        if self.tabs.mapTo(self.viewport(), QPoint(0, 0)).y() > self.viewport().height() / 2:
            self._bring_later(self.tabs)
        self.tabs.show_tab(key)
        tab = self.current
        focus = tab.first_focus() if tab is not None else None
        if focus is not None:
            focus.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return tab

    @Slot(str, object)
    def show_record(self, key: str, ref: RecordRef | None) -> None:
        """Show a tab and in it a record."""
        tab = self.show_tab(key)
        if tab is not None and ref is not None:
            tab.focus_record(ref)

    @Slot(StationKey)
    def show_station(self, key: StationKey) -> None:
        """Say what is known of a station, and open the records behind it."""
        station = next(station for station in self.person.stations if station.key is key)
        ref = next((ref for ref in station.records if ref.kind != STATION_FORM), None)
        self.tabs.show_tab(tab_of(ref) or TAB_OF_STATION[key])
        if self.current is not None and ref is not None:
            self.current.focus_record(ref)
        self.panel.show_station(station)

    def _draw_path(self) -> None:
        """The path again, if it is another one."""
        stations = self.person.stations
        if stations != self._drawn:
            self._drawn = stations
            self.path.set_stations(stations)

    def _tab(self, key: str) -> PersonTab | None:
        page = self.tabs.page(key)
        return page if isinstance(page, PersonTab) else None

    @Slot(str)
    def _tab_shown(self, key: str) -> None:
        """A tab that was built just now, or has missed some news."""
        tab = self._tab(key)
        if tab is not None and (key in self._stale or not tab.filled):
            self._stale.discard(key)
            tab.filled = True
            tab.show_person()

    @Slot(QWidget)
    def _bring_later(self, widget: QWidget) -> None:
        QTimer.singleShot(0, widget, partial(self._bring, widget))

    def _bring(self, widget: QWidget) -> None:
        """Scroll as little as needed; of what is higher than the page, show the beginning."""
        layout = self.content.layout()
        if layout is not None:
            layout.activate()
        margin = self.person.kit.theme.px(24)
        top = widget.mapTo(self.content, QPoint(0, 0)).y() - margin
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or widget.height() + 2 * margin > room:
            bar.setValue(top)
        elif top + widget.height() + 2 * margin > bar.value() + room:
            bar.setValue(top + widget.height() + 2 * margin - room)

    @Slot(object)
    def _resume(self, key: DraftKey) -> None:
        """Open the form to which a draft belongs."""
        kind, _, station = key.form.partition(" ")
        if kind == STATION_FORM:
            self.show_station(StationKey(station))
            self.panel.edit()
            return
        tab = self.show_tab(tab_of_form(key.form))
        if tab is not None:
            tab.resume(key)
        self._show_drafts()

    @Slot()
    def _show_drafts(self) -> None:
        """The unfinished forms that are not open."""
        self.drafts.show_drafts(frozenset(form.key for form in self.forms() if form.key is not None))
