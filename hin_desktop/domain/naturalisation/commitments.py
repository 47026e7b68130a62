"""APPLICATION, IDENTITY, FDGO, HIST and TITLE: what is declared, proved and held (§ 10 Abs. 1 StAG)."""

from __future__ import annotations

from dataclasses import replace

from hin_desktop.domain.catalogue import Mark
from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.knowledge import under_age
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.domain.naturalisation.residence_time import ELIGIBLE, Residence
from hin_desktop.domain.residence.titles import NatTitle
from hin_desktop.errors import Message

APPLICATION = Requirement("APPLICATION", ("stag.application",), Message("Make the application once the rest is met."))
IDENTITY = Requirement("IDENTITY", ("stag.identity",), Message("Gather papers that prove identity and nationality."))
PREPARE = Message("Prepare the declaration and the interview.")
DEMOCRATIC_ORDER = Requirement("FDGO", ("stag.democratic_order",), PREPARE)
HISTORY = Requirement("HIST", ("stag.history",), PREPARE)
TITLE = Requirement("TITLE", ("stag.title",), Message("Look for a change to an eligible title."))
CONTESTED = frozenset({NatTitle.ELIGIBLE_DOUBTFUL, NatTitle.UNLIMITED_DOUBTFUL})


def application(view: LegalView) -> Finding | None:
    """The application: made, or decided by hand; None while nobody has spoken of it."""
    decided, applied = APPLICATION.decided(view), view.facts.applied_on
    if decided is not None or applied is None:
        return decided
    fact = Message("applied {date}", date=applied)
    return APPLICATION.found(view, Status.MET, fact, used=(used(view, "applied_on", fact),))


def identity(view: LegalView) -> Finding:
    """Identity and nationality established; a passport is not the only proof."""
    return IDENTITY.decided(view) or IDENTITY.presumed(view, Message("Proof of identity and nationality"))


def democratic_order(view: LegalView) -> Finding:
    """The commitment to the free democratic basic order; not under 16."""
    if under_age(view):
        explanation = Message("Not required under {age} years.", age=view.law.number("stag.under_age"))
        return DEMOCRATIC_ORDER.found(view, Status.NOT_REQUIRED, explanation, rules=("stag.under_age",))
    return DEMOCRATIC_ORDER.decided(view) or DEMOCRATIC_ORDER.presumed(view, Message("The declaration"))


def history(view: LegalView) -> Finding:
    """The commitment to historical responsibility; under 16 the statute does not exempt, practice seems not to ask."""
    if under_age(view):
        clarify = Message("Clarify with the authority whether it is asked for.")
        return replace(HISTORY.decided(view) or HISTORY.presumed(view, clarify), unsure=True)
    return HISTORY.decided(view) or HISTORY.presumed(view, Message("The declaration"))


def title(residence: Residence) -> Finding:
    """An eligible title in the person's hands today; what counts is the day of decision."""
    view, present = residence.view, residence.present
    decided = TITLE.decided(view)
    if decided is not None:
        return decided
    if present is None:
        return TITLE.found(view, Status.OPEN, Message("No status is recorded for {date}.", date=view.on),
                           missing=(Message("The residence status on this day"),))
    held = (Used(Message("{title}, {basis}", title=present.title, basis=present.title.legal_basis_on(view.on)),
                 present.ref),)
    unsure = present.title.nat_title in CONTESTED or present.title.mark is Mark.TO_CHECK
    if residence.abroad_too_long:
        return TITLE.found(view, Status.OPEN, Message("Abroad for too long: the title may have lapsed."), used=held,
                           missing=(Message("Whether the title is still valid"),))
    if present.title.nat_title in ELIGIBLE and present.held:
        found = TITLE.found(view, Status.MET, Message("The present title is eligible."), used=held, on_decision=True)
        return replace(found, since=residence.title_ok_from, unsure=unsure)
    if present.title.nat_title in (NatTitle.OPEN, NatTitle.LIKE_PREVIOUS):
        return TITLE.found(view, Status.OPEN, Message("Whether this status is enough has to be clarified."), used=held,
                           missing=(Message("The view of the naturalisation authority"),))
    return TITLE.found(view, Status.NOT_MET, Message("With the present status nobody can be naturalised."), used=held)
