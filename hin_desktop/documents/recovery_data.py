"""What stands on a recovery sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hin_desktop.documents.letterhead import Letterhead


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What is printed. `groups` are the groups of the code as they are typed; the last one is the check group."""

    organisation: Letterhead
    desk_name: str
    groups: tuple[str, ...]
    printed_on: date
