"""What a counsellor should see beside the answers: contradictory facts, and what ends for everybody with a title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hin_desktop.domain.calendar import back
from hin_desktop.domain.contradictions import Remark, contradictions
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.residence.timeline import timeline
from hin_desktop.errors import Message

TEMPORARY: Final = "AE_24"
TEMPORARY_ENDS: Final = "ukraineaufenthfgv.extension_end"


def remarks(view: LegalView) -> tuple[Remark, ...]:
    """All of them; the codes are those of `hin assess`."""
    return (*contradictions(view), *_temporary_protection(view))


def _temporary_protection(view: LegalView) -> Iterator[Remark]:
    """§ 24: the common end of all titles, from the lead time on."""
    present = timeline(view).on(view.on)
    if present is None or present.title.code != TEMPORARY or view.law.find(TEMPORARY_ENDS) is None:
        return
    ends = view.law.date(TEMPORARY_ENDS)
    if back(ends, view.law.span("practice.lead_temporary")) <= view.on:
        message = Message("Titles under § 24 continue until {date}; what follows is not decided. Look into changing to "
                          "another title.", date=ends)
        yield Remark(f"SECTION24_ENDS_{ends:%Y_%m_%d}", message, present.ref)
