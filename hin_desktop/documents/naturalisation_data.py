"""What the two sheets on naturalisation are made from: plain values, read by a service for one person and one day.

The person's own sheet gets finished items: convictions, exclusions and bars have no way onto it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hin_desktop.documents.case_summary_data import PrivacyLaw, SummaryPerson
from hin_desktop.documents.letterhead import Letterhead
from hin_desktop.domain.answers import LegalCard
from hin_desktop.domain.pathway import Station
from hin_desktop.errors import Message

PATH_TITLE = Message("Your path to naturalisation")
REPORT_TITLE = Message("Legal assessment")


class Standing(StrEnum):
    """Where an item stands on the person's own sheet."""

    HAVE = "have"
    MISSING = "missing"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class PathItem:
    """A requirement in plain words: what it is called, and how it is or what to do."""

    standing: Standing
    name: Message
    text: Message


@dataclass(frozen=True, slots=True)
class Headline:
    """The one answer of the sheet, e.g. 'Residence time met from', '14.03.2029', and a sentence beside it."""

    label: Message
    value: Message
    text: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSheet:
    """Everything on 'Ihr Weg zur Einbürgerung'. `papers` are in the language of the sheet, the most important first.

    `way` names the path; `contact` are telephone and e-mail of the counselling; `to_check`: something on the sheet has
    not been compared with its source.
    """

    letterhead: Letterhead
    person: SummaryPerson
    printed_on: date
    counsellor: str
    contact: tuple[str, ...] = ()
    headline: Headline
    way: Message | None = None
    items: tuple[PathItem, ...] = ()
    papers: tuple[str, ...] = ()
    to_check: bool = False
    stations: tuple[Station, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalReport:
    """The counsellor's version. `on`: the day whose law and facts were asked; `remarks` stand before the answers."""

    letterhead: Letterhead
    person: SummaryPerson
    printed_on: date
    on: date
    author: str
    privacy_law: PrivacyLaw = PrivacyLaw.DSGVO
    cards: tuple[LegalCard, ...] = ()
    remarks: tuple[Message, ...] = ()
