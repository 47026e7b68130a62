from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain import checks
from hin_desktop.domain.check_parts import Limits, Problems, check_text
from hin_desktop.domain.partial_date import PartialDate

TODAY = date(2026, 11, 23)


def day(iso: str | None) -> PartialDate | None:
    return PartialDate.from_iso(iso) if iso else None


@dataclass(frozen=True)
class Person:
    given_names: str = ""
    email: str = ""
    note: str = ""
    birth_date: PartialDate | None = None
    date_of_death: PartialDate | None = None
    arrival_germany: PartialDate | None = None
    arrival_town: PartialDate | None = None


@dataclass(frozen=True)
class Dated:
    """Any record with these columns."""

    code: str = "X"
    kind: str = "X"
    channel: str = "X"
    held_at: str = ""
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    departed_on: PartialDate | None = None
    returned_on: PartialDate | None = None
    reached_on: PartialDate | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    held_on: date | None = None
    due_on: date | None = None
    duration_min: int | None = None


@dataclass(frozen=True)
class Relation:
    client_id: int = 1
    kind: str = "CHILD"
    related_client_id: int | None = None
    related_name: str = ""


def fields(problems: Problems) -> list[str]:
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ({"birth_date": "2026-11-24"}, "birth_date"), ({"birth_date": "2027"}, "birth_date"),
        ({"date_of_death": "2026-12"}, "date_of_death"),
        ({"birth_date": "1990", "date_of_death": "1989"}, "date_of_death"),
        ({"birth_date": "1990-05-03", "arrival_germany": "1990-05-02"}, "arrival_germany"),
        ({"arrival_germany": "2019-06", "arrival_town": "2019-05"}, "arrival_town"),
    ],
)  # fmt: skip
def test_impossible_dates_of_a_person(dates: dict[str, str], field: str) -> None:
    person = Person(**{name: day(iso) for name, iso in dates.items()})  # type: ignore[arg-type]  # all are dates
    assert fields(checks.check_person(person, TODAY)) == [field]


@pytest.mark.parametrize(("first", "second"), [("1990", "1990-01-01"), ("1990-05", "1990"), ("2026", "2026")])
def test_what_one_reading_allows_is_kept(first: str, second: str) -> None:
    assert checks.check_person(Person(birth_date=day(first), arrival_germany=day(second)), TODAY) == ()


@pytest.mark.parametrize("name", ["' OR 1=1 --", "יוסף\u200f", "A\u200bb\u2060c", "👩🏽‍🚀", "Zoë\u0301", "ﷺ", ""])
def test_any_name_is_kept(name: str) -> None:
    assert checks.check_person(Person(given_names=name, note="a\n\tb\x0b"), TODAY) == ()


@pytest.mark.parametrize("name", ["a\x00b", "a\nb", "\x1b[0m", "\x85", "\ud800"])
def test_control_characters_in_a_name_are_refused_at_the_field(name: str) -> None:
    assert fields(checks.check_person(Person(given_names=name), TODAY)) == ["given_names"]


def test_length_limits_are_given_from_outside() -> None:
    person = Person(given_names="a" * 11, note="b" * 10_000)
    assert fields(checks.check_person(person, TODAY, Limits(line=10, text=10_000))) == ["given_names"]
    assert checks.check_person(person, TODAY) == ()


@pytest.mark.parametrize("address", ["a@b.de", "ä.b+c@sub.example.org", "a@dömain.de", " a@b.de "])
def test_email_addresses(address: str) -> None:
    assert checks.check_person(Person(email=address), TODAY) == ()


@pytest.mark.parametrize("address", ["a", "a@b", "@b.de", "a b@c.de", "a@b..de", "a@@b.de"])
def test_what_is_no_email_address(address: str) -> None:
    assert fields(checks.check_person(Person(email=address), TODAY)) == ["email"]


@pytest.mark.parametrize(("start", "end", "found"), [
    ("2025-01-15", "2025-01-14", ["valid_until"]), ("2025-01-15", "2025-01-15", []),
    ("2025", "2024-12", ["valid_until"]),
    (None, "2024", ["valid_from"]),
])  # fmt: skip
def test_title_ends_after_it_starts(start: str | None, end: str, found: list[str]) -> None:
    assert fields(checks.check_period(Dated(valid_from=day(start), valid_until=day(end)))) == found


def test_return_before_departure() -> None:
    absence = Dated(departed_on=day("2025-05-05"), returned_on=day("2025-05-04"))
    assert fields(checks.check_absence(absence, TODAY)) == ["returned_on"]


def test_case_is_closed_after_it_was_opened() -> None:
    case = Dated(opened_on=date(2026, 2, 2), closed_on=date(2026, 2, 1))
    assert fields(checks.check_case(case, TODAY)) == ["closed_on"]
    assert fields(checks.check_case(Dated(), TODAY)) == ["opened_on"]


def test_consultation_has_been_held_and_lasts_a_sensible_time() -> None:
    talk = Dated(held_on=date(2026, 11, 24), duration_min=-1, held_at="25:00", due_on=date(2026, 11, 1))
    assert fields(checks.check_consultation(talk, TODAY)) == ["held_on", "due_on", "duration_min", "held_at"]
    long = Dated(held_on=TODAY, duration_min=601, held_at="09:30")
    assert fields(checks.check_consultation(long, TODAY, Limits(talk_minutes=600))) == ["duration_min"]
    assert checks.check_consultation(long, TODAY) == ()


def test_milestone_is_reached_not_planned() -> None:
    assert fields(checks.check_milestone(Dated(reached_on=day("2027")), TODAY)) == ["reached_on"]


def test_relative_has_a_file_or_a_name_and_is_somebody_else() -> None:
    assert fields(checks.check_relation(Relation(), TODAY)) == ["related_name"]
    assert fields(checks.check_relation(Relation(related_client_id=1), TODAY)) == ["related_client_id"]
    assert checks.check_relation(Relation(related_client_id=2), TODAY) == ()


def test_station_set_by_hand_needs_its_reason() -> None:
    @dataclass(frozen=True)
    class Hand:
        station: str = "work"
        state: str = "done"
        reason: str = "  "

    assert fields(checks.check_override(Hand())) == ["reason"]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_every_text_without_control_characters_passes(text: str) -> None:
    assert check_text("x", text, None) == ()
