"""Own rows of the law: never without a source, in the history like everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hin_desktop.errors import Conflict, Invalid
from hin_desktop.services import history, law, law_versions
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.services.open_desk import OpenDesk

ROW = LawVersionRow(key="stag.fee", value="300", valid_from=date(2027, 1, 1), citation="§ 38 StAG")


def test_added_changed_deleted_and_brought_back(open_desk: OpenDesk) -> None:
    saved = law_versions.save(open_desk, ROW).value
    later = law_versions.save(open_desk, replace(ROW, valid_from=date(2028, 1, 1), value="310")).value
    first = law_versions.save(open_desk, replace(saved, valid_until=date(2027, 12, 31))).value
    assert law_versions.get(open_desk) == (first, later)
    law_versions.remove(open_desk, first)
    assert law_versions.get(open_desk) == (later,)
    history.undo(open_desk)
    assert [row.valid_until for row in law_versions.get(open_desk)] == [date(2027, 12, 31), None]


@pytest.mark.parametrize(("change", "field"), [
    ({"key": " "}, "key"), ({"value": ""}, "value"), ({"valid_from": None}, "valid_from"),
    ({"citation": ""}, "citation"), ({"valid_until": date(2026, 12, 31)}, "valid_until"),
])  # fmt: skip
def test_refused_at_the_field(open_desk: OpenDesk, change: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as fault:
        law_versions.save(open_desk, replace(ROW, **change))  # type: ignore[arg-type]  # one field of the row
    assert field in [problem.field for problem in fault.value.problems]


@pytest.mark.parametrize(("key", "value"), [
    ("stag.fee", "much"), ("stag.fee", "-1"), ("stag.fee", "NaN"), ("stag.residence", "5,5"), ("stag.residence", "-5"),
    ("asylg.procedure_begins_made", "12.06.2026"), ("sgg.objection_kinds", ","),
])  # fmt: skip
def test_a_value_of_another_kind_is_refused_in_words(open_desk: OpenDesk, key: str, value: str) -> None:
    with pytest.raises(Invalid) as fault:
        law_versions.save(open_desk, replace(ROW, key=key, value=value))
    assert [problem.field for problem in fault.value.problems] == ["value"]


def test_only_parameters_with_a_value_can_have_another(open_desk: OpenDesk) -> None:
    for key in ("stag.livelihood", "nowhere.known"):
        with pytest.raises(Invalid) as fault:
            law_versions.save(open_desk, replace(ROW, key=key))
        assert [problem.field for problem in fault.value.problems] == ["key"]


def test_the_book_of_the_desk_knows_the_own_row_from_its_day(open_desk: OpenDesk) -> None:
    law_versions.save(open_desk, ROW)
    found = law.on_file(open_desk)
    before, after = (found.book.on(day).rule("stag.fee") for day in (date(2026, 12, 31), date(2027, 1, 1)))
    assert (before.value, before.own, before.to_check) == (Decimal("255.0"), False, False)
    assert (after.value, after.own, after.to_check, after.citation) == (Decimal("300"), True, True, "§ 38 StAG")
    assert law.rule_of(found.own[0]) == after


def test_a_row_that_nobody_understands_any_more_counts_for_nothing() -> None:
    assert law.rule_of(replace(ROW, key="stag.gone")) is None
    assert law.rule_of(replace(ROW, value="much")) is None


def test_two_counsellors(open_desk: OpenDesk, colleague: OpenDesk) -> None:
    saved = law_versions.save(open_desk, ROW).value
    law_versions.save(colleague, replace(saved, value="290"))
    with pytest.raises(Conflict):
        law_versions.save(open_desk, replace(saved, value="280"))
