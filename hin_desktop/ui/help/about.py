"""Über: which version this is, how old it is, and whom it owes what."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hin_desktop import version
from hin_desktop.errors import Message
from hin_desktop.ui.help.licences import Library, Licences, read_licences
from hin_desktop.ui.shell.page import Page
from hin_desktop.ui.shell.workplace import Workplace
from hin_desktop.ui.unlock.brand import Mark
from hin_desktop.ui.unlock.ground import Ground
from hin_desktop.ui.widgets.cards import Card
from hin_desktop.ui.widgets.page_parts import PageHeader
from hin_desktop.ui.widgets.parts import IconLabel, label

OLD_AFTER = 366  # days since the program was built
PARTS = (
    ("HIN Desktop", Message("EUPL-1.2. You may use, study, change and pass it on; what is passed on stays free.")),
    (
        "Qt, PySide6",
        Message(
            "LGPL-3.0, linked dynamically: you may put another version in its place. Sources: "
            "download.qt.io and code.qt.io, PySide6 {version}.",
            version="6.11.3",
        ),
    ),
    ("SQLCipher", Message("BSD-3-Clause, Zetetic LLC. The notice stands below in full.")),
    ("OpenSSL", Message("Apache-2.0. Inside SQLCipher and the library cryptography.")),
    ("Noto Sans", Message("SIL Open Font License 1.1. The text lies beside the fonts.")),
    ("Lucide", Message("Icons under the ISC licence. The text lies beside the icons.")),
)


def is_old(built_on: str, today: date) -> bool:
    """Whether the law may have changed since the program was built."""
    return (today - date.fromisoformat(built_on)).days >= OLD_AFTER


class AboutPage(Page):
    """Read only."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, kit = place, place.kit
        self.libraries = Card(kit, kit.texts("Python libraries"))
        self.libraries.body.addWidget(label(kit.texts("Loading …"), tone="muted"))
        self.notice = Card(kit, kit.texts("SQLCipher: licence"))
        self.notice_text = label("", tone="muted", size="small", wrap=True)
        self.notice.body.addWidget(self.notice_text)
        self._arrange(self._program(), self._parts())
        place.background.query("licences", lambda _: read_licences(), self._show, self)

    def first_focus(self) -> QWidget | None:
        """The page itself, so that the arrow keys move it."""
        return self.area

    def _program(self) -> Card:
        kit = self._place.kit
        card = Card(kit)
        card.body.addWidget(Mark(kit.theme))
        card.body.addWidget(label("HIN Desktop", size="title"))
        built = date.fromisoformat(version.BUILT_ON)
        words = kit.texts("Version {version}, built on {day}", version=version.VERSION, day=built)
        card.body.addWidget(label(words))
        card.body.addWidget(
            label(
                kit.texts("The desk of migration counselling: from arrival to naturalisation"), tone="muted", wrap=True
            )
        )
        self.old = QWidget()
        line = QHBoxLayout(self.old)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(kit.theme.px(8))
        care = kit.texts(
            "This version was built more than 12 months ago ({day}). The law may have changed since: please install "
            "a newer one.",
            day=built,
        )
        line.addWidget(IconLabel(kit, "triangle-alert", "soon"))
        line.addWidget(label(care, tone="soon", wrap=True), 1)
        card.body.addWidget(self.old)
        self.old.setVisible(is_old(version.BUILT_ON, kit.today()))
        return card

    def _parts(self) -> Card:
        kit = self._place.kit
        card = Card(kit, kit.texts("Licences"))
        card.body.addLayout(self._grid([(name, kit.say(words)) for name, words in PARTS]))
        return card

    def _grid(self, pairs: list[tuple[str, str]]) -> QGridLayout:
        px = self._place.kit.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(pairs):
            grid.addWidget(label(name, size="strong"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, tone="muted", wrap=True), row, 1)
        return grid

    def _show(self, read: Licences) -> None:
        self.libraries.clear()
        self.libraries.body.addLayout(self._grid([(_named(each), each.licence) for each in read.libraries]))
        self.notice_text.setText(read.sqlcipher)

    def _arrange(self, *cards: Card) -> None:
        kit, px = self._place.kit, self._place.kit.theme.px
        ground = Ground()
        ground.setProperty("page", True)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(px(24), px(4), px(24), px(24))
        inside.setSpacing(px(14))
        for card in (*cards, self.notice, self.libraries):
            inside.addWidget(card)
        inside.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(kit.texts("About HIN Desktop"))
        self.area.setWidget(ground)
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(10), px(24), px(10))
        top.addWidget(PageHeader(kit, kit.texts("About HIN Desktop")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.area, 1)


def _named(library: Library) -> str:
    return f"{library.name} {library.version}"
