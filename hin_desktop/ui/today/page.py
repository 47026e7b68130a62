"""The page Heute: what waits for the counsellor, who was opened last, and what was begun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QTabBar, QVBoxLayout, QWidget

from hin_desktop.domain.worklist import Tone, WorkKind
from hin_desktop.errors import Message
from hin_desktop.services import drafts, worklist
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.worklist import Today
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.commands import Binding, Command, Group, Where
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.today.acts import TodayActs
from hin_desktop.ui.today.cards import Act, ListCard, WatchCard
from hin_desktop.ui.today.deadline_feed import DeadlineFeed
from hin_desktop.ui.today.words import TodayWords
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.page_parts import EmptyState, PageHeader, SectionGrid

STATE = "today"
INITIALS = Command("today.initials", Message("Shorten names to initials, or show them"), "eye-off", "Ctrl+Shift+I",
                   Group.VIEW, Where.PAGE)  # fmt: skip
SCOPE = Command("today.scope", Message("My cases, or those of all"), "users", "Ctrl+Shift+A", Group.VIEW, Where.PAGE)
OURS = frozenset({"case", "client", "client_nationality", "consultation", "consultation_participant", "notice",
                  "law_version", "setting", "organisation", "residence_period", "absence", "identity_document",
                  "asylum_procedure", "benefit", "course_entitlement", "milestone", "relation", "legal_sheet",
                  })  # fmt: skip
FEW = 4  # lines of what only tells something


@dataclass(frozen=True, slots=True)
class View:
    """What was read at once for the page."""

    mine: bool
    initials: bool
    now: datetime
    on: date
    today: Today


def read(desk: OpenDesk, mine: bool | None, initials: bool | None) -> View:
    """Read the page; None: as it was left the last time."""
    kept = drafts.load_state(desk, STATE) if mine is None else None
    state = kept if isinstance(kept, dict) else {}
    mine = state.get("mine", True) is True if mine is None else mine
    initials = state.get("initials", False) is True if initials is None else initials
    on = desk.today()
    return View(mine, initials, desk.now().astimezone(), on, worklist.today(desk, on, mine_only=mine))


class TodayPage(Page):
    """Everything on it opens with Enter."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.place = workplace
        self._mine: bool | None = None
        self._initials: bool | None = None
        self.view: View | None = None
        kit, texts = workplace.kit, workplace.kit.texts
        self.words = TodayWords(texts, workplace.desk.catalogues)
        self.acts = TodayActs(workplace, self)
        self.acts.stale.connect(self.refresh)
        self.feed = DeadlineFeed(workplace, self)
        self.feed.came.connect(self._show_deadlines)
        self.header = PageHeader(kit, "", " ")
        self.scope = QTabBar()
        self.steps = ListCard(kit, texts("Agreed steps"), self.words.step, self.acts.open_item,
                              [Act("check", Message("Tick off"), self.acts.tick_off)])  # fmt: skip
        self.letters = ListCard(kit, texts("Post & deadlines"), self.words.letter, self.acts.open_item)
        self.deadlines = ListCard(kit, texts("Deadlines & times"), self.words.deadline, self.acts.open_deadline)
        self.reached = ListCard(kit, texts("Time reached"), self.words.deadline, self.acts.open_deadline, first=FEW)
        self.watch = WatchCard(kit, texts("Keep in view"), self.words.silence, self.acts.open_item)
        self.recent = ListCard(kit, texts("Opened last"), self.words.recent, self.acts.open_person)
        self.begun = ListCard(kit, texts("Forms begun"), self.words.begun, self.acts.go_on,
                              [Act("trash-2", Message("Discard draft"), self.acts.discard)])  # fmt: skip
        self.nothing = EmptyState(
            kit, "sun", texts("Nothing waits. Take in the first person, or look at the cases of all."),
            texts("New person"), "user-plus")  # fmt: skip
        self._build_header()
        self._lay_out()

    def _build_header(self) -> None:
        texts = self.place.kit.texts
        find = self.header.add_button(texts("Find a person"), "search")
        find.clicked.connect(self.acts.find_person)
        self.new = self.header.add_button(texts("New person"), "user-plus", primary=True)
        self.new.clicked.connect(self.acts.new_person)
        self.nothing.button.clicked.connect(self.acts.new_person)
        self.scope.setDrawBase(False)
        self.scope.setExpanding(False)
        self.scope.setAccessibleName(texts("Whose cases"))
        self.scope.addTab(texts("My cases"))
        self.scope.addTab(texts("All"))
        self.scope.currentChanged.connect(self._choose_scope)

    def _lay_out(self) -> None:
        px = self.place.kit.theme.px
        grid = SectionGrid(self.place.kit)
        left: tuple[Card, ...] = (self.letters, self.steps, self.deadlines)
        right: tuple[Card, ...] = (self.watch, self.recent, self.begun, self.reached)
        for column, cards in ((grid.left, left), (grid.right, right)):
            for card in cards:
                column.addWidget(card)
                card.hide()
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(px(24), px(12), px(24), px(24))
        whole.setSpacing(px(14))
        for widget in (self.header, self.scope, self.nothing, grid):
            whole.addWidget(widget)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(_scrolling(content))
        self.nothing.hide()

    def open(self, **target: object) -> None:
        """Show the day as it is now."""
        self.refresh()

    def refresh(self) -> None:
        """Read what waits; what is shown stays until then."""
        desk, mine, initials = self.place.desk, self._mine, self._initials
        self.place.background.query(
            "today", lambda _: read(desk, mine, initials), self._show, self, self.place.notices.fault
        )

    def cares(self, changes: Sequence[ChangeLike]) -> bool:
        """Whether anything has changed that waits, or that a deadline follows from."""
        return any(change.kind in OURS for change in changes)

    def commands(self) -> Sequence[Binding]:
        """Initials, and whose cases."""
        return (Binding(INITIALS, self._turn_names), Binding(SCOPE, self._turn_scope))

    def first_focus(self) -> QWidget | None:
        """The most urgent letter or step, else the next likely act."""
        return next(iter((*self.letters.rows, *self.steps.rows, *self.deadlines.rows)), self.new)

    def _show(self, view: View) -> None:
        texts, today, before = self.place.kit.texts, view.today, self.view
        self.view, self._mine, self._initials = view, view.mine, view.initials
        self.words.initials, self.words.on = view.initials, view.on
        with QSignalBlocker(self.scope):
            self.scope.setCurrentIndex(0 if view.mine else 1)
        greeting = self.words.greeting(view.now.hour, self.place.desk.actor.display_name)
        self.header.show_texts(greeting, self.words.day_line(view.on, today.items))
        kinds = {kind: [item for item in today.items if item.kind is kind] for kind in WorkKind}
        self.steps.show_items(kinds[WorkKind.NEXT_STEP], texts("No agreed step is open."))
        self.letters.show_items(kinds[WorkKind.NOTICE], "")
        self.watch.show_items(kinds[WorkKind.CONTACT], texts(
            "Everybody with an open case was heard of within {n} weeks.", n=today.limits.silent_weeks))  # fmt: skip
        self.recent.show_items(today.recent, "")
        self.begun.show_items(today.begun, "")
        empty = not (today.items or today.recent or today.begun or today.people)
        shown: dict[QWidget, bool] = {
            self.steps: not empty, self.deadlines: not empty, self.watch: not empty, self.nothing: empty,
            self.letters: bool(kinds[WorkKind.NOTICE]), self.recent: bool(today.recent),
            self.begun: bool(today.begun)}  # fmt: skip
        for widget, visible in shown.items():
            widget.setVisible(visible)
        pressing = (*kinds[WorkKind.NOTICE], *kinds[WorkKind.NEXT_STEP])
        self.badge_changed.emit(sum(item.tone is Tone.OVERDUE for item in pressing))
        same = before is not None and (before.mine, before.on) == (view.mine, view.on)
        self.feed.start(today.people, view.on, afresh=not same)

    @Slot()
    def _show_deadlines(self) -> None:
        """What is known of the deadlines by now."""
        texts, feed = self.place.kit.texts, self.feed
        reached = [row for row in feed.rows if row.deadline.information]
        reading = feed.done < feed.total
        self.deadlines.set_hint(texts("{n} of {total} cases read", n=feed.done, total=feed.total) if reading else "")
        self.deadlines.show_items([row for row in feed.rows if not row.deadline.information],
                                  "" if reading else texts("Nothing runs out in the open cases."))
        self.reached.show_items(reached, "")
        self.reached.setVisible(bool(reached))

    def _turn_names(self) -> None:
        self._initials = not self._initials
        self._remember()

    def _turn_scope(self) -> None:
        self.scope.setCurrentIndex(1 - self.scope.currentIndex())

    @Slot(int)
    def _choose_scope(self, index: int) -> None:
        self._mine = index == 0
        self._remember()

    def _remember(self) -> None:
        desk, state = self.place.desk, {"mine": self._mine is not False, "initials": self._initials is True}
        self.acts.quietly(lambda: drafts.save_state(desk, STATE, state))
        self.refresh()


def _scrolling(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(content)
    return scroll
