"""What a counsellor must know beside the day, and what may help once it was missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hin_desktop.domain.calendar import DAY, last_day
from hin_desktop.domain.law import Law
from hin_desktop.domain.notices.known_on import Known, counted
from hin_desktop.domain.notices.notice import (
    Applied,
    Caution,
    Delivery,
    Notice,
    NoticeKind,
    Remedy,
    Rescue,
    Urgency,
)
from hin_desktop.domain.notices.remedy import Route, counts_short
from hin_desktop.errors import Message

ASYLUM = Caution(Urgency.NOW, Message("Copy the time limit from the instruction in the letter. To a lawyer today."))
NO_RULE = Caution(Urgency.NOW, Message(
    "No rule on file says what can be done against this notice. Copy the remedy and its time limit from the letter."))
NO_DAY = Caution(Urgency.NOW, Message(
    "No rule on file says from when this letter counts as received. Copy the time limit from the letter."))
OTHER_REMEDY = Caution(Urgency.MIND, Message("The letter names another remedy than is usual here. The letter counts."))
NOT_THE_COURT = Caution(Urgency.NOW, Message(
    "The letter names another remedy than the court action, which alone keeps the time limit. To a lawyer today."))
SHORT_TERM = Caution(Urgency.MIND, Message(
    "There are two time limits. As long as the longer one is not copied from the letter, the shorter one counts."))
NO_ENVELOPE = Caution(Urgency.MIND, Message(
    "Without the envelope the day is hard to prove. The file of the authority names it (Akteneinsicht)."))  # fmt: skip


def of_remedy(notice: Notice, law: Law, route: Route | None) -> Iterator[Caution]:
    """What goes with the remedy, the most urgent first."""
    if notice.kind is NoticeKind.ABH and notice.refuses_title:
        yield from _refusal(law)
    if route is None:
        yield NO_RULE
    elif notice.printed_remedy not in (None, route.remedy):
        yield NOT_THE_COURT if route.remedy is Remedy.KLAGE else OTHER_REMEDY
    if route is not None and route.remedy is Remedy.KLAGE and notice.kind is not NoticeKind.ASYLG:
        yield _caution(law, Message("No Widerspruch: it would not keep the time limit."), route.kinds)
    for kind, key, text in _NO_SUSPENSION:
        if notice.kind is kind:
            yield _caution(law, text, key)


_NO_SUSPENSION = (
    (NoticeKind.BEZREG, "aufenthg.residence_duty_no_suspension", Message(
        "The court action does not stop the decision. Have a lawyer check whether to apply for that at court, too.")),
    (NoticeKind.SGB2, "sgb_ii.no_suspension", Message(
        "The Widerspruch often does not stop the decision. If money is missing now, have an urgent application to the "
        "court checked.")),
)  # fmt: skip


def _refusal(law: Law) -> Iterator[Caution]:
    """A title is refused: the court action alone does not save it."""
    urgent = _caution(law, Message(
        "The court action does not save the title: the Fiktion ends. Check an urgent application (Eilantrag, § 80 "
        "Abs. 5 VwGO): to a lawyer at once."), "aufenthg.refusal_no_suspension", "vwgo.urgent")  # fmt: skip
    yield replace(urgent, urgency=Urgency.NOW)
    yield _caution(law, Message("Working may stay allowed during the proceedings: ask the lawyer."),
                   "aufenthg.work_meanwhile")  # fmt: skip


def of_days(notice: Notice, route: Route | None, known: Known, computed: Applied | None,
            printed: Applied | None) -> Iterator[Caution]:
    """What goes with the days."""
    if known is None:
        yield NO_DAY
    if route is not None and counts_short(route, computed) and notice.printed_term is None:
        yield SHORT_TERM
    if computed is not None and printed is not None and computed.day.day != printed.day.day:
        yield Caution(Urgency.MIND, Message(
            "By the letter the last day is {printed}, by the law {computed}. The earlier one is shown.",
            printed=printed.day.day, computed=computed.day.day))
    if notice.envelope_kept is False and notice.delivery in (Delivery.LETTER, Delivery.PZU):
        yield NO_ENVELOPE


def to_be_proven(without: Applied | None, last: Applied | None) -> Iterator[Caution]:
    """A day that rests on a late receipt: what holds if that cannot be proven."""
    if without is not None and last is not None and without.day.day < last.day.day:
        yield Caution(Urgency.MIND, Message(
            "The late receipt counts only if it can be proven. If not, {date} is the last day.", date=without.day.day))


def rescues(notice: Notice, law: Law, route: Route, known: Applied | None, on: date,
            last: Applied | None) -> Iterator[Rescue]:
    """What is still open after the last day, never a deadline: a faulty instruction, no fault, a review."""
    if notice.faulty:
        yield from _year(notice, law, route, known, on)
    if last is None or last.day.day < on:
        yield Rescue(law.rule(f"{route.statute}.reinstatement"))
        yield from _review(notice, law, on)


def _year(notice: Notice, law: Law, route: Route, known: Applied | None, on: date) -> Iterator[Rescue]:
    """Without a right instruction the remedy is open for a year, as long as that is not over."""
    rule = law.rule(f"{route.statute}.instruction_missing")
    until = None if known is None else counted(known.day.day, rule, law, shift=f"{route.statute}.shift",
                                               land=notice.land)  # fmt: skip
    if until is None or on <= until.day.day:
        yield Rescue(rule, until)


def _review(notice: Notice, law: Law, on: date) -> Iterator[Rescue]:
    """Überprüfungsantrag (§ 44 SGB X); of its limits only those of the SGB II are on file."""
    if law.find("sgb_x.review_kinds") is None or notice.kind not in law.codes("sgb_x.review_kinds"):
        return
    limits = []
    if notice.kind is NoticeKind.SGB2 and notice.law_day is not None:
        end_of_year = date(notice.law_day.year + 1, 1, 1) - DAY
        until = Applied(last_day(end_of_year, law.span("sgb_ii.review_notices")), law.rule("sgb_ii.review_notices"))
        if until.day.day < on:
            return
        limits = [Rescue(law.rule("sgb_ii.review_notices"), until), Rescue(law.rule("sgb_ii.review_benefits"))]
    yield Rescue(law.rule("sgb_x.review_kinds"))
    yield from limits


def _caution(law: Law, text: Message, *keys: str) -> Caution:
    """A caution with the rules that are on file for it: it is said without them, too."""
    return Caution(Urgency.MIND, text, tuple(rule for key in keys if (rule := law.find(key)) is not None))
