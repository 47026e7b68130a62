"""What the law's answers mean for the stations of the path. Never a promise: it is time, not a result."""

from __future__ import annotations

from collections.abc import Mapping

from hin_desktop.domain.findings import Finding, Status
from hin_desktop.domain.naturalisation.assessment import Assessment
from hin_desktop.domain.naturalisation.requirement import DELICATE, NAMES
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import LawFinding, StationKey, StationState
from hin_desktop.errors import Message


def path_findings(assessment: Assessment) -> Mapping[StationKey, LawFinding]:
    """The stations that the law answers; those of a German need no answer."""
    path = assessment.proposed
    if path is None:
        return {}
    missing = tuple(_missing(finding) for finding in path.findings
                    if finding.status in (Status.NOT_MET, Status.OPEN) and finding.requirement not in DELICATE)
    day = path.residence_met_on
    if day is None:
        naturalisation = LawFinding(StationState.UNKNOWN, Message("time not to be said yet"), None, missing)
    elif day <= assessment.on:
        naturalisation = LawFinding(StationState.NEXT, Message("time met"), PartialDate.of(day), missing)
    else:
        naturalisation = LawFinding(StationState.NEXT, Message("time from {date}", date=day), PartialDate.of(day),
                                    missing)
    return {StationKey.NATURALISATION: naturalisation}


def _missing(finding: Finding) -> Message:
    """The requirement, and of one that only time meets, from when."""
    name = NAMES[finding.requirement]
    if finding.earliest is not None and finding.status is Status.NOT_MET:
        return Message("{what}: from {date}", what=name, date=finding.earliest)
    return name
