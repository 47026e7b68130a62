"""Rechtsstand: every parameter of the law with its version, mark and source; every residence title in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabBar, QVBoxLayout, QWidget

from hin_desktop.errors import Message, Plural
from hin_desktop.services import law
from hin_desktop.services.law import LawOnFile
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.ui.clients.filter_bar import NameField
from hin_desktop.ui.law.entries import rule_entries, title_entries
from hin_desktop.ui.law.law_list import LawEntry, LawList
from hin_desktop.ui.law.lost_card import LostCard
from hin_desktop.ui.law.panes import Panes
from hin_desktop.ui.law.rule_card import RuleCard
from hin_desktop.ui.law.title_card import TitleCard
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.commands import Binding, Command, Group, Where
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.widgets.check_box import CheckBox
from hin_desktop.ui.widgets.kit import Kit
from hin_desktop.ui.widgets.page_parts import PageHeader

FIND = Command("law.find", Message("Find a rule"), "search", "Ctrl+F", Group.EDIT, Where.PAGE)
ONLY = Command("law.to_check", Message("Only what is to be checked"), "circle-question-mark", "", Group.VIEW,
               Where.PAGE)
RULES, TITLES = 0, 1


@dataclass(frozen=True, slots=True)
class LawRead:
    """The law of the desk, and the rows of the lists made of it."""

    law: LawOnFile
    rules: tuple[LawEntry, ...]
    titles: tuple[LawEntry, ...]


def read_law(desk: OpenDesk, kit: Kit) -> LawRead:
    """Read and prepare everything beside the window."""
    found = law.on_file(desk)
    return LawRead(found, rule_entries(found.book, kit, desk.catalogues), title_entries(desk.catalogues, kit.texts))


class LawPage(Page):
    """A list that narrows while one types, and beside it the rule or title that is looked at."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        kit, texts = place.kit, place.kit.texts
        self._read: LawRead | None = None
        self._wanted: tuple[str, int | None] = ("", None)
        self.header = PageHeader(kit, texts("State of the law"), " ")
        self.search = NameField(placeholderText=texts("Search: a word, a paragraph, a value …"))
        self.search.setAccessibleName(texts("Search the law"))
        self.search.setClearButtonEnabled(False)
        self.only = CheckBox(kit, texts("Only what is to be checked"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(texts("Rules or titles"))
        self.lists = (LawList(kit, texts("Rules of the law")), LawList(kit, texts("Residence titles")))
        self.rule, self.title_card, self.lost = RuleCard(place), TitleCard(kit), LostCard(place)
        self.panes = Panes(kit, self.lists, (self.rule, self.title_card))
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.onwards.connect(self._to_list)
        self.only.toggled.connect(self._narrow)
        self.tabs.currentChanged.connect(self.panes.show_part)
        self.lists[RULES].chosen.connect(self._show_rule)
        self.lists[TITLES].chosen.connect(self._show_title)
        for each in self.lists:
            each.activated.connect(self._bring_detail)
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
        desk, kit = self._place.desk, self._place.kit
        self._place.background.query("law", lambda _: read_law(desk, kit), self._show, self, self._place.notices.fault)

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

    @Slot()
    def _to_list(self) -> None:
        self.lists[self.tabs.currentIndex()].setFocus(Qt.FocusReason.TabFocusReason)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show(self, read: LawRead) -> None:
        if self._read != read:
            self._read = read
            self.header.show_texts(self.header.title.text(), self._count(read))
            for rows, entries in zip(self.lists, (read.rules, read.titles), strict=True):
                rows.fill(entries)
            self.lost.show_rows(read.law.own)
            self._narrow()
            self._show_rule(self.lists[RULES].current)
        self._go_to_wanted()

    def _count(self, read: LawRead) -> str:
        texts, to_check = self._place.kit.texts, sum(entry.to_check for entry in read.rules)
        parts = (Plural("{n} parameter", "{n} parameters", len(read.rules)), Message("{n} to be checked", n=to_check),
                 Plural("{n} own row", "{n} own rows", len(read.law.own)))
        return " · ".join(texts(part) for part in parts)

    def _go_to_wanted(self) -> None:
        """What somebody asked for: seen in spite of the search."""
        (key, record), self._wanted = self._wanted, ("", None)
        if key in self.lists[RULES].entries:
            self.tabs.setCurrentIndex(RULES)
            self.search.clear()
            self.only.setChecked(False)
            self.lists[RULES].go_to(key)
            if record is not None:
                self.rule.resume(record)

    @Slot()
    def _narrow(self) -> None:
        for each in self.lists:
            each.narrow(self.search.text(), only_to_check=self.only.isChecked())
        self.panes.show_part(self.tabs.currentIndex())

    @Slot(str)
    def _show_rule(self, key: str) -> None:
        if key and self._read is not None:
            if key != self.rule.key:
                self.panes.to_top()
            self.rule.show_rule(self._read.law, key)

    @Slot(str)
    def _show_title(self, code: str) -> None:
        title = self._place.desk.catalogues.residence_titles.find(code)
        if title is not None:
            self.title_card.show_title(title)
            self.panes.to_top()

    @Slot()
    def _bring_detail(self) -> None:
        """Enter on a row: below the list, its card is scrolled into sight."""
        self._scroll.ensureWidgetVisible(self.panes.detail)

    @Slot()
    def _bring_form(self) -> None:
        self.panes.bring(self.rule.form)
        self._bring_detail()

    def _arrange(self) -> None:
        px, texts = self._place.kit.theme.px, self._place.kit.texts
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (texts("Rules of the law"), texts("Residence titles")):
            self.tabs.addTab(words)
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
        for widget in (self.lost, self.tabs):
            whole.addWidget(widget)
        whole.addWidget(self.panes, 1)
        self.lost.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
