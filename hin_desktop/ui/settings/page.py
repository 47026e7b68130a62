"""Einstellungen: whatever can be set, one card a subject. Everything is kept at once and can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hin_desktop.services import organisations, settings, users
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.organisations import OrganisationRow
from hin_desktop.services.users import UserRow
from hin_desktop.ui.settings.access_card import AccessCard
from hin_desktop.ui.settings.organisation_card import OrganisationCard
from hin_desktop.ui.settings.people_card import PeopleCard
from hin_desktop.ui.settings.switches_card import Apply, SwitchesCard
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.unlock.ground import Ground
from hin_desktop.ui.widgets.page_parts import PageHeader, SectionGrid

_TABLES = frozenset({"organisation", "user", "setting"})
LOOKS = ("theme", "text_size", "language", "gender_style")
WORK = ("conversation_view", "idle_minutes")


@dataclass(frozen=True, slots=True)
class _Read:
    values: dict[str, str | int]
    organisation: OrganisationRow
    logo: bytes | None
    people: tuple[UserRow, ...]


class SettingsPage(Page):
    """`apply(key, value)` lets a setting take effect in the whole window at once."""

    def __init__(self, place: Workplace, apply: Apply) -> None:
        super().__init__()
        self._place = place
        texts = place.kit.texts
        rest = [spec.key for spec in settings.SPECS if spec.key not in (*LOOKS, *WORK)]
        self.organisation = OrganisationCard(place)
        self.people = PeopleCard(place)
        self.access = AccessCard(place)
        self.switches = (
            SwitchesCard(place, texts("Appearance & language"), LOOKS, apply),
            SwitchesCard(place, texts("At the desk"), WORK, apply),
            SwitchesCard(place, texts("Rules of the organisation"), rest, apply),
        )
        for card in (self.organisation, self.people, self.access, *self.switches):
            card.stale.connect(self.refresh)
        self._arrange()

    def open(self, **target: object) -> None:
        """Read everything anew."""
        self.refresh()

    def refresh(self) -> None:
        """Read what is shown; open forms stay."""
        desk = self._place.desk
        self._place.background.query("settings", lambda _: _read(desk), self._show, self)

    def cares(self, changes: Sequence[ChangeLike]) -> bool:
        """Settings, the organisation, colleagues."""
        return any(change.kind in _TABLES for change in changes)

    def leave(self) -> None:
        """Keep what was typed."""
        for card in self.switches:
            card.flush()
        self.organisation.keep()
        self.people.keep()

    def first_focus(self) -> QWidget | None:
        """The first thing to do."""
        return self.organisation.edit_button

    def _show(self, read: _Read) -> None:
        self.organisation.show_organisation(read.organisation, read.logo)
        self.people.show_people(read.people)
        for card in self.switches:
            card.show_values(read.values)

    def _arrange(self) -> None:
        kit, px = self._place.kit, self._place.kit.theme.px
        header = PageHeader(
            kit, kit.texts("Settings"), kit.texts("Every change is kept at once and can be taken back.")
        )
        looks, work, rules = self.switches
        grid = SectionGrid(kit)
        for column, cards in (
            (grid.left, (self.organisation, self.people, self.access)),
            (grid.right, (looks, work, rules)),
        ):
            for card in cards:
                column.addWidget(card)
        ground = Ground()
        ground.setProperty("page", True)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(px(24), px(4), px(24), px(24))
        inside.addWidget(grid)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(10), px(24), px(10))
        top.addWidget(header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(scroll, 1)


def _read(desk: OpenDesk) -> _Read:
    organisation = organisations.get(desk)
    logo = organisations.logo(desk, organisation)
    return _Read(settings.values(desk), organisation, logo, users.everybody(desk))
