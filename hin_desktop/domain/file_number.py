"""File numbers (Aktenzeichen) by a pattern such as 'HIN-{year}-{number:04}'."""

from __future__ import annotations

import re

from hin_desktop.errors import FieldProblem, Message

_PATTERN = re.compile(r"(?:[^{}]|\{year\})*\{number(?::0\d)?\}")


def check_pattern(pattern: str, field: str) -> tuple[FieldProblem, ...]:
    """What is wrong with a pattern: it may contain {year} and ends with {number}, or {number:04} for four digits."""
    if _PATTERN.fullmatch(pattern) and pattern.isprintable():
        return ()
    return (FieldProblem(field, Message("The pattern must end with {sign}.", sign="{number:04}")),)


def prefix(pattern: str, year: int) -> str:
    """Everything before the number, in this year."""
    return pattern[: pattern.rindex("{number")].replace("{year}", f"{year:04}")


def next_number(pattern: str, year: int, highest: str | None) -> str:
    """The file number after `highest`, the greatest that this year has; None: the first one."""
    before = prefix(pattern, year)
    digits = (highest or "").removeprefix(before)
    number = int(digits) + 1 if digits.isdecimal() else 1
    return before + pattern[pattern.rindex("{number") :].format(number=number)
