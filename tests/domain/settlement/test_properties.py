"""What holds for every history: more possession is never later, longer absence never earlier, order tells nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hin_desktop.domain.facts import Absence, Facts, Segment
from hin_desktop.domain.law import LawBook, Rule
from hin_desktop.domain.partial_date import PartialDate
from hin_desktop.domain.settlement.assessment import SettlementRight, assess
from tests.domain.law_desk import BOOK, TODAY, view
from tests.domain.settlement.people import person, seg

DAY = timedelta(days=1)
TITLES = ("VIS_D", "AE_16B", "AE_18A", "BK_18G", "AE_20A", "AE_25_1", "AE_25_3", "AE_25B", "AE_28_1_1", "AE_30",
          "AE_32", "AE_36", "AG_55", "DU_60A", "FB_81_4", "FB_81_3_1", "EU_2")
days = st.integers(min_value=1, max_value=1500)
histories = st.lists(st.tuples(st.sampled_from(TITLES), days, st.integers(min_value=0, max_value=400)), min_size=1,
                     max_size=5)


def told(history: list[tuple[str, int, int]]) -> list[Segment]:
    """Statuses one after the other, the last one open: each with its length and the gap before it."""
    found: list[Segment] = []
    end = TODAY - sum(length + gap for _, length, gap in history) * DAY
    for code, length, gap in history:
        start = end + gap * DAY
        end = start + length * DAY
        found.append(Segment(code, PartialDate.of(start), PartialDate.of(end - DAY)))
    return [*found[:-1], replace(found[-1], until=None)]


def ways(facts: Facts, book: LawBook = BOOK, on: date = TODAY) -> dict[str, SettlementRight]:
    found = assess(view(facts, on, book))
    return {right.basis: right for right in (found.proposed, *found.alternatives)} if found is not None else {}


def met(facts: Facts) -> dict[str, date]:
    return {basis: right.time_met_on or date.max for basis, right in ways(facts).items()}


@given(histories, st.randoms(use_true_random=False))
def test_order_changes_nothing(history: list[tuple[str, int, int]], random: object) -> None:
    segments = told(history)
    shuffled = list(segments)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ways(person(*shuffled)) == ways(person(*segments))


@given(histories, st.integers(min_value=0, max_value=4), days)
def test_splitting_a_status_changes_no_day(history: list[tuple[str, int, int]], which: int, after: int) -> None:
    segments = told(history)
    chosen = segments[which % len(segments)]
    last = chosen.until.earliest if chosen.until is not None else TODAY
    cut = min(chosen.start.earliest + after * DAY, last)
    parts = [replace(chosen, until=PartialDate.of(cut - DAY)), replace(chosen, start=PartialDate.of(cut))]
    if cut > chosen.start.earliest:
        assert met(person(*[each for each in segments if each is not chosen], *parts)) == met(person(*segments))


@given(histories)
def test_one_more_day_of_possession_is_never_later(history: list[tuple[str, int, int]]) -> None:
    segments = told(history)
    first = segments[0]
    longer = [replace(first, start=PartialDate.of(first.start.earliest - DAY)), *segments[1:]]
    before, after = met(person(*segments)), met(person(*longer))
    assert all(after[basis] <= before[basis] for basis in before)


@given(histories, st.integers(min_value=0, max_value=4))
def test_a_shorter_gap_is_never_later(history: list[tuple[str, int, int]], which: int) -> None:
    """The title after a gap begins a day earlier: possession is longer by a day."""
    segments = told(history)
    index = which % len(segments)
    gap_before = history[index][2]
    if index and gap_before:
        chosen = segments[index]
        longer = [*segments[:index], replace(chosen, start=PartialDate.of(chosen.start.earliest - DAY)),
                  *segments[index + 1:]]
        before, after = met(person(*segments)), met(person(*longer))
        assert all(after[basis] <= before[basis] for basis in before)


@given(histories, st.integers(min_value=1, max_value=2500), st.integers(min_value=0, max_value=500),
       st.booleans())
def test_a_longer_absence_is_never_earlier(history: list[tuple[str, int, int]], ago: int, length: int,
                                           deadline: bool) -> None:
    departed = TODAY - ago * DAY
    returned = departed + length * DAY

    def away(until: date) -> Absence:
        return Absence(PartialDate.of(departed), PartialDate.of(until), TODAY + 2000 * DAY if deadline else None)
    segments = told(history)
    shorter = met(person(*segments, absences=(away(returned),)))
    longer = met(person(*segments, absences=(away(returned + DAY),)))
    assert all(longer[basis] >= shorter[basis] for basis in shorter)


@given(histories)
def test_lenient_days_are_earlier_and_every_finding_has_a_citation(history: list[tuple[str, int, int]]) -> None:
    for right in ways(person(*told(history))).values():
        assert all(finding.citation for finding in right.findings)
        assert right.lenient is None or (right.time_met_on is not None and right.lenient < right.time_met_on)


@settings(max_examples=30)
@given(st.dates(min_value=date(2024, 6, 27), max_value=date(2027, 12, 31)), st.integers(min_value=1, max_value=9))
def test_a_new_version_counts_from_its_day_and_not_before(change: date, years: int) -> None:
    """One dated row more: the day before it the old time holds, from that day the new one."""
    old = BOOK.versions("aufenthg.ne_9_time")[-1]
    book = BOOK.with_own([replace(old, value=replace(old.value, length=years), valid_from=change, own=True)])  # type: ignore[type-var]
    facts = person(seg("AE_36", "2010-01-01"))

    def time(on: date) -> tuple[date | None, Rule]:
        right = ways(facts, book, on)["NE_9"]
        return right.time_met_on, right.findings[0].rule
    assert time(change)[0] == date(2010 + years, 1, 1)
    assert time(change)[1].own
    if change > date(2024, 6, 27):
        assert time(change - DAY) == (date(2015, 1, 1), old)
