"""Work, benefits, course rights and milestones, as sections of the tab Nachweise."""

from __future__ import annotations

from datetime import date

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.errors import Message, Plural
from hin_desktop.services.evidence import (
    BENEFITS,
    COURSES,
    EMPLOYMENTS,
    BenefitRow,
    CourseEntitlementRow,
    EmploymentRow,
)
from hin_desktop.services.limits import LIMITS
from hin_desktop.services.milestones import MILESTONES, MilestoneRow
from hin_desktop.ui.person.open_person import OpenPerson
from hin_desktop.ui.person.quick_buttons import follow_choice
from hin_desktop.ui.person.record_kind import SectionKind, entry_form, entry_section
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import FieldKind, FieldSpec, FormSpec, Section

K = FieldKind


def employment_form(person: OpenPerson, row: EmploymentRow) -> FormSpec:
    """Work or training."""
    kinds = person.words.choices(person.words.catalogues.employment_kinds, keep=row.kind)
    return FormSpec((
        Section((
            FieldSpec("kind", Message("Kind of work"), K.CHOICE, choices=kinds, required=True),
            FieldSpec("weekly_hours", Message("Hours a week"), K.NUMBER, minimum=0, maximum=LIMITS.week_hours),
            FieldSpec("started_on", Message("Since"), K.PARTIAL_DATE, required=True, prefer_past=True),
            FieldSpec("ended_on", Message("Until"), K.PARTIAL_DATE,
                      help=Message("Inclusive; empty while it goes on. A fixed term belongs here too.")),
            FieldSpec("employer", Message("Employer"), span=2),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=2),
        )),
    ))  # fmt: skip


def employment_look(person: OpenPerson, row: EmploymentRow) -> Look:
    """Which work, from when until when, for how many hours."""
    words = person.words
    hours = person.texts(Plural("{n} hour a week", "{n} hours a week", row.weekly_hours)) if row.weekly_hours else ""
    right, tone = _running(person, row.started_on, row.ended_on)
    return Look(
        words.label(words.catalogues.employment_kinds, row.kind),
        joined(words.span(row.started_on, row.ended_on), row.employer, hours, row.note), right, "briefcase", tone,
    )  # fmt: skip


def benefit_form(person: OpenPerson, row: BenefitRow) -> FormSpec:
    """A benefit, as the notice grants it."""
    kinds = person.words.choices(person.words.catalogues.benefit_kinds, keep=row.kind)
    return FormSpec((
        Section((
            FieldSpec("kind", Message("Kind of benefit"), K.CHOICE, choices=kinds, required=True, span=2),
            FieldSpec("granted_from", Message("Granted from"), K.DATE, prefer_past=True),
            FieldSpec("granted_until", Message("Granted until"), K.DATE,
                      help=Message("The last day in the notice; empty if it names none.")),
            FieldSpec("office", Message("Office"), span=2),
            FieldSpec("renewal_filed_on", Message("Renewal applied for on"), K.DATE, prefer_past=True),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=2),
        )),
    ))  # fmt: skip


def benefit_look(person: OpenPerson, row: BenefitRow) -> Look:
    """Which benefit, how long it is granted, and whether it was asked for again."""
    words, texts = person.words, person.texts
    renewal = texts("renewal applied for on {date}", date=row.renewal_filed_on) if row.renewal_filed_on else ""
    right, _ = _running(person, _partial(row.granted_from), _partial(row.granted_until))  # drawing one is no success
    return Look(
        words.label(words.catalogues.benefit_kinds, row.kind),
        joined(words.span(row.granted_from, row.granted_until), row.office, renewal, row.note), right, "landmark",
    )  # fmt: skip


def course_form(person: OpenPerson, row: CourseEntitlementRow) -> FormSpec:
    """A right to the integration course, from the paper to the end of the course."""
    words, known = person.words, person.words.catalogues
    return FormSpec((
        Section((
            FieldSpec("basis", Message("On what it stands"), K.CHOICE, required=True, span=2,
                      choices=words.choices(known.course_bases, keep=row.basis)),
            FieldSpec("issued_on", Message("Teilnahmeberechtigung issued on"), K.DATE, prefer_past=True),
            FieldSpec("title_issued_on", Message("Title behind it issued on"), K.DATE, prefer_past=True,
                      help=Message("The right lapses a year later, unless registered by then (§ 44 Abs. 2 AufenthG).")),
        )),
        Section((
            FieldSpec("course_type", Message("Kind of course"), K.CHOICE, span=2,
                      choices=words.choices(known.course_types, keep=row.course_type)),
            FieldSpec("provider", Message("Course provider"), span=2),
            FieldSpec("registered_on", Message("Registered on"), K.DATE, prefer_past=True),
            FieldSpec("started_on", Message("Started on"), K.DATE),
            FieldSpec("interrupted_on", Message("Interrupted since"), K.DATE, prefer_past=True),
            FieldSpec("finished_on", Message("Finished on"), K.DATE, prefer_past=True),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=2),
        ), Message("The course")),
    ))  # fmt: skip


def course_look(person: OpenPerson, row: CourseEntitlementRow) -> Look:
    """Which course, on what it stands, and how far the person is; all days below."""
    words, texts, known = person.words, person.texts, person.words.catalogues
    right, tone = _course_state(person, row)
    return Look(
        words.label(known.course_types, row.course_type) or texts("Integration course"),
        joined(words.label(known.course_bases, row.basis), row.provider), right, "book-open", tone,
        (
            (texts("Title behind it issued on"), words.day(row.title_issued_on)),
            (texts("Teilnahmeberechtigung issued on"), words.day(row.issued_on)),
            (texts("Registered on"), words.day(row.registered_on)),
            (texts("Started on"), words.day(row.started_on)),
            (texts("Interrupted since"), words.day(row.interrupted_on)),
            (texts("Finished on"), words.day(row.finished_on)),
            (texts("Note"), row.note),
        ))  # fmt: skip


def _course_state(person: OpenPerson, row: CourseEntitlementRow) -> tuple[str, str]:
    """How far: words and tone."""
    texts, today = person.texts, person.kit.today()
    if row.finished_on is not None:
        return texts("finished on {date}", date=row.finished_on), "muted"
    if row.interrupted_on is not None:
        return texts("interrupted"), "soon"
    if row.started_on is not None:
        future = row.started_on > today
        return (texts("starts on {date}", date=row.started_on), "muted") if future else (texts("under way"), "met")
    return (texts("registered"), "muted") if row.registered_on is not None else (texts("not registered yet"), "soon")


def milestone_form(person: OpenPerson, row: MilestoneRow) -> FormSpec:
    """A step reached on the path."""
    offered = person.words.choices(person.words.catalogues.milestones, keep=row.code)
    return FormSpec((
        Section((
            FieldSpec("code", Message("Milestone"), K.CHOICE, choices=offered, required=True, span=2),
            FieldSpec("reached_on", Message("Reached on"), K.PARTIAL_DATE, required=True, prefer_past=True),
            FieldSpec("until", Message("Until"), K.PARTIAL_DATE, help=Message("For work or a course that has ended.")),
            FieldSpec("points", Message("Points in the test"), K.NUMBER, minimum=0, maximum=LIMITS.test_points),
            FieldSpec("note", Message("Note"), K.LONG_TEXT, span=2, lines=2),
        )),
    ))  # fmt: skip


def milestone_look(person: OpenPerson, row: MilestoneRow) -> Look:
    """The step and its day."""
    words = person.words
    ended = words.span(None, row.until)
    points = person.texts(Plural("{n} point", "{n} points", row.points)) if row.points is not None else ""
    return Look(words.label(words.catalogues.milestones, row.code), joined(points, ended, row.note),
                words.day(row.reached_on), "flag", "muted")  # fmt: skip


def _points_of_tests(person: OpenPerson, panel: FormPanel, _row: MilestoneRow) -> None:
    tests = {step.code for step in person.words.catalogues.milestones if step.extra.get("test") is True}
    follow_choice(panel.form, "code", ("points",), lambda code: code in tests)


def _running(person: OpenPerson, start: PartialDate | None, end: PartialDate | None) -> tuple[str, str]:
    """Whether it goes on today: words and tone."""
    today, texts = person.kit.today(), person.texts
    if end is not None and end.latest < today:
        return texts("ended"), "muted"
    if start is not None and start.earliest > today:
        return texts("from {date}", date=person.words.day(start)), "muted"
    return texts("current"), "met"


def _partial(day: date | None) -> PartialDate | None:
    return PartialDate.of(day) if day is not None else None


def _new_milestone(person: OpenPerson) -> MilestoneRow:
    return MilestoneRow(client_id=person.id, reached_on=PartialDate.of(person.kit.today()))


EMPLOYMENT: SectionKind[EmploymentRow] = entry_section(
    EMPLOYMENTS, entry_form(EMPLOYMENTS, Message("Employment"), employment_form),
    title=Message("Work & training"), add=Message("Add work"), look=employment_look,
    empty=Message("None recorded. Enter the work of today first: livelihood and path are read off it."))  # fmt: skip
BENEFIT: SectionKind[BenefitRow] = entry_section(
    BENEFITS, entry_form(BENEFITS, Message("Benefit"), benefit_form),
    title=Message("Benefits"), add=Message("Add benefit"), look=benefit_look,
    empty=Message("None recorded. Enter from the notice what is granted, and until when."))  # fmt: skip
COURSE: SectionKind[CourseEntitlementRow] = entry_section(
    COURSES, entry_form(COURSES, Message("Course entitlement"), course_form),
    title=Message("Integration course"), add=Message("Add entitlement"), look=course_look,
    empty=Message("None recorded. Enter the Teilnahmeberechtigung: its days say how long it holds."))  # fmt: skip
MILESTONE: SectionKind[MilestoneRow] = entry_section(
    MILESTONES, entry_form(MILESTONES, Message("Milestone"), milestone_form, dress=_points_of_tests),
    title=Message("Milestones"), add=Message("Add milestone"), look=milestone_look, blank=_new_milestone,
    empty=Message("None recorded. Certificates, tests and what is reached move the path."))  # fmt: skip
