"""What every page works with: handed to it in its constructor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.users import KeySlots
from hin_desktop.ui.shell.background import Background
from hin_desktop.ui.shell.commands import CommandRegistry
from hin_desktop.ui.shell.notices import Notices
from hin_desktop.ui.widgets.kit import Kit


class Navigator(Protocol):
    """Opens pages: by their id, with what they are to show (a person: `client_id`, perhaps `tab` and `record`)."""

    def go(self, page: str, **target: object) -> None:
        """Show a page; the present one leaves first and keeps its drafts."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Look and language, the open desk with its key slots, work beside the window, notices, commands, navigation."""

    kit: Kit
    desk: OpenDesk
    slots: KeySlots
    background: Background
    notices: Notices
    registry: CommandRegistry
    navigator: Navigator

    @property
    def language(self) -> str:
        """The language of the window, for catalogue labels."""
        return self.kit.texts.language
