"""The catalogue of residence statuses: what each title means for time, settlement, courses and counselling.

The columns follow AufenthG, StAG, AsylG, FreizügG/EU; the values come from resources/catalogues/residence_titles.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hin_desktop.domain.catalogue import BadCatalogue, Catalogue, Entry, Row, parse_each, plain_entry


class TitleKind(StrEnum):
    """What sort of status it is."""

    VISA = "VISUM"
    PERMIT = "AE"
    BLUE_CARD = "BK"
    ICT = "ICT"
    SETTLEMENT = "NE"
    ASYLUM_PROCEDURE = "GESTATTUNG"
    TOLERATION = "DULDUNG"
    FICTION = "FIKTION"
    FREE_MOVEMENT = "EU"
    EXEMPT = "BEFREIUNG"
    GERMAN = "DEUTSCH"
    NONE = "OHNE"
    OTHER = "SONST"


class NatCount(StrEnum):
    """Whether the time counts as lawful habitual residence (StAG)."""

    YES = "Y"
    DOUBTFUL = "Y?"  # lawful, but perhaps not habitual because of a temporary purpose
    PROTECTION = "P"  # only if asylum or international protection was granted later (§ 55 Abs. 3 AsylG)
    FROM_ORDER = "Y ab Anordnung"
    NO = "N"
    NOT_APPLICABLE = "-"


class NatTitle(StrEnum):
    """Whether the status satisfies § 10 Abs. 1 S. 1 Nr. 2 StAG on the day of decision."""

    ELIGIBLE = "ok"
    ELIGIBLE_DOUBTFUL = "ok?"
    EXCLUDED = "no"
    UNLIMITED = "unl"
    UNLIMITED_DOUBTFUL = "unl?"
    LIKE_EU = "wie EU"
    LIKE_PREVIOUS = "wie Vortitel"
    OPEN = "K?"
    NO_TITLE = "n"
    NOT_APPLICABLE = "-"


class SettlementCount(StrEnum):
    """Whether the time counts as possession of an Aufenthaltserlaubnis (§ 9 Abs. 2 S. 1 Nr. 1 AufenthG)."""

    YES = "Y"
    YES_WITH_PROCEDURE = "Y+A"
    BY_EQUIVALENCE = "(Y)"
    HALF = "H"  # § 9 Abs. 4 Nr. 3
    PROCEDURE = "A"  # asylum procedure: only for § 26 Abs. 3 and 4
    NO = "N"
    NOT_APPLICABLE = "-"


class CourseAccess(StrEnum):
    """The way into an integration course (§§ 44, 44a AufenthG, § 9 BVFG)."""

    CLAIM = "A"
    CLAIM_LITTLE_NEED = "A*"  # often "erkennbar geringer Integrationsbedarf" (§ 44 Abs. 3)
    CLAIM_SENTENCE_3 = "A nur S. 3"
    CLAIM_OR_ADMISSION = "A/Z"
    ADMISSION = "Z"  # only § 44 Abs. 4
    ADMISSION_STOPPED = "Z!"  # § 44 Abs. 4, a group named in the stop of 2026
    RESETTLER = "BVFG"
    LIKE_PREVIOUS = "wie Vortitel"
    NONE = "0"


class CourseDuty(StrEnum):
    """A reason for being obliged to attend (§ 44a Abs. 1 AufenthG)."""

    NO_SIMPLE_GERMAN = "1a"
    NOT_B1 = "1b"
    JOBCENTER = "2"
    AUTHORITY = "3"
    ASYLUM_BENEFITS = "4"
    AUTHORITY_SIMPLE_GERMAN = "5"  # § 44a Abs. 1 S. 6: can be obliged
    LIKE_PREVIOUS = "wie Vortitel"


class MbeAccess(StrEnum):
    """Whether the Migrationsberatung für erwachsene Zuwanderer is for this status."""

    CORE = "M"
    POSSIBLE = "(M)"
    GOOD_PROSPECT = "G"
    REFER = "N"
    REFER_OR_GOOD_PROSPECT = "N/G"
    ANONYMOUS = "anonym"


class JmdAccess(StrEnum):
    """Whether the Jugendmigrationsdienst is for this status, for people from 12 to 26."""

    YES = "J"
    POSSIBLE = "(J)"
    NO = "N"


@dataclass(frozen=True, slots=True)
class EarlierBasis:
    """The legal basis as it was until a day (inclusive)."""

    until: date
    legal_basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidenceTitle(Entry):
    """A residence status. Texts on law (`legal_basis`, `settlement_route`, notes) keep the German wording.

    Where the program needs more than a column can say, the `…_note` says it; `mark` covers `nat_title`, the course
    columns and the settlement route, the others are practice and to be checked.
    """

    identifier: str
    legal_basis: str
    earlier: tuple[EarlierBasis, ...]
    kind: TitleKind
    nat_count: NatCount
    nat_title: NatTitle
    nat_title_note: str
    settlement_count: SettlementCount
    settlement_route: str
    course: CourseAccess
    course_note: str
    course_duty: tuple[CourseDuty, ...]
    course_duty_note: str
    mbe: MbeAccess
    jmd: JmdAccess
    validity_de: str
    validity_en: str
    notes: tuple[str, ...]
    azr_code: str

    def legal_basis_on(self, day: date) -> str:
        """The paragraph as it was numbered on this day."""
        for earlier in sorted(self.earlier, key=lambda version: version.until):
            if day <= earlier.until:
                return earlier.legal_basis
        return self.legal_basis

    @property
    def permanent(self) -> bool:
        """Whether it is the goal already: an unlimited right beyond which there is no settlement permit to reach.

        Free movement (EU_2) is unlimited for naturalisation, but becomes permanent only with § 4a FreizügG/EU.
        """
        return self.nat_title is NatTitle.UNLIMITED and self.settlement_count is SettlementCount.NOT_APPLICABLE

    def validity(self, language: str) -> str:
        """How long the status is usually given, in words."""
        return self.validity_en if language == "en" else self.validity_de


def parse_titles(data: Mapping[str, object]) -> Catalogue[ResidenceTitle]:
    """All residence statuses from plain data: `entries`, and `notes` by number. May raise BadCatalogue."""
    notes = data.get("notes")
    if not isinstance(notes, dict):
        raise BadCatalogue("residence_titles: no notes")
    return parse_each("residence_titles", data, lambda row: _title(row, notes))


def _title(row: Row, notes: Mapping[str, object]) -> ResidenceTitle:
    plain = plain_entry(row)
    return ResidenceTitle(
        code=plain.code,
        de=plain.de,
        en=plain.en,
        mark=plain.mark,
        identifier=row.text("identifier"),
        legal_basis=row.text("legal_basis"),
        earlier=_earlier(row),
        kind=row.choice("kind", TitleKind),
        nat_count=row.choice("nat_count", NatCount),
        nat_title=row.choice("nat_title", NatTitle),
        nat_title_note=row.optional_text("nat_title_note"),
        settlement_count=row.choice("ne_count", SettlementCount),
        settlement_route=row.optional_text("ne_route"),
        course=row.choice("course", CourseAccess),
        course_note=row.optional_text("course_note"),
        course_duty=tuple(_duty(row, text) for text in row.several("course_duty")),
        course_duty_note=row.optional_text("course_duty_note"),
        mbe=row.choice("mbe", MbeAccess),
        jmd=row.choice("jmd", JmdAccess),
        validity_de=row.optional_text("validity_de"),
        validity_en=row.optional_text("validity_en"),
        notes=tuple(_note(row, number, notes) for number in row.several("notes")),
        azr_code=row.optional_text("azr_code"),
    )


def _duty(row: Row, text: str) -> CourseDuty:
    return Row(row.place, {"course_duty": text}).choice("course_duty", CourseDuty)


def _note(row: Row, number: str, notes: Mapping[str, object]) -> str:
    note = notes.get(number)
    if not isinstance(note, str):
        raise row.fault("notes", f"no note {number}")
    return note


def _earlier(row: Row) -> tuple[EarlierBasis, ...]:
    versions = row.columns.get("earlier", [])
    if not isinstance(versions, list):
        raise row.fault("earlier", "not a list")
    return tuple(_earlier_basis(row, version) for version in versions)


def _earlier_basis(row: Row, version: object) -> EarlierBasis:
    if not isinstance(version, dict) or not isinstance(version.get("until"), date):
        raise row.fault("earlier", "needs until (a day) and legal_basis")
    return EarlierBasis(version["until"], Row(row.place, version).text("legal_basis"))
