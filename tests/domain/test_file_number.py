from __future__ import annotations

import pytest

from hin_desktop.domain.file_number import check_pattern, next_number, prefix


@pytest.mark.parametrize(
    ("pattern", "highest", "expected"),
    [
        ("HIN-{year}-{number:04}", None, "HIN-2025-0001"),
        ("HIN-{year}-{number:04}", "HIN-2025-0142", "HIN-2025-0143"),
        ("HIN-{year}-{number:04}", "HIN-2025-9999", "HIN-2025-10000"),
        ("HIN-{year}-{number:04}", "von Hand", "HIN-2025-0001"),
        ("{number}", "41", "42"),
    ],
)
def test_next_number(pattern: str, highest: str | None, expected: str) -> None:
    assert next_number(pattern, 2025, highest) == expected


def test_prefix_is_what_numbers_of_a_year_share() -> None:
    assert prefix("HIN-{year}-{number:04}", 2025) == "HIN-2025-"


@pytest.mark.parametrize("pattern", ["{number}", "HIN-{year}-{number:04}", "AWO {number:06}"])
def test_usable_patterns(pattern: str) -> None:
    assert check_pattern(pattern, "pattern") == ()


@pytest.mark.parametrize(
    "pattern", ["", "HIN-{year}", "{number}-x", "{number:99}", "{other}{number}", "{number", "a\n{number}"]
)
def test_patterns_that_cannot_be_used(pattern: str) -> None:
    assert [problem.field for problem in check_pattern(pattern, "pattern")] == ["pattern"]
