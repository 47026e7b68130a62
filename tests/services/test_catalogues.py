"""The shipped catalogues: complete, in both languages, and usable in a drop-down."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date

import pytest

from hin_desktop.domain.calendar import Unit
from hin_desktop.domain.catalogue import NO_ANSWER, Catalogue, Entry
from hin_desktop.domain.notices.notice import Delivery, Instruction, NoticeKind, Remedy
from hin_desktop.domain.pathway import StationKey
from hin_desktop.resources import path, read_text
from hin_desktop.services.catalogues import Catalogues, choices, load_catalogues

DAY = date(2026, 11, 22)
NAMES = [field.name for field in fields(Catalogues)]
OF_A_PERSON = ["access_sources", "countries", "interpreter_needs", "language_levels", "languages", "marital_status",
               "nationalities", "relations", "residence_duties", "salutations", "sexes", "side_conditions",
               "target_groups"]
# ISO 3166-1 territories whose people have the nationality of another country, and uninhabited ones
TERRITORIES = """ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK CUW CXR CYM FLK FRO GGY GIB GLP GRL GUF GUM HMD IMN IOT JEY
MAF MNP MSR MTQ MYT NCL NFK PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF"""
COUNTS = {"absence_reasons": 7, "authority_kinds": 9, "channels": 14, "closing_reasons": 19, "counselling_types": 6,
          "hin_fields": 6, "laender": 16, "outcomes": 16, "privacy_laws": 4, "referral_destinations": 38, "topics": 33}


@pytest.fixture(scope="module")
def catalogues() -> Catalogues:
    return load_catalogues()


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_complete_in_both_languages(catalogues: Catalogues, name: str) -> None:
    catalogue = catalogues.named(name)
    assert catalogue.name == name
    assert all(entry.de.strip() == entry.de and entry.en.strip() == entry.en for entry in catalogue)
    assert len({entry.de for entry in catalogue}) == len({entry.en for entry in catalogue}) == len(catalogue)


def test_every_file_belongs_to_a_catalogue() -> None:
    files = {file.stem.removesuffix("_supplement") for file in path("catalogues").glob("*.toml")}
    assert files == {*NAMES, "path"}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_lists_are_as_long_as_their_source(catalogues: Catalogues, name: str, count: int) -> None:
    assert len(catalogues.named(name)) == count


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_no_answer_is_always_an_answer(catalogues: Catalogues, name: str) -> None:
    entry = catalogues.named(name).find(NO_ANSWER)
    assert entry is not None
    assert entry.de in {"keine Angabe", "ohne Angabe"}
    assert entry.en == "no answer"


def test_an_unknown_catalogue_is_refused(catalogues: Catalogues) -> None:
    with pytest.raises(KeyError):
        catalogues.named("load")


def test_milestones_belong_to_a_station(catalogues: Catalogues) -> None:
    assert {step.text("station") for step in catalogues.milestones} < set(StationKey)
    reaching = [step.code for step in catalogues.milestones if step.extra.get("reaches") is True]
    assert {"GERMAN_B1", "WORK_FULL_TIME", "SETTLEMENT", "NATURALISED"} < set(reaching)
    assert catalogues.milestones.entry("NAT_APPLIED").extra["reaches"] is False


def test_work_stands_for_a_step_of_the_path(catalogues: Catalogues) -> None:
    steps = {kind.text("milestone") for kind in catalogues.employment_kinds} - {""}
    assert steps <= {step.code for step in catalogues.milestones}


def test_two_benefits_speak_against_the_livelihood(catalogues: Catalogues) -> None:
    """§ 10 Abs. 1 S. 1 Nr. 3 StAG names SGB II and SGB XII, nothing else."""
    assert [kind.code for kind in catalogues.benefit_kinds if kind.extra.get("harmful")] == ["SGB2", "SGB12"]


def test_the_codes_of_post_are_those_that_the_rules_know(catalogues: Catalogues) -> None:
    assert {entry.code for entry in catalogues.notice_kinds} == set(NoticeKind)
    assert {entry.code for entry in catalogues.deliveries} == set(Delivery)
    assert {entry.code for entry in catalogues.instructions} == set(Instruction)
    assert {entry.code for entry in catalogues.remedies} >= set(Remedy)
    assert {entry.code.lower() for entry in catalogues.term_units} <= set(Unit)


def test_levels_of_the_path_are_language_levels(catalogues: Catalogues) -> None:
    path_levels = tomllib.loads(read_text("catalogues", "path.toml"))["levels"]
    assert isinstance(path_levels, list)
    assert set(path_levels) <= {entry.code for entry in catalogues.language_levels}
    assert {step.text("level") for step in catalogues.milestones} - {""} <= set(path_levels)


def test_relations_are_inverse_to_each_other(catalogues: Catalogues) -> None:
    inverse = {relation.code: relation.text("inverse") for relation in catalogues.relations}
    assert all(inverse[inverse[code]] == code for code in inverse)
    assert inverse["CHILD"] == "PARENT"


def test_topics_name_a_field_of_the_network(catalogues: Catalogues) -> None:
    topics = [topic.text("hin_field") for topic in catalogues.topics]
    assert set(topics) - {""} == {field.code for field in catalogues.hin_fields}
    assert topics.count("HEALTH") == 5
    assert catalogues.topics.entry("IK").text("hin_field") == "EDUCATION"


def test_countries_cover_iso_3166_and_nationalities_cover_all_states(catalogues: Catalogues) -> None:
    countries = {entry.code for entry in catalogues.countries if entry.text("alpha2")}
    nationalities = {entry.code for entry in catalogues.nationalities if not entry.last}
    assert len(countries) == 250  # 249 of ISO 3166-1 and Kosovo
    assert countries - nationalities == set(TERRITORIES.split())
    assert nationalities <= countries


@pytest.mark.parametrize(
    ("code", "de", "en"),
    [("SYR", "syrisch", "Syrian"), ("UKR", "ukrainisch", "Ukrainian"), ("AFG", "afghanisch", "Afghan"),
     ("XKX", "kosovarisch", "Kosovar"), ("NER", "nigrisch", "Nigerien (Niger)"), ("NGA", "nigerianisch", "Nigerian"),
     ("XXA", "staatenlos", "stateless"), ("XXX", "ungeklärt", "unclear")],
)
def test_nationalities_are_adjectives(catalogues: Catalogues, code: str, de: str, en: str) -> None:
    assert (catalogues.nationalities.label(code, "de"), catalogues.nationalities.label(code, "en")) == (de, en)


def test_free_movement_goes_with_27_nationalities_the_eea_and_switzerland(catalogues: Catalogues) -> None:
    free = [entry.text("free_movement") for entry in catalogues.nationalities]
    assert (free.count("EU"), free.count("EEA"), free.count("CH")) == (27, 3, 1)


@pytest.mark.parametrize(
    ("code", "de", "en"),
    [("kmr", "Kurmandschi (Kurdisch)", "Kurmanji (Kurdish)"), ("ckb", "Sorani (Kurdisch)", "Sorani (Kurdish)"),
     ("prs", "Dari", "Dari"), ("ti", "Tigrinya", "Tigrinya"), ("rom", "Romanes (Romani)", "Romani (Romanes)")],
)
def test_languages_of_the_counselling_room_have_their_names(
    catalogues: Catalogues, code: str, de: str, en: str
) -> None:
    assert (catalogues.languages.label(code, "de"), catalogues.languages.label(code, "en")) == (de, en)


def test_no_language_that_nobody_speaks(catalogues: Catalogues) -> None:
    assert not [code for code in ("la", "tlh", "und", "zxx", "en_US") if code in catalogues.languages]


def test_alphabetical_choices_sort_umlauts_and_keep_no_answer_last(catalogues: Catalogues) -> None:
    labels = [label for _code, label in choices(catalogues.countries, "de", DAY)]
    assert labels[:3] == ["Afghanistan", "Ägypten", "Ålandinseln"]
    assert labels[-1] == "keine Angabe"


def test_other_choices_keep_the_order_of_the_list(catalogues: Catalogues) -> None:
    levels = choices(catalogues.language_levels, "en", DAY)
    assert levels[2:5] == [("A1", "A1"), ("A2", "A2"), ("B1", "B1")]
    assert choices(catalogues.residence_titles, "de", DAY)[0] == ("VIS_D", "Nationales Visum (D-Visum)")


def test_choices_leave_out_what_is_not_valid() -> None:
    old, new = Entry("OLD", "alt", "old", valid_until=2025), Entry("NEW", "neu", "new", valid_from=2026)
    assert choices(Catalogue("list", (old, new)), "de", DAY) == [("NEW", "neu")]
