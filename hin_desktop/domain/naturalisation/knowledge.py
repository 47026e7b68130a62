"""LANG_B1 and CIVICS: German and the test, with what the law lets off (§ 10 Abs. 1 Nr. 6, 7, Abs. 4–6 StAG)."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final

from hin_desktop.domain.calendar import age_on
from hin_desktop.domain.facts import German
from hin_desktop.domain.findings import Finding, Status, Used
from hin_desktop.domain.legal_view import LegalView
from hin_desktop.domain.naturalisation.requirement import Requirement, used
from hin_desktop.errors import Message

LANGUAGE = Requirement("LANG_B1", ("stag.language",),
                       Message("German certificate B1: course, test or school certificate."))
CIVICS = Requirement("CIVICS", ("einbtestv.points",), Message("Register for the naturalisation test."))
WAIVED = Message("Cannot be acquired because of illness, disability or age.")
LEVELS: Final = (German.NONE, German.ORAL, German.A1, German.A2, German.B1, German.B2, German.C1, German.C2)


class Language(StrEnum):
    """How the language requirement is met, or not."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    BY_AGE = "AGE_APPROPRIATE"
    RECRUITED = "ORAL_4_3"
    HARDSHIP = "ORAL_4A"
    WAIVED = "EXEMPT_6"


class Civics(StrEnum):
    """How the test requirement is met, or not."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    NOT_REQUIRED = "NOT_REQUIRED"
    WAIVED = "EXEMPT_6"
    WAIVED_WITH_LANGUAGE = "EXEMPT_6_2"


def under_age(view: LegalView) -> bool:
    """Whether the easing for children holds: under 16 in every reading of the birth date."""
    born = view.facts.birthdate
    return born is not None and age_on(born.earliest, view.on) < view.law.number("stag.under_age")


def speaks(level: German | None, least: str) -> bool:
    """Whether a level is proved that is at least another one."""
    return level is not None and LEVELS.index(level) >= LEVELS.index(German(least))


def language(view: LegalView) -> Finding:
    """German at B1, by age for children, spoken for some, waived for illness."""
    decided = LANGUAGE.decided(view)
    if under_age(view):
        return _by_age(decided or LANGUAGE.presumed(view, Message("School report or attestation of the school")), view)
    if decided is not None:
        return _language_named(decided)
    facts, level = view.facts, str(view.law.rule("stag.language").value)
    if facts.german is not None and speaks(facts.german, level):
        return _language(view, Status.MET, Message("German {level} is proved.", level=facts.german), Language.MET)
    if facts.illness_or_disability:
        return _language(view, Status.NOT_REQUIRED, WAIVED, Language.WAIVED, "stag.knowledge_waived")
    if _speech_is_enough(view):
        key, variant = (("stag.language_recruited", Language.RECRUITED) if facts.recruited
                        else ("stag.language_hardship", Language.HARDSHIP))
        return _language(view, Status.MET, Message("Spoken everyday German is enough here."), variant, key)
    if facts.german is not None:
        explanation = Message("Less than {level} is proved.", level=level)
        return _language(view, Status.NOT_MET, explanation, Language.NOT_MET)
    return _language_named(LANGUAGE.presumed(view, Message("Proof of German {level}", level=level)))


def _speech_is_enough(view: LegalView) -> bool:
    eased = view.facts.recruited or view.facts.hardship_4a
    return bool(eased) and view.facts.german is not None and speaks(view.facts.german, German.ORAL)


def civics(view: LegalView) -> Finding:
    """The test with enough points; not for children, waived with the language."""
    if under_age(view):
        explanation = Message("Not required under {age} years.", age=view.law.number("stag.under_age"))
        return _civics(view, Status.NOT_REQUIRED, explanation, Civics.NOT_REQUIRED, "stag.under_age")
    decided = CIVICS.decided(view)
    if decided is not None:
        return _civics_named(decided)
    if _passed(view):
        return _civics(view, Status.MET, Message("The test is passed."), Civics.MET)
    waived = _waived(view)
    if waived is not None:
        return waived
    points, least = view.facts.civics_points, view.law.number("einbtestv.points")
    if points is not None:
        explanation = Message("{points} points; {least} are needed.", points=points, least=least)
        return _civics(view, Status.NOT_MET, explanation, Civics.NOT_MET)
    if view.facts.civics_passed is False:
        return _civics(view, Status.NOT_MET, Message("No test has been passed yet."), Civics.NOT_MET)
    proof = Message("Naturalisation test or test “Leben in Deutschland” with {least} points", least=least)
    return _civics_named(CIVICS.presumed(view, proof))


def _passed(view: LegalView) -> bool:
    points = view.facts.civics_points
    return bool(view.facts.civics_passed) or (points is not None and points >= view.law.number("einbtestv.points"))


def _waived(view: LegalView) -> Finding | None:
    """Illness, disability, age; or whoever needs only spoken German (§ 10 Abs. 6 StAG)."""
    if view.facts.illness_or_disability:
        return _civics(view, Status.NOT_REQUIRED, WAIVED, Civics.WAIVED, "stag.knowledge_waived")
    if view.facts.recruited or view.facts.hardship_4a:
        return _civics(view, Status.NOT_REQUIRED, Message("Not required where spoken German is enough."),
                       Civics.WAIVED_WITH_LANGUAGE, "stag.civics_waived")
    return None


def _by_age(finding: Finding, view: LegalView) -> Finding:
    child = view.law.rule("stag.language_child")
    return replace(finding, rules=(child, *finding.rules), variant=Language.BY_AGE)


def _language(view: LegalView, status: Status, explanation: Message, variant: Language, *rules: str) -> Finding:
    return LANGUAGE.found(view, status, explanation, rules=rules, variant=variant, used=_used(view, "german"))


def _civics(view: LegalView, status: Status, explanation: Message, variant: Civics, *rules: str) -> Finding:
    return CIVICS.found(view, status, explanation, rules=rules, variant=variant, used=_used(view, "civics_test"))


def _used(view: LegalView, name: str) -> tuple[Used, ...]:
    words = {"german": Message("German"), "civics_test": Message("test")}
    return (used(view, name, words[name]),) if name in view.sources else ()


def _language_named(finding: Finding) -> Finding:
    names = {Status.MET: Language.MET, Status.NOT_MET: Language.NOT_MET}
    return replace(finding, variant=names.get(finding.status, ""))


def _civics_named(finding: Finding) -> Finding:
    names = {Status.MET: Civics.MET, Status.NOT_MET: Civics.NOT_MET, Status.NOT_REQUIRED: Civics.NOT_REQUIRED}
    return replace(finding, variant=names.get(finding.status, ""))
