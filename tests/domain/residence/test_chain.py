"""Uninterrupted time, walked back from a day."""

from __future__ import annotations

from datetime import date

from hin_desktop.domain.calendar import Span, Unit
from hin_desktop.domain.facts import Facts, Gap, GapCause
from hin_desktop.domain.residence.chain import Chain, chain_before, chain_on, unbroken_run
from hin_desktop.domain.residence.timeline import Stretch, Timeline, timeline
from tests.domain.law_desk import TODAY, view
from tests.domain.residence.test_timeline import line, since

FIVE = Span(5, Unit.YEARS)
LATE = (Gap(date(2021, 1, 1), date(2021, 1, 31), GapCause.LATE_APPLICATION),)


def counts(stretch: Stretch) -> bool:
    return stretch.counts


def today(found: Timeline) -> Chain:
    chain = chain_on(found, TODAY, counts)
    assert chain is not None
    return chain


def test_a_chain_without_gaps() -> None:
    chain = today(line(since("VIS_D", "2020-01-01", "2020-06-30"), since("AE_18A", "2020-07-01")))
    assert (chain.start, chain.until, chain.gaps, chain.gap_days) == (date(2020, 1, 1), date.max, (), 0)
    assert [stretch.code for stretch in chain.stretches] == ["VIS_D", "AE_18A"]
    assert chain.reached(FIVE) == chain.lenient(FIVE) == date(2025, 1, 1)


def test_one_missing_day_stops_it() -> None:
    found = line(since("VIS_D", "2020-01-01", "2020-06-29"), since("AE_18A", "2020-07-01"))
    assert today(found).start == date(2020, 7, 1)
    before = chain_before(found, date(2020, 7, 1), counts)
    assert before is not None
    assert (before.start, before.until, before.days) == (date(2020, 1, 1), date(2020, 6, 29), 181)


def test_gaps_are_named_the_oldest_first_and_not_credited() -> None:
    segments = (since("AE_18A", "2020-01-01", "2020-12-31"), since("FB_81_3_2", "2021-02-01", "2021-02-10"),
                since("AE_18A", "2021-02-11", "2021-03-31"), since("FB_81_3_2", "2021-04-01", "2021-04-01"),
                since("AE_18A", "2021-04-02"))
    chain = today(line(*segments, gaps=LATE))
    assert [(str(first), str(until)) for first, until in chain.gaps] == [
        ("2021-01-01", "2021-01-31"), ("2021-02-01", "2021-02-10"), ("2021-04-01", "2021-04-01")]
    assert (chain.gap_days, chain.lenient(FIVE), chain.reached(FIVE)) == (42, date(2025, 1, 1), date(2025, 2, 12))
    assert len(chain.stretches) == 3


def test_a_gap_on_the_day_it_is_reached_or_later_changes_nothing() -> None:
    start, gap = date(2016, 1, 1), (date(2021, 1, 1), date(2021, 1, 31))
    chain = Chain(start, date.max, (gap,), ())
    assert chain.reached(FIVE) == date(2021, 1, 1)
    assert Chain(date(2016, 1, 2), date.max, (gap,), ()).reached(FIVE) == date(2021, 2, 2)
    assert Chain(start, date(2022, 12, 31), (gap,), ()).days == 2557 - 31


def test_what_leads_to_nothing_is_not_taken_along() -> None:
    """A suspended fiction or an explained gap at the beginning belongs to no time before it."""
    chain = today(line(since("FB_81_3_2", "2020-01-01", "2020-03-31"), since("AE_18A", "2020-04-01")))
    assert (chain.start, chain.gaps) == (date(2020, 4, 1), ())
    found = line(since("DU_60A", "2019-01-01", "2020-12-31"), since("AE_18A", "2021-02-01"), gaps=LATE)
    assert (today(found).start, today(found).gaps) == (date(2021, 2, 1), ())


def test_a_suspended_fiction_today_leaves_the_chain_before_it() -> None:
    chain = today(line(since("AE_18A", "2020-01-01", "2026-06-30"), since("FB_81_3_2", "2026-07-01", "2026-09-30"),
                       since("FB_81_3_2", "2026-10-01")))
    assert (chain.start, chain.until, chain.gaps) == (date(2020, 1, 1), date(2026, 6, 30), ())
    alone = line(since("FB_81_3_2", "2020-01-01"))
    apart = line(since("AE_18A", "2020-01-01", "2026-06-29"), since("FB_81_3_2", "2026-07-01"))
    assert chain_on(alone, TODAY, counts) is chain_on(apart, TODAY, counts) is None
    longer = line(since("AE_16B", "2018-01-01", "2019-12-31"), since("AE_18A", "2020-01-01", "2026-06-29"),
                  since("FB_81_3_2", "2026-07-01"))
    assert chain_on(longer, TODAY, counts) is None


def test_a_day_without_status_or_with_one_that_does_not_count_has_no_chain() -> None:
    past, tolerated = line(since("AE_18A", "2020-01-01", "2026-11-21")), line(since("DU_60A", "2020-01-01"))
    assert [chain_on(found, TODAY, counts) for found in (line(), past, tolerated)] == [None, None, None]
    assert today(line(since("AE_18A", "2020-01-01", "2026-11-22"))).until == TODAY


def test_what_was_before_whatever_lies_between() -> None:
    found = line(since("AE_18A", "2015-01-01", "2016-12-31"), since("DU_60A", "2017-01-01", "2017-12-31"),
                 since("NONE", "2018-01-01", "2018-12-31"), since("AE_25B", "2019-01-01"))
    before = chain_before(found, date(2019, 1, 1), counts)
    assert before is not None and (before.start, before.until) == (date(2015, 1, 1), date(2016, 12, 31))
    assert chain_before(found, date(2015, 1, 1), counts) is None


def test_earlier_time_is_credited_up_to_a_limit() -> None:
    three, end = Span(3, Unit.YEARS), date(2030, 1, 1)
    assert Chain(date(2010, 1, 1), date(2012, 12, 31), (), ()).credited(end, three) == date(2027, 1, 1)
    assert Chain(date(2010, 1, 1), date(2020, 12, 31), (), ()).credited(end, three) == date(2027, 1, 1)
    assert Chain(date(2010, 1, 1), date(2012, 12, 30), (), ()).credited(end, three) == date(2027, 1, 2)
    assert Chain(date(2010, 1, 1), date(2010, 1, 10), (), ()).credited(end, three) == date(2029, 12, 22)


def test_an_unbroken_run_has_no_gap_at_all() -> None:
    found = timeline(view(Facts(segments=(
        since("AE_18A", "2019-01-01", "2019-12-31"), since("AE_18A", "2020-01-02", "2020-12-31"),
        since("AE_18B", "2021-01-01")))))
    assert unbroken_run(found, TODAY, counts) == date(2020, 1, 2)
    assert unbroken_run(found, date(2020, 1, 1), counts) is None
    assert unbroken_run(found, date(2019, 12, 31), counts) == date(2019, 1, 1)
    assert unbroken_run(found, TODAY, lambda stretch: stretch.code == "AE_18B") == date(2021, 1, 1)
    assert unbroken_run(found, TODAY, lambda stretch: stretch.code == "AE_18A") is None
    assert unbroken_run(line(), TODAY, counts) is None
