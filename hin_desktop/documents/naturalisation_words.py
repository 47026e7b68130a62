"""A path to naturalisation in plain words, for the person: short sentences, what is there, what to do.

Convictions, exclusions and bars (DELICATE) are left out here; the date is that of residence, which never depends
on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from hin_desktop.documents.naturalisation_data import Headline, PathItem, Standing
from hin_desktop.domain.calendar import Span
from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.law_words import span_words, value_words
from hin_desktop.domain.naturalisation.paths import Path, PathAssessment
from hin_desktop.domain.naturalisation.requirement import DELICATE
from hin_desktop.errors import Message

TIME: Final = Message("Residence time")
MET_FROM: Final = Message("Residence time met from")
MET: Final = Message("met")
STILL_OPEN: Final = Message("still open")
LET_OFF: Final = Message("This is not required of you.")
RESIDENCE: Final = frozenset({"RES_5Y", "RES_3Y", "RES_GUIDELINE"})
DURATIONS: Final = RESIDENCE | {"MARRIAGE_2Y"}
_STANDINGS: Final = {Status.MET: Standing.HAVE, Status.NOT_REQUIRED: Standing.HAVE,
                     Status.NOT_MET: Standing.MISSING, Status.OPEN: Standing.OPEN}


@dataclass(frozen=True, slots=True)
class _Plain:
    """A requirement: its name; how it is; what to do while it is missing; what to bring or clarify while it is open."""

    name: Message
    have: Message
    missing: Message
    open: Message

    def text(self, status: Status) -> Message:
        """What is said of a status."""
        return {Status.MET: self.have, Status.NOT_MET: self.missing, Status.OPEN: self.open}.get(status, LET_OFF)


_TIME: Final = _Plain(
    TIME,
    Message("You have lived here lawfully for long enough."),
    Message("The time with your present papers does not count. We look for other ways with you."),
    Message("We do not know your residence title yet. Bring your papers."))  # fmt: skip


def _declared(name: Message) -> _Plain:
    prepare = Message("You declare this at the authority. We prepare the conversation with you.")
    return _Plain(name, Message("You are prepared for it."), prepare, prepare)


_TOLD: Final = {
    "RES_5Y": _TIME, "RES_3Y": _TIME, "RES_GUIDELINE": _TIME,
    "APPLICATION": _Plain(
        Message("Application"),
        Message("You have made the application."),
        Message("Make the application as soon as everything else is there. We help you."),
        Message("Make the application as soon as everything else is there. We help you.")),
    "MARRIAGE_2Y": _Plain(
        Message("Length of your marriage"),
        Message("Your marriage has lasted long enough."),
        Message("Your marriage was too short for this way. Ask us about other ways."),
        Message("We do not know since when you are married. Bring the marriage certificate.")),
    "TITLE": _Plain(
        Message("Residence title"),
        Message("Your right to stay is enough. It must still exist on the day of the decision."),
        Message("With your present title naturalisation is not possible. We look for another title with you."),
        Message("We still have to clarify whether your title is enough. Bring your papers.")),
    "LIVELIHOOD": _Plain(
        Message("Livelihood"),
        Message("You support yourself. This must be so until the decision."),
        Message("You need income without money from Jobcenter or Sozialamt. There are exceptions."),
        Message("Bring proof of your income and of benefits.")),
    "LANG_B1": _Plain(
        Message("German"),
        Message("Your German is enough."),
        Message("You need a certificate of German {level}. We look for a course with you."),
        Message("Bring your certificate of German {level}. No certificate? We look for a course.")),
    "CIVICS": _Plain(
        Message("Naturalisation test"),
        Message("You have passed the test."),
        Message("Register for the test. You need {points} right answers. We help you."),
        Message("Bring your result or register for the test. You need {points} right answers.")),
    "IDENTITY": _Plain(
        Message("Identity and nationality"),
        Message("It is clear who you are."),
        Message("Your identity has to be clarified. No passport? Ask us."),
        Message("Bring your passport or birth certificate. No passport? Ask us.")),
    "FDGO": _declared(Message("Declaration on democracy")),
    "HIST": _declared(Message("Declaration on history")),
}  # fmt: skip
_BOTH: Final = _declared(Message("Declarations on democracy and history"))
_OPEN_BY_RULE: Final = {
    "stag.absence_half": Message("You were abroad for a long time. The authority decides how much time counts."),
    "stag.guideline_own_claim": Message("At your age the authority decides whether your time is enough."),
}


def told(path: PathAssessment) -> tuple[Finding, ...]:
    """The findings that the person's sheet may rest on."""
    return tuple(finding for finding in path.findings if finding.requirement not in DELICATE)


def path_items(path: PathAssessment, on: date) -> tuple[PathItem, ...]:
    """Every requirement of a path in plain words, in the order of the checklist; the two declarations as one."""
    findings = {finding.requirement: finding for finding in told(path)}
    first, second = findings.get("FDGO"), findings.get("HIST")
    together = first is not None and second is not None and first.status is second.status
    if together:
        del findings["HIST"]
    items = [_item(path, finding, on) for finding in findings.values()]
    if first is not None and together:
        both = PathItem(_STANDINGS[first.status], _BOTH.name, _BOTH.text(first.status))
        items[list(findings).index("FDGO")] = both
    return tuple(items)


def _item(path: PathAssessment, finding: Finding, on: date) -> PathItem:
    name, standing = _TOLD[finding.requirement].name, _STANDINGS[finding.status]
    if path.path is Path.STATELESS and finding.requirement == "APPLICATION":
        standing = Standing.OPEN if standing is Standing.HAVE else standing  # in time, but nobody said it was made
        return PathItem(standing, name, finding.explanation)
    return PathItem(standing, name, next(_special(finding, on), _told(finding)))


def _told(finding: Finding) -> Message:
    return _TOLD[finding.requirement].text(finding.status)


def _special(finding: Finding, on: date) -> Iterator[Message]:
    """What depends on more than the status: dates, levels, exceptions."""
    values = {rule.key: rule.value for rule in finding.rules}
    if finding.status is Status.NOT_MET and finding.requirement in DURATIONS and (finding.earliest or on) > on:
        yield _reached(finding)
    if finding.status is Status.OPEN:
        yield from (text for key, text in _OPEN_BY_RULE.items() if key in values)
    if finding.status is Status.NOT_REQUIRED and finding.requirement == "LIVELIHOOD":
        yield Message("An exception applies to you.")
    if finding.requirement == "LANG_B1" and finding.status in (Status.NOT_MET, Status.OPEN):
        yield _language(finding, "stag.language_child" in values)
    if finding.requirement == "CIVICS" and finding.status in (Status.NOT_MET, Status.OPEN):
        yield Message(_told(finding).key, points=value_words(values.get("einbtestv.points")))


def _reached(finding: Finding) -> Message:
    """How long it takes and when that is over; a guideline may be another one here, so only the day is named."""
    span = next((rule.value for rule in finding.rules if isinstance(rule.value, Span)), None)
    if span is None or finding.requirement == "RES_GUIDELINE":
        return Message("Reached on {date}.", date=finding.earliest)
    return Message("You need {span}. Reached on {date}.", span=span_words(span), date=finding.earliest)


def _language(finding: Finding, child: bool) -> Message:
    if child:
        return Message("Bring your school report.")
    level = next((rule.value for rule in finding.rules if rule.key == "stag.language"), None)
    return Message(_told(finding).key, level=value_words(level))


def headline(path: PathAssessment | None, on: date) -> Headline:
    """From when the residence time is met; never when somebody will be German."""
    if path is None:
        return Headline(Message("Nationality"), Message("You are German"), Message(
            "So it stands in our papers. You need no application for naturalisation."))
    day, title = path.residence_met_on, path.finding("TITLE")
    titled = title is None or title.status is Status.MET
    if day is None:
        return Headline(TIME, STILL_OPEN, Message("We cannot name a day today. Below you see why."))
    if day <= on:
        text = Message("Since {date}. Below you see what else is needed.", date=day)
        return Headline(TIME, MET, text if titled else _but(title))
    text = Message("Until then: ask us before long journeys, and have your title extended in good time.")
    return Headline(MET_FROM, Message("{date}", date=day), text if titled else _but(title))


def _but(title: Finding | None) -> Message:
    """The time is one thing, the title another."""
    if title is not None and title.status is Status.NOT_MET:
        return Message("But first you need another residence title.")
    return Message("We still have to clarify whether your residence title is enough.")
