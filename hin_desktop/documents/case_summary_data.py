"""What a case summary is made from: plain values, read by a service for one person and one day.

What must not be stored or printed (reasons for flight, convictions, diagnoses, other identities ...) has no field.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.pathway import Station


class PrivacyLaw(StrEnum):
    """The data protection law that the organisation is under; codes of privacy_laws.toml in lower case."""

    DSGVO = "dsgvo"
    KDG = "kdg"
    DSG_EKD = "dsg_ekd"
    DSG_NRW = "dsg_nrw"


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A way to reach the person, e.g. 'Telephone', '0151 ...'. `protected` lines are never printed, nor mentioned."""

    label: str
    value: str
    protected: bool = False


@dataclass(frozen=True, slots=True)
class SummaryPerson:
    """The person as they are to be named; lists are already in the language of the sheet."""

    name: str
    original_name: str = ""
    file_number: str = ""
    birth: PartialDate | None = None
    nationalities: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    interpreter: str = ""
    contact: tuple[ContactLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryMember:
    """Somebody of the household: name and relation, nothing more."""

    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class SummaryResidence:
    """A residence title. `start` and `end` are inclusive; `end` None and `unlimited` False: not known.

    `continues`: it goes on through `end` by ordinance, beyond the day that is printed on it.
    """

    title: str
    legal_basis: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    authority: str = ""
    expired: bool = False
    unlimited: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class SummaryCase:
    """A counselling relation; `closed` None while it is open."""

    name: str
    opened: date
    closed: date | None = None
    counsellor: str = ""
    closing_reason: str = ""


@dataclass(frozen=True, slots=True)
class SummaryConsultation:
    """One talk. `note` is printed only when notes are chosen."""

    on: date
    channel: str
    topics: tuple[str, ...] = ()
    minutes: int | None = None
    interpreter: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SummaryStep:
    """What was agreed, and until when (inclusive)."""

    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """Everything that a case summary can show; newest first in every list but `steps` (next due first)."""

    letterhead: Letterhead
    person: SummaryPerson
    printed_on: date
    author: str
    privacy_law: PrivacyLaw = PrivacyLaw.DSGVO
    stations: tuple[Station, ...] = ()
    household: tuple[SummaryMember, ...] = ()
    residence: tuple[SummaryResidence, ...] = ()
    cases: tuple[SummaryCase, ...] = ()
    consultations: tuple[SummaryConsultation, ...] = ()
    steps: tuple[SummaryStep, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What goes in. `consultations` is how many of the last ones; notes only when asked for."""

    contact: bool = True
    household: bool = True
    residence: bool = True
    path: bool = True
    cases: bool = True
    consultations: int = 5
    steps: bool = True
    notes: bool = False
