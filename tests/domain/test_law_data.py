"""The files of resources/law: every number with its source and mark, in both languages, without overlap or hole."""

from __future__ import annotations

import ast
import re
import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

import hin_desktop.domain
from hin_desktop.domain.catalogue import Mark
from hin_desktop.domain.law import Rule
from hin_desktop.resources import path
from tests.domain.law_desk import BOOK

FILES = sorted(path("law").glob("*.toml"))
FROM = date(2024, 6, 27)
LATER = {"ukraineaufenthfgv": date(2025, 10, 1)}  # statutes that did not stand before
STATUTES = {"stag", "stl_uebk", "asylg", "freizuegg_eu", "einbtestv"}  # those of naturalisation
REMEDIES = {f"asylg.{key}" for key in (
    "action", "action_kinds", "action_short", "reasons", "reception", "undeliverable")}  # fmt: skip
# § 35a came with the Act of 22.12.2025, § 10 Abs. 3 went on 30.10.2025, remedies of the AsylG are open since 12.06.2026
MEANT = {"stag.bar", "stag.residence_turbo"} | REMEDIES
TERMS = {"Wiedereinsetzung"}  # legal terms keep their German name in both languages
TO_CHECK = {  # [K] or draft in facts.md §§ 0–2, or not in it at all
    "asylg.procedure_begins_made", "freizuegg_eu.absence_year", "stag.absence_half", "stag.bar", "stag.declaration",
    "stag.guideline_child", "stag.guideline_marriage", "stag.guideline_own_claim", "stag.guideline_small_child",
    "stag.guideline_spouse", "stag.late_application", "stag.of_age", "stag.rates_of_a_month",
    "stag.residence_discretion"}
KEYS = sorted({rule.key for rule in BOOK.rules})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_begins_on_the_same_day(file: Path) -> None:
    assert tomllib.loads(file.read_text(encoding="utf-8"))["known_from"] == LATER.get(file.stem, FROM)


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: f"{rule.key}-{rule.valid_from}")
def test_every_row_can_be_shown_with_its_source(rule: Rule) -> None:
    assert rule.citation.strip()
    assert rule.mark in (Mark.VERIFIED, Mark.TO_CHECK) and not rule.own
    assert rule.title_de and rule.title_en and (rule.title_de != rule.title_en or rule.title_de in TERMS)
    assert bool(rule.sentence_de) == bool(rule.sentence_en)
    places = re.findall(r"\{(.*?)\}", rule.sentence_de)
    assert sorted(places) == sorted(re.findall(r"\{(.*?)\}", rule.sentence_en))
    assert places in ([], ["value"]) and (rule.value is not None or not places)


@pytest.mark.parametrize("key", KEYS)
def test_versions_follow_each_other(key: str) -> None:
    versions = BOOK.versions(key)
    for before, after in pairwise(versions):
        assert before.valid_until is not None
        assert after.valid_from == before.valid_until + timedelta(days=1)
    if key not in MEANT and versions[0].statute in STATUTES:
        assert (versions[0].valid_from, versions[-1].valid_until) == (FROM, None)


def test_the_marks_are_those_of_the_fact_base() -> None:
    assert {rule.key for rule in BOOK.rules if rule.to_check and rule.statute in STATUTES} == TO_CHECK


def test_no_rule_is_asked_for_that_nobody_wrote_down() -> None:
    statutes = "|".join(file.stem for file in FILES)
    sources = [file.read_text(encoding="utf-8") for file in Path(hin_desktop.domain.__file__).parent.rglob("*.py")]
    asked = {node.value for source in sources for node in ast.walk(ast.parse(source))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)
             and re.fullmatch(rf"({statutes})\.\w+", node.value)}
    assert asked and asked <= set(KEYS)
