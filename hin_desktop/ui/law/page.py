"""Rechtsstand: every parameter of the law with its version, mark and source; every residence title in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from hin_desktop.errors import Message, Plural
from hin_desktop.services import law
from hin_desktop.services.law import LawOnFile
from hin_desktop.ui.clients.filter_bar import NameField
from hin_desktop.ui.law.entries import rule_entries, title_entries
from hin_desktop.ui.law.law_list import LawList
from hin_desktop.ui.law.lost_card import LostCard
from hin_desktop.ui.law.rule_card import RuleCard
from hin_desktop.ui.law.title_card import TitleCard
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.commands import Binding, Command, Group, Where
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.check_box import CheckBox
from hin_desktop.ui.widgets.page_parts import PageHeader
from hin_desktop.ui.widgets.parts import label

FIND = Command("law.find", Message("Find a rule"), "search", "Ctrl+F", Group.EDIT, Where.PAGE)
ONLY = Command("law.to_check", Message("Only what is to be checked"), "circle-question-mark", "", Group.VIEW,
               Where.PAGE)
RULES, TITLES = 0, 1
NARROW = 864  # pixels at normal text size, as in SectionGrid
LIST_HEIGHT, DETAIL_HEIGHT = 180, 240  # at least


class LawPage(Page):
    """A list that narrows while one types, and beside it the rule or title that is looked at."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        kit, texts = place.kit, place.kit.texts
        self._law: LawOnFile | None = None
        self._wanted: tuple[str, int | None] = ("", None)
        self.header = PageHeader(kit, texts("State of the law"), " ")
        self.search = NameField(placeholderText=texts("Search: a word, a paragraph, a value …"))
        self.search.setAccessibleName(texts("Search the law"))
        self.search.setClearButtonEnabled(False)
        self.only = CheckBox(kit, texts("Only what is to be checked"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(texts("Rules or titles"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.lists = (LawList(kit, texts("Rules of the law")), LawList(kit, texts("Residence titles")))
        self.nothing = label(texts("Nothing holds these words."), tone="muted", wrap=True)
        self.rule, self.title_card, self.lost = RuleCard(place), TitleCard(kit), LostCard(place)
        self.lost.hide()
        self.detail = QScrollArea()
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.onwards.connect(self._to_list)
        self.only.toggled.connect(self._narrow)
        self.tabs.currentChanged.connect(self._change_tab)
        self.lists[RULES].chosen.connect(self._show_rule)
        self.lists[TITLES].chosen.connect(self._show_title)
        for each in self.lists:
            each.itemActivated.connect(self._bring_detail)
        self.rule.form_opened.connect(self._bring_form)
        for card in (self.rule, self.lost):
            card.stale.connect(self.refresh)

    def open(self, **target: object) -> None:
        """Show everything, or a `rule` by its key; with `record` the form of an own row (0: a new one)."""
        rule, record = target.get("rule"), target.get("record")
        self._wanted = (str(rule or ""), record if isinstance(record, int) else None)
        self.refresh()

    def refresh(self) -> None:
        """Read the law anew; search, place and open forms stay."""
        desk = self._place.desk
        self._place.background.query("law", lambda _: law.on_file(desk), self._show, self, self._place.notices.fault)

    def cares(self, changes: Sequence[ChangeLike]) -> bool:
        """Own rows of the law."""
        return any(change.kind == "law_version" for change in changes)

    def leave(self) -> None:
        """Keep what was typed."""
        self.rule.leave()

    def first_focus(self) -> QWidget | None:
        """The search."""
        return self.search

    def commands(self) -> Sequence[Binding]:
        """Finding, and the switch."""
        return (Binding(FIND, self._find), Binding(ONLY, self.only.toggle))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is looked at stands beside the list, or below it."""
        super().resizeEvent(event)
        narrow = self.width() < self._place.kit.theme.px(NARROW)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    @property
    def _list(self) -> LawList:
        return self.lists[self.tabs.currentIndex()]

    @Slot()
    def _to_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show(self, found: LawOnFile) -> None:
        self._law = found
        kit, catalogues = self._place.kit, self._place.desk.catalogues
        entries = rule_entries(found.book, kit, catalogues)
        self.lists[RULES].fill(entries)
        self.lists[TITLES].fill(title_entries(catalogues, kit.texts))
        self._count(found, len(entries), sum(entry.to_check for entry in entries))
        self.lost.show_rows(found.own)
        self._narrow()
        self._go_to_wanted()
        self._show_rule(self.lists[RULES].current)

    def _count(self, found: LawOnFile, rules: int, to_check: int) -> None:
        texts = self._place.kit.texts
        parts = (Plural("{n} parameter", "{n} parameters", rules), Message("{n} to be checked", n=to_check),
                 Plural("{n} own row", "{n} own rows", len(found.own)))
        self.header.show_texts(texts("State of the law"), " · ".join(texts(part) for part in parts))

    def _go_to_wanted(self) -> None:
        """What somebody asked for: seen in spite of the search."""
        (key, record), self._wanted = self._wanted, ("", None)
        if key in self.lists[RULES].entries:
            self.tabs.setCurrentIndex(RULES)
            self.search.clear()
            self.only.setChecked(False)
            self.lists[RULES].go_to(key)
            self._show_rule(key)
            if record is not None:
                self.rule.resume(record)

    @Slot()
    def _narrow(self) -> None:
        for each in self.lists:
            each.narrow(self.search.text(), only_to_check=self.only.isChecked())
        self._show_found()

    @Slot()
    def _change_tab(self) -> None:
        for index, each in enumerate(self.lists):
            each.setVisible(index == self.tabs.currentIndex())
        self._show_found()

    def _show_found(self) -> None:
        """The card of what is looked at, or the sentence that nothing is there."""
        some = bool(self._list.shown)
        self.nothing.setVisible(not some and self._law is not None)
        self.rule.setVisible(some and self.tabs.currentIndex() == RULES)
        self.title_card.setVisible(some and self.tabs.currentIndex() == TITLES)

    @Slot(str)
    def _show_rule(self, key: str) -> None:
        if key and self._law is not None:
            if key != self.rule.key:
                self.detail.verticalScrollBar().setValue(0)
            self.rule.show_rule(self._law, key)

    @Slot(str)
    def _show_title(self, code: str) -> None:
        title = self._place.desk.catalogues.residence_titles.find(code)
        if title is not None:
            self.title_card.show_title(title)
            self.detail.verticalScrollBar().setValue(0)

    @Slot()
    def _bring_detail(self) -> None:
        """Enter on a row: below the list, its card is scrolled into sight."""
        self._scroll.ensureWidgetVisible(self.detail)

    @Slot()
    def _bring_form(self) -> None:
        """A form was opened: as soon as it has its place, it is in sight."""
        QTimer.singleShot(0, self.rule.form, self._see_form)

    def _see_form(self) -> None:
        self.detail.ensureWidgetVisible(self.rule.form)
        self._scroll.ensureWidgetVisible(self.detail)

    def _arrange(self) -> None:
        px = self._place.kit.theme.px
        for words in (self._place.kit.texts("Rules of the law"), self._place.kit.texts("Residence titles")):
            self.tabs.addTab(words)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(px(14))
        self._both.addWidget(self._framed_lists(), 5)
        self._both.addWidget(self._scrolling_detail(), 4)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(px(14))
        narrowing.addWidget(self.search, 1)
        narrowing.addWidget(self.only)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(*(px(side) for side in (24, 10, 24, 24)))
        whole.setSpacing(px(12))
        whole.addWidget(self.header)
        whole.addLayout(narrowing)
        whole.addWidget(self.lost)
        whole.addWidget(self.tabs)
        whole.addLayout(self._both, 1)
        self._scroll = scrolling(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _framed_lists(self) -> Card:
        px, frame = self._place.kit.theme.px, Card(self._place.kit)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        frame.body.setContentsMargins(0, 0, 0, 0)
        for each in self.lists:
            each.setMinimumHeight(px(LIST_HEIGHT))
            frame.body.addWidget(each, 1)
        frame.body.addWidget(self.nothing)
        self.nothing.setContentsMargins(px(8), 0, px(8), 0)
        self.lists[TITLES].hide()
        self.nothing.hide()
        return frame

    def _scrolling_detail(self) -> QScrollArea:
        inside = Tight()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.rule, self.title_card):
            column.addWidget(card)
            card.hide()
        column.addStretch(1)
        self.detail.setProperty("role", "preview")
        self.detail.setWidgetResizable(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setMinimumHeight(self._place.kit.theme.px(DETAIL_HEIGHT))
        self.detail.setAccessibleName(self._place.kit.texts("What is looked at"))
        self.detail.setWidget(inside)
        return self.detail


class Tight(QWidget):
    """What scrolls is as high as its words within the width; wrapped labels would else ask for room they never fill."""

    def minimumSizeHint(self) -> QSize:
        """The width alone."""
        return QSize(super().minimumSizeHint().width(), 0)


def scrolling(content: QWidget) -> QScrollArea:
    """The page in small windows; it takes no focus itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
