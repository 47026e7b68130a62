"""What makes a form impossible to save, said at the field.

Each check takes the record that a form sends (any dataclass with the columns of its table), today where the rule
needs it, and limits for lengths; it gives every problem found, none if it can be saved. An uncertain date is
refused only when it is impossible in every reading. Texts are never altered: kept byte for byte, or refused.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hin_desktop.domain.check_parts import (
    NO_LIMITS,
    Limits,
    Problems,
    duration,
    email,
    not_future,
    number,
    order,
    required,
    strings,
    texts,
    time,
)
from hin_desktop.errors import FieldProblem, Message

if TYPE_CHECKING:
    from datetime import date

    from _typeshed import DataclassInstance

END_BEFORE_START = Message("The end lies before the beginning.")


def check_person(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A person's own sheet. A name is not required: some people have none."""
    return tuple(chain(
        texts(row, limits),
        email(row),
        not_future(row, today, "birth_date", Message("The birth lies in the future.")),
        not_future(row, today, "date_of_death", Message("The death lies in the future.")),
        not_future(row, today, "privacy_info_on"),
        order(row, "birth_date", "date_of_death", Message("The death lies before the birth.")),
        order(row, "birth_date", "arrival_germany", Message("The arrival lies before the birth.")),
        order(row, "birth_date", "arrival_town", Message("The arrival lies before the birth.")),
        order(row, "arrival_germany", "arrival_town",
               Message("The arrival in town lies before the arrival in Germany.")),
    ))  # fmt: skip


def check_period(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """A residence title: both days inclusive; it may overlap with others."""
    return tuple(chain(
        texts(row, limits),
        required(row, "code", "valid_from"),
        order(row, "valid_from", "valid_until", Message("The title ends before it starts.")),
        order(row, "issued_on", "valid_until", Message("The title ends before it was issued.")),
    ))  # fmt: skip


def check_absence(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A stay abroad. A departure may be planned, a return may not lie before it."""
    return tuple(chain(
        texts(row, limits),
        required(row, "departed_on"),
        order(row, "departed_on", "returned_on", Message("The return lies before the departure.")),
    ))  # fmt: skip


def check_document(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """An identity document."""
    return tuple(chain(
        texts(row, limits),
        required(row, "kind"),
        not_future(row, today, "issued_on"),
        not_future(row, today, "original_seen_on"),
        order(row, "issued_on", "valid_until", END_BEFORE_START),
    ))  # fmt: skip


def check_case(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A case: closed on the day of opening or later, not in the future."""
    return tuple(chain(
        texts(row, limits),
        required(row, "opened_on"),
        not_future(row, today, "opened_on"),
        not_future(row, today, "closed_on"),
        order(row, "opened_on", "closed_on", Message("The case is closed before it was opened.")),
        order(row, "opened_on", "plan_review_on", Message("The review lies before the case was opened.")),
    ))  # fmt: skip


def check_consultation(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A talk that has been held."""
    return tuple(chain(
        texts(row, limits),
        required(row, "held_on", "channel"),
        not_future(row, today, "held_on", Message("The consultation lies in the future.")),
        not_future(row, today, "next_done_on"),
        order(row, "held_on", "due_on", Message("The next step is due before the consultation.")),
        duration(row, limits.talk_minutes),
        time(row),
    ))  # fmt: skip


def check_milestone(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A step of the path: reached, not planned."""
    return tuple(chain(
        texts(row, limits),
        required(row, "code", "reached_on"),
        not_future(row, today, "reached_on"),
        order(row, "reached_on", "until", END_BEFORE_START),
        number(row, "points", limits.test_points),
    ))  # fmt: skip


def check_override(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """A station set by hand: never without a reason."""
    return (*texts(row, limits), *required(row, "station", "state", "reason"))


def check_address(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """Where somebody lives; a town alone is enough."""
    return tuple(chain(
        texts(row, limits),
        () if any(map(str.strip, strings(row).values())) else required(row, "town"),
        order(row, "valid_from", "valid_until", END_BEFORE_START),
    ))  # fmt: skip


def check_reference(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """A number at an authority."""
    return (*texts(row, limits), *required(row, "kind", "number"), *email(row))


def check_relation(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A relative: somebody with a file, or a name; never oneself."""
    other, own = getattr(row, "related_client_id", None), getattr(row, "client_id", None)
    oneself = [FieldProblem("related_client_id", Message("Nobody is their own relative."))] if other == own else []
    return tuple(chain(
        texts(row, limits),
        required(row, "kind") if other is not None else required(row, "kind", "related_name"),
        oneself if other is not None else (),
        not_future(row, today, "related_birth_date", Message("The birth lies in the future.")),
        not_future(row, today, "since"),
        order(row, "since", "until", END_BEFORE_START),
    ))  # fmt: skip


def check_representative(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """Somebody who acts for the person."""
    return tuple(chain(
        texts(row, limits),
        required(row, "kind", "name"),
        email(row),
        order(row, "valid_from", "valid_until", END_BEFORE_START),
    ))  # fmt: skip


def check_organisation(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """The organisation that runs the desk."""
    return (*texts(row, limits), *required(row, "name"), *email(row))


def check_employment(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """Work or training; it may begin later than today."""
    return tuple(chain(
        texts(row, limits),
        required(row, "kind", "started_on"),
        order(row, "started_on", "ended_on", END_BEFORE_START),
        number(row, "weekly_hours", limits.week_hours),
    ))  # fmt: skip


def check_benefit(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A benefit; neither end of the grant needs to be known."""
    return tuple(chain(
        texts(row, limits),
        required(row, "kind"),
        order(row, "granted_from", "granted_until", END_BEFORE_START),
        not_future(row, today, "renewal_filed_on"),
    ))  # fmt: skip


def check_course(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A right to a course. Its beginning may be planned; what follows it has happened."""
    return tuple(chain(
        texts(row, limits),
        required(row, "basis"),
        *(not_future(row, today, name)
          for name in ("title_issued_on", "issued_on", "registered_on", "interrupted_on", "finished_on")),
        order(row, "registered_on", "started_on", Message("The course starts before the registration.")),
        order(row, "started_on", "interrupted_on", Message("The interruption lies before the start.")),
        order(row, "started_on", "finished_on", END_BEFORE_START),
    ))  # fmt: skip


def check_asylum(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """An asylum procedure: asked for, then lodged, then decided, then recognised; each day may be unknown."""
    days = ("made_on", "arrival_proof_on", "lodged_on", "decided_on", "recognised_on")
    early = Message("The decision lies before the application.")
    return tuple(chain(
        texts(row, limits),
        required(row, "outcome"),
        *(not_future(row, today, name) for name in days),
        order(row, "made_on", "lodged_on", Message("It was lodged before asylum was asked for.")),
        order(row, "lodged_on" if getattr(row, "lodged_on", None) else "made_on", "decided_on", early),
        order(row, "decided_on", "recognised_on", Message("The recognition lies before the decision.")),
    ))  # fmt: skip


def check_legal_sheet(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """The facts for the computation: numbers that can be, days that have been."""
    return tuple(chain(
        texts(row, limits),
        *(number(row, name) for name in
          ("pension_months", "spouse_full_time_months", "residence_duty_violation_days")),
        not_future(row, today, "pension_as_of"),
    ))  # fmt: skip


def check_notice(row: DataclassInstance, today: date, limits: Limits = NO_LIMITS) -> Problems:
    """A letter: written, posted, received, answered, in this order; a printed time limit has its unit."""
    term, unit = getattr(row, "printed_term", None), strings(row).get("printed_unit")
    return tuple(chain(
        texts(row, limits),
        required(row, "kind"),
        *(not_future(row, today, name) for name in ("dated_on", "posted_on", "received_on", "done_on")),
        order(row, "dated_on", "posted_on", Message("It was posted before it was written.")),
        order(row, "posted_on" if getattr(row, "posted_on", None) else "dated_on", "received_on",
              Message("It was received before it was sent.")),
        number(row, "printed_term"),
        required(row, "printed_unit") if term is not None and not unit else (),
        required(row, "printed_term") if unit and term is None else (),
    ))  # fmt: skip


def check_law_version(row: DataclassInstance, limits: Limits = NO_LIMITS) -> Problems:
    """An own row of the law: never without its source."""
    return tuple(chain(
        texts(row, limits),
        required(row, "key", "value", "valid_from", "citation"),
        order(row, "valid_from", "valid_until", END_BEFORE_START),
    ))  # fmt: skip
