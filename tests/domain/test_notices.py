"""Post and time limits (facts.md § 3.6): worked letters as data, and what holds for any letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hin_desktop.domain.calendar import DayKind, LegalDay, Span, Unit, next_working_day
from hin_desktop.domain.law import Rule
from hin_desktop.domain.notices import cautions, known_on
from hin_desktop.domain.notices.answer import DEADLINE, answer
from hin_desktop.domain.notices.notice import (
    POST,
    Applied,
    Caution,
    Delivery,
    Instruction,
    Notice,
    NoticeAnswer,
    NoticeKind,
    Remedy,
    Urgency,
)
from hin_desktop.domain.notices.remedy import TO_AUTHORITY, TO_COURT
from hin_desktop.errors import Message
from hin_desktop.services.law import load_law_book

BOOK = load_law_book()
CASES = yaml.safe_load((Path(__file__).parent / "notices.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
CODES = {"kind": NoticeKind, "delivery": Delivery, "instruction": Instruction, "printed_remedy": Remedy}
MISSING = {known_on.HOW_IT_CAME: "delivery", known_on.WHEN_POSTED: "posted", known_on.WHEN_MESSAGE_CAME: "message",
           known_on.WHEN_RETRIEVED: "retrieved", known_on.WHEN_SERVED: "served", known_on.WHEN_CENTRE_GOT_IT: "centre",
           DEADLINE: "deadline"}  # fmt: skip
SAID = {cautions.ASYLUM: "asylum", cautions.NO_RULE: "no_rule", cautions.NO_DAY: "no_day",
        cautions.OTHER_REMEDY: "other_remedy", cautions.NOT_THE_COURT: "not_the_court", cautions.SHORT_TERM: "short",
        cautions.NO_ENVELOPE: "envelope"}  # fmt: skip
WORDS = {"No Widerspruch": "no_widerspruch", "The court action does not save": "refusal", "Working": "work",
         "The Widerspruch often": "sgb2", "The court action does not stop": "bezreg", "By the letter": "differs",
         "The late receipt": "proof"}  # fmt: skip


def notice(**given: Any) -> Notice:  # noqa: ANN401  # plain data
    """A letter from plain data: codes by name, a time limit as '2 WEEKS'."""
    facts: dict[str, Any] = {"land": "NW", "instruction": "COMPLETE", **given}
    for name, codes in CODES.items():
        if facts.get(name) is not None:
            facts[name] = codes(facts[name])
    if "printed_term" in facts:
        length, unit = facts["printed_term"].split()
        facts["printed_term"] = Span(int(length), Unit(unit.lower()))
    return Notice(**facts)


def shown(applied: Applied | None) -> object:
    """A day, or with a shift the day, where it was shifted from, and the holiday."""
    if applied is None:
        return None
    day = applied.day
    assert (day.unshifted is None) == (applied.shift is None)
    return day.day if day.unshifted is None else [day.day, day.unshifted, applied.off]


def said(caution: Caution) -> str:
    """A caution by its short name, with the days it names."""
    if caution in SAID:
        return SAID[caution]
    name = next(name for words, name in WORDS.items() if caution.text.key.startswith(words))
    return " ".join((name, *map(str, caution.text.values.values())))


def addressee(found: Message | str) -> object:
    return {TO_AUTHORITY: "authority", TO_COURT: "court", "": None}.get(found, found)


def told(found: NoticeAnswer) -> dict[str, object]:
    """An answer as plain data; what there is not is left out."""
    everything = {
        "known": shown(found.known_on),
        "rule": found.known_on.rule.key if found.known_on is not None and found.known_on.rule is not None else None,
        "remedy": found.remedy, "to": addressee(found.addressee), "last": shown(found.last),
        "computed": shown(found.computed), "printed": shown(found.printed),
        "shift": found.last.shift.key if found.last is not None and found.last.shift is not None else None,
        "further": [shown(applied) for applied in found.further],
        "rescues": {rescue.rule.key: shown(rescue.until) for rescue in found.rescues},
        "cautions": [said(caution) for caution in found.cautions],
        "missing": [MISSING[message] for message in found.missing],
        "basis": [rule.key for rule in found.basis] if found.remedy is Remedy.NONE else [],
    }  # fmt: skip
    return {name: value for name, value in everything.items() if value not in (None, [], {})}


def expected(case: dict[str, Any]) -> dict[str, object]:
    further = case["expect"].get("further")
    return {**case["expect"], **({"further": [further]} if further is not None else {})}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_worked_letter(case: dict[str, Any]) -> None:
    found = answer(notice(**case["notice"]), BOOK, case.get("today", TODAY))
    assert told(found) == expected(case)


def test_every_kind_and_way_of_delivery_is_among_the_worked_letters() -> None:
    kinds = {case["notice"]["kind"] for case in CASES}
    ways = {case["notice"].get("delivery") for case in CASES}
    assert (kinds, ways) == (set(NoticeKind), {*Delivery, None})


def test_every_day_says_which_it_is() -> None:
    found = answer(notice(kind="KINDERGELD", dated_on=date(2026, 5, 19), posted_on=date(2026, 5, 20),
                          delivery="LETTER", printed_last_day=date(2026, 6, 25)), BOOK, TODAY)  # fmt: skip
    assert found.known_on is not None and found.known_on.day.kind is DayKind.FIRST
    assert {applied.day.kind for applied in (found.computed, found.printed) if applied} == {DayKind.LAST}
    assert found.last_day == LegalDay(date(2026, 6, 25), DayKind.LAST)


def test_a_title_refused_presses_and_names_its_rules() -> None:
    given = notice(kind="ABH", dated_on=date(2026, 9, 10), posted_on=date(2026, 9, 11), delivery="LETTER")
    plain, refused = (answer(replace(given, refuses_title=refuses), BOOK, TODAY) for refuses in (False, True))
    assert (plain.urgent, refused.urgent) == (False, True)
    assert [[rule.key for rule in caution.rules] for caution in refused.cautions] == [
        ["aufenthg.refusal_no_suspension", "vwgo.urgent"], ["aufenthg.work_meanwhile"], ["justg_nrw.action_kinds"]]
    assert [caution.urgency for caution in refused.cautions] == [Urgency.NOW, Urgency.MIND, Urgency.MIND]


def test_every_rule_that_was_applied_is_named_once_the_remedy_first() -> None:
    given = notice(kind="SGB2", dated_on=date(2026, 1, 26), posted_on=date(2026, 1, 27), delivery="LETTER")
    found = answer(given, BOOK, date(2026, 3, 3))
    assert [rule.key for rule in found.rules] == [
        "sgg.objection_kinds", "sgg.objection", "sgb_x.letter", "sgg.shift", "sgb_ii.review_notices",
        "sgb_ii.no_suspension", "sgg.reinstatement", "sgb_x.review_kinds", "sgb_ii.review_benefits"]
    assert found.to_check
    assert all(rule.citation for rule in found.rules)


def test_the_mark_to_check_travels_along() -> None:
    given = notice(kind="WOGG", dated_on=date(2026, 9, 10), posted_on=date(2026, 9, 11), delivery="LETTER")
    assert not answer(given, BOOK, date(2026, 9, 20)).to_check
    assert answer(replace(given, delivery=Delivery.PORTAL), BOOK, date(2026, 9, 20)).to_check


def test_a_new_row_of_the_law_changes_the_answer_from_its_day_on() -> None:
    rule = next(rule for rule in BOOK.rules if rule.key == "sgg.objection")
    book = BOOK.with_own([replace(rule, value=Span(2, Unit.WEEKS), valid_from=date(2026, 9, 11), own=True)])
    before, after = (answer(notice(kind="SGB3", dated_on=day, received_on=date(2026, 9, 15), delivery="REGISTERED"),
                            book, TODAY).last_day for day in (date(2026, 9, 10), date(2026, 9, 11)))  # fmt: skip
    assert before is not None and after is not None
    assert (before.day, after.day) == (date(2026, 10, 15), date(2026, 9, 29))


def test_the_rules_stand_as_long_as_the_ways_to_object() -> None:
    """No letter of any day finds a remedy without a time limit, a shift or a rescue."""
    for rule in BOOK.rules:
        for day in filter(None, (rule.valid_from, rule.valid_until, rule.valid_until and rule.valid_until + DAY)):
            for kind in NoticeKind:
                given = Notice(kind=kind, land="NW", dated_on=day, received_on=day, delivery=Delivery.PZU,
                               instruction=Instruction.WRONG, refuses_title=True)  # fmt: skip
                assert answer(given, BOOK, day + timedelta(days=60)).remedy is not None or kind is NoticeKind.ASYLG


# --- what holds for any letter ---

DAY = timedelta(days=1)
DAYS = st.none() | st.dates(date(2024, 1, 1), date(2028, 12, 31))
SPANS = st.none() | st.builds(Span, st.integers(1, 6), st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS]))
LETTERS = st.builds(
    Notice, kind=st.sampled_from(NoticeKind), land=st.sampled_from(["NW", "BY", "BE"]), dated_on=DAYS, posted_on=DAYS,
    received_on=DAYS, delivery=st.none() | st.sampled_from(Delivery), envelope_kept=st.none() | st.booleans(),
    refuses_title=st.booleans(), instruction=st.none() | st.sampled_from(Instruction),
    printed_remedy=st.none() | st.sampled_from([Remedy.WIDERSPRUCH, Remedy.KLAGE]), printed_term=SPANS,
    printed_last_day=DAYS, deadline=DAYS)  # fmt: skip
TODAYS = st.dates(date(2025, 1, 1), date(2031, 12, 31))


@given(LETTERS, TODAYS)
def test_the_day_shown_is_never_later_than_the_printed_or_the_computed_one(letter: Notice, today: date) -> None:
    found = answer(letter, BOOK, today)
    days = [applied.day.day for applied in (found.computed, found.printed) if applied is not None]
    assert {applied.day.kind for applied in (found.computed, found.printed) if applied} <= {DayKind.LAST}
    assert found.known_on is None or found.known_on.day.kind is DayKind.FIRST
    assert (found.last_day.day if found.last_day else None) == min(days, default=None)
    if letter.kind not in POST and letter.instruction is not Instruction.MISSING and letter.printed_last_day:
        assert found.last_day is not None and found.last_day.day <= letter.printed_last_day


@given(LETTERS.filter(lambda letter: letter.received_on is not None), st.integers(0, 400), TODAYS)
def test_a_later_receipt_never_makes_the_last_day_earlier(letter: Notice, days: int, today: date) -> None:
    assert letter.received_on is not None
    letter = replace(letter, dated_on=letter.dated_on or date(2026, 1, 1))  # whose law holds does not move
    later = replace(letter, received_on=letter.received_on + days * DAY)
    one, other = answer(letter, BOOK, today), answer(later, BOOK, today)
    if one.last_day is None or other.last_day is None:
        assert one.last_day is other.last_day is None
    else:
        assert one.last_day.day <= other.last_day.day


@given(LETTERS, TODAYS)
def test_what_is_computed_ends_on_a_working_day_and_says_by_which_rule(letter: Notice, today: date) -> None:
    found = answer(letter, BOOK, today)
    for applied in filter(None, (found.computed, *found.further)):
        assert applied.rule is not None
        assert applied.day.day == next_working_day(applied.day.day, letter.land)
    assert all(isinstance(rule, Rule) and rule.citation for rule in found.rules)


@given(LETTERS, TODAYS)
def test_where_there_is_no_day_it_says_why(letter: Notice, today: date) -> None:
    found = answer(letter, BOOK, today)
    if found.last is None:
        assert found.missing or found.urgent
    if found.known_on is None and letter.kind not in POST:
        assert found.missing or found.urgent


@given(LETTERS, TODAYS)
def test_a_rescue_is_never_over_and_never_the_deadline(letter: Notice, today: date) -> None:
    found = answer(letter, BOOK, today)
    for rescue in found.rescues:
        assert rescue.until is None or rescue.until.day.day >= today
    assert found.last is None or found.last.rule not in {rescue.rule for rescue in found.rescues}
