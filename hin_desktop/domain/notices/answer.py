"""A letter answered: known on, remedy, last day, what to mind. Pure, so that it can be shown while it is typed.

Nothing is ever guessed: where a fact or a rule is missing there is no day, and the answer says which.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hin_desktop.domain.calendar import DayKind, LegalDay
from hin_desktop.domain.law import Law, LawBook, NoLaw, Rule
from hin_desktop.domain.notices import cautions
from hin_desktop.domain.notices.known_on import counted, known_on
from hin_desktop.domain.notices.notice import (
    POST,
    Applied,
    Delivery,
    Instruction,
    Notice,
    NoticeAnswer,
    NoticeKind,
    Remedy,
)
from hin_desktop.domain.notices.remedy import (
    Route,
    addressee_of,
    computed_day,
    earliest,
    printed_day,
    remedy_of,
    route_of,
)
from hin_desktop.errors import Message

DEADLINE = Message("the deadline as it stands in the letter")
REASONS = "asylg.reasons"
Pair = tuple[Applied | None, Applied | None]
BASIS_OF_POST = {NoticeKind.HEARING: ("vwvfg.hearing", "sgb_x.hearing"), NoticeKind.COOPERATION: ("sgb_i.cooperation",)}


def answer(notice: Notice, book: LawBook, on: date) -> NoticeAnswer:
    """What follows from a letter, by the law of its day, as it stands on `on`."""
    law = _law(book, notice.law_day or on)
    if notice.kind in POST:
        return _of_post(notice, law)
    if notice.instruction is Instruction.MISSING:
        notice = replace(notice, printed_remedy=None, printed_addressee="", printed_term=None, printed_last_day=None)
    route = route_of(notice, law)
    if route is None and notice.kind is NoticeKind.ASYLG:
        return _not_computed(notice)
    return _of_notice(notice, law, route, on)


def _law(book: LawBook, day: date) -> Law:
    """The law of a day; for a day before the earliest version a law without rules."""
    try:
        return book.on(day)
    except NoLaw:
        return Law(day, {})


def _of_post(notice: Notice, law: Law) -> NoticeAnswer:
    """No Bescheid: only the deadline that was typed, never shifted."""
    basis = tuple(rule for key in BASIS_OF_POST.get(notice.kind, ()) if (rule := law.find(key)) is not None)
    typed = _as_typed(notice.deadline)
    return NoticeAnswer(remedy=Remedy.NONE, last=typed, printed=typed, basis=basis,
                        missing=() if typed is not None else (DEADLINE,))  # fmt: skip


def _not_computed(notice: Notice) -> NoticeAnswer:
    """An asylum decision for whose day no time limit is on file: only what the letter prints as its last day."""
    typed = _as_typed(notice.printed_last_day)
    return NoticeAnswer(remedy=notice.printed_remedy, addressee=notice.printed_addressee, last=typed, printed=typed,
                        cautions=(cautions.ASYLUM,))  # fmt: skip


def _of_notice(notice: Notice, law: Law, route: Route | None, on: date) -> NoticeAnswer:
    found = known_on(notice, law)
    known = found if isinstance(found, Applied) else None
    computed, printed = _days(notice, law, route, known)
    last = earliest(computed, printed)
    return NoticeAnswer(
        known_on=known, remedy=remedy_of(notice, route), addressee=addressee_of(notice, route), last=last,
        computed=computed, printed=printed, further=_further(notice, law, route, known),
        rescues=() if route is None else tuple(cautions.rescues(notice, law, route, known, on, last)),
        cautions=(*cautions.of_remedy(notice, law, route), *cautions.of_days(notice, route, found, computed, printed),
                  *cautions.to_be_proven(_without_receipt(notice, law, route), last)),
        missing=(found,) if isinstance(found, Message) else (),
        basis=_basis(law, route))  # fmt: skip


def _days(notice: Notice, law: Law, route: Route | None, known: Applied | None) -> Pair:
    """The last day by the law, and by the letter."""
    computed = None if route is None or known is None else computed_day(notice, law, route, known)
    return computed, printed_day(notice, law, route, known)


def _without_receipt(notice: Notice, law: Law, route: Route | None) -> Applied | None:
    """The last day of an ordinary letter if the day it came could not be proven."""
    if notice.delivery is not Delivery.LETTER:
        return None
    without = replace(notice, received_on=None)
    found = known_on(without, law)
    return earliest(*_days(without, law, route, found)) if isinstance(found, Applied) else None


def _further(notice: Notice, law: Law, route: Route | None, known: Applied | None) -> tuple[Applied, ...]:
    """In the asylum procedure the reasons have a day of their own."""
    if notice.kind is not NoticeKind.ASYLG or route is None or known is None:
        return ()
    return (counted(known.day.day, law.rule(REASONS), law, shift=f"{route.statute}.shift", land=notice.land),)


def _basis(law: Law, route: Route | None) -> tuple[Rule, ...]:
    return () if route is None else (law.rule(route.kinds), law.rule(route.term))


def _as_typed(day: date | None) -> Applied | None:
    return None if day is None else Applied(LegalDay(day, DayKind.LAST), None)
