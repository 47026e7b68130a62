"""The assessment on paper: the person's own sheet, and the counsellor's version with every rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from hin_desktop.documents import naturalisation_words, press
from hin_desktop.documents.naturalisation_data import PATH_TITLE, REPORT_TITLE, LegalReport, PathSheet
from hin_desktop.domain import answers
from hin_desktop.domain.findings import Status
from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.naturalisation.paths import NAMES, Path, PathAssessment
from hin_desktop.domain.pathway import Station
from hin_desktop.errors import Message
from hin_desktop.services import assessments, organisations, overview, summaries
from hin_desktop.services.assessments import Prospects
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.overview import PersonOverview
from hin_desktop.texts import Texts

ALWAYS = "APPLICATION"
"""The requirement whose papers every application needs."""


class Print(StrEnum):
    """The two sheets; the value is the kind under which the letter is kept."""

    PATH = "naturalisation_path"
    REPORT = "legal_report"


TITLES: Mapping[str, Message] = {Print.PATH: PATH_TITLE, Print.REPORT: REPORT_TITLE}


def prepare(desk: OpenDesk, client_id: int, kind: Print, texts: Texts, on: date) -> bytes:
    """The PDF of one person as of a day. Raises Gone, NoLaw."""
    person = overview.of_person(desk, client_id, on)
    found = assessments.of_person(desk, client_id, on)
    if kind is Print.PATH:
        stations = tuple(_without_reason(each) for each in assessments.stations(desk, person.path, found, on))
        return press.path_sheet(_path_sheet(desk, person, found.naturalisation, stations, texts), texts)
    return press.legal_report(_report(desk, person, found, texts), texts)


def _without_reason(station: Station) -> Station:
    """Why a station was set by hand was written for the office."""
    return replace(station, detail=Message("set by hand")) if station.overridden else station


def _path_sheet(
    desk: OpenDesk, person: PersonOverview, found: Assessment, stations: tuple[Station, ...], texts: Texts
) -> PathSheet:
    organisation, path = organisations.get(desk), found.proposed
    return PathSheet(
        letterhead=summaries.letterhead(desk, organisation), person=summaries.named(person.client, texts),
        printed_on=desk.today(), counsellor=desk.actor.display_name, contact=(organisation.phone, organisation.email),
        headline=naturalisation_words.headline(path, found.on), way=NAMES[path.path] if path is not None else None,
        items=naturalisation_words.path_items(path, found.on) if path is not None else (),
        papers=tuple(_papers(desk, path, texts)) if path is not None else (),
        to_check=path is not None, stations=stations)


def _papers(desk: OpenDesk, path: PathAssessment, texts: Texts) -> Iterator[str]:
    """The papers for what the path requires, and the fee; for an application that was made, no form any more."""
    findings = {finding.requirement: finding for finding in naturalisation_words.told(path)}
    wanted = {code for code, finding in findings.items() if finding.status is not Status.NOT_REQUIRED} | {ALWAYS}
    applied = findings.get(ALWAYS)
    if applied is not None and applied.status is Status.MET and path.path is not Path.STATELESS:  # there: in time
        wanted.discard(ALWAYS)
    for entry in desk.catalogues.naturalisation_papers:
        requirements = entry.extra["requirements"]
        if isinstance(requirements, tuple) and not wanted.isdisjoint(requirements):
            yield texts.inclusive(entry.label(texts.language))
            if entry.code == "FORM":
                yield texts(answers.fee(path))


def _report(desk: OpenDesk, person: PersonOverview, found: Prospects, texts: Texts) -> LegalReport:
    return LegalReport(
        letterhead=summaries.letterhead(desk, organisations.get(desk)), person=summaries.named(person.client, texts),
        printed_on=desk.today(), on=found.view.on, author=desk.actor.display_name,
        privacy_law=summaries.privacy_law(desk), cards=assessments.cards(found),
        remarks=tuple(dict.fromkeys(each.message for each in found.remarks)))

