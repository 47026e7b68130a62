"""A new recovery sheet for a desk that is open: the code, and the page to print."""

from __future__ import annotations

from dataclasses import dataclass, field

from hin_desktop.documents import press
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.documents.recovery_data import RecoverySheet
from hin_desktop.services import organisations
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.users import KeySlots
from hin_desktop.texts import Texts


@dataclass(frozen=True, slots=True)
class NewSheet:
    """The code in groups as they are typed back, and its sheet as PDF."""

    code: tuple[str, ...] = field(repr=False)
    pdf: bytes = field(repr=False)


def new_sheet(desk: OpenDesk, slots: KeySlots, texts: Texts) -> NewSheet:
    """Replace the recovery code; the old sheet is worthless from now on. It has to be confirmed once."""
    organisation = organisations.get(desk)
    head = Letterhead(organisation.name, logo=organisations.logo(desk, organisation))
    code = slots.new_recovery_code()
    name = " · ".join(filter(None, (organisation.short_name or organisation.name, organisation.service)))
    return NewSheet(code.groups, press.recovery_sheet(RecoverySheet(head, name, code.groups, desk.today()), texts))
