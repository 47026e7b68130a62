"""What every page of the window is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hin_desktop.errors import Message
from hin_desktop.ui.shell.broadcast import ChangeLike
from hin_desktop.ui.shell.commands import Binding


class Page(QWidget):
    """A page: built when first opened, kept, told when to look again and when to keep its drafts."""

    title_changed = Signal()
    """`title` gives something else now."""
    badge_changed = Signal(int)
    """How many things wait on this page, for the navigation; 0 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)

    def title(self) -> str:
        """What stands in the title of the window while this page is shown; '' for the name in the navigation."""
        return ""

    def open(self, **target: object) -> None:
        """Show this (a person: `client_id`, perhaps `tab` and `record`); called each time the page comes up."""

    def refresh(self) -> None:
        """Read again what is shown; scroll position, selection and open forms stay."""

    def cares(self, changes: Sequence[ChangeLike]) -> bool:
        """Whether these changes touch what the page shows; then it is refreshed, at the latest when it comes up."""
        return False

    def commands(self) -> Sequence[Binding]:
        """What can be done on this page."""
        return ()

    def leave(self) -> None:
        """The page goes out of sight, or the desk is being locked: keep what was typed as a draft."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the page comes up; None leaves it to the order of the fields."""
        return None

    def person(self) -> int | None:
        """The person whom this page shows; while there is one, nobody else's name comes up unasked."""
        return None


class Place(StrEnum):
    """Where in the navigation a page stands."""

    TOP = "top"
    BOTTOM = "bottom"
    HIDDEN = "hidden"  # reached from other pages


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page before it is built. `within` is the page that is marked in the navigation while a hidden one is shown."""

    id: str
    title: Message
    icon: str
    build: Callable[[], Page]
    place: Place = Place.TOP
    within: str = ""
    shortcut: str = ""
