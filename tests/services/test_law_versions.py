"""Own rows of the law: never without a source, in the history like everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hin_desktop.errors import Conflict, Invalid
from hin_desktop.services import history, law_versions
from hin_desktop.services.law_versions import LawVersionRow
from hin_desktop.services.open_desk import OpenDesk

ROW = LawVersionRow(key="fee", value="300", valid_from=date(2027, 1, 1), citation="§ 38 StAG")


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
    assert [problem.field for problem in fault.value.problems] == [field]


def test_two_counsellors(open_desk: OpenDesk, colleague: OpenDesk) -> None:
    saved = law_versions.save(open_desk, ROW).value
    law_versions.save(colleague, replace(saved, value="290"))
    with pytest.raises(Conflict):
        law_versions.save(open_desk, replace(saved, value="280"))
