"""A recovery code survives paper: reading aloud, typing, confusing O and 0."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.vault.faults import RecoveryTypo
from hin_desktop.vault.recovery import SECRET_BYTES, RecoveryCode

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES).map(RecoveryCode)


@given(codes)
def test_what_is_printed_is_read_again(code: RecoveryCode) -> None:
    assert RecoveryCode.parse(str(code)) == code
    assert [len(group) for group in code.groups] == [4] * 9


@given(codes, st.sampled_from(["", " ", "  ", "\n", "-", "–"]), st.booleans())
def test_reading_is_forgiving(code: RecoveryCode, between: str, lower: bool) -> None:
    typed = between.join(code.groups).replace("0", "O").replace("1", "l")
    assert RecoveryCode.parse(typed.lower() if lower else typed) == code


@given(codes, st.integers(0, 35), st.integers(1, 31))
def test_one_wrong_character_is_always_caught(code: RecoveryCode, at: int, by: int) -> None:
    signs = "".join(code.groups)
    wrong = SIGNS[(SIGNS.index(signs[at]) + by) % len(SIGNS)]
    with pytest.raises(RecoveryTypo):
        RecoveryCode.parse(signs[:at] + wrong + signs[at + 1 :])


@given(codes, st.integers(0, 34))
def test_two_swapped_neighbours_are_always_caught(code: RecoveryCode, at: int) -> None:
    signs = "".join(code.groups)
    swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
    if swapped != signs:
        with pytest.raises(RecoveryTypo):
            RecoveryCode.parse(swapped)


@given(codes, st.integers(1, 35))
def test_a_code_cut_short_is_caught(code: RecoveryCode, length: int) -> None:
    with pytest.raises(RecoveryTypo):
        RecoveryCode.parse("".join(code.groups)[:length])


@given(st.text())
def test_anything_else_is_a_typo_never_a_crash(text: str) -> None:
    with pytest.raises(RecoveryTypo):
        RecoveryCode.parse(text)


def test_codes_differ_and_hide_themselves() -> None:
    first, second = RecoveryCode.random(), RecoveryCode.random()
    assert first != second
    assert repr(first) == "RecoveryCode()"
