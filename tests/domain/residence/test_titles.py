"""Residence statuses: all of them, and their columns against the table they were taken from."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from hin_desktop.domain.catalogue import BadCatalogue, Catalogue, Mark
from hin_desktop.domain.residence.titles import (
    CourseAccess,
    CourseDuty,
    EarlierBasis,
    JmdAccess,
    MbeAccess,
    NatCount,
    NatTitle,
    ResidenceTitle,
    SettlementCount,
    TitleKind,
    parse_titles,
)
from hin_desktop.resources import read_text

# Code; basis; kind; nat_count; nat_title; ne_count; course; duty; mbe; jmd; verified
TABLE = """
VIS_D; § 6 Abs. 3; VISUM; Y; n; Y; 0; ; N; J; V
TITELFREI_UKR; § 2 UkraineAufenthÜV (Einreise bis 04.12.2026); BEFREIUNG; Y; n; N; 0; ; (M); J; V
AE_7_1_3; § 7 Abs. 1 S. 3; AE; Y; ok; Y; Z; 3; M; J; V
AE_16B; § 16b; AE; Y; no; H; Z; ; (M); J; V
AE_16G; § 16g; AE; Y; ok; H; Z; 2,3; M; J; V
AE_18B; § 18b; AE; Y; ok; Y; A*; 1a,2,3; M; J; V
BK_18G; § 18g; BK; Y; ok; Y; A*; 1a,3; M; J; V
ICT_19; § 19; ICT; Y?; no; Y; 0; ; N; N; K
AE_20A; § 20a; AE; Y?; no; Y; 0; ; (M); J; V
AE_23_2; § 23 Abs. 2; AE; Y; ok; Y; A; 1a,1b,2,3; M; J; V
AE_24; § 24 Abs. 1; AE; Y; no; Y; Z!; 2,3,4; M; J; V
AE_25_1; § 25 Abs. 1; AE; Y; ok; Y+A; A; 1a,2,3,5; M; J; V
AE_25_2_FL; § 25 Abs. 2 S. 1; AE; Y; ok; Y+A; A; 1a,2,3,5; M; J; V
AE_25_2_SUB; § 25 Abs. 2 S. 2; AE; Y; ok; Y+A; A; 1a,2,3,5; M; J; V
AE_25_3; § 25 Abs. 3; AE; Y; no; Y+A; Z; 2,3; M; J; V
AE_25_4A; § 25 Abs. 4a (S. 1 / S. 3); AE; Y; no; Y; A nur S. 3; 1a,2,3; M; J; V
AE_25B; § 25b; AE; Y; ok; Y; A; 1a,2,3; M; J; V
AE_104C; § 104c a. F. / Übergang; AE; Y; no; Y; Z; 2,3; M; J; V
AE_28_1_1; § 28 Abs. 1 S. 1 Nr. 1; AE; Y; ok; Y; A; 1a,1b,2,3; M; J; V
AE_33; § 33; AE; Y; ok; Y; Z; ; M; J; V
NE_9; § 9; NE; Y; unl; -; Z; 3; M; J; V
AG_55; § 55 AsylG; GESTATTUNG; P; n; A; Z!; 4; G; J; V
DU_60B; § 60b; DULDUNG; N; n; N; 0; ; N; J; V
DU_60C; § 60c; DULDUNG; N; n; N; Z!; 4; N/G; J; V
FB_81_4; § 81 Abs. 4 S. 1; FIKTION; Y; wie Vortitel; Y; wie Vortitel; wie Vortitel; M; J; V
FB_81_4_3; § 81 Abs. 4 S. 3; FIKTION; Y ab Anordnung; wie Vortitel; Y; wie Vortitel; ; M; J; V
EU_2; § 2 FreizügG/EU; EU; Y; unl; (Y); Z!; ; M; J; V
EU_FAM_5; § 5 Abs. 1 FreizügG/EU; EU; Y; unl?; (Y); Z!; ; M; J; V
EU_3A; § 3a FreizügG/EU; EU; Y; K?; (Y); Z!; ; M; J; V
CH_FZA; FZA EU–CH; § 28 AufenthV; AE; Y; ok; Y; Z; ; M; J; V
ARB_180; § 4 Abs. 2 AufenthG, ARB 1/80; AE; Y; ok?; Y; Z; 2,3; M; J; K
SPA_4; § 4, § 7 Abs. 2 BVFG; § 7 StAG; DEUTSCH; -; -; -; BVFG; ; M; J; V
NONE; § 50 AufenthG; OHNE; N; n; N; 0; ; anonym; (J); K
"""

EXCLUDED = """AE_16A AE_16B AE_16D AE_16E AE_16F AE_17 AE_18F ICT_19 ICT_19B AE_19E AE_20 AE_20A AE_22 AE_23A AE_24
AE_25_3 AE_25_4_1 AE_25_4_2 AE_25_4A AE_25_4B AE_25_5 AE_104C"""  # § 10 Abs. 1 S. 1 Nr. 2 StAG

PERMANENT = "NE_18C NE_35 NE_9 DE_9A NE_26_3 NE_26_4 NE_28_2 EU_4A EU_FAM_DA HAO"


@pytest.fixture(scope="module")
def titles() -> Catalogue[ResidenceTitle]:
    return parse_titles(tomllib.loads(read_text("catalogues", "residence_titles.toml")))


def found(titles: Catalogue[ResidenceTitle], code: str) -> ResidenceTitle:
    title = titles.find(code)
    assert title is not None, code
    return title


def row(title: ResidenceTitle) -> str:
    return "; ".join([
        title.code, title.legal_basis, title.kind, title.nat_count, title.nat_title, title.settlement_count,
        title.course, ",".join(title.course_duty), title.mbe, title.jmd, "V" if title.mark is Mark.VERIFIED else "K",
    ])


def test_there_are_all_88(titles: Catalogue[ResidenceTitle]) -> None:
    assert len(titles) == 88
    assert len({title.identifier for title in titles}) == 88


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_columns_are_those_of_the_table(titles: Catalogue[ResidenceTitle], line: str) -> None:
    assert row(found(titles, line.partition(";")[0])) == line


def test_every_value_of_every_column_occurs(titles: Catalogue[ResidenceTitle]) -> None:
    assert {title.kind for title in titles} == set(TitleKind)
    assert {title.nat_count for title in titles} == set(NatCount)
    assert {title.nat_title for title in titles} == set(NatTitle)
    assert {title.settlement_count for title in titles} == set(SettlementCount)
    assert {title.course for title in titles} == set(CourseAccess)
    assert {title.mbe for title in titles} == set(MbeAccess)
    assert {title.jmd for title in titles} == set(JmdAccess)


def test_excluded_titles_are_those_of_the_statute(titles: Catalogue[ResidenceTitle]) -> None:
    assert [title.code for title in titles if title.nat_title is NatTitle.EXCLUDED] == EXCLUDED.split()


def test_permanent_rights_need_no_settlement_permit(titles: Catalogue[ResidenceTitle]) -> None:
    assert [title.code for title in titles if title.permanent] == [
        title.code for title in titles if title.code in PERMANENT.split()
    ]


@pytest.mark.parametrize(
    ("day", "basis"), [(date(2026, 6, 11), "§ 25 Abs. 2 S. 1 Alt. 2"), (date(2026, 6, 12), "§ 25 Abs. 2 S. 2")]
)
def test_subsidiary_protection_was_renumbered(titles: Catalogue[ResidenceTitle], day: date, basis: str) -> None:
    assert found(titles, "AE_25_2_SUB").legal_basis_on(day) == basis


def test_what_a_column_cannot_say_stands_in_words(titles: Catalogue[ResidenceTitle]) -> None:
    assert found(titles, "AE_31").course_note == "kein Ersttitel"
    assert found(titles, "AE_36A").course_duty_note == "1b: Ehegatte"
    assert found(titles, "AE_24").settlement_route.endswith("Zweckwechsel prüfen")
    assert "§ 55 Abs. 3 AsylG" in found(titles, "AG_55").notes[0]


def test_usual_validity_is_told_in_both_languages(titles: Catalogue[ResidenceTitle]) -> None:
    assert found(titles, "AE_25B").validity("de") == "≤ 2 J. (§ 25b Abs. 5)"
    assert found(titles, "AE_25B").validity("en") == "≤ 2 years (§ 25b Abs. 5)"
    assert all(bool(title.validity_de) == bool(title.validity_en) for title in titles)


def test_a_row_becomes_a_title() -> None:
    columns = {
        "code": "X_1", "de": "Titel", "en": "Title", "mark": "to_check", "identifier": "title", "legal_basis": "§ 1",
        "kind": "AE", "nat_count": "Y?", "nat_title": "ok?", "nat_title_note": "note on title", "ne_count": "H",
        "ne_route": "route", "course": "A*", "course_note": "note on course", "course_duty": ["1a", "5"],
        "course_duty_note": "note on duty", "mbe": "(M)", "jmd": "(J)", "validity_de": "ein Jahr",
        "validity_en": "one year", "notes": ["1.2", "1.1"], "azr_code": "A1",
        "earlier": [{"until": date(2025, 12, 31), "legal_basis": "§ 0"},
                    {"until": date(2020, 1, 1), "legal_basis": "§ –"}]}
    (title,) = parse_titles({"notes": {"1.1": "first", "1.2": "second"}, "entries": [columns]})
    assert title == ResidenceTitle(
        code="X_1", de="Titel", en="Title", mark=Mark.TO_CHECK, identifier="title", legal_basis="§ 1",
        earlier=(EarlierBasis(date(2025, 12, 31), "§ 0"), EarlierBasis(date(2020, 1, 1), "§ –")), kind=TitleKind.PERMIT,
        nat_count=NatCount.DOUBTFUL, nat_title=NatTitle.ELIGIBLE_DOUBTFUL, nat_title_note="note on title",
        settlement_count=SettlementCount.HALF, settlement_route="route", course=CourseAccess.CLAIM_LITTLE_NEED,
        course_note="note on course", course_duty=(CourseDuty.NO_SIMPLE_GERMAN, CourseDuty.AUTHORITY_SIMPLE_GERMAN),
        course_duty_note="note on duty", mbe=MbeAccess.POSSIBLE, jmd=JmdAccess.POSSIBLE, validity_de="ein Jahr",
        validity_en="one year", notes=("second", "first"), azr_code="A1")
    days = (date(2020, 1, 1), date(2020, 1, 2), date(2025, 12, 31), date(2026, 1, 1))
    assert [title.legal_basis_on(day) for day in days] == ["§ –", "§ 0", "§ 0", "§ 1"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"earlier": {}}, "residence_titles: VIS_D: earlier: not a list"),
        ({"earlier": ["2020"]}, "earlier: needs until"),
        ({"earlier": [{"until": date(2020, 1, 1)}]}, "residence_titles: VIS_D: legal_basis: missing"),
        ({"kind": "VISA"}, "^residence_titles: VIS_D: kind: unknown value 'VISA'"),
        ({"course_duty": ["9"]}, "VIS_D: course_duty: unknown value '9'"),
        ({"notes": ["9.9"]}, "VIS_D: notes: no note 9.9"),
        ({"earlier": [{"until": "2026-06-11"}]}, "earlier: needs until"),
    ],
)
def test_a_wrong_value_is_refused(change: dict[str, object], fault: str) -> None:
    data = tomllib.loads(read_text("catalogues", "residence_titles.toml"))
    entries = data["entries"]
    assert isinstance(entries, list)
    entries[0].update(change)
    with pytest.raises(BadCatalogue, match=fault):
        parse_titles(data)


def test_without_notes_there_is_no_catalogue() -> None:
    with pytest.raises(BadCatalogue, match="residence_titles: no notes"):
        parse_titles({"entries": []})
