"""From when a notice counts as received (Bekanntgabe, Zustellung), by the way it came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from hin_desktop.domain.calendar import DayKind, LegalDay, holiday, last_day, shifted
from hin_desktop.domain.law import Law, Rule
from hin_desktop.domain.notices.notice import Applied, Delivery, Notice, NoticeKind
from hin_desktop.errors import Message

HOW_IT_CAME = Message("how the letter came")
WHEN_POSTED = Message("the day on which it was posted (postmark)")
WHEN_MESSAGE_CAME = Message("the day of the message from the portal")
WHEN_RETRIEVED = Message("the day on which it was retrieved from the portal")
WHEN_SERVED = Message("the day on the yellow envelope")
WHEN_CENTRE_GOT_IT = Message("the day on which the reception centre got it")

Known = Applied | Message | None
"""The day, or the fact that is missing for it, or None where no rule is on file."""

GENERAL, SOCIAL, TAX = "vwvfg", "sgb_x", "ao"


def known_on(notice: Notice, law: Law) -> Known:
    """From when the notice counts as received. Only the tax law moves the fourth day off a weekend."""
    return HOW_IT_CAME if notice.delivery is None else _READERS[notice.delivery](notice, law)


def counted(event: date, rule: Rule, law: Law, *, shift: str, land: str) -> Applied:
    """The last day of a rule's span after an event, shifted off weekends and holidays by the rule of that key."""
    plain = last_day(event, law.span(rule.key))
    return moved(plain, rule, law.rule(shift), land)


def moved(plain: LegalDay, rule: Rule | None, shift: Rule, land: str) -> Applied:
    """The last day of an act, off weekends and holidays of the Land, with what it was moved off."""
    day = shifted(plain, land)
    if day.unshifted is None:
        return Applied(day, rule)
    return Applied(day, rule, shift, holiday(day.unshifted, land))


def _letter(notice: Notice, law: Law) -> Known:
    """The fourth day after posting, or the day it really came, if that is later."""
    statute = _procedure(notice.kind, law)
    fiction = _after_posting(notice, law, f"{statute}.letter", WHEN_POSTED)
    if not isinstance(fiction, Applied):
        return fiction
    if statute == TAX:
        fiction = _first(moved(fiction.day, fiction.rule, law.rule(f"{TAX}.shift"), notice.land))
    later = notice.received_on
    return _on(later, fiction.rule) if later is not None and later > fiction.day.day else fiction


def _registered(notice: Notice, law: Law) -> Known:
    """The day on the return receipt; the fourth day after posting where there is none."""
    rule = law.find("vwzg.receipt")
    if notice.received_on is not None and rule is not None:
        return _on(notice.received_on, rule)
    return _after_posting(notice, law, "vwzg.registered", WHEN_POSTED)


def _served(notice: Notice, law: Law) -> Known:
    """The day on the envelope."""
    rule = law.find("vwzg.served")
    if rule is None:
        return None
    return WHEN_SERVED if notice.received_on is None else _on(notice.received_on, rule)


def _portal(notice: Notice, law: Law) -> Known:
    """Social benefits: the fourth day after the portal's message; others: the day after it was retrieved."""
    statute = _procedure(notice.kind, law)
    if statute == SOCIAL:
        return _after_posting(notice, law, f"{SOCIAL}.portal", WHEN_MESSAGE_CAME)
    retrieved = replace(notice, posted_on=notice.received_on)
    return _after_posting(retrieved, law, f"{statute}.portal", WHEN_RETRIEVED)


def _reception(notice: Notice, law: Law) -> Known:
    """Hand-over, at the latest the fourth day after the reception centre got it."""
    if notice.kind is not NoticeKind.ASYLG:
        return None
    latest = _after_posting(notice, law, "asylg.reception", WHEN_CENTRE_GOT_IT)
    if not isinstance(latest, Applied) or notice.received_on is None:
        return latest
    return _on(min(notice.received_on, latest.day.day), latest.rule)


def _undeliverable(notice: Notice, law: Law) -> Known:
    """The day of posting, although nobody got the letter."""
    rule = law.find("asylg.undeliverable")
    if notice.kind is not NoticeKind.ASYLG or rule is None:
        return None
    return WHEN_POSTED if notice.posted_on is None else _on(notice.posted_on, rule)


_READERS: Mapping[Delivery, Callable[[Notice, Law], Known]] = {
    Delivery.LETTER: _letter,
    Delivery.REGISTERED: _registered,
    Delivery.PZU: _served,
    Delivery.PORTAL: _portal,
    Delivery.RECEPTION: _reception,
    Delivery.UNDELIVERABLE: _undeliverable,
}


def _after_posting(notice: Notice, law: Law, key: str, missing: Message) -> Known:
    rule = law.find(key)
    if rule is None:
        return None
    if notice.posted_on is None:
        return missing
    return _first(Applied(last_day(notice.posted_on, law.span(key)), rule))


def _procedure(kind: NoticeKind, law: Law) -> str:
    """The statute of the procedure: social benefits, Kindergeld, everything else."""
    for statute, kinds in ((SOCIAL, "sgb_x.kinds"), (TAX, "ao.objection_kinds")):
        if law.find(kinds) is not None and kind in law.codes(kinds):
            return statute
    return GENERAL


def _on(day: date, rule: Rule | None) -> Applied:
    return Applied(LegalDay(day, DayKind.FIRST), rule)


def _first(applied: Applied) -> Applied:
    """As the first day on which the notice is known; so far it was the last day of a span."""
    return replace(applied, day=replace(applied.day, kind=DayKind.FIRST))
