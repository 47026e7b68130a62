"""Values go into a column, and into the journal, and come out the same."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Boolean, Date, Dialect, LargeBinary, Numeric, Text, Time
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.types import TypeEngine

from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.records.types import JsonText, PartialDateText, UtcDateTime, enum_text, from_plain, json_text, plain


class Sign(StrEnum):
    AT = "@"
    HASH = "#"


HERNE = timezone(timedelta(hours=2))
SQLITE: Dialect = sqlite_dialect()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
MOMENTS = st.integers(0, 10**15).map(lambda micros: datetime(1970, 1, 1, tzinfo=HERNE) + timedelta(microseconds=micros))


@given(JSON)
def test_json_comes_back(value: object) -> None:
    text = JsonText().process_bind_param(value, SQLITE)
    assert JsonText().process_result_value(text, SQLITE) == value


def test_json_text_is_canonical_and_readable() -> None:
    assert json_text({"b": "ü", "a": [1, None]}) == '{"a":[1,null],"b":"ü"}'


@given(MOMENTS)
def test_a_moment_comes_back_in_utc(moment: datetime) -> None:
    stored = UtcDateTime().process_bind_param(moment, SQLITE)
    assert stored is not None
    back = UtcDateTime().process_result_value(stored.replace(tzinfo=None), SQLITE)
    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2027, 1, 1), SQLITE)  # noqa: DTZ001  # that is the point


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (UtcDateTime(), datetime(2027, 1, 14, 9, 0, 0, 7, tzinfo=UTC)),
        (PartialDateText(), PartialDate(2019, 5)),
        (Date(), date(2027, 1, 14)),
        (Time(), time(9, 30)),
        (LargeBinary(), b"\x00\xff"),
        (Numeric(), Decimal("1.10")),
        (enum_text(Sign), Sign.HASH),
        (Boolean(), True),
        (Text(), "' OR 1=1 -- \u202e\u200d"),
        (JsonText(), {"ü": [1, None]}),
        (Text(), None),
    ],
)
def test_the_journal_keeps_every_kind_of_value(column: TypeEngine[Any], value: object) -> None:
    assert from_plain(column, json.loads(json_text(plain(value)))) == value
