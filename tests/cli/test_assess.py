"""`hin assess`: the examples by every key that is asked for, and faults that name file, line and key."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from hin_desktop import desk
from hin_desktop.cli.main import DONE, FAULT, USAGE

EXAMPLES = Path(__file__).parents[1] / "domain" / "cases" / "examples.yaml"
COMMENTARY = {"note", "hint", "variant", "capacity_own_from"}


def hin(*words: str | Path) -> int:
    return desk.command_line([str(word) for word in ("assess", *words, "--language", "en")])


@pytest.fixture
def answers(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    """What it prints about the examples, by case."""
    assert hin(EXAMPLES, "--json") == DONE
    return {case["id"]: case for case in json.loads(capsys.readouterr().out)}


def told(expected: object, found: object) -> object:
    """Of what was found the part that is expected, written the same way."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: told(value, found.get(key, "nothing")) for key, value in expected.items() if asked(key)}
    return found


def plain(expected: object) -> object:
    """An expectation as JSON would have it."""
    if isinstance(expected, dict):
        return {key: plain(value) for key, value in expected.items() if asked(key)}
    return expected.isoformat() if isinstance(expected, date) else expected


def asked(key: str) -> bool:
    return key not in COMMENTARY and not key.startswith("add_")


def test_every_expected_key_of_the_examples(answers: dict[str, dict[str, object]]) -> None:
    cases = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))["cases"]
    assert {case["id"]: told(case["expected"], answers[case["id"]]) for case in cases} == {
        case["id"]: plain(case["expected"]) for case in cases}


def test_what_does_not_apply_is_left_out(answers: dict[str, dict[str, object]]) -> None:
    assert set(answers["C30"]) == {"id", "birth_4_3", "parent_five_years_on"}
    assert set(answers["C38"]) == {"id"}
    assert "gap_days" not in answers["C01"]["nat"]  # type: ignore[operator]  # an object of the JSON


def test_a_day_before_the_law_on_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert hin(EXAMPLES, "--json", "--as-of", "2024-06-26") == DONE
    found = json.loads(capsys.readouterr().out)
    assert {case["error"] for case in found} == {"kein Rechtsstand hinterlegt"}


def test_another_day_asks_another_law(capsys: pytest.CaptureFixture[str]) -> None:
    """The short way of § 10 Abs. 3 stood until 29.10.2025."""
    assert hin(EXAMPLES, "--json", "--as-of", "2025-10-29") == DONE
    before = json.loads(capsys.readouterr().out)
    assert hin(EXAMPLES, "--json", "--as-of", "2025-10-30") == DONE
    assert [case["id"] for case in json.loads(capsys.readouterr().out)] == [case["id"] for case in before]


@pytest.mark.parametrize(("text", "said"), [
    ("as_of: 2026-11-22\ncases:\n- id: X\n  segments: [{code: AE_99, from: 2021-01-01}]\n", "line 4, code: AE_99"),
    ("as_of: 2026-11-22\ncases:\n- id: X\n  facts: {shoe_size: 43}\n", "line 4, shoe_size"),
    ("as_of: 2026-11-22\ncases:\n- id: X\n  kind: dance\n", "line 4, kind: dance"),
    ("as_of: 2026-11-22\ncases:\n- id: X\n  name: Y\n", "line 4, name"),
])
def test_a_fault_names_file_line_and_key(text: str, said: str, tmp_path: Path,
                                         capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(text, encoding="utf-8")
    assert hin(file, "--json") == USAGE
    printed = capsys.readouterr()
    assert (printed.out, str(file) in printed.err, said in printed.err) == ("", True, True)


def test_a_file_without_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text("cases: [{id: X}]\n", encoding="utf-8")
    assert hin(file) == FAULT
    assert "--as-of" in capsys.readouterr().err
    assert hin(file, "--as-of", "2026-11-22") == DONE
    assert capsys.readouterr().out.startswith("X: nat")


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hin(tmp_path / "cases.yaml", "--json") == FAULT
    assert "could not be read" in capsys.readouterr().err
