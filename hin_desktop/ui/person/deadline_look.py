"""A deadline as a row: what is to be done, why and by which rule, and how far away it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from hin_desktop.domain import deadline_words
from hin_desktop.domain.deadline import Deadline, DeadlineKind
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.worklist import Tone
from hin_desktop.services.worklist import SOON_DAYS
from hin_desktop.texts import Texts
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.places import tab_of
from hin_desktop.ui.person.row_card import Look, RowData
from hin_desktop.ui.person.words import joined

LOOKS: Final[Mapping[Tone, tuple[str, str]]] = {
    Tone.OVERDUE: ("circle-alert", "wrong"),
    Tone.SOON: ("clock", "soon"),
    Tone.LATER: ("calendar", "muted"),
}
REACHED: Final = ("flag", "muted")
PROSPECTS: Final = "prospects"


def reason(texts: Texts, deadline: Deadline) -> str:
    """What ends or begins on which day, and the rule."""
    unsure = deadline.rule.to_check and not deadline.basis
    return joined(texts(deadline.explanation).rstrip("."), deadline.citation,
                  texts("to be checked") if unsure else "")


def deadline_row(person: OpenPerson, deadline: Deadline) -> RowData:
    """One deadline of the person who is open; Enter leads to where it comes from."""
    texts, today = person.texts, person.kit.today()
    icon, tone = REACHED if deadline.information else LOOKS[deadline_words.urgency(deadline, today, SOON_DAYS)]
    look = Look(texts(deadline_words.NAMES[deadline.kind]), reason(texts, deadline),
                texts(deadline_words.when(deadline, today)), icon, tone)
    return RowData(_key(deadline), look, partial(person.wanted.emit, *place_of(deadline)))


def _key(deadline: Deadline) -> int:
    """Below zero, for agreed steps in the same card have the ids of their talks; one a kind and record."""
    kinds, record = list(DeadlineKind), deadline.ref.id if deadline.ref is not None else 0
    return ~(record * len(kinds) + kinds.index(deadline.kind))


def place_of(deadline: Deadline) -> tuple[str, RecordRef | None]:
    """Where it leads: to its record, and what only tells something to the whole assessment."""
    if deadline.information or deadline.ref is None:
        return PROSPECTS, None
    return tab_of(deadline.ref), deadline.ref
