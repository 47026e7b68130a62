"""What runs out for a person, and what time is reached, seen from a day: each with its rule and its lead time.

Only what lies within its lead time, or is overdue. Lead times are data (resources/law/practice.toml). Made for lists of
many people: what cannot matter is not computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from hin_desktop.domain.calendar import (
    DAY,
    DayKind,
    LegalDay,
    Span,
    back,
    completes_age,
    first_day,
    last_day,
    shifted,
)
from hin_desktop.domain.course_rights import Access, access_to, course_days
from hin_desktop.domain.deadline import Deadline, DeadlineKind
from hin_desktop.domain.deadline_facts import DeadlineFacts, Paper
from hin_desktop.domain.facts import Segment
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.knowledge import speaks
from hin_desktop.domain.naturalisation.residence_time import residence
from hin_desktop.domain.pathway import RecordRef
from hin_desktop.domain.residence.chain import chain_on
from hin_desktop.domain.residence.continuation import END as CONTINUES_TO
from hin_desktop.domain.residence.continuation import continues, lasting
from hin_desktop.domain.residence.timeline import CONTINUED, Count, Timeline, timeline
from hin_desktop.domain.residence.titles import CourseAccess, ResidenceTitle, TitleKind
from hin_desktop.domain.residence_duty import duty_ends_on
from hin_desktop.domain.settlement.assessment import proposed_day
from hin_desktop.domain.settlement.rights import RIGHTS
from hin_desktop.errors import Message

ENDLESS: Final = frozenset({TitleKind.GERMAN, TitleKind.NONE})
EXTENDED: Final = frozenset({
    TitleKind.VISA, TitleKind.PERMIT, TitleKind.BLUE_CARD, TitleKind.ICT, TitleKind.SETTLEMENT})
"""Titles that § 81 Abs. 4 AufenthG keeps alive; a Duldung or Gestattung it does not."""
FICTION_PAPER, LEAD_TIME = "FICTION", "practice.lead_time_reached"
SHORTEST: Final = "aufenthg.ne_18c_2_time_b1"
"""The shortest time of any way to settle that asks for time."""


Source = Callable[[LegalView, DeadlineFacts], Iterable[Deadline]]


def deadlines(view: LegalView, more: DeadlineFacts) -> tuple[Deadline, ...]:
    """Everything to be shown on the day of the view, the earliest first."""
    sources: tuple[Source, ...] = (
        _title, _papers, _course, _grants, _reviews, _duty, _programme, _children, _times)
    found = (each for source in sources for each in source(view, more) if each.shown_on(view.on))
    kinds = list(DeadlineKind)
    return tuple(sorted(found, key=lambda each: (each.day.day, kinds.index(each.kind), each.ref.id if each.ref else 0)))


def _made(view: LegalView, kind: DeadlineKind, lead: str, day: LegalDay, rule: str, explanation: Message,
          ref: RecordRef | None = None, own_lead: Span | None = None) -> Deadline:
    return Deadline(kind, day, back(day.day, own_lead or view.law.span(lead)), view.law.rule(rule), explanation, ref)


def _title(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    found = title_end(view, more.title_lead)
    if found is not None:
        yield found


def title_end(view: LegalView, lead: Span | None = None) -> Deadline | None:
    """The end of what is held last; None where something has no end. `lead`: how early a title's end is shown.

    Everybody who says that a title runs out, or ran out, says it by this one.
    """
    segments = lasting(view.facts.segments, view.law)
    held = [(segment, title) for segment in segments
            if (title := view.codes.titles.find(segment.code)) is not None and title.kind is not TitleKind.NONE]
    last = max(held, key=lambda each: (_until(each[0]), each[0].start.latest), default=None)
    if last is None or _until(last[0]) == date.max or any(title.kind in ENDLESS for _, title in held):
        return None
    segment, title = last
    day = LegalDay(_until(segment), DayKind.LAST)
    if continues(segment, view.law):
        return _made(view, DeadlineKind.TEMPORARY_PROTECTION, "practice.lead_temporary", day, CONTINUES_TO,
                     Message("Temporary protection ends on {date}.", date=day.day), segment.ref)
    if title.kind is TitleKind.FICTION:
        return _made(view, DeadlineKind.FICTION, "practice.lead_fiction", day, "aufenthg.fiction",
                     Message("The Fiktionsbescheinigung ends on {date}.", date=day.day), segment.ref)
    found = _made(view, DeadlineKind.TITLE, "practice.lead_title", day, "aufenthg.expiry",
                  Message("{title} ends on {date}.", title=title, date=day.day), segment.ref, lead)
    if title.kind in EXTENDED:
        return found
    return replace(found, kind=DeadlineKind.STATUS, rule=view.law.rule("practice.lead_title"),
                   basis=title.legal_basis_on(view.on))


def _until(segment: Segment) -> date:
    """The earliest last day; date.max without an end."""
    return segment.until.earliest if segment.until is not None else date.max


def _papers(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """Of each kind of document the one that lasts longest."""
    longest: dict[str, Paper] = {}
    for paper in more.papers:
        other = longest.get(paper.kind)
        if other is None or _paper_end(other) < _paper_end(paper):
            longest[paper.kind] = paper
    for paper in longest.values():
        end = _paper_end(paper)
        if end == date.max:
            continue
        day = LegalDay(end, DayKind.LAST)
        if paper.kind == FICTION_PAPER:
            yield _made(view, DeadlineKind.FICTION, "practice.lead_fiction", day, "aufenthg.fiction",
                        Message("The Fiktionsbescheinigung ends on {date}.", date=end), paper.ref)
        else:
            yield _made(view, DeadlineKind.DOCUMENT, "practice.lead_document", day, "aufenthg.passport",
                        Message("The document is valid until {date}.", date=end), paper.ref)


def _paper_end(paper: Paper) -> date:
    return paper.valid_until.earliest if paper.valid_until is not None else date.max


def _course(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """Claim or admission not yet secured, the start after registration, the refund."""
    title, facts = _course_title(view), view.facts
    if title is None or more.finished or (facts.issued_on is None and facts.registered_on is None):
        return
    days, ref = course_days(view, title, more.paper_issued_on), view.sources.get("issued_on")
    if days.entitlement_lapses_on is not None and not days.secured and _may_register(view, title, more):
        rule = "aufenthg.course_lapse" if access_to(title) is Access.CLAIM else "intv.admission"
        yield _made(view, DeadlineKind.COURSE_CLAIM, "practice.lead_course", days.entitlement_lapses_on, rule,
                    Message("The right to the course lapses on {date} without registration.",
                            date=days.entitlement_lapses_on.day), ref)
    if days.lapse_without_start_on is not None:
        yield _made(view, DeadlineKind.COURSE_START, "practice.lead_course", days.lapse_without_start_on, "intv.start",
                    Message("The course must begin by {date}.", date=days.lapse_without_start_on.day), ref)
    if more.interrupted_on is not None:
        again = last_day(more.interrupted_on, view.law.span("intv.interruption"))
        yield _made(view, DeadlineKind.COURSE_INTERRUPTION, "practice.lead_course", again, "intv.interruption",
                    Message("The course must go on by {date}.", date=again.day), ref)
    special = facts.course_type in view.law.codes("intv.special_courses")
    refund = days.refund_deadline_special_course if special else days.refund_deadline
    if refund is not None and facts.course_started_on is not None:
        yield _made(view, DeadlineKind.COURSE_REFUND, "practice.lead_refund", refund,
                    "intv.refund_special" if special else "intv.refund",
                    Message("For the refund the course must be passed by {date}.", date=refund.day), ref)


def _course_title(view: LegalView) -> ResidenceTitle | None:
    """The title on which the course stands; a Fortgeltungsfiktion gives what the title before it gave."""
    title = view.codes.titles.find(view.facts.title)
    if title is None or title.course is not CourseAccess.LIKE_PREVIOUS:
        return title
    before = [segment for segment in view.facts.segments
              if segment.start.earliest <= view.on and segment.code not in CONTINUED]
    return view.codes.titles.find(max(before, key=lambda each: each.start.latest).code) if before else None


def _may_register(view: LegalView, title: ResidenceTitle, more: DeadlineFacts) -> bool:
    """Whether there is still something to lose."""
    facts, level = view.facts, str(view.law.rule("intv.level").value)
    entitled = access_to(title) is Access.CLAIM or more.admitted
    return entitled and facts.course_started_on is None and not (facts.german and speaks(facts.german, level))


def _grants(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """Benefits that end, of each kind the one granted longest; silent once an extension is applied for."""
    for grant in more.grants:
        later = any(other.kind == grant.kind and (other.until or date.max) > (grant.until or date.max)
                    for other in more.grants)
        if grant.until is not None and not grant.renewed and not later:
            yield _made(view, DeadlineKind.BENEFIT, "practice.lead_benefit", LegalDay(grant.until, DayKind.LAST),
                        "practice.lead_benefit", Message("The grant ends on {date}; apply for more.", date=grant.until),
                        grant.ref)


def _reviews(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """The Förderplan of each open case."""
    lead = "practice.lead_plan_review"
    for review in more.reviews:
        yield _made(view, DeadlineKind.PLAN_REVIEW, lead, LegalDay(review.on, DayKind.LAST), lead,
                    Message("The support plan is to be reviewed by {date}.", date=review.on), review.ref)


def _duty(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """The end of the Wohnsitzregelung."""
    day = duty_ends_on(view)
    if day is not None:
        yield _made(view, DeadlineKind.RESIDENCE_DUTY, "practice.lead_residence_duty", day, "aufenthg.residence_duty",
                    Message("Free choice of residence from {date}.", date=day.day), view.sources.get("recognised_on"))


def _programme(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """At a Jugendmigrationsdienst: the last day before the 27th birthday."""
    born = view.facts.birthdate
    if born is None or not more.youth_service:
        return
    end = completes_age(born.earliest, view.law.number("practice.jmd_age")) - DAY
    yield _made(view, DeadlineKind.PROGRAMME, "practice.lead_programme", LegalDay(end, DayKind.LAST),
                "practice.jmd_age", Message("The JMD counsels until {date}; then the MBE.", date=end),
                view.sources.get("birthdate"))


def _children(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """A title for a child born here: an act to be done, so the day moves off weekends and holidays."""
    for child in more.children:
        if child.applied:
            continue
        day = shifted(last_day(child.born_on.earliest, view.law.span("aufenthg.child_application")), more.land)
        yield _made(view, DeadlineKind.CHILD_APPLICATION, "practice.lead_child", day, "aufenthg.child_application",
                    Message("Apply for the child's residence title by {date}.", date=day.day), child.ref)


def _times(view: LegalView, more: DeadlineFacts) -> Iterator[Deadline]:
    """Time reached for the proposed way to settle and for naturalisation, as information."""
    start = _recorded_since(view)
    residence_rule = "stag.residence_spouse" if view.facts.spouse_german else "stag.residence"
    if start is None or not _near(view, start, SHORTEST):
        return
    line, ref = timeline(view), _latest_segment(view)
    found = proposed_day(view, line)
    if found is not None and (met_on := found[1]) is not None:
        right = RIGHTS[found[0]]
        yield _made(view, DeadlineKind.SETTLEMENT_TIME, LEAD_TIME, LegalDay(met_on, DayKind.FIRST),
                    right.time or right.rule,
                    Message("Time for permanent residence met from {date}.", date=met_on), ref)
    if _near(view, start, residence_rule) and (day := _residence_met_on(view, line, residence_rule)) is not None:
        yield _made(view, DeadlineKind.NATURALISATION_TIME, LEAD_TIME, LegalDay(day, DayKind.FIRST), residence_rule,
                    Message("Residence time for naturalisation met from {date}.", date=day), ref)


def _residence_met_on(view: LegalView, line: Timeline, rule: str) -> date | None:
    """The day for naturalisation; without stays abroad the line says it at once."""
    span = view.law.span(rule)
    present = line.on(view.on)
    if present is None or present.count is Count.GERMAN:
        return None
    if view.facts.absences:
        return residence(view).time(span).met_on
    chain = chain_on(line, view.on, lambda stretch: stretch.counts)
    return chain.reached(span) if chain is not None else None


def _recorded_since(view: LegalView) -> date | None:
    """The first day that is recorded at all: no time can have begun before it."""
    facts = view.facts
    days = [segment.start.earliest for segment in facts.segments]
    days += [day.earliest for day in (facts.ankunftsnachweis_on, facts.asylum_made_on, facts.asylum_lodged_on,
                                      facts.recognised_on, facts.decision_on) if day is not None]
    return min(days) if facts.segments else None


def _near(view: LegalView, start: date, rule: str) -> bool:
    """Whether a time that began on a day could be shown by now."""
    return back(first_day(start, view.law.span(rule)), view.law.span(LEAD_TIME)) <= view.on


def _latest_segment(view: LegalView) -> RecordRef | None:
    begun = [segment for segment in view.facts.segments if segment.start.earliest <= view.on]
    return max(begun, key=lambda segment: segment.start.latest).ref if begun else None
