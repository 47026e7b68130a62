"""Convictions, the bar, and the long sentence of the stateless (§§ 12a, 35a StAG, Art. 2 AusfG StaatenlMindÜbk)."""

from __future__ import annotations

from datetime import date

import pytest

from hin_desktop.domain.facts import Facts
from hin_desktop.domain.findings import Status
from hin_desktop.domain.naturalisation.assessment import assess
from hin_desktop.domain.naturalisation.paths import Path
from tests.domain.law_desk import TODAY, view
from tests.domain.naturalisation.findings import MET, NOT_MET, OPEN, day, found, keys, path, since, values


@pytest.mark.parametrize(("facts", "status", "rule", "said"), [
    (Facts(fines_day_rates=(90,)), MET, "", {}), (Facts(fines_day_rates=(91,)), NOT_MET, "", {"rates": 91, "most": 90}),
    (Facts(fines_day_rates=(30,), suspended_months=(2,), remitted=True), MET, "", {}),
    (Facts(suspended_months=(2, 2), remitted=True), NOT_MET, "", {"rates": 120, "most": 90}),
    (Facts(suspended_months=(3,), remitted=True), MET, "", {}),
    (Facts(suspended_months=(3,), remitted=False), NOT_MET, "stag.convictions_suspended", {}),
    (Facts(suspended_months=(3,)), OPEN, "stag.convictions_suspended", {}),
    (Facts(pending_investigation=True), OPEN, "", {}), (Facts(hate_motive=True), NOT_MET, "", {}),
    (Facts(fines_day_rates=(91,), pending_investigation=True), NOT_MET, "", {"rates": 91, "most": 90}),
    (Facts(fines_day_rates=(91,), statuses={"CRIM": MET}), MET, "", {}),
    (Facts(pending_investigation=False, defaults={"CRIM": MET}), MET, "", {}),
])
def test_convictions(facts: Facts, status: Status, rule: str, said: dict[str, int]) -> None:
    finding = found(facts, "CRIM")
    assert (finding.status, values(finding)) == (status, said)
    assert keys(finding) == [rule] * bool(rule) + ["stag.convictions"]


@pytest.mark.parametrize(("facts", "on", "status", "blocked"), [
    (Facts(naturalisation_withdrawn_on=day("2026-01-15")), TODAY, NOT_MET, date(2036, 1, 15)),
    (Facts(naturalisation_withdrawn_on=day("2026-01-15"), forged_language_certificate_found_on=day("2026-02")), TODAY,
     NOT_MET, date(2036, 2, 28)),
    (Facts(naturalisation_withdrawn_on=day("2016-11-22")), TODAY, MET, None),
    (Facts(naturalisation_withdrawn_on=day("2016-11-23")), TODAY, NOT_MET, TODAY.replace(day=23)),
    (Facts(naturalisation_withdrawn_on=day("2026-01-15"), statuses={"BAR_35A": OPEN}), TODAY, OPEN, None),
    (Facts(naturalisation_withdrawn_on=day("2026-01-15"), statuses={"BAR_35A": NOT_MET}), TODAY, NOT_MET,
     date(2036, 1, 15)),
    (Facts(naturalisation_withdrawn_on=day("2010-01-15"), statuses={"BAR_35A": NOT_MET}), TODAY, NOT_MET,
     date(2020, 1, 15)),
])
def test_the_bar(facts: Facts, on: date, status: Status, blocked: date | None) -> None:
    finding = found(facts, "BAR_35A", on=on)
    assert (finding.status, path(facts, on=on).blocked_until) == (status, blocked)
    assert set(values(finding).values()) <= {blocked, date(2026, 11, 22)}


def test_before_there_was_a_bar() -> None:
    facts = Facts(naturalisation_withdrawn_on=day("2025-01-15"), statuses={"BAR_35A": NOT_MET})
    before = path(facts, on=date(2025, 12, 21))
    assert (before.finding("BAR_35A"), before.blocked_until) == (None, None)
    assert path(facts, on=date(2025, 12, 22)).blocked_until == date(2035, 1, 15)


def stateless(**more: object) -> Facts:
    return Facts(segments=(since("AE_34", "2015-01-01"),), stateless_since_birth=True, born_in_germany=True, **more)


@pytest.mark.parametrize(("more", "status", "said"), [
    ({"birthdate": day("2005-11-23")}, MET, {"date": date(2026, 11, 23)}),
    ({"birthdate": day("2005-11-22")}, NOT_MET, {"date": TODAY}),
    ({"birthdate": day("2005-11-22"), "applied_on": day("2026-11-21")}, MET, {"date": TODAY}),
    ({"birthdate": day("2005-11-22"), "applied_on": day("2026-11-22")}, NOT_MET, {"date": TODAY}),
    ({"birthdate": day("2005-11-22"), "statuses": {"APPLICATION": MET}}, MET, {}),
    ({}, OPEN, {}),
])
def test_application_before_21(more: dict[str, object], status: Status, said: dict[str, object]) -> None:
    finding = found(stateless(**more), "APPLICATION", Path.STATELESS)
    assert (finding.status, values(finding), keys(finding)) == (status, said, ["stl_uebk.application"])
    assert not said or finding.explanation.key.split()[2] == ("must" if status is MET else "had")


@pytest.mark.parametrize(("more", "status"), [
    ({"suspended_months": (60,)}, NOT_MET), ({"suspended_months": (12, 61)}, NOT_MET), ({}, OPEN),
    ({"suspended_months": (59,)}, OPEN), ({"suspended_months": (59,), "defaults": {"CRIM": MET}}, MET),
    ({"suspended_months": (60,), "statuses": {"CRIM": MET}}, MET),
])
def test_no_sentence_of_five_years(more: dict[str, object], status: Status) -> None:
    finding = found(stateless(birthdate=day("2010"), **more), "CRIM", Path.STATELESS)
    assert (finding.status, keys(finding)) == (status, ["stl_uebk.convictions"])


def test_the_stateless_path_asks_for_no_title() -> None:
    facts = Facts(segments=(since("AE_25_5", "2015-01-01"),), stateless_since_birth=True, born_in_germany=True)
    found_path = path(facts, Path.STATELESS)
    assert [finding.requirement for finding in found_path.findings] == ["APPLICATION", "RES_5Y", "CRIM"]
    assert keys(found_path.finding("RES_5Y")) == ["stl_uebk.residence"]
    assert (found_path.earliest, found_path.title_ok_from) == (date(2020, 1, 1), None)
    for missing in ({"stateless_since_birth": None}, {"born_in_germany": False}):
        told = {"stateless_since_birth": True, "born_in_germany": True, **missing}
        assert Path.STATELESS not in {each.path for each in assess(view(Facts(**told))).paths}
