"""Title, declarations, identity: which rule, which record, what is open until somebody says."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Facts
from tests.domain.law_desk import TODAY
from tests.domain.naturalisation.findings import MET, NOT_MET, NOT_REQUIRED, OPEN, day, found, keys, path, since, values


def test_an_eligible_title_counts_on_the_day_of_decision() -> None:
    facts = Facts(segments=(since("AE_16B", "2020-01-01", "2022-12-31"), since("AE_18B", "2023-01-01")))
    finding = found(facts, "TITLE")
    assert (finding.status, finding.since, finding.on_decision, finding.unsure) == (MET, date(2023, 1, 1), True, False)
    title, basis = finding.used[0].fact.values.values()
    assert (title.label("de"), basis) == ("AE Fachkraft mit akademischer Ausbildung", "§ 18b")
    assert keys(finding) == ["stag.title"]


@pytest.mark.parametrize(("code", "unsure"), [("ARB_180", True), ("EU_FAM_5", True), ("HAO", True), ("SPA_8", True),
                                              ("NE_9", False), ("CH_FZA", False)])
def test_a_contested_title_is_unsure(code: str, unsure: bool) -> None:
    finding = found(Facts(segments=(since(code, "2020-01-01"),)), "TITLE")
    assert (finding.status, finding.unsure) == (MET, unsure)


def test_titles_that_are_not_enough() -> None:
    excluded = found(Facts(segments=(since("AE_24", "2022-03-10"),)), "TITLE")
    assert (excluded.status, excluded.used[0].ref.id, excluded.since, excluded.on_decision) == (NOT_MET, 0, None, False)
    unclear = found(Facts(segments=(since("EU_3A", "2022-03-10"),)), "TITLE")
    assert (unclear.status, len(unclear.missing), len(unclear.used)) == (OPEN, 1, 1)
    nothing = found(Facts(), "TITLE")
    assert (nothing.status, values(nothing), len(nothing.missing)) == (OPEN, {"date": TODAY}, 1)


def test_the_basis_of_a_title_is_that_of_the_day() -> None:
    facts = Facts(segments=(since("AE_25_2_FL", "2019-01-01"),))
    old, new = found(facts, "TITLE", on=date(2026, 6, 11)), found(facts, "TITLE", on=date(2026, 6, 12))
    assert [each.used[0].fact.values["basis"] for each in (old, new)] == ["§ 25 Abs. 2 S. 1 Alt. 1", "§ 25 Abs. 2 S. 1"]


def test_between_recognition_and_issue_no_title_is_held() -> None:
    facts = Facts(segments=(since("AG_55", "2020-01-01", "2026-10-31"), since("AE_25_1", "2026-12-01")),
                  recognised_on=day("2026-11-01"))
    assert found(facts, "TITLE").status is NOT_MET
    assert found(facts, "RES_5Y").since == date(2025, 1, 1)


@pytest.mark.parametrize(("code", "rules"), [
    ("IDENTITY", ["stag.identity"]), ("FDGO", ["stag.democratic_order"]), ("HIST", ["stag.history"]),
    ("EXCL_11", ["stag.exclusion"]), ("CRIM", ["stag.convictions"]), ("BAR_35A", ["stag.bar"]),
    ("LIVELIHOOD", ["stag.livelihood"]), ("LANG_B1", ["stag.language"]), ("CIVICS", ["einbtestv.points"]),
])
def test_what_nobody_asked_is_open_until_said_by_default_or_by_hand(code: str, rules: list[str]) -> None:
    nobody = found(Facts(), code)
    assert (nobody.status, keys(nobody), len(nobody.missing)) == (OPEN, rules, 1)
    for status in (MET, NOT_MET, OPEN):
        presumed, by_hand = found(Facts(defaults={code: status}), code), found(Facts(statuses={code: status}), code)
        assert presumed.status is by_hand.status is status
        assert presumed.explanation == by_hand.explanation
        assert keys(presumed) == keys(by_hand) == rules
    overruled = found(Facts(statuses={code: MET}, defaults={code: NOT_MET}), code)
    assert overruled.status is MET


def test_the_application_is_spoken_of_once_it_is() -> None:
    assert path(Facts()).finding("APPLICATION") is None
    made = found(Facts(applied_on=day("2026-05")), "APPLICATION")
    assert (made.status, values(made), made.used[0].ref.kind) == (MET, {"date": day("2026-05")}, "applied_on")
    assert found(Facts(statuses={"APPLICATION": NOT_MET}, applied_on=day("2026-05")), "APPLICATION").status is NOT_MET
    assert keys(made) == ["stag.application"]


def test_easings_for_children() -> None:
    child_of_ten = Facts(birthdate=day("2016-01-01"))
    order, history = found(child_of_ten, "FDGO"), found(child_of_ten, "HIST")
    assert (order.status, values(order), keys(order)) == (
        NOT_REQUIRED, {"age": 16}, ["stag.under_age", "stag.democratic_order"])
    assert (history.status, history.unsure, len(history.missing)) == (OPEN, True, 1)
    language, civics = found(child_of_ten, "LANG_B1"), found(child_of_ten, "CIVICS")
    assert (language.variant, keys(language)) == ("AGE_APPROPRIATE", ["stag.language_child", "stag.language"])
    assert (civics.variant, values(civics), keys(civics)) == (
        "NOT_REQUIRED", {"age": 16}, ["stag.under_age", "einbtestv.points"])
    stated = Facts(birthdate=day("2016-01-01"), statuses={"HIST": MET})
    assert (found(stated, "HIST").status, found(stated, "HIST").unsure) == (MET, True)
    grown = Facts(birthdate=day("2000"), defaults={"HIST": MET})
    assert (found(grown, "HIST").unsure, found(Facts(birthdate=day("2010")), "FDGO").status) == (False, OPEN)
