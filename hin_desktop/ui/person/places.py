"""Where on the page a record stands."""

from __future__ import annotations

from hin_desktop.domain.pathway import RecordRef, StationKey
from hin_desktop.errors import Message

OVERVIEW = "overview"
EVIDENCE = "evidence"
POST = "post"
STATION_FORM = "station_override"
TABS = {
    OVERVIEW: Message("Overview"),
    "talks": Message("Counselling"),
    "residence": Message("Residence"),
    "prospects": Message("Prospects"),
    EVIDENCE: Message("Evidence"),
    POST: Message("Post & deadlines"),
    "family": Message("Family"),
    "letters": Message("Letters"),
    "history": Message("History"),
}
TAB_KEYS = {key: f"Ctrl+{number}" for number, key in enumerate(TABS, 1)}
_TAB_OF_KIND = {
    "consultation": "talks",
    "case": "talks",
    "case_closing": "talks",
    "residence_period": "residence",
    "absence": "residence",
    "identity_document": "residence",
    "asylum_procedure": "residence",
    "employment": EVIDENCE,
    "benefit": EVIDENCE,
    "course_entitlement": EVIDENCE,
    "milestone": EVIDENCE,
    "legal_sheet": EVIDENCE,
    "notice": POST,
    "relation": "family",
    "representative": "family",
    "letter": "letters",
}
TAB_OF_STATION = {
    StationKey.ARRIVAL: OVERVIEW,
    StationKey.FIRST_TALK: "talks",
    StationKey.LANGUAGE: EVIDENCE,
    StationKey.WORK: EVIDENCE,
    StationKey.SCHOOL: EVIDENCE,
    StationKey.RESIDENCE: "residence",
    StationKey.NATURALISATION: "residence",
}
"""Where what a station lacks is entered, while no record stands behind it."""
FORM_NAMES = {
    "law_version": Message("Own row of the law"),
    "client": Message("Personal details"),
    "address": Message("Address"),
    "authority_reference": Message("Number at an authority"),
    "consultation": Message("Consultation"),
    "case": Message("Case"),
    "case_closing": Message("Close case"),
    "residence_period": Message("Residence title"),
    "absence": Message("Absence"),
    "identity_document": Message("Identity document"),
    "asylum_procedure": Message("Asylum procedure"),
    "employment": Message("Employment"),
    "benefit": Message("Benefit"),
    "course_entitlement": Message("Course entitlement"),
    "milestone": Message("Milestone"),
    "legal_sheet": Message("Facts for the computation"),
    "notice": Message("Post"),
    "relation": Message("Relative"),
    "representative": Message("Representative"),
    STATION_FORM: Message("Set by hand"),
}


def tab_of(ref: RecordRef | None) -> str:
    """The tab that shows a record: '' for no record, the overview for what has no tab of its own."""
    return _TAB_OF_KIND.get(ref.kind, OVERVIEW) if ref is not None else ""


def tab_of_form(name: str) -> str:
    """The tab on which a form stands."""
    return _TAB_OF_KIND.get(name, OVERVIEW)
